"""Where a question stands, as five steps in plain words (ux 7). Pure: a row of `Vraag` in, sentences out."""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from portaal.templatetags.portaal import dag, dag_lang
from toegang.models import Kanaal
from toegang.regels import Afsluitreden
from toegang.statussen import ZaakStatus

KLAAR, NU, STRAKS = "klaar", "nu", "straks"


@dataclass(frozen=True)
class Stap:
    """One step: done, now, or later; what we do, what you do, when at the latest."""

    nummer: int
    titel: str
    zin: str
    stand: str


def stappen(vraag, vandaag: datetime.date) -> list[Stap]:
    """The five steps; none when it ended another way (see `slot`)."""
    if slot(vraag):
        return []
    huidig = stap_nu(vraag)
    woorden = [
        _vraag(vraag),
        _praten(vraag, vandaag),
        _lezen(vraag),
        _besluit(vraag, vandaag),
        _hulp(vraag, vandaag),
    ]
    return [
        Stap(n, titel, zin if n >= huidig or _gebeurd(vraag, n) else "", _stand(n, huidig))
        for n, (titel, zin) in enumerate(woorden, start=1)
    ]


def _stand(nummer: int, huidig: int) -> str:
    return KLAAR if nummer < huidig else NU if nummer == huidig else STRAKS


def _gebeurd(vraag, nummer: int) -> bool:
    """We know when this step was done: of help from before this system only the end is known."""
    op = (vraag.gemeld_op, vraag.bezoek_op, vraag.verslag_ondertekend_op, vraag.besluit_op)
    return op[nummer - 1] is not None


def stap_nu(vraag) -> int:
    """nieuw, vraagverheldering, te_verdelen = 1; onderzoek = 2; verslag verstuurd = 3; besluitvorming = 4; hulp = 5."""
    if vraag.hulp_vanaf_op or vraag.besluit_op:
        return 5
    if vraag.status == ZaakStatus.BESLUITVORMING:
        return 4
    if vraag.verslag_verstuurd_op:
        return 3
    return 2 if vraag.status == ZaakStatus.ONDERZOEK else 1


def slot(vraag) -> str:
    """The one sentence of a question that ended without the five steps (a referral has no fourth); else empty."""
    zonder_besluit = vraag.afsluitreden == Afsluitreden.ZONDER_BESLUIT
    gaat_zijn_weg = (vraag.hulp_vanaf_op or vraag.besluit_op) and not zonder_besluit
    if vraag.status != ZaakStatus.AFGESLOTEN or gaat_zijn_weg:
        return ""
    op = dag(vraag.afgesloten_op)
    return {
        Afsluitreden.ZONDER_BESLUIT: _(
            "Uw vraag is op %(op)s klaar. Voor uw hulp was geen besluit van ons nodig."
        )
        % {"op": op},
        Afsluitreden.INGETROKKEN: _("U hebt uw vraag op %(op)s ingetrokken.") % {"op": op},
        Afsluitreden.VERHUISD: _("Wij zijn op %(op)s gestopt met uw vraag, omdat u verhuisde.") % {"op": op},
    }.get(vraag.afsluitreden, _("Uw vraag is op %(op)s klaar.") % {"op": op})


def _vraag(vraag) -> tuple[str, str]:
    op = {"op": dag(vraag.gemeld_op)}
    zin = {
        Kanaal.TELEFOON: _("U belde ons op %(op)s."),
        Kanaal.BALIE: _("U kwam bij ons op %(op)s."),
        Kanaal.BRIEF: _("Wij kregen uw brief op %(op)s."),
        Kanaal.E_MAIL: _("Wij kregen uw e-mail op %(op)s."),
        Kanaal.WEBSITE: _("U schreef ons op %(op)s."),
        Kanaal.HUISARTS: _("Uw huisarts belde of schreef ons op %(op)s."),
    }.get(vraag.kanaal, _("Wij kregen uw vraag op %(op)s."))
    return _("Uw vraag is bij ons"), zin % op


def _praten(vraag, vandaag) -> tuple[str, str]:
    titel = _("Wij praten met u")
    if vraag.bezoek_op:
        wie = vraag.contactpersoon or _("Een medewerker")
        return titel, _("%(wie)s sprak u op %(op)s.") % {"wie": wie, "op": dag(vraag.bezoek_op)}
    if vraag.onderzoek_uiterlijk_op is None:
        return titel, _("Wij bellen u voor een afspraak.")
    return titel, _uiterlijk(
        vraag.onderzoek_uiterlijk_op, vandaag, _("Het gesprek en het verslag zijn er uiterlijk %(op)s.")
    )


def _lezen(vraag) -> tuple[str, str]:
    titel = _("U leest het verslag")
    if vraag.verslag_ondertekend_op:
        return titel, _("U tekende het verslag op %(op)s.") % {"op": dag(vraag.verslag_ondertekend_op)}
    if vraag.verslag_verstuurd_op:
        return titel, _("U bent aan de beurt.")
    return titel, _("Daarna schrijven wij op wat wij bespraken. U leest of het klopt.")


def _besluit(vraag, vandaag) -> tuple[str, str]:
    titel = _("Wij nemen een besluit")
    if vraag.besluit_op:
        return titel, _("Wij stuurden u ons besluit op %(op)s.") % {"op": dag(vraag.besluit_op)}
    if vraag.stil_tot_op:
        return titel, _("Wij wachten op papieren van u, tot %(op)s.") % {"op": dag_lang(vraag.stil_tot_op)}
    if vraag.besluit_uiterlijk_op:
        return titel, _uiterlijk(
            vraag.besluit_uiterlijk_op, vandaag, _("U krijgt ons besluit uiterlijk %(op)s.")
        )
    if vraag.wet == "wmo":
        return titel, _("Binnen 2 weken nadat wij uw handtekening hebben.")
    return titel, _("Binnen 8 weken nadat wij uw aanvraag hebben.")


def _hulp(vraag, vandaag) -> tuple[str, str]:
    if vraag.besluit_op and not vraag.hulp_vanaf_op:
        return pgettext("stap", "Klaar"), _("In onze brief staat wat wij besloten, en wat u kunt doen.")
    if vraag.hulp_vanaf_op:
        titel = _("Uw hulp begint") if vraag.hulp_vanaf_op > vandaag else _("U krijgt hulp")
        return titel, _("Vanaf %(op)s.") % {"op": dag(vraag.hulp_vanaf_op)}
    return _("Uw hulp begint"), ""


def _uiterlijk(op: datetime.date, vandaag: datetime.date, zin: str) -> str:
    """Late is admitted."""
    if op < vandaag:
        return _("Wij zijn te laat. Wij hadden %(op)s klaar moeten zijn. Bel ons gerust.") % {"op": dag(op)}
    return zin % {"op": dag_lang(op)}
