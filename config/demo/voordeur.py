"""More at the front door of the demo: a call nobody answered twice, e-mails that came in, two rows that were one."""

import datetime

from django.db import transaction

from config.demo.contacten import Voordeur
from config.demo.kalender import werkdagen_terug
from config.demo.ploeg import Ploeg
from toegang.hulpwensen import NIETS_STUREN
from toegang.models import Contactmoment, ContactSoort, Inwoner, Zaak
from toegang.moment import op_moment
from toegang.usecases.inwoner_registreren import inwoner_registreren
from toegang.usecases.inwoners_samenvoegen import inwoners_samenvoegen
from toegang.usecases.post_registreren import post_registreren

MERK = "F. Verhaegh-Smits"  # who sent the e-mail that nobody was found for; is it there, then all is
ZELFDE = (
    "voornamen",
    "voorletters",
    "voorvoegsel",
    "geslachtsnaam",
    "geslacht",
    "geboren",
    "straat",
    "woonplaats",
)


@transaction.atomic
def voordeur_laden(nu: datetime.datetime) -> None:
    """Once; after the stories, because it is about people in them."""
    if Contactmoment.objects.filter(te_koppelen_naam=MERK).exists():
        return
    vrij = Zaak.objects.open().filter(
        afgeschermd=False, dossier__afgeschermd=False, regisseur__isnull=False, dossier__inwoner__overleden_op="",
        dossier__inwoner__veilig_contact="", dossier__inwoner__geheim=0,
    )  # fmt: skip
    mensen = Inwoner.objects.filter(dossier__in=vrij.values("dossier")).order_by("-pk")[:4]
    if len(mensen) == 4:
        Vervolg(Ploeg(), nu).van(list(mensen))


class Vervolg(Voordeur):
    """As the rest of the front door: each act on its own working day, by whose work it is."""

    def van(self, mensen: list[Inwoner]) -> None:
        self._niet_bereikt(mensen[0], keer=2)
        self._e_mail(
            "Kunt u mij laten weten of de traplift nog komt? Ik mail liever dan dat ik bel.",
            inwoner=mensen[1], e_mail="post@voorbeeld.nl", bereik="e_mail", soort=ContactSoort.BESTAAND,
        )  # fmt: skip
        self._e_mail("Ik zoek dagbesteding voor mijn man.", te_koppelen_naam=MERK, soort=ContactSoort.VRAAG)
        self._samengevoegd(mensen[2])
        self._bellen(
            mensen[3], 0, hulp_nodig=NIETS_STUREN,
            vraag="Stuurt u mij even niets? Mijn post wordt door een ander opengemaakt.",
        )  # fmt: skip

    def _e_mail(self, vraag: str, **wie) -> None:
        dag, om = self._dag(0)
        with op_moment(om):
            post_registreren(
                door=self.desk, vandaag=dag, nu=om, kanaal="e_mail", vraag=vraag,
                ontvangen_op=werkdagen_terug(dag, 1), **wie,
            )  # fmt: skip

    def _samengevoegd(self, inwoner: Inwoner) -> None:
        """Typed in anew while he called; the administratie saw the next day that he was there already."""
        _, om = self._dag(2)
        with op_moment(om):
            dubbel = inwoner_registreren(door=self.kcc, **{naam: getattr(inwoner, naam) for naam in ZELFDE})
        self._bellen(dubbel, 2)
        _, om = self._dag(1)
        with op_moment(om):
            inwoners_samenvoegen(
                verdwijnt_id=dubbel.pk, blijft_id=inwoner.pk, door=self.desk, nu=om,
                reden="Zelfde naam, geboortedatum en adres.",
            )  # fmt: skip
