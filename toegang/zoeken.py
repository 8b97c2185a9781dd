"""Find people: by name (misspelt too), birth date, address, telephone, BSN; at most ten, nobody who is shielded."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from toegang import bsn as bsn_
from toegang.models import Dossier, Inwoner
from toegang.namen import zoeknaam
from toegang.rechten import Recht
from toegang.vaste_vraag import vaste_vraag
from toegang.veilig_contact import waarheen

GRENS = 10
KANDIDATEN = 50  # among so many the best are chosen; a question that fits more people asks for a birth date
LANGSTE = 100  # letters of a name that are looked at
# With a birth date or an address beside it the name may differ more: too little for the index, enough for a filter.
RUIM = 0.4
# The same rule as `zichtbaar_voor`.
AFGESCHERMD = "NOT EXISTS (SELECT 1 FROM toegang_dossier d WHERE d.inwoner_id = i.id AND d.afgeschermd{})"
GENOEMD = (
    " AND NOT EXISTS (SELECT 1 FROM toegang_zaak z WHERE z.dossier_id = d.id AND z.id = ANY(%s::uuid[]))"
)
PRECIES = "toegang_naamsleutels(i.zoeknaam) && ARRAY['=' || toegang_klank(%s)]"
ONGEVEER = "toegang_naamsleutels(i.zoeknaam) && toegang_naamsleutels(%s)"
BEGIN = "(i.zoeknaam LIKE %s OR i.zoeknaam LIKE %s)"
OVEREENKOMST = "word_similarity(%s, i.zoeknaam)"
VOORVOEGSELS = frozenset(
    ["van", "von", "der", "den", "ten", "ter", "de", "het", "t", "s", "la", "le", "du", "di", "el", "al", "in", "op",
     "vd", "v", "d"]
)  # fmt: skip


@dataclass(frozen=True)
class Treffer:
    """What a search shows of one person: enough to recognise, no link to a dossier."""

    inwoner: Inwoner
    naam: str
    geboortejaar: str
    straat: str
    dossier_pk: UUID | None = None  # that the reader may open, when it was asked

    @property
    def pk(self):
        return self.inwoner.pk

    @property
    def veilig(self) -> bool:
        """Something was agreed about calling, writing or mailing; what, stands at the number itself."""
        return bool(waarheen(self.inwoner).let_op)


@dataclass(frozen=True)
class Zoekresultaat:
    """At most ten people; `meer` says that there are others."""

    treffers: tuple[Treffer, ...] = ()
    meer: bool = False


def zichtbaar_voor(lezer, *, ook_samengevoegd: bool = False) -> QuerySet[Inwoner]:
    """Who may come up for this reader: not a person with a shielded dossier, unless the reader is named on it.

    The row of a double person that was joined to another comes up for nobody but who joins them.
    """
    huidige = Inwoner.objects.all() if ook_samengevoegd else Inwoner.objects.huidige()
    if lezer.rechten.alles:
        return huidige
    afgeschermd = Dossier.objects.filter(inwoner=OuterRef("pk"), afgeschermd=True)
    if genoemd := lezer.rechten.zaken.get(Recht.PROCES_INZIEN):
        afgeschermd = afgeschermd.exclude(zaken__in=genoemd)
    return huidige.filter(~Exists(afgeschermd))


def inwoners_zoeken(
    *,
    lezer,
    naam="",
    geboren="",
    postcode="",
    huisnummer=None,
    bsn="",
    telefoon="",
    grens=GRENS,
    dossiers=False,
) -> Zoekresultaat:
    """People who fit everything that was given. `geboren` is jjjjmmdd with zeros for what is unknown.

    Who may not come up is left out of the very rows that are counted, so that he and nobody look the same. A secret
    address may not be confirmed by finding somebody there (BRP 07.70.10). `dossiers`: each with the dossier that this
    reader may open.
    """
    woorden = _woorden(naam)
    geboren = "" if geboren == "00000000" else geboren
    wijst_aan = bool(bsn or telefoon or (postcode and huisnummer))
    if not (woorden or geboren or wijst_aan):
        return Zoekresultaat()
    erbij = _voorwaarden(
        lezer, geboren=geboren, postcode=postcode, huisnummer=huisnummer, bsn=bsn, telefoon=telefoon
    )
    weinig = bool(wijst_aan or postcode or geboren[6:] not in ("", "00"))
    op_naam = bool(woorden) and not weinig
    kandidaten = _op_naam(erbij, woorden) if op_naam else _kiezen([*erbij, *_lijkt(woorden)])
    volgorde = _gelijkenis(woorden, _letters(naam))
    gevonden = _lezen(kandidaten, volgorde, grens + 1, lezer if dossiers else None)
    return Zoekresultaat(tuple(_treffer(i) for i in gevonden[:grens]), len(gevonden) > grens)


def treffer_voor(lezer, pk) -> Treffer | None:
    """One person that was found before, as long as this reader may see him."""
    gevonden = _met_dossier(pk=pk)
    if not gevonden:
        return None
    inwoner = gevonden[0]
    afgeschermd = hasattr(inwoner, "dossier") and inwoner.dossier.afgeschermd
    if afgeschermd and not zichtbaar_voor(lezer).filter(pk=pk).exists():
        return None
    return _treffer(inwoner)


@vaste_vraag
def _met_dossier(pk) -> QuerySet[Inwoner]:
    return Inwoner.objects.huidige().select_related("dossier").filter(pk=pk)


def is_afgeschermd_bekend(*, geslachtsnaam: str, geboren: str, bsn: str = "") -> bool:
    """Somebody like this has a shielded dossier: then no second person is made, the administratie looks who it is.

    Only for the act of registering; it is never told to who asks.
    """
    return afgeschermde_naamgenoten(geslachtsnaam=geslachtsnaam, geboren=geboren, bsn=bsn).exists()


def afgeschermde_naamgenoten(*, geslachtsnaam: str, geboren: str, bsn: str = "") -> QuerySet[Inwoner]:
    """Shielded people with this BSN, or this name and birth date: for the register and who is named, never shown."""
    naam = zoeknaam(geslachtsnaam)
    zelfde = Q(geboren=geboren, zoeknaam__contains=naam) if naam else Q(pk=None)
    if bsn:
        zelfde |= Q(bsn_index=bsn_.blinde_index(bsn))
    return Inwoner.objects.huidige().filter(zelfde, dossier__afgeschermd=True)


def _woorden(naam: str) -> list[str]:
    """The words that tell people apart, at most five; prefixes only when there is nothing else."""
    alle = [w for w in zoeknaam(naam[:LANGSTE]).split() if len(w) > 1]
    return ([w for w in alle if w not in VOORVOEGSELS] or alle)[:5]


def _letters(naam: str) -> str:
    """The initials that were typed: 'A.M. Jansen' gives am."""
    return "".join(w for w in zoeknaam(naam[:LANGSTE]).split() if len(w) == 1)


# Written by hand: the index takes a millisecond, and the same question put together by the ORM seven.
Stuk = tuple[str, tuple]  # a piece of SQL about `i`, with its parameters


def _voorwaarden(lezer, *, geboren, postcode, huisnummer, bsn, telefoon) -> list[Stuk]:
    """Who may come up at all (`zichtbaar_voor`), and what was given beside the name."""
    uit: list[Stuk] = [("i.samengevoegd_met_id IS NULL", ())]
    if not lezer.rechten.alles:
        genoemd = list(lezer.rechten.zaken.get(Recht.PROCES_INZIEN, ()))
        uit.append((AFGESCHERMD.format(GENOEMD), (genoemd,)) if genoemd else (AFGESCHERMD.format(""), ()))
    if bsn:
        uit.append(("i.bsn_index = %s", (bsn_.blinde_index(bsn),)))
    if telefoon:
        uit.append(("i.telefoon = %s AND i.telefoon <> ''", (telefoon,)))
    if geboren:
        uit.append(_geboren(geboren))
    if postcode:
        uit.append(("i.postcode = %s AND i.geheim = 0", (postcode.replace(" ", "").upper(),)))
    if huisnummer:
        uit.append(("i.huisnummer = %s AND i.geheim = 0", (huisnummer,)))
    return uit


def _geboren(geboren: str) -> Stuk:
    """A part that was not given fits every value; a part that is not known of the person fits as well."""
    jaar, maand, dag = geboren[:4], geboren[4:6], geboren[6:]
    if maand == "00":
        return "i.geboren BETWEEN %s AND %s", (f"{jaar}0000", f"{jaar}9999")
    if dag == "00":
        return "i.geboren BETWEEN %s AND %s", (f"{jaar}{maand}00", f"{jaar}{maand}99")
    return "i.geboren = ANY(%s)", ([geboren, f"{jaar}{maand}00", f"{jaar}0000"],)


def _op_naam(erbij: list[Stuk], woorden: list[str]) -> Stuk:
    """Every word is a word of the name, differs from one by a letter, or begins one: each by an index.

    What is spelt right comes first; when that is enough the rest is not looked for.
    """
    manieren = (
        [(PRECIES, (w,)) for w in woorden],
        [(ONGEVEER, (w,)) for w in woorden],
        [(BEGIN, (f"{w}%", f"% {w}%")) for w in woorden],  # words hold letters and digits only
    )
    delen = [_kiezen([*erbij, *manier]) for manier in manieren]
    sql = " UNION ALL ".join(f"({deel})" for deel, _ in delen)
    samen = f"SELECT id FROM ({sql}) AS samen LIMIT {KANDIDATEN}"  # nosec B608
    return samen, tuple(p for _, q in delen for p in q)


def _lijkt(woorden: list[str]) -> list[Stuk]:
    """Beside a birth date or an address few are left: there the name may differ more."""
    if not woorden:
        return []
    stukken = [f"{ONGEVEER} OR {OVEREENKOMST} >= {RUIM}"] * len(woorden)
    return [(f"({' OR '.join(stukken)})", tuple(w for woord in woorden for w in (woord, woord)))]


def _gelijkenis(woorden: list[str], letters: str) -> Stuk:
    """How much a name looks like what was typed; an initial decides between equals."""
    punten: list[Stuk] = [(OVEREENKOMST, (w,)) for w in woorden]
    if letters:
        punten.append(("CASE WHEN i.voorletters ILIKE %s THEN 0.3 ELSE 0 END", (f"{letters[0]}%",)))
    if not punten:
        return "NULL::real", ()
    return " + ".join(sql for sql, _ in punten), tuple(p for _, params in punten for p in params)


def _kiezen(voorwaarden: list[Stuk]) -> Stuk:
    waar = " AND ".join(sql for sql, _ in voorwaarden)
    sql = f"SELECT i.id FROM toegang_inwoner i WHERE {waar} LIMIT {KANDIDATEN}"  # nosec B608: our own pieces
    return sql, tuple(p for _, params in voorwaarden for p in params)


def _lezen(kandidaten: Stuk, volgorde: Stuk, grens: int, lezer) -> list[Inwoner]:
    """The best of the candidates; with the dossier that `lezer` may open."""
    dossier, dossier_params = "NULL::uuid", ()
    if lezer is not None:
        statement, waarden = _eigen_dossier.voorbereiden({"lezer": lezer})
        if statement.sql:
            dossier, dossier_params = statement.sql, statement.params(waarden)
    sql = (
        f"SELECT i.*, ({dossier}) AS dossier_pk FROM (SELECT i.* FROM toegang_inwoner i"  # nosec B608
        f" WHERE i.id = ANY(ARRAY({kandidaten[0]})) ORDER BY {volgorde[0]} DESC, i.sorteernaam, i.id LIMIT {grens}) i"
    )
    # a subquery keeps its order where nothing is joined or sorted after it
    return list(Inwoner.objects.raw(sql, [*dossier_params, *kandidaten[1], *volgorde[1]]))


@vaste_vraag
def _eigen_dossier(lezer) -> QuerySet[Dossier]:
    """The dossier of the inwoner `i`, as far as this reader may open it: a piece of the statement around it."""
    return Dossier.objects.voor(lezer, Recht.PROCES_INZIEN).filter(inwoner=RawSQL("i.id", ())).values("pk")


def _treffer(inwoner: Inwoner) -> Treffer:
    jaar = inwoner.geboortedatum.jaar
    return Treffer(
        inwoner=inwoner,
        dossier_pk=getattr(inwoner, "dossier_pk", None),
        naam=inwoner.naam.weergave(),
        geboortejaar=str(jaar) if jaar else "onbekend",
        straat="" if inwoner.geheim else inwoner.straat or inwoner.locatie,
    )
