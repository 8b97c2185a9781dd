"""The letter that says that help ends: what stands in it, in short sentences, made for real; and the e-mail beside it."""

import datetime
import re

import pytest

from tests.fabrieken import InwonerFabriek
from tests.voorzieningen.lopend import EINDE, lopende_hulp, voor
from toegang.briefsoorten import briefsoort
from toegang.brieven.basis import html_maken
from toegang.models import Brief
from toegang.usecases.brief_maken import brief_maken
from voorzieningen.usecases.herinneringen_versturen import herinneringen_versturen

pytestmark = pytest.mark.django_db
NU = datetime.datetime(2027, 3, 10, 9, tzinfo=datetime.UTC)


def tekst(brief: Brief) -> str:
    html = html_maken(briefsoort(brief.soort).bouwen(brief))
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.partition("</style>")[2] or html))


def brief_op(dag, **anders) -> Brief:
    lopende_hulp(**anders)
    herinneringen_versturen(vandaag=dag)
    return Brief.objects.select_related("zaak__dossier__inwoner", "zaak__regisseur").get()


def test_de_brief_noemt_het_einde_en_hoe_lang_een_nieuwe_vraag_duurt():
    gelezen = tekst(brief_op(voor(16)))

    assert "U krijgt hulp in het huishouden van de gemeente." in gelezen
    assert "tot en met woensdag 30 juni 2027" in gelezen
    assert "uiterlijk op woensdag 5 mei 2027" in gelezen
    assert "Dat duurt hoogstens zes weken. Daarna nemen wij binnen twee weken een besluit." in gelezen
    assert "cliëntondersteuner" in gelezen
    assert "Wij schreven u dit al eerder." not in gelezen
    for woord in ("indicatie", "regisseur", "zaak ", "maatwerk", "heronderzoek"):
        assert woord not in gelezen.lower()


def test_de_tweede_brief_zegt_dat_het_de_tweede_is():
    lopende_hulp()
    for dag in (voor(16), voor(10)):
        herinneringen_versturen(vandaag=dag)

    tweede = Brief.objects.select_related("zaak__dossier__inwoner", "zaak__regisseur").get(
        sleutel__endswith=":2"
    )
    assert "Wij schreven u dit al eerder." in tekst(tweede)


def test_te_laat_voor_acht_weken_vraagt_meteen_te_bellen():
    assert "Bel ons dan zo snel mogelijk" in tekst(brief_op(voor(7)))


def test_wat_een_ander_niet_mag_lezen_heet_hulp():
    lopend = lopende_hulp()
    lopend.product.leefgebied = "mentaal"
    lopend.product.bewaren(door=lopend.zaak.regisseur.actor, reden="test")
    herinneringen_versturen(vandaag=voor(16))

    brief = Brief.objects.select_related("zaak__dossier__inwoner", "zaak__regisseur").get()
    assert "U krijgt hulp van de gemeente." in tekst(brief)


def test_de_zinnen_zijn_kort():
    from voorzieningen.brieven import e_mailtekst

    mail = e_mailtekst(
        aanhef="Geachte mevrouw Jansen", kenmerk="Z-2025-000001", einddatum=EINDE, bel_voor=voor(8), wmo=True
    )
    for gelezen in (tekst(brief_op(voor(16))).partition("Geachte")[2], mail):
        woorden = [len(zin.split()) for zin in re.split(r"[.?!:]\s", gelezen) if len(zin.split()) > 2]
        assert max(woorden) <= 20
        assert sum(woorden) / len(woorden) <= 12


def test_de_brief_wordt_echt_gemaakt_op_een_blad():
    brief = brief_op(voor(16), inwoner=InwonerFabriek(grote_letters=True))

    assert brief_maken(brief_id=brief.pk, nu=NU)

    brief.refresh_from_db()
    assert (brief.status, brief.laag) == ("gemaakt", "L2a")
    assert brief.document.grootte > 10_000
