"""Who may come to the desk: one colleague for each way of standing to a zaak of Blerick under the Wmo.

`regisseur` has the zaak; `collega` is of its team and law, `ander_team` and `andere_wet` differ from him in that alone.
The last ones hold an exception on the zaak, one ground each; `jurist_behandelt` has it because the bezwaar is hers.
`oud_lid` left the team, `vertrokken` left the service.
"""

import datetime

from tests.fabrieken import MedewerkerFabriek, WijkteamFabriek
from tests.huisregels.wereld import VANDAAG, Wereld
from tests.klant import Klant
from toegang.models import Actor, Inzagereden, Zaak
from toegang.rechten import Grond, Rol
from toegang.usecases.uitzonderingen import verlenen
from wijkteams.models import Discipline
from wijkteams.usecases.lidmaatschap_beeindigen import lidmaatschap_beeindigen

TEAMROLLEN = {
    "consulent": Rol.CONSULENT, "teamlead": Rol.TEAMLEAD, "procescoordinator": Rol.PROCESCOORDINATOR,
}  # fmt: skip
MET_UITZONDERING = {
    "toetser_toets": (Grond.TOETS, Rol.TOETSER),
    "ondertekenaar_tekent": (Grond.ONDERTEKENING, Rol.ONDERTEKENAAR),
    "jurist_bezwaar": (Grond.BEZWAAR, Rol.JURIST),
    "toezichthouder_zaak": (Grond.TOEZICHT, Rol.TOEZICHTHOUDER),
    "kcc_noodinzage": (Grond.NOODINZAGE, Rol.KCC),
    "deskundige_consult": (Grond.CONSULT, None),
    "consulent_toestemming": (Grond.TOESTEMMING, None),
    "waarnemer": (Grond.WAARNEMING, Rol.CONSULENT),
    "casemanager": (Grond.CASEMANAGER, Rol.CONSULENT),
}
ZONDER_AANMELDEN = ("uit", "vertrokken")
# An exception is compared with the clock of the database, whatever day the test says that it is.
VAN, TOT = (datetime.datetime(jaar, 1, 1, tzinfo=datetime.UTC) for jaar in (2020, 2100))


def personen(wereld: Wereld) -> dict[str, Klant]:
    """Each signed in; made after the world, whose zaken they look at."""
    wie = {"regisseur": wereld.consulent}
    wie |= _van_het_team(wereld) | _van_buiten(wereld)
    for rol in Rol:
        if rol not in TEAMROLLEN.values():
            wie[rol.value] = MedewerkerFabriek(rollen=[rol])
    wie |= _met_uitzondering(wereld)
    wie["jurist_behandelt"] = wereld.collegas[Rol.JURIST]
    wie["oud_lid"] = oud = MedewerkerFabriek(team=wereld.team)
    lidmaatschap_beeindigen(
        lidmaatschap_id=oud.lidmaatschappen.get().pk, door=Actor.objects.systeem(), vandaag=VANDAAG
    )
    wie["vertrokken"] = weg = MedewerkerFabriek(team=wereld.team)
    wereld.collega_in_dienst()  # the newest: of these the beheerder opens the page
    klanten = {naam: Klant(raise_request_exception=False).als(m) for naam, m in wie.items()}
    weg.is_active = False
    weg.save(update_fields=["is_active"])
    return klanten | {"uit": Klant(raise_request_exception=False)}


def _van_het_team(wereld: Wereld) -> dict:
    """Of the team and the law; the same with a reason of today for every zaak."""
    wie = {
        "collega": MedewerkerFabriek(team=wereld.team),
        "teamlead": wereld.collegas[Rol.TEAMLEAD],
        "procescoordinator": wereld.collegas[Rol.PROCESCOORDINATOR],
    }
    met_reden = {
        "collega_reden": MedewerkerFabriek(team=wereld.team),
        "teamlead_reden": MedewerkerFabriek(team=wereld.team, team__rol=Rol.TEAMLEAD),
    }
    Inzagereden.objects.bulk_create(
        Inzagereden(medewerker=m, zaak=zaak, op=VANDAAG, reden="overleg")
        for m in met_reden.values()
        for zaak in Zaak.objects.order_by("pk")
    )
    return wie | met_reden


def _van_buiten(wereld: Wereld) -> dict:
    """Of another team, or of the same team under another law."""
    elders = WijkteamFabriek()
    wie = {}
    for naam, rol in TEAMROLLEN.items():
        wie[f"{naam}_ander_team"] = MedewerkerFabriek(team=elders, team__rol=rol)
        wie[f"{naam}_andere_wet"] = MedewerkerFabriek(
            team=wereld.team, team__rol=rol, team__discipline=Discipline.JEUGD
        )
    return wie


def _met_uitzondering(wereld: Wereld) -> dict:
    """A right on every zaak of this world, for one person and with one ground."""
    wie = {}
    for naam, (grond, rol) in MET_UITZONDERING.items():
        in_team = wereld.team if rol == Rol.CONSULENT else None
        wie[naam] = medewerker = MedewerkerFabriek(team=in_team, rollen=[rol] if rol and not in_team else [])
        for zaak in Zaak.objects.order_by("pk"):
            verlenen(zaak, medewerker.pk, grond, vanaf=VAN, tot=TOT, door=Actor.objects.systeem())
    return wie
