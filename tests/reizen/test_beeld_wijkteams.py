"""Every screen of the wijkteams room on three widths: no sideways scrolling, nothing for axe to find.

1. The consulent opens visit, talk, self-reliance, afweging, verslag and plan, with and without content.
2. The teamlead opens the waiting list and the proposal.
"""

import os
from pathlib import Path

import pytest
from django.urls import reverse

from tests.axe import axe_fouten
from tests.fabrieken import InwonerFabriek, MedewerkerFabriek
from tests.wijkteams import opstellingen
from tests.wijkteams.aan_tafel import vaste_tekst
from toegang.rechten import Rol, Wet

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.reis, pytest.mark.traag]
BREEDTES = (1280, 768, 390)
BEELDEN = os.environ.get("TOEGANG_BEELDEN")  # a folder for the pictures, to look at
MET_BREDE_TABEL = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


def bekijk(pagina, live_server, naam, adres, klachten):
    """Opened once, judged on each width; the answers are gathered, so that one run names all."""
    antwoord = pagina.goto(f"{live_server.url}{adres}")
    if antwoord.status != 200:
        klachten.append(f"{naam}: {antwoord.status}")
        return
    for breedte in BREEDTES:
        pagina.set_viewport_size({"width": breedte, "height": 900})
        fouten = axe_fouten(pagina, alleen_indeling=breedte != BREEDTES[0])
        klachten += [f"{naam} op {breedte}: {fout}" for fout in fouten]
        if pagina.evaluate(MET_BREDE_TABEL):
            klachten.append(f"{naam} op {breedte}: schuift opzij")
        if BEELDEN:
            pagina.screenshot(path=str(Path(BEELDEN) / f"{naam}-{breedte}.png"), full_page=True)


def test_elk_scherm_past_en_is_toegankelijk(als, live_server):
    leeg = opstellingen.zaak_in_onderzoek()
    gesproken = opstellingen.zaak_met_gesprek()
    hulpvraag = opstellingen.hulpvraag_afgewogen(gesproken, tot_en_met=2)
    opstellingen.verslag_maken(
        zaak_id=gesproken.pk, door=gesproken.regisseur.actor, vandaag=opstellingen.VERSTUURD_OP
    )
    opstellingen.plan_met_doel(gesproken, akkoord=False)
    verstuurd = opstellingen.zaak_met_verslag(verzonden=False, getekend=False)
    wacht = opstellingen.zaak_te_verdelen()
    lead = MedewerkerFabriek(team=wacht.wijkteam, team__rol=Rol.TEAMLEAD)
    klachten: list[str] = []

    for zaak, namen in (
        (leeg, ("huisbezoek", "gesprek", "zrm", "afweging", "verslag", "plan")),
        (gesproken, ("huisbezoek", "gesprek", "zrm", "afweging", "verslag", "plan")),
        (verstuurd, ("verslag",)),
    ):
        pagina = als(zaak.regisseur)
        for naam in namen:
            soort = {leeg.pk: "leeg", gesproken.pk: "vol", verstuurd.pk: "verstuurd"}[zaak.pk]
            bekijk(
                pagina, live_server, f"{naam}-{soort}", reverse(f"wijkteams:{naam}", args=[zaak.pk]), klachten
            )
        if zaak is gesproken:
            adres = reverse("wijkteams:afweging", args=[zaak.pk])
            bekijk(pagina, live_server, "trede-7", f"{adres}?open={hulpvraag.pk}.7", klachten)
            adres = reverse("wijkteams:gesprek", args=[zaak.pk])
            bekijk(pagina, live_server, "foto", reverse("wijkteams:foto", args=[zaak.pk]), klachten)
            for naam in ("consulten", "casemanager", "evaluatie"):
                bekijk(pagina, live_server, naam, reverse(f"wijkteams:{naam}", args=[zaak.pk]), klachten)
            for naam in ("dag", "onderweg"):
                bekijk(pagina, live_server, naam, reverse(f"wijkteams:{naam}"), klachten)
            pagina.goto(f"{live_server.url}{adres}")
            pagina.get_by_role("button", name="Tafelstand uit").click()
            pagina.wait_for_load_state()
            bekijk(pagina, live_server, "tafelstand-uit", adres, klachten)
            bekijk(pagina, live_server, "dossier", reverse("toegang:zaak", args=[zaak.pk]), klachten)
        pagina.close()
    jongere = InwonerFabriek(geboren="20140101")
    jeugd = opstellingen.zaak_in_onderzoek(wet=Wet.JEUGDWET, inwoner=jongere)
    pagina = als(jeugd.regisseur)
    bekijk(pagina, live_server, "jeugd", reverse("wijkteams:jeugd", args=[jeugd.pk]), klachten)
    pagina.close()
    vaste_tekst("wat_lukt", "U stoft zelf.")
    pagina = als(MedewerkerFabriek(rollen=[Rol.BEHEERDER]))
    for naam in ("tekstblokken", "tekstblok_toevoegen"):
        bekijk(pagina, live_server, naam, reverse(f"wijkteams:{naam}"), klachten)
    pagina.close()
    pagina = als(lead)
    bekijk(pagina, live_server, "verdelen", reverse("wijkteams:verdelen"), klachten)
    bekijk(pagina, live_server, "toewijzen", reverse("wijkteams:toewijzen", args=[wacht.pk]), klachten)
    assert klachten == []
