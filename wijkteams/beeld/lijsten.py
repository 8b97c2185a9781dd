"""The dossiers behind each figure of this room: the same conditions, the same predicate."""

import datetime
from collections.abc import Callable

from django.db.models import Exists, OuterRef, Q

from toegang.cijfers import Lijst, Vraag
from toegang.models import Termijn, TermijnSoort
from toegang.models.zaak import ZaakQuerySet
from toegang.opmaak import MAANDEN
from toegang.rechten import Recht, Wet
from wijkteams.beeld import telt
from wijkteams.beeld.rekenen import WACHTVAKKEN, maand_erna
from wijkteams.models import Medewerker, Plandeel

NIEMAND = "niemand"


def _maand(v: Vraag) -> datetime.date:
    """From the key "2026-11"; ValueError when it is none."""
    return datetime.date.fromisoformat(f"{v.sleutel}-01")


def maand_in_woorden(eerste: datetime.date) -> str:
    return f"{MAANDEN[eerste.month - 1]} {eerste.year}"


def _in_maand(v: Vraag, veld: str) -> Q:
    eerste = _maand(v)
    return Q(**{f"{veld}__gte": eerste, f"{veld}__lt": maand_erna(eerste), f"{veld}__lte": v.vandaag})


def _zaken(v: Vraag) -> ZaakQuerySet:
    return v.zaken(Recht.VERDELEN)


def _bij(v: Vraag) -> ZaakQuerySet:
    wie = None if v.sleutel == NIEMAND else int(v.sleutel)
    return _zaken(v).open().filter(regisseur_id=wie)


def _bij_titel(v: Vraag) -> str:
    if v.sleutel == NIEMAND:
        return "Open dossiers zonder eigenaar"
    return f"Open dossiers bij {Medewerker.objects.get(pk=int(v.sleutel)).naam}"


def _wacht(v: Vraag) -> ZaakQuerySet:
    """The row of WACHTVAKKEN with this number; without one the whole waiting list."""
    wachtend = telt.met_wachttijd(_zaken(v))
    if not v.sleutel:
        return wachtend
    nr = int(v.sleutel)
    tot, _ = WACHTVAKKEN[nr]
    vanaf = WACHTVAKKEN[nr - 1][0] if nr else None
    if tot is not None:
        wachtend = wachtend.filter(sinds__gte=v.vandaag - tot * telt.DAG)
    return wachtend if vanaf is None else wachtend.filter(sinds__lt=v.vandaag - vanaf * telt.DAG)


def _wacht_titel(v: Vraag) -> str:
    return f"Wachtlijst, {WACHTVAKKEN[int(v.sleutel)][1]}" if v.sleutel else "Wachtlijst"


def _doorloop(soort: str) -> Callable[[Vraag], ZaakQuerySet]:
    def zaken(v: Vraag) -> ZaakQuerySet:
        gehaald = Termijn.objects.filter(
            _in_maand(v, "gehaald_op"), zaak=OuterRef("pk"), soort=soort, vervallen_op=None
        )
        return _zaken(v).filter(Exists(gehaald), wet=Wet.WMO)

    return zaken


def _plan(voorwaarde: Callable[[Vraag], Q]) -> Callable[[Vraag], ZaakQuerySet]:
    def zaken(v: Vraag) -> ZaakQuerySet:
        return _zaken(v).filter(Exists(Plandeel.objects.filter(voorwaarde(v), zaak=OuterRef("pk"))))

    return zaken


def _evaluatie_binnen(v: Vraag) -> Q:
    return telt.evaluatie_voor(v.vandaag + (int(v.sleutel) + 1) * telt.DAG) & ~telt.evaluatie_voor(v.vandaag)


def _afgerond(v: Vraag) -> Q:
    """Of the last year; key "vorig": of the year before."""
    tot = v.vandaag - telt.JAAR if v.sleutel == "vorig" else v.vandaag
    return telt.AFGEROND & Q(afgesloten_op__gt=tot - telt.JAAR, afgesloten_op__lte=tot)


def _vast(titel: str) -> Callable[[Vraag], str]:
    return lambda v: titel


def _met_maand(titel: str) -> Callable[[Vraag], str]:
    return lambda v: f"{titel} in {maand_in_woorden(_maand(v))}"


LIJSTEN: dict[str, Lijst] = {
    "open": Lijst(_vast("Open dossiers"), lambda v: _zaken(v).open()),
    "laat": Lijst(_vast("Open dossiers die te laat zijn"), lambda v: _zaken(v).filter(telt.te_laat(v.vandaag))),
    "bij": Lijst(_bij_titel, _bij),
    "wacht": Lijst(_wacht_titel, _wacht),
    "in": Lijst(_met_maand("Gemeld"), lambda v: _zaken(v).filter(_in_maand(v, "gemeld_op"))),
    "uit": Lijst(_met_maand("Afgesloten"), lambda v: _zaken(v).filter(_in_maand(v, "afgesloten_op"))),
    "onderzoek": Lijst(_met_maand("Onderzoek afgerond"), _doorloop(TermijnSoort.ONDERZOEK)),
    "besluit": Lijst(_met_maand("Besluit verzonden"), _doorloop(TermijnSoort.BESLUIT)),
    "afgerond": Lijst(
        lambda v: f"Meldingen die zijn afgerond{', een jaar eerder' if v.sleutel else ''}",
        lambda v: _zaken(v).filter(_afgerond(v)),
    ),
    "opgelost": Lijst(
        _vast("Opgelost zonder maatwerk"), lambda v: _zaken(v).filter(_afgerond(v) & telt.opgelost())
    ),
    "evaluatie_laat": Lijst(
        _vast("Plannen die al bekeken hadden moeten zijn"), _plan(lambda v: telt.evaluatie_voor(v.vandaag))
    ),
    "evaluatie": Lijst(
        lambda v: f"Plannen om binnen {int(v.sleutel)} dagen samen te bekijken", _plan(_evaluatie_binnen)
    ),
    "gemeten": Lijst(
        _vast("Afgesloten plannen met een meting"), _plan(lambda v: telt.gemeten(v.vandaag - telt.JAAR))
    ),
}  # fmt: skip
