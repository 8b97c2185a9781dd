"""The e-mails of the citizen's site: no link, no name, and not a word on what it is about (ux 7)."""

from django.conf import settings
from django.utils.translation import gettext

SOORT = "brief_in_mijn_hulp"  # a letter lies ready
ONTVANGEN = "ontvangst_in_mijn_hulp"  # what a citizen did came in
TALEN = ("nl", "en")


def onderwerp() -> str:
    """What stands on a locked telephone."""
    return gettext("Er staat een brief voor u klaar – gemeente {naam}").format(naam=settings.GEMEENTE["naam"])


def ontvangen_onderwerp() -> str:
    return gettext("Wij hebben uw bericht – gemeente {naam}").format(naam=settings.GEMEENTE["naam"])


def tekst() -> str:
    return _brief(
        gettext("Er staat een brief voor u klaar. Ga zelf naar {website} en kies Mijn hulp."),
        gettext("Krijgt u uw brieven liever op papier? Kies dat in Mijn hulp, of bel ons: {telefoon}."),
    )


def ontvangen_tekst() -> str:
    return _brief(
        gettext("U stuurde ons iets via Mijn hulp. Wij hebben het ontvangen."),
        gettext("Wilt u zien wat wij ermee doen? Ga zelf naar {website} en kies Mijn hulp."),
        gettext("Stuurde u niets? Bel ons dan meteen: {telefoon}."),
    )


def _brief(eerste: str, *rest: str) -> str:
    """What is said, and that there is no link in it."""
    geen_link = gettext("In deze e-mail staat geen link. Zo weet u dat u op de goede plek bent.")
    groet = gettext("Met vriendelijke groet,"), gettext("gemeente {naam}")
    delen = (gettext("Goedendag,"), eerste, *rest[:-1], geen_link, rest[-1], *groet)
    return "\n\n".join(delen).format(**settings.GEMEENTE) + "\n"
