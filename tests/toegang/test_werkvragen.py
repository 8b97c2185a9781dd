"""The questions of the werkvoorraad as fixed statements: for every shape of rights, each group, each page."""

import datetime
import uuid
from itertools import product

import pytest

from tests.toegang.test_vaste_vraag import LEZERS, Lezer
from toegang import werkvragen
from toegang.rechten import Recht, Rol
from toegang.werkorde import bladeren
from toegang.werkvoorraad import groepen_voor
from toegang.werkvragen import Van

pytestmark = pytest.mark.django_db
DAG = datetime.date(2026, 12, 3)
ROLLEN = {
    **LEZERS,
    "jurist": {"rollen": frozenset({Rol.JURIST})},
    "desk op een zaak": {
        "rollen": frozenset({Rol.ADMINISTRATIE}),
        "zaken": {Recht.PROCES_INZIEN: (uuid.UUID(int=1), uuid.UUID(int=2))},
    },
    "consulent": {"rollen": frozenset({Rol.CONSULENT}), "teams": {Recht.PROCES_INZIEN: {"wmo": (3,)}}},
    "teamlead": {"rollen": frozenset({Rol.TEAMLEAD}), "teams": {Recht.VERDELEN: {"wmo": (3, 5)}}},
}


@pytest.mark.parametrize("wie", sorted(ROLLEN))
def test_elke_vorm_van_rechten_krijgt_precies_wat_de_queryset_vraagt(wie):
    """Compared with what Django would build, by `tests/nagerekend.py`, for every call."""
    lezer = Lezer(**ROLLEN[wie])
    groepen = groepen_voor(lezer)

    for van in Van:
        keus = {g.naam: van if van in g.van else Van.ALLES for g in groepen}
        assert werkvragen.aantallen(lezer, DAG, keus) == [0] * len(groepen)
        for groep, vlag, terug in product(groepen, (False, True), (False, True)):
            lezen = werkvragen.bladen(groep, lezer, DAG, keus[groep.naam])
            plek = f"{int(vlag)}_{DAG}_{uuid.UUID(int=3)}"
            assert bladeren(lezen, groep.orde, **{"voor" if terug else "na": plek}).dingen == []
            assert bladeren(lezen, groep.orde).dingen == []
