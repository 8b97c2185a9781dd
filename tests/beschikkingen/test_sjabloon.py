"""Letter templates from the first word to the letter: two people, what the law asks, the editor, and the besluit."""

import datetime
import io
import re
import time

import pypdf
import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from beschikkingen.briefbouw import bouwen, voorbeeld
from beschikkingen.models import Besluit, Sjabloon
from beschikkingen.sjabloondelen import Blok, delen_bij
from beschikkingen.usecases.besluit_terugsturen import besluit_terugsturen
from beschikkingen.usecases.sjabloon_bewaren import sjabloon_bewaren
from beschikkingen.usecases.sjabloon_goedkeuren import sjabloon_goedkeuren
from beschikkingen.usecases.sjabloon_indienen import sjabloon_indienen
from beschikkingen.usecases.sjabloon_intrekken import sjabloon_intrekken
from beschikkingen.usecases.sjabloon_opstellen import sjabloon_opstellen
from beschikkingen.usecases.sjabloon_terugsturen import sjabloon_terugsturen
from tests.beschikkingen.opstellingen import STAPPEN, VANDAAG, besluit_in, opgepakt_door, toetser, verse
from tests.fabrieken import MedewerkerFabriek
from tests.klant import Klant
from toegang.brieven.basis import html_maken
from toegang.models import Actor, Taak, Verouderd
from toegang.pdf import pdf_maken
from toegang.rechten import Rol
from toegang.statussen import OngeldigeOvergang

pytestmark = pytest.mark.django_db
EIGEN = Blok(
    "tekst",
    "Hebt u hulp nodig bij deze brief?",
    "[als hulp]Deze brief gaat over {hulp}.[einde]\nBel {contactpersoon}.",
)
STAND = ("concept", "ter_goedkeuring", "goedgekeurd", "vervangen")


def beheerder() -> Actor:
    return MedewerkerFabriek(rollen=[Rol.BEHEERDER]).actor


def jurist() -> Actor:
    return MedewerkerFabriek(rollen=[Rol.JURIST]).actor


def blokken(uitkomst="toekenning", erbij=EIGEN, plek=1) -> list[Blok]:
    vast = [Blok(d) for d in delen_bij(uitkomst)]
    return [*vast[:plek], erbij, *vast[plek:]]


def sjabloon_in(
    stand: str, *, door=None, ander=None, uitkomst="toekenning", tekst=None, product_id=None, regels=""
) -> Sjabloon:
    """Brought there by use-cases."""
    door, ander = door or beheerder(), ander or jurist()
    s = sjabloon_opstellen(door=door, vandaag=VANDAAG, uitkomst=uitkomst, product_id=product_id)
    s = sjabloon_bewaren(sjabloon_id=s.pk, door=door, blokken=tekst or blokken(uitkomst), regels=regels)
    if stand != "concept":
        sjabloon_indienen(sjabloon_id=s.pk, door=door, vandaag=VANDAAG)
    if stand in ("goedgekeurd", "vervangen"):
        sjabloon_goedkeuren(sjabloon_id=s.pk, door=ander, vandaag=VANDAAG)
    if stand == "vervangen":
        sjabloon_intrekken(sjabloon_id=s.pk, door=ander, vandaag=VANDAAG, reden="Fout.")
    return Sjabloon.objects.get(pk=s.pk)


def test_wie_wat_mag_met_een_sjabloon():
    """One table: who, act, state -> http, new state. Each row in a savepoint of its own."""
    door, ander, consulent = (MedewerkerFabriek(rollen=[r]) for r in (Rol.BEHEERDER, Rol.JURIST, Rol.TOETSER))
    rijen = {stand: sjabloon_in(stand, door=door.actor, ander=ander.actor, uitkomst=u) for stand, u in zip(
        STAND, ("toekenning", "afwijzing", "dwangsom", "gegrond"), strict=True)}  # fmt: skip
    tabel = [
        # act, who, state -> http, state after
        ("indienen", door, "concept", 302, "ter_goedkeuring"),
        ("indienen", ander, "concept", 403, "concept"),
        ("indienen", consulent, "concept", 403, "concept"),
        ("indienen", door, "goedgekeurd", 302, "goedgekeurd"),
        ("goedkeuren", ander, "ter_goedkeuring", 302, "goedgekeurd"),
        ("goedkeuren", door, "ter_goedkeuring", 403, "ter_goedkeuring"),
        ("goedkeuren", consulent, "ter_goedkeuring", 403, "ter_goedkeuring"),
        ("goedkeuren", ander, "concept", 302, "concept"),
        ("goedkeuren", ander, "goedgekeurd", 302, "goedgekeurd"),  # a second click is harmless
        ("goedkeuren", ander, "vervangen", 302, "vervangen"),
        ("terugsturen", ander, "ter_goedkeuring", 302, "concept"),
        ("terugsturen", door, "ter_goedkeuring", 302, "concept"),
        ("terugsturen", consulent, "ter_goedkeuring", 403, "ter_goedkeuring"),
        ("terugsturen", ander, "goedgekeurd", 200, "goedgekeurd"),
        ("stoppen", ander, "goedgekeurd", 302, "vervangen"),
        ("stoppen", door, "goedgekeurd", 302, "vervangen"),
        ("stoppen", consulent, "goedgekeurd", 403, "goedgekeurd"),
        ("stoppen", door, "concept", 200, "concept"),
        ("overnemen", ander, "concept", 302, "vervangen"),
        ("overnemen", ander, "ter_goedkeuring", 302, "ter_goedkeuring"),
        ("nieuw", ander, "goedgekeurd", 302, "goedgekeurd"),
        ("nieuw", consulent, "goedgekeurd", 403, "goedgekeurd"),
    ]
    fout = []
    klanten = {
        wie: Klant().als(wie) for wie in (door, ander, consulent)
    }  # signed in once, outside the savepoints
    for act, wie, stand, http, daarna in tabel:
        punt = transaction.savepoint()
        s = rijen[stand]
        antwoord = klanten[wie].post(
            reverse("beschikkingen:sjabloon", args=[s.pk]),
            {"doe": act, "opmerking": "Anders.", "versie": s.versie},
        )
        nu = Sjabloon.objects.get(pk=s.pk).status
        if (antwoord.status_code, nu) != (http, daarna):
            fout.append((act, wie.actor.naam, stand, antwoord.status_code, nu))
        transaction.savepoint_rollback(punt)
    for naam, mag in (  # per page: who wrote it, a second person, another role
        ("sjabloon", (200, 200, 403)),
        ("sjabloon_wijzigen", (200, 403, 403)),
        ("sjabloon_voorbeeld", (200, 200, 403)),
        ("sjabloon_proefbrief", (None, None, 403)),
    ):
        for wie, http in zip((door, ander, consulent), mag, strict=True):
            adres = reverse(f"beschikkingen:{naam}", args=[rijen["concept"].pk])
            if http and (gaf := klanten[wie].get(adres).status_code) != http:
                fout.append((naam, wie.actor.naam, gaf))

    assert fout == []


def test_vier_ogen_houdt_de_database_ook_vast():
    s, ander = sjabloon_in("ter_goedkeuring"), jurist()
    with pytest.raises(PermissionDenied, match="Een collega keurt haar goed"):
        sjabloon_goedkeuren(sjabloon_id=s.pk, door=verse(s.opgesteld_door.medewerker), vandaag=VANDAAG)

    s.status, s.goedgekeurd_op, s.goedgekeurd_door = "goedgekeurd", VANDAAG, s.opgesteld_door
    with pytest.raises(IntegrityError, match="sjabloon_twee_mensen"), transaction.atomic():
        s.bewaren(door=ander, reden="langs de regel")
    s.goedgekeurd_op = s.goedgekeurd_door = None
    with pytest.raises(IntegrityError, match="sjabloon_goedgekeurd_door_iemand"), transaction.atomic():
        s.bewaren(door=ander, reden="langs de regel")
    velden = {"uitkomst": "toekenning", "nummer": 9, "opgesteld_op": VANDAAG, "opgesteld_door": ander}
    with pytest.raises(IntegrityError, match="sjabloon_een_open"), transaction.atomic():
        Sjabloon(**velden).bewaren(door=ander, reden="tweede")


def test_een_goedgekeurde_versie_vervangt_de_vorige_en_verandert_niet_meer():
    door, ander = beheerder(), jurist()
    eerste = sjabloon_in("goedgekeurd", door=door, ander=ander)
    tweede = sjabloon_opstellen(door=ander, vandaag=VANDAAG, uitkomst="toekenning")
    assert (tweede.nummer, tweede.blokken) == (2, eerste.blokken)
    assert sjabloon_opstellen(door=ander, vandaag=VANDAAG, uitkomst="toekenning") == tweede
    with pytest.raises(OngeldigeOvergang, match="schrijft al aan versie 2"):
        sjabloon_opstellen(door=door, vandaag=VANDAAG, uitkomst="toekenning")
    with pytest.raises(OngeldigeOvergang, match="verandert niet meer"):
        sjabloon_bewaren(sjabloon_id=eerste.pk, door=door, blokken=blokken())

    sjabloon_indienen(sjabloon_id=tweede.pk, door=ander, vandaag=VANDAAG)
    taak = Taak.objects.open().get(sleutel=f"sjabloon_goedkeuren:{tweede.pk}")
    assert taak.rol == Rol.BEHEERDER  # the author is the jurist
    sjabloon_goedkeuren(sjabloon_id=tweede.pk, door=door, vandaag=VANDAAG)

    eerste.refresh_from_db()
    assert (eerste.status, eerste.vervangen_door) == ("vervangen", door)
    assert not Taak.objects.open().filter(sleutel__startswith="sjabloon").exists()
    assert Sjabloon.objects.in_gebruik().get() == tweede


def test_wat_de_wet_vraagt_wordt_geweigerd_in_woorden(client):
    door = MedewerkerFabriek(rollen=[Rol.BEHEERDER])
    s = sjabloon_in("concept", door=door.actor, tekst=[b for b in blokken() if b.deel != "rechtsmiddel"])

    with pytest.raises(ValidationError, match=r"bezwaar of beroep \(Awb 3:45, 6:23\)"):
        sjabloon_indienen(sjabloon_id=s.pk, door=door.actor, vandaag=VANDAAG)
    html = client.als(door).get(reverse("beschikkingen:sjabloon", args=[s.pk])).content.decode()
    assert "&#x27;Bent u het niet eens met dit besluit?&#x27; ontbreekt" in html
    assert "Ter goedkeuring aanbieden" not in html


def test_terug_met_een_opmerking_geeft_de_schrijver_een_taak():
    s, ander = sjabloon_in("ter_goedkeuring"), jurist()
    with pytest.raises(ValidationError, match="wat er anders moet"):
        sjabloon_terugsturen(sjabloon_id=s.pk, door=ander, vandaag=VANDAAG, opmerking=" ")

    sjabloon_terugsturen(sjabloon_id=s.pk, door=ander, vandaag=VANDAAG, opmerking="Korter.")

    taak = Taak.objects.open().get(sleutel=f"sjabloon_aanpassen:{s.pk}")
    assert taak.medewerker == s.opgesteld_door.medewerker
    with pytest.raises(Verouderd):
        sjabloon_indienen(sjabloon_id=s.pk, door=s.opgesteld_door, vandaag=VANDAAG, versie=s.versie)


# --- the letter -----------------------------------------------------------------------------------


def tekst_van(brief) -> str:
    pdf = pdf_maken(html_maken(brief), titel=brief.onderwerp, kenmerk=brief.kop.kenmerk, gemaakt_op=VANDAAG)
    return re.sub(r"\s+", " ", " ".join(b.extract_text() for b in pypdf.PdfReader(io.BytesIO(pdf)).pages))


def test_de_brief_volgt_het_sjabloon_en_houdt_de_versie_van_de_toets():
    """Its own text and order on paper, all the fixed parts still there; a later version changes nothing under toets."""
    door, ander = beheerder(), jurist()
    besluit = besluit_in("klaar")
    product = besluit.zaak.indicaties.get().product
    anders = [*blokken()[:-1]]
    anders = [b for b in anders if b.deel != "veranderingen"]
    anders.insert(3, Blok("veranderingen"))
    algemeen = sjabloon_in("goedgekeurd", door=door, ander=ander, tekst=[*anders, Blok("rechtsmiddel")])
    assert voorbeeld(besluit, VANDAAG).blokken[1].kop == EIGEN.kop
    eigen = sjabloon_in(
        "goedgekeurd", door=door, ander=ander, product_id=product.pk, tekst=[*anders, Blok("rechtsmiddel")]
    )

    STAPPEN["ter_toetsing"](besluit, verse(besluit.zaak.regisseur))
    besluit = Besluit.objects.get(pk=besluit.pk)
    assert besluit.sjabloon == eigen != algemeen
    sjabloon_intrekken(sjabloon_id=eigen.pk, door=ander, vandaag=VANDAAG, reden="Fout.")
    for stap in ("ter_ondertekening", "ondertekend", "brief"):
        STAPPEN[stap](besluit, None)
    brief = bouwen(besluit.zaak.brieven.get(soort="besluit"))

    tekst = tekst_van(brief)
    plaatsen = [tekst.find(s) for s in (
        "U krijgt hulp in het huishouden", "Wat hebben wij besloten?", EIGEN.kop,
        "Deze brief gaat over hulp in het huishouden. Bel", "Verandert er iets?", "Wat gebeurt er nu?",
        "Waarom krijgt u deze hulp?", "Wat betaalt u?", "Bent u het niet eens met dit besluit?", "namens het college",
        "Regels: Wmo 2015",
    )]  # fmt: skip
    assert -1 not in plaatsen
    assert plaatsen == sorted(plaatsen)


def test_terug_naar_het_concept_krijgt_het_sjabloon_van_dan():
    s = sjabloon_in("goedgekeurd")
    besluit = besluit_in("ter_toetsing")
    assert besluit.sjabloon == s
    sjabloon_intrekken(sjabloon_id=s.pk, door=s.goedgekeurd_door, vandaag=VANDAAG, reden="Fout.")
    wie = toetser()
    besluit_terugsturen(
        besluit_id=besluit.pk, door=opgepakt_door(wie, besluit), vandaag=VANDAAG, reden="Korter."
    )
    besluit = Besluit.objects.get(pk=besluit.pk)

    assert [b.deel for b in voorbeeld(besluit, VANDAAG).blokken if b.deel == "tekst"] == []


def test_een_brief_met_sjabloon_vraagt_de_database_niet_meer():
    zonder = besluit_in("brief")
    sjabloon_in("goedgekeurd")
    met = besluit_in("brief")
    assert Besluit.objects.get(pk=met.pk).sjabloon is not None

    geteld = []
    for besluit in (zonder, met):
        rij = besluit.zaak.brieven.get(soort="besluit")
        with CaptureQueriesContext(
            connection,
        ) as vragen:
            bouwen(rij)
        geteld.append(len(vragen))
    assert geteld[0] == geteld[1]


# --- the screens ----------------------------------------------------------------------------------


def velden(lijst, **anders) -> dict:
    post = {"aantal": len(lijst), "doe": "bewaren"}
    for i, b in enumerate(lijst):
        post |= {f"blok_{i}_deel": b.deel, f"blok_{i}_kop": b.kop, f"blok_{i}_tekst": b.tekst}
    return post | anders


def test_de_schrijver_verliest_niets(client, time_machine):
    """Bad text, moving, another window, taken over: a sentence, and everything typed still there."""
    time_machine.move_to(datetime.datetime(2026, 12, 3, 9, 0, tzinfo=datetime.UTC))
    door = MedewerkerFabriek(rollen=[Rol.BEHEERDER])
    client.als(door)
    antwoord = client.post(reverse("beschikkingen:sjablonen"), {"uitkomst": "toekenning"})
    s = Sjabloon.objects.get()
    adres = reverse("beschikkingen:sjabloon_wijzigen", args=[s.pk])
    assert antwoord["Location"] == adres
    assert "(vast deel)" in client.get(adres).content.decode()

    fout = blokken(
        erbij=Blok("tekst", "<b>Kop", "Eén.\n{% for x in y %}\n<script>alert(1)</script> שלום {hulpp}")
    )
    antwoord = client.post(adres, velden(fout, versie=s.versie))
    html = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert "Regel 2: &#x27;{%&#x27; is een opdracht" in html
    assert "Regel 3: het veld &#x27;hulpp&#x27; bestaat niet. Bedoelt u {hulp}?" in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; שלום {hulpp}</textarea>" in html
    assert "<script>alert" not in html
    lang = client.post(adres, velden(blokken(erbij=Blok("tekst", "", "a" * 100_000)))).content.decode()
    assert "100.000 tekens lang" in lang
    assert "a" * 100_000 in lang

    html = client.post(adres, velden(blokken(), doe="omlaag:1")).content.decode()
    assert re.findall(r'name="blok_\d+_deel" value="(\w+)"', html)[:4] == ["besluit", "pgb", "tekst", "nu"]
    assert EIGEN.tekst.split("\n")[1] in html
    html = client.post(adres, velden(blokken(), doe="weg:0")).content.decode()
    assert "Wat hebben wij besloten? invoegen" in html
    html = client.post(adres, velden([], doe="erbij:0:tekst")).content.decode()
    assert 'name="blok_0_tekst"' in html
    for raar in ("omhoog:999999999999", "omhoog:x", "erbij:0:bestaat_niet", "weg:-1"):
        assert client.post(adres, velden(blokken(), doe=raar)).status_code == 200
    assert Sjabloon.objects.get().versie == s.versie  # nothing was saved yet

    assert client.post(adres, velden(blokken(), versie=s.versie)).status_code == 302
    assert Sjabloon.objects.get().delen == tuple(blokken())
    html = client.post(
        adres, velden(blokken(erbij=Blok("tekst", "Mijn", "Mijn tekst.")), versie=s.versie)
    ).content.decode()
    assert "heeft dit intussen ook gewijzigd" in html
    assert "Mijn tekst.</textarea>" in html
    nu = Sjabloon.objects.get().versie
    assert f'name="versie" value="{nu}"' in html

    sjabloon_opstellen(door=jurist(), vandaag=VANDAAG, uitkomst="toekenning", overnemen=True)
    html = client.post(
        adres, velden(blokken(erbij=Blok("tekst", "Mijn", "Mijn tekst.")), versie=nu)
    ).content.decode()
    assert "niet meer in gebruik" in html
    assert "Mijn tekst.</textarea>" in html


def test_het_voorbeeld_leeft_mee_en_kent_niemand(client):
    """Beside the editor and as a page of its own the same; below a second also with the most that fits."""
    s = sjabloon_in("concept", door=(door := MedewerkerFabriek(rollen=[Rol.BEHEERDER])).actor)
    adres = reverse("beschikkingen:sjabloon_voorbeeld", args=[s.pk])
    client.als(door)
    groot = (
        blokken()[:1]
        + [Blok("tekst", f"Kop {i}", "[als hulp]{hulp}[einde] woord. " * 150) for i in range(18)]
        + blokken()[2:]
    )
    client.post(adres, velden(groot), headers={"HX-Request": "true"})  # warm

    begin = time.perf_counter()
    deel = client.post(adres, velden(groot), headers={"HX-Request": "true"}).content.decode()
    duur = time.perf_counter() - begin
    blad = client.post(adres, velden(groot)).content.decode()

    assert duur < 1, f"{duur:.2f} s"
    assert deel.strip() in blad
    assert "<html" not in deel
    assert "hulp in het huishouden" in deel
    assert "mevrouw Voorbeeld" in deel
    pgb = client.post(
        adres, velden(blokken(erbij=Blok("tekst", "", "[als pgb]Zelf kopen.[einde]")), vorm="pgb")
    )
    assert "Hoe werkt uw pgb?" in pgb.content.decode()
    assert "Zelf kopen." in pgb.content.decode()
    fout = client.post(adres, velden(blokken(erbij=Blok("tekst", "Kop", "{x}")))).content.decode()
    assert "Deze blokken staan nog niet in het voorbeeld" in fout
    pdf = client.get(reverse("beschikkingen:sjabloon_proefbrief", args=[s.pk]))
    assert pdf.content.startswith(b"%PDF-1.7")


def test_wie_goedkeurt_ziet_wat_er_anders_is(client):
    door, ander = MedewerkerFabriek(rollen=[Rol.BEHEERDER]), MedewerkerFabriek(rollen=[Rol.JURIST])
    sjabloon_in("goedgekeurd", door=door.actor, ander=ander.actor)
    nieuw = sjabloon_in(
        "ter_goedkeuring",
        door=door.actor,
        tekst=blokken(erbij=Blok("tekst", EIGEN.kop, "Bel gerust {contactpersoon}.")),
    )
    html = client.als(ander).get(reverse("beschikkingen:sjabloon", args=[nieuw.pk])).content.decode()

    assert "Anders dan versie 1" in html
    assert "<ins>gerust" in html or "<ins> gerust" in html
    assert "Versie goedkeuren" in html
    assert (
        "Versie goedkeuren"
        not in client.als(door).get(reverse("beschikkingen:sjabloon", args=[nieuw.pk])).content.decode()
    )
    assert (
        "Naar de briefsjablonen" in client.als(ander).get(reverse("beschikkingen:bezwaren")).content.decode()
    )
    assert (
        "Niemand schrijft nu"
        not in client.als(ander).get(reverse("beschikkingen:sjablonen")).content.decode()
    )
