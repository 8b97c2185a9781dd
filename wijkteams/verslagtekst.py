"""The words of the verslag, from what was recorded: reads, never writes. The note for ourselves stays out."""

import datetime

from toegang import opmaak
from toegang.rechten import Wet
from wijkteams.jeugdregels import JEUGDIGE
from wijkteams.models import Hulpvraag, Jeugdonderzoek, Onderzoek, TredeSoort, Verslag
from wijkteams.regels import toestemming_van

# the wording a citizen reads; the letter of 2.3.2 lid 4 stands behind each
NODIG, ZELF, HELPERS, MANTELZORGER, WIJK, ANDERE, BIJDRAGE = (
    "Wat hebt u nodig?",
    "Wat lukt zelf, en met uw huisgenoten?",
    "Wie helpt u al?",
    "Wat heeft uw mantelzorger nodig?",
    "Wat is er in de wijk?",
    "Kan een andere wet helpen?",
    "Wat betaalt u zelf?",
)
BIJDRAGE_TEKST = "Wij vertelden u wat u zelf betaalt als u hulp van de gemeente krijgt."
PGB_TEKST = "Wij legden ook uit wat een persoonsgebonden budget is."
# of a young person: the steps of CRVB:2017:1477 after the first, which is what is needed
PROBLEMEN, WELKE_HULP, EIGEN, OVER, TOESTEMMING, VERTELD, DESKUNDIGE = (
    "Welke problemen zijn er?",
    "Welke hulp is nodig, en hoeveel?",
    "Wat lukt zelf, thuis en met mensen om het gezin heen?",
    "Wat blijft er over?",
    "Wie gaf toestemming?",
    "Wat vertelden wij?",
    "Wie stelt vast welke hulp nodig is?",
)
EIGEN_PLAN = {
    "wil": "Het gezin maakt een eigen plan.",
    "wil_niet": "Het gezin wil geen eigen plan maken.",
    "ontvangen": "Wij hebben het eigen plan van het gezin.",
}


def delen_van(onderzoek: Onderzoek) -> list[list[str]]:
    """Heading and text per point; the prefetched talk and rungs supply the words."""
    delen = sorted(onderzoek.gespreksdelen.all(), key=lambda d: d.leefgebied)
    hulpvragen = sorted(onderzoek.hulpvragen.all(), key=lambda h: h.nummer)

    def gezegd(veld: str) -> list[str]:
        return [f"{d.get_leefgebied_display()}: {getattr(d, veld)}" for d in delen if getattr(d, veld)]

    def treden(*nummers: int) -> list[str]:
        gevonden = sorted(
            (t.trede, h.nummer, t.brieftekst)
            for h in hulpvragen
            for t in h.treden.all()
            if t.trede in nummers
        )
        return [tekst for *_, tekst in gevonden if tekst]

    bijdrage = [BIJDRAGE_TEKST] if onderzoek.bijdrage_verteld else []
    bijdrage += [PGB_TEKST] if onderzoek.pgb_verteld else []
    if onderzoek.zaak.wet == Wet.JEUGDWET:
        jeugd = getattr(onderzoek, "jeugd", None) or Jeugdonderzoek(onderzoek=onderzoek)
        nodig = [onderzoek.behoeften, *gezegd("wat_lukt_niet"), *(h.omschrijving for h in hulpvragen)]
        zelf = [*gezegd("wat_lukt"), *gezegd("wie_helpt"), *treden(1, 2, 3, 4), jeugd.eigen_mogelijkheden]
        stukken = [
            (NODIG, nodig), (PROBLEMEN, [jeugd.problemen]), (WELKE_HULP, [jeugd.nodige_hulp, jeugd.omvang]),
            (EIGEN, zelf), (MANTELZORGER, [onderzoek.mantelzorger_behoeften]), (WIJK, treden(5)), (ANDERE, treden(6)),
            (OVER, [jeugd.wat_blijft_over]), (TOESTEMMING, _toestemming(onderzoek, jeugd)),
            (VERTELD, [*_verteld(jeugd), *bijdrage]), (DESKUNDIGE, _deskundige(jeugd)),
        ]  # fmt: skip
        return [[kop, _tekst(regels)] for kop, regels in stukken]
    stukken = [
        (NODIG, [onderzoek.behoeften, *gezegd("wat_lukt_niet"), *(h.omschrijving for h in hulpvragen)]),
        (ZELF, [*gezegd("wat_lukt"), *treden(1, 2)]),
        (HELPERS, [*gezegd("wie_helpt"), *treden(3, 4)]),
        (MANTELZORGER, [onderzoek.mantelzorger_behoeften]),
        (WIJK, treden(5)),
        (ANDERE, treden(6)),
        (BIJDRAGE, bijdrage),
    ]
    return [[kop, _tekst(regels)] for kop, regels in stukken]


def _toestemming(onderzoek: Onderzoek, jeugd: Jeugdonderzoek) -> list[str]:
    """What was answered and when; why it was done otherwise (7.3.4 lid 2) stays out: it may be about safety at home."""
    wie = "U" if toestemming_van(onderzoek, jeugd) == (JEUGDIGE,) else "De jongere"
    ouders = f"De ouders met gezag ({jeugd.ouders_namen})" if jeugd.ouders_namen else "De ouders met gezag"
    return [
        *_antwoord(wie, "gaf", jeugd.jeugdige_akkoord, jeugd.jeugdige_akkoord_op),
        *_antwoord(ouders, "gaven", jeugd.ouders_akkoord, jeugd.ouders_akkoord_op),
    ]


def _antwoord(wie: str, gaf: str, antwoord: str, op: datetime.date | None) -> list[str]:
    if not antwoord or op is None:
        return []
    return [f"{wie} {gaf} op {opmaak.datum(op)} {'' if antwoord == 'ja' else 'geen '}toestemming voor hulp."]


def _verteld(jeugd: Jeugdonderzoek) -> list[str]:
    zinnen = []
    if op := jeugd.familiegroepsplan_aangeboden_op:
        zinnen.append(f"Op {opmaak.datum(op)} vroegen wij of het gezin zelf een plan wil maken.")
        zinnen.append(EIGEN_PLAN.get(jeugd.familiegroepsplan, ""))
    if op := jeugd.vertrouwenspersoon_verteld_op:
        zinnen.append(f"Op {opmaak.datum(op)} vertelden wij over de vertrouwenspersoon. Die is gratis.")
    return zinnen


def _deskundige(jeugd: Jeugdonderzoek) -> list[str]:
    """Who determined, with which training and register (Besluit Jeugdwet art. 2.1; the ruling's last step)."""
    if not jeugd.deskundige_naam:
        return []
    register = jeugd.get_deskundige_register_display()
    geregistreerd = f", {register}-nummer {jeugd.deskundige_nummer}" if jeugd.deskundige_nummer else ""
    kennis = f". Deskundig in: {jeugd.deskundigheid}" if jeugd.deskundigheid else ""
    op = f". Vastgesteld op {opmaak.datum(jeugd.vastgesteld_op)}" if jeugd.vastgesteld_op else ""
    return [f"{jeugd.deskundige_naam}{geregistreerd}{kennis}{op}"]


def _tekst(regels: list[str]) -> str:
    return "\n".join(als_zin(regel) for regel in regels if regel.strip())


def als_zin(regel: str) -> str:
    """As a sentence of its own: the reason of a rung stands behind a word in the letter, here it stands alone."""
    regel = regel.strip()
    return regel[:1].upper() + regel[1:] + ("" if regel[-1] in ".!?:…" else ".")


def gevraagd_in(verslag: Verslag) -> list[str]:
    """Which help is asked (Awb art. 4:2): for the needs that reached rung 7, else for all of them."""
    hulpvragen = Hulpvraag.objects.filter(onderzoek_id=verslag.onderzoek_id).order_by("nummer")
    maatwerk = list(hulpvragen.filter(treden__trede=TredeSoort.MAATWERK)) or list(hulpvragen)
    return [h.omschrijving for h in maatwerk]
