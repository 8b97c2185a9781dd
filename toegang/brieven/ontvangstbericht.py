"""The receipt of a melding as an e-mail: plain text, no link, and nothing that tells what the question is."""

import datetime

from django.conf import settings
from django.utils.translation import gettext

from toegang.opmaak import datum, datum_lang


def onderwerp() -> str:
    """What stands on a locked telephone."""
    return gettext("Wij kregen uw melding – gemeente {naam}").format(naam=settings.GEMEENTE["naam"])


def tekst(
    *,
    aanhef: str,
    kenmerk: str,
    ontvangen_op: datetime.date,
    persoonlijk_plan_tot: datetime.date,
    onderzoek_tot: datetime.date,
) -> str:
    """What the law wants said (Wmo 2015 art. 2.3.2 lid 1, 2, 3 and 9, 2.2.4), in short paragraphs."""
    gemeente = settings.GEMEENTE
    wie = gemeente["clientondersteuning"]
    delen = (
        gettext("{aanhef},"),
        gettext("Op {ontvangen} kregen wij uw melding. In deze e-mail leest u wat er nu gebeurt."),
        gettext(
            "Wij maken een afspraak met u voor een gesprek. Samen bekijken wij wat u zelf kunt en wat u nodig hebt. "
            "Dat heet het onderzoek. Het duurt hoogstens zes weken. U krijgt het verslag uiterlijk op {onderzoek}."
        ),
        gettext(
            "U hoeft dit niet alleen te doen. Een cliëntondersteuner denkt met u mee. "
            "Hij komt bij het gesprek als u dat wilt."
        )
        + " "
        + (
            gettext("Een onafhankelijke cliëntondersteuner helpt u gratis: {wie}.")
            if wie
            else gettext(
                "Een onafhankelijke cliëntondersteuner helpt u gratis. Bel {telefoon} voor het nummer."
            )
        ),
        gettext(
            "U mag zelf een plan maken. Dat heet een persoonlijk plan. U schrijft op wat er is en wat u het beste "
            "vindt. Geef het ons binnen zeven dagen: uiterlijk op {plan}. Een plan is niet verplicht. Tot die dag "
            "beginnen wij niet met het onderzoek. Wilt u geen plan maken? Zeg het ons, dan beginnen wij eerder."
        ),
        gettext(
            "Na het onderzoek mag u een aanvraag doen. Zijn wij op {onderzoek} nog niet klaar? Dan mag u uw aanvraag "
            "ook meteen doen. Wij beslissen binnen twee weken nadat wij uw aanvraag kregen."
        ),
        gettext(
            "Hebt u een vraag, of kan het niet wachten? Bel ons: {telefoon}. Noem dan het kenmerk {kenmerk}. "
            "Liever een brief op papier? Bel ons ook dan."
        ),
        gettext("Met vriendelijke groet,\n\ngemeente {naam}"),
    )
    return "\n\n".join(delen).format(
        aanhef=aanhef, ontvangen=datum(ontvangen_op), onderzoek=datum_lang(onderzoek_tot), wie=wie,
        plan=datum_lang(persoonlijk_plan_tot), telefoon=gemeente["telefoon"], kenmerk=kenmerk, naam=gemeente["naam"],
    ) + "\n"  # fmt: skip
