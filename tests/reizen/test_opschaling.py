"""Opschaling to wijkteam+ and back, with the rights as each of them sees them on screen, in a real browser.

1. Fatma, regisseur in Blerick, plans a visit, sees it on her day, and hands the zaak up: somebody is in danger.
2. At once she and her teamlead cannot open it any more: the page is not there for them.
3. The teamlead of Wijkteam+ sees it on the waiting list with the ground, not what was written, and chooses Mia.
4. Mia reads what there is, has the visit on her day and the day to look again; her colleague for youth sees nothing.
5. Mia hands it back, with a reason and a day to look again. Now she cannot open it.
6. The teamlead of Blerick gets Fatma proposed, for she knows the household, and Fatma opens it again.
"""

import datetime
import os
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from tests.fabrieken import MedewerkerFabriek, WijkteamFabriek
from tests.reizen.pagina import doe, ga, keur, kies, vul
from tests.wijkteams.opstellingen import zaak_in_onderzoek, ziet_af_van_plan
from toegang.models import Gebeurtenis, Inzage, Zichtbaar
from toegang.rechten import Rol
from wijkteams.models import Discipline, Opschaling

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.reis, pytest.mark.timeout(300)]
BEELDEN = os.environ.get("TOEGANG_BEELDEN")  # a folder for the pictures, to look at
VERHAAL = "De ex-partner dreigt en komt langs."


def nl(dag: datetime.date) -> str:
    return f"{dag.day}-{dag.month}-{dag.year}"


def beeld(pagina, naam: str) -> None:
    """A picture on two widths, when asked for."""
    for breedte in (1280, 390) if BEELDEN else ():
        pagina.set_viewport_size({"width": breedte, "height": 900})
        pagina.screenshot(path=str(Path(BEELDEN) / f"{naam}-{breedte}.png"), full_page=True)
    pagina.set_viewport_size({"width": 1280, "height": 900})


def test_op_en_af_met_de_rechten_op_het_scherm(als, live_server):
    vandaag, basis = timezone.localdate(), live_server.url
    morgen, kijkdag = vandaag + datetime.timedelta(days=1), vandaag + datetime.timedelta(days=30)
    zaak = zaak_in_onderzoek(regisseur=None, gemeld_op=vandaag - datetime.timedelta(days=10))
    ziet_af_van_plan(zaak, vandaag)
    fatma, blerick = zaak.regisseur, zaak.wijkteam
    plus = WijkteamFabriek(naam="Wijkteam+", soort="plus")
    lead = MedewerkerFabriek(team=blerick, team__rol=Rol.TEAMLEAD)
    lead_plus = MedewerkerFabriek(team=plus, team__rol=Rol.TEAMLEAD)
    mia = MedewerkerFabriek(team=plus, first_name="Mia", last_name="Demir")
    jeugd = MedewerkerFabriek(team=plus, team__discipline=Discipline.JEUGD)
    dossier, schalen = (reverse(naam, args=[zaak.pk]) for naam in ("toegang:zaak", "wijkteams:opschalen"))
    naam = zaak.dossier.inwoner.naam.weergave()

    # 1
    pagina = als(fatma)
    ga(pagina, reverse("wijkteams:huisbezoek", args=[zaak.pk]), basis)
    vul(pagina, datum=nl(morgen), tijd="14.00")
    doe(pagina, "Huisbezoek plannen", dan="Gepland op")
    beeld(pagina, "huisbezoek")
    ga(pagina, f"{reverse('wijkteams:dag')}?op={morgen:%Y-%m-%d}", basis)
    expect(pagina.locator("main")).to_contain_text(naam)
    beeld(pagina, "dag")
    ga(pagina, schalen, basis)
    kies(pagina, "grond", "Er is gevaar voor iemand")
    vul(pagina, toelichting=VERHAAL, bekijken_op=nl(kijkdag))
    beeld(pagina, "opschalen")
    doe(pagina, "Opschalen naar Wijkteam+", dan="Opgeschaald naar Wijkteam+")

    # 2
    for adres in (dossier, schalen, reverse("wijkteams:gesprek", args=[zaak.pk])):
        pagina.goto(basis)
        expect_fout = pagina.request.get(basis + adres)
        assert expect_fout.status == 404, adres
    ga(pagina, f"{reverse('wijkteams:dag')}?op={morgen:%Y-%m-%d}", basis)
    expect(pagina.locator("main")).not_to_contain_text(naam)
    assert als(lead).request.get(basis + dossier).status == 404

    # 3
    pagina = als(lead_plus)
    ga(pagina, reverse("wijkteams:verdelen"), basis)
    pagina.get_by_role("link", name=naam).click()
    expect(pagina.locator("main")).to_contain_text("Er is gevaar voor iemand")
    expect(pagina.locator("main")).not_to_contain_text(VERHAAL)
    beeld(pagina, "toewijzen")
    kies(pagina, "regisseur", mia.naam)
    doe(pagina, "Regisseur kiezen", dan="is nu regisseur")
    beeld(pagina, "verdelen")

    # 4
    pagina = als(mia)
    ga(pagina, f"{reverse('wijkteams:dag')}?op={morgen:%Y-%m-%d}", basis)
    expect(pagina.locator("main")).to_contain_text(naam)
    ga(pagina, schalen, basis)
    expect(pagina.locator("main")).to_contain_text(VERHAAL)
    beeld(pagina, "afschalen")
    assert als(jeugd).request.get(basis + dossier).status == 404

    # 5
    pagina = als(mia)
    ga(pagina, schalen, basis)
    vul(pagina, reden="Er is een contactverbod en de rust is terug.", nakijken_op=nl(kijkdag))
    doe(pagina, "Afschalen naar het wijkteam", dan="Afgeschaald naar Wijkteam Blerick")
    assert pagina.request.get(basis + dossier).status == 404

    # 6
    pagina = als(lead)
    ga(pagina, reverse("wijkteams:toewijzen", args=[zaak.pk]), basis)
    expect(pagina.locator("main")).to_contain_text(f"{fatma.naam}: 0 van 40 punten, Wmo, kent het gezin")
    kies(pagina, "regisseur", fatma.naam)
    doe(pagina, "Regisseur kiezen", dan="is nu regisseur")
    ga(pagina, reverse("wijkteams:afwezigheid"), basis)
    beeld(pagina, "afwezigheid")
    pagina = als(fatma)
    ga(pagina, dossier, basis)
    keur(pagina)

    opschaling = Opschaling.objects.get(zaak=zaak)
    assert (opschaling.nakijken_op, opschaling.terug_naar) == (kijkdag, blerick)
    assert opschaling.history.count() == 2
    geschaald = Gebeurtenis.objects.filter(zaak=zaak, soort__in=("zaak_opgeschaald", "zaak_afgeschaald"))
    assert set(geschaald.values_list("zichtbaar", flat=True)) == {Zichtbaar.ONTHOUDEN}
    assert Inzage.objects.filter(zaak=zaak.pk, scherm="opschalen", laag="L3", wie=mia.naam).exists()
    assert Inzage.objects.filter(zaak=zaak.pk, wie=fatma.naam, uitkomst="onzichtbaar").exists()
