"""The letters on the way: what we intend, the motivation that follows, and all that goes with a bezwaar. Reads only."""

from dataclasses import replace

from django.utils.translation import gettext

from beschikkingen.briefuitkomst import alineas
from beschikkingen.brieven import Deel, Meedeling
from beschikkingen.models import Besluit, Zienswijze
from toegang.brieven.kop import aanhef_voor, kop_voor
from toegang.models import Brief
from toegang.opmaak import datum


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
