"""Sign-in pages: only those of allauth that a colleague needs; no sign-up, no e-mail."""

from allauth.account import views as account
from django.urls import include, path

urlpatterns = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("wachtwoord/", account.password_change, name="account_change_password"),
    path("inactief/", account.account_inactive, name="account_inactive"),
    path("2fa/", include("allauth.mfa.urls")),
]
