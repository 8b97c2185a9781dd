"""A year with two schedulers at once, killed runs, outages of days, a leap day and both changes of the clock.

An ordinary test run takes a tenth of a municipality; `SIMULATIE=60000` (make simulatie) takes a whole one, and
`SIMULATIE_ECHT=1` every letter by its use-case.
"""

import os
import time

import pytest

from tests.nagerekend import voorbereiden
from tests.voorzieningen.simulatie import Simulatie
from toegang import nudge
from toegang.vaste_vraag import VasteVraag

AANTAL = int(os.environ.get("SIMULATIE", "6000"))
GROOT = AANTAL > 10_000
ECHT = int(
    os.environ.get("SIMULATIE_ECHT", "10" if GROOT else "50")
)  # one in so many letters by its use-case


@pytest.mark.traag
@pytest.mark.timeout(6 * 3600 if GROOT else 1800)
@pytest.mark.django_db(transaction=True)
def test_een_jaar_zonder_een_gemiste_of_dubbele_herinnering(capsys, monkeypatch):
    monkeypatch.setattr(nudge, "nudge", lambda werk: None)  # nobody waits for a broker a year long
    monkeypatch.setattr(VasteVraag, "voorbereiden", voorbereiden)  # compared with Django's own in other tests
    begin, werk = time.monotonic(), time.process_time()
    simulatie = Simulatie(
        AANTAL, per_keer=1000 if GROOT else 50, echt=ECHT, gebeurt=0.12 if GROOT else 240 / AANTAL
    )
    simulatie.draaien()

    fout = simulatie.nakijken()

    with capsys.disabled():
        duur = f"{time.monotonic() - begin:.0f} s, of which {time.process_time() - werk:.0f} s of Python"
        print(f"\n{AANTAL} indicaties, {duur}: {dict(simulatie.telling)}")
    assert {soort: gevallen[:5] for soort, gevallen in fout.items()} == {soort: [] for soort in fout}
    assert simulatie.telling["gedood"] > 10
    assert simulatie.telling["dagen zonder"] > 5
    assert simulatie.telling["herinneringen"] > 2 * AANTAL
