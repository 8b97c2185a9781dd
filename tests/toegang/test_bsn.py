"""The BSN: elfproef, encryption, blind index and what a log may show."""

import base64
import hashlib
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.nl import bsn as stdnum_bsn

from toegang.bsn import (
    OnleesbaarBsn,
    blinde_index,
    geldig,
    masker,
    normaal,
    ontsleutel,
    sleutel_id,
    versleutel,
)
from toegang.logregels import bsn_maskeren


def sleutel(letter):
    return base64.b64encode(letter * 32).decode()


OUD, BEIDE = {1: sleutel(b"a")}, {"1": sleutel(b"a"), "2": sleutel(b"b")}
INDEX = sleutel(b"i")
GELDIGE = [
    "999900006",
    "999900018",
    "999900031",
    "999900043",
    "999900055",
    "999900067",
    "999900079",
    "999900080",
    "999900092",
    "999900109",
    "123456782",
    "111222333",
]

geldige_bsns = st.integers(1, 999_999_900).map(
    lambda n: next(f"{k:09}" for k in range(n, n + 100) if geldig(f"{k:09}"))
)


@pytest.mark.parametrize("bsn", GELDIGE)
def test_geldig_kent_de_testreeks(bsn):
    assert geldig(bsn)


@pytest.mark.parametrize("bsn", ["9999.00.006", "9999 00 006", "999900006 ", "10008579 "[:8], "010008579"])
def test_geldig_leest_ook_andere_schrijfwijzen(bsn):
    assert geldig(bsn) == stdnum_bsn.is_valid(normaal(bsn))


@pytest.mark.parametrize(
    "bsn", ["", "123456789", "000000000", "00000000", "99990000", "9999000060", "99990000a", "٩٩٩٩٠٠٠٠٦"]
)
def test_geldig_weigert_wat_geen_bsn_is(bsn):
    assert not geldig(bsn)


@given(st.integers(1, 999_999_999))
def test_geldig_zegt_wat_een_tweede_bron_zegt(getal):
    bsn = f"{getal:09}"

    assert geldig(bsn) == stdnum_bsn.is_valid(bsn)


def test_geldig_telt_9091_in_de_testreeks():
    assert sum(geldig(str(nummer)) for nummer in range(999_900_000, 1_000_000_000)) == 9091


@given(geldige_bsns)
def test_versleutel_en_ontsleutel_geven_hetzelfde_bsn(bsn):
    assert ontsleutel(versleutel(bsn, OUD), OUD) == bsn


def test_versleutel_geeft_elke_keer_iets_anders_en_nooit_de_cijfers():
    een, twee = versleutel("999900006", OUD), versleutel("999900006", OUD)

    assert een != twee
    assert b"999900006" not in een + twee
    assert len(een) == 1 + 12 + 9 + 16


def test_versleutel_neemt_de_nieuwste_sleutel_en_oude_blijft_leesbaar():
    oud, nieuw = versleutel("999900006", OUD), versleutel("9999.00.006", BEIDE)

    assert (sleutel_id(oud), sleutel_id(nieuw)) == (1, 2)
    assert ontsleutel(oud, BEIDE) == ontsleutel(memoryview(nieuw), BEIDE) == "999900006"
    with pytest.raises(OnleesbaarBsn, match="geen sleutel"):
        ontsleutel(nieuw, OUD)


@pytest.mark.parametrize("plaats", [0, 1, 13, -1])
def test_ontsleutel_merkt_een_veranderde_byte(plaats):
    waarde = bytearray(versleutel("999900006", BEIDE))
    waarde[plaats] ^= 3  # key id 2 becomes 1: also refused

    with pytest.raises(OnleesbaarBsn):
        ontsleutel(bytes(waarde), BEIDE)


@pytest.mark.parametrize("waarde", [b"", b"\x01", b"\x01kort"])
def test_ontsleutel_weigert_een_stomp(waarde):
    with pytest.raises(OnleesbaarBsn):
        ontsleutel(waarde, OUD)


@pytest.mark.parametrize(
    "maak", [lambda: versleutel("123456789", OUD), lambda: blinde_index("123456789", INDEX)]
)
def test_een_bsn_dat_niet_klopt_wordt_niet_bewaard(maak):
    with pytest.raises(ValueError, match=r"Dit BSN klopt niet\. Controleer de cijfers\."):
        maak()


@pytest.mark.parametrize("ring", [{1: base64.b64encode(b"kort").decode()}])
def test_versleutel_weigert_een_korte_sleutel(ring):
    with pytest.raises(ValueError, match="32 bytes"):
        versleutel("999900006", ring)


def test_blinde_index_is_gelijk_voor_elke_schrijfwijze_en_hangt_aan_de_sleutel():
    index = blinde_index("999900006", INDEX)

    assert len(index) == 32
    assert index == blinde_index("9999.00.006", INDEX)
    assert index != blinde_index("999900018", INDEX)
    assert index != blinde_index("999900006", sleutel(b"j"))


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("bsn=999900006", "bsn=[bsn]"),
        ("bsn999900006x", "bsn[bsn]x"),
        ("BSN 9999.00.006 en 999 900 018.", "BSN [bsn] en [bsn]."),
        ("12 999900006", "12 [bsn]"),
        ("12345678 999900006", "12345678 [bsn]"),
        ("123456789 klopt niet", "123456789 klopt niet"),
        ("zaak 20260000123", "zaak 20260000123"),
        ("9999000061", "9999000061"),
        ("2026-11-21T23:50:01Z", "2026-11-21T23:50:01Z"),
        ("", ""),
    ],
)
def test_masker_verbergt_elk_bsn_in_een_tekst(tekst, verwacht):
    assert masker(tekst) == verwacht


@given(geldige_bsns, st.text(alphabet="abc ,:;/=\n", max_size=8), st.text(alphabet="abc ,:;/=\n", max_size=8))
def test_masker_laat_geen_bsn_over(bsn, voor, na):
    assert bsn not in masker(voor + bsn + na)


def test_bsn_maskeren_gaat_door_alle_waarden():
    nummer = uuid.uuid4()
    regel = {
        "event": "zoek 999900006",
        "999900006": 1,
        "diep": {"lijst": ["999900018", {"set": {"9999.00.006"}}], "paar": ("999900031", 7)},
        "getal": 999900006,
        "fout": ValueError("999900043 bestaat al"),
        "rauw": b"999900055",
        "ok": True,
        "duur": 1.5,
        "zaak": nummer,
        "niets": None,
    }

    schoon = bsn_maskeren(None, "info", regel)

    assert "9999" not in str(schoon).replace(str(nummer), "")
    assert schoon["zaak"] is nummer
    assert (schoon["ok"], schoon["duur"], schoon["niets"], schoon["[bsn]"]) == (True, 1.5, None, 1)
    assert schoon["diep"]["paar"] == ("[bsn]", 7)
    assert schoon["fout"] == "ValueError: [bsn] bestaat al"


def test_het_hoofd_van_een_zegel_komt_heel_in_het_log():
    """One SHA-256 in 35 holds eight or nine digits that pass the elfproef; a head with a hole proves nothing."""
    hoofd = f"{hashlib.sha256(b'').hexdigest()[:53]}c999900006e"

    def schoon(tekst):
        return bsn_maskeren(None, "info", {"hoofd": tekst})["hoofd"]

    assert masker(hoofd) != hoofd
    assert schoon(hoofd) == hoofd
    assert "999900006" not in schoon(hoofd[1:])
    assert "999900006" not in schoon(f"{hoofd}e")


def test_een_sleutel_en_een_tijdstip_van_ons_zelf_blijven_staan():
    """Eight digits of a UUID, and the seconds with their fraction, pass the elfproef one time in eleven."""
    acht = next(str(n) for n in range(12_000_000, 13_000_000) if geldig(str(n)))
    micro = next(f"{n:06}" for n in range(100_000, 200_000) if geldig(f"04{n:06}"))
    sleutel, moment = f"{acht}-1234-4abc-8def-0123456789ab", f"2026-12-03T13:28:04.{micro}"

    def schoon(tekst):
        return bsn_maskeren(None, "info", {"event": tekst})["event"]

    assert masker(sleutel) != sleutel
    assert schoon(f"{moment}Z zaak={sleutel}") == f"{moment}Z zaak={sleutel}"
    assert schoon(f"{sleutel} 999900018 {moment}Z") == f"{sleutel} [bsn] {moment}Z"
    assert "999900006" not in schoon(f"{sleutel} 999900006")
    assert "999900006" not in schoon(f"{moment} 999900006")
    assert "999900006" not in schoon(f"a{sleutel}-999900006")
