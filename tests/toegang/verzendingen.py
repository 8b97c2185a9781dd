"""A batch for the tests: letters of a kind that follows nothing, on paper of one blank page each."""

import datetime
import io

import pikepdf

from tests.fabrieken import VANDAAG, DossierFabriek, InwonerFabriek, ZaakFabriek
from toegang import briefsoorten
from toegang.briefsoorten import Briefsoort
from toegang.brieven.kop import aanhef_voor, kop_voor
from toegang.brieven.ontvangstbevestiging import Ontvangstbevestiging
from toegang.models import Actor, Brief, Verzending
from toegang.usecases import brief_maken as maken
from toegang.usecases.brief_klaarzetten import brief_klaarzetten
from toegang.usecases.brief_maken import brieven_maken
from toegang.usecases.verzending_samenstellen import verzending_samenstellen
from toegang.usecases.verzending_starten import verzending_starten
from toegang.usecases.verzending_uitvoeren import brieven_vragen, verzendingen_uitvoeren

MORGEN = VANDAAG + datetime.timedelta(days=1)


def nu(dag=VANDAAG, uur=10) -> datetime.datetime:
    return datetime.datetime.combine(dag, datetime.time(uur), tzinfo=datetime.UTC)


def bouwen(brief):
    return Ontvangstbevestiging(
        kop=kop_voor(brief), aanhef=aanhef_voor(brief), ontvangen_op=VANDAAG, persoonlijk_plan_tot=VANDAAG,
        onderzoek_tot=VANDAAG,
    )  # fmt: skip


def papier(html, *, titel, kenmerk, gemaakt_op, **_) -> bytes:
    """A page that only knows whose it is and its date; an odd last digit makes a second page."""
    with pikepdf.Pdf.new() as pdf:
        for _ in range(1 + int(kenmerk[-1]) % 2):
            bladzijde = pdf.add_blank_page()
            bladzijde.obj["/Van"] = f"{kenmerk} {gemaakt_op}"
        uit = io.BytesIO()
        pdf.save(uit, deterministic_id=True)
    return uit.getvalue()


def papier_gebruiken(monkeypatch, na_verzending=None) -> None:
    monkeypatch.setitem(briefsoorten._soorten, "proef", Briefsoort("proef", bouwen, na_verzending))
    monkeypatch.setattr(maken, "pdf_maken", papier)


def brief(*, afgeschermd=False, **inwoner) -> Brief:
    """A letter that waits, for a new inwoner with this address and these wishes."""
    zaak = ZaakFabriek(dossier=DossierFabriek(inwoner=InwonerFabriek(**inwoner)), afgeschermd=afgeschermd)
    return brief_klaarzetten(
        soort="proef", zaak=zaak, bron_id=zaak.pk, onderwerp="Uw vraag is bij ons", door=Actor.objects.systeem(),
        verzenddatum=VANDAAG,
    )  # fmt: skip


def wijzig(inwoner, **anders):
    """What a colleague or the BRP changed since."""
    for naam, waarde in anders.items():
        setattr(inwoner, naam, waarde)
    return inwoner.bewaren(door=Actor.objects.systeem(), reden="test")


def samenstellen(door, *, verzenddatum=VANDAAG, soorten=("proef",), dag=VANDAAG, **anders) -> Verzending:
    return verzending_samenstellen(
        door=door, nu=nu(dag), vandaag=dag, verzenddatum=verzenddatum, soorten=list(soorten), **anders
    )


def werken(dag=VANDAAG, uur=11) -> None:
    """One round of the worker, as the task does it."""
    brieven_vragen(vandaag=dag)
    brieven_maken(nu=nu(dag, uur))
    verzendingen_uitvoeren(nu=nu(dag, uur), vandaag=dag)


def gedrukt(door, **anders) -> Verzending:
    """Chosen, made and printed."""
    verzending = samenstellen(door, **anders)
    verzending_starten(verzending_id=verzending.pk, door=door, vandaag=anders.get("dag", VANDAAG))
    werken(anders.get("dag", VANDAAG))
    return Verzending.objects.get(pk=verzending.pk)


def bladen(verzending: Verzending) -> list[str]:
    """Whose page each page of the print file is, '' for a blank one."""
    with verzending.bestand.open("rb") as bestand, pikepdf.open(io.BytesIO(bestand.read())) as pdf:
        return [str(blad.obj.get("/Van", "")) for blad in pdf.pages]
