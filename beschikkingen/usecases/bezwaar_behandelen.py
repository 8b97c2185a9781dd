"""What a jurist does between receipt and decision: excused or not, heard or not, advised; the facts of the team."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext

from beschikkingen import gebeurtenissen
from beschikkingen.models import Bezwaar
from beschikkingen.usecases.bezwaar_ophalen import bezwaar_vergrendelen, check_open, van_de_jurist
from beschikkingen.usecases.bezwaar_registreren import klok_starten
from toegang import opmaak
from toegang.models import Actor, Brief, TermijnSoort
from toegang.rechten import Laag, Recht
from toegang.statussen import OngeldigeOvergang
from toegang.tussen import check_tussen
from toegang.usecases import taken
from toegang.usecases.brief_klaarzetten import brief_klaarzetten

HOORZITTING = "hoorzitting"
MINSTENS = datetime.timedelta(
    days=10
)  # the papers lie ready a week before (Awb art. 7:4 lid 2), and the post


@transaction.atomic
def termijnoverschrijding_beoordelen(
    *, bezwaar_id, door: Actor, verschoonbaar: bool, verschoonbaar_omdat: str
) -> Bezwaar:
    """Too late, but can he be blamed (Awb art. 6:11)?"""
    bezwaar = van_de_jurist(bezwaar_id, door=door)
    if not bezwaar.te_laat:
        raise OngeldigeOvergang("Dit bezwaar kwam op tijd. Er is niets te beoordelen.")
    if not verschoonbaar_omdat.strip():
        raise ValidationError({"verschoonbaar_omdat": "Schrijf op waarom"})
    bezwaar.verschoonbaar, bezwaar.verschoonbaar_omdat = verschoonbaar, verschoonbaar_omdat.strip()
    return bezwaar.bewaren(door=door, reden="te late indiening beoordeeld")


@transaction.atomic
def hoorzitting_plannen(
    *, bezwaar_id, door: Actor, vandaag: datetime.date, om: datetime.datetime, plaats: str
) -> Brief:
    """The invitation (Awb art. 7:2, 7:4); planned again it is made anew."""
    bezwaar = van_de_jurist(bezwaar_id, door=door)
    if om.date() < vandaag + MINSTENS:
        raise ValidationError({"dag": f"Kies {opmaak.datum(vandaag + MINSTENS)} of later"})
    if not plaats.strip():
        raise ValidationError({"plaats": "Schrijf op waar het is"})
    bezwaar.hoorzitting_om, bezwaar.hoorzitting_plaats = om, plaats.strip()
    bezwaar.bewaren(door=door, reden="hoorzitting gepland")
    gebeurtenissen.hoorzitting_gepland(bezwaar, door=door)
    return brief_klaarzetten(
        soort=HOORZITTING, zaak=bezwaar.zaak, bron_id=bezwaar.pk, sleutel=f"{HOORZITTING}:{bezwaar.pk}:{om:%Y%m%d%H%M}",
        onderwerp=gettext("U mag uw bezwaar vertellen"), door=door, verzenddatum=vandaag, laag=Laag.PROCES,
    )  # fmt: skip


@transaction.atomic
def horen_vastleggen(
    *,
    bezwaar_id,
    door: Actor,
    vandaag: datetime.date,
    gehoord_op: datetime.date,
    aanwezigen: str,
    hoorverslag: str,
) -> Bezwaar:
    """That he was heard, by whom, and what was said (Awb art. 7:7)."""
    bezwaar = van_de_jurist(bezwaar_id, door=door)
    check_tussen("gehoord_op", gehoord_op, bezwaar.ontvangen_op, vandaag)
    if not hoorverslag.strip():
        raise ValidationError({"hoorverslag": "Schrijf het verslag van het horen op"})
    bezwaar.gehoord_op, bezwaar.aanwezigen = gehoord_op, aanwezigen.strip()
    bezwaar.hoorverslag, bezwaar.niet_horen, bezwaar.niet_horen_omdat = hoorverslag.strip(), "", ""
    gebeurtenissen.gehoord(bezwaar, door=door)
    return bezwaar.bewaren(door=door, reden="gehoord")


@transaction.atomic
def van_horen_afzien(*, bezwaar_id, door: Actor, niet_horen: str, niet_horen_omdat: str) -> Bezwaar:
    """On a ground of the law, told in the decision (Awb art. 7:3, 7:12 lid 1)."""
    bezwaar = van_de_jurist(bezwaar_id, door=door)
    if bezwaar.gehoord_op:
        raise OngeldigeOvergang("De inwoner is al gehoord.")
    if not niet_horen_omdat.strip():
        raise ValidationError({"niet_horen_omdat": "Schrijf op waarom. Dit komt in de brief."})
    bezwaar.niet_horen, bezwaar.niet_horen_omdat = Bezwaar.NietHoren(niet_horen), niet_horen_omdat.strip()
    return bezwaar.bewaren(door=door, reden="van horen afgezien")


@transaction.atomic
def commissie_instellen(*, bezwaar_id, door: Actor, vandaag: datetime.date) -> Bezwaar:
    """An advisory committee: twelve weeks in place of six (Awb art. 7:10 lid 1, 7:13)."""
    bezwaar = van_de_jurist(bezwaar_id, door=door)
    if bezwaar.commissie:
        return bezwaar
    lopend = bezwaar.zaak.termijnen.lopend().filter(
        soort=TermijnSoort.BESLUIT_OP_BEZWAAR, aanvraag=bezwaar.besluit.aanvraag
    )
    oud = lopend.first()
    if oud is not None and (oud.opschortingen.exists() or oud.verlengingen.exists()):
        raise OngeldigeOvergang(
            "De termijn is al opgeschort of verdaagd. Stel de commissie aan het begin in."
        )
    if oud is not None and oud.uiterste_datum < vandaag:
        raise OngeldigeOvergang("De termijn is voorbij. Een commissie geeft nu geen extra tijd meer.")
    bezwaar.commissie = True
    bezwaar.bewaren(door=door, reden="commissie ingesteld")
    if oud is not None:
        oud.vervallen_op = vandaag
        oud.bewaren(door=door, reden="commissie ingesteld: twaalf weken")
    klok_starten(bezwaar, door=door)
    nieuw = lopend.first()
    if nieuw is not None:
        taken.verzetten("bezwaar_beslissen", bezwaar.pk, nieuw.uiterste_datum, door=door)
    bezwaar.zaak.bewaren(door=door, reden="commissie ingesteld")
    return bezwaar


@transaction.atomic
def advies_vastleggen(
    *, bezwaar_id, door: Actor, vandaag: datetime.date, advies_op: datetime.date, advies: str
) -> Bezwaar:
    """What the committee advises (Awb art. 7:13 lid 6)."""
    bezwaar = van_de_jurist(bezwaar_id, door=door)
    if not bezwaar.ontvangen_op <= advies_op <= vandaag:
        raise ValidationError({"advies_op": "Deze datum ligt na de ontvangst en niet in de toekomst"})
    if not advies.strip():
        raise ValidationError({"advies": "Schrijf het advies op"})
    bezwaar.advies_op, bezwaar.advies = advies_op, advies.strip()
    return bezwaar.bewaren(door=door, reden="advies van de commissie")


@transaction.atomic
def inbreng_geven(*, bezwaar_id, door: Actor, vandaag: datetime.date, inbreng: str) -> Bezwaar:
    """The facts of the team: the consulent gives input and does not decide (domain: bezwaar by the jurist)."""
    bezwaar = bezwaar_vergrendelen(bezwaar_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    check_open(bezwaar)
    if not inbreng.strip():
        raise ValidationError({"inbreng": "Schrijf op wat de jurist moet weten"})
    bezwaar.inbreng, bezwaar.inbreng_op, bezwaar.inbreng_door = inbreng.strip(), vandaag, door
    bezwaar.bewaren(door=door, reden="inbreng gegeven")
    taken.afhandelen("bezwaar_inbreng", bezwaar.pk, door=door)
    gebeurtenissen.inbreng_gegeven(bezwaar, door=door)
    return bezwaar
