"""Contact needs and safety: where a letter may go, for every kind of letter and every need."""

import re
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError

from tests.fabrieken import ZaakFabriek
from tests.papier import leeg_papier
from tests.toegang import voordeur
from toegang import briefsoorten
from toegang.indicatoren import indicatoren
from toegang.models import Actor, Brief, Inwoner, Taak, Vertegenwoordiger
from toegang.moment import nu
from toegang.permissions import waarom_niet_verzenden
from toegang.statussen import BriefStatus
from toegang.usecases.brief_klaarzetten import brief_klaarzetten
from toegang.usecases.brief_maken import brief_maken
from toegang.usecases.brief_opnieuw_maken import brief_opnieuw_maken
from toegang.usecases.brief_verzenden import brief_verzenden
from toegang.veilig_contact import OVERLEG, waarheen

pytestmark = pytest.mark.django_db

THUIS = ["Kerkstraat 12", "5921 AB  VENLO"]
ELDERS = ["p/a mevrouw P. Smeets", "Markt 1", "5911 HD  VENLO"]
WENSEN = {
    "gewoon": ({}, THUIS, False),
    "niet na zes uur": ({"veilig_contact": "niet na 18.00 uur"}, THUIS, False),
    "ander adres": ({"veilig_contact_post": "ander_adres", "veilig_adres": ELDERS}, ELDERS, False),
    "ander adres nog onbekend": ({"veilig_contact_post": "ander_adres"}, THUIS, True),
    "niets sturen": ({"veilig_contact_post": "niets_sturen"}, THUIS, True),
    "grote letters": ({"grote_letters": True}, THUIS, False),
}
SOORTEN = sorted(briefsoorten._soorten)


def brief(zaak, soort="ontvangstbevestiging"):
    return brief_klaarzetten(
        soort=soort, zaak=zaak, bron_id=zaak.pk, onderwerp="Uw vraag", door=Actor.objects.systeem(),
        verzenddatum=voordeur.VANDAAG,
    )  # fmt: skip


@pytest.mark.parametrize("soort", SOORTEN)
@pytest.mark.parametrize("wens", WENSEN)
def test_elke_brief_gaat_waarheen_de_inwoner_dat_wil(soort, wens):
    velden, regels, aangehouden = WENSEN[wens]
    zaak = ZaakFabriek(**{f"dossier__inwoner__{veld}": waarde for veld, waarde in velden.items()})

    gevraagd = brief(zaak, soort)

    assert gevraagd.aan_adres == regels
    assert gevraagd.is_mislukt is aangehouden
    assert gevraagd in Brief.objects.te_maken(nu()) or aangehouden
    assert Taak.objects.open().filter(sleutel=f"brief_overleg:{gevraagd.pk}").exists() is aangehouden


def test_een_brief_die_klaarstond_wordt_niet_gemaakt_als_dat_niet_meer_veilig_is():
    zaak = ZaakFabriek()
    gevraagd = brief(zaak)
    zaak.dossier.inwoner.veilig_contact_post = "niets_sturen"
    zaak.dossier.inwoner.bewaren(door=Actor.objects.systeem(), reden="test")

    gemaakt = brief_maken(brief_id=gevraagd.pk, nu=nu(), pdf=leeg_papier)

    gevraagd.refresh_from_db()
    assert not gemaakt
    assert (gevraagd.status, gevraagd.is_mislukt, gevraagd.fout) == (BriefStatus.GEVRAAGD, True, OVERLEG)


def test_een_gemaakte_brief_gaat_niet_weg_zonder_overleg_en_na_overleg_wel():
    zaak, desk = voordeur.zaak("vraagverheldering"), voordeur.administratie().actor
    gevraagd = brief(zaak)
    brief_maken(brief_id=gevraagd.pk, nu=nu(), pdf=leeg_papier)
    inwoner = Inwoner.objects.get(pk=zaak.dossier.inwoner_id)
    inwoner.veilig_contact_post = "niets_sturen"
    inwoner.bewaren(door=desk, reden="test")
    dag = {"vandaag": voordeur.VANDAAG, "verzonden_op": voordeur.VANDAAG}

    with pytest.raises(ValidationError, match="overleg"):
        brief_verzenden(brief_id=gevraagd.pk, door=desk, **dag)
    opnieuw = brief_opnieuw_maken(brief_id=gevraagd.pk, door=desk)
    brief_maken(brief_id=opnieuw.pk, nu=nu(), pdf=leeg_papier)
    opnieuw.refresh_from_db()
    assert opnieuw.is_mislukt
    inwoner.veilig_contact_post = ""
    inwoner.bewaren(door=desk, reden="overlegd")
    brief_opnieuw_maken(brief_id=gevraagd.pk, door=desk)
    assert brief_maken(brief_id=gevraagd.pk, nu=nu(), pdf=leeg_papier)

    assert brief_verzenden(brief_id=gevraagd.pk, door=desk, **dag).status == BriefStatus.VERZONDEN
    assert not Taak.objects.open().filter(sleutel=f"brief_overleg:{gevraagd.pk}").exists()


def test_de_knop_zegt_hetzelfde_als_de_handeling():
    zaak, desk = voordeur.zaak("vraagverheldering"), voordeur.administratie().actor
    gevraagd = brief(zaak)
    brief_maken(brief_id=gevraagd.pk, nu=nu(), pdf=leeg_papier)
    gevraagd.refresh_from_db()
    zaak = type(zaak).objects.met_rechten(desk).select_related("dossier__inwoner").get(pk=zaak.pk)

    assert waarom_niet_verzenden(desk, zaak, gevraagd) is None
    zaak.dossier.inwoner.veilig_contact_post = "niets_sturen"
    assert waarom_niet_verzenden(desk, zaak, gevraagd) == OVERLEG


def test_een_mentor_krijgt_zijn_afschrift_op_zijn_eigen_adres():
    zaak = ZaakFabriek(
        dossier__inwoner__veilig_contact_post="ander_adres", dossier__inwoner__veilig_adres=ELDERS
    )
    Vertegenwoordiger(
        inwoner=zaak.dossier.inwoner, soort="mentor", naam="P. Smeets", adres="Parade 3, 5911 CA Venlo",
        vanaf_op=voordeur.VANDAAG,
    ).bewaren(door=Actor.objects.systeem(), reden="test")  # fmt: skip

    brief(zaak)

    assert sorted(b.aan_adres[-1] for b in Brief.objects.all()) == ["5911 CA  VENLO", "5911 HD  VENLO"]


@pytest.mark.parametrize(
    ("velden", "e_mail", "let_op"),
    [
        ({}, "a@voorbeeld.nl", ""),
        ({"bereik": "brief"}, "", ""),
        ({"veilig_contact": "niet na 18.00 uur"}, "a@voorbeeld.nl", "niet na 18.00 uur"),
        ({"veilig_contact_post": "niets_sturen", "veilig_contact": "bel eerst"}, "", f"{OVERLEG} bel eerst"),
        (
            {"veilig_contact_post": "ander_adres", "veilig_adres": ELDERS},
            "a@voorbeeld.nl",
            "Post naar een ander adres",
        ),
        ({"overleden_op": "20260502"}, "", ""),
    ],
)
def test_waarheen(velden, e_mail, let_op):
    veilig = waarheen(Inwoner(e_mail="a@voorbeeld.nl", telefoon="0612345678", **velden))

    assert (veilig.e_mail, veilig.let_op) == (e_mail, let_op)
    assert veilig.post_mag is not bool(velden.get("overleden_op") or "niets" in str(velden))


def test_elke_wens_staat_in_de_kop():
    velden, _, _ = WENSEN["niets sturen"]
    zaak = ZaakFabriek(**{f"dossier__inwoner__{veld}": waarde for veld, waarde in velden.items()})
    zaak = type(zaak).objects.met_rechten(Actor.objects.systeem()).get(pk=zaak.pk)

    kop = {i.soort: i.tekst for i in indicatoren(zaak, [], voordeur.VANDAAG)}

    assert kop["veilig_contact"] == f"Veilig contact: {OVERLEG.rstrip('.')}"


def test_alleen_brief_klaarzetten_maakt_een_brief():
    """Whoever writes a letter past that use-case would write past the wishes too."""
    bron = Path(__file__).resolve().parents[2]
    andere = [
        pad.relative_to(bron).as_posix()
        for app in ("toegang", "wijkteams", "voorzieningen", "beschikkingen")
        for pad in (bron / app).glob("usecases/*.py")
        if re.search(r"(?<![A-Za-z])Brief\(", pad.read_text())
    ]

    assert andere == ["toegang/usecases/brief_klaarzetten.py"]
