"""A teamlead hands over the dossiers of a colleague who is ill; the desk works through a stack of contacts.

1. The teamlead opens Dossiers, chooses the colleague as a filter, selects the page, takes one dossier out.
2. The check page says who goes along; she chooses a colleague and a reason, and hands over.
3. The list says what came of it; the new regisseur sees the dossiers as new work and reads the sensitive part.
4. The administratie opens the werkvoorraad, narrows it, takes three contacts at once, and gives one to a colleague.
5. The read log holds each person that was shown, the history who did it and why.
"""

import os
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, ZaakFabriek
from tests.reizen.pagina import doe, ga, keur, veld, vul
from tests.toegang import voordeur
from tests.wijkteams.opstellingen import team_blerick
from toegang.models import Contactmoment, Inzage, Zaak
from toegang.rechten import Rol

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.reis, pytest.mark.traag]
BEELDEN = os.environ.get("TOEGANG_BEELDEN")  # a folder for the pictures, to look at


def beeld(pagina, naam: str) -> None:
    """On a desk and on a telephone: no sideways scrolling, and a picture when asked."""
    for breedte in (1280, 390):
        pagina.set_viewport_size({"width": breedte, "height": 900})
        assert not pagina.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        ), f"{naam} op {breedte}"
        if BEELDEN:
            pagina.screenshot(path=str(Path(BEELDEN) / f"{naam}-{breedte}.png"), full_page=True)
    pagina.set_viewport_size({"width": 1280, "height": 900})


def test_de_dossiers_van_een_zieke_collega_gaan_samen_over(als, live_server):
    basis, team = live_server.url, team_blerick()
    ziek, fit = MedewerkerFabriek(team=team, last_name="Ziek"), MedewerkerFabriek(team=team, last_name="Fit")
    lead = MedewerkerFabriek(team=team, team__rol=Rol.TEAMLEAD, last_name="Leid")
    zaken = [
        ZaakFabriek(
            wijkteam=team, regisseur=ziek, status="onderzoek", spoed=nr == 0,
            dossier__inwoner__geslachtsnaam=f"Peeters{nr}",
        )
        for nr in range(4)
    ]  # fmt: skip
    ZaakFabriek(wijkteam=team, status="te_verdelen", dossier__inwoner__geslachtsnaam="Wachter")

    pagina = als(lead)
    ga(pagina, reverse("toegang:mijn_werk"), basis)
    beeld(pagina, "teamleider-mijn-werk")
    ga(pagina, reverse("toegang:zaken") + "?weergave=team", basis)
    beeld(pagina, "teamleider-dossiers")
    pagina.locator("summary", has_text="Filter").click()
    veld(pagina, "bij").select_option(label="F. Ziek")
    doe(pagina, "Filter toepassen", dan="4 dossiers")
    pagina.get_by_role("link", name="Selecteer deze 4").click()
    expect(pagina.locator("[data-gekozen]")).to_have_text("4 gekozen")
    pagina.get_by_label("Kies A.M. Peeters3").uncheck()
    beeld(pagina, "teamleider-gekozen")
    doe(pagina, "Overdragen aan een collega", dan="3 dossiers gaan mee")
    veld(pagina, "naar").select_option(label="F. Fit")
    vul(pagina, reden="Lang ziek")
    beeld(pagina, "teamleider-controleren")
    doe(pagina, "Overdragen", dan="3 dossiers overgedragen aan F. Fit.")

    expect(pagina.locator("table")).to_contain_text("Peeters3")  # the filter stayed: what is left of F. Ziek
    beeld(pagina, "teamleider-klaar")
    assert Zaak.objects.filter(regisseur=fit).count() == 3
    assert Zaak.objects.get(pk=zaken[3].pk).regisseur == ziek
    laatste = Zaak.objects.get(pk=zaken[0].pk).history.first()
    assert (laatste.history_user, laatste.history_change_reason) == (lead.actor, "overgedragen: Lang ziek")
    gezien = Inzage.objects.filter(actor=lead.actor.pk, scherm="overdragen", uitkomst="gelukt")
    assert set(gezien.values_list("zaak", flat=True)) == {zaak.pk for zaak in zaken[:3]}

    pagina = als(fit)
    ga(pagina, reverse("toegang:mijn_werk"), basis)
    expect(pagina.locator("#taken")).to_be_visible()
    assert pagina.get_by_role("link", name="Nieuw voor u: overgedragen dossier").count() == 3
    beeld(pagina, "nieuwe-regisseur-mijn-werk")


def test_de_administratie_werkt_een_stapel_weg(als, live_server):
    basis = live_server.url
    ik, ander = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]), MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])
    for nr in range(30):
        voordeur.contact(
            inwoner=InwonerFabriek(geslachtsnaam=f"Smeets{nr}"), kanaal=("telefoon", "brief", "balie")[nr % 3],
            gevaar=nr == 3, vandaag=voordeur.VANDAAG,
        )  # fmt: skip
        voordeur.taak(medewerker=ander if nr % 4 == 0 else None)

    pagina = als(ik)
    ga(pagina, reverse("toegang:mijn_werk"), basis)
    beeld(pagina, "administratie-mijn-werk")
    ga(pagina, reverse("toegang:werkvoorraad"), basis)
    beeld(pagina, "administratie-werkvoorraad")
    pagina.locator("summary", has_text="Filter").click()
    veld(pagina, "kanaal").select_option(label="Balie")
    doe(pagina, "Filter toepassen", dan="10 regels")
    ga(pagina, reverse("toegang:werkvoorraad"), basis)
    expect(pagina.locator("body")).to_contain_text("10 regels")  # the filter stayed
    for vakje in pagina.locator("input[name=keuze]").all()[:3]:
        vakje.check()
    doe(pagina, "Oppakken", dan="3 contacten gaan mee")
    beeld(pagina, "administratie-controleren")
    doe(pagina, "Oppakken", dan="3 contacten opgepakt.")
    ga(pagina, reverse("toegang:werkvoorraad") + "?groep=opgepakt", basis)
    pagina.locator("input[name=keuze]").first.check()
    doe(pagina, "Overdragen aan een collega", dan="1 contact gaat mee")
    veld(pagina, "naar").select_option(label=ander.naam)
    doe(pagina, "Overdragen", dan=f"1 contact overgedragen aan {ander.naam}.")

    assert Contactmoment.objects.filter(opgepakt_door=ik.actor).count() == 2
    assert Contactmoment.objects.filter(opgepakt_door=ander.actor).count() == 1
    ga(pagina, reverse("toegang:werkvoorraad") + "?groep=taken", basis)
    beeld(pagina, "administratie-taken")
    doe(pagina, "Oppakken", dan="Kies eerst een of meer taken.")
    ga(pagina, reverse("toegang:werkvoorraad") + "?groep=post&spoed=ja", basis)
    pagina.get_by_role("link", name="Deze weergave bewaren").click()
    vul(pagina, naam="Spoed in de post")
    keur(pagina)
    doe(pagina, "Weergave bewaren", dan="staat boven de lijst")
    expect(pagina.get_by_role("link", name="Spoed in de post")).to_be_visible()
    beeld(pagina, "administratie-weergave")
