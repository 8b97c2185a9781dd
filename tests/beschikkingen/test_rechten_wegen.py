"""Who may do what on the other ways to a besluit: zienswijze, spoed, on our own motion, the court. A table each."""

import datetime

import pytest
from django.db import transaction
from django.urls import reverse

from beschikkingen.models import Beroep, Besluit, Zienswijze
from beschikkingen.usecases.beroep_registreren import beroep_registreren
from beschikkingen.usecases.besluit_aanvullen import besluit_aanvullen
from beschikkingen.usecases.besluit_verzonden import besluit_verzonden
from beschikkingen.usecases.zienswijze_vragen import zienswijze_vragen
from tests.beschikkingen.opstellingen import VANDAAG, administratie, besluit_in, ondertekenaar, toetser, verse
from tests.beschikkingen.test_spoed import spoed_in
from tests.fabrieken import MedewerkerFabriek, WijkteamFabriek
from tests.voorzieningen.aanbod import huishoudelijke_hulp
from tests.wijkteams.opstellingen import zaak_in_onderzoek
from toegang.models import Brief
from toegang.rechten import Rol

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("op_de_dag")]
VAN_HET_TEAM = (
    ("regisseur", 302), ("teamleider", 403), ("administratie", 403), ("ander_team", 404), ("kcc", 404),
    ("toetser", 404), ("ondertekenaar", 404), ("jurist", 404),
)  # fmt: skip
# The page can be read by a teamlead who gives a reason: the first answer is the question for it, and nothing is written.
OOK_TE_LEZEN = tuple(("teamleider", "reden") if rij[0] == "teamleider" else rij for rij in VAN_HET_TEAM)
VAN_DE_POST = (
    ("administratie", 302), ("regisseur", 403), ("teamleider", 403), ("ander_team", 404), ("kcc", 404),
    ("toetser", 404), ("jurist", 404),
)  # fmt: skip


@pytest.fixture
def op_de_dag(time_machine):
    time_machine.move_to(datetime.datetime(2026, 12, 3, 14, 0, tzinfo=datetime.UTC))


def wie(soort: str, zaak):
    """A colleague in this position towards the zaak."""
    match soort:
        case "regisseur":
            return zaak.regisseur
        case "teamleider":
            return MedewerkerFabriek(team=zaak.wijkteam, team__rol=Rol.TEAMLEAD)
        case "ander_team":
            return MedewerkerFabriek(team=WijkteamFabriek())
        case "toetser":
            return toetser()
        case "ondertekenaar":
            return ondertekenaar()
    return MedewerkerFabriek(rollen=[Rol(soort)])


def mis(client, zaak, tabel, act, pk, gegevens, geschreven) -> list:
    """The rows that do not hold: another answer, or written though it was refused (or the other way round)."""
    fout = []
    for soort, http in tabel:
        punt = transaction.savepoint()
        mens = wie(soort, zaak)
        code = client.als(mens).post(reverse(f"beschikkingen:{act}", args=[pk]), gegevens).status_code
        gedaan = bool(geschreven())
        transaction.savepoint_rollback(punt)
        if (code, gedaan) != (302 if http == "reden" else http, http == 302):
            fout.append((act, soort, code, gedaan))
    return fout


def test_zienswijze(client):
    besluit = besluit_in("concept")
    door = verse(besluit.zaak.regisseur)
    besluit_aanvullen(besluit_id=besluit.pk, door=door, uitkomst="afwijzing")
    rijen = Zienswijze.objects.filter(besluit=besluit)
    vragen = {
        "formuliernaam": "vragen",
        "wijze": "telefoon",
        "waarover": "Wij wijzen af.",
        "antwoord": "Jammer.",
    }
    over = {
        "formuliernaam": "overslaan", "uitzondering": Zienswijze.Uitzondering.values[0],
        "uitzondering_omdat": "Het kan niet wachten.",
    }  # fmt: skip

    fout = mis(client, besluit.zaak, OOK_TE_LEZEN, "zienswijze", besluit.pk, vragen, rijen.exists)
    fout += mis(client, besluit.zaak, OOK_TE_LEZEN, "zienswijze", besluit.pk, over, rijen.exists)
    zienswijze_vragen(
        besluit_id=besluit.pk, door=door, vandaag=VANDAAG, wijze="brief", waarover="Wij wijzen af.",
        uiterlijk_op=VANDAAG + datetime.timedelta(days=10),
    )  # fmt: skip
    antwoord = {
        "formuliernaam": "antwoord",
        "antwoord": "Jammer.",
        "wijze": "telefoon",
        "antwoord_op": "3-12-2026",
    }
    klaar = rijen.filter(afgerond_op__isnull=False).exists
    fout += mis(client, besluit.zaak, OOK_TE_LEZEN, "zienswijze", besluit.pk, antwoord, klaar)

    assert fout == []


def test_spoed(client):
    besluit = spoed_in("concept")
    product, aanbieder = huishoudelijke_hulp()
    nieuw = {
        "product": product.pk, "aanbieder": aanbieder.pk, "resultaat": "een schoon huis", "volume": "240",
        "eenheid": "01", "frequentie": "2", "ingangsdatum": "3-12-2026", "einddatum": "31-12-2026",
    }  # fmt: skip
    leeg = zaak_in_onderzoek()
    verder = Besluit.objects.filter(pk=besluit.pk, status="ter_ondertekening").exists

    fout = mis(client, besluit.zaak, VAN_HET_TEAM, "naar_ondertekenaar", besluit.pk, {}, verder)
    fout += mis(client, leeg, VAN_HET_TEAM, "spoed", leeg.pk, nieuw, Besluit.objects.filter(zaak=leeg).exists)

    assert fout == []


def test_spoed_mondeling(client):
    besluit = spoed_in("ondertekend")
    gezegd = {"dag": "3-12-2026", "tijd": "14.30", "aan": "de dochter"}

    def meegedeeld():
        return Besluit.objects.filter(pk=besluit.pk, mondeling_om__isnull=False).exists()

    fout = mis(client, besluit.zaak, VAN_HET_TEAM, "meedelen", besluit.pk, gezegd, meegedeeld)
    gegevens = {"motivering": "Het kon niet wachten."}
    brief = Brief.objects.filter(soort="spoed_motivering").exists
    te_vroeg = [(naam, 200 if http == 302 else http) for naam, http in VAN_HET_TEAM]  # it is not sent yet
    fout += mis(client, besluit.zaak, te_vroeg, "motiveren", besluit.pk, gegevens, brief)
    besluit_verzonden(besluit_id=besluit.pk, door=administratie().actor, op=VANDAAG)
    fout += mis(client, besluit.zaak, VAN_HET_TEAM, "motiveren", besluit.pk, gegevens, brief)

    assert fout == []


def test_ambtshalve(client):
    eerste = besluit_in("verzonden", indicatie={"ingangsdatum": VANDAAG})
    gegevens = {
        "aanleiding": "ambtshalve", "uitkomst": "beeindiging", "grond": "b", "werking_op": "10-12-2026",
        "indicatie_ids": [str(eerste.zaak.indicaties.get().pk)],
    }  # fmt: skip

    def opgesteld():
        return Besluit.objects.filter(zaak=eerste.zaak, aanleiding="ambtshalve").exists()

    assert mis(client, eerste.zaak, VAN_HET_TEAM, "ambtshalve", eerste.zaak_id, gegevens, opgesteld) == []


def test_beroep_en_uitspraak(client):
    eerste = besluit_in("verzonden")
    beroep = {"soort": "beroep", "ingesteld_op": "3-12-2026", "kenmerk_rechtbank": "ROE 27 / 12"}
    uitspraak = {"uitspraak_op": "3-12-2026", "uitspraak": "ongegrond"}

    fout = mis(
        client, eerste.zaak, VAN_DE_POST, "beroep_registreren", eerste.pk, beroep, Beroep.objects.exists
    )
    rij = beroep_registreren(
        besluit_id=eerste.pk, door=administratie().actor, vandaag=VANDAAG, soort="beroep", ingesteld_op=VANDAAG,
        kenmerk_rechtbank="ROE 27 / 12",
    )  # fmt: skip
    gezegd = Beroep.objects.exclude(uitspraak="").exists
    fout += mis(client, eerste.zaak, VAN_DE_POST, "uitspraak", rij.pk, uitspraak, gezegd)

    assert fout == []
