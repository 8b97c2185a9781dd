"""A notice that we are late: valid or not, what the dwangsom becomes, and who is on turn (Awb art. 4:17)."""

import datetime

from django.db import transaction
from django.utils.translation import gettext

from beschikkingen import gebeurtenissen
from beschikkingen.models import Bezwaar, Ingebrekestelling
from beschikkingen.regels import DWANGSOM_DAGEN, dwangsomdagen, waarom_niet_in_gebreke
from toegang import opmaak
from toegang.models import Aanvraag, Actor, Termijn, TermijnSoort, Zaak
from toegang.rechten import Laag, Rol
from toegang.statussen import OngeldigeOvergang
from toegang.termijnregels import dwangsom, eerste_dwangsomdag
from toegang.tussen import check_tussen
from toegang.usecases import taken
from toegang.usecases.aanvraag_registreren import recht_voor_aanvraag
from toegang.usecases.brief_klaarzetten import brief_klaarzetten
from toegang.usecases.ophalen import zaak_vergrendelen

SOORT = "ingebrekestelling_ontvangen"
DAG = datetime.timedelta(days=1)
VASTSTELLEN = datetime.timedelta(days=14)  # Awb art. 4:18
BESLISSEN, BEDRAG = "dwangsom_voorkomen", "dwangsom_vaststellen"


def klok_van(aanvraag: Aanvraag | None, bezwaar: Bezwaar | None) -> Termijn | None:
    """The clock that should have been met: of the aanvraag, or of the bezwaar (Awb art. 7:14)."""
    if bezwaar is not None:
        klokken = Termijn.objects.filter(
            zaak=bezwaar.zaak_id, soort=TermijnSoort.BESLUIT_OP_BEZWAAR, aanvraag=bezwaar.besluit.aanvraag_id
        )
    else:
        klokken = Termijn.objects.filter(aanvraag=aanvraag, soort=TermijnSoort.BESLUIT)
    return klokken.filter(vervallen_op=None).order_by("-begint_op", "pk").first()


@transaction.atomic
def ingebrekestelling_registreren(
    *,
    zaak_id,
    door: Actor,
    vandaag: datetime.date,
    nu: datetime.datetime,
    ontvangen_op: datetime.date,
    schriftelijk: bool,
    aanvraag_id=None,
    bezwaar_id=None,
) -> Ingebrekestelling:
    """Answered by letter either way. The same notice of the same day is one."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=recht_voor_aanvraag(door))
    aanvraag = zaak.aanvragen.get(pk=aanvraag_id) if aanvraag_id else None
    bezwaar = Bezwaar.objects.select_related("besluit").get(pk=bezwaar_id, zaak=zaak) if bezwaar_id else None
    klok = klok_van(aanvraag, bezwaar)
    if klok is None or klok.gehaald_op:
        raise OngeldigeOvergang("Hierover is al besloten. Er is niets om ons over in gebreke te stellen.")
    check_tussen("ontvangen_op", ontvangen_op, klok.begint_op, vandaag)
    eerder = Ingebrekestelling.objects.filter(aanvraag=aanvraag, bezwaar=bezwaar)
    if zelfde := eerder.filter(ontvangen_op=ontvangen_op, schriftelijk=schriftelijk).first():
        return zelfde
    waarom_niet = waarom_niet_in_gebreke(
        ontvangen_op=ontvangen_op, uiterste_datum=klok.uiterste_datum, schriftelijk=schriftelijk,
        stil=klok.stil_sinds is not None, eerder=eerder.filter(geldig=True).exists(),
    )  # fmt: skip
    notitie = Ingebrekestelling(
        zaak=zaak, aanvraag=aanvraag, bezwaar=bezwaar, ontvangen_op=ontvangen_op, schriftelijk=schriftelijk,
        geregistreerd_om=nu, uiterste_datum=klok.uiterste_datum, geldig=not waarom_niet, waarom_niet=waarom_niet,
        eerste_dag=None if waarom_niet else eerste_dwangsomdag(ontvangen_op),
    ).bewaren(door=door, reden="ingebrekestelling ontvangen")  # fmt: skip
    brief_klaarzetten(
        soort=SOORT, zaak=zaak, bron_id=notitie.pk, onderwerp=gettext("U schreef dat wij te laat zijn"), door=door,
        verzenddatum=vandaag, laag=Laag.PROCES,
    )  # fmt: skip
    if notitie.geldig:
        _taken(notitie, zaak, bezwaar, door=door)
    gebeurtenissen.ingebrekestelling_ontvangen(notitie, door=door)
    return notitie


def _taken(notitie: Ingebrekestelling, zaak: Zaak, bezwaar: Bezwaar | None, *, door: Actor) -> None:
    """Decide before the first day; and when it runs out, fix the amount within two weeks (Awb art. 4:18)."""
    eerste = notitie.eerste_dag or notitie.ontvangen_op
    jurist = bezwaar.behandelaar.medewerker if bezwaar and bezwaar.behandelaar else None
    wie = jurist or zaak.regisseur
    taken.klaarzetten(
        BESLISSEN, f"Beslis voor {opmaak.datum(eerste)}: daarna kost elke dag geld", door=door, zaak=zaak,
        uiterlijk=eerste - DAG, adres="beschikkingen:ingebrekestellingen", adres_pk=zaak.pk, medewerker=wie,
        rol="" if wie else Rol.CONSULENT,
    )  # fmt: skip
    taken.klaarzetten(
        BEDRAG, "Stel de dwangsom vast (Awb 4:18)", door=door, zaak=zaak, adres="beschikkingen:ingebrekestellingen",
        uiterlijk=eerste + datetime.timedelta(days=DWANGSOM_DAGEN - 1) + VASTSTELLEN, adres_pk=zaak.pk,
        medewerker=zaak.regisseur, rol="" if zaak.regisseur else Rol.CONSULENT,
    )  # fmt: skip


def dwangsom_stoppen(
    zaak: Zaak, op: datetime.date, *, door: Actor, aanvraag_id=None, bezwaar_id=None
) -> Ingebrekestelling | None:
    """The besluit was made known on this day: the counter stops the day before. Sending holds the zaak."""
    notitie = Ingebrekestelling.objects.filter(
        aanvraag_id=aanvraag_id, bezwaar_id=bezwaar_id, geldig=True, gestopt_op=None
    ).first()
    if notitie is None:
        return None
    return _stoppen(notitie, zaak, op, door=door)


def _stoppen(notitie: Ingebrekestelling, zaak: Zaak, op: datetime.date, *, door: Actor) -> Ingebrekestelling:
    eerste = notitie.eerste_dag or op
    dagen = dwangsomdagen(eerste, op)
    notitie.bedrag, notitie.gestopt_op = dwangsom(dagen, op=eerste), op
    notitie.laatste_dag = eerste + datetime.timedelta(days=dagen - 1) if dagen else None
    notitie.bewaren(door=door, reden="dwangsom gestopt")
    taken.afhandelen(BESLISSEN, zaak.pk, door=door)
    if dagen:
        uiterlijk = (notitie.laatste_dag or op) + VASTSTELLEN
        taken.verzetten(BEDRAG, zaak.pk, uiterlijk, door=door)
    else:
        taken.afhandelen(BEDRAG, zaak.pk, door=door)
    return notitie


def volgelopen(
    notitie: Ingebrekestelling, zaak: Zaak, vandaag: datetime.date, *, door: Actor
) -> Ingebrekestelling:
    """After 42 days the amount is the most it can be, decided or not."""
    eerste = notitie.eerste_dag or vandaag
    if notitie.bedrag is None and (vandaag - eerste).days >= DWANGSOM_DAGEN:
        return _stoppen(notitie, zaak, eerste + datetime.timedelta(days=DWANGSOM_DAGEN), door=door)
    return notitie
