"""The receipt of a melding or an aanvraag by e-mail: plain text, no link, and not a word on what is asked."""

import datetime

from django.conf import settings
from django.utils.translation import gettext

from toegang.opmaak import datum, datum_lang


def onderwerp() -> str:
    """What stands on a locked telephone."""
    return gettext("Wij kregen uw melding – gemeente {naam}").format(naam=settings.GEMEENTE["naam"])


def onderwerp_aanvraag() -> str:
    """The same, for who sent an aanvraag."""
    return gettext("Wij kregen uw aanvraag – gemeente {naam}").format(naam=settings.GEMEENTE["naam"])


def tekst(
    *,
    aanhef: str,
    kenmerk: str,
    ontvangen_op: datetime.date,
    persoonlijk_plan_tot: datetime.date,
    onderzoek_tot: datetime.date,
) -> str:
    """What the law wants said (Wmo 2015 art. 2.3.2 lid 1, 2, 3 and 9, 2.2.4), in short paragraphs."""
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
        + _clientondersteuning(),
        gettext(
            "U mag zelf een plan maken. Dat heet een persoonlijk plan. U schrijft op wat er is en wat u het beste "
            "vindt. Geef het ons binnen zeven dagen: uiterlijk op {plan}. Een plan is niet verplicht. Tot die dag "
            "beginnen wij niet met het onderzoek. Wilt u geen plan maken? Zeg het ons, dan beginnen wij eerder."
        ),
        gettext(
            "Na het onderzoek mag u een aanvraag doen. Zijn wij op {onderzoek} nog niet klaar? Dan mag u uw aanvraag "
            "ook meteen doen. Wij beslissen binnen twee weken nadat wij uw aanvraag kregen."
        ),
        *_slot(),
    )
    return _ingevuld(
        delen, aanhef=aanhef, ontvangen=datum(ontvangen_op), onderzoek=datum_lang(onderzoek_tot),
        plan=datum_lang(persoonlijk_plan_tot), kenmerk=kenmerk,
    )  # fmt: skip


def tekst_aanvraag(
    *,
    aanhef: str,
    kenmerk: str,
    ontvangen_op: datetime.date,
    besluit_tot: datetime.date | None,
    gesprek_tot: datetime.date | None = None,
) -> str:
    """That it is here and by when we decide (Awb art. 4:3a, 4:5 and 4:13; Wgs art. 4)."""
    gesprek = gettext("Wij spreken u eerst, uiterlijk op {gesprek}. Wij maken daarvoor een afspraak met u.")
    besluit = gettext("U krijgt ons besluit in een brief, uiterlijk op {besluit}.")
    delen = (
        gettext("{aanhef},"),
        gettext("Op {ontvangen} kregen wij uw aanvraag. In deze e-mail leest u wat er nu gebeurt."),
        *((gesprek,) if gesprek_tot else ()),
        gettext("Wij bekijken uw aanvraag.")
        + " "
        + (besluit if besluit_tot else gettext("U krijgt ons besluit in een brief.")),
        gettext(
            "Missen wij iets? Dan vragen wij u daarom in een brief. De tijd dat wij op u wachten, telt niet mee."
        ),
        gettext("U hoeft dit niet alleen te doen. Een cliëntondersteuner denkt met u mee.")
        + " "
        + _clientondersteuning(),
        *_slot(),
    )
    return _ingevuld(
        delen, aanhef=aanhef, ontvangen=datum(ontvangen_op), kenmerk=kenmerk,
        besluit=datum_lang(besluit_tot) if besluit_tot else "", gesprek=datum_lang(gesprek_tot) if gesprek_tot else "",
    )  # fmt: skip


def _clientondersteuning() -> str:
    if settings.GEMEENTE["clientondersteuning"]:
        return gettext("Een onafhankelijke cliëntondersteuner helpt u gratis: {wie}.")
    return gettext("Een onafhankelijke cliëntondersteuner helpt u gratis. Bel {telefoon} voor het nummer.")


def _slot() -> tuple[str, ...]:
    return (
        gettext(
            "Hebt u een vraag, of kan het niet wachten? Bel ons: {telefoon}. Noem dan het kenmerk {kenmerk}. "
            "Liever een brief op papier? Bel ons ook dan."
        ),
        gettext("Met vriendelijke groet,\n\ngemeente {naam}"),
    )


def _ingevuld(delen: tuple[str, ...], **woorden: str) -> str:
    gemeente = settings.GEMEENTE
    return "\n\n".join(delen).format(
        wie=gemeente["clientondersteuning"], telefoon=gemeente["telefoon"], naam=gemeente["naam"], **woorden
    ) + "\n"  # fmt: skip
