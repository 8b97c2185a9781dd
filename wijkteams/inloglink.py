"""The link by which a colleague sets a password by herself: works once, for a day, and only the last one made.

Django's own token: it hangs on the password, the e-mail address and the last sign-in, so any of these ends it. Beside
those it hangs on the moment at which the beheerder asked for it. It is stored nowhere.
"""

import datetime

from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.urls import reverse

from toegang import e_mail
from wijkteams.models import Dienstverband, Medewerker

UREN = 24


class Inloglink(PasswordResetTokenGenerator):
    """See above; the timeout is `PASSWORD_RESET_TIMEOUT`."""

    key_salt = "wijkteams.inloglink"

    def _make_hash_value(self, user, timestamp) -> str:
        om = Dienstverband.objects.filter(medewerker=user).values_list("link_om", flat=True).first()
        return f"{super()._make_hash_value(user, timestamp)}{om.isoformat() if om else 'geen'}"

    def check_token(self, user, token) -> bool:
        """Only while a link of this colleague works, counted from when it was asked for, and she works here."""
        if user is None or not user.is_active or not super().check_token(user, token):
            return False
        om = Dienstverband.objects.filter(medewerker=user).values_list("link_om", flat=True).first()
        oud = datetime.timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT)
        return om is not None and om.timestamp() + oud.total_seconds() >= self._now().timestamp()


INLOGLINK = Inloglink()


def pad_van(medewerker: Medewerker) -> str:
    """The path of the link of this colleague, of now."""
    sleutels = [user_pk_to_url_str(medewerker), INLOGLINK.make_token(medewerker)]
    return reverse("account_reset_password_from_key", args=sleutels)


def kan_per_e_mail(medewerker: Medewerker) -> bool:
    """There is a mail server, a sender, an address to write to, and we know our own address."""
    return e_mail.staat_aan() and bool(medewerker.email and settings.TOEGANG_ADRES)
