"""What the letter says where it is no plain answer to an aanvraag: spoed, changes, money, bezwaar. Reads only."""

import datetime
from copy import copy

from django.utils.translation import gettext

from beschikkingen.brieven import Regel
from beschikkingen.models import Aanleiding, Beroep, Besluit, Besluitregel, Bezwaar, Gevolg, Uitkomst
from beschikkingen.soorten import OP_BEZWAAR
from toegang.opmaak import bedrag, datum
from voorzieningen.models import Indicatie
from voorzieningen.regels import omvang_in_woorden

U = Uitkomst
ARTIKELEN: dict[Uitkomst, str] = {
    U.NIET_BEHANDELEN: "Algemene wet bestuursrecht artikel 4:5",
    U.TIJDELIJK: "Wmo 2015 artikel 2.3.3",
    U.HERZIENING: "Wmo 2015 artikel 2.3.9 en 2.3.10",
    U.INTREKKING: "Wmo 2015 artikel 2.3.10",
    U.BEEINDIGING: "Wmo 2015 artikel 2.3.9 en 2.3.10",
    U.TERUGVORDERING: "Wmo 2015 artikel 2.4.1",
    U.DWANGSOM: "Algemene wet bestuursrecht artikel 4:17 en 4:18",
} | dict.fromkeys(OP_BEZWAAR, "Algemene wet bestuursrecht artikel 7:11 en 7:12")


def alineas(tekst: str) -> tuple[str, ...]:
    """Each line that holds something is a paragraph."""
    return tuple(regel.strip() for regel in tekst.splitlines() if regel.strip())


def hulpnamen(indicaties: list[Indicatie]) -> str:
    """hulp in het huishouden en dagbesteding."""
    namen = list(dict.fromkeys(i.product.briefnaam for i in indicaties))
    return " en ".join(filter(None, [", ".join(namen[:-1]), namen[-1]])) if namen else ""


def onderwerp_van(besluit: Besluit) -> str:
    """The outcome in one line."""
    hulp = {"hulp": hulpnamen([r.indicatie for r in besluit.geldende_regels()]) or gettext("hulp")}
    geld = {"geld": bedrag(besluit.bedrag or 0)}
    if besluit.uitkomst == U.DWANGSOM and not besluit.bedrag:
        return gettext("U krijgt geen dwangsom")
    return {
        U.NIET_BEHANDELEN: gettext("Wij behandelen uw aanvraag niet"),
        U.TIJDELIJK: gettext("U krijgt tijdelijk %(hulp)s") % hulp,
        U.HERZIENING: gettext("Uw hulp verandert: %(hulp)s") % hulp,
        U.INTREKKING: gettext("Wij trekken uw hulp in: %(hulp)s") % hulp,
        U.BEEINDIGING: gettext("Uw hulp stopt: %(hulp)s") % hulp,
        U.TERUGVORDERING: gettext("U moet %(geld)s terugbetalen") % geld,
        U.DWANGSOM: gettext("U krijgt een dwangsom van %(geld)s") % geld,
        U.GEGROND: gettext("U krijgt gelijk in uw bezwaar"),
        U.DEELS_GEGROND: gettext("U krijgt voor een deel gelijk in uw bezwaar"),
        U.ONGEGROND: gettext("U krijgt geen gelijk in uw bezwaar"),
        U.NIET_ONTVANKELIJK: gettext("Wij kunnen uw bezwaar niet behandelen"),
    }[U(besluit.uitkomst)]


def wat_besloten(besluit: Besluit) -> tuple[str, ...]:
    """The decision in a few sentences, with the day from which it works (Wmo 2.3.10 lid 2)."""
    hulp = hulpnamen([r.indicatie for r in besluit.geldende_regels()]) or gettext("hulp")
    dag = datum(besluit.werking_op) if besluit.werking_op else ""
    waarden = {"hulp": hulp, "dag": dag, "geld": bedrag(besluit.bedrag or 0)}
    if besluit.uitkomst in OP_BEZWAAR:
        return _op_bezwaar(besluit)
    if besluit.uitkomst == U.DWANGSOM and not besluit.bedrag:
        return (gettext("U schreef ons dat wij te laat waren. Wij betalen u geen dwangsom."),)
    return (
        {
            U.NIET_BEHANDELEN: gettext("U deed een aanvraag. Wij behandelen deze aanvraag niet."),
            U.TIJDELIJK: gettext(
                "U krijgt tijdelijk %(hulp)s. Het kan niet wachten tot ons onderzoek klaar is. Wij onderzoeken"
                " verder wat u daarna nodig hebt."
            )
            % waarden,
            U.HERZIENING: gettext("Uw hulp verandert vanaf %(dag)s. In de tabel ziet u wat er verandert.")
            % waarden,
            U.INTREKKING: gettext(
                "Wij trekken ons eerdere besluit in. Vanaf %(dag)s hebt u geen recht op %(hulp)s."
            )
            % waarden,
            U.BEEINDIGING: gettext("Vanaf %(dag)s krijgt u geen %(hulp)s meer.") % waarden,
            U.TERUGVORDERING: gettext(
                "U kreeg %(hulp)s terwijl u daar geen recht op had. U moet %(geld)s terugbetalen."
            )
            % waarden,
            U.DWANGSOM: gettext("Wij besloten te laat. Daarom betalen wij u %(geld)s. Dat heet een dwangsom.")
            % waarden,
        }[U(besluit.uitkomst)],
    )


def _op_bezwaar(besluit: Besluit) -> tuple[str, ...]:
    """What we objected-to decided, and what stands now (Awb art. 7:11)."""
    bezwaar = _bezwaar(besluit)
    eerste = bezwaar.besluit
    begin = gettext(
        "Op %(dag)s schreef u dat u het niet eens bent met ons besluit van %(besluit)s, kenmerk %(kenmerk)s."
    )
    zin = begin % {
        "dag": datum(bezwaar.gepost_op or bezwaar.ontvangen_op),
        "besluit": datum(eerste.verzonden_op or eerste.opgesteld_op),
        "kenmerk": eerste.kenmerk,
    }
    einde = {
        U.GEGROND: gettext("U krijgt gelijk. Dit besluit komt in de plaats van het eerste besluit."),
        U.DEELS_GEGROND: gettext(
            "U krijgt voor een deel gelijk. Het eerste besluit verandert op die punten."
        ),
        U.ONGEGROND: gettext("U krijgt geen gelijk. Het eerste besluit blijft zoals het is."),
        U.NIET_ONTVANKELIJK: gettext(
            "Wij kunnen niet kijken naar de inhoud van uw bezwaar. Het eerste besluit blijft."
        ),
    }[U(besluit.uitkomst)]
    return (zin, einde)


def waarom(besluit: Besluit) -> tuple[str, ...]:
    """How it went, and why (Awb art. 3:46, 7:12)."""
    return (*_hoe_het_ging(besluit), *alineas(besluit.motivering), *_per_regel(besluit), *_opzet(besluit))


def _hoe_het_ging(besluit: Besluit) -> tuple[str, ...]:
    if besluit.aanleiding == Aanleiding.BEZWAAR:
        bezwaar = _bezwaar(besluit)
        if bezwaar.gehoord_op:
            zin = gettext("Op %(dag)s vertelde u waarom u het niet eens bent met ons besluit.")
            return (zin % {"dag": datum(bezwaar.gehoord_op)},)
        return (gettext("Wij hoorden u niet. %(reden)s") % {"reden": _niet_gehoord(bezwaar)},)
    if besluit.aanleiding == Aanleiding.UITSPRAAK:
        return _uitspraak(besluit)
    notitie = besluit.ingebrekestelling
    if notitie is not None:
        zin = gettext(
            "Op %(dag)s schreef u ons dat wij te laat waren. De laatste dag voor ons besluit was %(laatste)s."
        )
        zinnen = [zin % {"dag": datum(notitie.ontvangen_op), "laatste": datum(notitie.uiterste_datum)}]
        if notitie.bedrag and notitie.eerste_dag and notitie.laatste_dag:
            dagen = (notitie.laatste_dag - notitie.eerste_dag).days + 1
            zinnen.append(
                gettext("De dwangsom liep van %(van)s tot en met %(tot)s. Dat zijn %(dagen)s dagen.")
                % {"van": datum(notitie.eerste_dag), "tot": datum(notitie.laatste_dag), "dagen": dagen}
            )
        elif notitie.waarom_niet:
            zinnen.append(notitie.waarom_niet)
        return tuple(zinnen)
    return ()


def _uitspraak(besluit: Besluit) -> tuple[str, ...]:
    """The ruling that this besluit carries out."""
    beroep = Beroep.objects.uitgesproken(besluit.zaak).first()
    if beroep is None or beroep.uitspraak_op is None:
        return ()
    zin = gettext("Op %(dag)s deed de rechter uitspraak, kenmerk %(kenmerk)s. Wij voeren die uitspraak uit.")
    return (zin % {"dag": datum(beroep.uitspraak_op), "kenmerk": beroep.kenmerk_rechtbank},)


def _niet_gehoord(bezwaar: Bezwaar) -> str:
    return bezwaar.niet_horen_omdat


def _per_regel(besluit: Besluit) -> tuple[str, ...]:
    return tuple(
        f"{r.indicatie.product.naam}: {r.reden}"
        for r in besluit.geldende_regels()
        if r.reden and r.gevolg != Gevolg.HANDHAVEN
    )


def _opzet(besluit: Besluit) -> tuple[str, ...]:
    return alineas(besluit.opzet) if besluit.uitkomst == U.TERUGVORDERING else ()


def regels(besluit: Besluit) -> tuple[Regel, ...]:
    """What was, what becomes, from when; of what is granted after all its extent."""
    rijen: list[Regel] = []
    for r in besluit.geldende_regels():
        if r.gevolg == Gevolg.WIJZIGEN:
            rijen += _gewijzigd(besluit, r)
        elif r.gevolg == Gevolg.BEEINDIGEN:
            rijen += [
                Regel(gettext("Wat stopt"), r.indicatie.product.naam),
                Regel(gettext("Vanaf"), datum(besluit.werking_op) if besluit.werking_op else ""),
            ]
        elif r.gevolg == Gevolg.TOEKENNEN and besluit.geeft_alsnog:
            rijen += _omvang(_met(r))
    return tuple(rijen)


def _met(regel: Besluitregel) -> Indicatie:
    indicatie = copy(regel.indicatie)
    indicatie.volume = regel.nieuw_volume or indicatie.volume
    indicatie.einddatum = regel.nieuwe_einddatum or indicatie.einddatum
    return indicatie


def _omvang(i: Indicatie) -> list[Regel]:
    return [
        Regel(gettext("Wat"), i.resultaat or i.product.wat),
        Regel(gettext("Hoeveel"), omvang_in_woorden(i.volume, i.eenheid, i.frequentie)),
        Regel(gettext("Van wie"), i.aanbieder.naam if i.aanbieder else gettext("u kiest zelf (pgb)")),
        Regel(gettext("Wanneer"), _van_tot(i.ingangsdatum, i.einddatum)),
    ]


def _gewijzigd(besluit: Besluit, regel: Besluitregel) -> list[Regel]:
    oud, nieuw = regel.indicatie, _met(regel)
    vanaf = max(besluit.werking_op or oud.ingangsdatum, oud.ingangsdatum)
    return [
        Regel(gettext("Wat"), oud.resultaat or oud.product.wat),
        Regel(gettext("Het was"), omvang_in_woorden(oud.volume, oud.eenheid, oud.frequentie)),
        Regel(gettext("Het wordt"), omvang_in_woorden(nieuw.volume, nieuw.eenheid, nieuw.frequentie)),
        Regel(gettext("Wanneer"), _van_tot(vanaf, nieuw.einddatum)),
    ]


def _van_tot(begin: datetime.date, einde: datetime.date) -> str:
    return gettext("van %(begin)s tot en met %(einde)s") % {"begin": datum(begin), "einde": datum(einde)}


def _bezwaar(besluit: Besluit) -> Bezwaar:
    if besluit.bezwaar is None:
        raise ValueError("Een besluit op bezwaar heeft een bezwaar nodig.")
    return besluit.bezwaar
