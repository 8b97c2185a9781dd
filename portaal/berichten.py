"""The notice that a letter lies ready: no link, no name, and not a word on what it is about (ux 7)."""

from django.conf import settings
from django.utils.translation import gettext

SOORT = "brief_in_mijn_hulp"


def onderwerp() -> str:
    """What stands on a locked telephone."""
    return gettext("Er staat een brief voor u klaar – gemeente {naam}").format(naam=settings.GEMEENTE["naam"])


def tekst() -> str:
    gemeente = settings.GEMEENTE
    delen = (
        gettext("Goedendag,"),
        gettext("Er staat een brief voor u klaar. Ga zelf naar {website} en kies Mijn hulp."),
        gettext("In deze e-mail staat geen link. Zo weet u dat u op de goede plek bent."),
        gettext("Krijgt u uw brieven liever op papier? Kies dat in Mijn hulp, of bel ons: {telefoon}."),
        gettext("Met vriendelijke groet,"),
        gettext("gemeente {naam}"),
    )
    return "\n\n".join(delen).format(
        website=gemeente["website"], telefoon=gemeente["telefoon"], naam=gemeente["naam"]
    ) + "\n"  # fmt: skip
