"""What the front door brings to the registry: its personal data, its menu, its next steps on a zaak."""

from toegang.onderdelen import Menuregel, Onderdeel, Stap
from toegang.rechten import VOOR_DE_FG, Recht, Rol, Wet
from toegang.regels import NIET_HEROPENEN, Afsluitreden
from toegang.statussen import BriefStatus, ZaakStatus
from toegang.usecases.terugbellen_vasthouden import terugbellen_vasthouden

VIA_ZAAK = "zaak__dossier__inwoner"
PERSOONSGEGEVENS: dict[str, str | tuple[str, ...]] = {
    "toegang.Inwoner": "",
    "toegang.Relatie": "inwoner",
    "toegang.Huishoudlid": "inwoner",
    "toegang.Vertegenwoordiger": "inwoner",
    "toegang.Brpstand": "inwoner",
    "toegang.Samenvoeging": "blijft",
    "toegang.Contactmoment": "inwoner",
    "toegang.Inzending": "contactmoment__inwoner",
    "toegang.Terugbelpoging": "contactmoment__inwoner",
    "toegang.Terugbelbrief": "contactmoment__inwoner",
    "toegang.Toestemming": "inwoner",
    "toegang.Dossier": "inwoner",
    "toegang.Zaak": "dossier__inwoner",
    "toegang.Aanvraag": VIA_ZAAK,
    "toegang.Vraagverheldering": VIA_ZAAK,
    "toegang.Leefgebiedvraag": f"vraagverheldering__{VIA_ZAAK}",
    "toegang.Meldcodestap": VIA_ZAAK,
    "toegang.Signaaldoorgifte": VIA_ZAAK,
    "toegang.Termijn": VIA_ZAAK,
    "toegang.Opschorting": f"termijn__{VIA_ZAAK}",
    "toegang.MeerTijd": f"opschorting__termijn__{VIA_ZAAK}",
    "toegang.Verlenging": f"termijn__{VIA_ZAAK}",
    "toegang.Taak": (VIA_ZAAK, "contactmoment__inwoner"),
    "toegang.Gebeurtenis": VIA_ZAAK,
    "toegang.Document": (VIA_ZAAK, "contactmoment__inwoner", "inwoner"),
    "toegang.Brief": VIA_ZAAK,
    "toegang.Verzendregel": VIA_ZAAK,
    "toegang.Bericht": VIA_ZAAK,
    "toegang.Inzagereden": VIA_ZAAK,
    "toegang.Noodinzage": VIA_ZAAK,
    "toegang.Toezichtinzage": VIA_ZAAK,
    "toegang.Vernietigverzoek": VIA_ZAAK,
    "toegang.ZaakUserObjectPermission": "content_object__dossier__inwoner",
}
NIET_IN_INZAGE = {
    "toegang.Toezichtinzage": {},
    "toegang.ZaakUserObjectPermission": {"grond": VOOR_DE_FG},
}
MENU = (
    Menuregel("Overzicht", "toegang:zaak", Recht.PROCES_INZIEN, 10),
    Menuregel("Contact en melding", "toegang:vraagverheldering", Recht.INHOUD_INZIEN, 20),
    Menuregel("Veiligheid", "toegang:veiligheid", Recht.GEVOELIG_INZIEN, 25),
    Menuregel("Termijnen", "toegang:termijnen", Recht.PROCES_INZIEN, 65),
    Menuregel("Contacten en notities", "toegang:zaak_contacten", Recht.INHOUD_INZIEN, 25),
    Menuregel("Telefoonnotitie", "toegang:telefoonnotitie", Recht.INHOUD_BEWERKEN, 26, (Rol.ADMINISTRATIE,)),
    Menuregel("Brieven en documenten", "toegang:documenten", Recht.PROCES_INZIEN, 70),
    Menuregel("Gegevens uit de BRP", "toegang:brp_wijziging", Recht.PROCES_INZIEN, 75),
    Menuregel("Tijdlijn", "toegang:tijdlijn", Recht.PROCES_INZIEN, 80),
    Menuregel("Wie keek", "toegang:wie_keek", Recht.INHOUD_INZIEN, 90),
    Menuregel("Wie mag kijken", "toegang:wie_mag", Recht.INHOUD_INZIEN, 91),
    Menuregel("Wijzigingen", "toegang:historie", Recht.INHOUD_INZIEN, 92),
    Menuregel("Zaak afsluiten", "toegang:zaak_afsluiten", Recht.INHOUD_BEWERKEN, 99),
)
# An aanvraag can be received in any state; for the team it is the next step until there is one.
TOT_HIER = {ZaakStatus.NIEUW, ZaakStatus.VRAAGVERHELDERING, ZaakStatus.TE_VERDELEN}
MET_AANVRAAG = {ZaakStatus.VRAAGVERHELDERING, ZaakStatus.TE_VERDELEN, ZaakStatus.ONDERZOEK}


def nu_te_doen(lezer, zaak) -> list[Stap]:
    """The next steps of the front door; the row comes from `met_rechten`."""
    stappen = []
    mag = zaak.mag(Recht.INHOUD_BEWERKEN)
    if mag and zaak.status == ZaakStatus.NIEUW:
        stappen.append(Stap("Vraag verhelderen", "toegang:vraagverheldering", zaak.pk))
    if mag and zaak.status == ZaakStatus.VRAAGVERHELDERING:
        stappen.append(Stap("Ontvangst bevestigen en doorzetten", "toegang:vraagverheldering", zaak.pk))
    desk = lezer.rechten.heeft_rol(Rol.ADMINISTRATIE)
    if zaak.spoed and zaak.is_open and not zaak.spoed_maatregel and mag:
        stappen.append(Stap("Spoed: tijdelijke hulp vastleggen", "toegang:spoed", zaak.pk, volgorde=1))
    teamlead = zaak.mag(Recht.VERDELEN) and zaak.mag(Recht.INHOUD_INZIEN)
    if not zaak.is_open and zaak.afsluitreden not in NIET_HEROPENEN and (desk or teamlead):
        stappen.append(
            Stap("Zaak weer openen (fout herstellen)", "toegang:zaak_heropenen", zaak.pk, volgorde=95)
        )
    if not zaak.is_open and (desk or teamlead):
        stappen.append(Stap("Verzoek om te vernietigen", "toegang:vernietigverzoek", zaak.pk, volgorde=97))
    if not zaak.is_open and mag and zaak.wet == Wet.WMO and zaak.afsluitreden == Afsluitreden.BESLUIT:
        stappen.append(Stap("Heronderzoek beginnen", "toegang:heronderzoek_openen", zaak.pk, volgorde=90))
    if zaak.status in TOT_HIER and (mag or desk):
        stappen.append(Stap("Wet wijzigen", "toegang:zaak_wet", zaak.pk, volgorde=90))
    if (zaak.status in MET_AANVRAAG and (mag or desk)) or (zaak.status == ZaakStatus.BESLUITVORMING and desk):
        stappen.append(Stap("Aanvraag registreren", "toegang:aanvraag_registreren", zaak.pk, volgorde=70))
    return stappen


def te_beeindigen(zaak) -> list[Stap]:
    """Letters that were not sent, and the zaak itself."""
    niet_weg = zaak.brieven.filter(status__in=[BriefStatus.GEVRAAGD, BriefStatus.GEMAAKT]).count()
    stappen = []
    if niet_weg:
        brieven = (
            "1 brief die nog niet weg is" if niet_weg == 1 else f"{niet_weg} brieven die nog niet weg zijn"
        )
        stappen.append(Stap(brieven, "toegang:documenten", zaak.pk, volgorde=80))
    if zaak.is_open:
        stappen.append(Stap("Zaak afsluiten", "toegang:zaak_afsluiten", zaak.pk, volgorde=99))
    return stappen


VASTE_TAKEN = frozenset({"gezien"})
AFVINKBAAR = frozenset({"gezien", "bestand_geweigerd"})

ONDERDEEL = Onderdeel(
    naam="toegang",
    persoonsgegevens=PERSOONSGEGEVENS,
    niet_in_inzage=NIET_IN_INZAGE,
    menu=MENU,
    nu_te_doen=nu_te_doen,
    te_beeindigen=te_beeindigen,
    vaste_taken=VASTE_TAKEN,
    afvinkbaar=AFVINKBAAR,
    bij_overlijden=terugbellen_vasthouden,
)
