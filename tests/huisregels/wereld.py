"""A small municipality for the walk over all pages: a zaak in every state, and a colleague in every role.

Made by use-cases only. `erbij(n)` adds n of everything, so that a list of one can be compared with a list of twenty.
"""

import datetime
from decimal import Decimal

from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.utils import override_settings
from django.utils import timezone

from beschikkingen.models import Bezwaar
from beschikkingen.usecases.beroep_registreren import beroep_registreren
from beschikkingen.usecases.besluit_aanvullen import besluit_aanvullen
from beschikkingen.usecases.besluit_goedkeuren import besluit_goedkeuren
from beschikkingen.usecases.besluit_ondertekenen import besluit_ondertekenen
from beschikkingen.usecases.besluit_oppakken import besluit_oppakken
from beschikkingen.usecases.besluit_opstellen import besluit_opstellen
from beschikkingen.usecases.besluit_ter_toetsing import besluit_ter_toetsing
from beschikkingen.usecases.besluit_verzonden import besluit_verzonden
from beschikkingen.usecases.bezwaar_oppakken import bezwaar_oppakken
from beschikkingen.usecases.bezwaar_registreren import bezwaar_registreren
from beschikkingen.usecases.ingebrekestelling_registreren import ingebrekestelling_registreren
from beschikkingen.usecases.sjabloon_goedkeuren import sjabloon_goedkeuren
from beschikkingen.usecases.sjabloon_indienen import sjabloon_indienen
from beschikkingen.usecases.sjabloon_opstellen import sjabloon_opstellen
from tests.beschikkingen.opstellingen import TEKSTEN, mandaat_van
from tests.bestanden import PDF
from tests.fabrieken import InwonerFabriek, MedewerkerFabriek
from tests.huisregels.bron import KAMERS
from tests.toegang import verwijzers
from tests.toegang.voordeur import contact
from tests.toegang.voordeur import zaak as voordeur_zaak
from tests.voorzieningen.aanbod import AlgemeneVoorzieningFabriek, huishoudelijke_hulp
from tests.voorzieningen.opstelling import voorstel
from tests.wijkteams import opstellingen as weg
from tests.wijkteams.aan_tafel import vaste_tekst
from toegang.models import Actor, Brief, Opschorting, Termijn, Zaak
from toegang.rechten import Rol
from toegang.usecases.brief_maken import brief_maken
from toegang.usecases.feestdagen_bijhouden import feestdag_vastleggen
from toegang.usecases.inwoners_samenvoegen import inwoners_samenvoegen
from toegang.usecases.inzagereden_geven import inzagereden_geven
from toegang.usecases.inzending_ontvangen import verwijzing_ontvangen
from toegang.usecases.nood_inzien import nood_inzien
from toegang.usecases.ontvangst_bevestigen import ontvangst_bevestigen
from toegang.usecases.relatie_vastleggen import relatie_vastleggen
from toegang.usecases.termijn_opschorten import termijn_opschorten
from toegang.usecases.toestemming_vastleggen import toestemming_geven
from toegang.usecases.vernietiging_voorstellen import vernietiging_voorstellen
from toegang.usecases.vernietigverzoek_beoordelen import vernietigverzoek_beoordelen
from toegang.usecases.vernietigverzoek_registreren import vernietigverzoek_registreren
from toegang.usecases.vertegenwoordiger_vastleggen import vertegenwoordiger_vastleggen
from toegang.usecases.verzending_samenstellen import verzending_samenstellen
from toegang.usecases.zaak_afsluiten import zaak_afsluiten
from voorzieningen.usecases.budgetplan_vastleggen import budgetplan_vastleggen
from voorzieningen.usecases.verwijzing_vastleggen import verwijzing_vastleggen
from voorzieningen.usecases.verzoek_registreren import verzoek_registreren
from wijkteams.models import Consult, Dienstverband, Medewerker
from wijkteams.planlezen import lopende_doelen
from wijkteams.usecases.casemanager_kiezen import casemanager_kiezen
from wijkteams.usecases.consult_vragen import consult_vragen
from wijkteams.usecases.contactpersoon_vastleggen import contactpersoon_vastleggen
from wijkteams.usecases.deskundige_vastleggen import deskundige_vastleggen
from wijkteams.usecases.lidmaatschap_beginnen import lidmaatschap_beginnen
from wijkteams.usecases.medewerker_aanmaken import medewerker_aanmaken
from wijkteams.usecases.plan_evalueren import plan_evalueren

VANDAAG = datetime.date(2026, 12, 3)
TEAMROLLEN = (Rol.CONSULENT, Rol.PROCESCOORDINATOR, Rol.TEAMLEAD)
PER_SOORT, HOOGSTENS = 8, 40  # rows of one kind, and in all, that are tried as the subject of a page


class Wereld:
    """One colleague per role; those of the team are members of Blerick for the Wmo."""

    def __init__(self):
        self.gevonden: dict[type, list] = {}  # kind -> its newest rows
        self.team = weg.team_blerick()
        self.collegas = {rol: self._collega(rol) for rol in Rol}
        self.consulent = self.collegas[Rol.CONSULENT]
        self.product, self.aanbieder = huishoudelijke_hulp()
        mandaat_van(self.collegas[Rol.ONDERTEKENAAR])
        self._persoon()
        self._bericht()
        self._sjablonen()
        self._vernietiging()
        vaste_tekst("wat_lukt", "U kookt zelf.")

    def _sjablonen(self) -> None:
        """A letter template in use, one that waits, and one that is written."""
        beheer, jurist = self.collegas[Rol.BEHEERDER].actor, self.collegas[Rol.JURIST].actor
        for soort, tot in (("afwijzing", 3), ("niet_behandelen", 2), ("dwangsom", 1)):
            rij = sjabloon_opstellen(door=beheer, vandaag=VANDAAG, uitkomst=soort)
            if tot > 1:
                sjabloon_indienen(sjabloon_id=rij.pk, door=beheer, vandaag=VANDAAG)
            if tot > 2:
                sjabloon_goedkeuren(sjabloon_id=rij.pk, door=jurist, vandaag=VANDAAG)

    def _vernietiging(self) -> None:
        """A closed zaak whose inwoner asked to destroy it: proposed, and the FG decides."""
        desk = self.collegas[Rol.ADMINISTRATIE].actor
        feiten = {"door": desk, "vandaag": VANDAAG}
        zaak = voordeur_zaak(door=desk, vandaag=VANDAAG)
        zaak_afsluiten(zaak_id=zaak.pk, reden="beantwoord", **feiten)
        vernietigverzoek_registreren(zaak_id=zaak.pk, ontvangen_op=VANDAAG, van="inwoner", **feiten)
        vernietigverzoek_beoordelen(zaak_id=zaak.pk, uitkomst="toegewezen", **feiten)
        vernietiging_voorstellen(zaak_id=zaak.pk, **feiten)

    def _persoon(self) -> None:
        """Somebody with a relation, a representative and a consent, who was in twice."""
        desk, nu = self.collegas[Rol.ADMINISTRATIE].actor, weg.om(VANDAAG, 9)
        een, twee = InwonerFabriek.create_batch(2)
        relatie_vastleggen(inwoner_id=een.pk, soort="mantelzorger", naam="M. Jansen", door=desk)
        vertegenwoordiger_vastleggen(
            inwoner_id=een.pk, soort="mentor", naam="P. Smeets", adres="Markt 1, 5911 HD Venlo", vanaf_op=VANDAAG,
            bewijs="beschikking", bewijs_gezien_op=VANDAAG, door=desk, vandaag=VANDAAG, nu=nu,
            bestanden=[SimpleUploadedFile("beschikking.pdf", PDF)],
        )  # fmt: skip
        toestemming_geven(
            inwoner_id=een.pk, van_wet="wmo", naar_wet="jeugdwet", doel="Een plan", gegeven_op=VANDAAG, hoe="gesprek",
            door=desk, nu=nu,
        )  # fmt: skip
        inwoners_samenvoegen(verdwijnt_id=twee.pk, blijft_id=een.pk, reden="dezelfde", door=desk, nu=nu)

    def _bericht(self) -> None:
        """A receipt by e-mail to which the mail server gave no answer: a colleague decides."""
        desk = self.collegas[Rol.ADMINISTRATIE].actor
        zaak = voordeur_zaak(door=desk, vandaag=VANDAAG, bereik="e_mail", e_mail="anna@voorbeeld.nl")
        with override_settings(E_MAIL={"aan": True, "van": "toegang@venlo.nl"}):
            bericht = ontvangst_bevestigen(zaak_id=zaak.pk, door=desk, vandaag=VANDAAG)
        # the worker commits this state before it talks, which a world in one transaction cannot do
        bericht.status, bericht.begonnen_om = "onzeker", weg.om(VANDAAG, 8)
        bericht.bewaren(door=Actor.objects.systeem(), reden="wordt aangeboden")

    def _collega(self, rol: Rol) -> Medewerker:
        naam = {"first_name": rol.label[:1], "last_name": rol.label}
        if rol in TEAMROLLEN:
            return MedewerkerFabriek(**naam, team=self.team, team__rol=rol)
        return MedewerkerFabriek(**naam, rollen=[rol])

    def collega_in_dienst(self) -> None:
        """A colleague whom the beheerder made, in the team for another law."""
        door, nummer = self.collegas[Rol.BEHEERDER].actor, Dienstverband.objects.count()
        mens = medewerker_aanmaken(
            door=door,
            vandaag=VANDAAG,
            username=f"collega{nummer}",
            first_name="Iris",
            last_name=f"Crins{nummer}",
        )
        lidmaatschap_beginnen(
            medewerker_id=mens.pk, wijkteam_id=self.team.pk, rol=Rol.CONSULENT, discipline="jeugd", door=door,
            vandaag=VANDAAG,
        )  # fmt: skip

    def erbij(self, vroeg: int, ver: int) -> None:
        """So many contacts and zaken in the early states, and in the late ones; all of the one consulent."""
        self.gevonden.clear()
        kcc = self.collegas[Rol.KCC].actor
        for _ in range(vroeg):
            contact(door=kcc, vandaag=VANDAAG)
            zaak = weg.zaak_te_verdelen()
            weg.zaak_in_onderzoek(regisseur=self.consulent, inwoner=InwonerFabriek())
        self._kaart(vroeg)
        nood_inzien(
            zaak_id=zaak.pk, door=kcc, nu=weg.om(VANDAAG, 9), grond="crisis", reden="Beller zegt dat zij is gevallen."
        )  # fmt: skip
        for _ in range(ver):
            weg.zaak_met_afweging(regisseur=self.consulent, inwoner=InwonerFabriek())
            for tot in ("", "toets", "handtekening", "verzending"):
                self._besluit(weg.zaak_met_plan(regisseur=self.consulent, inwoner=InwonerFabriek()), tot)
        if ver:
            self._advies()
            self._tegenspraak()
        self._klokken()
        self._budgetplan()
        for brief in Brief.objects.filter(status="gevraagd").order_by("zaak__volgnummer", "soort", "sleutel")[
            : 1 + ver
        ]:
            brief_maken(brief_id=brief.pk, nu=weg.om(VANDAAG, 9))
        self._verwijzing(f"Praktijk {vroeg} {ver}")
        if ver:
            self._verzending()
        for _ in range(vroeg):
            self.collega_in_dienst()

    def _verzending(self) -> None:
        """The signed besluiten that wait, in a batch that is being checked."""
        verzending_samenstellen(
            door=self.collegas[Rol.ADMINISTRATIE].actor, nu=weg.om(VANDAAG, 10), vandaag=VANDAAG,
            verzenddatum=VANDAAG, soorten=["besluit"],
        )  # fmt: skip

    def _advies(self) -> None:
        """A question to a colleague of the team, a casemanager, and a plan that was looked at together; once."""
        if Consult.objects.exists():
            return
        zaak = weg.zaak_met_plan(inwoner=InwonerFabriek())
        wie = deskundige_vastleggen(
            medewerker_id=self.consulent.pk, deskundigheid="expertiseteam", door=Actor.objects.systeem(),
            vandaag=VANDAAG,
        )  # fmt: skip
        inzagereden_geven(zaak_id=zaak.pk, door=self.actor(Rol.CONSULENT), vandaag=VANDAAG, reden="overleg")
        vast = {"zaak_id": zaak.pk, "door": zaak.regisseur.actor, "vandaag": VANDAAG}
        morgen = VANDAAG + datetime.timedelta(days=1)
        consult_vragen(
            **vast, deskundige_id=wie.pk, vraag="Wat past?", uiterlijk_op=morgen, nu=timezone.now()
        )
        casemanager_kiezen(
            **vast, medewerker_id=MedewerkerFabriek(team=self.team).pk, hulpverleners="Thuiszorg\nSchuldhulp",
            geen_eigen_regie="Vergeet afspraken.", bekijken_op=morgen, nu=timezone.now(),
        )  # fmt: skip
        deel = zaak.plandelen.get()
        plan_evalueren(
            **vast, plan_id=deel.plan_id, gehouden_op=VANDAAG, aanwezigen="Inwoner", volgende_op=morgen,
            oordelen={str(d.pk): {"score": 4, "besluit": "doorgaan"} for d in lopende_doelen(zaak)},
        )  # fmt: skip

    def _tegenspraak(self) -> None:
        """A besluit that went, a bezwaar against it that a jurist has, a beroep and a notice of default; once."""
        if Bezwaar.objects.exists():
            return
        zaak, desk = (
            weg.zaak_met_plan(regisseur=self.consulent, inwoner=InwonerFabriek()),
            self.actor(Rol.ADMINISTRATIE),
        )
        self._besluit(zaak, "verzending")
        besluit = besluit_verzonden(besluit_id=zaak.besluiten.get().pk, door=desk, op=VANDAAG)
        bezwaar = bezwaar_registreren(
            besluit_id=besluit.pk, door=desk, vandaag=VANDAAG, nu=weg.om(VANDAAG, 9), kanaal="brief",
            ontvangen_op=VANDAAG, gronden="Het is te weinig.",
        )  # fmt: skip
        bezwaar_oppakken(bezwaar_id=bezwaar.pk, door=self.actor(Rol.JURIST), vandaag=VANDAAG)
        beroep_registreren(
            besluit_id=besluit.pk, door=desk, vandaag=VANDAAG, soort="voorlopig", ingesteld_op=VANDAAG,
            kenmerk_rechtbank="ROE 26 / 1",
        )  # fmt: skip
        ingebrekestelling_registreren(
            zaak_id=zaak.pk, door=desk, vandaag=besluit.bezwaar_tot, nu=weg.om(VANDAAG, 9), bezwaar_id=bezwaar.pk,
            ontvangen_op=besluit.bezwaar_tot, schriftelijk=True,
        )  # fmt: skip

        verzoek_registreren(
            zaak_id=zaak.pk, aanbieder_id=self.aanbieder.pk, product_id=self.product.pk, weg="papier", door=desk,
            ontvangen_op=VANDAAG, gewenst_vanaf_op=VANDAAG, vandaag=VANDAAG,
        )  # fmt: skip

    def _verwijzing(self, naam: str) -> None:
        """An organisation with a link and a contact person, and what it sent."""
        systeem, organisatie = Actor.objects.systeem(), verwijzers.organisatie(naam)
        link, _ = verwijzers.link(organisatie)
        contactpersoon_vastleggen(
            organisatie_id=organisatie.pk, wijkteam_id=self.team.pk, medewerker_id=self.consulent.pk, door=systeem,
            vandaag=VANDAAG,
        )  # fmt: skip
        verwijzing_ontvangen(
            link=link, door=systeem, nu=weg.om(VANDAAG, 9), vandaag=VANDAAG, naam="Anna Jansen", vraag="Hulp thuis.",
            afzender_naam="P. Hermans", afzender_functie="huisarts", afzender_telefoon="0773200000", weet_ervan=True,
            haast=False, geboren="19480403", postcode="5921AB",
        )  # fmt: skip

    def _kaart(self, hoeveel: int) -> None:
        """Lines of the sociale kaart, and referrals to each from a zaak and from a contact."""
        zaak = Zaak.objects.filter(regisseur=self.consulent, status="onderzoek").order_by("volgnummer")[0]
        for _ in range(hoeveel):
            vast = {
                "vandaag": VANDAAG, "kijken_op": VANDAAG + datetime.timedelta(days=28), "leefgebied": "huishouden",
                "waarvoor": "Klussen", "wijze": "genoemd", "voorziening_id": AlgemeneVoorzieningFabriek().pk,
            }  # fmt: skip
            verwijzing_vastleggen(zaak_id=zaak.pk, door=self.actor(Rol.CONSULENT), **vast)
            gebeld, desk = contact(door=self.actor(Rol.KCC), vandaag=VANDAAG), self.actor(Rol.ADMINISTRATIE)
            verwijzing_vastleggen(contact_id=gebeld.pk, door=desk, contact_klaar=True, **vast)

    def _klokken(self) -> None:
        """A clock that stands still, and a feast day of the beheerder; once, so that lists of one and of many compare."""
        if Opschorting.objects.exists():
            return
        klok = (
            Termijn.objects.lopend()
            .filter(soort="besluit", uiterste_datum__gt=VANDAAG)
            .order_by("zaak__volgnummer")
            .first()
        )
        if klok is None:
            return
        termijn_opschorten(
            termijn_id=klok.pk, grond="aanvulling", reden="een huurcontract", door=self.actor(Rol.ADMINISTRATIE),
            uiterlijk_op=VANDAAG + datetime.timedelta(days=14), vandaag=VANDAAG,
        )  # fmt: skip
        feestdag_vastleggen(
            dag=datetime.date(2029, 5, 11), besluit="Besluit van 2028", door=self.actor(Rol.BEHEERDER)
        )

    def _budgetplan(self) -> None:
        """What an inwoner wants to buy with a pgb; once."""
        zaak = Zaak.objects.filter(regisseur=self.consulent, status="onderzoek").order_by("volgnummer")[0]
        if zaak.budgetplannen.exists():
            return
        budgetplan_vastleggen(
            zaak_id=zaak.pk, product_id=self.product.pk, door=self.actor(Rol.CONSULENT), vandaag=VANDAAG,
            nu=weg.om(VANDAAG, 9), ontvangen_op=VANDAAG, motivering="Ik ken haar.", beheerder="zelf",
            hulp=[
                {
                    "wat": "Schoonmaken", "van_wie": "Nicht E. Smit", "soort": "informeel", "volume": Decimal(2),
                    "eenheid": "04", "frequentie": "2", "tarief": Decimal(20),
                }
            ],
        )  # fmt: skip

    def _besluit(self, zaak, tot: str) -> None:
        """A besluit on this zaak as a draft, or on its way as far as the check, the signature or the post."""
        door = self.consulent.actor
        voorstel(zaak, door, product_id=self.product.pk, aanbieder_id=self.aanbieder.pk)
        aanvraag = zaak.aanvragen.get()
        besluit = besluit_opstellen(aanvraag_id=aanvraag.pk, door=door, vandaag=VANDAAG)
        besluit_aanvullen(besluit_id=besluit.pk, door=door, **TEKSTEN)
        if tot:
            besluit_ter_toetsing(besluit_id=besluit.pk, door=door, vandaag=VANDAAG)
        for rol, stap, nodig in (
            (Rol.TOETSER, besluit_goedkeuren, {"handtekening", "verzending"}),
            (Rol.ONDERTEKENAAR, besluit_ondertekenen, {"verzending"}),
        ):
            if tot in nodig:
                besluit_oppakken(besluit_id=besluit.pk, door=self.actor(rol), vandaag=VANDAAG)
                stap(besluit_id=besluit.pk, door=self.actor(rol), vandaag=VANDAAG)

    def actor(self, rol: Rol) -> Actor:
        """As the next request reads him."""
        return Actor.objects.get(medewerker=self.collegas[rol])

    def onderwerpen(self, route: str) -> list:
        """What a page may be about: rows of the kind that its route names, then zaken, then the rest; newest first."""
        woorden = [w for w in route.split("/") if w.isidentifier()]
        soorten = [m for app in reversed(KAMERS) for m in apps.get_app_config(app).get_models()]
        soorten = [m for m in soorten if hasattr(m, "history")]
        soorten.sort(
            key=lambda m: (not m._meta.model_name.startswith(tuple(woorden)), m._meta.model_name != "zaak")
        )
        return [pk for model in soorten for pk in self._nieuwste(model)][:HOOGSTENS]

    def _nieuwste(self, model) -> list:
        """By when it was made: an act on several rows writes them in the order of their random keys."""
        if model not in self.gevonden:
            volgorde = model.history.filter(history_type="+").order_by("-history_id")
            self.gevonden[model] = list(dict.fromkeys(volgorde.values_list("id", flat=True)))[:PER_SOORT]
        return self.gevonden[model]
