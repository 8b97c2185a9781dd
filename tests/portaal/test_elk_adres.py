"""Every address of the citizen's site × every person × GET and POST, in one world: one loop, every wrong cell named.

A subject with a row of every kind that the site shows; others who may look for that person, and others who may not.
The subject is 78, and for the parents 11, 14 and 16.
"""

import datetime
import uuid
from collections.abc import Callable
from dataclasses import dataclass

import pytest
import time_machine
from django.db import transaction

from portaal.models import Verzoek, VerzoekSoort
from tests.beschikkingen.opstellingen import besluit_in
from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, ZaakFabriek
from tests.huisregels.adressen import alle_adressen
from tests.portaal.test_voor_een_ander import vertegenwoordiger
from tests.portaal.test_wie_keek import keek
from tests.wijkteams.opstellingen import om, zaak_in_onderzoek, zaak_met_plan
from toegang.models import Actor, Inzage, Opschorting
from toegang.rechten import Rol
from wijkteams.models import Deelnemer, Verslag
from wijkteams.usecases.huisbezoek_plannen import huisbezoek_plannen

pytestmark = pytest.mark.django_db
VANDAAG = datetime.date(2026, 12, 3)
NU = om(VANDAAG, 11)
GEBOREN = {"78": "19480403", "11": "20150101", "14": "20120101", "16": "20100601"}
# who: (who signs in, for whom he looks, how old the subject is)
PERSONEN = {
    "uit": (None, None, "78"),
    "zelf": ("subject", "subject", "78"),
    "ander": ("ander", "ander", "78"),
    "mentor": ("mentor", "subject", "78"),
    "ouder11": ("ouder", "subject", "11"),
    "ouder14": ("ouder", "subject", "14"),
    "ouder16": ("ouder", "subject", "16"),
    "kind11": ("subject", "subject", "11"),
    "kind14": ("subject", "subject", "14"),
    "vreemde": ("ander", "subject", "78"),  # a session that names somebody he may not look for
}
HEEN = {
    "/": "begin", "/voor-wie/": "kies", "/inloggen/niet-bekend/": "onbekend", "/inloggen/niet-gelukt/": "mislukt",
    "/uitgelogd/": "uit",
}  # fmt: skip
MAG_NIET_KIJKEN = {"uit": "begin", "ouder16": "kies", "kind11": "onbekend", "vreemde": "kies"}


def ieder(uitkomst, **anders) -> dict:
    """The same for everyone, but for who is named."""
    return dict.fromkeys(PERSONEN, uitkomst) | anders


def kijken(uitkomst=200, **anders) -> dict:
    """A page about the one for whom one looks."""
    return ieder(uitkomst, **MAG_NIET_KIJKEN) | anders


def over(uitkomst=200, **anders) -> dict:
    """A page about a row of the subject: to another it does not exist."""
    return kijken(uitkomst, ander=404, **anders)


NIEMAND = ieder(405)
VAN_EEN_KIND = {"kind14": 403}  # an aanvraag, a plan and a bezwaar are the parents' until sixteen
TEKST = {"tekst": "Ik heb een vraag"}
# name: (GET, POST, what is sent)
TABEL: dict[str, tuple[dict, dict, dict]] = {
    "begin": (kijken(uit=200), NIEMAND, {}),
    "gezond": (ieder(200), NIEMAND, {}),
    "taal": (NIEMAND, ieder("begin"), {"taal": "nl", "terug": "/"}),
    "inloggen": (ieder("mislukt"), NIEMAND, {}),
    "terug": (ieder("mislukt"), NIEMAND, {}),
    "niet_gelukt": (ieder(403), NIEMAND, {}),
    "niet_bekend": (ieder(200), NIEMAND, {}),
    "uitloggen": (NIEMAND, ieder("uit"), {}),
    "uitgelogd": (ieder(200), NIEMAND, {}),
    "verlengen": (NIEMAND, ieder(204, uit=403), {}),
    "voor_wie": (
        ieder("begin", mentor=200, ouder11=200, ouder14=200, kind11="onbekend"),
        ieder("begin", ander=200, vreemde=200, ouder16=200, kind11="onbekend"), {"voor": "subject"},
    ),
    "vragen": (kijken(), NIEMAND, {}),
    "vraag_nieuw": (kijken(), kijken("klaar"), TEKST),
    "vraag": (over(), NIEMAND, {}),
    "bericht": (over(), over("klaar"), TEKST),
    "veranderd": (over(), over("klaar"), TEKST),
    "persoonlijk_plan": (over(), over("klaar"), TEKST),
    "papieren": (over(), over(200), {}),
    "afspraak": (over(), over("klaar"), TEKST),
    "afspraak_goed": (NIEMAND, over("klaar"), {}),
    "verslag": (over(), over("klaar", **VAN_EEN_KIND), {"als_aanvraag": "ja", "akkoord": "on"}),
    "plan": (kijken(), NIEMAND, {}),
    "plan_eens": (NIEMAND, over("klaar", **VAN_EEN_KIND), {}),
    "brieven": (kijken(), NIEMAND, {}),
    "brief": (over(), NIEMAND, {}),
    "niet_eens": (over(**VAN_EEN_KIND), over("klaar", **VAN_EEN_KIND), TEKST),
    "gegevens": (kijken(), NIEMAND, {}),
    "bezorging": (
        kijken(mentor=403, ouder11=403, ouder14=403, kind14=403),
        kijken("klaar", mentor=403, ouder11=403, ouder14=403, kind14=403), {"wijze": "papier"},
    ),
    "ingelogd": (kijken(), NIEMAND, {}),
    "klopt_niet": (kijken(), kijken("klaar"), TEKST),
    "wie_keek": (kijken(), NIEMAND, {}),
    "vraag_over_inzage": (over(), over("klaar"), TEKST),
    "verstuurd": (over(), NIEMAND, {}),
}  # fmt: skip


@dataclass
class Wereld:
    mensen: dict
    rijen: dict  # name of an address -> the key of the subject's row


@pytest.fixture
def wereld(zonder_pdf) -> Wereld:
    subject, ander, mentor, ouder = InwonerFabriek.create_batch(4)
    zaak = zaak_met_plan(inwoner=subject)
    besluit_in("verzonden", zaak=zaak)
    loopt = zaak_in_onderzoek(inwoner=subject)
    bezoek = huisbezoek_plannen(
        zaak_id=loopt.pk, door=loopt.regisseur.actor, nu=NU, gepland_om=om(datetime.date(2026, 12, 10), 14)
    )
    uitvraag = Opschorting(
        termijn=loopt.termijnen.first(), grond="aanvulling", reden="een huurcontract", vanaf_op=VANDAAG,
        uiterlijk_op=datetime.date(2026, 12, 17),
    ).bewaren(door=Actor.objects.systeem(), reden="test")  # fmt: skip
    vertegenwoordiger(subject, mentor)
    vertegenwoordiger(subject, ouder, "ouder")
    ZaakFabriek(dossier__inwoner=ander)
    keek(MedewerkerFabriek(rollen=[Rol.CONSULENT]), zaak)
    door = Actor.objects.create(soort="inwoner", naam="Subject", inwoner=subject)
    gevraagd = Verzoek.objects.create(
        id=uuid.uuid4(), soort=VerzoekSoort.VRAGEN, inwoner=subject, door=door, gegevens={}, gevraagd_om=NU
    )
    rijen: dict = dict.fromkeys(("vraag", "bericht", "veranderd", "persoonlijk_plan"), loopt.pk)
    rijen |= {
        "papieren": uitvraag.pk, "afspraak": bezoek.pk, "afspraak_goed": bezoek.pk,
        "verslag": Verslag.objects.get(onderzoek__zaak=zaak).pk,
        "plan_eens": Deelnemer.objects.get(deel__zaak=zaak, rol="inwoner").pk,
        "vraag_over_inzage": Inzage.objects.get(zaak=zaak.pk, scherm="verslag").pk, "verstuurd": gevraagd.pk,
    }  # fmt: skip
    rijen["brief"] = rijen["niet_eens"] = zaak.brieven.get(soort="besluit").pk
    return Wereld({"subject": subject, "ander": ander, "mentor": mentor, "ouder": ouder}, rijen)


def uitkomst(antwoord):
    """The status, or where it leads."""
    if antwoord.status_code != 302:
        return antwoord.status_code
    return "klaar" if antwoord["Location"].startswith("/verstuurd/") else HEEN.get(antwoord["Location"], "?")


def terugdraaien(vraag: Callable):
    """What a request wrote is gone after it: the next cell meets the same world."""
    punt = transaction.savepoint()
    try:
        return vraag()
    finally:
        transaction.savepoint_rollback(punt)


@time_machine.travel(NU, tick=False)
def test_elk_adres_voor_elke_persoon(burger, wereld, stil):
    adressen = {a.naam.removeprefix("portaal:"): a for a in alle_adressen("config.urls_portaal")}
    assert set(adressen) == set(TABEL), "an address without a line in the table, or a line without an address"
    assert {n for n, a in adressen.items() if a.kenmerken} == set(wereld.rijen)

    fout = []
    for wie, (ik, voor, leeftijd) in PERSONEN.items():
        subject = wereld.mensen["subject"]
        if subject.geboren != GEBOREN[leeftijd]:
            subject.geboren = GEBOREN[leeftijd]
            subject.bewaren(door=Actor.objects.systeem(), reden="test")
        burger.cookies.clear()
        if ik:
            burger.als(wereld.mensen[ik], voor=wereld.mensen[voor])
        koekjes = burger.cookies.output()
        for naam, (get, post, gegevens) in TABEL.items():
            for methode, verwacht in (("get", get[wie]), ("post", post[wie])):
                burger.cookies.clear()
                burger.cookies.load(koekjes.replace("Set-Cookie: ", ""))
                pad = "/" + adressen[naam].route
                rij = wereld.rijen.get(naam)
                fout += cel(burger, wereld, methode, pad, rij, gegevens, verwacht, f"{wie} {methode} {naam}")
    assert fout == []


def cel(burger, wereld, methode, pad, rij, gegevens, verwacht, waar) -> list[str]:
    """What is wrong with this cell; of a row that is another's also whether it looks as one that does not exist."""
    if gegevens.get("voor") == "subject":
        gegevens = {"voor": str(wereld.mensen["subject"].pk)}

    def vragen(sleutel):
        adres = pad.replace("<uuid:pk>", str(sleutel)).replace("<int:pk>", str(sleutel))
        ding = dict(gegevens) if methode == "post" else {}
        return terugdraaien(lambda: getattr(burger, methode)(adres, ding))

    antwoord = vragen(rij)
    if uitkomst(antwoord) != verwacht:
        return [f"{waar}: {uitkomst(antwoord)}, niet {verwacht}"]
    if verwacht == 404:
        niets = vragen(987_654_321 if isinstance(rij, int) else uuid.uuid4())
        if (niets.status_code, niets.content) != (404, antwoord.content):
            return [f"{waar}: anders dan een rij die niet bestaat"]
    return []
