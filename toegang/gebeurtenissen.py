"""The timeline of the front door: one function per event, one plain sentence without content.

Later rooms write their own sentences with `vastleggen` in their own `gebeurtenissen.py`.
"""

import datetime

from django.utils import timezone

from toegang.brp_gevolgen import Wijziging
from toegang.models import Actor, Gebeurtenis, Zaak, Zichtbaar
from toegang.moment import nu
from toegang.rechten import Laag, Wet


def vastleggen(
    zaak: Zaak,
    soort: str,
    zin: str,
    *,
    door: Actor,
    op: datetime.date | None = None,
    groep: str = "proces",
    zichtbaar: Zichtbaar = Zichtbaar.INWONER,
    laag: Laag = Laag.PROCES,
    adres: str = "",
    adres_pk=None,
) -> Gebeurtenis:
    """Add one event. `op`: the day it happened when only a date is known; else now."""
    om = nu()
    return Gebeurtenis.objects.create(
        zaak=zaak, soort=soort, zin=zin, op=op or timezone.localdate(om), om=None if op else om, door=door,
        groep=groep, zichtbaar=zichtbaar, laag=laag, adres=adres, adres_pk=adres_pk,
    )  # fmt: skip


def contact_vastgelegd(contactmoment, *, door) -> None:
    """What another told about the inwoner without his knowing does not stand in his own timeline."""
    zin = f"Contact vastgelegd: {contactmoment.get_kanaal_display().lower()}."
    zichtbaar = Zichtbaar.ONTHOUDEN if contactmoment.buiten_weten else Zichtbaar.INWONER
    vastleggen(
        contactmoment.zaak, "contact_vastgelegd", zin, door=door, op=contactmoment.ontvangen_op, zichtbaar=zichtbaar
    )  # fmt: skip


def contact_losgehaald(contactmoment, zaak, *, door) -> None:
    """On the zaak where it did not belong; never where it went."""
    zin = "Een contact hoort niet bij deze zaak en is losgehaald."
    vastleggen(zaak, "contact_losgehaald", zin, door=door, zichtbaar=Zichtbaar.INTERN)


def telefoonnotitie_gemaakt(contactmoment, *, door) -> None:
    woord = "Gebeld" if contactmoment.richting == "uitgaand" else "Telefoontje ontvangen"
    vastleggen(
        contactmoment.zaak, "telefoonnotitie_gemaakt", f"{woord}, met een notitie.", door=door,
        op=contactmoment.ontvangen_op, zichtbaar=Zichtbaar.INTERN, adres="toegang:zaak_contacten",
        adres_pk=contactmoment.zaak_id,
    )  # fmt: skip


def zaak_geopend(zaak, *, door) -> None:
    zin = f"Zaak geopend onder de {zaak.get_wet_display()}."
    vastleggen(zaak, "zaak_geopend", zin, door=door, zichtbaar=Zichtbaar.INTERN)


def vraagverheldering_vastgelegd(zaak, *, door) -> None:
    vastleggen(
        zaak, "vraagverheldering_vastgelegd", "Vraag verhelderd.", door=door, groep="gesprek",
        adres="toegang:vraagverheldering", adres_pk=zaak.pk,
    )  # fmt: skip


def zaak_doorgezet(zaak, *, door) -> None:
    vastleggen(zaak, "zaak_doorgezet", "Doorgezet om te verdelen.", door=door, zichtbaar=Zichtbaar.INTERN)


def brief_gemaakt(brief, *, door) -> None:
    zin = f"Brief klaar voor verzending: {briefwoord(brief)}."
    vastleggen(
        brief.zaak, "brief_gemaakt", zin, door=door, groep="brief", zichtbaar=Zichtbaar.INTERN,
        adres="toegang:brief", adres_pk=brief.pk,
    )  # fmt: skip


def briefwoord(brief) -> str:
    """The kind of letter as a word: its subject is content."""
    return brief.soort.replace("_", " ") + (" (afschrift)" if brief.is_afschrift else "")


def brief_verzonden(brief, *, door) -> None:
    vastleggen(
        brief.zaak, "brief_verzonden", f"Brief verzonden: {briefwoord(brief)}.", door=door, groep="brief",
        op=brief.verzonden_op, adres="toegang:brief", adres_pk=brief.pk,
    )  # fmt: skip


def brief_teruggekomen(brief, *, door) -> None:
    vastleggen(
        brief.zaak, "brief_teruggekomen", f"Post kwam terug: {briefwoord(brief)}.", door=door, groep="brief",
        op=brief.teruggekomen_op, zichtbaar=Zichtbaar.INTERN, adres="toegang:brief", adres_pk=brief.pk,
    )  # fmt: skip


def bericht_verzonden(bericht, *, op, door) -> None:
    zin = f"E-mail verzonden: {bericht.soort.replace('_', ' ')}."
    vastleggen(
        bericht.zaak, "bericht_verzonden", zin, door=door, groep="brief", op=op, adres="toegang:documenten",
        adres_pk=bericht.zaak_id,
    )  # fmt: skip


def aanvraag_ontvangen(aanvraag, *, door) -> None:
    vastleggen(
        aanvraag.zaak, "aanvraag_ontvangen", "Aanvraag ontvangen.", door=door, op=aanvraag.ontvangen_op,
        groep="besluit",
    )  # fmt: skip


def aanvraag_ingetrokken(aanvraag, *, door) -> None:
    vastleggen(
        aanvraag.zaak, "aanvraag_ingetrokken", "Aanvraag ingetrokken. De zaak gaat verder.", door=door,
        op=aanvraag.ingetrokken_op, groep="besluit",
    )  # fmt: skip


def persoonlijk_plan_bekend(zaak, *, door, laat: bool = False) -> None:
    zin = (
        f"Persoonlijk plan ontvangen{', na de zeven dagen' if laat else ''}."
        if zaak.persoonlijk_plan == "ontvangen"
        else "Geen persoonlijk plan: inwoner ziet ervan af."
    )
    vastleggen(zaak, "persoonlijk_plan_bekend", zin, door=door, op=zaak.persoonlijk_plan_op)


def plantermijn_verlopen(zaak, *, op, door) -> None:
    zin = "De zeven dagen voor een persoonlijk plan zijn voorbij."
    vastleggen(zaak, "plantermijn_verlopen", zin, door=door, op=op)


def meer_tijd_gegeven(meer_tijd, *, door) -> None:
    termijn = meer_tijd.opschorting.termijn
    vastleggen(
        termijn.zaak, "meer_tijd_gegeven", "Meer tijd gegeven om de aanvraag aan te vullen.", door=door,
        op=meer_tijd.op, groep="besluit", adres="toegang:termijnen", adres_pk=termijn.zaak_id,
    )  # fmt: skip


def zaak_afgesloten(zaak, *, door) -> None:
    zin = f"Afgesloten: {zaak.get_afsluitreden_display().lower()}."
    vastleggen(zaak, "zaak_afgesloten", zin, door=door, op=zaak.afgesloten_op)


def zaak_ten_onrechte(zaak, *, door) -> None:
    """Not for the inwoner on whose name it stood: it was never about him."""
    zin = "Afgesloten: deze zaak was ten onrechte geopend."
    vastleggen(zaak, "zaak_ten_onrechte", zin, door=door, op=zaak.afgesloten_op, zichtbaar=Zichtbaar.INTERN)


def zaak_heropend(zaak, *, door) -> None:
    zin = "Zaak weer geopend: zij was per ongeluk afgesloten."
    vastleggen(zaak, "zaak_heropend", zin, door=door, op=zaak.heropend_op)


def wet_gewijzigd(zaak, van: str, *, door) -> None:
    zin = f"Wet gewijzigd: van {Wet(van).label} naar {zaak.get_wet_display()}."
    vastleggen(zaak, "wet_gewijzigd", zin, door=door, zichtbaar=Zichtbaar.INTERN)


def heronderzoek_geopend(zaak, *, door) -> None:
    vastleggen(zaak, "heronderzoek_geopend", "Heronderzoek begonnen.", door=door, op=zaak.gemeld_op)


def spoed_vastgelegd(zaak, *, door) -> None:
    zin = (
        "Spoed vastgelegd, met tijdelijke hulp." if zaak.spoed_maatregel
        else "Spoed vastgelegd." if zaak.spoed else "Geen spoed meer."
    )  # fmt: skip
    vastleggen(zaak, "spoed_vastgelegd", zin, door=door)


def uitleg_gegeven(zaak, wat: str, op, *, door) -> None:
    vastleggen(zaak, "uitleg_gegeven", f"Verteld over {wat}.", door=door, op=op, groep="gesprek")


def eerste_gesprek_gevoerd(zaak, *, op, door) -> None:
    vastleggen(zaak, "eerste_gesprek_gevoerd", "Eerste gesprek gevoerd.", door=door, op=op, groep="gesprek")


def veiligheid_vastgelegd(zaak, *, op, door) -> None:
    """Kept from the household, and read by L3 only: the line says not even what it is about."""
    vastleggen(
        zaak, "veiligheid_vastgelegd", "Een stap vastgelegd.", door=door, op=op, zichtbaar=Zichtbaar.ONTHOUDEN,
        laag=Laag.GEVOELIG, adres="toegang:veiligheid", adres_pk=zaak.pk,
    )  # fmt: skip


def brp_gewijzigd(zaak, wijziging, *, door) -> None:
    """That an address became secret is not said here: a timeline is printed and read aloud."""
    stil = wijziging == Wijziging.GEHEIM
    zin = "Gegevens bijgewerkt uit de BRP" + ("." if stil else f": {Wijziging(wijziging).label.lower()}.")
    vastleggen(zaak, "brp_gewijzigd", zin, door=door, zichtbaar=Zichtbaar.INTERN)


def termijn_opgeschort(opschorting, *, door) -> None:
    termijn = opschorting.termijn
    zin = f"Termijn staat stil: {termijn.get_soort_display().lower()}."
    vastleggen(
        termijn.zaak, "termijn_opgeschort", zin, door=door, op=opschorting.vanaf_op, groep="besluit",
        adres="toegang:termijnen", adres_pk=termijn.zaak_id,
    )  # fmt: skip


def termijn_loopt_weer(opschorting, *, door) -> None:
    termijn = opschorting.termijn
    zin = f"Opschorting voorbij: {opschorting.get_einde_display().lower()}."
    vastleggen(
        termijn.zaak, "termijn_loopt_weer", zin, door=door, op=opschorting.tot_op, groep="besluit",
        adres="toegang:termijnen", adres_pk=termijn.zaak_id,
    )  # fmt: skip


def aanvulling_nagekomen(opschorting, *, door) -> None:
    vastleggen(
        opschorting.termijn.zaak, "aanvulling_nagekomen", "Aanvulling ontvangen na de gevraagde dag.", door=door,
        op=opschorting.nagekomen_op, groep="besluit", adres="toegang:termijnen", adres_pk=opschorting.termijn.zaak_id,
    )  # fmt: skip


def termijn_verschoven(termijn, *, door) -> None:
    zin = f"Laatste dag verschoven door een feestdag: {termijn.get_soort_display().lower()}."
    vastleggen(
        termijn.zaak, "termijn_verschoven", zin, door=door, zichtbaar=Zichtbaar.INTERN, adres="toegang:termijnen",
        adres_pk=termijn.zaak_id,
    )  # fmt: skip


def termijn_verlengd(verlenging, *, door) -> None:
    zin = f"Uitstel meegedeeld: {verlenging.termijn.get_soort_display().lower()}."
    vastleggen(
        verlenging.termijn.zaak, "termijn_verlengd", zin, door=door, op=verlenging.op, groep="besluit",
        adres="toegang:termijnen", adres_pk=verlenging.termijn.zaak_id,
    )  # fmt: skip


def noodinzage_begonnen(noodinzage, *, door) -> None:
    vastleggen(noodinzage.zaak, "noodinzage_begonnen", "Spoedinzage door een collega.", door=door)


def inwoners_samengevoegd(zaak, *, door) -> None:
    zin = "Twee personen zijn samengevoegd."
    vastleggen(zaak, "inwoners_samengevoegd", zin, door=door, zichtbaar=Zichtbaar.INTERN)


def samenvoeging_hersteld(zaak, *, door) -> None:
    zin = "Een samenvoeging van personen is hersteld."
    vastleggen(zaak, "samenvoeging_hersteld", zin, door=door, zichtbaar=Zichtbaar.INTERN)


def vernietigverzoek_ontvangen(zaak, *, op, door) -> None:
    zin = "Verzoek ontvangen om de gegevens te vernietigen."
    vastleggen(zaak, "vernietigverzoek_ontvangen", zin, door=door, op=op)


def vernietigverzoek_beoordeeld(zaak, *, geweigerd: bool, door) -> None:
    woord = "geweigerd" if geweigerd else "toegewezen"
    vastleggen(zaak, "vernietigverzoek_beoordeeld", f"Verzoek om te vernietigen {woord}.", door=door)
