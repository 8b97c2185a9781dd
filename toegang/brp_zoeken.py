"""Look somebody up in the BRP from the desk: at most ten, no secret address confirmed, nobody who is shielded."""

from dataclasses import dataclass

from django.core import signing

from toegang import bsn as bsn_
from toegang.brp_antwoord import Gevonden, gevonden_uit_antwoord
from toegang.brp_client import client
from toegang.brp_fouten import BrpFout, BrpVraagFout
from toegang.brp_vragen import DOELBINDING, BrpVraag, raadplegen, zoeken_op_adres, zoeken_op_naam
from toegang.inzagelog import Inzageblad
from toegang.models import Inwoner
from toegang.onvolledige_datum import OnvolledigeDatum
from toegang.rechten import Laag
from toegang.zoeken import GRENS, VOORVOEGSELS, zichtbaar_voor

GELDIG = 30 * 60  # seconds that a choice on the page may be made
NIET_GENOEG = "De BRP zoekt op achternaam met de hele geboortedatum, op postcode met huisnummer, of op BSN."
VERLOPEN = "Deze keuze is verlopen. Zoek opnieuw in de BRP."


@dataclass(frozen=True)
class Brptreffer:
    """One hit. `keuze` stands in the form in place of the BSN: sealed, of this reader, for half an hour."""

    naam: str
    geboortejaar: str
    straat: str
    keuze: str
    bekend: bool  # an inwoner here already

    @property
    def label(self) -> str:
        return ", ".join(deel for deel in (self.naam, self.geboortejaar, self.straat) if deel)


@dataclass(frozen=True)
class Brpresultaat:
    """`fout`: the sentence when there is no answer; `velden`: what to mend, by the name of the search part."""

    treffers: tuple[Brptreffer, ...] = ()
    meer: bool = False
    fout: str = ""
    velden: tuple[tuple[str, str], ...] = ()


def brp_zoeken(
    *, lezer, inzage: Inzageblad, naam="", geboren="", postcode="", huisnummer=None, bsn=""
) -> Brpresultaat:
    """Ask, and write down that it was asked (also when nobody was found, or the BRP was silent) and who was shown."""
    try:
        vraag = _vraag(naam, geboren, postcode, huisnummer, bsn)
    except ValueError as fout:
        return Brpresultaat(fout=str(fout))
    inzage.toon(laag=Laag.CONTACT, grond=DOELBINDING)
    try:
        gevonden = [gevonden_uit_antwoord(p) for p in client().vraag(vraag)]
    except BrpVraagFout as fout:
        return Brpresultaat(fout=fout.zin, velden=tuple(fout.velden.items()))
    except BrpFout as fout:
        return Brpresultaat(fout=fout.zin)
    if postcode and huisnummer:
        gevonden = [g for g in gevonden if not g.geheim]
    return _resultaat(lezer, inzage, gevonden)


def _vraag(naam: str, geboren: str, postcode: str, huisnummer: int | None, bsn: str) -> BrpVraag:
    voornamen, voorvoegsel, geslachtsnaam = delen_van(naam)
    if bsn:
        return raadplegen([bsn], alleen_zoeken=True)
    if postcode and huisnummer:
        return zoeken_op_adres(
            postcode=postcode, huisnummer=huisnummer, geslachtsnaam=geslachtsnaam, geboren=geboren
        )
    if geslachtsnaam and geboren and OnvolledigeDatum.lees(geboren).volledig:
        return zoeken_op_naam(
            geslachtsnaam=geslachtsnaam, geboren=geboren, voornamen=voornamen, voorvoegsel=voorvoegsel
        )
    raise ValueError(NIET_GENOEG)


def delen_van(naam: str) -> tuple[str, str, str]:
    """'Anna van der Meer' as first names, prefix, family name. Initials are no first names to look for."""
    woorden = naam.replace(",", " ").split()
    if not woorden:
        return "", "", ""
    begin = next(
        (n for n, w in enumerate(woorden) if w.lower() in VOORVOEGSELS and n < len(woorden) - 1), None
    )
    if begin is None:
        voor, tussen, achter = woorden[:-1], [], woorden[-1:]
    else:
        einde = begin
        while einde < len(woorden) - 1 and woorden[einde].lower() in VOORVOEGSELS:
            einde += 1
        voor, tussen, achter = woorden[:begin], woorden[begin:einde], woorden[einde:]
    voornamen = " ".join(w for w in voor if len(w) > 1 and "." not in w)
    return voornamen and f"{voornamen}*", " ".join(tussen).lower(), " ".join(achter)


def _resultaat(lezer, inzage: Inzageblad, gevonden: list[Gevonden]) -> Brpresultaat:
    index_van = {g.bsn: bsn_.blinde_index(g.bsn) for g in gevonden}
    hier = Inwoner.objects.filter(bsn_index__in=list(index_van.values()))
    bekend = {bytes(i or b""): pk for i, pk in hier.values_list("bsn_index", "pk")}
    mag = set(zichtbaar_voor(lezer).filter(pk__in=list(bekend.values())).values_list("pk", flat=True))
    zichtbaar = [
        g for g in gevonden if bekend.get(index_van[g.bsn]) is None or bekend[index_van[g.bsn]] in mag
    ]
    treffers = []
    for g in zichtbaar[:GRENS]:
        index = index_van[g.bsn]
        wie = bekend.get(index)
        # who is not an inwoner here has no key; the start of the keyed index tells later whom the row was about
        inzage.toon(
            inwoner=wie, laag=Laag.CONTACT, grond=DOELBINDING if wie else f"{DOELBINDING}; {index.hex()[:16]}"
        )
        treffers.append(Brptreffer(g.naam, g.geboortejaar, g.straat, _keuze(lezer, g.bsn), wie is not None))
    return Brpresultaat(tuple(treffers), meer=len(zichtbaar) > GRENS)


def _keuze(lezer, bsn: str) -> str:
    return signing.dumps(bsn_.versleutel(bsn).hex(), salt=f"brp:{lezer.pk}")


def bsn_van_keuze(lezer, keuze: str) -> str:
    """The BSN that this reader chose on the page; ValueError with a sentence when the seal is not his or too old."""
    try:
        return bsn_.ontsleutel(bytes.fromhex(signing.loads(keuze, salt=f"brp:{lezer.pk}", max_age=GELDIG)))
    except (signing.BadSignature, ValueError, TypeError, bsn_.OnleesbaarBsn):
        raise ValueError(VERLOPEN) from None
