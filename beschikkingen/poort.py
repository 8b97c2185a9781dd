"""The gate before a besluit goes on: what is ready, what is missing, and where to mend it.

The same list feeds the page, the button, the refusal and the tests. Reads only.
"""

import datetime
from dataclasses import dataclass

from beschikkingen.briefbouw import leestekst
from beschikkingen.mandaat import mandaat_in_woorden, ondertekenaars
from beschikkingen.models import Aanleiding, Besluit, Uitkomst
from beschikkingen.regels import GEMIDDELD_HOOGSTENS, LANGST_HOOGSTENS, leesbaarheid
from toegang.models import TermijnSoort
from toegang.opmaak import datum
from toegang.rechten import Wet
from voorzieningen.models import Contract, Indicatie
from voorzieningen.regels import omvang_in_woorden
from voorzieningen.statussen import IndicatieStatus
from wijkteams.models import Hulpvraag, Onderzoek, Verslag
from wijkteams.regels import TREDEN, ontbreekt_in_afweging, zonder_onderzoek_geldig
from wijkteams.statussen import VerslagStatus

BESLUIT = "beschikkingen:besluit"


@dataclass(frozen=True)
class Punt:
    """One line of the gate. `adres` is a URL name that takes `pk`; `anker` is the field on that page."""

    klaar: bool
    zin: str
    adres: str = ""
    pk: object = None
    anker: str = ""
    let_op: bool = False  # ready, but someone should know


def ontbreekt_voor_besluit(besluit: Besluit, *, vandaag: datetime.date | None = None) -> list[Punt]:
    """Every point of the gate in the order of the page; `vandaag` is the day on which the mandate must hold."""
    vandaag = vandaag or besluit.opgesteld_op
    lid_9 = _zonder_onderzoek(besluit, vandaag)
    indicaties = [r.indicatie for r in besluit.geldende_regels()]
    return [
        *_aanvraag(besluit),
        *_verslag(besluit, lid_9),
        *_afweging(besluit, lid_9),
        *_omvang(besluit, indicaties),
        *_aanbieder(besluit, indicaties),
        *_bijdrage(besluit, indicaties),
        *_teksten(besluit),
        *_zienswijze(besluit),
        *_opmerkingen(besluit),
        *_mandaat(besluit, vandaag),
        *_leest_goed(besluit),
        *_regels(besluit),
    ]


def open_punten(besluit: Besluit, *, vandaag: datetime.date | None = None) -> list[Punt]:
    """What is still missing."""
    return [punt for punt in ontbreekt_voor_besluit(besluit, vandaag=vandaag) if not punt.klaar]


def _hier(besluit: Besluit, klaar: bool, zin: str, anker: str) -> Punt:
    return Punt(klaar, zin, BESLUIT, besluit.pk, anker)


def _zonder_onderzoek(besluit: Besluit, vandaag: datetime.date) -> bool:
    """After six weeks an aanvraag is valid without the onderzoek: what is missing then warns (Wmo 2.3.2 lid 9)."""
    if besluit.aanvraag is None:
        return False
    termijn = besluit.zaak.termijnen.filter(soort=TermijnSoort.ONDERZOEK).order_by("begint_op", "pk").first()
    return zonder_onderzoek_geldig(
        termijn.uiterste_datum if termijn and not termijn.gehaald_op else None,
        besluit.aanvraag.ontvangen_op,
        vandaag,
    )


def _aanvraag(besluit: Besluit):
    if besluit.aanleiding != Aanleiding.AANVRAAG:
        return
    if besluit.aanvraag is None:
        yield Punt(False, "Er is geen aanvraag.", "toegang:aanvraag_registreren", besluit.zaak_id)
    elif not besluit.aanvraag.ondertekend:
        yield Punt(
            False,
            "De aanvraag is niet ondertekend (Awb 4:2).",
            "toegang:aanvraag_registreren",
            besluit.zaak_id,
        )
    else:
        yield Punt(True, f"Aanvraag ontvangen op {datum(besluit.aanvraag.ontvangen_op)}")


def _verslag(besluit: Besluit, lid_9: bool):
    verslag = (
        Verslag.objects.filter(onderzoek__zaak_id=besluit.zaak_id)
        .exclude(status=VerslagStatus.CONCEPT)
        .order_by("-nummer")
        .first()
    )
    if verslag is None:
        waarom = " De zes weken zijn voorbij: de aanvraag geldt toch (2.3.2 lid 9)." if lid_9 else ""
        yield Punt(
            lid_9,
            f"Het verslag is nog niet verstuurd.{waarom}",
            "wijkteams:verslag",
            besluit.zaak_id,
            let_op=lid_9,
        )
        return
    bij = ", opmerkingen van de inwoner staan erbij" if verslag.opmerkingen else ""
    yield Punt(True, f"Verslag verstuurd{bij}")


def _afweging(besluit: Besluit, lid_9: bool):
    hulpvragen = list(
        Hulpvraag.objects.filter(onderzoek__zaak_id=besluit.zaak_id).prefetch_related("treden").order_by("pk")
    )
    adres = {"adres": "wijkteams:afweging", "pk": besluit.zaak_id}
    if not hulpvragen:
        yield Punt(lid_9, "Er is nog geen hulpvraag afgewogen.", **adres, let_op=lid_9)
        return
    mist = [z for h in hulpvragen for z in ontbreekt_in_afweging(h, h.treden.all())]
    if mist:
        yield from (Punt(lid_9, zin, **adres, let_op=lid_9) for zin in dict.fromkeys(mist))
        return
    yield Punt(True, "Afweging: elke trede die moet, is onderzocht")


def _omvang(besluit: Besluit, indicaties: list[Indicatie]):
    voorgesteld = Indicatie.objects.filter(zaak_id=besluit.zaak_id, status=IndicatieStatus.VOORGESTELD)
    vergeten = voorgesteld.exclude(pk__in=[i.pk for i in indicaties]).exists()
    if vergeten:
        yield _hier(
            besluit,
            False,
            "Er is hulp voorgesteld die nog niet in dit besluit staat. Bewaar het besluit.",
            "id_regels",
        )
    if besluit.uitkomst == Uitkomst.AFWIJZING:
        return
    if not indicaties and not vergeten:
        yield Punt(False, "Er is nog geen hulp voorgesteld.", "voorzieningen:indicatie", besluit.zaak_id)
    for i in indicaties:
        periode = f"{datum(i.ingangsdatum)} tot en met {datum(i.einddatum)}"
        yield Punt(True, f"Omvang: {omvang_in_woorden(i.volume, i.eenheid, i.frequentie)}, {periode}")


def _aanbieder(besluit: Besluit, indicaties: list[Indicatie]):
    if besluit.uitkomst == Uitkomst.AFWIJZING:
        return
    for i in indicaties:
        if i.vorm == "pgb":
            yield Punt(True, "Pgb: de drie voorwaarden zijn vastgelegd (2.3.6)")
            continue
        contract = Contract.objects.filter(aanbieder_id=i.aanbieder_id, product_id=i.product_id).op(
            i.ingangsdatum
        )
        if contract.exists():
            yield Punt(True, f"Aanbieder: {i.aanbieder.naam}")
        else:
            zin = f"{i.aanbieder.naam} heeft op {datum(i.ingangsdatum)} geen contract meer. Trek het voorstel in."
            yield Punt(False, zin, "voorzieningen:indicaties", besluit.zaak_id)


def _bijdrage(besluit: Besluit, indicaties: list[Indicatie]):
    if besluit.uitkomst == Uitkomst.AFWIJZING or besluit.zaak.wet != Wet.WMO:
        return
    if indicaties and not any(i.product.eigen_bijdrage for i in indicaties):
        yield Punt(True, "Voor deze hulp is er geen eigen bijdrage")
    else:
        klaar = besluit.bijdrage_besproken
        zin = "Eigen bijdrage is besproken" if klaar else "Eigen bijdrage is niet besproken"
        yield _hier(besluit, klaar, zin, "id_bijdrage_besproken")


def _teksten(besluit: Besluit):
    for reden in sorted(besluit.redenen.all(), key=lambda r: (r.trede, r.pk)):
        if not reden.tekst.strip():
            zin = f"De reden in de brief bij trede {reden.trede}, {TREDEN[reden.trede]}, is leeg"
            yield _hier(besluit, False, zin, f"id_reden_{reden.pk}")
    if not besluit.wat_kunt_u_niet.strip():
        yield _hier(
            besluit, False, "In de brief staat nog niet wat de inwoner niet kan", "id_wat_kunt_u_niet"
        )
    if besluit.uitkomst != Uitkomst.AFWIJZING and not besluit.blijft_over.strip():
        yield _hier(besluit, False, "In de brief staat nog niet hoe de omvang is bepaald", "id_blijft_over")
    if besluit.uitkomst != Uitkomst.AFWIJZING and not besluit.wat_gebeurt_nu.strip():
        yield _hier(besluit, False, "In de brief staat nog niet wat er nu gebeurt", "id_wat_gebeurt_nu")
    if besluit.uitkomst != Uitkomst.TOEKENNING and not besluit.wat_kan_wel.strip():
        yield _hier(besluit, False, "In de brief staat nog niet wat wel kan", "id_wat_kan_wel")


def _zienswijze(besluit: Besluit):
    if besluit.uitkomst == Uitkomst.TOEKENNING:
        return
    klaar = bool(besluit.zienswijze.strip())
    zin = (
        "De inwoner is vooraf gehoord"
        if klaar
        else "De inwoner is nog niet vooraf gehoord. Bel, en schrijf op wat hij zei (Awb 4:7)"
    )
    yield _hier(besluit, klaar, zin, "id_zienswijze")


def _opmerkingen(besluit: Besluit):
    for opmerking in sorted(besluit.opmerkingen.all(), key=lambda o: (o.gemaakt_op, o.pk)):
        if opmerking.gedaan_op is None:
            zin = f"Opmerking van {opmerking.gemaakt_door.naam} bij '{opmerking.onderdeel}'"
            yield _hier(besluit, False, zin, f"opmerking_{opmerking.pk}")


def _mandaat(besluit: Besluit, vandaag: datetime.date):
    mensen = ondertekenaars(besluit, vandaag)
    if mensen:
        wie = ", ".join(mandaat_in_woorden(m, tot) for m, tot in mensen[:3])
        yield Punt(True, f"Ondertekenaar met mandaat: {wie}")
    else:
        yield Punt(False, "Niemand heeft een mandaat voor dit product en dit bedrag. Vraag de beheerder.")


def _leest_goed(besluit: Besluit):
    gemiddeld, langste, zin = leesbaarheid(leestekst(besluit))
    telling = f"gemiddeld {round(gemiddeld)} woorden per zin"
    if gemiddeld > GEMIDDELD_HOOGSTENS:
        zin = f"Brief leest niet goed: {telling}. Maak de zinnen korter, hoogstens {GEMIDDELD_HOOGSTENS}"
        yield _hier(besluit, False, zin, "id_wat_kunt_u_niet")
    elif langste > LANGST_HOOGSTENS:
        yield Punt(
            True, f"Brief leest goed: {telling}. Langste zin: {langste} woorden ('{zin[:60]}…')", let_op=True
        )
    else:
        yield Punt(True, f"Brief leest goed: {telling}")


def _regels(besluit: Besluit):
    klaar = bool(besluit.regels.strip())
    zin = (
        "Artikelen van de verordening staan erbij"
        if klaar
        else "De artikelen van de verordening ontbreken (Awb 3:47)"
    )
    yield _hier(besluit, klaar, zin, "id_regels")


def opmerkingen_van_inwoner(besluit: Besluit) -> str:
    """What the citizen wrote on the verslag, to lay beside the letter."""
    onderzoek = Onderzoek.objects.filter(zaak_id=besluit.zaak_id).first()
    verslag = onderzoek and onderzoek.verslagen.order_by("-nummer").first()
    return verslag.opmerkingen if verslag else ""
