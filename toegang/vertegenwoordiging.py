"""Who acts for an inwoner now, and in what (Wmo 2015 art. 1.1.1 lid 2; Bw 1:245, 1:381, 1:441, 1:453; Awb 2:1)."""

import datetime

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet

from toegang.feiten import als, rijen
from toegang.models import Inwoner, Vertegenwoordiger
from toegang.vaste_vraag import vaste_vraag

Soort, Mag = Vertegenwoordiger.Soort, Vertegenwoordiger.Mag
ALLES = frozenset(Mag)
# What the law lets each do. A gemachtigde may what the machtiging says; a parent depends on the age of the child.
WAT_MAG: dict[str, frozenset[str]] = {
    Soort.CURATOR: ALLES,  # in place of the inwoner (Bw 1:381)
    Soort.MENTOR: ALLES - {Mag.GELD},  # care, not money (Bw 1:453)
    Soort.BEWINDVOERDER: frozenset({Mag.GELD}),  # money only (Bw 1:441): no representative in 1.1.1 lid 2
}
GRONDSLAG: dict[str, str] = {
    Soort.CURATOR: "Bw 1:381",
    Soort.MENTOR: "Bw 1:453",
    Soort.BEWINDVOERDER: "Bw 1:441",
    Soort.GEMACHTIGDE: "Awb 2:1, zoals in de machtiging staat",
    Soort.OUDER: "Bw 1:245; vanaf 16 jaar beslist de jongere zelf over hulp (Jeugdwet 7.3.4)",
}
ZELF_OVER_HULP, MEERDERJARIG = 16, 18
# Until eighteen a parent signs; from sixteen what is said and read is for the young person, unless he says otherwise.
OUDER_VANAF_16 = frozenset({Mag.AANVRAGEN, Mag.BEZWAAR, Mag.GELD})


def wat_mag(
    soort: str, *, gemachtigd: tuple[str, ...] = (), is_16: bool | None = True, is_18: bool | None = True
) -> frozenset[str]:
    """Pure: what a representative of this kind may do. Of an age that is not known, the older one is taken."""
    if soort == Soort.GEMACHTIGDE:
        return frozenset(gemachtigd)
    if soort != Soort.OUDER:
        return WAT_MAG[soort]
    if is_18 is not False:
        return frozenset()
    return OUDER_VANAF_16 | frozenset(gemachtigd) if is_16 is not False else ALLES


def bevoegdheden(v: Vertegenwoordiger, inwoner: Inwoner, vandaag: datetime.date) -> frozenset[str]:
    """What this one may do for this inwoner on this day."""
    geboren = inwoner.geboortedatum
    return wat_mag(
        v.soort, gemachtigd=tuple(v.mag), is_16=geboren.minstens(ZELF_OVER_HULP, vandaag),
        is_18=geboren.minstens(MEERDERJARIG, vandaag),
    )  # fmt: skip


def mag(inwoner: Inwoner, soort_mag: str, vandaag: datetime.date) -> list[Vertegenwoordiger]:
    """Who may do this for the inwoner today, the curator first; empty: only the inwoner himself."""
    return [v for v in in_functie(inwoner, vandaag) if soort_mag in bevoegdheden(v, inwoner, vandaag)]


def in_functie(inwoner: Inwoner, vandaag: datetime.date) -> list[Vertegenwoordiger]:
    """The representatives on this day, the curator first."""
    return _op_volgorde(_op(inwoner=inwoner.pk, vandaag=vandaag), inwoner)


def in_functie_mee(inwoner: str, vandaag: datetime.date) -> ArraySubquery:
    """The same, read along with a row from which the path `inwoner` leads to the key of the inwoner."""
    return rijen(_nu(OuterRef(inwoner), vandaag), "soort", "naam", "telefoon", "vanaf_op")


def in_functie_gelezen(gelezen: list[dict], inwoner: Inwoner) -> list[Vertegenwoordiger]:
    """What `in_functie_mee` read: who it is, in what office, and how to call."""
    return _op_volgorde(als(Vertegenwoordiger, gelezen), inwoner)


def _op_volgorde(gevonden: list[Vertegenwoordiger], inwoner: Inwoner) -> list[Vertegenwoordiger]:
    for wie in gevonden:
        wie.inwoner = inwoner
    return sorted(gevonden, key=lambda v: (v.soort != "curator", v.soort != "mentor", v.vanaf_op, v.pk))


def _nu(inwoner, vandaag) -> QuerySet[Vertegenwoordiger]:
    nog = Q(tot_op=None) | Q(tot_op__gt=vandaag)
    return Vertegenwoordiger.objects.filter(nog, inwoner=inwoner, vanaf_op__lte=vandaag)


@vaste_vraag
def _op(inwoner, vandaag) -> QuerySet[Vertegenwoordiger]:
    return _nu(inwoner, vandaag)
