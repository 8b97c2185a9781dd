"""The timeline of a besluit. Until it is sent it is nothing to the inwoner (Awb 3:40), so those rows stay inside."""

from toegang import opmaak
from toegang.gebeurtenissen import vastleggen
from toegang.models import Zichtbaar


def _intern(besluit, soort: str, zin: str, *, door) -> None:
    vastleggen(
        besluit.zaak, soort, zin, door=door, groep="besluit", zichtbaar=Zichtbaar.INTERN,
        adres="beschikkingen:besluit", adres_pk=besluit.pk,
    )  # fmt: skip


def besluit_opgesteld(besluit, *, door) -> None:
    _intern(besluit, "besluit_opgesteld", "Besluit opgesteld.", door=door)


def besluit_ter_toetsing(besluit, *, door) -> None:
    _intern(besluit, "besluit_ter_toetsing", "Besluit naar de toetser.", door=door)


def besluit_opgepakt(besluit, *, door) -> None:
    _intern(besluit, "besluit_opgepakt", "Besluit opgepakt om te lezen.", door=door)


def besluit_teruggestuurd(besluit, *, door) -> None:
    _intern(besluit, "besluit_teruggestuurd", "Besluit teruggestuurd met een opmerking.", door=door)


def besluit_goedgekeurd(besluit, *, door) -> None:
    _intern(besluit, "besluit_goedgekeurd", "Besluit goedgekeurd door de toetser.", door=door)


def besluit_ondertekend(besluit, *, door) -> None:
    _intern(
        besluit, "besluit_ondertekend", "Besluit ondertekend. Het geldt pas als de brief weg is.", door=door
    )


def besluit_verzonden(besluit, *, door) -> None:
    zin = f"Besluit verzonden. Bezwaar kan tot en met {opmaak.datum_lang(besluit.bezwaar_tot)}."
    vastleggen(besluit.zaak, "besluit_verzonden", zin, door=door, op=besluit.verzonden_op, groep="besluit")


def besluit_met_spoed(besluit, *, door) -> None:
    _intern(besluit, "besluit_met_spoed", "Besluit met spoed naar de ondertekenaar.", door=door)


def besluit_mondeling(besluit, *, door, op) -> None:
    zin = "Tijdelijke hulp mondeling meegedeeld. De brief volgt."
    vastleggen(besluit.zaak, "besluit_mondeling", zin, door=door, op=op, groep="besluit")


def besluit_achteraf_getoetst(besluit, *, door) -> None:
    _intern(besluit, "besluit_achteraf_getoetst", "Spoedbesluit achteraf getoetst.", door=door)


def zienswijze_gevraagd(zienswijze, *, door) -> None:
    _over_zienswijze(
        zienswijze, "zienswijze_gevraagd", "Inwoner gevraagd wat hij van ons plan vindt.", door=door
    )


def zienswijze_afgerond(zienswijze, *, door) -> None:
    zin = "Zienswijze van de inwoner vastgelegd."
    if zienswijze.uitzondering:
        zin = "Vastgelegd waarom de inwoner niet vooraf is gehoord."
    elif not zienswijze.antwoord_op:
        zin = "De inwoner gaf geen zienswijze."
    _over_zienswijze(zienswijze, "zienswijze_afgerond", zin, door=door)


def _over_zienswijze(zienswijze, soort: str, zin: str, *, door) -> None:
    """The inwoner was asked, so he may see that he was; not what we wrote down about leaving it out."""
    zichtbaar = Zichtbaar.INTERN if zienswijze.uitzondering else Zichtbaar.INWONER
    vastleggen(
        zienswijze.besluit.zaak, soort, zin, door=door, groep="besluit", zichtbaar=zichtbaar,
        adres="beschikkingen:zienswijze", adres_pk=zienswijze.besluit_id,
    )  # fmt: skip


def _over_bezwaar(bezwaar, soort: str, zin: str, *, door, op=None, zichtbaar=Zichtbaar.INWONER) -> None:
    vastleggen(
        bezwaar.zaak, soort, zin, door=door, op=op, groep="besluit", zichtbaar=zichtbaar,
        adres="beschikkingen:bezwaar", adres_pk=bezwaar.pk,
    )  # fmt: skip


def bezwaar_ontvangen(bezwaar, *, door) -> None:
    _over_bezwaar(bezwaar, "bezwaar_ontvangen", "Bezwaar ontvangen.", door=door, op=bezwaar.ontvangen_op)


def bezwaar_opgepakt(bezwaar, *, door) -> None:
    _over_bezwaar(
        bezwaar,
        "bezwaar_opgepakt",
        "Een jurist behandelt het bezwaar.",
        door=door,
        zichtbaar=Zichtbaar.INTERN,
    )


def hoorzitting_gepland(bezwaar, *, door) -> None:
    _over_bezwaar(bezwaar, "hoorzitting_gepland", "Gesprek over het bezwaar gepland.", door=door)


def gehoord(bezwaar, *, door) -> None:
    _over_bezwaar(bezwaar, "gehoord", "Gesprek over het bezwaar gehouden.", door=door, op=bezwaar.gehoord_op)


def inbreng_gegeven(bezwaar, *, door) -> None:
    zin = "Feiten voor het bezwaar gegeven."
    _over_bezwaar(bezwaar, "inbreng_gegeven", zin, door=door, zichtbaar=Zichtbaar.INTERN)


def bezwaar_ingetrokken(bezwaar, *, door) -> None:
    _over_bezwaar(
        bezwaar, "bezwaar_ingetrokken", "Bezwaar ingetrokken.", door=door, op=bezwaar.ingetrokken_op
    )


def bezwaar_besloten(bezwaar, *, door, op) -> None:
    _over_bezwaar(bezwaar, "bezwaar_besloten", "Besluit op het bezwaar verzonden.", door=door, op=op)


def beroep_geregistreerd(beroep, *, door) -> None:
    vastleggen(
        beroep.zaak, "beroep_geregistreerd", "Beroep bij de rechter geregistreerd.", door=door, op=beroep.ingesteld_op,
        groep="besluit",
    )  # fmt: skip


def uitspraak_vastgelegd(beroep, *, door) -> None:
    vastleggen(
        beroep.zaak, "uitspraak_vastgelegd", "Uitspraak van de rechter vastgelegd.", door=door, op=beroep.uitspraak_op,
        groep="besluit",
    )  # fmt: skip


def ingebrekestelling_ontvangen(notitie, *, door) -> None:
    vastleggen(
        notitie.zaak, "ingebrekestelling_ontvangen", "Ingebrekestelling ontvangen.", door=door,
        op=notitie.ontvangen_op, groep="besluit", adres="beschikkingen:ingebrekestellingen", adres_pk=notitie.zaak_id,
    )  # fmt: skip
