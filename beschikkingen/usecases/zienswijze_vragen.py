"""The inwoner has his say before we refuse or burden: asked, answered, or left out with its ground (Awb 4:7-4:12)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext

from beschikkingen import gebeurtenissen
from beschikkingen.models import Besluit, Zienswijze
from beschikkingen.soorten import MET_ZIENSWIJZE
from beschikkingen.statussen import BesluitStatus
from beschikkingen.usecases.ophalen import besluit_om_te_schrijven
from toegang import opmaak
from toegang.models import Actor
from toegang.rechten import Laag, Rol
from toegang.statussen import BriefStatus, OngeldigeOvergang
from toegang.tussen import check_tussen
from toegang.usecases import taken
from toegang.usecases.brief_klaarzetten import brief_klaarzetten
from toegang.usecases.brief_laten_vervallen import brief_laten_vervallen

SOORT = "zienswijze_gevraagd"
MINSTENS_DAGEN = 7  # a setting of the municipality: less is no real occasion
Wijze = Zienswijze.Wijze


def wat_vragen_weigert(besluit: Besluit) -> str:
    """Why nobody can be heard now; empty when somebody can."""
    if besluit.uitkomst not in MET_ZIENSWIJZE:
        return "Bij deze uitkomst hoeft de inwoner niet vooraf gehoord te worden."
    if besluit.status != BesluitStatus.CONCEPT:
        return "Horen gebeurt voordat het besluit naar de toetser gaat."
    return ""


@transaction.atomic
def zienswijze_vragen(
    *,
    besluit_id,
    door: Actor,
    vandaag: datetime.date,
    wijze: str,
    waarover: str,
    uiterlijk_op: datetime.date | None = None,
    antwoord: str = "",
) -> Zienswijze:
    """By letter with a day to answer, or aloud with the answer at once (Awb art. 4:9: as the inwoner chooses)."""
    besluit = _te_horen(besluit_id, door=door)
    if not waarover.strip():
        raise ValidationError({"waarover": "Schrijf op wat wij van plan zijn, en waarom"})
    open_ = besluit.zienswijzen.filter(afgerond_op=None).first()
    if open_:
        return open_
    zienswijze = Zienswijze(
        besluit=besluit,
        wijze=Wijze(wijze),
        waarover=waarover.strip(),
        gevraagd_op=vandaag,
        gevraagd_door=door,
    )
    if wijze == Wijze.BRIEF:
        _per_brief(zienswijze, uiterlijk_op, vandaag, door=door)
    else:
        if not antwoord.strip():
            raise ValidationError({"antwoord": "Schrijf op wat de inwoner zei"})
        zienswijze.antwoord, zienswijze.antwoord_op, zienswijze.antwoord_wijze = (
            antwoord.strip(),
            vandaag,
            wijze,
        )
        zienswijze.afgerond_op = vandaag
        zienswijze.bewaren(door=door, reden="zienswijze gegeven")
    gebeurtenissen.zienswijze_gevraagd(zienswijze, door=door)
    return zienswijze


def _te_horen(besluit_id, *, door: Actor) -> Besluit:
    besluit = besluit_om_te_schrijven(besluit_id, door=door)
    if weigering := wat_vragen_weigert(besluit):
        raise OngeldigeOvergang(weigering)
    return besluit


def _per_brief(zienswijze: Zienswijze, uiterlijk_op, vandaag: datetime.date, *, door: Actor) -> None:
    vroegst = vandaag + datetime.timedelta(days=MINSTENS_DAGEN)
    if uiterlijk_op is None or uiterlijk_op < vroegst:
        raise ValidationError(
            {"uiterlijk_op": f"Geef minstens een week: kies {opmaak.datum(vroegst)} of later"}
        )
    zienswijze.uiterlijk_op = uiterlijk_op
    zaak = zienswijze.besluit.zaak
    zienswijze.brief = brief_klaarzetten(
        soort=SOORT, zaak=zaak, bron_id=zienswijze.pk, onderwerp=gettext("Wat vindt u van ons plan?"), door=door,
        verzenddatum=vandaag, laag=Laag.INHOUD,
    )  # fmt: skip
    zienswijze.bewaren(door=door, reden="zienswijze gevraagd")
    taken.klaarzetten(
        "zienswijze", "Kijk of de inwoner een zienswijze gaf", door=door, zaak=zaak, uiterlijk=uiterlijk_op,
        adres="beschikkingen:zienswijze", adres_pk=zienswijze.besluit_id, medewerker=zaak.regisseur,
        rol="" if zaak.regisseur else Rol.CONSULENT,
    )  # fmt: skip


@transaction.atomic
def zienswijze_vastleggen(
    *, besluit_id, door: Actor, vandaag: datetime.date, wijze: str = "", antwoord: str = "",
    antwoord_op: datetime.date | None = None,
) -> Zienswijze:  # fmt: skip
    """The answer to our letter; without one only when the day to answer is over."""
    besluit = _te_horen(besluit_id, door=door)
    zienswijze = besluit.zienswijzen.filter(afgerond_op=None).first()
    if zienswijze is None:
        raise OngeldigeOvergang("Er is niets gevraagd dat nog open staat. Ververs de pagina.")
    zienswijze.besluit = besluit
    if antwoord.strip():
        op = antwoord_op or vandaag
        check_tussen("antwoord_op", op, zienswijze.gevraagd_op, vandaag)
        zienswijze.antwoord, zienswijze.antwoord_op = antwoord.strip(), op
        zienswijze.antwoord_wijze = Wijze(wijze) if wijze else Wijze.BRIEF
    elif zienswijze.uiterlijk_op and vandaag <= zienswijze.uiterlijk_op:
        tot = opmaak.datum(zienswijze.uiterlijk_op)
        raise ValidationError({"antwoord": f"De inwoner kan nog tot en met {tot} antwoorden"})
    elif zienswijze.brief and zienswijze.brief.status != BriefStatus.VERZONDEN:
        raise OngeldigeOvergang("De brief is niet verstuurd. De inwoner kon nog niets zeggen.")
    return _afronden(zienswijze, vandaag, door=door)


def _afronden(zienswijze: Zienswijze, vandaag: datetime.date, *, door: Actor) -> Zienswijze:
    zienswijze.afgerond_op = vandaag
    zienswijze.bewaren(door=door, reden="zienswijze afgerond")
    if zienswijze.brief and zienswijze.brief.status in (BriefStatus.GEVRAAGD, BriefStatus.GEMAAKT):
        brief_laten_vervallen(brief_id=zienswijze.brief_id, door=door, reden="de inwoner antwoordde al")
    taken.afhandelen("zienswijze", zienswijze.besluit_id, door=door)
    gebeurtenissen.zienswijze_afgerond(zienswijze, door=door)
    return zienswijze


@transaction.atomic
def zienswijze_overslaan(
    *, besluit_id, door: Actor, vandaag: datetime.date, uitzondering: str, uitzondering_omdat: str
) -> Zienswijze:
    """Not heard, on a ground of the law and with the reason (Awb art. 4:7 lid 2, 4:11, 4:12)."""
    besluit = _te_horen(besluit_id, door=door)
    if not uitzondering_omdat.strip():
        raise ValidationError({"uitzondering_omdat": "Schrijf op waarom dit hier zo is"})
    if besluit.zienswijzen.filter(afgerond_op=None).exists():
        raise OngeldigeOvergang("Er is al om een zienswijze gevraagd. Wacht het antwoord af.")
    zelfde = besluit.zienswijzen.filter(
        uitzondering=uitzondering, uitzondering_omdat=uitzondering_omdat.strip()
    ).first()
    if zelfde:
        return zelfde
    zienswijze = Zienswijze(
        besluit=besluit, gevraagd_op=vandaag, gevraagd_door=door, afgerond_op=vandaag,
        uitzondering=Zienswijze.Uitzondering(uitzondering), uitzondering_omdat=uitzondering_omdat.strip(),
    ).bewaren(door=door, reden="niet vooraf gehoord")  # fmt: skip
    gebeurtenissen.zienswijze_afgerond(zienswijze, door=door)
    return zienswijze
