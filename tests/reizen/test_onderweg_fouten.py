"""Eight faults in a real browser: no field is lost and nothing is received twice; what is unsent is in sight.

Offline, reload, a tab that crashes, two tabs, a session that ended, a form that changed, a full device, a server that
answers 500.
"""

import re
import uuid

import pytest
from playwright.sync_api import expect

from tests.reizen.conftest import wacht_op
from tests.reizen.tablet import (
    LEES,
    TEL,
    Tablet,
    adres,
    bezoek_vandaag,
    consulent,
    op_de_server,
    op_de_server_staat,
    staat_er,
    vul_alles,
)
from toegang.models import Concept
from wijkteams.usecases import apparaat_beginnen

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.reis, pytest.mark.timeout(300)]
CONCEPT = re.compile(r"/toegang/concept/")


@pytest.fixture(autouse=True)
def _snel(monkeypatch):
    monkeypatch.setattr(apparaat_beginnen, "ITERATIES", 1000)


@pytest.fixture
def wie(live_server):
    return consulent()


@pytest.fixture
def zaak(wie):
    return bezoek_vandaag(wie)


@pytest.fixture
def tablet(browser, live_server, wie, zaak):
    """Signed in, with the visit on it, standing on the talk."""
    context = browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 900})
    tablet = Tablet(context, live_server.url)
    tablet.aanmelden(wie)
    tablet.zet_klaar()  # stays open, and holds the key for the other tabs
    yield tablet
    context.close()


@pytest.fixture
def gesprek(tablet, zaak):
    pagina = tablet.blad(adres("gesprek", zaak))
    tablet.lijn(pagina, "Verbonden, alles bewaard")
    return pagina


def test_binnen_een_seconde_op_de_server(tablet, gesprek, wie, zaak):
    getypt = vul_alles(gesprek, "SNEL")
    gesprek.wait_for_timeout(1000)

    assert op_de_server_staat(wie, adres("gesprek", zaak), getypt)
    assert gesprek.evaluate(TEL) == 0
    tablet.lijn(gesprek, "Verbonden, alles bewaard")


def test_zonder_verbinding_en_terug_precies_een_keer(tablet, gesprek, wie, zaak):
    tablet.context.set_offline(True)
    getypt = vul_alles(gesprek, "UIT")
    tablet.lijn(gesprek, "Geen verbinding: 1 stuk op dit apparaat")
    gesprek.goto(tablet.basis + adres("zrm", zaak))  # another form, without signal
    ook = vul_alles(gesprek, "ZRM")
    tablet.lijn(gesprek, "Geen verbinding: 2 stukken op dit apparaat")
    assert Concept.objects.count() == 0

    tablet.context.set_offline(False)
    tablet.lijn(gesprek, "Verbonden, alles bewaard")

    assert op_de_server_staat(wie, adres("gesprek", zaak), getypt)
    assert op_de_server_staat(wie, adres("zrm", zaak), ook)
    assert list(Concept.objects.values_list("versie", flat=True)) == [1, 1]
    assert gesprek.evaluate(TEL) == 0


def test_een_antwoord_dat_niet_aankomt_wordt_niet_dubbel(tablet, gesprek, wie, zaak):
    """The server keeps it, the answer is lost: sent again under the same name, received once."""
    verloren = []

    def slik(route):
        if route.request.method == "POST" and len(verloren) < 1:
            verloren.append(route.fetch())
            return route.abort("connectionreset")
        return route.continue_()

    gesprek.route(CONCEPT, slik)
    getypt = vul_alles(gesprek, "TWEE")
    tablet.lijn(gesprek, "Geen verbinding: 1 stuk")
    gesprek.evaluate("dispatchEvent(new Event('online'))")
    tablet.lijn(gesprek, "Verbonden, alles bewaard")

    assert verloren[0].ok
    assert op_de_server_staat(wie, adres("gesprek", zaak), getypt)
    assert Concept.objects.get().versie == 1


def test_verversen_met_en_zonder_verbinding(tablet, gesprek, wie, zaak):
    getypt = vul_alles(gesprek, "VERS")
    wacht_op(lambda: op_de_server_staat(wie, adres("gesprek", zaak), getypt), 5)
    gesprek.reload()
    staat_er(gesprek, getypt)

    tablet.context.set_offline(True)
    getypt = vul_alles(gesprek, "OPNIEUW")
    tablet.lijn(gesprek, "Geen verbinding: 1 stuk op dit apparaat")
    gesprek.reload()
    staat_er(gesprek, getypt)
    tablet.context.set_offline(False)
    tablet.lijn(gesprek, "Verbonden, alles bewaard")

    assert op_de_server_staat(wie, adres("gesprek", zaak), getypt)


def test_een_tabblad_dat_omvalt(tablet, gesprek, wie, zaak):
    tablet.context.set_offline(True)
    getypt = vul_alles(gesprek, "VAL")
    tablet.lijn(gesprek, "Geen verbinding: 1 stuk op dit apparaat")
    ander = tablet.blad_zonder_verbinding(adres("zrm", zaak))
    gesprek.on("crash", lambda _: None)
    tablet.laat_omvallen(gesprek)

    terug = tablet.blad_zonder_verbinding(adres("gesprek", zaak))
    staat_er(terug, getypt)
    tablet.context.set_offline(False)
    wacht_op(lambda: op_de_server_staat(wie, adres("gesprek", zaak), getypt), 10)

    tablet.lijn(terug, "Verbonden, alles bewaard")
    ander.close()


def test_twee_tabbladen_tonen_beide_teksten(tablet, gesprek, wie, zaak):
    twee = tablet.blad(adres("gesprek", zaak))
    tablet.lijn(twee, "Verbonden, alles bewaard")
    hun = vul_alles(gesprek, "EEN")
    wacht_op(lambda: op_de_server_staat(wie, adres("gesprek", zaak), hun), 5)
    mijn = vul_alles(twee, "TWEE")

    tablet.lijn(twee, "1 stuk niet verstuurd: kies een versie")
    for tekst in (*mijn.values(), *hun.values()):
        expect(twee.locator("#kies-versie")).to_contain_text(tekst)
    assert op_de_server_staat(wie, adres("gesprek", zaak), hun)  # nothing was overwritten
    twee.get_by_role("button", name="Deze keuze bewaren").click()
    expect(twee.locator("#kies-versie")).to_contain_text("Kies bij elk onderdeel welke tekst blijft.")
    namen = sorted(mijn)
    for naam in namen:
        keuze = "samen" if naam == namen[0] else "hun" if naam == namen[1] else "mijn"
        twee.locator(f'input[name="versie_{naam}"][value={keuze}]').check()
    twee.get_by_role("button", name="Deze keuze bewaren").click()
    tablet.lijn(twee, "Verbonden, alles bewaard")

    bewaard = op_de_server(wie, adres("gesprek", zaak))
    assert bewaard[namen[0]] == f"{hun[namen[0]]}\n\n{mijn[namen[0]]}"
    assert bewaard[namen[1]] == hun[namen[1]]
    assert bewaard[namen[2]] == mijn[namen[2]]


def test_de_sessie_is_voorbij(tablet, gesprek, wie, zaak):
    tablet.sessie_weg()
    getypt = vul_alles(gesprek, "SESSIE")
    tablet.lijn(gesprek, "U bent uitgelogd: 1 stuk op dit apparaat")
    assert Concept.objects.count() == 0

    tablet.aanmelden(wie)
    gesprek.get_by_role("link", name="Inloggen").click()
    staat_er(gesprek, getypt)
    tablet.lijn(gesprek, "Verbonden, alles bewaard")

    assert op_de_server_staat(wie, adres("gesprek", zaak), getypt)
    assert Concept.objects.get().versie == 1


def test_het_formulier_is_veranderd(tablet, gesprek, wie, zaak):
    """A field that the new form does not have: its text and question stay in sight, and in the draft."""
    tablet.context.set_offline(True)
    getypt = vul_alles(gesprek, "OUD")
    tablet.lijn(gesprek, "Geen verbinding: 1 stuk op dit apparaat")
    tablet.context.set_offline(False)
    weg = sorted(getypt)[0]

    pagina = tablet.context.new_page()
    hernoem = f"document.getElementsByName('{weg}').forEach(el => {{ el.name = 'nieuw'; }})"
    pagina.add_init_script(f"document.addEventListener('readystatechange', () => {{ {hernoem} }})")
    gesprek.close()
    pagina.goto(tablet.basis + adres("gesprek", zaak))

    oud = pagina.locator("[data-oud]")
    expect(oud).to_contain_text(getypt[weg])
    expect(oud.locator("dt").first).not_to_have_text(weg)  # the question, not the name of the field
    staat_er(pagina, {naam: tekst for naam, tekst in getypt.items() if naam != weg})
    tablet.lijn(pagina, "Verbonden, alles bewaard")
    assert op_de_server_staat(wie, adres("gesprek", zaak), getypt)


@pytest.mark.parametrize("ander_scherm", [False, True])
def test_een_notitie_voor_ons_komt_aan_tafel_niet_in_beeld(tablet, wie, zaak, ander_scherm):
    """Typed with tafelstand off and not saved: kept, but neither as an older field nor in a conflict on the screen."""
    naam = adres("gesprek", zaak)
    notitie = {"werknotitie": ["GEHEIM"], "behoeften": ["Wil thuis blijven"], "versie": ["1"]}

    def van_elders(**anders):
        Concept.objects.update_or_create(
            actor=wie.actor, formulier=naam, defaults={"gegevens": notitie | anders, "sleutel": uuid.uuid4()}
        )

    if not ander_scherm:
        van_elders()
    pagina = tablet.blad(naam)
    behoeften = pagina.locator('[name="behoeften"]')
    expect(pagina.locator('[name="niet_op_scherm"]')).to_have_value("werknotitie")
    if ander_scherm:
        tablet.lijn(pagina, "Verbonden, alles bewaard")
        van_elders()
    else:
        expect(behoeften).to_have_value("Wil thuis blijven")
    behoeften.fill("Wil in Blerick blijven")
    if ander_scherm:
        expect(pagina.locator("#kies-versie")).to_contain_text("Wil thuis blijven")
    assert "GEHEIM" not in pagina.locator("html").evaluate("(el) => el.outerHTML")
    if ander_scherm:
        pagina.get_by_label("Bewaar de tekst van dit scherm").first.check()
        pagina.get_by_role("button", name="Deze keuze bewaren").click()

    def bewaard():
        gegevens = Concept.objects.get(actor=wie.actor, formulier=naam).gegevens
        return (gegevens["behoeften"], gegevens.get("werknotitie")) == (
            ["Wil in Blerick blijven"],
            ["GEHEIM"],
        )

    wacht_op(bewaard, 10)
    assert "GEHEIM" not in pagina.locator("html").evaluate("(el) => el.outerHTML")


def test_het_apparaat_is_vol(tablet, gesprek, wie, zaak):
    """Nothing can be written any more: with signal it goes straight to the server, without it the page says so."""
    gesprek.evaluate(
        "() => { IDBObjectStore.prototype.put = () => { throw new DOMException('vol', 'QuotaExceededError'); }; }"
    )
    getypt = vul_alles(gesprek, "VOL")
    wacht_op(lambda: op_de_server_staat(wie, adres("gesprek", zaak), getypt), 5)
    tablet.context.set_offline(True)
    getypt = vul_alles(gesprek, "VOLLER")
    tablet.lijn(gesprek, "Geen verbinding: 1 stuk op dit scherm. Laat het open. Dit apparaat is vol")

    tablet.context.set_offline(False)
    tablet.lijn(gesprek, "Verbonden, alles bewaard")
    assert op_de_server_staat(wie, adres("gesprek", zaak), getypt)


def test_de_server_antwoordt_500(tablet, gesprek, wie, zaak):
    gesprek.route(CONCEPT, lambda route: route.fulfill(status=500, body="kapot"))
    getypt = vul_alles(gesprek, "KAPOT")
    tablet.lijn(gesprek, "Nog niet verstuurd: 1 stuk op dit apparaat")
    gesprek.unroute(CONCEPT)
    gesprek.reload()
    staat_er(gesprek, getypt)
    tablet.lijn(gesprek, "Verbonden, alles bewaard")

    assert op_de_server_staat(wie, adres("gesprek", zaak), getypt)
    assert Concept.objects.get().versie == 1
    assert "KAPOT" not in gesprek.evaluate(LEES)
