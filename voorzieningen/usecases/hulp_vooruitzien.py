"""Each night: who turns 18 within a year while youth help runs, and help that was to be looked at again. A task, once.

Jeugdwet 1.1 (a jeugdige is under 18, with exceptions): what comes after 18 is another law, and takes a year. Wmo 2.3.9
and Jeugdwet 8.1.3: the college looks again whether help still fits, on the day that was planned at the grant.
"""

import datetime
from dataclasses import dataclass
from functools import partial

from toegang.models import Actor
from toegang.onvolledige_datum import OnvolledigeDatum
from toegang.opmaak import datum
from toegang.rechten import Wet
from toegang.regels import maanden_later, werkdagen_later
from voorzieningen.models import Indicatie
from voorzieningen.usecases.nachtwerk import PER_KEER, elke_rij
from voorzieningen.usecases.regisseurstaak import taak_voor_regisseur

ACHTTIEN, HERONDERZOEK = "jeugd_18", "heronderzoek_gepland"
MAANDEN_VOORUIT, VOLWASSEN = 12, 18


@dataclass
class Ronde:
    """What one run did."""

    achttien: int = 0
    heronderzoek: int = 0
    mislukt: int = 0


def hulp_vooruitzien(*, vandaag: datetime.date, per_keer: int = PER_KEER) -> Ronde:
    """Each row in its own transaction, which also says that it was done."""
    door = Actor.objects.systeem()
    van_levenden = Indicatie.objects.geldend().filter(dossier__inwoner__overleden_op="")
    jong = van_levenden.filter(
        zaak__wet=Wet.JEUGDWET, achttien_gevraagd_op=None,
        dossier__inwoner__geboren__gt=achttien_jaar_voor(vandaag),
        dossier__inwoner__geboren__lte=achttien_jaar_voor(maanden_later(vandaag, MAANDEN_VOORUIT)),
    )  # fmt: skip
    gepland = van_levenden.filter(
        heronderzoek_op__lte=vandaag, heronderzoek_gevraagd_op=None, loopt_af_op=None
    )
    ronde = Ronde()
    vast: dict = {"samen": ("zaak__regisseur", "dossier__inwoner"), "per_keer": per_keer}
    wie: dict = {"vandaag": vandaag, "door": door}
    ronde.achttien, fout = elke_rij(jong, partial(_meld_achttien, **wie), wat="wordt 18", **vast)
    ronde.heronderzoek, ook_fout = elke_rij(
        gepland, partial(_meld_heronderzoek, **wie), wat="gepland heronderzoek", **vast
    )
    ronde.mislukt = fout + ook_fout
    return ronde


def achttien_jaar_voor(dag: datetime.date) -> str:
    """The birth date, as the BRP writes it, of who turns 18 on this day; an unknown day counts as the earliest."""
    return f"{dag.year - VOLWASSEN:04}{dag.month:02}{dag.day:02}"


def wanneer_achttien(geboren: str) -> str:
    """'op 3 april 2027', or 'binnen een jaar' when the birth date is not known in full."""
    g = OnvolledigeDatum.lees(geboren)
    if not g.dag:
        return "binnen een jaar"
    maand, dag = (3, 1) if (g.maand, g.dag) == (2, 29) else (g.maand, g.dag)
    return f"op {datum(datetime.date(g.jaar + VOLWASSEN, maand, dag))}"


def _meld_achttien(indicatie: Indicatie, *, vandaag: datetime.date, door: Actor) -> None:
    """One open task a zaak, however much help it has."""
    wanneer = wanneer_achttien(indicatie.dossier.inwoner.geboren)
    taak_voor_regisseur(
        ACHTTIEN, f"De jongere wordt 18 {wanneer}. Regel wat daarna nodig is.", indicatie.zaak, door=door,
        vandaag=vandaag, uiterlijk=maanden_later(vandaag, 1), adres="voorzieningen:indicaties",
        adres_pk=indicatie.zaak_id,
    )  # fmt: skip
    indicatie.achttien_gevraagd_op = vandaag
    indicatie.bewaren(door=door, reden="taak: wordt 18")


def _meld_heronderzoek(indicatie: Indicatie, *, vandaag: datetime.date, door: Actor) -> None:
    # only the Wmo knows a heronderzoek (art. 2.3.9)
    hoe = ": begin een heronderzoek" if indicatie.zaak.wet == Wet.WMO else ""
    taak_voor_regisseur(
        HERONDERZOEK, f"Kijk opnieuw of de hulp nog past{hoe}.", indicatie.zaak, door=door, vandaag=vandaag,
        uiterlijk=werkdagen_later(vandaag, 10), adres="voorzieningen:afloop", adres_pk=indicatie.pk,
    )  # fmt: skip
    indicatie.heronderzoek_gevraagd_op = vandaag
    indicatie.bewaren(door=door, reden="taak: gepland heronderzoek")
