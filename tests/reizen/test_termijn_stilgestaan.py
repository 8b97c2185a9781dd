"""An aanvraag that is not complete: the clock stands still until the inwoner completes it, or the time runs out."""

import datetime
import os

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek
from tests.klant import Klant
from tests.reizen.conftest import wacht_op
from tests.reizen.pagina import doe, ga, keur, kies, vul
from tests.reizen.test_de_hele_weg import nl
from tests.wijkteams.opstellingen import team_blerick
from toegang import opmaak
from toegang.models import Brief, Gebeurtenis, Inzage, Opschorting, Taak, Termijn, TermijnSoort, Zaak
from toegang.nudge import nudge
from toegang.rechten import Rol
from toegang.termijnen import beslistermijn
from toegang.termijnregels import BESLUIT_WMO_2_3_5
from toegang.usecases.zaak_openen import zaak_openen

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.reis, pytest.mark.timeout(600)]
BEELD = os.environ.get("BEELD_MAP", "")  # a map for pictures of the pages, when someone wants to look


def kiek(pagina, naam: str) -> None:
    if BEELD:
        for breed in (1280, 390):
            pagina.set_viewport_size({"width": breed, "height": 900})
            pagina.screenshot(path=f"{BEELD}/{naam}-{breed}.png", full_page=True)
        pagina.set_viewport_size({"width": 1280, "height": 900})


def zaak_van(door, naam: str) -> Zaak:
    """A question of three weeks ago, still at the front door."""
    from tests.toegang.voordeur import contact

    dag = timezone.localdate()
    inwoner = InwonerFabriek(geslachtsnaam=naam, heeft_partner=False)
    return zaak_openen(
        contact_id=contact(vandaag=dag, inwoner=inwoner).pk,
        door=door,
        vandaag=dag,
        wet="wmo",
        onderwerp="huishouden",
    )


def test_een_termijn_die_stilstaat_en_weer_loopt(als, live_server, werker):
    """
    1. administratie (Jan Vos): registreert twee aanvragen die niet compleet zijn.
    2. administratie: laat beide termijnen stilstaan; de brieven worden gemaakt en gaan op de post.
    3. een inwoner vult aan: Jan legt de dag vast, de termijn loopt weer met een nieuwe laatste dag.
    4. de andere inwoner antwoordt niet: 's nachts loopt de termijn vanzelf weer, met een taak voor Jan.
    5. die inwoner vult toch nog aan: dat staat er als te laat.
    6. het dossier vertelt wat er gebeurde, wie keek en wie iets wijzigde; wie er niet werkt ziet niets.
    """
    team_blerick()
    jan = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE], first_name="Jan", last_name="Vos")
    basis = live_server.url

    with als.op_dag(21):
        op_tijd, te_laat = (zaak_van(jan.actor, naam) for naam in ("Hendriks", "Smeets"))
    with als.op_dag(12):
        for zaak in (op_tijd, te_laat):
            aanvraag_komt_binnen(als, basis, jan, zaak)
    with als.op_dag(10):
        for zaak in (op_tijd, te_laat):
            termijn_stilzetten(als, basis, jan, zaak)
    with als.op_dag(4):
        aanvulling_vastleggen(als, basis, jan, op_tijd, "De termijn loopt weer. Besluit uiterlijk")
    de_laatste_dag_klopt(op_tijd, 12, 10, 4)

    de_nacht_komt_langs(te_laat)
    de_laatste_dag_klopt(te_laat, 12, 10, 1)
    aanvulling_vastleggen(
        als, basis, jan, te_laat, "Zij kwam na de gevraagde dag, dus de termijn liep al weer"
    )
    de_laatste_dag_klopt(te_laat, 12, 10, 1)
    het_dossier_vertelt(als, basis, jan, te_laat)


def klok_van(zaak) -> Termijn:
    return Termijn.objects.get(zaak=zaak, soort=TermijnSoort.BESLUIT)


def aanvraag_komt_binnen(als, basis, jan, zaak) -> None:
    desk = als(jan)
    ga(desk, reverse("toegang:aanvraag_registreren", args=[zaak.pk]), basis)
    vul(desk, ontvangen_op=nl(timezone.localdate()), gevraagd="Hulp in het huishouden")
    kies(desk, "wijze", "Formulier")
    kies(desk, "ondertekend", "Ja")
    doe(desk, "Aanvraag registreren", dan="Besluit uiterlijk")


def termijn_stilzetten(als, basis, jan, zaak) -> None:
    desk = als(jan)
    ga(desk, reverse("toegang:termijnen", args=[zaak.pk]), basis)
    kiek(desk, "termijnen-lopend")
    desk.get_by_role("link", name="Termijn laten stilstaan").click()
    desk.wait_for_load_state()
    keur(desk)
    kies(desk, "grond", "Wacht op aanvulling")
    vul(
        desk, reden="een kopie van uw huurcontract\neen brief van uw huisarts, niet ouder dan 3 maanden",
        uiterlijk_op=nl(timezone.localdate() + datetime.timedelta(days=9)),
    )  # fmt: skip
    kiek(desk, "opschorten")
    doe(desk, "Termijn laten stilstaan", dan="De termijn staat stil")
    kiek(desk, "termijnen-stil")
    brief = Brief.objects.get(zaak=zaak, soort="aanvulling_gevraagd")
    wacht_op(lambda: Brief.objects.get(pk=brief.pk).document_id)
    ga(desk, reverse("toegang:brief", args=[brief.pk]), basis)
    desk.get_by_role("link", name="Post is weg").click()
    desk.wait_for_load_state()
    vul(desk, verzonden_op=nl(brief.verzenddatum))
    doe(desk, "Post is weg")
    ga(desk, reverse("toegang:zaak", args=[zaak.pk]), basis)
    assert "Stil sinds" in desk.locator("body").inner_text()


def aanvulling_vastleggen(als, basis, jan, zaak, zin: str) -> None:
    desk = als(jan)
    ga(desk, reverse("toegang:termijnen", args=[zaak.pk]), basis)
    desk.get_by_role("link", name="aanvulling").last.click()
    desk.wait_for_load_state()
    keur(desk)
    if desk.locator('[name="einde"][type="radio"]').count():
        kies(desk, "einde", "De inwoner heeft alles aangevuld")
    vul(desk, tot_op=nl(timezone.localdate()))
    kiek(desk, "beeindigen")
    doe(desk, "Vastleggen", dan=zin)
    kiek(desk, f"termijnen-{zaak.dossier.inwoner.geslachtsnaam.lower()}")


def de_laatste_dag_klopt(zaak, ontvangen: int, gevraagd: int, antwoord: int) -> None:
    """By the arithmetic of the law, from the three days (so many days ago)."""
    vandaag = timezone.localdate()
    dag = {n: vandaag - datetime.timedelta(days=n) for n in (ontvangen, gevraagd, antwoord)}
    verwacht = beslistermijn(
        dag[ontvangen], BESLUIT_WMO_2_3_5, [(dag[gevraagd], dag[antwoord])], vandaag=vandaag
    )
    klok = klok_van(zaak)
    assert (klok.uiterste_datum, klok.stil_sinds) == (verwacht, None)


def de_nacht_komt_langs(zaak) -> None:
    """The worker ends it by itself, and only once however often it is woken."""
    for _ in range(3):
        nudge("opschortingen")
    wacht_op(lambda: Opschorting.objects.get(termijn__zaak=zaak).einde == "verlopen")
    assert Taak.objects.open().filter(zaak=zaak, sleutel__startswith="termijn_loopt_weer").count() == 1
    assert Gebeurtenis.objects.filter(zaak=zaak, soort="termijn_loopt_weer").count() == 1


def het_dossier_vertelt(als, basis, jan, zaak) -> None:
    desk = als(jan)
    ga(desk, reverse("toegang:termijnen", args=[zaak.pk]), basis)
    tekst = desk.locator("main").inner_text()
    assert "De termijn stond 9 dagen stil" in tekst
    assert f"Alsnog aangevuld op {opmaak.datum(timezone.localdate())}" in tekst
    ga(desk, reverse("toegang:tijdlijn", args=[zaak.pk]), basis)
    tekst = desk.locator("main").inner_text()
    for zin in (
        "Termijn staat stil: besluit",
        "de tijd om aan te vullen is voorbij",
        "Aanvulling ontvangen na de gevraagde",
    ):
        assert zin in tekst
    ga(desk, reverse("toegang:wie_keek", args=[zaak.pk]), basis)
    assert "J. Vos" in desk.locator("main").inner_text()
    ga(desk, reverse("toegang:historie", args=[zaak.pk]), basis)
    tekst = desk.locator("main").inner_text()
    assert "J. Vos" in tekst
    assert "termijn opgeschort" in tekst
    kiek(desk, "wijzigingen")
    assert Inzage.objects.filter(zaak=zaak.pk, scherm="termijnen", wie=jan.naam).count() >= 3
    buiten = MedewerkerFabriek(rollen=[Rol.CONSULENT])
    assert Klant().als(buiten).get(reverse("toegang:termijnen", args=[zaak.pk])).status_code == 404
    assert Inzage.objects.filter(zaak=zaak.pk, wie=buiten.naam, uitkomst="onzichtbaar").exists()
