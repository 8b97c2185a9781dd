"""What waits at the front door of the demo: calls nobody answered, post, a signal, a klacht, notes on a zaak."""

import datetime

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils import timezone

from config.demo.kalender import HIER, werkdagen_terug
from config.demo.ploeg import Ploeg
from toegang.models import Contactmoment, ContactSoort, Inwoner, Zaak
from toegang.moment import op_moment
from toegang.rechten import Rol
from toegang.usecases.contact_oppakken import contact_oppakken
from toegang.usecases.contact_registreren import contact_registreren
from toegang.usecases.post_registreren import post_registreren
from toegang.usecases.telefoonnotitie_maken import telefoonnotitie_maken
from toegang.usecases.terugbelpoging_vastleggen import terugbelpoging_vastleggen
from toegang.usecases.vraag_toevoegen import vraag_toevoegen

MERK = "M. Hermans-Wolters"  # who wrote the one letter of this demo; is it there, then all is
BRIEF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n%%EOF\n"


@transaction.atomic
def contacten_laden(nu: datetime.datetime) -> None:
    """Once; after the stories, because it is about people in them."""
    if Contactmoment.objects.filter(te_koppelen_naam=MERK).exists():
        return
    vrij = Zaak.objects.open().filter(afgeschermd=False, dossier__afgeschermd=False, regisseur__isnull=False)
    zaken = list(
        vrij.filter(dossier__inwoner__overleden_op="")
        .select_related("dossier__inwoner", "regisseur")
        .order_by("volgnummer")[:8]
    )
    if len(zaken) < 8:
        return
    ploeg = Ploeg()
    Voordeur(ploeg, nu).vertellen(zaken)


class Voordeur:
    """Each act on its own working day, at ten o'clock, by whose work it is."""

    def __init__(self, ploeg: Ploeg, nu: datetime.datetime):
        self.ploeg, self.nu = ploeg, nu
        self.kcc = ploeg.met_rol(Rol.KCC, 0)
        self.desk, self.ander = ploeg.met_rol(Rol.ADMINISTRATIE, 0), ploeg.met_rol(Rol.ADMINISTRATIE, 1)

    def vertellen(self, zaken: list[Zaak]) -> None:
        mensen = [zaak.dossier.inwoner for zaak in zaken]
        self._niet_bereikt(mensen[0], keer=1)
        self._niet_bereikt(mensen[1], keer=3)
        self._signaal(mensen[2])
        self._post(mensen[3], ContactSoort.KLACHT, "Klacht over het lange wachten op een gesprek.")
        self._post(mensen[4], ContactSoort.BEZWAAR, "Bezwaar tegen het aantal minuten hulp.")
        self._post(None, ContactSoort.AANVRAAG, "Aanvraag voor een gehandicaptenparkeerkaart.")
        self._twee_vragen(mensen[5])
        self._notitie(zaken[6])
        self._notitie(zaken[7])

    def _dag(self, terug: int) -> tuple[datetime.date, datetime.datetime]:
        dag = werkdagen_terug(timezone.localdate(self.nu), terug)
        return dag, min(datetime.datetime.combine(dag, datetime.time(10), HIER), self.nu)

    def _bellen(self, inwoner: Inwoner, terug: int, **anders) -> Contactmoment:
        dag, om = self._dag(terug)
        velden = {
            "kanaal": "telefoon", "soort": ContactSoort.VRAAG, "vraag": "Ik wil weten waar ik hulp kan krijgen.",
            "telefoon": "0773000104", "bereik": "bellen",
        } | anders  # fmt: skip
        with op_moment(om):
            return contact_registreren(door=self.kcc, vandaag=dag, nu=om, inwoner=inwoner, **velden)

    def _niet_bereikt(self, inwoner: Inwoner, keer: int) -> None:
        contact = self._bellen(inwoner, keer)
        for poging in range(keer):
            dag, om = self._dag(keer - 1 - poging)
            with op_moment(om):
                terugbelpoging_vastleggen(
                    contact_id=contact.pk, door=self.desk, vandaag=dag, nu=om, bereikt=False,
                    toelichting="Voicemail, niets ingesproken", opnieuw_op=dag,
                )  # fmt: skip

    def _signaal(self, inwoner: Inwoner) -> None:
        self._bellen(
            inwoner, 0, soort=ContactSoort.SIGNAAL, namens_naam="Wil geen naam geven", namens_relatie="buurvrouw",
            vraag="Ik zie mijn buurvrouw al een week niet buiten en de gordijnen blijven dicht.", gevaar=True,
            inwoner_weet_ervan=False, telefoon="", bereik="", antwoord=False,
        )  # fmt: skip

    def _post(self, inwoner: Inwoner | None, soort: str, vraag: str) -> None:
        dag, om = self._dag(0)
        wie = {"inwoner": inwoner} if inwoner else {"te_koppelen_naam": MERK}
        with op_moment(om):
            post_registreren(
                door=self.desk, vandaag=dag, nu=om, kanaal="brief", soort=soort, vraag=vraag,
                ontvangen_op=werkdagen_terug(dag, 2), bestanden=[SimpleUploadedFile("brief.pdf", BRIEF)], **wie,
            )  # fmt: skip

    def _twee_vragen(self, inwoner: Inwoner) -> None:
        eerste = self._bellen(
            inwoner, 0, soort=ContactSoort.BESTAAND, vraag="Wanneer komt er iemand bij mij langs?"
        )
        dag, om = self._dag(0)
        with op_moment(om):
            tweede = vraag_toevoegen(
                contact_id=eerste.pk, door=self.kcc, vandaag=dag, nu=om, soort=ContactSoort.VRAAG,
                vraag="Is er in de buurt iemand die mij met de was helpt?",
            )  # fmt: skip
            contact_oppakken(contact_id=tweede.pk, door=self.ander, vandaag=dag)

    def _notitie(self, zaak: Zaak) -> None:
        dag, om = self._dag(1)
        dag = max(dag, zaak.gemeld_op)
        with op_moment(om):
            telefoonnotitie_maken(
                zaak_id=zaak.pk, door=self.ploeg.van(zaak.regisseur_id), vandaag=dag, nu=om, richting="inkomend",
                met_wie="Dochter", tekst="Dochter belde: het bezoek van volgende week kan een uur later.",
            )  # fmt: skip
