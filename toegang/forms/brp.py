"""The form of a search in the BRP: the same parts as a search here."""

from toegang.forms.contact import Zoekvelden


class BrpZoekformulier(Zoekvelden):
    """Family name with the whole birth date, postcode with number, or BSN."""
