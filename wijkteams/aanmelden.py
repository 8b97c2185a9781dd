"""Sign-in of colleagues: a password and a second factor; nobody signs up by himself."""

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.backends import ModelBackend

from wijkteams.models import Medewerker


class MedewerkerBackend(ModelBackend):
    """Password check; the Actor comes along in the one query for the user."""

    def get_user(self, user_id):
        """The colleague with the Actor, or None when left or unknown."""
        medewerker = Medewerker.objects.select_related("actor").filter(pk=user_id).first()
        return medewerker if medewerker and self.user_can_authenticate(medewerker) else None

    def has_perm(self, user_obj, perm, obj=None):
        """Rights are read by `.voor()`, never by a permission string."""
        return False


class Adapter(DefaultAccountAdapter):
    """Accounts are made by the beheerder."""

    def is_open_for_signup(self, request):
        return False
