"""The client of the BRP against a server that speaks its shapes and its errors."""

import json
import logging
from pathlib import Path

import pytest
import structlog

from tests.brp_stub import Brp, draaiend, persoon
from toegang import brp_client
from toegang.brp_client import BrpClient, Instellingen
from toegang.brp_fouten import (
    BrpAntwoordtNiet,
    BrpFout,
    BrpOnleesbaar,
    BrpTeVeel,
    BrpUit,
    BrpVraagFout,
    BrpWeigert,
)
from toegang.brp_vragen import (
    PERSOONSVELDEN,
    ZOEKVELDEN,
    raadplegen,
    zoeken_op_adres,
    zoeken_op_naam,
)

BSN = "999900006"
VRAAG = raadplegen([BSN])
OPENAPI = Path(__file__).resolve().parents[3] / "shared" / "data" / "brp-bevragen-openapi.json"


@pytest.fixture
def brp():
    with draaiend(Brp(persoon(), sleutel="geheim")) as server:
        yield server


def client(brp, *, slaap=None, **anders) -> BrpClient:
    vast = {"url": brp.url, "api_key": "geheim", "tijd": 0.5, "hoogstens": 3.0, "pogingen": 3, "wacht": 0.01}
    return BrpClient(Instellingen(**(vast | anders)), slaap=slaap or (lambda seconden: None))


def test_raadplegen_vraagt_alleen_de_velden_van_de_lijst(brp):
    (gevonden,) = client(brp).vraag(VRAAG)

    (gevraagd,) = brp.gevraagd
    assert gevraagd == {
        "type": "RaadpleegMetBurgerservicenummer", "fields": list(PERSOONSVELDEN), "burgerservicenummer": [BSN],
    }  # fmt: skip
    assert gevonden["naam"]["geslachtsnaam"] == "Peeters"
    assert {"nationaliteiten", "aNummer", "leeftijd"}.isdisjoint(gevonden)
    assert brp.koppen[0]["X-API-KEY"] == "geheim"
    assert "json" in brp.koppen[0]["Content-Type"]


def test_elk_veld_heeft_een_reden():
    assert all(len(reden) > 15 for reden in (*PERSOONSVELDEN.values(), *ZOEKVELDEN.values()))


def test_zoeken_op_naam_en_op_adres(brp):
    op_naam = zoeken_op_naam(geslachtsnaam="Peeters", geboren="19480403")
    op_adres = zoeken_op_adres(postcode="5921 ab", huisnummer=12, geboren="19480000")

    assert [len(client(brp).vraag(v)) for v in (op_naam, op_adres)] == [1, 1]
    assert brp.gevraagd[0]["geboortedatum"] == "1948-04-03"
    assert brp.gevraagd[1] | {"fields": []} == {
        "type": "ZoekMetPostcodeEnHuisnummer", "fields": [], "postcode": "5921AB", "huisnummer": 12,
    }  # fmt: skip


@pytest.mark.parametrize("geboren", ["19480400", "19480000", "00000000"])
def test_zoeken_op_naam_wil_een_hele_geboortedatum(geboren):
    with pytest.raises(ValueError, match="hele geboortedatum"):
        zoeken_op_naam(geslachtsnaam="Peeters", geboren=geboren)


@pytest.mark.parametrize("aantal", [0, 21])
def test_raadplegen_vraagt_hoogstens_twintig_mensen(aantal):
    with pytest.raises(ValueError, match="20"):
        raadplegen([BSN] * aantal)


@pytest.mark.parametrize(
    ("storing", "fout", "verzoeken"),
    [
        (400, None, None),
        (401, BrpWeigert, 1),
        (403, BrpWeigert, 1),
        (404, BrpWeigert, 1),
        (406, BrpWeigert, 1),
        (415, BrpWeigert, 1),
        (429, BrpAntwoordtNiet, 3),
        (500, BrpAntwoordtNiet, 1),
        (502, BrpAntwoordtNiet, 3),
        (503, BrpAntwoordtNiet, 3),
        (504, BrpAntwoordtNiet, 3),
        ("gebroken", BrpAntwoordtNiet, 3),
        ("half", BrpAntwoordtNiet, 3),
        ("stilte", BrpAntwoordtNiet, 1),
        ("rommel", BrpOnleesbaar, 1),
        ("anders", BrpOnleesbaar, 1),
        ("groot", BrpOnleesbaar, 1),
        (b"[]", BrpOnleesbaar, 1),
        (b'{"type":"RaadpleegMetBurgerservicenummer","personen":[1]}', BrpOnleesbaar, 1),
        (b"[" * 100_000, BrpOnleesbaar, 1),
        (b"", BrpOnleesbaar, 1),
    ],
)
def test_wat_er_mis_kan_gaan(brp, storing, fout, verzoeken):
    if storing == 400:
        with pytest.raises(BrpVraagFout) as gevangen:
            client(brp).vraag(zoeken_op_adres(postcode="0000AA", huisnummer=1))
        assert gevangen.value.velden == {
            "postcode": "De BRP kent deze postcode niet. Controleer de cijfers en letters."
        }
        return
    brp.gaat_mis(*[storing] * 5)

    with pytest.raises(fout) as gevangen:
        client(brp).vraag(VRAAG)

    assert type(gevangen.value) is fout
    assert brp.verzoeken == verzoeken
    assert "met de hand" in str(gevangen.value)
    assert gevangen.value.__cause__ is None
    assert gevangen.value.__suppress_context__ or gevangen.value.__context__ is None


def test_te_veel_gevonden_is_een_vraag_om_meer(brp):
    brp.zet(*[persoon(f"{n:09}", naam={"geslachtsnaam": "Peeters"}) for n in range(11)])

    with pytest.raises(BrpTeVeel, match="te veel"):
        client(brp).vraag(zoeken_op_naam(geslachtsnaam="Peeters", geboren="19480403"))
    assert brp.verzoeken == 1


def test_na_een_korte_storing_komt_het_antwoord_toch(brp):
    brp.gaat_mis(503, "gebroken")
    gewacht = []

    assert len(client(brp, slaap=gewacht.append).vraag(VRAAG)) == 1
    assert brp.verzoeken == 3
    assert gewacht == [0.01, 0.02]


def test_retry_after_wordt_gevolgd_binnen_de_tijd(brp):
    gewacht = []
    brp.gaat_mis((429, {"Retry-After": "1"}))
    assert len(client(brp, slaap=gewacht.append).vraag(VRAAG)) == 1
    assert gewacht == [1.0]

    brp.gaat_mis((429, {"Retry-After": "3600"}))
    with pytest.raises(BrpAntwoordtNiet):
        client(brp, slaap=gewacht.append).vraag(VRAAG)
    assert gewacht == [1.0]  # an hour is not waited for
    assert brp.verzoeken == 3


def test_niemand_thuis_is_dezelfde_zin():
    with draaiend(Brp()) as weg:
        pass

    with pytest.raises(BrpAntwoordtNiet, match="De BRP antwoordt niet"):
        client(weg).vraag(VRAAG)


def test_token_wordt_een_keer_gevraagd_en_na_weigering_opnieuw(brp):
    met_token = client(brp, token_url=f"{brp.url}/token", client_id="ons", client_secret="geheim2")

    met_token.vraag(VRAAG)
    met_token.vraag(VRAAG)
    assert (brp.tokens_gegeven, brp.koppen[0]["Authorization"]) == (1, "Bearer token1")

    brp.gaat_mis(401)
    with pytest.raises(BrpWeigert):
        met_token.vraag(VRAAG)
    met_token.vraag(VRAAG)
    assert brp.tokens_gegeven == 2


@pytest.mark.parametrize(
    "storing", [None, 400, 401, 429, 500, 503, "gebroken", "half", "stilte", "rommel", "anders"]
)
def test_geen_bsn_in_een_logregel_of_fout(brp, storing, caplog):
    if storing:
        brp.gaat_mis(*[storing] * 3) if storing != 400 else None
    caplog.set_level(logging.DEBUG)

    with structlog.testing.capture_logs() as regels:
        try:
            client(brp).vraag(
                VRAAG if storing != 400 else zoeken_op_naam(geslachtsnaam="999900006!", geboren="19480403")
            )
        except BrpFout as fout:
            regels.append(
                {"fout": repr(fout), "tekst": str(fout), "wat": fout.wat, "dict": str(fout.__dict__)}
            )

    tekst = json.dumps(regels, default=repr) + caplog.text + repr(VRAAG) + repr(client(brp).instellingen)
    assert BSN not in tekst
    assert "Peeters" not in tekst
    assert "geheim" not in tekst.replace("geheimhouding", "")
    assert any(r.get("event", "").startswith("brp_") for r in regels)


def test_alleen_https_of_deze_machine():
    for adres in ("http://brp.example/api", "ftp://127.0.0.2", "https.example"):
        with pytest.raises(ValueError, match="https"):
            Instellingen(url=adres)
    assert Instellingen(url="https://brp.example")


def test_zonder_adres_staat_de_koppeling_uit(settings):
    settings.BRP = {**settings.BRP, "url": ""}

    assert not brp_client.staat_aan()
    with pytest.raises(BrpUit, match="staat uit"):
        brp_client.client()


@pytest.mark.skipif(not OPENAPI.exists(), reason="the OpenAPI description of RvIG is not at hand")
@pytest.mark.parametrize(
    ("velden", "schema"), [(PERSOONSVELDEN, "Persoon"), (ZOEKVELDEN, "GezagPersoonBeperkt")]
)
def test_elk_veld_bestaat_in_de_beschrijving(velden, schema):
    schemas = json.loads(OPENAPI.read_text())["components"]["schemas"]

    assert [v for v in velden if not _bestaat(schemas, {"$ref": f"/{schema}"}, v.split("."))] == []
    assert not _bestaat(schemas, {"$ref": f"/{schema}"}, ["schoenmaat"])


def _bestaat(schemas, schema, pad, bezocht=frozenset()) -> bool:
    """Whether this path exists; a subtype points back at its base, so each schema is visited once a step."""
    if not pad:
        return True
    if "$ref" in schema:
        soort = schema["$ref"].split("/")[-1]
        return soort not in bezocht and _bestaat(schemas, schemas[soort], pad, bezocht | {soort})
    eigen = schema.get("properties", {})
    if pad[0] in eigen and _bestaat(schemas, eigen[pad[0]], pad[1:]):
        return True
    takken = [{"$ref": r} for r in schema.get("discriminator", {}).get("mapping", {}).values()]
    takken += [*schema.get("allOf", ()), *([schema["items"]] if "items" in schema else [])]
    return any(_bestaat(schemas, tak, pad, bezocht) for tak in takken)
