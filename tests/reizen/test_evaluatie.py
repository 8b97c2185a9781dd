"""An evaluation of the plan that ends in afschalen, in a real browser.

1. The household came to Wijkteam+ and has an agreed plan. On the day of the evaluation Mia finds it among her tasks.
2. She forgets a reason: the sentence stands at the place, what was typed is still there.
3. She writes how it is now beside how it was, and decides for the goal: less help is enough.
4. The plan shows then and now; the task *Schaal af naar het wijkteam* leads to the page for it.
5. She hands it back to Blerick with a reason. Now she cannot open it any more.
6. Fatma of Blerick is proposed, takes it on (the page *Aannemen*), and reads the plan with its decision.
"""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from tests.fabrieken import MedewerkerFabriek, WijkteamFabriek
from tests.reizen.pagina import doe, ga, keur, kies, vul
from tests.reizen.test_plan_gezin import beeld, nl
from tests.wijkteams.opstellingen import om, plan_met_doel, zaak_in_onderzoek
from toegang.models import Taak
from toegang.rechten import Rol
from wijkteams.models import Doeloordeel, Opschaling, Plandeel
from wijkteams.usecases.plan_vaststellen import plan_vaststellen
from wijkteams.usecases.zaak_opschalen import zaak_opschalen
from wijkteams.usecases.zaak_toewijzen import zaak_toewijzen

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.reis, pytest.mark.timeout(900)]
WAAROM = "De schulden zijn geregeld en de rust is terug."


def opgeschaald_met_plan(vandaag):
    """With Wijkteam+, regisseur Mia; the plan agreed yesterday."""
    gisteren = vandaag - datetime.timedelta(days=1)
    zaak = zaak_in_onderzoek(gemeld_op=vandaag - datetime.timedelta(days=20))
    fatma, blerick = zaak.regisseur, zaak.wijkteam
    plan = plan_met_doel(zaak)
    plan_vaststellen(
        plan_id=plan.pk, zaak_id=zaak.pk, door=fatma.actor, vandaag=gisteren, evaluatie_op=vandaag
    )
    plus = WijkteamFabriek(naam="Wijkteam+", soort="plus")
    mia = MedewerkerFabriek(team=plus, first_name="Mia", last_name="Demir")
    lead_plus = MedewerkerFabriek(team=plus, team__rol=Rol.TEAMLEAD)
    zaak_opschalen(
        zaak_id=zaak.pk, grond=Opschaling.Grond.MEER_PROBLEMEN, toelichting="Schulden en een uitzetting.",
        bekijken_op=vandaag + datetime.timedelta(days=30), door=fatma.actor, vandaag=gisteren, nu=om(gisteren),
    )  # fmt: skip
    zaak = zaak_toewijzen(
        zaak_id=zaak.pk, regisseur_id=mia.pk, reden="Kent dit.", door=lead_plus.actor, vandaag=gisteren,
        nu=om(gisteren, 12),
    )  # fmt: skip
    return zaak, fatma, mia, MedewerkerFabriek(team=blerick, team__rol=Rol.TEAMLEAD)


def test_een_evaluatie_die_eindigt_in_afschalen(als, live_server):
    vandaag, basis = timezone.localdate(), live_server.url
    zaak, fatma, mia, lead = opgeschaald_met_plan(vandaag)
    evaluatie, plan, dossier, schalen = (
        reverse(naam, args=[zaak.pk])
        for naam in ("wijkteams:evaluatie", "wijkteams:plan", "toegang:zaak", "wijkteams:opschalen")
    )

    # 1
    pagina = als(mia)
    ga(pagina, reverse("toegang:mijn_werk"), basis)
    expect(pagina.locator("main")).to_contain_text("Plan samen bekijken")
    ga(pagina, evaluatie, basis)

    # 2
    vul(
        pagina,
        gehouden_op=nl(vandaag),
        aanwezigen="Inwoner en dochter",
        volgende_op=nl(vandaag + datetime.timedelta(90)),
    )
    doel = Plandeel.objects.get(zaak=zaak).plan.doelen.get()
    kies(pagina, f"score_{doel.pk}", "4")
    kies(pagina, f"besluit_{doel.pk}", "Afschalen")
    beeld(pagina, "evaluatie")
    doe(pagina, "Evaluatie bewaren", dan="Schrijf waarom, bij het doel")
    expect(pagina.locator('[name="aanwezigen"]')).to_have_value("Inwoner en dochter")
    beeld(pagina, "evaluatie-fout")

    # 3
    vul(pagina, **{f"toelichting_{doel.pk}": WAAROM})
    doe(pagina, "Evaluatie bewaren", dan="staat als taak klaar")
    assert Doeloordeel.objects.get().besluit == "afschalen"

    # 4
    expect(pagina.locator("main")).to_contain_text("Toen en nu")
    beeld(pagina, "plan-toen-nu")
    ga(pagina, evaluatie, basis)
    beeld(pagina, "evaluatie-daarna")
    taak = Taak.objects.open().get(sleutel=f"plan_afschalen:{zaak.pk}")
    assert (taak.titel, taak.adres) == ("Schaal af naar het wijkteam", "wijkteams:opschalen")
    ga(pagina, reverse("toegang:mijn_werk"), basis)
    pagina.get_by_role("link", name="Schaal af naar het wijkteam").first.click()

    # 5
    vul(pagina, reden=WAAROM, nakijken_op=nl(vandaag + datetime.timedelta(days=30)))
    doe(pagina, "Afschalen naar het wijkteam", dan="Afgeschaald naar Wijkteam Blerick")
    for adres in (dossier, plan, evaluatie, schalen):
        assert pagina.request.get(basis + adres).status == 404

    # 6
    pagina = als(lead)
    ga(pagina, reverse("wijkteams:toewijzen", args=[zaak.pk]), basis)
    expect(pagina.locator("main")).to_contain_text("kent het gezin")
    beeld(pagina, "toewijzen")
    kies(pagina, "regisseur", fatma.naam)
    doe(pagina, "Regisseur kiezen", dan="is nu regisseur")
    pagina = als(fatma)
    ga(pagina, reverse("wijkteams:aannemen", args=[zaak.pk]), basis)
    beeld(pagina, "aannemen")
    doe(pagina, "Aannemen", dan="Aangenomen")
    ga(pagina, plan, basis)
    expect(pagina.locator("main")).to_contain_text(WAAROM)
    keur(pagina)
