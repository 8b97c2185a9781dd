"""The rights predicate of each persona against the team filter alone: the statements of the list, without Django."""

from tests.bench import meten, personas
from tests.bench.grens import kale_vraag
from tests.bench.schermen import Werelden
from tests.bench.uitslag import Uitslag
from toegang.models import Zaak
from toegang.rechten import Recht
from wijkteams.models import Wijkteam

PER = 25
DIEP = 100
GENOEG, GENOEG_MS = 1.5, 2.0


def meten_rechten(u: Uitslag, w: Werelden, *, ronden: int = meten.RONDEN) -> None:
    """Worst of five, first and 100th page: at most 1.5 times, or 2 ms. All laws of three disciplines are on."""
    w.in_(w.groot)
    for bladzijde in (1, DIEP):
        slechtst = max(
            (_een(persona, bladzijde, ronden) for persona in personas.VIJF),
            key=lambda x: min(x[0].ratio / GENOEG, x[0].ms / GENOEG_MS),
        )
        m, persona, scans = slechtst
        uitleg = f"{persona.uitleg}: {m.ms:.2f} ms : {m.grens_ms:.2f} ms"
        if m.ratio <= GENOEG:
            u.erbij("rights predicate", f"page {bladzijde}, times the team filter", m.ratio, GENOEG, uitleg)
        else:
            u.erbij(
                "rights predicate",
                f"page {bladzijde}, milliseconds",
                m.ms,
                GENOEG_MS,
                f"{m.ratio:.1f} times; {uitleg}",
            )
        u.erbij("rights predicate", f"page {bladzijde}, seq. scans", len(scans), 0, "; ".join(scans))


def _een(persona, bladzijde: int, ronden: int):
    lezer = personas.actor(persona.naam)
    teams = sorted(
        {t for per_wet in lezer.rechten.teams.get(Recht.PROCES_INZIEN, {}).values() for t in per_wet}
    )
    teams = teams or [Wijkteam.objects.get(naam="Klein team").pk]
    werk = _opdracht(Zaak.objects.voor(lezer, Recht.PROCES_INZIEN), bladzijde)
    grens = _opdracht(Zaak.objects.filter(wijkteam_id__in=teams), bladzijde)
    m = meten.naast_elkaar(lambda: kale_vraag(*werk), lambda: kale_vraag(*grens), ronden=ronden, keer=5)
    return m, persona, meten.volle_scans([werk])


def _opdracht(zaken, bladzijde: int) -> tuple[str, tuple]:
    """The page as one statement: from its place in the list on, or the last whole page when it is not that long."""

    def lijst_van(rijen):
        return rijen.order_by("eerstvolgende_op", "pk").values_list("eerstvolgende_op", "pk")

    lijst = lijst_van(zaken.open())
    if bladzijde > 1:
        begin = min((bladzijde - 1) * PER, lijst.count() // PER * PER) - 1
        if begin >= 0:
            lijst = lijst_van(zaken.open().na(*lijst[begin]))
    return lijst[: PER + 1].query.sql_with_params()
