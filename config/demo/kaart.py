"""The sociale kaart of the demo, kept by the administratie; and people who were referred to it, asked how it went."""

import datetime
from random import Random

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from config.demo.gemeente.kaart import GESTOPT, KAART, Voorziening
from config.demo.kalender import HIER
from config.demo.ploeg import Ploeg
from toegang.models import Actor, Zaak
from toegang.moment import op_moment
from toegang.rechten import Rol, Wet
from toegang.statussen import ZaakStatus
from voorzieningen.models import AlgemeneVoorziening, Kosten, Uitkomst, Verwijzing, Wijze
from voorzieningen.usecases.verwijzing_navragen import verwijzing_navragen
from voorzieningen.usecases.verwijzing_vastleggen import verwijzing_vastleggen
from voorzieningen.usecases.voorziening_beeindigen import voorziening_beeindigen
from voorzieningen.usecases.voorziening_vastleggen import voorziening_vastleggen

WEKEN = 2
# To what the people of the demo were referred: (part of the name, area of life, for what).
VAAK = (
    ("Boodschappendienst", "huishouden", "Elke week samen boodschappen doen"),
    ("Open Inloop Blerick", "daginvulling", "Twee keer per week mee-eten en mensen zien"),
    ("Klussendienst", "wonen", "Beugels in de badkamer ophangen"),
    ("Boodschappendienst", "huishouden", "Zware boodschappen tillen lukt niet meer"),
    ("Wijkbus", "vervoer", "Naar de fysiotherapeut en de markt"),
    ("Boodschappendienst", "huishouden", "Dochter is zes weken weg"),
    ("Steunpunt Mantelzorg", "mantelzorg", "Iemand die de partner een middag vervangt"),
    ("Thuisadministratie", "geld", "Samen de post op orde brengen"),
)
UITKOMSTEN = (
    Uitkomst.GEHOLPEN, Uitkomst.GEHOLPEN, Uitkomst.DEELS, Uitkomst.GEHOLPEN, Uitkomst.NIET_GEGAAN,
    Uitkomst.GEHOLPEN, Uitkomst.NIET_GEHOLPEN, Uitkomst.GEHOLPEN, Uitkomst.NIET_BEREIKT,
)  # fmt: skip
HOEVEEL = 45


@transaction.atomic
def kaart_inrichten(nu: datetime.datetime) -> None:
    """Once; each line was written or looked at some months ago, so that a few wait to be looked at."""
    if AlgemeneVoorziening.objects.exists():
        return
    door, vandaag = Ploeg().met_rol(Rol.ADMINISTRATIE, 0), timezone.localdate(nu)
    for nr, v in enumerate(KAART, 1):
        _zet(v, nr, door, vandaag - datetime.timedelta(days=30 * v.maanden))
    naam, omdat = GESTOPT
    weg = Voorziening(naam, "Samen kapotte spullen maken.", ("sociaal",), wijken=("Tegelen",), website=False)
    rij = _zet(weg, 0, door, vandaag - datetime.timedelta(days=200))
    dag = vandaag - datetime.timedelta(days=30)
    voorziening_beeindigen(voorziening_id=rij.pk, beeindigd_op=dag, omdat=omdat, door=door, vandaag=vandaag)


def _zet(v: Voorziening, nr: int, door: Actor, dag: datetime.date) -> AlgemeneVoorziening:
    slug = slugify(v.naam)
    with op_moment(datetime.datetime.combine(dag, datetime.time(10), HIER)):
        return voorziening_vastleggen(
            door=door, vandaag=dag, naam=v.naam, omschrijving=v.omschrijving, leefgebieden=v.leefgebieden,
            wijken=v.wijken, voor_wie=v.voor_wie, kosten=Kosten(v.kosten), bedrag=v.bedrag,
            kosten_uitleg=v.kosten_uitleg, openingstijden=v.openingstijden, adres=v.adres, trefwoorden=v.trefwoorden,
            telefoon=f"07731200{nr:02}", e_mail=f"info@{slug}.example" if v.website else "",
            website=f"https://www.{slug}.example" if v.website else "",
        )  # fmt: skip


@transaction.atomic
def verwijzingen_op_de_kaart_laden(nu: datetime.datetime) -> None:
    """Once: referrals of the last months by who has the zaak; most were asked again, some wait."""
    if Verwijzing.objects.exists():
        return
    ploeg, vandaag, kans = Ploeg(), timezone.localdate(nu), Random(26)  # nosec B311: a story, not a secret
    zaken = Zaak.objects.exclude(status=ZaakStatus.AFGESLOTEN).filter(
        wet=Wet.WMO, afgeschermd=False, regisseur__isnull=False, dossier__inwoner__overleden_op=""
    )
    for nr, zaak in enumerate(zaken.order_by("volgnummer")[:HOEVEEL]):
        naam, leefgebied, waarvoor = VAAK[nr % len(VAAK)]
        door, weken = ploeg.van(zaak.regisseur_id), kans.randint(0, 20)
        dag = max(vandaag - datetime.timedelta(weeks=weken, days=1), zaak.gemeld_op)
        _verwijs(zaak, naam, leefgebied, waarvoor, dag, door, nr, vandaag)


def _verwijs(zaak, naam: str, leefgebied: str, waarvoor: str, dag, door: Actor, nr: int, vandaag) -> None:
    rij, warm = AlgemeneVoorziening.objects.get(naam__startswith=naam), nr % 3 == 0
    kijken = dag + datetime.timedelta(weeks=WEKEN)
    with op_moment(datetime.datetime.combine(dag, datetime.time(11), HIER)):
        verwijzing = verwijzing_vastleggen(
            zaak_id=zaak.pk, door=door, vandaag=dag, voorziening_id=rij.pk, leefgebied=leefgebied, waarvoor=waarvoor,
            wijze=Wijze.WARM if warm else Wijze.GENOEMD, inwoner_akkoord=warm, kijken_op=kijken,
            gesproken_met="de coördinator" if warm else "",
        )  # fmt: skip
    if kijken < vandaag:
        with op_moment(datetime.datetime.combine(kijken, datetime.time(11), HIER)):
            verwijzing_navragen(
                verwijzing_id=verwijzing.pk,
                uitkomst=UITKOMSTEN[nr % len(UITKOMSTEN)],
                door=door,
                vandaag=kijken,
            )
