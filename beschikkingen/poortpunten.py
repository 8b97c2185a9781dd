"""The points of the gate, each a question about one besluit: what is ready, what is missing, where to mend it.

Each gives its lines; which kinds ask it stands in `poort.py`. Reads only.
"""

from collections.abc import Iterator

from beschikkingen.briefbouw import leestekst
from beschikkingen.briefpgb import pgb_geweigerd
from beschikkingen.mandaat import mandaat_in_woorden, ondertekenaars
from beschikkingen.models import Aanleiding, Gevolg, Uitkomst, Zienswijze
from beschikkingen.poortvraag import Poortvraag, Punt
from beschikkingen.regels import GEMIDDELD_HOOGSTENS, LANGST_HOOGSTENS, leesbaarheid
from beschikkingen.soorten import MET_ZIENSWIJZE
from toegang.opmaak import datum
from toegang.rechten import Wet
from toegang.statussen import AanvraagStatus
from voorzieningen.models import Contract, Vorm
from voorzieningen.regels import omvang_in_woorden
from wijkteams.models import Hulpvraag, Verslag
from wijkteams.regels import TREDEN, ontbreekt_in_afweging
from wijkteams.statussen import VerslagStatus


def aanvraag(v: Poortvraag) -> Iterator[Punt]:
    besluit, adres = v.besluit, ("toegang:aanvraag_registreren", v.besluit.zaak_id)
    if besluit.aanleiding != Aanleiding.AANVRAAG:
        return
    if besluit.aanvraag is None:
        yield Punt(False, "Er is geen aanvraag.", *adres)
    elif besluit.aanvraag.status == AanvraagStatus.INGETROKKEN:
        yield Punt(False, "De aanvraag is ingetrokken. Dit besluit gaat niet weg.", *adres)
    elif not besluit.aanvraag.ondertekend:  # what is not treated may be just that
        niet = besluit.uitkomst == Uitkomst.NIET_BEHANDELEN
        yield Punt(niet, "De aanvraag is niet ondertekend (Awb 4:2).", *adres, let_op=niet)
    else:
        yield Punt(True, f"Aanvraag ontvangen op {datum(besluit.aanvraag.ontvangen_op)}")


def verslag(v: Poortvraag) -> Iterator[Punt]:
    gevonden = (
        Verslag.objects.filter(onderzoek__zaak_id=v.besluit.zaak_id)
        .exclude(status=VerslagStatus.CONCEPT)
        .order_by("-nummer")
        .first()
    )
    if gevonden is None:
        waarom = " De zes weken zijn voorbij: de aanvraag geldt toch (2.3.2 lid 9)." if v.lid_9 else ""
        zin = f"Het verslag is nog niet verstuurd.{waarom}"
        yield Punt(v.lid_9, zin, "wijkteams:verslag", v.besluit.zaak_id, let_op=v.lid_9)
        return
    bij = ", opmerkingen van de inwoner staan erbij" if gevonden.opmerkingen else ""
    yield Punt(True, f"Verslag verstuurd{bij}")


def afweging(v: Poortvraag) -> Iterator[Punt]:
    gevonden = Hulpvraag.objects.filter(onderzoek__zaak_id=v.besluit.zaak_id)
    hulpvragen = list(gevonden.prefetch_related("treden").order_by("pk"))
    adres = ("wijkteams:afweging", v.besluit.zaak_id)
    if not hulpvragen:
        yield Punt(v.lid_9, "Er is nog geen hulpvraag afgewogen.", *adres, let_op=v.lid_9)
        return
    mist = [z for h in hulpvragen for z in ontbreekt_in_afweging(h, h.treden.all())]
    if mist:
        yield from (Punt(v.lid_9, zin, *adres, let_op=v.lid_9) for zin in dict.fromkeys(mist))
        return
    yield Punt(True, "Afweging: elke trede die moet, is onderzocht")


def voorstellen_erin(v: Poortvraag) -> Iterator[Punt]:
    """Nothing that was proposed is left out."""
    if v.besluit.voorstellen().exclude(pk__in=[r.indicatie_id for r in v.regels]).exists():
        zin = "Er is hulp voorgesteld die nog niet in dit besluit staat. Bewaar het besluit."
        yield v.hier(False, zin, "id_regels")


def omvang(v: Poortvraag) -> Iterator[Punt]:
    """Volume, unit, frequency and period of each line that is granted (CRvB 2018)."""
    if not v.toegekend and not v.besluit.voorstellen().exists():
        yield Punt(False, "Er is nog geen hulp voorgesteld.", "voorzieningen:indicatie", v.besluit.zaak_id)
    for i in v.toegekend:
        periode = f"{datum(i.ingangsdatum)} tot en met {datum(i.einddatum)}"
        yield Punt(True, f"Omvang: {omvang_in_woorden(i.volume, i.eenheid, i.frequentie)}, {periode}")


def elke_regel(v: Poortvraag) -> Iterator[Punt]:
    """A partial grant: some help is given, and of what is refused stands why."""
    geweigerd = [r for r in v.regels if r.gevolg == Gevolg.AFWIJZEN]
    if not v.toegekend:
        yield v.hier(
            False, "Er wordt geen hulp toegekend. Kies afwijzing, of ken een regel toe.", "id_uitkomst"
        )
    if not geweigerd and not pgb_geweigerd(v.besluit) and not v.besluit.motivering.strip():
        zin = "Er staat niet wat de inwoner niet krijgt. Wijs een regel af, of schrijf het op."
        yield v.hier(False, zin, "id_motivering")
    for regel in geweigerd:
        naam = regel.indicatie.product.naam
        plan = v.budgetplannen.get(regel.indicatie.product_id) if regel.indicatie.vorm == Vorm.PGB else None
        klaar = bool(regel.reden.strip()) or (plan is not None and plan.voldoet is False)
        zin = (
            f"Niet toegekend met een reden: {naam}"
            if klaar
            else f"De reden ontbreekt bij wat niet kan: {naam}"
        )
        yield v.hier(klaar, zin, f"id_regel_{regel.pk}_reden")


def aanbieder(v: Poortvraag) -> Iterator[Punt]:
    for i in v.toegekend:
        if i.vorm == Vorm.PGB:
            continue
        contract = Contract.objects.filter(aanbieder_id=i.aanbieder_id, product_id=i.product_id).op(
            i.ingangsdatum
        )
        if contract.exists():
            yield Punt(True, f"Aanbieder: {i.aanbieder.naam}")
        else:
            zin = f"{i.aanbieder.naam} heeft op {datum(i.ingangsdatum)} geen contract meer. Trek het voorstel in."
            yield Punt(False, zin, "voorzieningen:indicaties", v.besluit.zaak_id)


def bijdrage(v: Poortvraag) -> Iterator[Punt]:
    if v.besluit.zaak.wet != Wet.WMO:
        return
    if v.toegekend and not any(i.product.eigen_bijdrage for i in v.toegekend):
        yield Punt(True, "Voor deze hulp is er geen eigen bijdrage")
    else:
        klaar = v.besluit.bijdrage_besproken
        zin = "Eigen bijdrage is besproken" if klaar else "Eigen bijdrage is niet besproken"
        yield v.hier(klaar, zin, "id_bijdrage_besproken")


def redenen(v: Poortvraag) -> Iterator[Punt]:
    for reden in sorted(v.besluit.redenen.all(), key=lambda r: (r.trede, r.pk)):
        if not reden.tekst.strip():
            zin = f"De reden in de brief bij trede {reden.trede}, {TREDEN[reden.trede]}, is leeg"
            yield v.hier(False, zin, f"id_reden_{reden.pk}")


def wat_kunt_u_niet(v: Poortvraag) -> Iterator[Punt]:
    yield from v.tekst("wat_kunt_u_niet", "In de brief staat nog niet wat de inwoner niet kan")


def blijft_over(v: Poortvraag) -> Iterator[Punt]:
    yield from v.tekst("blijft_over", "In de brief staat nog niet hoe de omvang is bepaald")


def wat_gebeurt_nu(v: Poortvraag) -> Iterator[Punt]:
    yield from v.tekst("wat_gebeurt_nu", "In de brief staat nog niet wat er nu gebeurt")


def wat_kan_wel(v: Poortvraag) -> Iterator[Punt]:
    yield from v.tekst("wat_kan_wel", "In de brief staat nog niet wat wel kan")


def motivering(v: Poortvraag) -> Iterator[Punt]:
    yield from v.tekst("motivering", "In de brief staat nog niet waarom wij dit besluiten (Awb 3:46)")


def gehoord(v: Poortvraag) -> Iterator[Punt]:
    """Before a refusal or a burden the inwoner had his say, or it stands why not (Awb art. 4:7 to 4:12)."""
    artikel, adres = MET_ZIENSWIJZE[Uitkomst(v.besluit.uitkomst)], ("beschikkingen:zienswijze", v.besluit.pk)
    rijen = list(Zienswijze.objects.filter(besluit=v.besluit).order_by("gevraagd_op", "pk"))
    klaar = [z for z in rijen if z.afgerond_op]
    if any(z.afgerond_op is None for z in rijen):
        (open_,) = [z for z in rijen if z.afgerond_op is None]
        tot = f" tot en met {datum(open_.uiterlijk_op)}" if open_.uiterlijk_op else ""
        yield Punt(False, f"Wij wachten op de zienswijze van de inwoner{tot}", *adres)
        return
    if not klaar:
        yield Punt(False, f"De inwoner is nog niet vooraf gehoord ({artikel})", *adres)
        return
    laatste = klaar[-1]
    if laatste.uitzondering:
        yield Punt(True, f"Niet vooraf gehoord: {laatste.get_uitzondering_display()}", *adres, let_op=True)
        return
    yield Punt(
        True, "De inwoner is vooraf gehoord" if laatste.antwoord_op else "De inwoner gaf geen zienswijze"
    )
    if laatste.antwoord_op:
        yield from v.tekst(
            "zienswijze", "In de brief staat nog niet wat de inwoner zei, en wat wij daarvan vinden"
        )


def opmerkingen(v: Poortvraag) -> Iterator[Punt]:
    for opmerking in sorted(v.besluit.opmerkingen.all(), key=lambda o: (o.gemaakt_op, o.pk)):
        if opmerking.gedaan_op is None:
            zin = f"Opmerking van {opmerking.gemaakt_door.naam} bij '{opmerking.onderdeel}'"
            yield v.hier(False, zin, f"opmerking_{opmerking.pk}")


def mandaat(v: Poortvraag) -> Iterator[Punt]:
    mensen = ondertekenaars(v.besluit, v.vandaag)
    if mensen:
        wie = ", ".join(mandaat_in_woorden(m, tot) for m, tot in mensen[:3])
        yield Punt(True, f"Ondertekenaar met mandaat: {wie}")
    else:
        yield Punt(False, "Niemand heeft een mandaat voor dit product en dit bedrag. Vraag de beheerder.")


def leest_goed(v: Poortvraag) -> Iterator[Punt]:
    gemiddeld, langste, zin = leesbaarheid(leestekst(v.besluit))
    telling = f"gemiddeld {round(gemiddeld)} woorden per zin"
    if gemiddeld > GEMIDDELD_HOOGSTENS:
        zin = f"Brief leest niet goed: {telling}. Maak de zinnen korter, hoogstens {GEMIDDELD_HOOGSTENS}"
        yield v.hier(False, zin, "id_wat_kunt_u_niet")
    elif langste > LANGST_HOOGSTENS:
        let_op = f"Brief leest goed: {telling}. Langste zin: {langste} woorden ('{zin[:60]}…')"
        yield Punt(True, let_op, let_op=True)
    else:
        yield Punt(True, f"Brief leest goed: {telling}")


def regels(v: Poortvraag) -> Iterator[Punt]:
    klaar = bool(v.besluit.regels.strip())
    zin = "Artikelen van de verordening staan erbij"
    yield v.hier(klaar, zin if klaar else "De artikelen van de verordening ontbreken (Awb 3:47)", "id_regels")
