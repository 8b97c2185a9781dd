"""A plan for a household with a part shielded for a young person of sixteen, in a real browser.

1. Fatma begins a plan with the mother: a goal, an action, and she reads what she has.
2. Judith, who does youth and Wmo in the same team, opens the plan of Sara (16) and joins that of her mother.
3. She writes a goal that is Sara's alone, with an action and a coach who takes part, and one that is of both.
4. She sees both parts on one page; the read log says that she looked at both.
5. Fatma sees her own goal and the one of both: of Sara's no goal, no name, no coach and no number.
6. The paper for the mother names only her part.
"""

import datetime
import os
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, ZaakFabriek
from tests.reizen.pagina import doe, ga, keur, kies, veld, vul
from tests.wijkteams.opstellingen import zaak_in_onderzoek
from toegang.briefsoorten import briefsoort
from toegang.brieven.basis import html_maken
from toegang.models import Actor, Brief, Huishouden, Huishoudlid, Inzage
from toegang.rechten import Rol, Wet
from wijkteams.models import Discipline
from wijkteams.usecases.lidmaatschap_beginnen import lidmaatschap_beginnen

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.reis, pytest.mark.timeout(900)]
BEELDEN = os.environ.get("TOEGANG_BEELDEN")  # a folder for the pictures, to look at
VAN_SARA = "Ik wil zelf kiezen bij wie ik woon"
VAN_BEIDEN = "Wij willen elke dag samen eten"
VAN_MOEDER = "Ik wil dat het thuis opgeruimd is"


def beeld(pagina, naam: str) -> None:
    """A picture on three widths, when asked for."""
    for breedte in (1280, 768, 390) if BEELDEN else ():
        pagina.set_viewport_size({"width": breedte, "height": 900})
        pagina.screenshot(path=str(Path(BEELDEN) / f"{naam}-{breedte}.png"), full_page=True)
    pagina.set_viewport_size({"width": 1280, "height": 900})


def nl(dag: datetime.date) -> str:
    return f"{dag.day}-{dag.month}-{dag.year}"


def gezin():
    """Mother and daughter in one household; Judith holds both laws in the team."""
    vandaag = timezone.localdate()
    moeder = zaak_in_onderzoek(gemeld_op=vandaag - datetime.timedelta(days=10))
    sara = InwonerFabriek(
        geboren=f"{vandaag.year - 16}0101", voornamen="Sara", voorletters="S.", geslachtsnaam="Jansen"
    )
    systeem = Actor.objects.systeem()
    huis = Huishouden(adressleutel="5921AB|12").bewaren(door=systeem, reden="BRP")
    for inwoner in (moeder.dossier.inwoner, sara):
        Huishoudlid(huishouden=huis, inwoner=inwoner, vanaf_op=datetime.date(2020, 1, 1)).bewaren(
            door=systeem, reden="BRP"
        )
    team = moeder.wijkteam
    judith = MedewerkerFabriek(
        team=team, team__discipline=Discipline.JEUGD, first_name="Judith", last_name="Kusters"
    )
    lidmaatschap_beginnen(
        medewerker_id=judith.pk, wijkteam_id=team.pk, rol=Rol.CONSULENT, discipline=Discipline.WMO, door=systeem,
        vandaag=datetime.date(2020, 1, 1),
    )  # fmt: skip
    dochter = ZaakFabriek(
        dossier__inwoner=sara, wet=Wet.JEUGDWET, onderwerp="opvoeden", wijkteam=team, status="onderzoek",
        regisseur=judith, gemeld_op=vandaag,
    )  # fmt: skip
    return moeder, dochter, judith


def doel(pagina, ik_wil: str, over: str, op: datetime.date, *, ook: str = "") -> None:
    blok = pagina.locator("details").filter(has_text="Doel toevoegen").last
    if not blok.locator('[name="doel-ik_wil"]').is_visible():
        blok.locator("summary").first.click()
    veld(pagina, "leefgebied").select_option(label=over)
    vul(pagina, ik_wil=ik_wil)
    pagina.locator('[name="doel-uiterlijk_op"]').fill(nl(op))
    if ook:
        kies(pagina, "ook_van", ook)
    doe(pagina, "Doel toevoegen", dan="Doel toegevoegd")


def test_een_plan_met_een_deel_dat_de_ander_niet_ziet(als, live_server):
    basis, straks = live_server.url, timezone.localdate() + datetime.timedelta(days=120)
    moeder, dochter, judith = gezin()
    plan_moeder, plan_dochter = (reverse("wijkteams:plan", args=[z.pk]) for z in (moeder, dochter))

    # 1
    fatma = als(moeder.regisseur)
    ga(fatma, plan_moeder, basis)
    doe(fatma, "Plan beginnen", dan="Plan begonnen")
    doel(fatma, VAN_MOEDER, "Huishouden", straks)
    beeld(fatma, "plan-begin")

    # 2
    pagina = als(judith)
    ga(pagina, plan_dochter, basis)
    kies(pagina, "samen_met", "Samen met het plan van")
    beeld(pagina, "plan-aansluiten")
    doe(pagina, "Plan beginnen", dan="Plan begonnen")

    # 3
    doel(pagina, VAN_SARA, "Wonen", straks)
    kaart = pagina.locator("section.tg-paneel").filter(has=pagina.get_by_role("heading", name=VAN_SARA)).last
    kaart.locator("summary").click()
    kies(kaart, "soort", "U zelf")
    vul(kaart, omschrijving="Praten met een vertrouwenspersoon")
    kaart.get_by_role("button", name="Actie toevoegen").click()
    expect(pagina.locator("body")).to_contain_text("Actie toegevoegd")
    pagina.locator("summary").filter(has_text="Deelnemer toevoegen").click()
    vul(pagina, naam="Bo Willems", rol="jeugdcoach")
    doe(pagina, "Deelnemer toevoegen", dan="Deelnemer toegevoegd")
    doel(pagina, VAN_BEIDEN, "Mensen om u heen", straks, ook=moeder.dossier.inwoner.naam.weergave())

    # 4
    ga(pagina, plan_dochter, basis)
    for ik_wil in (VAN_SARA, VAN_BEIDEN, VAN_MOEDER):
        expect(pagina.locator("main")).to_contain_text(ik_wil)
    beeld(pagina, "plan-beide")
    gezien = Inzage.objects.filter(scherm="plan", wie=judith.naam).values_list("zaak", flat=True)
    assert {moeder.pk, dochter.pk} <= set(gezien)

    # 5
    pagina = als(moeder.regisseur)
    ga(pagina, plan_moeder, basis)
    expect(pagina.locator("main")).to_contain_text(VAN_MOEDER)
    expect(pagina.locator("main")).to_contain_text(VAN_BEIDEN)
    for verborgen in (VAN_SARA, "Sara", "Bo Willems", "jeugdcoach", "Jeugdwet", "vertrouwenspersoon"):
        expect(pagina.locator("body")).not_to_contain_text(verborgen)
    beeld(pagina, "plan-moeder")
    assert pagina.request.get(basis + plan_dochter).status == 404
    keur(pagina)

    # 6
    doe(pagina, "Plan op papier maken", dan="Plan op papier klaargezet")
    papier = html_maken(briefsoort("plan").bouwen(Brief.objects.get(soort="plan")))
    assert VAN_MOEDER in papier
    assert VAN_SARA not in papier
    assert "Bo Willems" not in papier
