"""The points of the gate, each a question about one besluit: what is ready, what is missing, where to mend it.

Each gives its lines; which kinds ask it stands in `poort.py`. Reads only.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from beschikkingen.briefbouw import leestekst
from beschikkingen.mandaat import mandaat_in_woorden, ondertekenaars
from beschikkingen.models import Aanleiding, Besluit, Besluitregel, Gevolg, Uitkomst, Zienswijze
from beschikkingen.regels import GEMIDDELD_HOOGSTENS, LANGST_HOOGSTENS, leesbaarheid
from beschikkingen.soorten import MET_ZIENSWIJZE, Herzieningsgrond
from toegang.models import Opschorting, TermijnSoort
from toegang.opmaak import bedrag, datum
from toegang.rechten import Wet
from toegang.termijnen import NIET_BEHANDELEN_AWB_4_5_4, einde_van
from voorzieningen.models import Contract, Indicatie
from voorzieningen.regels import omvang_in_woorden
from wijkteams.models import Hulpvraag, Verslag
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


@dataclass
class Poortvraag:
    """The besluit and the day on which it must hold; what several points need is read once."""

    besluit: Besluit
    vandaag: datetime.date

    @cached_property
    def regels(self) -> list[Besluitregel]:
        return self.besluit.geldende_regels()

    @cached_property
    def toegekend(self) -> list[Indicatie]:
        return [r.indicatie for r in self.regels if r.gevolg == Gevolg.TOEKENNEN]

    @cached_property
    def lid_9(self) -> bool:
        """After six weeks an aanvraag is valid without the onderzoek: what is missing then warns (Wmo 2.3.2 lid 9)."""
        besluit = self.besluit
        if besluit.aanvraag is None:
            return False
        termijn = (
            besluit.zaak.termijnen.filter(soort=TermijnSoort.ONDERZOEK).order_by("begint_op", "pk").first()
        )
        return zonder_onderzoek_geldig(
            termijn.uiterste_datum if termijn and not termijn.gehaald_op else None,
            besluit.aanvraag.ontvangen_op,
            self.vandaag,
        )

    def hier(self, klaar: bool, zin: str, anker: str) -> Punt:
        """On the page of the besluit itself."""
        return Punt(klaar, zin, BESLUIT, self.besluit.pk, anker)

    def tekst(self, veld: str, mist: str) -> Iterator[Punt]:
        """A text of the letter that may not be empty."""
        if not getattr(self.besluit, veld).strip():
            yield self.hier(False, mist, f"id_{veld}")


def aanvraag(v: Poortvraag) -> Iterator[Punt]:
    besluit, adres = v.besluit, ("toegang:aanvraag_registreren", v.besluit.zaak_id)
    if besluit.aanleiding != Aanleiding.AANVRAAG:
        return
    if besluit.aanvraag is None:
        yield Punt(False, "Er is geen aanvraag.", *adres)
    elif not besluit.aanvraag.ondertekend:
        yield Punt(False, "De aanvraag is niet ondertekend (Awb 4:2).", *adres)
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


def aanvulling_gevraagd(v: Poortvraag) -> Iterator[Punt]:
    """Not treated only after the inwoner could complete it and did not, told within four weeks (Awb art. 4:5)."""
    adres = ("toegang:termijnen", v.besluit.zaak_id)
    gevraagd = Opschorting.objects.filter(
        termijn__aanvraag=v.besluit.aanvraag,
        grond=Opschorting.Grond.AANVULLING,
        einde=Opschorting.Einde.VERLOPEN,
    )
    laatste = gevraagd.order_by("-tot_op", "pk").first()
    if laatste is None or laatste.tot_op is None:
        yield Punt(False, "De inwoner kreeg nog geen tijd om aan te vullen (Awb 4:5 lid 1)", *adres)
        return
    tot = einde_van(laatste.tot_op, NIET_BEHANDELEN_AWB_4_5_4)
    if v.vandaag > tot:
        zin = f"Niet behandelen kon tot en met {datum(tot)} (Awb 4:5 lid 4). Besluit op de aanvraag."
        yield v.hier(False, zin, "id_uitkomst")
    else:
        yield Punt(
            True, f"Om aanvulling gevraagd tot en met {datum(laatste.tot_op)}. Dit kan tot {datum(tot)}"
        )


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
    if not geweigerd and not v.besluit.motivering.strip():
        zin = "Er staat niet wat de inwoner niet krijgt. Wijs een regel af, of schrijf het op."
        yield v.hier(False, zin, "id_motivering")
    for regel in geweigerd:
        naam = regel.indicatie.product.naam
        klaar = bool(regel.reden.strip())
        zin = (
            f"Niet toegekend met een reden: {naam}"
            if klaar
            else f"De reden ontbreekt bij wat niet kan: {naam}"
        )
        yield v.hier(klaar, zin, f"id_regel_{regel.pk}_reden")


def aanbieder(v: Poortvraag) -> Iterator[Punt]:
    for i in v.toegekend:
        if i.vorm == "pgb":
            continue
        contract = Contract.objects.filter(aanbieder_id=i.aanbieder_id, product_id=i.product_id).op(
            i.ingangsdatum
        )
        if contract.exists():
            yield Punt(True, f"Aanbieder: {i.aanbieder.naam}")
        else:
            zin = f"{i.aanbieder.naam} heeft op {datum(i.ingangsdatum)} geen contract meer. Trek het voorstel in."
            yield Punt(False, zin, "voorzieningen:indicaties", v.besluit.zaak_id)


PGB_VOORWAARDEN = (
    ("pgb_beheerder", "wie het pgb beheert, en of die dat kan"),
    ("pgb_motivering", "waarom een pgb en geen natura"),
    ("pgb_kwaliteit", "hoe de hulp veilig en goed is"),
)
PGB_ARTIKEL = {Wet.WMO: "Wmo 2.3.6 lid 2", Wet.JEUGDWET: "Jeugdwet 8.1.1 lid 2"}


def pgb(v: Poortvraag) -> Iterator[Punt]:
    """The three conditions of the law; a wish for natura is no pgb."""
    artikel = PGB_ARTIKEL.get(Wet(v.besluit.zaak.wet), "")
    for i in v.toegekend:
        if i.vorm != "pgb":
            continue
        mist = [wat for veld, wat in PGB_VOORWAARDEN if not getattr(i, veld).strip()]
        if mist:
            zin = f"Bij het pgb ontbreekt: {', '.join(mist)} ({artikel})"
            yield Punt(False, zin, "voorzieningen:indicaties", v.besluit.zaak_id)
        else:
            yield Punt(True, f"Pgb: de drie voorwaarden zijn vastgelegd ({artikel})")


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


def motivering_later(v: Poortvraag) -> Iterator[Punt]:
    """With spoed the motivation may follow within a week (Awb art. 3:47 lid 3)."""
    if v.besluit.motivering.strip():
        yield Punt(True, "De reden van de spoed staat in de brief")
    else:
        zin = "De motivering volgt. Zij gaat binnen een week na de brief weg (Awb 3:47)"
        yield Punt(True, zin, BESLUIT, v.besluit.pk, "id_motivering", let_op=True)


def grond(v: Poortvraag) -> Iterator[Punt]:
    """On which ground of 2.3.10; a heronderzoek and a court need none of a to e when help simply ends."""
    if v.besluit.grond:
        yield Punt(True, f"Grond: {Herzieningsgrond(v.besluit.grond).label} (Wmo 2.3.10)")
    else:
        yield v.hier(False, "De grond van de herziening ontbreekt (Wmo 2.3.10 lid 1)", "id_grond")


def werking(v: Poortvraag) -> Iterator[Punt]:
    if v.besluit.werking_op:
        yield Punt(True, f"Werkt vanaf {datum(v.besluit.werking_op)}")
    else:
        yield v.hier(False, "Kies vanaf welke dag het besluit werkt (Wmo 2.3.10 lid 2)", "id_werking_op")


def wijzigingen(v: Poortvraag) -> Iterator[Punt]:
    """A revision changes something, and says what and why."""
    gewijzigd = [r for r in v.regels if r.gevolg == Gevolg.WIJZIGEN]
    if not any(r.gevolg != Gevolg.HANDHAVEN for r in v.regels):
        yield v.hier(False, "Alle hulp blijft zoals zij is. Kies wat er verandert.", "id_uitkomst")
    for regel in gewijzigd:
        naam, plek = regel.indicatie.product.naam, f"id_regel_{regel.pk}_nieuw_volume"
        klaar = regel.nieuw_volume is not None or regel.nieuwe_einddatum is not None
        zin = f"Wijziging is bepaald: {naam}" if klaar else f"Vul de nieuwe omvang of einddatum in: {naam}"
        yield v.hier(klaar, zin, plek)


def terugvordering(v: Poortvraag) -> Iterator[Punt]:
    """After a withdrawal on ground a that was sent, with intent, and an amount (Wmo 2015 art. 2.4.1)."""
    besluit = v.besluit
    if besluit.volgt_op is None or not besluit.volgt_op.verzonden_op:
        yield Punt(False, "Er is geen intrekking om onjuiste gegevens die verzonden is (Wmo 2.4.1)")
    else:
        yield Punt(True, f"Volgt op de intrekking {besluit.volgt_op.kenmerk}")
    yield from v.tekst("opzet", "Er staat niet waaruit blijkt dat het opzet was (Wmo 2.4.1 lid 1)")
    if besluit.bedrag:
        yield Punt(True, f"Bedrag: {bedrag(besluit.bedrag)}")
    else:
        yield v.hier(False, "Vul het bedrag in dat terug moet", "id_bedrag")


def dwangsombedrag(v: Poortvraag) -> Iterator[Punt]:
    """Computed from the dates of the notice; nobody types it (Awb art. 4:17, 4:18)."""
    if v.besluit.bedrag is None:
        yield Punt(
            False, "De dwangsom loopt nog. Het bedrag staat vast als het besluit weg is, of na 42 dagen."
        )
    else:
        yield Punt(True, f"Dwangsom: {bedrag(v.besluit.bedrag)}")


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


def heroverweging(v: Poortvraag) -> Iterator[Punt]:
    """On a bezwaar: in time or excused, heard or why not, the advice is in (Awb 6:11, 7:2, 7:3, 7:13)."""
    bezwaar, adres = v.besluit.bezwaar, "beschikkingen:bezwaar"
    if bezwaar is None:
        return
    niet_ontvankelijk = v.besluit.uitkomst == Uitkomst.NIET_ONTVANKELIJK
    if bezwaar.te_laat and bezwaar.verschoonbaar is None:
        yield Punt(
            False,
            "Het bezwaar is te laat. Leg vast of dat te verontschuldigen is (Awb 6:11)",
            adres,
            bezwaar.pk,
        )
    elif bezwaar.te_laat and not bezwaar.verschoonbaar and not niet_ontvankelijk:
        yield v.hier(
            False, "Het bezwaar is te laat zonder goede reden: het is niet-ontvankelijk", "id_uitkomst"
        )
    else:
        yield Punt(True, "Bezwaar op tijd" if not bezwaar.te_laat else "Bezwaar te laat, dat is beoordeeld")
    if bezwaar.gehoord_op or bezwaar.niet_horen:
        hoe = "Gehoord" if bezwaar.gehoord_op else f"Niet gehoord: {bezwaar.get_niet_horen_display()}"
        yield Punt(True, hoe)
    else:
        yield Punt(False, "De inwoner is nog niet gehoord (Awb 7:2)", adres, bezwaar.pk)
    if bezwaar.commissie and not bezwaar.advies_op:
        yield Punt(False, "Het advies van de commissie is er nog niet (Awb 7:13)", adres, bezwaar.pk)


def veranderd_door_bezwaar(v: Poortvraag) -> Iterator[Punt]:
    """Gegrond without any line that changes asks a look: another reason alone can be enough."""
    anders = [r for r in v.regels if r.gevolg != Gevolg.HANDHAVEN]
    if v.regels and not anders:
        zin = "Het bezwaar is gegrond, maar de hulp blijft zoals zij was. Klopt dat?"
        yield Punt(True, zin, BESLUIT, v.besluit.pk, "id_uitkomst", let_op=True)
    for regel in (r for r in anders if r.gevolg == Gevolg.WIJZIGEN):
        klaar = regel.nieuw_volume is not None or regel.nieuwe_einddatum is not None
        naam = regel.indicatie.product.naam
        zin = f"Wijziging is bepaald: {naam}" if klaar else f"Vul de nieuwe omvang of einddatum in: {naam}"
        yield v.hier(klaar, zin, f"id_regel_{regel.pk}_nieuw_volume")


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
