"""A team beside the others: no small number, and no total that tells one."""

import pytest

from wijkteams.beeld.teams import naast_elkaar, samen


@pytest.mark.parametrize(
    ("eigen", "anderen", "zin"),
    [
        (3, [5, 9], "17"),
        (3, [4, 9], "minstens 12"),
        (3, [0, 9], "minstens 12"),
        (3, [], "3"),
        (0, [1], "minstens 0"),
    ],
)
def test_een_totaal_vertelt_geen_klein_getal(eigen, anderen, zin):
    assert samen(eigen, anderen) == zin


def test_eigen_team_eerst_dan_op_naam_en_alleen_het_eigen_getal_opent_een_lijst():
    blok = naast_elkaar(
        "x", "X", "Zo is het", kolommen=("Open", "Laat"), eigen=(7, 1), lijsten=("open", "laat"),
        per_team={"Zuid": (9, 0), "Noord": (5, 6)},
    )  # fmt: skip

    assert [[cel.tekst for cel in regel] for regel in blok.regels] == [
        ["Dit team", "7", "1"], ["Noord", "5", "6"], ["Zuid", "9", "minder dan 5"],
        ["Alle teams samen", "21", "minstens 7"],
    ]  # fmt: skip
    assert [cel.lijst for regel in blok.regels for cel in regel if cel.lijst] == ["open", "laat"]
    alleen = naast_elkaar(
        "x", "X", "Zo is het", kolommen=("Open",), eigen=(7,), lijsten=("open",), per_team={}
    )
    assert alleen.regels == ()
