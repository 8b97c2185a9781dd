"""Find people: by name (misspelt too), birth date, address, BSN; at most ten, and nobody who is shielded."""

from dataclasses import dataclass

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Greatest

from toegang.models import Dossier, Inwoner
from toegang.namen import zoeknaam
from toegang.rechten import Recht

GRENS = 10
# With a birth date or an address beside it the name may differ more: too little for the index, enough for a filter.
RUIM = 0.4
# What sounds the same is written in two ways (ij is stored as y).
KLANKEN = (("s", "z"), ("f", "v"), ("ei", "y"), ("c", "k"), ("d", "t"))
VOORVOEGSELS = frozenset(
    [
        "van",
        "von",
        "der",
        "den",
        "ten",
        "ter",
        "de",
        "het",
        "t",
        "s",
        "la",
        "le",
        "du",
        "di",
        "el",
        "al",
        "in",
        "op",
    ]
)


@dataclass(frozen=True)
class Treffer:
    """What a search shows of one person: enough to recognise, no link to a dossier."""

    inwoner: Inwoner
    naam: str
    geboortejaar: str
    straat: str

    @property
    def pk(self):
        return self.inwoner.pk


@dataclass(frozen=True)
class Zoekresultaat:
    """At most ten people; `meer` says that there are others."""

    treffers: tuple[Treffer, ...] = ()
    meer: bool = False


def zichtbaar_voor(lezer) -> QuerySet[Inwoner]:
    """Who may come up for this reader: not a person with a shielded dossier, unless the reader is named on it."""
    if lezer.rechten.alles:
        return Inwoner.objects.all()
    afgeschermd = Dossier.objects.filter(inwoner=OuterRef("pk"), afgeschermd=True)
    if genoemd := lezer.rechten.zaken.get(Recht.PROCES_INZIEN):
        afgeschermd = afgeschermd.exclude(zaken__in=genoemd)
    return Inwoner.objects.filter(~Exists(afgeschermd))


def inwoners_zoeken(
    *, lezer, naam="", geboren="", postcode="", huisnummer=None, bsn="", grens=GRENS
) -> Zoekresultaat:
    """People who fit everything that was given. `geboren` is jjjjmmdd with zeros for what is unknown."""
    gevonden = zichtbaar_voor(lezer)
    woorden = _woorden(naam)
    gericht = bool(bsn or (geboren and geboren != "00000000") or (postcode and huisnummer))
    if not woorden and not gericht:
        return Zoekresultaat()
    if bsn:
        gevonden = gevonden.met_bsn(bsn)
    if geboren and geboren != "00000000":
        gevonden = _geboren(gevonden, geboren)
    if postcode and huisnummer:
        # a secret address may not be confirmed by finding somebody there (BRP 07.70.10)
        gevonden = gevonden.filter(
            postcode=postcode.replace(" ", "").upper(), huisnummer=huisnummer, geheim=0
        )
    if woorden:
        gevonden = _op_naam(gevonden, woorden, gericht=gericht)
    gevonden = list(gevonden.order_by(*(["-lijkt"] if woorden else []), "sorteernaam", "pk")[: grens + 1])
    return Zoekresultaat(tuple(_treffer(i) for i in gevonden[:grens]), len(gevonden) > grens)


def treffer_voor(lezer, pk) -> Treffer | None:
    """One person that was found before, as long as this reader may see him."""
    inwoner = next(iter(Inwoner.objects.select_related("dossier").filter(pk=pk)), None)
    if inwoner is None:
        return None
    afgeschermd = hasattr(inwoner, "dossier") and inwoner.dossier.afgeschermd
    if afgeschermd and not zichtbaar_voor(lezer).filter(pk=pk).exists():
        return None
    return _treffer(inwoner)


def is_afgeschermd_bekend(*, geslachtsnaam: str, geboren: str, bsn: str = "") -> bool:
    """Somebody like this has a shielded dossier: then no second person is made, the administratie looks who it is.

    Only for the act of registering; it is never told to who asks.
    """
    afgeschermd = Inwoner.objects.filter(dossier__afgeschermd=True)
    if bsn and afgeschermd.met_bsn(bsn).exists():
        return True
    naam = zoeknaam(geslachtsnaam)
    return bool(naam) and afgeschermd.filter(geboren=geboren, zoeknaam__contains=naam).exists()


def _woorden(naam: str) -> list[str]:
    """The words that tell people apart; initials and prefixes only when there is nothing else."""
    alle = zoeknaam(naam).split()
    return [w for w in alle if len(w) > 1 and w not in VOORVOEGSELS] or [w for w in alle if len(w) > 1]


def _op_naam(gevonden, woorden: list[str], *, gericht: bool):
    """Every word looks like a part of the name. `%>` uses the trigram index, at pg_trgm's own threshold of 0.6."""
    gelijkenis = [_gelijkenis(woord) for woord in woorden]
    if gericht:
        gevonden = gevonden.annotate(lijkt=Greatest(*gelijkenis) if len(gelijkenis) > 1 else gelijkenis[0])
        return gevonden.filter(lijkt__gte=RUIM)
    for woord in woorden:
        past = Q()
        for vorm in _klinkt_als(woord):
            past |= Q(zoeknaam__trigram_word_similar=vorm)
        gevonden = gevonden.filter(past)
    return gevonden.annotate(lijkt=sum(gelijkenis[1:], start=gelijkenis[0]))


def _gelijkenis(woord: str):
    vormen = [TrigramWordSimilarity(vorm, "zoeknaam") for vorm in _klinkt_als(woord)]
    return Greatest(*vormen) if len(vormen) > 1 else vormen[0]


def _klinkt_als(woord: str) -> list[str]:
    """The word itself, and how it is written when one sound is written the other way."""
    vormen = [woord]
    for een, ander in KLANKEN:
        for van, naar in ((een, ander), (ander, een)):
            if van in woord:
                vormen.append(woord.replace(van, naar))
    return list(dict.fromkeys(vormen))


def _geboren(gevonden, geboren: str):
    """A part that was not given fits every value; a part that is not known of the person fits as well."""
    jaar, maand, dag = geboren[:4], geboren[4:6], geboren[6:]
    if maand == "00":
        return gevonden.filter(geboren__gte=f"{jaar}0000", geboren__lte=f"{jaar}9999")
    if dag == "00":
        return gevonden.filter(geboren__gte=f"{jaar}{maand}00", geboren__lte=f"{jaar}{maand}99")
    return gevonden.filter(geboren__in=(geboren, f"{jaar}{maand}00", f"{jaar}0000"))


def _treffer(inwoner: Inwoner) -> Treffer:
    jaar = inwoner.geboortedatum.jaar
    return Treffer(
        inwoner=inwoner,
        naam=inwoner.naam.weergave(),
        geboortejaar=str(jaar) if jaar else "onbekend",
        straat="" if inwoner.geheim else inwoner.straat or inwoner.locatie,
    )
