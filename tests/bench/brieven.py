"""A letter on its whole path (claim, build, render, tags, store, history, task) against WeasyPrint alone."""

from django.utils import timezone

from tests.bench import grens, meten
from tests.bench.schermen import Werelden
from tests.bench.uitslag import Uitslag
from toegang.briefsoorten import briefsoort
from toegang.brieven.basis import html_maken
from toegang.models import Actor, Brief
from toegang.statussen import BriefStatus
from toegang.usecases.brief_maken import brief_maken


class Stapel:
    """Letters of one kind that were asked for; each is made once."""

    def __init__(self, soort: str, aantal: int):
        rijen = Brief.objects.filter(soort=soort, status=BriefStatus.GEVRAAGD).order_by("pk")
        self.briefsoort = briefsoort(soort)
        self.over = list(rijen.values_list("pk", flat=True)[:aantal])
        self.systeem = Actor.objects.systeem()  # the worker reads it once for all its letters
        self.pk, self.html = None, ""

    def volgende(self) -> None:
        self.pk = self.over.pop()

    def maken(self) -> None:
        if not brief_maken(brief_id=self.pk, nu=timezone.now(), systeem=self.systeem):
            raise RuntimeError(f"the letter was not made: {Brief.objects.get(pk=self.pk).fout}")

    def html_lezen(self) -> None:
        met = Brief.objects.select_related("zaak__dossier__inwoner", "zaak__regisseur", "zaak__wijkteam")
        self.html = html_maken(self.briefsoort.bouwen(met.get(pk=self.over[-1])))


def meten_brieven(u: Uitslag, w: Werelden, *, ronden: int = meten.RONDEN) -> None:
    """Every kind of letter of which the world holds enough."""
    w.in_(w.groot)
    gevraagd = Brief.objects.filter(status=BriefStatus.GEVRAAGD)
    for soort in sorted(set(gevraagd.values_list("soort", flat=True))):
        stapel = Stapel(soort, ronden + 5)
        stapel.html_lezen()
        stapel.volgende()
        with meten.vragen_tellen() as gezien:
            stapel.maken()
        m = meten.naast_elkaar(
            stapel.maken, lambda s=stapel: grens.kaal_pdf(s.html), ronden=ronden, keer=1,
            voor_werk=stapel.volgende, voor_grens=stapel.html_lezen,
        )  # fmt: skip
        u.erbij(
            f"letter ({soort})", "times WeasyPrint", m.ratio, 1.15, f"{m.ms:.0f} ms : {m.grens_ms:.0f} ms"
        )
        u.erbij(f"letter ({soort})", "queries", len(gezien), 10)
