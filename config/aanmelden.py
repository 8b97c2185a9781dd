"""Sign-in pages: only those of allauth that a colleague needs; no sign-up, and no link that one asks for oneself."""

from allauth.account import views as account
from allauth.mfa.totp.views import deactivate_totp
from django.urls import include, path

from wijkteams.views.herstelcodes import app_koppelen
from wijkteams.views.wachtwoord import wachtwoord_kiezen

urlpatterns = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("wachtwoord/", account.password_change, name="account_change_password"),
    path(
        "wachtwoord/kiezen/<slug:uidb36>/<slug:key>/",
        wachtwoord_kiezen,
        name="account_reset_password_from_key",
    ),
    path("inactief/", account.account_inactive, name="account_inactive"),
    path("2fa/totp/activate/", app_koppelen, name="mfa_activate_totp"),
    path("2fa/totp/deactivate/", deactivate_totp, name="mfa_deactivate_totp"),
    path("2fa/", include("allauth.mfa.base.urls")),
]
