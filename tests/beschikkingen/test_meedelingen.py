"""The letters on the way to a besluit: what each must say, in short sentences, as an archivable and accessible PDF."""

import datetime

import pytest

from beschikkingen.models import Bezwaar
from beschikkingen.regels import GEMIDDELD_HOOGSTENS, LANGST_HOOGSTENS, leesbaarheid
from beschikkingen.usecases.besluit_aanvullen import besluit_aanvullen
from beschikkingen.usecases.bezwaar_behandelen import hoorzitting_plannen
from beschikkingen.usecases.bezwaar_intrekken import bezwaar_intrekken
from beschikkingen.usecases.zienswijze_vragen import zienswijze_vragen
from tests.beschikkingen.opstellingen import VANDAAG, besluit_in, verse
from tests.beschikkingen.test_bezwaar import BEZWAAR_TOT, in_behandeling
from tests.beschikkingen.test_ingebrekestelling import LAATSTE, kwam
from tests.toegang.test_pdf import lezen, pdf_van, tekst_van
from tests.wijkteams.opstellingen import om
from toegang.briefsoorten import briefsoort
from toegang.models import Brief

pytestmark = pytest.mark.django_db
DAG = datetime.timedelta(days=1)


def zienswijze():
    besluit = besluit_in("klaar")
    door = verse(besluit.zaak.regisseur)
    besluit_aanvullen(besluit_id=besluit.pk, door=door, uitkomst="afwijzing")
    zienswijze_vragen(
        besluit_id=besluit.pk, door=door, vandaag=VANDAAG, wijze="brief", waarover="Wij geven geen hulp.",
        uiterlijk_op=VANDAAG + 14 * DAG,
    )  # fmt: skip


def bezwaar(op=VANDAAG + 10 * DAG):
    return in_behandeling(besluit_in("verzonden"), op=op)


def hoorzitting():
    gevonden, mens = bezwaar()
    hoorzitting_plannen(
        bezwaar_id=gevonden.pk,
        door=verse(mens),
        vandaag=VANDAAG + 11 * DAG,
        om=om(BEZWAAR_TOT, 14),
        plaats="Stadskantoor",
    )


def ingetrokken():
    gevonden, mens = bezwaar()
    bezwaar_intrekken(
        bezwaar_id=gevonden.pk, door=verse(mens), vandaag=VANDAAG + 11 * DAG, ingetrokken_op=VANDAAG + 11 * DAG,
        ingetrokken_hoe="schriftelijk",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("soort", "maken", "zinnen"),
    [
        (
            "zienswijze_gevraagd", zienswijze,
            ["Wij geven geen hulp.", "Dit is nog geen besluit.", "uiterlijk op donderdag 17 december 2026", "4:7"],
        ),
        (
            "bezwaar_ontvangen", bezwaar,
            ["Op 13 december 2026 kregen wij uw bezwaar", "uiterlijk op donderdag 25 februari 2027", "6:14"],
        ),
        (
            "bezwaar_ontvangen", lambda: bezwaar(BEZWAAR_TOT + DAG),
            ["Uw bezwaar kwam te laat", "Vertel ons waarom het later kwam."],
        ),
        (
            "hoorzitting", hoorzitting,
            ["donderdag 14 januari 2027", "14.00", "Stadskantoor", "U mag iemand meenemen.", "7:4"],
        ),
        ("bezwaar_ingetrokken", ingetrokken, ["trok u uw bezwaar in", "blijft gelden", "6:21"]),
        (
            "ingebrekestelling_ontvangen", lambda: kwam(besluit_in("concept")),
            ["wij zijn te laat", "25 december 2026", "€ 23", "€ 45", "€ 1.442", "4:17"],
        ),
        (
            "ingebrekestelling_ontvangen", lambda: kwam(besluit_in("concept"), op=LAATSTE),
            ["voordat de termijn voorbij was", "geen dwangsom"],
        ),
    ],
)  # fmt: skip
def test_wat_elke_brief_zegt(soort, maken, zinnen):
    maken()
    brief = briefsoort(soort).bouwen(Brief.objects.filter(soort=soort).get())

    inhoud = pdf_van(brief)

    tekst = tekst_van(inhoud)
    for zin in zinnen:
        assert zin in tekst
    gemiddeld, langste, zin = leesbaarheid([a for deel in brief.delen for a in deel.alineas])
    assert gemiddeld <= GEMIDDELD_HOOGSTENS, gemiddeld
    assert langste <= LANGST_HOOGSTENS, zin
    assert "/StructTreeRoot" in lezen(inhoud).trailer["/Root"]
    assert Bezwaar.objects.count() <= 1
