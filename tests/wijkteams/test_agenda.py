"""The visit as an iCalendar file: the rules of RFC 5545, and nothing about a person."""

import datetime

import pytest

from wijkteams.agenda import Afspraak, escape, ics, vouw

MOMENT = datetime.datetime(2026, 12, 10, 13, 0, tzinfo=datetime.UTC)


def afspraak(**anders) -> Afspraak:
    gegevens = {"sleutel": "abc", "versie": 2, "begint_om": MOMENT, "duur_minuten": 90, "gemaakt_om": MOMENT}
    return Afspraak(**gegevens | anders)


def test_een_agenda_met_een_afspraak():
    regels = ics(afspraak()).split("\r\n")

    assert regels[0] == "BEGIN:VCALENDAR"
    assert regels[-2:] == ["END:VCALENDAR", ""]
    assert {"DTSTART:20261210T130000Z", "DTEND:20261210T143000Z", "UID:abc@toegang", "SEQUENCE:2"} <= set(
        regels
    )
    assert "STATUS:CONFIRMED" in regels
    assert not any(r.startswith("LOCATION") for r in regels)
    assert "STATUS:CANCELLED" in ics(afspraak(gaat_door=False))


@pytest.mark.parametrize(
    ("tekst", "veilig"),
    [
        ("Kerkstraat 12, Venlo", "Kerkstraat 12\\, Venlo"),
        ("a;b\\c", "a\\;b\\\\c"),
        ("een\r\ntwee\ndrie", "een\\ntwee\\ndrie"),
        ("een\r\nATTENDEE:mailto:x@y.nl", "een\\nATTENDEE:mailto:x@y.nl"),  # no line of its own
        ("bel\x07\x00", "bel"),
    ],
)
def test_een_tekst_kan_geen_regel_worden(tekst, veilig):
    assert escape(tekst) == veilig
    assert f"LOCATION:{veilig}\r\n" in ics(afspraak(plaats=tekst))


def test_een_lange_regel_wordt_gevouwen_op_75_octetten_en_nooit_in_een_teken():
    tekst = "Šíleně dlouhá ulice محمد " * 20

    gevouwen = vouw(f"LOCATION:{tekst}")

    assert all(len(regel.encode()) <= 75 for regel in gevouwen.split("\r\n"))
    assert gevouwen.replace("\r\n ", "") == f"LOCATION:{tekst}"
