"""Reads a BRP extract in LO3 columns (Logisch Ontwerp GBA) as a stream of persons and of mistakes in it."""

from collections.abc import Iterator
from dataclasses import replace

from toegang import bsn as bsn_
from toegang.lo3_persoon import Adres, Fout, Persoon, Verwant
from toegang.lo3_rijen import BSN, GEBOREN, NAAM, VERPLICHT, Bestand, Blok, Kolommen, Rij, geopend, rijen_van
from toegang.namen import voorletters_van
from toegang.onvolledige_datum import ONBEKEND, OnvolledigeDatum

__all__ = ["Adres", "Fout", "Persoon", "Verwant", "lees"]


def lees(bestand: Bestand) -> Iterator[Persoon | Fout]:
    """Persons and mistakes in the order of the file; a bad row never stops the rest."""
    with geopend(bestand) as regels:
        kolommen: Kolommen | None = None
        gezien: dict[str, int] = {}
        blok: Blok | None = None
        los = True  # rows without a person: told once, not for each line
        for regel, cellen in rijen_van(regels):
            if isinstance(cellen, str):
                yield Fout(regel, cellen, overgeslagen=blok is None)
                continue
            if kolommen is None:
                kolommen = Kolommen(cellen)
                if ontbreekt := kolommen.ontbreekt():
                    yield Fout(regel, f"De kop van het bestand mist {', '.join(ontbreekt)}.")
                    return
                continue
            rij = Rij(regel, cellen, kolommen)
            goed = len(cellen) == kolommen.aantal
            if blok is not None and blok.hoort_erbij(rij):
                if goed:
                    blok.rijen.append(rij)
            elif rij.begint_persoon:
                if blok is not None:
                    yield from _persoon(blok, gezien)
                blok, los = (Blok([rij]) if goed else None), False
            elif blok is None and los:
                yield Fout(regel, "Deze regel hoort bij geen persoon.")
                los = False
            if not goed:
                reden = f"Deze regel heeft {len(cellen)} kolommen; het moeten er {kolommen.aantal} zijn."
                yield Fout(regel, reden, overgeslagen=blok is None, rijen_met_bsn=int(bool(rij[BSN])))
        if blok is not None:
            yield from _persoon(blok, gezien)
        if kolommen is None:
            yield Fout(1, f"Het bestand is leeg. Het moet de kolommen {', '.join(VERPLICHT)} hebben.")


def _persoon(blok: Blok, gezien: dict[str, int]) -> Iterator[Persoon | Fout]:
    """First what is wrong, then the person, unless that cannot be trusted at all."""
    rij = blok.nu
    fouten = _Fouten()
    reden = _weigering(rij, gezien)
    geboren = fouten.datum(rij, GEBOREN, "geboortedatum") or ONBEKEND
    overleden_op = fouten.datum(rij, "06.08.10", "datum overlijden")
    if not reden and fouten.lijst:  # without these two nobody knows whose rights and letters it is about
        reden = fouten.lijst[0].reden
    if reden:
        yield Fout(rij.regel, reden, rijen_met_bsn=sum(bool(r[BSN]) for r in blok.rijen))
        return
    bsn = bsn_.normaal(rij[BSN])
    gezien[bsn] = rij.regel
    voornamen = rij["01.02.10"]
    persoon = Persoon(
        regel=rij.regel,
        bsn=bsn,
        a_nummer=rij["01.01.10"],
        voornamen=voornamen,
        voorletters=voorletters_van(voornamen),
        adellijke_titel=rij["01.02.20"],
        voorvoegsel=rij["01.02.30"],
        geslachtsnaam=rij[NAAM],
        geboren=geboren,
        geslacht=_een_van(rij["01.04.10"], "MV", "O"),
        naamgebruik=_een_van(rij["01.61.10"], "EPVN", "E"),
        ouders=tuple(_ouders(rij, fouten)),
        partners=tuple(_partners(blok, fouten)),
        kinderen=tuple(_kinderen(blok, fouten)),
        overleden_op=overleden_op,
        geheim=int(_een_van(rij["07.70.10"], "1234567", "0")),
        opschorting=rij["07.67.20"],
        opgeschort_op=fouten.datum(rij, "07.67.10", "datum opschorting"),
        vertrokken_naar=rij["08.13.10"],
        vertrokken_op=fouten.datum(rij, "08.13.20", "datum vertrek"),
        gezag=rij["11.32.10"],
        onder_curatele=rij["11.33.10"] == "1",
        adres=_adres(rij, fouten),
        vorige_adressen=_vorige_adressen(blok),
        eerdere_bsns=_eerdere_bsns(blok, bsn),
        eerdere_regels=tuple(r.regel for r in blok.rijen[1:] if r[BSN]),
    )
    yield from fouten.lijst
    yield persoon


def _weigering(rij: Rij, gezien: dict[str, int]) -> str:
    if not rij[BSN]:
        return "Deze persoon heeft geen BSN."
    if not bsn_.geldig(rij[BSN]):
        return "Dit BSN klopt niet. Controleer de cijfers."
    if (eerder := gezien.get(bsn_.normaal(rij[BSN]))) is not None:
        return f"Dit BSN stond al op regel {eerder}."
    if not (rij[NAAM] or rij["01.02.10"]) and rij[GEBOREN] in ("", "00000000"):
        return "De naam en de geboortedatum ontbreken."
    return ""


class _Fouten:
    """Gathers what is wrong in a detail; the detail itself becomes unknown."""

    def __init__(self) -> None:
        self.lijst: list[Fout] = []

    def bij(self, rij: Rij, reden: str) -> None:
        self.lijst.append(Fout(rij.regel, reden, overgeslagen=False))

    def datum(self, rij: Rij, rubriek: str, wat: str) -> OnvolledigeDatum | None:
        if not rij[rubriek]:
            return None
        try:
            return OnvolledigeDatum.lees(rij[rubriek])
        except ValueError:
            self.bij(rij, f"De {wat} ({rubriek}) bestaat niet.")
            return None

    def bsn(self, rij: Rij, rubriek: str, wat: str) -> str:
        if not rij[rubriek]:
            return ""
        if bsn_.geldig(rij[rubriek]):
            return bsn_.normaal(rij[rubriek])
        self.bij(rij, f"Het BSN van {wat} ({rubriek}) klopt niet.")
        return ""


def _een_van(waarde: str, toegestaan: str, anders: str) -> str:
    return waarde if len(waarde) == 1 and waarde in toegestaan else anders


def _verwant(rij: Rij, categorie: str, rol: str, fouten: _Fouten) -> Verwant | None:
    """None where the record names nobody: an unknown father, or a marriage that was entered by mistake."""
    wat = f"een {rol}"
    bsn = fouten.bsn(rij, f"{categorie}.01.20", wat)
    if not (bsn or rij[f"{categorie}.02.40"] or rij[f"{categorie}.02.10"]):
        return None
    return Verwant(
        rol=rol,
        regel=rij.regel,
        bsn=bsn,
        a_nummer=rij[f"{categorie}.01.10"],
        voornamen=rij[f"{categorie}.02.10"],
        adellijke_titel=rij[f"{categorie}.02.20"],
        voorvoegsel=rij[f"{categorie}.02.30"],
        geslachtsnaam=rij[f"{categorie}.02.40"],
        geboren=fouten.datum(rij, f"{categorie}.03.10", f"geboortedatum van {wat}") or ONBEKEND,
        geslacht=_een_van(rij[f"{categorie}.04.10"], "MV", "O"),
    )


def _ouders(rij: Rij, fouten: _Fouten) -> Iterator[Verwant]:
    for categorie in ("02", "03"):
        if ouder := _verwant(rij, categorie, "ouder", fouten):
            yield replace(ouder, begin=fouten.datum(rij, f"{categorie}.62.10", "ingangsdatum van een ouder"))


def _partners(blok: Blok, fouten: _Fouten) -> Iterator[Verwant]:
    """An ended marriage keeps its end only; when it began stands in its past."""
    for nu, eerder in blok.stapels("05"):
        if not (partner := _verwant(nu, "05", "partner", fouten)):
            continue
        eerder = [rij for rij in eerder if rij["05.84.10"] != "O"]
        met_begin = next((rij for rij in (nu, *eerder) if rij["05.06.10"]), nu)
        einde = fouten.datum(nu, "05.07.10", "einddatum van een huwelijk of partnerschap")
        yield replace(
            partner,
            begin=fouten.datum(met_begin, "05.06.10", "begindatum van een huwelijk of partnerschap"),
            einde=einde if einde or not nu["05.07.10"] else ONBEKEND,
            soort=_een_van(nu["05.15.10"] or met_begin["05.15.10"], "HP", ""),
        )


def _kinderen(blok: Blok, fouten: _Fouten) -> Iterator[Verwant]:
    for nu, _ in blok.stapels("09"):
        if kind := _verwant(nu, "09", "kind", fouten):
            yield kind


def _adres(rij: Rij, fouten: _Fouten) -> Adres:
    huisnummer = rij["08.11.20"]
    if huisnummer and not (huisnummer.isascii() and huisnummer.isdigit()):
        fouten.bij(rij, "Het huisnummer (08.11.20) is geen getal.")
        huisnummer = ""
    return Adres(
        straat=rij["08.11.10"],
        openbare_ruimte=rij["08.11.15"],
        huisnummer=int(huisnummer) if huisnummer else None,
        huisletter=rij["08.11.30"],
        toevoeging=rij["08.11.40"],
        aanduiding=rij["08.11.50"],
        postcode=rij["08.11.60"].replace(" ", "").upper(),
        woonplaats=rij["08.11.70"],
        locatie=rij["08.12.10"],
        verblijfplaats_id=rij["08.11.80"],
        nummeraanduiding_id=rij["08.11.90"],
        functie=_een_van(rij["08.10.10"], "WB", ""),
        gemeente_code=rij["08.09.10"],
        sinds=fouten.datum(rij, "08.10.30", "ingangsdatum van het adres"),
        in_onderzoek=bool(rij["08.83.10"] and not rij["08.83.30"]),
    )


def _vorige_adressen(blok: Blok) -> tuple[Adres, ...]:
    """Newest first; a new writing of the same address is no move. Old mistakes are not reported."""
    niet_gemeld = _Fouten()
    vorige: list[Adres] = []
    gehad = {_plek(_adres(blok.nu, niet_gemeld))}
    for rij in blok.eerder("08"):
        adres = _adres(rij, niet_gemeld)
        plek = _plek(adres)
        if plek not in gehad and any(plek[1:]):
            gehad.add(plek)
            vorige.append(adres)
    return tuple(vorige)


def _plek(adres: Adres) -> tuple[object, ...]:
    bij = (adres.huisnummer, adres.huisletter, adres.toevoeging)
    return (adres.sinds, adres.postcode or adres.straat, adres.locatie, *bij)


def _eerdere_bsns(blok: Blok, bsn: str) -> tuple[str, ...]:
    eerder = {bsn_.normaal(rij[BSN]) for rij in blok.rijen[1:] if bsn_.geldig(rij[BSN])}
    return tuple(sorted(eerder - {bsn}))
