"""What a letter is about, for who reads the site in another language: the letters themselves are Dutch."""

from django.utils.translation import get_language, gettext, gettext_noop

from portaal import formulier
from portaal.antwoorden import datum_in_de_taal
from toegang.brieven.basis import TAAL

TITELS = frozenset({
    gettext_noop("Besluit op uw aanvraag"), gettext_noop("Het verslag van ons gesprek"), gettext_noop("Uw plan"),
    gettext_noop("Wij komen bij u langs"), gettext_noop("Wij konden u niet bereiken"),
    gettext_noop("Uw vraag om hulp is bij ons"), gettext_noop("Uw aanvraag is bij ons"),
    gettext_noop("Wij missen nog iets bij uw aanvraag"), gettext_noop("Wij missen nog iets bij uw bezwaar"),
    gettext_noop("Wij gaan verder met uw aanvraag"), gettext_noop("U trok een aanvraag in"),
    gettext_noop("Ons besluit komt later"), gettext_noop("Ons besluit op uw bezwaar komt later"),
    gettext_noop("U krijgt meer tijd voor uw aanvraag"), gettext_noop("U krijgt meer tijd voor uw bezwaar"),
    gettext_noop("Wij kregen uw bezwaar"), gettext_noop("U trok uw bezwaar in"),
    gettext_noop("U mag uw bezwaar vertellen"), gettext_noop("U schreef dat wij te laat zijn"),
    gettext_noop("Waarom u tijdelijke hulp kreeg"), gettext_noop("Wat vindt u van ons plan?"),
})  # fmt: skip
_LEZEN = formulier.lezers((gettext_noop("Uw hulp loopt af op %(dag)s"),))


def in_de_taal(onderwerp: str) -> str:
    """The title in the language of the page; empty on a Dutch page, and for a title that we do not know."""
    if (get_language() or TAAL).startswith(TAAL):
        return ""
    return (
        gettext(onderwerp)
        if onderwerp in TITELS
        else formulier.met_namen_erin(onderwerp, _LEZEN, datum_in_de_taal)
    )


def met_betekenis(brieven) -> list:
    """Each letter with what its title means."""
    rijen = list(brieven)
    for b in rijen:
        b.betekenis = in_de_taal(b.onderwerp)
    return rijen
