"""One dossier, told through the use-cases by the right colleagues, from the first call to the letter."""

import datetime
from collections.abc import Callable
from decimal import Decimal
from functools import cached_property
from random import Random

from beschikkingen.models import Besluit
from beschikkingen.usecases.besluit_aanvullen import besluit_aanvullen
from beschikkingen.usecases.besluit_goedkeuren import besluit_goedkeuren
from beschikkingen.usecases.besluit_ondertekenen import besluit_ondertekenen
from beschikkingen.usecases.besluit_oppakken import besluit_oppakken
from beschikkingen.usecases.besluit_opstellen import besluit_opstellen
from beschikkingen.usecases.besluit_ter_toetsing import besluit_ter_toetsing
from beschikkingen.usecases.besluitbrief_klaarzetten import besluitbrief_klaarzetten
from config.demo.archief import archiefkopie
from config.demo.gemeente.thema import Hulp, Thema
from config.demo.gesprek import drempel
from config.demo.jeugd import jeugdonderzoek
from config.demo.kalender import Klok
from config.demo.opzet import STAPPEN, Opzet
from config.demo.pgb import PGB, budgetplan_vertellen
from config.demo.plannen import ergotherapie_vragen
from config.demo.ploeg import Ploeg
from toegang.models import Actor, Afsluitreden, Brief, Contactmoment, Inwoner, PersoonlijkPlan, Zaak
from toegang.models.document import AFSCHRIFT
from toegang.moment import op_moment
from toegang.rechten import Rol, Wet
from toegang.usecases.brief_maken import brief_maken
from toegang.usecases.brief_verzenden import brief_verzenden
from toegang.usecases.contact_registreren import contact_registreren
from toegang.usecases.inwoner_registreren import inwoner_registreren
from toegang.usecases.ontvangst_bevestigen import ontvangst_bevestigen
from toegang.usecases.persoonlijk_plan_vastleggen import persoonlijk_plan_vastleggen
from toegang.usecases.vraagverheldering_vastleggen import vraagverheldering_vastleggen
from toegang.usecases.zaak_afsluiten import verslag_verstuurd, zaak_afsluiten
from toegang.usecases.zaak_doorzetten import zaak_doorzetten
from toegang.usecases.zaak_openen import zaak_openen
from voorzieningen.models import Contract, Product
from voorzieningen.usecases.indicatie_voorstellen import indicatie_voorstellen
from wijkteams.models import Actie, Deelnemer, Hulpvraag, Leefzorgplan, Verslag, ZrmScore
from wijkteams.regels import lage_scores_zonder_doel
from wijkteams.usecases.actie_toevoegen import actie_toevoegen
from wijkteams.usecases.akkoord_vastleggen import akkoord_vastleggen
from wijkteams.usecases.doel_toevoegen import doel_toevoegen
from wijkteams.usecases.gesprek_vastleggen import gesprek_vastleggen
from wijkteams.usecases.huisbezoek_afronden import huisbezoek_afronden
from wijkteams.usecases.huisbezoek_plannen import huisbezoek_plannen
from wijkteams.usecases.hulpvraag_toevoegen import hulpvraag_toevoegen
from wijkteams.usecases.plan_opstellen import plan_opstellen
from wijkteams.usecases.plan_vaststellen import plan_vaststellen
from wijkteams.usecases.score_zonder_doel import score_zonder_doel
from wijkteams.usecases.trede_vastleggen import trede_vastleggen
from wijkteams.usecases.verslag_maken import verslag_maken
from wijkteams.usecases.verslag_ondertekend import verslag_ondertekend
from wijkteams.usecases.verslag_versturen import verslag_versturen
from wijkteams.usecases.zaak_toewijzen import zaak_toewijzen
from wijkteams.usecases.zrm_vastleggen import zrm_vastleggen

VERORDENING = "Verordening maatschappelijke ondersteuning gemeente Venlo, artikel 3 en 8"
ECHTE_BRIEVEN = range(6)
KANALEN = ("telefoon", "telefoon", "telefoon", "balie", "e_mail", "website", "huisarts", "brief")


class Verhaal:
    """Takes the steps one after the other; every act by whose work it is, on its own day."""

    def __init__(
        self, o: Opzet, mens: dict, ploeg: Ploeg, kans: Random, nu: datetime.datetime, *, wet: str = Wet.WMO
    ):
        self.o, self.mens, self.ploeg, self.kans, self.wet = o, mens, ploeg, kans, wet
        self.echt_nu = nu
        self.klok = Klok(o.gemeld_op, nu, kans)
        self.inwoner: Inwoner
        self.contactmoment: Contactmoment
        self.zaak: Zaak | None = None
        self.na_contact: Callable[[Verhaal, Ploeg], None] | None = None  # what must be known before a letter

    # --- telling ---------------------------------------------------------------------------------------

    def vertellen(self) -> "Verhaal":
        """All steps up to the last one, and the exit."""
        for stap in STAPPEN:
            self.klok.verder(self.o.dagen[stap])
            self._op_dit_moment(getattr(self, stap))
            if stap == self.o.laatste:
                break
        if self.o.uitgang:
            self._op_dit_moment(getattr(self, self.o.uitgang))
        return self

    def _op_dit_moment(self, doen) -> None:
        self.nu = self.klok.nu()
        with op_moment(self.nu):
            doen()

    @property
    def vandaag(self) -> datetime.date:
        return self.klok.dag

    @cached_property
    def administratie(self) -> Actor:
        return self.ploeg.met_rol(Rol.ADMINISTRATIE, self.o.nr)

    @property
    def regisseur(self) -> Actor:
        return self.ploeg.van(Zaak.objects.values_list("regisseur", flat=True).get(pk=self.zaak.pk))

    def _aan_de_beurt(self, lijst):
        """Another variation for the next dossier of the same theme."""
        return lijst[(self.o.nr // 8 + self.o.nr) % len(lijst)]

    # --- the front door ----------------------------------------------------------------------------------

    def contact(self) -> None:
        door = self.ploeg.met_rol(Rol.KCC if self.o.nr % 4 else Rol.ADMINISTRATIE, self.o.nr)
        self.inwoner = inwoner_registreren(door=door, **self.mens)
        t = self.o.thema
        self.contactmoment = contact_registreren(
            door=door, vandaag=self.vandaag, nu=self.nu, kanaal=KANALEN[self.o.nr % len(KANALEN)],
            soort="melding" if self.wet == Wet.WMO else "aanvraag", vraag=self._aan_de_beurt(t.vragen),
            inwoner=self.inwoner, telefoon=self.mens.get("telefoon", ""), bereik=self.mens.get("bereik", ""),
            gevaar=self.o.spoed and self.o.nr % 2 == 0,
        )  # fmt: skip
        if self.na_contact:
            self.na_contact(self, self.ploeg)

    def open(self) -> None:
        self.zaak = zaak_openen(
            contact_id=self.contactmoment.pk, door=self.administratie, vandaag=self.vandaag, wet=self.wet,
            onderwerp=self.o.thema.leefgebied, spoed=self.o.spoed,
        )  # fmt: skip

    def vraag(self) -> None:
        t = self.o.thema
        vraagverheldering_vastleggen(
            zaak_id=self.zaak.pk, door=self.administratie, leefgebieden=list(t.delen)[:2],
            vraag_achter_de_vraag=self._aan_de_beurt(t.achter), al_geprobeerd=self._aan_de_beurt(t.geprobeerd),
            wie_helpt_nu=self._aan_de_beurt(t.helpt), goede_uitkomst=self._aan_de_beurt(t.uitkomst),
            delen=self._per_leefgebied(t),
            urgentie_reden="Het gaat thuis niet langer zo." if self.o.spoed else "",
        )  # fmt: skip

    def _per_leefgebied(self, t: Thema) -> dict[str, dict[str, str]]:
        """Of every other story the first area of life in its own words: not all of them tell more at the front door."""
        if self.o.nr % 2:
            return {}
        gebied, (_, niet, helpt) = next(iter(t.delen.items()))
        return {str(gebied): {"wat": niet, "sinds": "sinds het voorjaar", "wie_helpt": helpt}}

    def bevestigd(self) -> None:
        if self.wet == Wet.WMO:
            self._versturen(
                ontvangst_bevestigen(zaak_id=self.zaak.pk, door=self.administratie, vandaag=self.vandaag)
            )
        keuze = PersoonlijkPlan.ONTVANGEN if self.o.nr % 9 == 0 else PersoonlijkPlan.ZIET_AF
        if self.o.nr % 5 or self.o.laatste != "bevestigd":
            persoonlijk_plan_vastleggen(
                zaak_id=self.zaak.pk, door=self.administratie, vandaag=self.vandaag, keuze=keuze
            )

    def doorgezet(self) -> None:
        self.zaak = zaak_doorzetten(zaak_id=self.zaak.pk, door=self.administratie, vandaag=self.vandaag)

    def _versturen(self, brief: Brief) -> None:
        """Made and handed over the same day; today's letters are left for the worker. Few of the old ones are real."""
        if brief.verzenddatum >= self.echt_nu.date():
            return
        echt = brief.soort == "besluit" or self.o.nr in ECHTE_BRIEVEN
        afschriften = Brief.objects.filter(sleutel__startswith=f"{brief.sleutel}{AFSCHRIFT}").order_by(
            "sleutel"
        )
        for stuk in (brief, *afschriften):  # a mentor gets his at the same time
            brief_maken(brief_id=stuk.pk, nu=self.nu, pdf=None if echt else archiefkopie)
            brief_verzenden(
                brief_id=stuk.pk,
                door=self.administratie,
                vandaag=self.vandaag,
                verzonden_op=stuk.verzenddatum,
            )

    # --- the team ----------------------------------------------------------------------------------------

    def toegewezen(self) -> None:
        team = self.zaak.wijkteam_id
        regisseur = self.ploeg.consulent(team, self.wet, self.o.nr // 6)
        zaak_toewijzen(
            zaak_id=self.zaak.pk, regisseur_id=regisseur.medewerker_id, door=self.ploeg.teamlead(team),
            vandaag=self.vandaag, nu=self.nu, reden=f"{regisseur.naam} heeft de meeste ruimte in het team.",
        )  # fmt: skip

    def gepland(self) -> None:
        dag = Klok(self.vandaag, self.echt_nu, self.kans)
        dag.verder(self.o.dagen["gesprek"])
        om = datetime.datetime.combine(
            dag.dag, datetime.time(9 + self.o.nr % 7, 30 * (self.o.nr % 2)), self.nu.tzinfo
        )
        self.bezoek = huisbezoek_plannen(zaak_id=self.zaak.pk, door=self.regisseur, nu=self.nu, gepland_om=om)

    def gesprek(self) -> None:
        t, door = self.o.thema, self.regisseur
        self.nu = min(self.bezoek.gepland_om + datetime.timedelta(hours=2), self.echt_nu)
        with op_moment(self.nu):
            self._gesproken(t, door)

    def _gesproken(self, t: Thema, door: Actor) -> None:
        huisbezoek_afronden(
            huisbezoek_id=self.bezoek.pk, door=door, nu=self.nu, aanwezigen="De inwoner zelf",
            identiteit_gezien="paspoort" if self.o.nr % 2 else "identiteitskaart",
        )  # fmt: skip
        namen = ("wat_lukt", "wat_lukt_niet", "wie_helpt")
        gesprek_vastleggen(
            zaak_id=self.zaak.pk, door=door, vandaag=self.vandaag,
            delen={gebied: dict(zip(namen, tekst, strict=True)) for gebied, tekst in t.delen.items()},
            behoeften=self._aan_de_beurt(t.behoeften), mantelzorger_behoeften=t.mantelzorger, bijdrage_verteld=True,
            pgb_verteld=True, werknotitie="Rustig gesprek. Let op vermoeidheid na een uur." if self.o.nr % 3 == 0 else "",  # noqa: E501
        )  # fmt: skip
        scores = {
            domein: {"reden": reden, "niveau": niveau, "toelichting": uitleg}
            for domein, (reden, niveau, uitleg) in t.zrm.items()
        }
        zrm_vastleggen(zaak_id=self.zaak.pk, door=door, vandaag=self.vandaag, scores=scores)
        if self.wet == Wet.JEUGDWET:
            jeugdonderzoek(self.zaak, door, vandaag=self.vandaag)
        if self.o.nr % 20 == 4:
            drempel(self.zaak, door, self.nu)

    def afgewogen(self) -> None:
        t, door = self.o.thema, self.regisseur
        hulpvraag = hulpvraag_toevoegen(
            zaak_id=self.zaak.pk, door=door, leefgebied=t.leefgebied, omschrijving=self._aan_de_beurt(t.hulpvraag),
            gewenst_resultaat=self._aan_de_beurt(t.uitkomst),
        )  # fmt: skip
        for trede in t.treden:
            if trede.nummer == 5 and self.o.uitgang == "geen_aanvraag":
                self._opgelost_in_de_wijk(hulpvraag, door)
                return
            if trede.nvt:
                velden = {"onderzocht": "nvt", "nvt_omdat": trede.wat, "lost_op": "niet"}
            else:
                velden = {
                    "onderzocht": "ja", "wat_is_er": trede.wat, "lost_op": trede.lost_op,
                    "wat_blijft_over": trede.blijft, "brieftekst": trede.brief,
                    "helper_akkoord": trede.nummer in (3, 4) and trede.lost_op != "niet",
                    "helper_naam": {3: "de mantelzorger zelf", 4: "de buurvrouw zelf"}.get(trede.nummer, ""),
                }  # fmt: skip
            trede_vastleggen(hulpvraag_id=hulpvraag.pk, trede=trede.nummer, door=door, **velden)
        trede_vastleggen(
            hulpvraag_id=hulpvraag.pk, trede=7, door=door, onderzocht="ja", wat_is_er=t.maatwerk, lost_op="helemaal",
            brieftekst=t.maatwerk, notitie="Besproken in het team.",
        )  # fmt: skip

    def _opgelost_in_de_wijk(self, hulpvraag: Hulpvraag, door: Actor) -> None:
        trede_vastleggen(
            hulpvraag_id=hulpvraag.pk, trede=5, door=door, onderzocht="ja", lost_op="helemaal",
            wat_is_er="Samen naar de Open Inloop en de vrijwilligers geweest. Dat past en is genoeg.",
            brieftekst="in uw wijk is hulp die bij u past. U gaat daar zelf mee verder.",
        )  # fmt: skip

    def verslag(self) -> None:
        door = self.regisseur
        self.verslag_rij: Verslag = verslag_maken(zaak_id=self.zaak.pk, door=door, vandaag=self.vandaag)
        self._versturen(verslag_versturen(verslag_id=self.verslag_rij.pk, door=door, vandaag=self.vandaag))

    def aanvraag(self) -> None:
        verslag_ondertekend(
            verslag_id=self.verslag_rij.pk, door=self.regisseur, vandaag=self.vandaag, nu=self.nu,
            ondertekend_op=self.vandaag, opmerkingen="Klopt. Dank voor het gesprek." if self.o.nr % 4 == 0 else "",
        )  # fmt: skip

    # --- plan and help -----------------------------------------------------------------------------------

    def voorstel(self) -> None:
        t, door = self.o.thema, self.regisseur
        plan = plan_opstellen(zaak_id=self.zaak.pk, door=door, vandaag=self.vandaag)
        doel = doel_toevoegen(
            plan_id=plan.pk, zaak_id=self.zaak.pk, door=door, leefgebied=t.leefgebied,
            ik_wil=self._aan_de_beurt(t.ik_wil), uiterlijk_op=self.vandaag + datetime.timedelta(days=180),
            score_nu=min(niveau for _, niveau, _ in t.zrm.values()), score_straks=4,
        )  # fmt: skip
        for soort, tekst, wie in t.acties:
            actie = actie_toevoegen(
                doel_id=doel.pk, zaak_id=self.zaak.pk, door=door, soort=soort, omschrijving=tekst, wie=wie
            )
        self._indicatie(self._aan_de_beurt(t.hulp), actie, door)
        if self.o.nr % 3:
            self._plan_afspreken(plan, door)

    def _indicatie(self, hulp: Hulp, actie: Actie, door: Actor) -> None:
        product = Product.objects.get(code=hulp.product)
        aanbieders = list(
            Contract.objects.filter(product=product).order_by("aanbieder__agb").values_list("aanbieder")
        )
        over = (
            32 if self.vandaag.day <= 10 else 62
        )  # the first of a month that still lies ahead of the letter
        begin = (self.vandaag.replace(day=1) + datetime.timedelta(days=over)).replace(day=1)
        maanden = begin.month - 1 + hulp.maanden
        einde = datetime.date(begin.year + maanden // 12, maanden % 12 + 1, 1) - datetime.timedelta(days=1)
        velden = {"vorm": "natura", "aanbieder_id": aanbieders[self.o.nr % len(aanbieders)][0]}
        if hulp.product == "02A03" and self.o.nr % 5 == 0:
            budgetplan_vertellen(self.zaak, product, door=door, vandaag=self.vandaag, nu=self.nu)
            velden = dict(PGB)
        if product.ergotherapie_vooraf:
            ergotherapie_vragen(
                self.zaak, self.ploeg, door=door, vandaag=self.vandaag, nu=self.nu, advies=hulp.advies
            )
            velden |= {
                "advies_van": "Ergotherapeut van het wijkteam", "advies_op": self.vandaag, "advies": hulp.advies
            }  # fmt: skip
        indicatie_voorstellen(
            zaak_id=self.zaak.pk, door=door, vandaag=self.vandaag, product_id=product.pk,
            volume=Decimal(self._aan_de_beurt(hulp.volumes)), eenheid=hulp.eenheid, frequentie=hulp.frequentie,
            ingangsdatum=begin, einddatum=einde, resultaat=hulp.resultaat, actie_id=actie.pk, **velden,
        )  # fmt: skip

    def _plan_afspreken(self, plan: Leefzorgplan, door: Actor) -> None:
        scores = ZrmScore.objects.filter(onderzoek__zaak=self.zaak).order_by("domein")
        for score in lage_scores_zonder_doel(scores, [self.o.thema.leefgebied]):
            score_zonder_doel(
                score_id=score.pk,
                zaak_id=self.zaak.pk,
                door=door,
                geen_doel_omdat="De huisarts begeleidt dit al.",
            )
        for deelnemer in Deelnemer.objects.filter(deel__plan=plan, deel__zaak=self.zaak).order_by("pk"):
            akkoord_vastleggen(
                deelnemer_id=deelnemer.pk, zaak_id=self.zaak.pk, door=door, vandaag=self.vandaag,
                akkoord_op=self.vandaag, wijze="papier",
            )  # fmt: skip
        plan_vaststellen(plan_id=plan.pk, zaak_id=self.zaak.pk, door=door, vandaag=self.vandaag)

    # --- the decision ------------------------------------------------------------------------------------

    def concept(self) -> None:
        door, t = self.regisseur, self.o.thema
        aanvraag = self.zaak.aanvragen.get()
        besluit = besluit_opstellen(aanvraag_id=aanvraag.pk, door=door, vandaag=self.vandaag)
        self.besluit_id = besluit.pk
        if self.o.laatste == "concept" and self.o.nr % 2:
            return  # still to be filled in: the gate shows what is missing
        nu_verder = besluit.wat_gebeurt_nu or "U regelt zelf wie u helpt. De SVB betaalt uw hulpverlener."
        besluit_aanvullen(
            besluit_id=besluit.pk, door=door, wat_kunt_u_niet=t.kan_niet, blijft_over=t.omvang, regels=VERORDENING,
            bijdrage_besproken=True, wat_gebeurt_nu=nu_verder,
        )  # fmt: skip

    def toetsing(self) -> None:
        besluit_ter_toetsing(besluit_id=self.besluit_id, door=self.regisseur, vandaag=self.vandaag)

    def ondertekening(self) -> None:
        toetser = self.ploeg.met_rol(Rol.TOETSER, self.o.nr)
        besluit_oppakken(besluit_id=self.besluit_id, door=toetser, vandaag=self.vandaag)
        besluit_goedkeuren(besluit_id=self.besluit_id, door=toetser, vandaag=self.vandaag)

    def ondertekend(self) -> None:
        ondertekenaar = self.ploeg.met_rol(Rol.ONDERTEKENAAR, self.o.nr)
        besluit_oppakken(besluit_id=self.besluit_id, door=ondertekenaar, vandaag=self.vandaag)
        besluit_ondertekenen(besluit_id=self.besluit_id, door=ondertekenaar, vandaag=self.vandaag)

    def klaar(self) -> None:
        morgen = Klok(self.vandaag, self.echt_nu, self.kans)
        morgen.verder(self.o.dagen["verzonden"])
        self.brief = besluitbrief_klaarzetten(
            besluit_id=self.besluit_id, door=self.administratie, vandaag=self.vandaag, verzenddatum=morgen.dag
        )

    def verzonden(self) -> None:
        self._versturen(self.brief)
        self.besluit = Besluit.objects.get(pk=self.besluit_id)

    # --- other ways out ----------------------------------------------------------------------------------

    def _afsluiten(self, reden: Afsluitreden, door: Actor) -> None:
        zaak_afsluiten(zaak_id=self.zaak.pk, door=door, vandaag=self.vandaag, reden=reden)

    def beantwoord(self) -> None:
        self._afsluiten(Afsluitreden.BEANTWOORD, self.administratie)

    def verwezen(self) -> None:
        self._afsluiten(Afsluitreden.VERWEZEN, self.administratie)

    def ingetrokken(self) -> None:
        self._afsluiten(Afsluitreden.INGETROKKEN, self.regisseur)

    def geen_aanvraag(self) -> None:
        if verslag_verstuurd(self.zaak):  # a letter of today still waits: then so does the end
            self._afsluiten(Afsluitreden.GEEN_AANVRAAG, self.regisseur)
