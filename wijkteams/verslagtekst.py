"""The words of the verslag, from what was recorded: reads, never writes. The note for ourselves stays out."""

from wijkteams.models import Hulpvraag, Onderzoek, TredeSoort, Verslag

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
    stukken = [
        (NODIG, [onderzoek.behoeften, *gezegd("wat_lukt_niet"), *(h.omschrijving for h in hulpvragen)]),
        (ZELF, [*gezegd("wat_lukt"), *treden(1, 2)]),
        (HELPERS, [*gezegd("wie_helpt"), *treden(3, 4)]),
        (MANTELZORGER, [onderzoek.mantelzorger_behoeften]),
        (WIJK, treden(5)),
        (ANDERE, treden(6)),
        (BIJDRAGE, bijdrage),
    ]
    return [[kop, "\n".join(_zin(regel) for regel in regels if regel.strip())] for kop, regels in stukken]


def _zin(regel: str) -> str:
    """As a sentence of its own: the reason of a rung stands behind a word in the letter, here it stands alone."""
    regel = regel.strip()
    return regel[:1].upper() + regel[1:] + ("" if regel[-1] in ".!?:…" else ".")


def gevraagd_in(verslag: Verslag) -> list[str]:
    """Which help is asked (Awb art. 4:2): for the needs that reached rung 7, else for all of them."""
    hulpvragen = Hulpvraag.objects.filter(onderzoek_id=verslag.onderzoek_id).order_by("nummer")
    maatwerk = list(hulpvragen.filter(treden__trede=TredeSoort.MAATWERK)) or list(hulpvragen)
    return [h.omschrijving for h in maatwerk]
