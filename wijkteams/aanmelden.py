"""Sign-in of colleagues: a password and a second factor; nobody signs up by himself."""

import base64

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib import messages
from django.contrib.auth.backends import ModelBackend
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL
from django.utils import timezone

from toegang.bsn import ontsleutel, versleutel_tekst
from toegang.vaste_vraag import vaste_vraag
from toegang.voorbereid import NAAM
from wijkteams.collegalezen import herstelcodes_over
from wijkteams.herstelcodes import TYPE, zin_over_codes
from wijkteams.models import Medewerker
from wijkteams.models.team import RECHTREGELS
from wijkteams.usecases.sessies_beeindigen import sessies_beeindigen


@vaste_vraag
def _met_rechten(pk) -> QuerySet[Medewerker]:
    sql = NAAM.sub("%s", f"({RECHTREGELS})")
    rechten = RawSQL(sql, [pk] * sql.count("%s"))  # nosec B611: the statement is a constant of ours
    return Medewerker.objects.select_related("actor").filter(pk=pk).annotate(rechtregels=rechten)


class MedewerkerBackend(ModelBackend):
    """Password check; the Actor and the rights come along in the one query for the user."""

    def get_user(self, user_id):
        """The colleague with the Actor and the rights, or None when left or unknown."""
        gevonden = _met_rechten(pk=user_id)
        return gevonden[0] if gevonden and self.user_can_authenticate(gevonden[0]) else None

    def has_perm(self, user_obj, perm, obj=None):
        """Rights are read by `.voor()`, never by a permission string."""
        return False


class Adapter(DefaultAccountAdapter):
    """Accounts are made by the beheerder."""

    def is_open_for_signup(self, request):
        return False

    def post_login(self, request, user, **kwargs):
        """Who used a recovery code, or has none, hears how many are left."""
        antwoord = super().post_login(request, user, **kwargs)
        manieren = request.session.get("account_authentication_methods") or [{}]
        over = herstelcodes_over(user.actor)
        if manieren[-1].get("type") == TYPE or (manieren[-1].get("method") == "mfa" and not over):
            messages.warning(request, zin_over_codes(over))
        return antwoord

    def send_notification_mail(self, template_prefix, user, context=None, email=None):
        """allauth tells a new password or second factor here: whoever is in elsewhere signs in anew (ASVS 7.4.3)."""
        sessies_beeindigen(door=user.actor, nu=timezone.now(), behalve=self.request.session.session_key or "")
        super().send_notification_mail(template_prefix, user, context, email)


class TweedeFactorAdapter(DefaultMFAAdapter):
    """The secret of the second factor is stored encrypted, with the same keys as the BSN."""

    def encrypt(self, text: str) -> str:
        return base64.b64encode(versleutel_tekst(text)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return ontsleutel(base64.b64decode(encrypted_text))
