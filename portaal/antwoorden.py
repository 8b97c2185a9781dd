"""What the desk answered, in the language of the page: it is kept in Dutch, as the desk reads it too."""

import datetime
import re

from django.utils.translation import gettext, gettext_noop

from portaal import formulier
from portaal.templatetags.portaal import dag, dag_lang
from toegang.opmaak import DAGEN, MAANDEN, datum_lang

VRAAG_UITERLIJK = gettext_noop("Uw vraag is bij ons. U hoort uiterlijk %(dag)s van ons.")
BERICHT_UITERLIJK = gettext_noop("Uw bericht is bij ons. U hoort uiterlijk %(dag)s van ons.")
NAKIJKEN = gettext_noop("Wij kijken het na. U hoort uiterlijk %(dag)s van ons.")
UITZOEKEN = gettext_noop("Wij zoeken het uit. U hoort uiterlijk %(dag)s waarom er gekeken is.")
BELT = gettext_noop("%(wie)s belt u voor een andere afspraak.")
PATRONEN = (VRAAG_UITERLIJK, BERICHT_UITERLIJK, NAKIJKEN, UITZOEKEN, BELT)

_LEZEN = formulier.lezers(PATRONEN)
_DAG = re.compile(rf"((?:{'|'.join(DAGEN)}) )?(\d+) ({'|'.join(MAANDEN)}) (\d+)")


def antwoord(msgid: str, *, dag: datetime.date | None = None, wie: str = "") -> str:
    """The sentence as it is kept."""
    return msgid % {"dag": dag and datum_lang(dag), "wie": wie}


def in_de_taal(zin: str) -> str:
    """An answer in the language of the page; one that we do not know stays as it is."""
    if vertaald := formulier.met_namen_erin(zin, _LEZEN, datum_in_de_taal):
        return vertaald
    vertaald = gettext(zin)
    return vertaald if vertaald != zin else formulier.in_de_taal(zin)


def datum_in_de_taal(tekst: str) -> str:
    """A date as the page writes it; anything else as it is."""
    if (gevonden := _DAG.fullmatch(tekst)) is None:
        return tekst
    weekdag, dag_, maand, jaar = gevonden.groups()
    return (dag_lang if weekdag else dag)(datetime.date(int(jaar), MAANDEN.index(maand) + 1, int(dag_)))
