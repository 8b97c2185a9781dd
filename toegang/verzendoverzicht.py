"""What the page of a batch shows: how far it is, what is held out and where to mend it, the count sheet. Reads only."""

from dataclasses import dataclass

from django.db.models import Count, Sum

from toegang.adres import adres_van
from toegang.models import Uit, Verzending, Verzendregel
from toegang.rechten import Recht
from toegang.statussen import VerzendingStatus

GENOEMD = 100  # of one reason; the rest by number
# Where each is mended: URL name, and whose key it takes.
HERSTEL: dict[str, tuple[str, str, str]] = {
    Uit.OVERLEDEN: ("Stop de post van deze inwoner", "toegang:brp_wijziging", "zaak"),
    Uit.OVERLEG: ("Spreek met de inwoner af wat veilig is", "toegang:inwoner", "inwoner"),
    Uit.AFGESCHERMD: ("", "", ""),
    Uit.GEEN_ADRES: ("Vul aan wie de brief krijgt, en waar", "toegang:inwoner", "inwoner"),
    Uit.ONDERZOEK: ("Zoek uit waar de inwoner woont", "toegang:inwoner", "inwoner"),
    Uit.ADRES: ("De brief gaat mee met een volgende verzending", "toegang:brief", "brief"),
    Uit.ANDERS: ("De brief gaat mee met een volgende verzending", "toegang:brief", "brief"),
    Uit.MISLUKT: ("Laat de brief opnieuw maken", "toegang:brief", "brief"),
    Uit.NIET_KLAAR: ("Kijk wat er met de brief is gebeurd", "toegang:documenten", "zaak"),
    Uit.VERWERKEN: ("Leg bij de brief zelf vast dat hij weg is", "toegang:brief", "brief"),
}


@dataclass(frozen=True)
class Geval:
    """One letter that does not go along."""

    naam: str
    url: str
    soort: str
    uitleg: str
    plek: int | None


@dataclass(frozen=True)
class Groep:
    """The letters that are held out for one reason, and what mends it; `onzichtbaar`: of shielded dossiers."""

    reden: str
    herstel: str
    gevallen: list[Geval]
    aantal: int
    onzichtbaar: int


def soortnaam(soort: str) -> str:
    """The kind of letter as a word."""
    return soort.replace("_", " ").capitalize()


def uitzonderingen(verzending: Verzending, request) -> list[Groep]:
    """Grouped by what to mend, in the order of `Uit`; who is shown is written down."""
    uit = (
        Verzendregel.objects.voor(request.lezer, Recht.UITVOERING_INZIEN)
        .filter(verzending=verzending)
        .exclude(uit="")
    )
    alles = Verzendregel.objects.filter(verzending=verzending).exclude(uit="")
    aantallen = dict(alles.order_by().values_list("uit").annotate(n=Count("pk")))
    gezien: dict[str, int] = {}
    per: dict[str, list[Geval]] = {}
    for regel in uit.select_related("zaak__dossier__inwoner").order_by("plek", "zaak_id", "pk"):
        gezien[regel.uit] = gezien.get(regel.uit, 0) + 1
        if len(per.setdefault(regel.uit, [])) < GENOEMD:
            per[regel.uit].append(_geval(regel))
            request.inzage.toon_zaak(regel.zaak, grond="verzending")
    return [
        Groep(
            Uit(reden).label, HERSTEL[reden][0], per.get(reden, []), aantallen[reden],
            aantallen[reden] - gezien.get(reden, 0),
        )
        for reden in Uit.values
        if aantallen.get(reden)
    ]  # fmt: skip


def _geval(regel: Verzendregel) -> Geval:
    _, adres, wie = HERSTEL[regel.uit]
    inwoner = regel.zaak.dossier.inwoner
    pk = {"zaak": regel.zaak_id, "inwoner": inwoner.pk, "brief": regel.brief_id}.get(wie)
    url = adres_van(adres, pk) if adres and pk else ""
    return Geval(inwoner.naam.weergave(), url, soortnaam(regel.soort), regel.uitleg, regel.plek)


@dataclass(frozen=True)
class Telregel:
    """A line of the count sheet."""

    soort: str
    brieven: int
    paginas: int
    vellen: int


def tellen(verzending: Verzending) -> dict[str, int]:
    """Numbers only: of every letter, also of those that this reader may not see."""
    return Verzendregel.objects.filter(verzending=verzending).geteld()


def telblad(verzending: Verzending) -> list[Telregel]:
    """Letters, pages and sheets per kind, as they were printed and go."""
    mee = Verzendregel.objects.filter(verzending=verzending, uit="").exclude(sha256="")
    per = (
        mee.order_by("soort").values_list("soort").annotate(n=Count("pk"), p=Sum("paginas"), v=Sum("vellen"))
    )
    return [Telregel(soortnaam(soort), n, p, v) for soort, n, p, v in per]


def voorbeelden(verzending: Verzending, lezer) -> list[tuple[str, str]]:
    """Three letters to look at: first one of each kind, then others. (kind, address)."""
    if not verzending.is_open or verzending.sha256:
        return []
    mee = Verzendregel.objects.voor(lezer, Recht.UITVOERING_INZIEN).mee().open().filter(verzending=verzending)
    eersten = list(mee.order_by("soort", "pk").distinct("soort")[:3])
    rest = mee.exclude(pk__in=[r.pk for r in eersten]).order_by("pk")[: 3 - len(eersten)]
    return [(soortnaam(r.soort), adres_van("toegang:verzending_voorbeeld", r.pk)) for r in [*eersten, *rest]]


def stappen(verzending: Verzending, klaar: bool) -> list[tuple[str, str]]:
    """Kies, controleer, loopt, post weg: where this batch stands."""
    nu = {
        VerzendingStatus.CONTROLE: 1,
        VerzendingStatus.LOOPT: 3 if klaar else 2,
        VerzendingStatus.GESTOPT: 2,
        VerzendingStatus.AANGEBODEN: 4,
        VerzendingStatus.VERVALLEN: 0,
    }[VerzendingStatus(verzending.status)]
    namen = ("kiezen", "controleren", "maken", "post weg")
    return [(naam, "gedaan" if i < nu else "nu" if i == nu else "straks") for i, naam in enumerate(namen)]
