"""The dossier header: who, whose, by when, as whom one looks; indicators in fixed order."""

import re

import pytest
from django.urls import reverse

from tests.fabrieken import (
    VANDAAG,
    DossierFabriek,
    InwonerFabriek,
    MedewerkerFabriek,
    WijkteamFabriek,
    ZaakFabriek,
)
from toegang.indicatoren import UITLEG, indicatoren
from toegang.models import Actor, Inzage, Vertegenwoordiger, Zaak
from toegang.rechten import Rol
from toegang.vertegenwoordiging import in_functie

pytestmark = pytest.mark.django_db


def een_zaak(**inwoner) -> Zaak:
    return ZaakFabriek(dossier=DossierFabriek(inwoner=InwonerFabriek(**inwoner)))


def gezien(zaak, lezer) -> Zaak:
    return Zaak.objects.met_rechten(lezer).select_related("dossier__inwoner").get(pk=zaak.pk)


def test_alle_indicatoren_in_vaste_volgorde():
    zaak = een_zaak(
        overleden_op="20260502", let_op_bij_bezoek="hond los op het erf", veilig_contact="niet na 18.00 uur", geheim=7,
        tolk="Pools", slechthorend=True, grote_letters=True, vertrokken_op="20260601", adres_in_onderzoek=True,
        onder_curatele=True,
    )  # fmt: skip
    zaak.spoed = True
    zaak.afgeschermd = False
    zaak.bewaren(door=Actor.objects.systeem(), reden="test")

    uit = indicatoren(gezien(zaak, Actor.objects.systeem()), [], VANDAAG)

    assert [i.soort for i in uit] == [s for s in UITLEG if s not in ("afgeschermd", "minderjarig")]
    assert "Let op bij bezoek: hond los op het erf" in [i.tekst for i in uit]
    assert "Curator: nog niet bekend" in [i.tekst for i in uit]


@pytest.mark.parametrize(
    ("geboren", "tekst"),
    [("20090101", "Minderjarig, 17 jaar"), ("20081203", None), ("20081204", "Minderjarig, 17 jaar"),
     ("20080000", None), ("20100000", "Minderjarig"), ("00000000", None)],
)  # fmt: skip
def test_minderjarig_alleen_als_het_zeker_is(geboren, tekst):
    zaak = gezien(een_zaak(geboren=geboren), Actor.objects.systeem())

    gevonden = [i.tekst for i in indicatoren(zaak, [], VANDAAG) if i.soort == "minderjarig"]

    assert gevonden == ([tekst] if tekst else [])


def test_mentor_en_curator_alleen_zolang_zij_in_functie_zijn():
    zaak = een_zaak()
    i = zaak.dossier.inwoner
    for soort, naam, vanaf, tot in (
        ("mentor", "P. Smeets", 2025, None), ("curator", "Q. Oud", 2020, 2024), ("bewindvoerder", "R. Geld", 2020, None),
    ):  # fmt: skip
        Vertegenwoordiger(
            inwoner=i, soort=soort, naam=naam, vanaf_op=VANDAAG.replace(year=vanaf),
            tot_op=VANDAAG.replace(year=tot) if tot else None,
        ).bewaren(door=Actor.objects.systeem(), reden="test")  # fmt: skip

    uit = indicatoren(gezien(zaak, Actor.objects.systeem()), in_functie(i, VANDAAG), VANDAAG)

    assert [x.tekst for x in uit] == ["Mentor: P. Smeets"]


def test_kop_staat_op_het_dossier_en_de_inzage_wordt_vastgelegd(client):
    zaak = een_zaak(veilig_contact="niet na 18.00 uur")
    administratie = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])

    html = client.als(administratie).get(reverse("toegang:zaak", args=[zaak.pk])).content.decode()

    assert "U ziet dit als administratie. Wij leggen vast wat u opent." in html
    assert "Veilig contact: niet na 18.00 uur" in html
    assert "Kerkstraat 12, 5921 AB Venlo" in html
    assert "Nog geen regisseur" in html
    assert Inzage.objects.get().zaak == zaak.pk


def test_geheim_adres_ziet_alleen_wie_gevoelig_mag(client):
    zaak = een_zaak(geheim=7)
    administratie = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])

    html = client.als(administratie).get(reverse("toegang:zaak", args=[zaak.pk])).content.decode()

    assert "Adres is geheim" in html
    assert "Kerkstraat" not in html


def test_bsn_tonen_is_een_vastgelegde_post(client):
    inwoner = InwonerFabriek(bsn="999990019")
    zaak = ZaakFabriek(dossier=DossierFabriek(inwoner=inwoner))
    client.als(MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]))
    dossier, adres = reverse("toegang:zaak", args=[zaak.pk]), reverse("toegang:bsn_tonen", args=[zaak.pk])

    voor, na = client.get(dossier).content.decode(), client.post(adres).content.decode()

    assert "999990019" not in voor
    assert "999990019" in na
    assert list(Inzage.objects.order_by("id").values_list("actie", "laag")) == [
        ("inzien", "L2b"),  # the administratie holds the content until there is a team
        ("bsn tonen", "L2a"),
    ]


def test_bsn_is_er_niet_voor_de_kcc(client):
    zaak = een_zaak()

    antwoord = client.als(MedewerkerFabriek(rollen=[Rol.KCC])).post(
        reverse("toegang:bsn_tonen", args=[zaak.pk])
    )

    assert antwoord.status_code == 404


def test_sessie_verlengen_vraagt_een_aangemelde_collega(client):
    assert client.post(reverse("toegang:sessie_verlengen")).status_code == 403
    client.als(MedewerkerFabriek())
    assert client.post(reverse("toegang:sessie_verlengen")).status_code == 204


def menu_van(client, wie, zaak, naam="toegang:zaak") -> tuple[list[str], list[str]]:
    """The addresses in the side menu, and which of them is said to be this page."""
    html = client.als(wie).get(reverse(naam, args=[zaak.pk])).content.decode()
    menu = html.partition('class="tg-zijmenu"')[2].partition("</nav>")[0]
    return re.findall(r'href="([^"]+)"', menu), re.findall(r'href="([^"]+)" aria-current="page"', menu)


def test_zijmenu_is_van_deze_lezer_en_deze_zaak_ook_als_het_al_getekend_was(client):
    team = WijkteamFabriek()
    zaken = [ZaakFabriek(wet="wmo", wijkteam=team) for _ in range(2)]
    administratie, collega = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]), MedewerkerFabriek(team=team)

    for zaak in (*zaken, *zaken):
        van_desk, hier = menu_van(client, administratie, zaak)
        van_team, _ = menu_van(client, collega, zaak)

        assert hier == [reverse("toegang:zaak", args=[zaak.pk])]
        assert all(str(zaak.pk) in url for url in van_desk + van_team)
        assert reverse("wijkteams:gesprek", args=[zaak.pk]) in set(van_team) - set(van_desk)

    tijdlijn = menu_van(client, administratie, zaken[0], "toegang:tijdlijn")
    assert tijdlijn == (
        menu_van(client, administratie, zaken[0])[0],
        [reverse("toegang:tijdlijn", args=[zaken[0].pk])],
    )
