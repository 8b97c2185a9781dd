"""The letters on the way: what we intend, the motivation that follows, and all that goes with a bezwaar. Reads only."""

from dataclasses import replace

from django.utils import timezone
from django.utils.translation import gettext

from beschikkingen.briefuitkomst import alineas
from beschikkingen.brieven import Deel, Meedeling
from beschikkingen.models import Besluit, Bezwaar, Ingebrekestelling, Zienswijze
from beschikkingen.regels import dwangsomverloop
from toegang.brieven.kop import aanhef_voor, kop_voor
from toegang.models import Brief, Termijn, TermijnSoort
from toegang.opmaak import bedrag, datum, datum_lang, tijd


def meedeling(brief: Brief, kenmerk: str, *delen: Deel, regels: tuple[str, ...], **anders) -> Meedeling:
    """The frame of such a letter from its job row."""
    return Meedeling(
        kop=replace(kop_voor(brief), kenmerk=kenmerk), aanhef=aanhef_voor(brief), onderwerp=brief.onderwerp,
        delen=delen, wettelijke_regels=regels, **anders,
    )  # fmt: skip


def zienswijze_bouwen(brief: Brief) -> Meedeling:
    """What we intend and why, how to answer and by when (Awb art. 4:7 to 4:9)."""
    zienswijze = Zienswijze.objects.select_related("besluit").get(pk=brief.bron_id)
    return meedeling(
        brief,
        zienswijze.besluit.kenmerk,
        Deel(
            gettext("Wat zijn wij van plan?"),
            (
                *alineas(zienswijze.waarover),
                gettext("Dit is nog geen besluit. Wij horen graag eerst wat u vindt."),
            ),
        ),
        Deel(
            gettext("Wat vragen wij van u?"),
            (
                gettext("Klopt er iets niet? Of weten wij iets nog niet? Vertel het ons."),
                gettext("U kiest zelf hoe: u mag ons bellen, schrijven of langskomen."),
                gettext("Horen wij niets? Dan nemen wij een besluit met wat wij weten."),
            ),
        ),
        laatste_dag=zienswijze.uiterlijk_op,
        regels=("Algemene wet bestuursrecht artikel 4:7, 4:8 en 4:9",),
    )


def motivering_bouwen(brief: Brief) -> Meedeling:
    """Why temporary help was given, within a week after it (Awb art. 3:47 lid 3)."""
    besluit = Besluit.objects.get(pk=brief.bron_id)
    dag = besluit.verzonden_op or besluit.opgesteld_op
    return meedeling(
        brief,
        besluit.kenmerk,
        Deel(
            gettext("Waarom krijgt u deze hulp?"),
            (
                gettext("Op %(dag)s besloten wij dat u tijdelijk hulp krijgt. Het kon niet wachten.")
                % {"dag": datum(dag)},
                *alineas(besluit.motivering),
            ),
        ),
        Deel(
            gettext("Wat gebeurt er nu?"),
            (
                gettext(
                    "Wij onderzoeken verder welke hulp u daarna nodig hebt. Daarover nemen wij een nieuw besluit."
                ),
            ),
        ),
        regels=("Algemene wet bestuursrecht artikel 3:47", "Wmo 2015 artikel 2.3.3"),
    )


def bezwaar_ontvangen_bouwen(brief: Brief) -> Meedeling:
    """The receipt: when it came, what happens, by when we decide (Awb art. 6:14, 7:2, 7:10)."""
    bezwaar = _bezwaar(brief)
    klok = klok_van(bezwaar)
    delen = [
        Deel(
            "",
            (
                gettext(
                    "Op %(dag)s kregen wij uw bezwaar tegen ons besluit van %(besluit)s, kenmerk %(kenmerk)s."
                )
                % {
                    "dag": datum(bezwaar.ontvangen_op),
                    "besluit": datum(bezwaar.besluit.verzonden_op or bezwaar.besluit.opgesteld_op),
                    "kenmerk": bezwaar.besluit.kenmerk,
                },
            ),
        ),
        Deel(
            gettext("Wat gebeurt er nu?"),
            (
                gettext("Een jurist die niet aan het besluit werkte, kijkt naar uw bezwaar."),
                gettext("U krijgt een uitnodiging om uw bezwaar te vertellen. Dat mag, het hoeft niet."),
                *(
                    (
                        gettext("Wij beslissen uiterlijk op %(dag)s.")
                        % {"dag": datum_lang(klok.uiterste_datum)},
                    )
                    if klok
                    else ()
                ),
                gettext("Ons eerste besluit geldt zolang."),
                gettext("Kan het niet wachten? Vraag de rechtbank om een voorlopige voorziening."),
            ),
        ),
    ]
    if bezwaar.te_laat:
        tekst = gettext("Wij kregen uw bezwaar na de laatste dag. Vertel ons waarom het later kwam.")
        delen.append(Deel(gettext("Uw bezwaar kwam te laat"), (tekst,)))
    return meedeling(
        brief, bezwaar.kenmerk, *delen, regels=("Algemene wet bestuursrecht artikel 6:14, 6:16 en 7:10",)
    )


def hoorzitting_bouwen(brief: Brief) -> Meedeling:
    """The invitation to tell it (Awb art. 7:2, 7:4)."""
    bezwaar = _bezwaar(brief)
    if bezwaar.hoorzitting_om is None:
        raise ValueError("Deze brief heeft een dag nodig die niet is ingevuld.")
    om = timezone.localtime(bezwaar.hoorzitting_om)
    return meedeling(
        brief,
        bezwaar.kenmerk,
        Deel(
            gettext("Wanneer en waar?"),
            (
                gettext("U kunt uw bezwaar vertellen op %(dag)s om %(tijd)s.")
                % {"dag": datum_lang(om.date()), "tijd": tijd(om)},
                gettext("Dat is hier: %(plaats)s.") % {"plaats": bezwaar.hoorzitting_plaats},
                gettext("U mag iemand meenemen. Wilt u niet komen, of kunt u dan niet? Bel ons."),
            ),
        ),
        Deel(
            gettext("Wilt u de stukken lezen?"),
            (
                gettext(
                    "Een week ervoor liggen alle stukken voor u klaar. U mag ze lezen, en u krijgt kopieën."
                ),
                gettext("Hebt u zelf nog stukken? Stuur die uiterlijk tien dagen ervoor."),
            ),
        ),
        regels=("Algemene wet bestuursrecht artikel 7:2, 7:3 en 7:4",),
    )


def bezwaar_ingetrokken_bouwen(brief: Brief) -> Meedeling:
    """That we will not decide any more (Awb art. 6:21)."""
    bezwaar = _bezwaar(brief)
    dag = bezwaar.ingetrokken_op or bezwaar.ontvangen_op
    return meedeling(
        brief,
        bezwaar.kenmerk,
        Deel(
            "",
            (
                gettext("Op %(dag)s trok u uw bezwaar in.") % {"dag": datum(dag)},
                gettext("Wij beslissen er niet meer over. Ons besluit van %(besluit)s blijft gelden.")
                % {"besluit": datum(bezwaar.besluit.verzonden_op or bezwaar.besluit.opgesteld_op)},
                gettext("Klopt dit niet? Bel ons dan meteen."),
            ),
        ),
        regels=("Algemene wet bestuursrecht artikel 6:21",),
    )


def ingebrekestelling_bouwen(brief: Brief) -> Meedeling:
    """Whether the notice counts, by when we decide, what it becomes when we do not (Awb art. 4:17)."""
    notitie = Ingebrekestelling.objects.select_related("bezwaar").get(pk=brief.bron_id)
    waarover = gettext("uw bezwaar") if notitie.bezwaar_id else gettext("uw aanvraag")
    begin = gettext("Op %(dag)s schreef u dat wij te laat zijn met ons besluit op %(wat)s.")
    zin = begin % {"dag": datum(notitie.ontvangen_op), "wat": waarover}
    if notitie.eerste_dag is None:
        wat = (
            notitie.waarom_niet,
            gettext("Daarom betalen wij nu geen dwangsom. Wij nemen wel zo snel mogelijk een besluit."),
        )
    else:
        treden = dwangsomverloop(notitie.eerste_dag)
        wat = (
            gettext("U hebt gelijk: wij zijn te laat. De laatste dag was %(dag)s.")
            % {"dag": datum(notitie.uiterste_datum)},
            gettext(
                "Wij doen ons best om te beslissen vóór %(dag)s. Lukt dat niet? Dan krijgt u geld voor elke dag."
            )
            % {"dag": datum(notitie.eerste_dag)},
            *(
                gettext("Van %(van)s tot en met %(tot)s is dat %(bedrag)s per dag.")
                % {"van": datum(t.van), "tot": datum(t.tot), "bedrag": bedrag(t.per_dag)}
                for t in treden
            ),
            gettext("Het is nooit meer dan %(bedrag)s.") % {"bedrag": bedrag(treden[-1].totaal)},
        )
    return meedeling(
        brief,
        brief.zaak.kenmerk,
        Deel("", (zin, *wat)),
        regels=("Algemene wet bestuursrecht artikel 4:17 en 4:18",),
    )


def _bezwaar(brief: Brief) -> Bezwaar:
    return Bezwaar.objects.select_related("besluit").get(pk=brief.bron_id)


def klok_van(bezwaar: Bezwaar) -> Termijn | None:
    """The clock in which it must be decided."""
    klokken = Termijn.objects.filter(
        zaak=bezwaar.zaak_id, soort=TermijnSoort.BESLUIT_OP_BEZWAAR, aanvraag=bezwaar.besluit.aanvraag_id
    )
    return klokken.filter(vervallen_op=None).order_by("-begint_op", "pk").first()
