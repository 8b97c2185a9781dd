"""Draw up a besluit from an aanvraag: the proposed help and the reasons of the afweging come along."""

import datetime

from django.db import transaction

from beschikkingen import gebeurtenissen
from beschikkingen.briefsjabloon import geldend_sjabloon
from beschikkingen.models import Besluit, Besluitreden, Besluitregel, Uitkomst
from beschikkingen.permissions import waarom_niet_opstellen
from beschikkingen.soorten import Aanleiding, gevolg_van
from beschikkingen.standaard import AANVULLEN
from beschikkingen.statussen import BesluitStatus
from beschikkingen.uit_onderzoek import voorbereider_van, wat_niet_lukt
from toegang.models import Aanvraag, Actor, Zaak
from toegang.rechten import Recht
from toegang.statussen import (
    ZAAK_OVERGANGEN,
    AanvraagStatus,
    OngeldigeOvergang,
    ZaakStatus,
    check_overgang,
)
from toegang.usecases import taken
from toegang.usecases.ophalen import zaak_vergrendelen
from wijkteams.models import Onderzoek, Trede
from wijkteams.regels import MAATWERK


@transaction.atomic
def besluit_opstellen(
    *, aanvraag_id, door: Actor, vandaag: datetime.date, uitkomst: str = Uitkomst.TOEKENNING
) -> Besluit:
    """One open besluit an aanvraag: asked again it is given back (Wmo 2015 art. 2.3.5 lid 2)."""
    zaak_id = (
        Aanvraag.objects.voor(door, Recht.PROCES_INZIEN).values_list("zaak_id", flat=True).get(pk=aanvraag_id)
    )
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    aanvraag = Aanvraag.objects.vergrendelen(aanvraag_id)
    bestaand = (
        Besluit.objects.filter(aanvraag=aanvraag, aanleiding=Aanleiding.AANVRAAG)
        .exclude(status=BesluitStatus.VERZONDEN)
        .first()
    )
    if bestaand:
        return bestaand
    if aanvraag.status != AanvraagStatus.OPEN:
        raise OngeldigeOvergang("Over deze aanvraag is al besloten, of zij is ingetrokken.")
    if reden := waarom_niet_opstellen(zaak):
        raise OngeldigeOvergang(reden)
    return op_aanvraag(zaak, aanvraag, door=door, vandaag=vandaag, uitkomst=uitkomst)


def op_aanvraag(
    zaak: Zaak, aanvraag: Aanvraag, *, door: Actor, vandaag: datetime.date, uitkomst: str
) -> Besluit:
    """The write itself, for a zaak and an aanvraag that are locked and have no open besluit."""
    besluit = uit_het_onderzoek(
        Besluit(
            zaak=zaak, aanvraag=aanvraag, uitkomst=Uitkomst(uitkomst), opgesteld_op=vandaag, opgesteld_door=door
        ),
        door=door,
    )  # fmt: skip
    for soort in ("aanvraag", AANVULLEN):
        taken.afhandelen(soort, zaak.pk, door=door)
    onderzoek_klaar(zaak, door=door)
    return besluit


def onderzoek_klaar(zaak: Zaak, *, door: Actor) -> None:
    """The aanvraag came before the onderzoek (Awb 4:13), or nobody asked: the zaak goes on with its besluit."""
    if zaak.status == ZaakStatus.ONDERZOEK:
        check_overgang(ZAAK_OVERGANGEN, zaak.status, ZaakStatus.BESLUITVORMING)
        zaak.status = ZaakStatus.BESLUITVORMING
        zaak.bewaren(door=door, reden="besluit opgesteld")


def uit_het_onderzoek(besluit: Besluit, *, door: Actor) -> Besluit:
    """A new besluit with the proposals, the reasons and the words of the onderzoek of its zaak, which is locked."""
    zaak = besluit.zaak
    onderzoek = Onderzoek.objects.filter(zaak=zaak).first()
    treden = list(Trede.objects.filter(hulpvraag__onderzoek__zaak=zaak).order_by("trede", "pk"))
    besluit.bijdrage_besproken = bool(onderzoek and onderzoek.bijdrage_verteld)
    besluit.voorbereider = voorbereider_van(besluit)
    besluit.wat_kunt_u_niet = wat_niet_lukt(besluit)
    besluit.blijft_over = "\n".join(t.brieftekst for t in treden if t.trede == MAATWERK and t.brieftekst)
    besluit.bewaren(door=door, reden="besluit opgesteld")
    besluit.refresh_from_db(fields=["volgnummer"])
    for trede in treden:
        if trede.trede != MAATWERK and (trede.onderzocht == "ja" or trede.brieftekst):
            Besluitreden(
                besluit=besluit, trede=trede.trede, bron_trede=trede, tekst=trede.brieftekst
            ).bewaren(door=door, reden="uit de afweging")
    regels_bijwerken(besluit, door=door)
    besluit.wat_gebeurt_nu = wat_gebeurt_nu(besluit)
    sjabloon = geldend_sjabloon(besluit)
    besluit.regels = sjabloon.regels if sjabloon else ""  # approved with it by a second person
    besluit.bewaren(door=door, reden="besluit opgesteld")
    gebeurtenissen.besluit_opgesteld(besluit, door=door)
    return besluit


def regels_bijwerken(besluit: Besluit, *, door: Actor) -> None:
    """Every proposal of the zaak stands in the besluit; what was withdrawn stays as history and no longer counts."""
    aanwezig = {r.indicatie_id: r for r in besluit.regelingen.select_related("indicatie")}
    for regel in aanwezig.values():
        gevolg = gevolg_van(besluit.uitkomst, regel.gevolg)
        if regel.gevolg != gevolg:
            regel.gevolg = gevolg
            regel.bewaren(door=door, reden="uitkomst van het besluit")
    for indicatie in besluit.voorstellen().exclude(pk__in=aanwezig).order_by("ingangsdatum", "pk"):
        Besluitregel(besluit=besluit, indicatie=indicatie, gevolg=gevolg_van(besluit.uitkomst)).bewaren(
            door=door, reden="in het besluit"
        )


def wat_gebeurt_nu(besluit: Besluit) -> str:
    """A first text that the consulent makes better."""
    aanbieders = dict.fromkeys(
        r.indicatie.aanbieder.naam for r in besluit.geldende_regels() if r.indicatie.aanbieder
    )
    zinnen = [
        f"{naam} belt u voordat de hulp begint. Bent u dan niet gebeld? Bel ons." for naam in aanbieders
    ]
    return "\n".join(zinnen)
