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
