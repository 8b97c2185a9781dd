"""A verslag that comes back signed on paper, in a real browser.

1. Fatma made and sent the verslag; the letter holds the form: which help, room to remark, place to sign, where to send.
2. Ingrid of the administratie opens the post. She registers it: signed on, received on, the remarks typed over, the
   scan. Of the verslag itself she sees nothing, and the scan she cannot open again.
3. Fatma has a task: read what was written. It stands beside the verslag, with the signed sheet.
4. It counts as the aanvraag: the term of the decision runs from the day of receipt.
5. She makes a new version because of what was written, and lays the two beside each other.
"""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from tests.bestanden import PDF
from tests.fabrieken import MedewerkerFabriek
from tests.reizen.pagina import doe, ga, keur, kies, vul
from tests.reizen.test_plan_gezin import beeld, nl
from tests.wijkteams.opstellingen import laatste_verslag, om, zaak_met_afweging
from toegang.models import Brief, Inzage, Taak, TermijnSoort, Zaak
from toegang.rechten import Rol
from toegang.usecases.brief_maken import brief_maken
from toegang.usecases.brief_verzenden import brief_verzenden
from wijkteams.usecases.verslag_maken import verslag_maken
from wijkteams.usecases.verslag_versturen import verslag_versturen

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.reis, pytest.mark.timeout(900)]
GESCHREVEN = "Mijn dochter komt alleen op zaterdag. Niet elke dag."


def verstuurd(vandaag):
    """Made, printed and posted two days ago."""
    zaak = zaak_met_afweging()
    door, dag = zaak.regisseur.actor, vandaag - datetime.timedelta(days=2)
    verslag = verslag_maken(zaak_id=zaak.pk, door=door, vandaag=dag)
    brief = verslag_versturen(verslag_id=verslag.pk, door=door, vandaag=dag)
    brief_maken(brief_id=brief.pk, nu=om(dag, 12))
    desk = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE], first_name="Ingrid", last_name="Thijssen")
    brief_verzenden(brief_id=brief.pk, door=desk.actor, vandaag=dag, verzonden_op=dag)
    return zaak, desk


def test_het_verslag_komt_getekend_terug(als, live_server, tmp_path):
    vandaag, basis = max(timezone.localdate(), datetime.date(2026, 11, 21)), live_server.url
    zaak, desk = verstuurd(vandaag)
    verslag, terug, vergelijken = (
        reverse(f"wijkteams:{naam}", args=[zaak.pk])
        for naam in ("verslag", "verslag_terug", "verslag_vergelijken")
    )
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(PDF)

    # 1
    assert Brief.objects.get(soort="verslag").document_id

    # 2
    pagina = als(desk)
    ga(pagina, terug, basis)
    expect(pagina.locator("main")).not_to_contain_text("stofzuigen")
    vul(
        pagina,
        opmerkingen=GESCHREVEN,
        ondertekend_op=nl(vandaag - datetime.timedelta(days=1)),
        ontvangen_op=nl(vandaag),
    )
    kies(pagina, "als_aanvraag", "Ja")
    pagina.set_input_files('[name="bestand"]', str(scan))
    beeld(pagina, "verslag-terug")
    doe(pagina, "Handtekening vastleggen", dan="Het telt als aanvraag")
    rij = laatste_verslag(zaak)
    assert (rij.status, rij.opmerkingen) == ("ondertekend", GESCHREVEN)
    assert pagina.request.get(basis + reverse("toegang:document", args=[rij.document_id])).status == 403
    assert pagina.request.get(basis + verslag).status == 403

    # 3
    pagina = als(zaak.regisseur)
    ga(pagina, reverse("toegang:mijn_werk"), basis)
    expect(pagina.locator("main")).to_contain_text("Lees wat de inwoner bij het verslag schreef")
    ga(pagina, verslag, basis)
    expect(pagina.locator("main")).to_contain_text(GESCHREVEN)
    expect(pagina.get_by_role("link", name="Getekend blad bekijken")).to_be_visible()
    beeld(pagina, "verslag-ondertekend")

    # 4
    aanvraag = Zaak.objects.get(pk=zaak.pk).aanvragen.get()
    assert (aanvraag.ontvangen_op, aanvraag.wijze) == (vandaag, "verslag")
    assert zaak.termijnen.get(soort=TermijnSoort.BESLUIT).begint_op == vandaag

    # 5
    pagina.get_by_text("Nieuwe versie maken").first.click()
    doe(pagina, "Nieuwe versie maken", dan="Verslag gemaakt uit het gesprek")
    beeld(pagina, "verslag-concept")
    pagina.locator('[name="deel_2"]').fill("Uw dochter komt alleen op zaterdag.")
    doe(pagina, "Tekst bewaren", dan="Verslag bewaard")
    ga(pagina, vergelijken, basis)
    expect(pagina.locator("ins").first).to_be_visible()
    beeld(pagina, "verslag-vergelijken")
    keur(pagina)
    assert Inzage.objects.filter(zaak=zaak.pk, scherm="verslag_terug", wie=desk.naam, laag="L1").exists()
    assert Taak.objects.filter(sleutel=f"verslag_opmerkingen:{zaak.pk}").exists()
