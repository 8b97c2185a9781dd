"""Known leaks of libraries: what is overdue is named, and silence is not taken for good news."""

import datetime
import json

import pytest

from config.diensten import lekken
from config.diensten.lekken import GeenAntwoord, Lek, te_laat, uitstel, van_npm, van_pip_audit

VANDAAG = datetime.date(2026, 12, 3)
PIP = {
    "dependencies": [
        {"name": "goed", "version": "1.0", "vulns": []},
        {"name": "lek", "version": "2.1", "vulns": [{"id": "PYSEC-2026-1", "fix_versions": ["2.2"]}]},
    ]
}
NPM = {
    "vulnerabilities": {
        "htmx.org": {
            "range": "<2",
            "via": [{"url": "https://github.com/advisories/GHSA-aaaa"}, "iets-anders"],
        }
    }
}


def test_lekken_wat_nieuw_is_of_te_lang_blijft_wordt_genoemd():
    gevonden = [*van_pip_audit(json.dumps(PIP)), *van_npm(json.dumps(NPM))]
    bekend = {("lek", "PYSEC-2026-1"): (datetime.date(2026, 11, 20), VANDAAG)}

    assert gevonden == [Lek("lek", "2.1", "PYSEC-2026-1"), Lek("htmx.org", "<2", "GHSA-aaaa")]
    assert te_laat([], {}, VANDAAG) == []
    [nieuw] = te_laat(gevonden, bekend, VANDAAG)
    assert "htmx.org <2: GHSA-aaaa is new" in nieuw
    assert "lek 2.1: PYSEC-2026-1 had to be gone by 2026-12-03." in te_laat(
        gevonden, bekend, VANDAAG + datetime.timedelta(days=1)
    )


@pytest.mark.parametrize(
    "antwoord",
    ["", "geen json", "[]", '{"error": {"code": "ENOAUDIT"}}',
     '{"dependencies": [{"name": "x", "skip_reason": "Dependency not found on PyPI"}]}'],
)  # fmt: skip
def test_lekken_geen_antwoord_is_geen_goed_nieuws(antwoord, monkeypatch, capsys):
    with pytest.raises(GeenAntwoord):
        van_pip_audit(antwoord)

    monkeypatch.setattr(lekken, "_vragen", lambda: van_pip_audit(antwoord))
    assert lekken.main() == 2
    assert "Nothing is known about leaks" in capsys.readouterr().out


def test_lekken_uitstel_heeft_een_dag_en_een_reden():
    """What may stay for now, stays no longer than the monthly round of docs/beveiliging.md."""
    kop = lekken.UITSTEL.read_text(encoding="utf-8").splitlines()[0]

    assert kop == "naam,lek,gevonden_op,uiterlijk_op,waarom"
    for (naam, lek), (gevonden, uiterlijk) in uitstel().items():
        assert 0 <= (uiterlijk - gevonden).days <= lekken.LANGSTE_DAGEN, (naam, lek)
