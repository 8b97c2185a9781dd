"""The letter and the e-mail of a reminder: your help ends, and a new question takes six weeks and two."""

import datetime
from dataclasses import dataclass
from typing import ClassVar

from django.conf import settings
from django.utils.translation import gettext

from toegang.brieven.basis import Brief
from toegang.opmaak import datum, datum_lang


@dataclass(frozen=True, kw_only=True)
class HulpLooptAf(Brief):
    """`hulp` is one short phrase or empty: another may open the envelope. `bel_voor`: none when that day is over."""

    soort: ClassVar[str] = "hulp_loopt_af"
    template: ClassVar[str] = "brieven/hulp_loopt_af.html"

    hulp: str
    einddatum: datetime.date
    bel_voor: datetime.date | None
    wmo: bool
    tweede: bool


def onderwerp(einddatum: datetime.date) -> str:
    return gettext("Uw hulp loopt af op {dag}").format(dag=datum(einddatum))


def e_mailonderwerp() -> str:
    """What stands on a locked telephone."""
    return gettext("Er is een bericht over uw hulp – gemeente {naam}").format(naam=settings.GEMEENTE["naam"])


def e_mailtekst(
    *, aanhef: str, kenmerk: str, einddatum: datetime.date, bel_voor: datetime.date | None, wmo: bool
) -> str:
    """The same in plain text: no link, and not which help."""
    gemeente = settings.GEMEENTE
    delen = (
        gettext("{aanhef},"),
        gettext("U krijgt hulp van de gemeente. Deze hulp loopt tot en met {einde}. Daarna stopt de hulp."),
        gettext("Hebt u daarna nog hulp nodig? Bel ons dan uiterlijk op {bel}.")
        if bel_voor
        else gettext("Hebt u daarna nog hulp nodig? Bel ons dan zo snel mogelijk."),
        gettext(
            "Wij praten dan met u over wat u nodig hebt. Dat duurt hoogstens zes weken. Daarna nemen wij binnen twee "
            "weken een besluit. Belt u later? Dan kan het zijn dat u een tijd geen hulp hebt."
        )
        if wmo
        else gettext(
            "Wij praten dan met u over wat u nodig hebt. Wij nemen binnen acht weken een besluit. Belt u later? Dan "
            "kan het zijn dat u een tijd geen hulp hebt."
        ),
        gettext("Hebt u geen hulp meer nodig? Dan hoeft u niets te doen."),
        gettext(
            "Bel ons: {telefoon}. Noem dan het kenmerk {kenmerk}. Liever een brief op papier? Bel ons ook dan."
        ),
        gettext("Met vriendelijke groet,\n\ngemeente {naam}"),
    )
    return "\n\n".join(delen).format(
        aanhef=aanhef, einde=datum_lang(einddatum), bel=datum_lang(bel_voor) if bel_voor else "",
        telefoon=gemeente["telefoon"], kenmerk=kenmerk, naam=gemeente["naam"],
    ) + "\n"  # fmt: skip
