"""Waking up the work: once a transaction, after it was kept, and never in the way of a form."""

import pytest
from django.db import transaction

from toegang import nudge


@pytest.mark.django_db
def test_een_transactie_wekt_een_keer(monkeypatch, django_capture_on_commit_callbacks):
    gewekt = []
    monkeypatch.setattr(nudge, "nudge", gewekt.append)

    with django_capture_on_commit_callbacks(execute=True):
        for _ in range(3):
            nudge.nudge_na_commit("brieven")
        nudge.nudge_na_commit("anders")

    assert gewekt == ["brieven", "anders"]


@pytest.mark.django_db
def test_wat_teruggedraaid_is_wekt_niemand(monkeypatch, django_capture_on_commit_callbacks):
    gewekt = []
    monkeypatch.setattr(nudge, "nudge", gewekt.append)

    with django_capture_on_commit_callbacks(execute=True):
        with pytest.raises(RuntimeError), transaction.atomic():
            nudge.nudge_na_commit("brieven")
            raise RuntimeError
        assert gewekt == []
        nudge.nudge_na_commit("brieven")

    assert gewekt == ["brieven"]
