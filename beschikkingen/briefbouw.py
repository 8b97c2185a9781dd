"""From a besluit to its letter: what is decided, why along the rungs, what it costs, how to object. Reads only."""

import datetime
from dataclasses import replace

from django.conf import settings
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext

from beschikkingen import briefuitkomst
from beschikkingen.briefantwoord import (
    antwoord,
    eigen_regels,
    indicaties_van,
    regels_van,
    veranderingen,
)
from beschikkingen.briefgegevens import met_alles
from beschikkingen.briefsjabloon import blokken_voor
from beschikkingen.briefuitkomst import ARTIKELEN, alineas, hulpnamen
from beschikkingen.brieven import Besluitbrief
from beschikkingen.models import Aanleiding, Besluit, Uitkomst
from toegang import termijnen
from toegang.briefcodes import LETTERS
from toegang.brieven.geadresseerde import geadresseerden
from toegang.brieven.kop import aanhef_voor, kop_voor
from toegang.models import Brief

NOG_NIET = "(nog niet ondertekend)"
WAAROM_VOLGT = "Wij schrijven u binnen een week waarom wij dit besluiten."  # Awb art. 3:47 lid 3


def bouwen(brief: Brief) -> Besluitbrief:
    """The letter of a job row (`Briefsoort` besluit): dated on its planned sending date, objected to from that day."""
    return besluitbrief(met_alles(brief.bron_id), brief)


def voorbeeld(besluit: Besluit, vandaag: datetime.date) -> Besluitbrief:
    """A draft on screen: not dated, no last day to object, 'Concept' above it. ValidationError without an address."""
    wie = geadresseerden(besluit.zaak.dossier.inwoner, vandaag)[0]
    rij = Brief(zaak=besluit.zaak, aan_naam=wie.naam, aan_adres=list(wie.regels), bron_id=besluit.pk)
    brief = besluitbrief(besluit, rij)
    return replace(brief, onderwerp=gettext("Concept: %(onderwerp)s") % {"onderwerp": brief.onderwerp})


def besluitbrief(besluit: Besluit, rij: Brief) -> Besluitbrief:
    """Everything the Awb asks, from what was recorded."""
    tekenaar = besluit.ondertekend_door.medewerker if besluit.ondertekend_door else None
    kop = replace(kop_voor(rij), kenmerk=besluit.kenmerk, besloten_op=besluit.ondertekend_op)
    return Besluitbrief(
        kop=kop,
        aanhef=aanhef_voor(rij),
        onderwerp=onderwerp(besluit),
        bezwaar_tot=termijnen.bezwaartermijn(rij.verzenddatum) if rij.verzenddatum else None,
        ondertekenaar=tekenaar.naam if tekenaar else NOG_NIET,
        functie=tekenaar.functie if tekenaar else "",
        code=briefcode(besluit),
        **inhoud(besluit),
        **blokken_voor(besluit, kop),
    )


GEWOON = frozenset({Uitkomst.TOEKENNING, Uitkomst.GEDEELTELIJK, Uitkomst.AFWIJZING})


def inhoud(besluit: Besluit) -> dict:
    """The parts of the letter that this besluit fills."""
    return antwoord(besluit) if besluit.uitkomst in GEWOON else _anders(besluit)


def _anders(besluit: Besluit) -> dict:
    """Spoed, a change of what was granted, money, bezwaar: the same letter with other parts."""
    spoed = besluit.uitkomst == Uitkomst.TIJDELIJK
    indicaties = indicaties_van(besluit)
    kop = gettext("Waarom krijgt u deze hulp?") if spoed else gettext("Waarom besluiten wij dit?")
    return {
        "besluit": briefuitkomst.wat_besloten(besluit),
        "regels": regels_van(indicaties) if spoed else briefuitkomst.regels(besluit),
        "nu": alineas(besluit.wat_gebeurt_nu),
        "waarom_kop": kop,
        "waarom": briefuitkomst.waarom(besluit) or (WAAROM_VOLGT,),
        "zienswijze": alineas(besluit.zienswijze),
        "wat_kan_wel": alineas(besluit.wat_kan_wel),
        "bijdrage": (),
        "veranderingen": (veranderingen(besluit),) if spoed else (),
        "rechtsmiddel": "beroep" if besluit.aanleiding == Aanleiding.BEZWAAR else "bezwaar",
        "wettelijke_regels": (ARTIKELEN[Uitkomst(besluit.uitkomst)], *eigen_regels(besluit)),
    }


def leestekst(besluit: Besluit) -> list[str]:
    """The running text of the letter, to measure how it reads."""
    delen = {"pgb": (), "conclusie": (), "adviezen": (), "treden": ()} | inhoud(besluit)
    namen = (
        "besluit",
        "pgb",
        "nu",
        "waarom",
        "conclusie",
        "adviezen",
        "zienswijze",
        "wat_kan_wel",
        "bijdrage",
    )
    return [t for n in namen for t in delen[n]] + [r.tekst for r in delen["treden"]]


def onderwerp(besluit: Besluit) -> str:
    """The outcome in one line."""
    if besluit.uitkomst not in GEWOON:
        return briefuitkomst.onderwerp_van(besluit)
    hulp = hulpnamen(indicaties_van(besluit))
    if besluit.uitkomst == Uitkomst.AFWIJZING:
        return (
            gettext("U krijgt geen %(hulp)s") % {"hulp": hulp}
            if hulp
            else gettext("U krijgt niet de hulp die u vroeg")
        )
    if besluit.uitkomst == Uitkomst.GEDEELTELIJK or not hulp:
        return gettext("U krijgt een deel van de hulp die u vroeg")
    return gettext("U krijgt %(hulp)s") % {"hulp": hulp}


def briefcode(besluit: Besluit) -> str:
    """7K4Q-92TM: by this code anyone can ask whether the letter is ours; it says nothing about the person."""
    bytes_ = salted_hmac(
        "beschikkingen.briefcode", str(besluit.pk), secret=settings.SECRET_KEY, algorithm="sha256"
    ).digest()
    code = "".join(LETTERS[b % len(LETTERS)] for b in bytes_[:8])
    return f"{code[:4]}-{code[4:]}"
