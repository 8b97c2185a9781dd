"""The BRP at the desk and at night: silent, asked again, and what a death holds."""

import datetime
import os
from pathlib import Path

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from tests.fabrieken import MedewerkerFabriek
from tests.papier import leeg_papier
from tests.reizen.pagina import doe, ga, keur, kies, vul
from tests.toegang.brpwereld import ANNA, DOOD, brp, persoon  # noqa: F401  (brp is a fixture)
from tests.wijkteams.opstellingen import team_blerick, zaak_in_onderzoek
from toegang.models import Brief, Contactmoment, Inwoner, Inzage, Opschorting, Taak
from toegang.rechten import Rol
from toegang.statussen import BriefStatus
from toegang.usecases.aanvraag_registreren import aanvraag_registreren
from toegang.usecases.brief_maken import brief_maken
from toegang.usecases.contact_registreren import contact_registreren
from toegang.usecases.inwoner_uit_brp import inwoner_uit_brp
from toegang.usecases.termijn_opschorten import termijn_opschorten
from wijkteams.models import Huisbezoek
from wijkteams.usecases.huisbezoek_plannen import huisbezoek_plannen

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.reis, pytest.mark.timeout(600)]
BEELDEN = os.environ.get("TOEGANG_BEELDEN")  # a folder for the pictures, to look at


def beeld(pagina, naam: str) -> None:
    if not BEELDEN:
        return
    for breedte in (1280, 390):
        pagina.set_viewport_size({"width": breedte, "height": 900})
        pagina.screenshot(path=str(Path(BEELDEN) / f"{naam}-{breedte}.png"), full_page=True)
    pagina.set_viewport_size({"width": 1280, "height": 900})


def test_de_brp_zwijgt_en_de_balie_gaat_met_de_hand_verder(als, live_server, brp):  # noqa: F811
    """
    1. administratie (Jan Vos): registreert een contact en zoekt op BSN in de BRP; de BRP zwijgt, met een zin.
    2. Jan gaat terug: wat hij typte staat er nog, en hij vult de nieuwe inwoner met de hand in.
    3. later antwoordt de BRP: Jan zoekt op BSN, herkent de inwoner en neemt hem over.
    4. elke vraag staat in het log, ook die zonder antwoord; nergens staat een BSN op het scherm of in het adres.
    """
    jan = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE], first_name="Jan", last_name="Vos")
    team_blerick()
    brp.zet(persoon())
    brp.gaat_mis(*["stilte"] * 4)
    desk, basis = als(jan), live_server.url

    ga(desk, reverse("toegang:contact_registreren"), basis)
    vul(desk, vraag_tekst="Mevrouw valt steeds.", zoek_bsn=ANNA)
    kies(desk, "kanaal", "Telefoon")
    desk.locator("main").get_by_role("button", name="Zoeken", exact=True).click()
    desk.wait_for_load_state()
    doe(desk, "Zoek in de BRP", dan="De BRP antwoordt niet. Vul de gegevens met de hand in")
    beeld(desk, "brp-zwijgt")
    desk.get_by_role("button", name="Terug zonder iemand te kiezen").click()
    desk.wait_for_load_state()
    expect(desk.locator('[name="vraag_tekst"]')).to_have_value("Mevrouw valt steeds.")
    assert Inzage.objects.filter(actor=jan.actor.pk, scherm="brp_zoeken").exists()

    brp.storingen.clear()
    ga(desk, reverse("toegang:brp_zoeken"), basis)
    vul(desk, zoek_bsn=ANNA)
    doe(desk, "Zoek in de BRP", dan="1 mens gevonden in de BRP")
    beeld(desk, "brp-gevonden")
    assert ANNA not in desk.content().replace(f'value="{ANNA}"', "")
    assert ANNA not in desk.url
    desk.get_by_role("button", name="Neem over").click()
    expect(desk.locator("body")).to_contain_text("zijn overgenomen uit de BRP")
    keur(desk)
    assert Inwoner.objects.met_bsn(ANNA).get().bron == "brp"
    assert Inzage.objects.filter(actor=jan.actor.pk, scherm="brp_zoeken", inwoner__isnull=False).exists()


def test_de_nacht_vindt_een_overlijden_en_houdt_vast_wat_wacht(als, live_server, brp, tmp_path):  # noqa: F811
    """
    1. mevrouw Peeters krijgt een huisbezoek, wacht op een telefoontje, en er ligt een brief klaar.
    2. 's nachts zegt de BRP dat zij overleed; een tweede ronde verandert niets.
    3. regisseur (Fatma Bakker): ziet de taak, en leest wat er stilstaat en wat zij beëindigt.
    4. administratie (Jan Vos): kan de brief niet versturen, en laat de post vervallen die nog niet weg is.
    5. niemand hoeft meer terug te bellen; het huisbezoek wacht op afzeggen; er is niets vanzelf geëindigd.
    """
    brp.zet(persoon())
    jan = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE], first_name="Jan", last_name="Vos")
    zaak, bezoek, brief, bellen = alles_loopt(jan)
    fatma, basis = zaak.regisseur, live_server.url

    brp.zet(persoon(**DOOD))
    for _ in range(2):
        call_command("brp_verversen")

    thuis = als(fatma)
    ga(thuis, reverse("toegang:mijn_werk"), basis)
    thuis.get_by_role("link", name="van Peeters").filter(has_text="Peeters").first.click()
    ga(thuis, reverse("toegang:brp_wijziging", args=[zaak.pk]), basis)
    tekst = thuis.locator("main").inner_text()
    for zin in ("Overleden", "Er gaat geen brief meer uit en geen huisbezoek meer door", "30 november 2026"):
        assert zin in tekst
    beeld(thuis, "overleden-regisseur")

    desk = als(jan)
    ga(desk, reverse("toegang:brief", args=[brief.pk]), basis)
    assert "Deze inwoner is overleden. Verstuur deze brief niet." in desk.locator("main").inner_text()
    ga(desk, reverse("toegang:brp_wijziging", args=[zaak.pk]), basis)
    beeld(desk, "overleden-post")
    doe(desk, "Laat deze post vervallen", dan="vervallen.")
    beeld(desk, "overleden-post-weg")
    ga(desk, reverse("toegang:werkvoorraad") + "?groep=terugbellen", basis)
    assert "Niemand wacht vandaag nog op een telefoontje." in desk.locator("main").inner_text()

    brief.refresh_from_db()
    bezoek.refresh_from_db()
    bellen.refresh_from_db()
    zaak.refresh_from_db()
    assert (brief.status, bellen.terugbellen_op, zaak.is_open) == (BriefStatus.VERVALLEN, None, True)
    assert bezoek.status == "gepland"  # a person calls it off
    soorten = [t.sleutel.split(":")[0] for t in Taak.objects.open().filter(zaak=zaak)]
    assert soorten.count("brp_overleden") == 1
    assert "huisbezoek_afzeggen" in soorten
    assert "huisbezoek" not in soorten
    assert zaak.gebeurtenissen.filter(soort="brp_gewijzigd").count() == 1


def alles_loopt(jan) -> tuple:
    """A zaak in onderzoek of who the BRP knows: a visit planned, a letter made, a call promised."""
    vandaag, nu = timezone.localdate(), timezone.now()
    gemeld = vandaag - datetime.timedelta(days=10)
    anna = inwoner_uit_brp(bsn=ANNA, door=jan.actor, nu=nu)
    team = team_blerick()
    fatma = MedewerkerFabriek(team=team, first_name="Fatma", last_name="Bakker")
    zaak = zaak_in_onderzoek(inwoner=anna, gemeld_op=gemeld, regisseur=fatma)
    bezoek = huisbezoek_plannen(
        zaak_id=zaak.pk, door=fatma.actor, nu=nu, gepland_om=nu + datetime.timedelta(days=3)
    )
    aanvraag_registreren(
        zaak_id=zaak.pk, door=jan.actor, vandaag=vandaag, nu=nu, ontvangen_op=vandaag, wijze="formulier",
        gevraagd="Hulp in huis",
    )  # fmt: skip
    o = termijn_opschorten(
        termijn_id=zaak.termijnen.get(soort="besluit").pk, grond=Opschorting.Grond.AANVULLING, reden="Een loonstrook",
        uiterlijk_op=vandaag + datetime.timedelta(days=14), door=jan.actor, vandaag=vandaag,
    )  # fmt: skip
    assert brief_maken(brief_id=o.brief_id, nu=nu, pdf=leeg_papier)
    bellen = contact_registreren(
        door=jan.actor, vandaag=vandaag, nu=nu, kanaal="telefoon", soort="vraag", bereik="bellen",
        telefoon="0612345678", vraag="Kunt u mij bellen?", inwoner=anna, terugbellen_op=vandaag,
    )  # fmt: skip
    return (
        zaak, Huisbezoek.objects.get(pk=bezoek.pk), Brief.objects.get(pk=o.brief_id),
        Contactmoment.objects.get(pk=bellen.pk),
    )  # fmt: skip
