"""A receipt by e-mail: through a real mail server, and when it is silent after the text a person decides."""

import datetime
import email
import email.policy
import os
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek
from tests.reizen.pagina import doe, ga
from tests.toegang import voordeur
from tests.toegang.mailserver import mailserver
from toegang.models import Actor, Bericht, Gebeurtenis, Taak
from toegang.models.bericht import BEZIG
from toegang.rechten import Rol
from toegang.usecases.bericht_versturen import berichten_versturen

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.reis, pytest.mark.timeout(600)]
BEELDEN = os.environ.get("TOEGANG_BEELDEN")  # a folder for the pictures, to look at
ADRES = "anna@voorbeeld.nl"


def beeld(pagina, naam: str) -> None:
    if not BEELDEN:
        return
    for breedte in (1280, 390):
        pagina.set_viewport_size({"width": breedte, "height": 900})
        pagina.screenshot(path=str(Path(BEELDEN) / f"{naam}-{breedte}.png"), full_page=True)
    pagina.set_viewport_size({"width": 1280, "height": 900})


@pytest.fixture
def smtp(settings):
    settings.E_MAIL = {"aan": True, "van": "Gemeente Venlo <toegang@venlo.nl>"}
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    with mailserver() as server:
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.server_address
        settings.EMAIL_TIMEOUT = 5
        yield server


def test_een_ontvangstbevestiging_per_e_mail(als, live_server, smtp):
    """
    1. administratie (Jan Vos): bevestigt de ontvangst van wie e-mail koos; de e-mail gaat weg en staat bij de brieven.
    2. bij een tweede inwoner hangt de mailserver op na de tekst: niemand weet of de e-mail aankwam.
    3. Jan krijgt een taak, leest wat er is, en laat hem opnieuw gaan: een e-mail met hetzelfde nummer.
    4. op een gedeelde telefoon is niet te zien waar het over gaat.
    """
    jan = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE], first_name="Jan", last_name="Vos")
    desk, basis = als(jan), live_server.url
    goed, onzeker = (zaak_per_mail(jan, naam) for naam in ("Hendriks", "Smeets"))

    bevestigen(desk, basis, goed)
    berichten_versturen(nu=timezone.now())
    ga(desk, reverse("toegang:documenten", args=[goed.pk]), basis)
    beeld(desk, "e-mail-verzonden")
    tekst = desk.locator("main").inner_text()
    assert "Wij kregen uw melding – gemeente Venlo" in tekst
    assert "Verzonden" in tekst
    (bericht,) = [email.message_from_bytes(b, policy=email.policy.default) for b in smtp.ontvangen]
    assert (bericht["To"], bericht["Subject"]) == (ADRES, "Wij kregen uw melding – gemeente Venlo")
    inhoud = bericht.get_content()
    assert "Hendriks" in inhoud
    assert "schoonhouden" not in inhoud
    assert "http" not in inhoud

    smtp.ophangen = True
    bevestigen(desk, basis, onzeker)
    berichten_versturen(nu=timezone.now())
    smtp.ophangen = False
    berichten_versturen(nu=timezone.now() + BEZIG + datetime.timedelta(minutes=1))
    de_tijd_gaat_voorbij(onzeker)
    ga(desk, reverse("toegang:mijn_werk"), basis)
    assert Taak.objects.open().filter(sleutel=f"bericht_onzeker:{onzeker.pk}").exists()
    ga(desk, reverse("toegang:documenten", args=[onzeker.pk]), basis)
    beeld(desk, "e-mail-onzeker")
    assert "Misschien verzonden" in desk.locator("main").inner_text()
    doe(desk, "Opnieuw versturen", dan="De e-mail gaat opnieuw weg")
    berichten_versturen(nu=timezone.now())

    ontvangen = [email.message_from_bytes(b, policy=email.policy.default) for b in smtp.ontvangen]
    assert len(ontvangen) == 3  # the server had it the first time, and knows the second by its number
    assert ontvangen[1]["Message-ID"] == ontvangen[2]["Message-ID"]
    assert Bericht.objects.get(zaak=onzeker).status == "verzonden"
    assert not Taak.objects.open().filter(sleutel__startswith="bericht_onzeker").exists()
    assert Gebeurtenis.objects.filter(zaak=onzeker, soort="bericht_verzonden").count() == 1


def zaak_per_mail(jan, naam: str):
    vandaag = timezone.localdate()
    inwoner = InwonerFabriek(geslachtsnaam=naam, heeft_partner=False)
    return voordeur.zaak(
        "vraagverheldering", door=jan.actor, vandaag=vandaag, inwoner=inwoner, bereik="e_mail", e_mail=ADRES
    )


def bevestigen(desk, basis, zaak) -> None:
    ga(desk, reverse("toegang:vraagverheldering", args=[zaak.pk]), basis)
    beeld(desk, "ontvangst-bevestigen")
    doe(desk, "Ontvangst bevestigen", dan="gaat vanzelf weg per e-mail")


def de_tijd_gaat_voorbij(zaak) -> None:
    """As if the worker was at it a quarter of an hour ago."""
    bericht = Bericht.objects.get(zaak=zaak)
    bericht.begonnen_om -= BEZIG + datetime.timedelta(minutes=5)
    bericht.bewaren(door=Actor.objects.systeem(), reden="proef")
