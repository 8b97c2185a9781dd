"""Points of the gate where a besluit is no plain answer: not treated, spoed, changes, money, bezwaar. Reads only."""

from collections.abc import Iterator

from beschikkingen.herhaling import eerdere_afwijzing
from beschikkingen.models import Aanleiding, Beroep, Gevolg, Uitkomst
from beschikkingen.poortvraag import BESLUIT, Poortvraag, Punt
from beschikkingen.soorten import Herzieningsgrond
from toegang.models import Opschorting
from toegang.opmaak import bedrag, datum
from toegang.termijnen import NIET_BEHANDELEN_AWB_4_5_4, einde_van


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


def herhaling(v: Poortvraag) -> Iterator[Punt]:
    """Refused by pointing at the earlier refusal: only when nothing new is told (Awb art. 4:6)."""
    eerder, aanvraag = v.besluit.volgt_op, v.besluit.aanvraag
    staat_nog = eerder is not None and eerdere_afwijzing(v.besluit) == eerder
    if eerder is None or aanvraag is None or eerder.verzonden_op is None or not staat_nog:
        yield v.hier(False, "Er is geen eerdere afwijzing om naar te verwijzen (Awb 4:6)", "id_verwijst")
        return
    yield Punt(True, f"Verwijst naar {eerder.kenmerk}, verzonden op {datum(eerder.verzonden_op)}")
    if aanvraag.nieuwe_feiten:
        zin = "De inwoner noemt iets nieuws. Onderzoek dat, en verwijs niet naar het eerdere besluit (Awb 4:6 lid 1)"
        yield v.hier(False, zin, "id_verwijst")
    else:
        yield Punt(True, "De inwoner noemt geen nieuwe feiten of andere omstandigheden")


def motivering_later(v: Poortvraag) -> Iterator[Punt]:
    """With spoed the motivation may follow within a week (Awb art. 3:47 lid 3)."""
    if v.besluit.motivering.strip():
        yield Punt(True, "De reden van de spoed staat in de brief")
    else:
        zin = "De motivering volgt. Zij gaat binnen een week na de brief weg (Awb 3:47)"
        yield Punt(True, zin, BESLUIT, v.besluit.pk, "id_motivering", let_op=True)


def grond(v: Poortvraag) -> Iterator[Punt]:
    """On which ground of 2.3.10; a court needs none of a to e: its ruling is the ground."""
    if v.besluit.aanleiding == Aanleiding.UITSPRAAK:
        beroep = Beroep.objects.uitgesproken(v.besluit.zaak).first()
        if beroep is not None and beroep.uitspraak_op is not None:
            yield Punt(
                True, f"Uitspraak van {datum(beroep.uitspraak_op)}: {beroep.get_uitspraak_display().lower()}"
            )
            return
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
    if not any(r.gevolg != Gevolg.HANDHAVEN for r in v.regels):
        yield v.hier(False, "Alle hulp blijft zoals zij is. Kies wat er verandert.", "id_uitkomst")
    yield from _gewijzigde_regels(v)


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
    if v.regels and all(r.gevolg == Gevolg.HANDHAVEN for r in v.regels):
        zin = "Het bezwaar is gegrond, maar de hulp blijft zoals zij was. Klopt dat?"
        yield Punt(True, zin, BESLUIT, v.besluit.pk, "id_uitkomst", let_op=True)
    yield from _gewijzigde_regels(v)


def _gewijzigde_regels(v: Poortvraag) -> Iterator[Punt]:
    """Of each line that changes stands to what."""
    for regel in (r for r in v.regels if r.gevolg == Gevolg.WIJZIGEN):
        naam = regel.indicatie.product.naam
        klaar = regel.nieuw_volume is not None or regel.nieuwe_einddatum is not None
        zin = f"Wijziging is bepaald: {naam}" if klaar else f"Vul de nieuwe omvang of einddatum in: {naam}"
        yield v.hier(klaar, zin, f"id_regel_{regel.pk}_nieuw_volume")
