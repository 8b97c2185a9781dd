"""The diagrams in docs/toestanden are those of the tables."""

import pytest
from django.core.management import CommandError, call_command

from toegang import toestanden
from toegang.statussen import ZaakStatus


def test_de_bladen_in_docs_zijn_van_nu():
    call_command("statusdiagrammen", check=True, verbosity=0)


def test_een_verouderd_blad_wordt_geweigerd(tmp_path):
    call_command("statusdiagrammen", map=tmp_path)
    call_command("statusdiagrammen", check=True, map=tmp_path)

    (tmp_path / "toegang_zaak.md").write_text("oud", encoding="utf-8")

    with pytest.raises(CommandError, match=r"toegang_zaak\.md"):
        call_command("statusdiagrammen", check=True, map=tmp_path)


def test_een_blad_te_veel_wordt_geweigerd_en_opgeruimd(tmp_path):
    (tmp_path / "toegang_weg.md").write_text("oud", encoding="utf-8")

    with pytest.raises(CommandError, match=r"toegang_weg\.md"):
        call_command("statusdiagrammen", check=True, map=tmp_path)
    call_command("statusdiagrammen", map=tmp_path)

    assert not (tmp_path / "toegang_weg.md").exists()


@pytest.mark.parametrize("tabel", toestanden.tabellen(), ids=lambda t: t.bestand)
def test_het_diagram_noemt_elke_toestand_en_elke_stap(tabel):
    tekst = toestanden.diagram(tabel)

    for van in tabel.toestanden:
        assert f'state "{van.label}' in tekst
        for naar in tabel.overgangen[van]:
            assert f"    {van.value} --> {naar.value}\n" in tekst + "\n"
    assert f"[*] --> {next(iter(tabel.toestanden)).value}" in tekst


def test_het_eind_wijst_naar_buiten():
    zaak = next(t for t in toestanden.tabellen() if t.toestanden is ZaakStatus)

    assert "afgesloten --> [*]" in toestanden.diagram(zaak)
    assert "afgesloten --> onderzoek : heropenen\n" in toestanden.diagram(zaak)
    assert "the end; heropenen: back to where it stood" in toestanden.blad(zaak)
    assert "Te verdelen<br/>(teamleider)" in toestanden.diagram(zaak)
