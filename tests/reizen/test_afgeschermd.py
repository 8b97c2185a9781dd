"""A colleague has a dossier of her own and nobody finds her; who is named does. Log and history say who looked."""

import datetime
import os
from pathlib import Path

import pytest
from django.utils import timezone

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from tests.reizen.pagina import doe, ga, keur, kies, vul
from toegang.models import Contactmoment, Dossier, Inwoner, Inzage, Taak
from toegang.rechten import Rol

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.reis, pytest.mark.timeout(600)]
BSN = "999990019"
VRAGEN = ("Onbekend 3-4-1948", "Onbekent", BSN, "06-12345678", "5921 AB 77")
NIEMAND = "Geen inwoner gevonden"
BEELDEN = os.environ.get("TOEGANG_BEELDEN")  # a folder for the pictures, to look at


class Mensen:
    """Truus Onbekend, our colleague with a zaak; her team, another team, two of the desk, one of the kcc."""

    def __init__(self):
        self.team, self.ander = (
            WijkteamFabriek(naam="Wijkteam Blerick"),
            WijkteamFabriek(naam="Wijkteam Tegelen"),
        )
        self.lead = MedewerkerFabriek(
            team=self.team, team__rol=Rol.TEAMLEAD, first_name="Lies", last_name="Kok"
        )
        self.regisseur = MedewerkerFabriek(team=self.team, first_name="Fatma", last_name="Bakker")
        self.teamgenoot = MedewerkerFabriek(team=self.team, first_name="Ton", last_name="Claes")
        self.van_ver = MedewerkerFabriek(team=self.ander, first_name="Ria", last_name="Ooms")
        self.genoemd = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE], first_name="Jan", last_name="Vos")
        self.desk = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE], first_name="Piet", last_name="Mol")
        self.kcc = MedewerkerFabriek(rollen=[Rol.KCC], first_name="Sjef", last_name="Maes")
        self.truus = InwonerFabriek(
            voornamen="Truus", voorletters="T.", geslachtsnaam="Onbekend", bsn=BSN, telefoon="0612345678",
            huisnummer=77, geboren="19480403", bron="desk",
        )  # fmt: skip
        self.zaak = ZaakFabriek(
            wijkteam=self.team, regisseur=self.regisseur, dossier__inwoner=self.truus, status="onderzoek"
        )


def beeld(pagina, naam: str) -> None:
    """Pictures at 1280 and 390 px, when asked."""
    if BEELDEN:
        for breedte in (1280, 390):
            pagina.set_viewport_size({"width": breedte, "height": 900})
            pagina.screenshot(path=str(Path(BEELDEN) / f"{naam}-{breedte}.png"), full_page=True)
        pagina.set_viewport_size({"width": 1280, "height": 900})


def zoek(pagina, basis: str, tekst: str) -> str:
    """By the search page; what stands in its answer."""
    pagina.goto(f"{basis}/toegang/zoeken/")
    pagina.locator("main #zoek").fill(tekst)
    pagina.locator("main").get_by_role("button", name="Zoeken", exact=True).click()
    pagina.wait_for_load_state()
    keur(pagina)
    return pagina.locator("main [aria-live]").inner_text()


def test_een_afgeschermde_collega_die_niemand_vindt(als, live_server):
    """
    1. The teamlead shields the dossier of Truus, and names Jan of the administratie.
    2. Nobody else finds her: by name, misspelt, BSN, telephone or address; the answer is that of nobody at all.
       Her page, her zaak and the lists are closed to them.
    3. The kcc registers a call of somebody of that name: no hint; it waits to be linked.
    4. Jan finds her by each of these, opens her page and changes how to reach her.
    5. The log holds who looked and who was refused; the history who shielded and who wrote.
    """
    m, basis = Mensen(), live_server.url
    gesloten = (
        f"/toegang/inwoner/{m.truus.pk}/",
        f"/toegang/zaak/{m.zaak.pk}/",
        f"/toegang/dossier/{m.zaak.dossier_id}/",
    )

    pagina = als(m.lead)
    ga(pagina, f"/toegang/dossier/{m.zaak.dossier_id}/afschermen/", basis)
    kies(pagina, "medewerkers", "Jan Vos")
    tot = timezone.localdate() + datetime.timedelta(days=90)
    vul(pagina, tot=f"{tot:%d-%m-%Y}", reden="Eigen collega")
    doe(pagina, "Dossier afschermen", dan="Dit dossier is afgeschermd")

    for wie in (m.desk, m.teamgenoot, m.van_ver, m.kcc):
        pagina = als(wie)
        niemand = zoek(pagina, basis, "Qwertz 3-4-1948").replace("Qwertz 3-4-1948", "…")
        for vraag in VRAGEN:
            assert zoek(pagina, basis, vraag).replace(vraag, "…") == niemand, (wie.naam, vraag)
        beeld(pagina, f"niemand-{wie.pk}")
        for adres in gesloten:
            assert pagina.request.get(basis + adres).status == 404
        if wie != m.kcc:
            pagina.goto(f"{basis}/toegang/zaak/")
            assert "Onbekend" not in pagina.locator("main").inner_text()
    assert not Inzage.objects.filter(inwoner=m.truus.pk, uitkomst="gelukt").exclude(wie=m.lead.naam).exists()

    pagina = als(m.kcc)
    ga(pagina, "/toegang/contact/nieuw/", basis)
    kies(pagina, "kanaal", "Telefoon")
    vul(pagina, vraag_tekst="Ik val vaak.", zoek_naam="Onbekend", zoek_geboren="3-4-1948")
    kies(pagina, "namens", "Nee")
    kies(pagina, "gevaar", "Nee")
    pagina.locator("main").get_by_role("button", name="Zoeken", exact=True).click()
    pagina.wait_for_load_state()
    assert "T. Onbekend" not in pagina.locator("main").inner_text()
    kies(pagina, "wie", "Nieuwe inwoner")
    kies(pagina, "bereik", "Bellen")
    vul(pagina, telefoon="06 1111 1111", nieuw_geslachtsnaam="Onbekend", nieuw_voornamen="Truus")
    doe(pagina, "Contact doorzetten", dan="Contact doorgezet. De beller wordt")
    contact = Contactmoment.objects.get()
    assert (contact.inwoner, contact.te_koppelen_naam) == (None, "Truus Onbekend")
    assert Inwoner.objects.count() == 1

    pagina = als(m.genoemd)
    for vraag in VRAGEN:
        assert "T. Onbekend" in zoek(pagina, basis, vraag), vraag
    pagina.get_by_role("link", name="T. Onbekend", exact=True).click()
    pagina.wait_for_load_state()
    keur(pagina)
    beeld(pagina, "persoon")
    pagina.get_by_role("link", name="Bereikbaarheid en veiligheid wijzigen").click()
    pagina.wait_for_load_state()
    beeld(pagina, "wijzigen")
    vul(pagina, veilig_contact="alleen op haar eigen nummer, niet op kantoor")
    doe(pagina, "Bewaren", dan="De gegevens zijn bewaard.")
    assert "alleen op haar eigen nummer" in pagina.locator("main").inner_text()

    log = Inzage.objects.filter(inwoner=m.truus.pk)
    assert log.filter(wie=m.genoemd.naam, scherm="zoeken", actie="zoeken").count() == len(VRAGEN)
    assert (
        log.filter(wie=m.genoemd.naam, scherm="inwoner", grond="afgeschermd").exists()
        or log.filter(wie=m.genoemd.naam, scherm="inwoner").exists()
    )
    gezien = set(log.filter(uitkomst="gelukt").values_list("wie", flat=True))
    assert gezien == {m.lead.naam, m.genoemd.naam}
    geweigerd = Inzage.objects.filter(uitkomst="onzichtbaar").values_list("wie", flat=True)
    assert {m.desk.naam, m.teamgenoot.naam, m.van_ver.naam} <= set(geweigerd)
    eerste = Dossier.objects.get().history.first()
    assert (eerste.history_user.medewerker, eerste.history_change_reason) == (m.lead, "Eigen collega")
    laatste = Inwoner.objects.get().history.first()
    assert (laatste.history_user.medewerker, laatste.veilig_contact[:6]) == (m.genoemd, "alleen")
    assert not any("Onbekend" in t.titel for t in Taak.objects.all())
