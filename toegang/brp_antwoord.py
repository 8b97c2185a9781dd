"""A person of the BRP's answer (Haal Centraal) as the same Persoon that an extract gives; it reads, never writes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from toegang import bsn as bsn_
from toegang.brp_fouten import BrpOnleesbaar
from toegang.lo3_persoon import Adres, Persoon, Verwant
from toegang.namen import Naam, voorletters_van
from toegang.onvolledige_datum import ONBEKEND, OnvolledigeDatum

GEHEIM = 7  # the answer says only "yes": the strictest of the degrees of BRP 07.70.10
OVERLEDEN, EMIGRATIE = "O", "E"
ONBEKEND_LAND = "0000"
GEZAG = {"GezamenlijkOuderlijkGezag": "12", "Voogdij": "D"}


@dataclass(frozen=True, slots=True)
class Gevonden:
    """One hit of a search: enough to recognise somebody. The street stays away where it is secret."""

    bsn: str = field(repr=False)
    naam: str
    geboortejaar: str
    straat: str
    geheim: bool


def persoon_uit_antwoord(p: Mapping[str, Any]) -> Persoon:
    """BrpOnleesbaar when it cannot be trusted: no valid BSN, a broken date of birth or death, another shape."""
    try:
        return _persoon(p)
    except (AttributeError, TypeError, KeyError):
        raise BrpOnleesbaar("andere vorm") from None
    except ValueError:
        raise BrpOnleesbaar("onbruikbaar gegeven") from None


def gevonden_uit_antwoord(p: Mapping[str, Any]) -> Gevonden:
    """A hit of a search."""
    try:
        naam, jaar = _deel(p, "naam"), _datum(_deel(p, "geboorte").get("datum")) or ONBEKEND
        geheim = _geheim(p) > 0
        return Gevonden(
            bsn=_bsn(p), naam=_volledige_naam(naam), geboortejaar=str(jaar.jaar or "onbekend"), geheim=geheim,
            straat="" if geheim else _straat(str(_deel(p, "adressering").get("adresregel1") or "")),
        )  # fmt: skip
    except (AttributeError, TypeError, KeyError):
        raise BrpOnleesbaar("andere vorm") from None
    except ValueError:
        raise BrpOnleesbaar("onbruikbaar gegeven") from None


def _persoon(p: Mapping[str, Any]) -> Persoon:
    naam, opschorting = _deel(p, "naam"), _deel(p, "opschortingBijhouding")
    reden, opgeschort_op = _code(opschorting.get("reden")), _datum(opschorting.get("datum"))
    verblijf = _deel(p, "verblijfplaats")
    naar, vertrokken_op = _vertrek(verblijf, reden, opgeschort_op)
    voornamen = _tekst(naam, "voornamen")
    ouders = tuple(_ouders(p))
    return Persoon(
        regel=0,
        bsn=_bsn(p),
        a_nummer="",  # not asked
        voornamen=voornamen,
        voorletters=_tekst(naam, "voorletters") or voorletters_van(voornamen),
        adellijke_titel=_code(naam.get("adellijkeTitelPredicaat")),
        voorvoegsel=_tekst(naam, "voorvoegsel"),
        geslachtsnaam=_tekst(naam, "geslachtsnaam"),
        geboren=_datum(_deel(p, "geboorte").get("datum")) or ONBEKEND,
        geslacht=_een_van(_code(p.get("geslacht")), "MVO", "O"),
        naamgebruik=_een_van(_code(naam.get("aanduidingNaamgebruik")), "EPVN", "E"),
        ouders=tuple(ouder for _, ouder in ouders),
        partners=tuple(_partners(p)),
        kinderen=tuple(v for k in _lijst(p, "kinderen") if (v := _verwant(k, "kind"))),
        overleden_op=_overleden(p, reden, opgeschort_op),
        geheim=_geheim(p),
        opschorting=reden[:1],
        opgeschort_op=opgeschort_op,
        vertrokken_naar=naar,
        vertrokken_op=vertrokken_op,
        gezag=_gezag(p, {ouder.bsn: nummer for nummer, ouder in ouders if ouder.bsn}),
        onder_curatele=p.get("indicatieCurateleRegister") is True,
        adres=_adres(verblijf, _code(p.get("gemeenteVanInschrijving"))),
        vorige_adressen=(),
    )


def _overleden(p, reden: str, opgeschort_op: OnvolledigeDatum | None) -> OnvolledigeDatum | None:
    """Dead by its own group, or because the registration ended by death; of an unknown day: dead all the same."""
    overlijden = p.get("overlijden")
    if overlijden is None and reden != OVERLEDEN:
        return None
    return _datum(_deel(p, "overlijden").get("datum")) or opgeschort_op or ONBEKEND


def _vertrek(verblijf, reden: str, op: OnvolledigeDatum | None) -> tuple[str, OnvolledigeDatum | None]:
    """The country and the day; unknown where to is country 0000."""
    soort = verblijf.get("type")
    if soort not in ("VerblijfplaatsBuitenland", "VerblijfplaatsOnbekend") and reden != EMIGRATIE:
        return "", None
    land = _code(_deel(verblijf, "verblijfadres").get("land")) if soort == "VerblijfplaatsBuitenland" else ""
    return land or ONBEKEND_LAND, _datum(verblijf.get("datumVan")) or op or ONBEKEND


def _adres(verblijf, gemeente: str) -> Adres:
    """Where someone lives in the Netherlands; abroad or unknown there is none."""
    soort, waar = verblijf.get("type"), _deel(verblijf, "verblijfadres")
    if soort not in ("Adres", "Locatie"):
        return Adres(gemeente_code=gemeente)
    nummer = waar.get("huisnummer")
    if nummer is not None and (isinstance(nummer, bool) or not isinstance(nummer, int)):
        raise ValueError("huisnummer")
    return Adres(
        straat=_tekst(waar, "korteStraatnaam") or _tekst(waar, "officieleStraatnaam"),
        huisnummer=nummer,
        huisletter=_tekst(waar, "huisletter"),
        toevoeging=_tekst(waar, "huisnummertoevoeging"),
        aanduiding=_code(waar.get("aanduidingBijHuisnummer")),
        postcode=_tekst(waar, "postcode").replace(" ", "").upper(),
        woonplaats=_tekst(waar, "woonplaats"),
        locatie=_tekst(waar, "locatiebeschrijving"),
        verblijfplaats_id=_tekst(verblijf, "adresseerbaarObjectIdentificatie"),
        functie=_een_van(_code(verblijf.get("functieAdres")), "WB", ""),
        gemeente_code=gemeente,
        sinds=_datum(verblijf.get("datumVan")),
        in_onderzoek=_in_onderzoek(verblijf) or _in_onderzoek(waar),
    )


def _in_onderzoek(groep) -> bool:
    return any(waarde is True for waarde in _deel(groep, "inOnderzoek").values())


def _ouders(p) -> Iterator[tuple[str, Verwant]]:
    for ouder in _lijst(p, "ouders"):
        if verwant := _verwant(ouder, "ouder"):
            begin = _datum(ouder.get("datumIngangFamilierechtelijkeBetrekking"))
            yield _tekst(ouder, "ouderAanduiding"), replace(verwant, begin=begin)


def _partners(p) -> Iterator[Verwant]:
    for partner in _lijst(p, "partners"):
        if verwant := _verwant(partner, "partner"):
            ontbinding = partner.get("ontbindingHuwelijkPartnerschap")
            einde = None if ontbinding is None else _datum(ontbinding.get("datum")) or ONBEKEND
            yield replace(
                verwant,
                begin=_datum(_deel(partner, "aangaanHuwelijkPartnerschap").get("datum")),
                einde=einde,
                soort=_een_van(_code(partner.get("soortVerbintenis")), "HP", ""),
            )


def _verwant(v, rol: str) -> Verwant | None:
    """None where nobody is named: an unknown parent."""
    naam, bsn = _deel(v, "naam"), _tekst(v, "burgerservicenummer")
    bsn = bsn_.normaal(bsn) if bsn_.geldig(bsn) else ""
    if not (bsn or _tekst(naam, "geslachtsnaam") or _tekst(naam, "voornamen")):
        return None
    return Verwant(
        rol=rol,
        regel=0,
        bsn=bsn,
        a_nummer="",
        voornamen=_tekst(naam, "voornamen"),
        adellijke_titel=_code(naam.get("adellijkeTitelPredicaat")),
        voorvoegsel=_tekst(naam, "voorvoegsel"),
        geslachtsnaam=_tekst(naam, "geslachtsnaam"),
        geboren=_datum(_deel(v, "geboorte").get("datum")) or ONBEKEND,
        geslacht=_een_van(_code(v.get("geslacht")), "MVO", "O"),
    )


def _gezag(p, ouder_van: dict[str, str]) -> str:
    """The relations of gezag as the code of BRP 11.32.10 that letters and screens know: 1, 2, 12, D, 1D, 2D."""
    for relatie in _lijst(p, "gezag"):
        if _tekst(_deel(relatie, "minderjarige"), "burgerservicenummer") not in (
            "",
            _tekst(p, "burgerservicenummer"),
        ):
            continue  # somebody else's child, told in the record of a parent
        soort = relatie.get("type")
        if soort in GEZAG:
            return GEZAG[soort]
        if soort in ("EenhoofdigOuderlijkGezag", "GezamenlijkGezag"):
            nummer = ouder_van.get(_tekst(_deel(relatie, "ouder"), "burgerservicenummer"), "")
            return nummer + "D" if soort == "GezamenlijkGezag" else nummer
    return ""


def _geheim(p) -> int:
    waarde = p.get("geheimhoudingPersoonsgegevens")
    if waarde not in (None, True, False):
        raise ValueError("geheimhouding")
    return GEHEIM if waarde else 0


def _bsn(p) -> str:
    bsn = _tekst(p, "burgerservicenummer")
    if not bsn_.geldig(bsn):
        raise ValueError("bsn")
    return bsn_.normaal(bsn)


def _datum(d: Mapping[str, Any] | None) -> OnvolledigeDatum | None:
    """Datum, JaarMaandDatum, JaarDatum or DatumOnbekend; None where there is none."""
    if d is None:
        return None
    match d.get("type"):
        case "Datum":
            return OnvolledigeDatum.lees(str(d["datum"]).replace("-", ""))
        case "JaarMaandDatum":
            return OnvolledigeDatum(int(d["jaar"]), int(d["maand"]))
        case "JaarDatum":
            return OnvolledigeDatum(int(d["jaar"]))
        case "DatumOnbekend":
            return ONBEKEND
    raise ValueError("datum")


def _volledige_naam(naam) -> str:
    voornamen = _tekst(naam, "voornamen")
    return Naam(
        voornamen=voornamen, voorletters=_tekst(naam, "voorletters") or voorletters_van(voornamen),
        voorvoegsel=_tekst(naam, "voorvoegsel"), geslachtsnaam=_tekst(naam, "geslachtsnaam"),
    ).weergave()  # fmt: skip


def _straat(regel: str) -> str:
    """'Jan van der Heijdenstraat 12 A' without what follows the street."""
    woorden = regel.split()
    for plaats, woord in enumerate(woorden):
        if plaats and woord[0].isdigit():
            return " ".join(woorden[:plaats])
    return regel


def _deel(groep, naam: str) -> Mapping[str, Any]:
    deel = groep.get(naam)
    if deel is None:
        return {}
    if not isinstance(deel, dict):
        raise TypeError(naam)
    return deel


def _lijst(groep, naam: str) -> list[Mapping[str, Any]]:
    """A list of groups; an older service gives `gezag` as one group."""
    lijst = groep.get(naam) or []
    return lijst if isinstance(lijst, list) else [lijst]


def _code(waarde) -> str:
    """The code of a Waardetabel."""
    code = "" if waarde is None else str(waarde.get("code") or "")
    return "" if code == "." else code


def _tekst(groep, naam: str) -> str:
    waarde = groep.get(naam)
    if waarde is None:
        return ""
    if not isinstance(waarde, str) or "\0" in waarde:
        raise TypeError(naam)
    return "" if waarde.strip() == "." else waarde.strip()


def _een_van(waarde: str, toegestaan: str, anders: str) -> str:
    return waarde if len(waarde) == 1 and waarde in toegestaan else anders
