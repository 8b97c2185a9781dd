"""The timeline of the talk and the plan: one function per event, one plain sentence without content."""

from collections.abc import Iterable

from django.db.models import Case, F, QuerySet, Value, When
from django.utils import timezone

from toegang import opmaak
from toegang.gebeurtenissen import vastleggen
from toegang.models import Gebeurtenis, Zaak, Zichtbaar
from toegang.models.bulk import toevoegen
from toegang.rechten import Laag
from wijkteams.models import Medewerker, Opschaling


def zaak_toegewezen(zaak, *, door) -> None:
    """While a zaak is in wijkteam+ because somebody is in danger, its own timeline does not say where it is."""
    zin = f"Regisseur gekozen: {zaak.regisseur.naam}, {zaak.wijkteam.naam}."
    gevaar = zaak.opschalingen.lopend().filter(grond=Opschaling.Grond.VEILIGHEID).exists()
    zichtbaar = Zichtbaar.ONTHOUDEN if gevaar else Zichtbaar.INWONER
    vastleggen(zaak, "zaak_toegewezen", zin, door=door, zichtbaar=zichtbaar)


def _schalen(opschaling, soort: str, zin: str, *, door) -> None:
    """For safety it starts as kept from the portal (Wmo 2015 art. 5.3.2): a partner who looks must not learn of it."""
    gevaar = opschaling.grond == Opschaling.Grond.VEILIGHEID
    zichtbaar = Zichtbaar.ONTHOUDEN if gevaar else Zichtbaar.INWONER
    vastleggen(opschaling.zaak, soort, zin, door=door, zichtbaar=zichtbaar)


def zaak_opgeschaald(opschaling, *, door) -> None:
    zin = f"Overgenomen door {opschaling.naar_team.naam}, van {opschaling.van_team.naam}."
    _schalen(opschaling, "zaak_opgeschaald", zin, door=door)


def zaak_afgeschaald(opschaling, *, door) -> None:
    zin = f"Terug naar {opschaling.terug_naar.naam}, van {opschaling.naar_team.naam}."
    _schalen(opschaling, "zaak_afgeschaald", zin, door=door)


def zaken_overgedragen(
    zaken: QuerySet[Zaak], van: Iterable[Medewerker], naar: Medewerker, *, door, om
) -> None:
    """One sentence a zaak, in one statement, while the zaken still have the regisseur of before (one of `van`)."""
    zinnen = [
        When(regisseur=vorige.pk, then=Value(f"Overgedragen van {vorige.naam} aan {naar.naam}."))
        for vorige in {medewerker.pk: medewerker for medewerker in van}.values()
    ]
    toevoegen(
        Gebeurtenis, zaken, zaak=F("pk"), soort="zaak_overgedragen", zin=Case(*zinnen), op=timezone.localdate(om),
        om=om, door=door, zichtbaar=Zichtbaar.INWONER, laag=Laag.PROCES,
    )  # fmt: skip


def zaak_aangenomen(zaak, *, door) -> None:
    zin = f"Aangenomen door {zaak.regisseur.naam}."
    vastleggen(zaak, "zaak_aangenomen", zin, door=door, zichtbaar=Zichtbaar.INTERN)


def zaak_teruggegeven(zaak, *, door) -> None:
    zin = f"Teruggegeven door {zaak.regisseur.naam} om opnieuw te verdelen."
    vastleggen(zaak, "zaak_teruggegeven", zin, door=door, zichtbaar=Zichtbaar.INTERN)


def _wanneer(huisbezoek) -> str:
    om = timezone.localtime(huisbezoek.gepland_om)
    return f"{opmaak.datum_lang(om.date())} om {opmaak.tijd(om)} uur"


def _huisbezoek(huisbezoek, soort: str, zin: str, *, door) -> None:
    vastleggen(
        huisbezoek.zaak, soort, zin, door=door, groep="gesprek", adres="wijkteams:huisbezoek",
        adres_pk=huisbezoek.zaak_id,
    )  # fmt: skip


def huisbezoek_gepland(huisbezoek, *, door) -> None:
    _huisbezoek(huisbezoek, "huisbezoek_gepland", f"Huisbezoek gepland op {_wanneer(huisbezoek)}.", door=door)


def afspraak_bevestigd(huisbezoek, *, door) -> None:
    _huisbezoek(huisbezoek, "afspraak_bevestigd", "Brief over het huisbezoek klaargezet.", door=door)


def huisbezoek_verzet(huisbezoek, *, door) -> None:
    _huisbezoek(huisbezoek, "huisbezoek_verzet", f"Huisbezoek verzet naar {_wanneer(huisbezoek)}.", door=door)


def huisbezoek_gemist(huisbezoek, *, door) -> None:
    zin = f"Het huisbezoek van {_wanneer(huisbezoek)} ging niet door."
    _huisbezoek(huisbezoek, "huisbezoek_gemist", zin, door=door)


def huisbezoek_afgerond(huisbezoek, *, door) -> None:
    zin = f"Huisbezoek geweest op {opmaak.datum(timezone.localtime(huisbezoek.gepland_om).date())}."
    _huisbezoek(huisbezoek, "huisbezoek_afgerond", zin, door=door)


def onderweg_klaargezet(zaak, *, door) -> None:
    zin = "Klaargezet om mee te nemen op huisbezoek."
    vastleggen(zaak, "onderweg_klaargezet", zin, door=door, groep="gesprek", zichtbaar=Zichtbaar.INTERN)


def _inhoud(zaak, soort: str, zin: str, adres: str, *, door, zichtbaar=Zichtbaar.INTERN) -> None:
    vastleggen(
        zaak, soort, zin, door=door, groep="gesprek", laag=Laag.PROCES, zichtbaar=zichtbaar, adres=adres,
        adres_pk=zaak.pk,
    )  # fmt: skip


def onderzoek_begonnen(zaak, *, door) -> None:
    _inhoud(zaak, "onderzoek_begonnen", "Onderzoek begonnen.", "wijkteams:gesprek", door=door)


def gesprek_vastgelegd(zaak, *, door) -> None:
    _inhoud(zaak, "gesprek_vastgelegd", "Gesprek vastgelegd.", "wijkteams:gesprek", door=door)


def jeugd_vastgelegd(zaak, *, door) -> None:
    zin = "Stappen van het jeugdonderzoek vastgelegd."
    _inhoud(zaak, "jeugd_vastgelegd", zin, "wijkteams:jeugd", door=door)


def foto_toegevoegd(zaak, *, door) -> None:
    _inhoud(zaak, "foto_toegevoegd", "Foto bewaard, met toestemming.", "wijkteams:foto", door=door)


def zrm_vastgelegd(zaak, *, door) -> None:
    _inhoud(zaak, "zrm_vastgelegd", "Zelfredzaamheid vastgelegd.", "wijkteams:zrm", door=door)


def hulpvraag_toegevoegd(zaak, *, door) -> None:
    _inhoud(zaak, "hulpvraag_toegevoegd", "Hulpvraag toegevoegd.", "wijkteams:afweging", door=door)


def trede_vastgelegd(zaak, trede, *, door) -> None:
    zin = f"Afweging: trede {trede.trede} vastgelegd."
    _inhoud(zaak, "trede_vastgelegd", zin, "wijkteams:afweging", door=door)


def verslag_gemaakt(zaak, *, door) -> None:
    _inhoud(zaak, "verslag_gemaakt", "Verslag gemaakt, nog niet verstuurd.", "wijkteams:verslag", door=door)


def verslag_klaar(zaak, *, door) -> None:
    _inhoud(zaak, "verslag_klaar", "Verslag klaar om te versturen.", "wijkteams:verslag", door=door)


def verslag_ondertekend(verslag, *, door) -> None:
    vastleggen(
        verslag.onderzoek.zaak, "verslag_ondertekend", "Verslag ondertekend terug.", door=door,
        op=verslag.ondertekend_op, groep="gesprek", adres="wijkteams:verslag", adres_pk=verslag.onderzoek.zaak_id,
    )  # fmt: skip


def plan_opgesteld(zaak, *, door) -> None:
    _inhoud(zaak, "plan_opgesteld", "Leefzorgplan begonnen.", "wijkteams:plan", door=door)


def doel_toegevoegd(zaak, *, door) -> None:
    _inhoud(zaak, "doel_toegevoegd", "Doel toegevoegd aan het plan.", "wijkteams:plan", door=door)


def plan_vastgesteld(zaak, *, door) -> None:
    _inhoud(
        zaak, "plan_vastgesteld", "Leefzorgplan afgesproken.", "wijkteams:plan", door=door,
        zichtbaar=Zichtbaar.INWONER,
    )  # fmt: skip


def plan_bekeken(zaak, evaluatie, *, door) -> None:
    zin = f"Leefzorgplan samen bekeken op {opmaak.datum(evaluatie.gehouden_op)}."
    _inhoud(zaak, "plan_bekeken", zin, "wijkteams:evaluatie", door=door, zichtbaar=Zichtbaar.INWONER)


def plan_op_papier(zaak, *, door) -> None:
    _inhoud(zaak, "plan_op_papier", "Leefzorgplan op papier klaargezet.", "wijkteams:plan", door=door)


def consult_gevraagd(consult, *, door) -> None:
    zin = f"Advies gevraagd: {consult.get_deskundigheid_display().lower()}."
    _inhoud(consult.zaak, "consult_gevraagd", zin, "wijkteams:consulten", door=door)


def consult_klaar(consult, *, door) -> None:
    wat = "gegeven" if consult.advies else "niet meer nodig"
    zin = f"Advies {wat}: {consult.get_deskundigheid_display().lower()}."
    _inhoud(consult.zaak, "consult_klaar", zin, "wijkteams:consulten", door=door)


def casemanager_gekozen(rij, *, door) -> None:
    zin = f"Casemanager gekozen: {rij.medewerker.naam}."
    _inhoud(
        rij.zaak, "casemanager_gekozen", zin, "wijkteams:casemanager", door=door, zichtbaar=Zichtbaar.INWONER
    )


def casemanager_gestopt(rij, *, door) -> None:
    zin = f"{rij.medewerker.naam} is geen casemanager meer."
    _inhoud(
        rij.zaak, "casemanager_gestopt", zin, "wijkteams:casemanager", door=door, zichtbaar=Zichtbaar.INWONER
    )
