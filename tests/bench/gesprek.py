"""The onderzoek of a seed zaak: visit, talk, ZRM, one need along the seven rungs, verslag."""

import datetime

from config.demo.jeugd import jeugdonderzoek
from toegang.models import Actor, Zaak
from toegang.rechten import Wet
from wijkteams.usecases.gesprek_vastleggen import gesprek_vastleggen
from wijkteams.usecases.huisbezoek_afronden import huisbezoek_afronden
from wijkteams.usecases.huisbezoek_plannen import huisbezoek_plannen
from wijkteams.usecases.hulpvraag_toevoegen import hulpvraag_toevoegen
from wijkteams.usecases.trede_vastleggen import trede_vastleggen
from wijkteams.usecases.verslag_maken import verslag_maken
from wijkteams.usecases.verslag_versturen import verslag_versturen
from wijkteams.usecases.zrm_vastleggen import zrm_vastleggen

LEEFGEBIEDEN = ("huishouden", "gezondheid", "sociaal", "geld")
ZIN = (
    "Mevrouw kan na haar val in september niet meer bukken en tillen. Koken, afwassen en stoffen lukken nog wel,"
    " als zij tussendoor even kan zitten. De dochter komt op zaterdag en doet dan de boodschappen."
)


def onderzoeken(zaak: Zaak, door: Actor, *, vandaag: datetime.date, nu: datetime.datetime) -> None:
    """All seven points of art. 2.3.2 lid 4, and the letter that says so."""
    bezoek = huisbezoek_plannen(
        zaak_id=zaak.pk, door=door, nu=nu, gepland_om=nu + datetime.timedelta(hours=1)
    )
    huisbezoek_afronden(
        huisbezoek_id=bezoek.pk, door=door, nu=nu + datetime.timedelta(hours=3), aanwezigen="mevrouw en haar dochter",
        identiteit_gezien="Paspoort",
    )  # fmt: skip
    gesprek_vastleggen(
        zaak_id=zaak.pk, door=door, vandaag=vandaag, behoeften=ZIN,
        mantelzorger_behoeften="De dochter heeft rust nodig.",
        delen={g: {"wat_lukt": ZIN, "wat_lukt_niet": ZIN, "wie_helpt": "De dochter."} for g in LEEFGEBIEDEN},
        bijdrage_verteld=True, pgb_verteld=True,
    )  # fmt: skip
    zrm_vastleggen(
        zaak_id=zaak.pk, door=door, vandaag=vandaag,
        scores={d: {"reden": "Dit speelt mee.", "niveau": 3, "toelichting": ZIN} for d in (7, 10)},
    )  # fmt: skip
    if zaak.wet == Wet.JEUGDWET:
        jeugdonderzoek(zaak, door, vandaag=vandaag)
    vraag = hulpvraag_toevoegen(
        zaak_id=zaak.pk, door=door, leefgebied="huishouden", omschrijving="Mevrouw kan haar huis niet schoonhouden.",
        gewenst_resultaat="Een schoon huis",
    )  # fmt: skip
    for trede in range(1, 8):
        trede_vastleggen(
            hulpvraag_id=vraag.pk, trede=trede, door=door, vandaag=vandaag, onderzocht="ja",
            lost_op="helemaal" if trede == 7 else "niet", wat_is_er=ZIN, brieftekst=ZIN,
        )  # fmt: skip
    verslag = verslag_maken(zaak_id=zaak.pk, door=door, vandaag=vandaag)
    verslag_versturen(verslag_id=verslag.pk, door=door, vandaag=vandaag)
