"""What was granted and nobody ordered, or nobody began: a task, once. The row is the truth; a run that stops half-way
left whole rows, and two runs at once wait for each other at a row, of which the second finds it done.
"""

import datetime
from dataclasses import dataclass
from functools import partial

from django.db.models import Exists, OuterRef

from toegang.models import Actor, Taak
from toegang.models.bulk import wijzigen_met_historie
from toegang.moment import nu
from toegang.rechten import Rol
from toegang.termijnen import werkdagen_na
from toegang.usecases import taken
from voorzieningen import gebeurtenissen
from voorzieningen.models import Levering
from voorzieningen.usecases.levering_starten import NIET_GELEVERD
from voorzieningen.usecases.levering_toewijzen import TOEWIJZEN
from voorzieningen.usecases.nachtwerk import PER_KEER, elke_rij
from voorzieningen.usecases.regisseurstaak import taak_voor_regisseur

PAGINA = "voorzieningen:levering"
SAMEN = ("indicatie__zaak__regisseur", "indicatie__zaak__dossier")


@dataclass
class Ronde:
    """What one run did."""

    toewijzen: int = 0
    niet_geleverd: int = 0
    opgeruimd: int = 0
    mislukt: int = 0


def leveringen_bewaken(*, vandaag: datetime.date, per_keer: int = PER_KEER) -> Ronde:
    """Each row in its own transaction: one that fails stays due, the others are done."""
    ronde, systeem = Ronde(), Actor.objects.systeem()
    te_bestellen = Levering.objects.te_toewijzen().filter(toewijzen_gevraagd_op=None)
    uitgebleven = Levering.objects.niet_geleverd(vandaag).filter(niet_geleverd_op=None)
    vast: dict = {"samen": SAMEN, "volgorde": "uiterlijk_begin_op", "per_keer": per_keer}
    wie: dict = {"vandaag": vandaag, "door": systeem}
    ronde.toewijzen, fout = elke_rij(
        te_bestellen, partial(_vraag_toewijzing, **wie), wat="toewijzen vragen", **vast
    )
    ronde.niet_geleverd, ook_fout = elke_rij(
        uitgebleven, partial(_meld_uitblijven, **wie), wat="uitblijven melden", **vast
    )
    ronde.mislukt = fout + ook_fout
    ronde.opgeruimd = _opruimen(systeem)
    return ronde


def _vraag_toewijzing(levering: Levering, *, vandaag: datetime.date, door: Actor) -> None:
    """For the administratie: tell the provider. Due the next working day."""
    i = levering.indicatie
    dag, zin = werkdagen_na(vandaag, 1), "Hulp is toegekend. Wijs haar toe aan de aanbieder."
    if i.zaak.afgeschermd:  # the desk does not see it
        taak_voor_regisseur(
            TOEWIJZEN, zin, i.zaak, door=door, vandaag=vandaag, uiterlijk=dag, adres=PAGINA, adres_pk=i.pk
        )
    else:
        taken.klaarzetten(
            TOEWIJZEN,
            zin,
            door=door,
            rol=Rol.ADMINISTRATIE,
            uiterlijk=dag,
            adres=PAGINA,
            adres_pk=i.pk,
            zaak=i.zaak,
        )
    levering.toewijzen_gevraagd_op = vandaag
    levering.bewaren(door=door, reden="taak: toewijzen")


def _meld_uitblijven(levering: Levering, *, vandaag: datetime.date, door: Actor) -> None:
    """For the regisseur of now (who stands in, else the team): granted, and not delivered."""
    i = levering.indicatie
    taak_voor_regisseur(
        NIET_GELEVERD, "Verleend maar niet geleverd: de aanbieder is niet op tijd begonnen. Bel de aanbieder.", i.zaak,
        door=door, vandaag=vandaag, uiterlijk=vandaag, adres=PAGINA, adres_pk=i.pk,
    )  # fmt: skip
    levering.niet_geleverd_op = vandaag
    levering.bewaren(door=door, reden="taak: verleend maar niet geleverd")
    gebeurtenissen.levering_blijft_uit(i, door=door)


def _opruimen(door: Actor) -> int:
    """Tasks of which the reason is gone without anybody telling us: the help ended, or the inwoner died."""
    soorten = {TOEWIJZEN: Levering.objects.te_toewijzen(), NIET_GELEVERD: Levering.objects.niet_begonnen()}
    gedaan = 0
    for soort, nog in soorten.items():
        weg = Taak.objects.open().filter(adres=PAGINA, sleutel__startswith=f"{soort}:")
        weg = weg.exclude(Exists(nog.filter(indicatie=OuterRef("adres_pk"))))
        gedaan += wijzigen_met_historie(
            weg, door=door, reden="niet meer nodig", afgehandeld_om=nu(), afgehandeld_door=door
        )
    return gedaan
