"""The years before Toegang in the demo: possible days, written with history, and figures that a team could have."""

import datetime
from collections import Counter
from random import Random

import pytest

from config.demo import laden
from config.demo.geschiedenis import geschiedenis_laden
from config.demo.verleden import AFLOOP, verleden
from toegang.models import Inwoner, Zaak
from voorzieningen.models import Indicatie
from wijkteams.models import Plandeel

NU = datetime.datetime(2026, 12, 3, 15, 0, tzinfo=datetime.UTC)
VANDAAG = NU.date()


def test_het_verleden_klopt_en_ziet_eruit_als_dat_van_een_team():
    alle = [v for nr in range(1500) if (v := verleden(Random(nr), VANDAAG))]

    for v in alle:
        dagen = [d for d in (v.gemeld_op, v.verslag_op, v.aanvraag_op, v.klaar_op) if d]
        assert dagen == sorted(dagen)
        assert v.klaar_op < VANDAAG
        assert bool(v.hulp) == (v.afloop == "besluit")
        assert all(een.tot < ander.van for een, ander in zip(v.hulp, v.hulp[1:], strict=False))
        assert all(p.einde for p in v.hulp if VANDAAG <= p.tot < VANDAAG + datetime.timedelta(days=120))
        assert v.scores is None or v.evaluatie_op <= VANDAAG
    soorten = Counter(v.afloop for v in alle)
    assert set(soorten) == set(AFLOOP)
    opgelost = sum(soorten[a] for a in ("beantwoord", "verwezen", "basishulp", "geen_aanvraag"))
    assert 0.3 < opgelost / (opgelost + soorten["besluit"]) < 0.5
    onderzoek = sorted((v.verslag_op - v.gemeld_op).days for v in alle if v.verslag_op)
    assert 25 < onderzoek[len(onderzoek) // 2] < 36


@pytest.mark.django_db
def test_het_verleden_komt_er_een_keer_met_historie():
    laden.huis_inrichten(NU)
    geschiedenis_laden(NU, zaad=1, aantal=12)
    eerst = Zaak.objects.count()
    geschiedenis_laden(NU, zaad=1, aantal=12)

    assert eerst == Zaak.objects.count() > 40
    assert Zaak.history.count() == eerst
    assert Indicatie.objects.exists()
    assert Plandeel.objects.exists()
    assert not Inwoner.objects.filter(bsn_index=None).exists()
