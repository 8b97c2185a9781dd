"""`manage.py demo_laden`: the demo municipality, once; after an interruption it goes on where it stopped."""

import os
import time

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from config.demo import laden
from config.demo.afloop import afloop_laden
from config.demo.burgers import burgers_opschrijven
from config.demo.contacten import contacten_laden
from config.demo.geschiedenis import geschiedenis_laden
from config.demo.kaart import kaart_inrichten, verwijzingen_op_de_kaart_laden
from config.demo.levering import levering_laden
from config.demo.namens import namens_laden
from config.demo.plannen import plannen_laden
from config.demo.post import post_laden
from config.demo.sjablonen import sjablonen_inrichten
from config.demo.stapel import stapel_laden
from config.demo.tegenspraak import tegenspraak_laden
from config.demo.termijnen import termijnen_laden
from config.demo.verdeling import verdeling_laden
from config.demo.vernietigen import vernietiging_laden
from config.demo.verwijzingen import verwijzingen_laden
from config.demo.voordeur import voordeur_laden

AANTAL, ZAAD = 215, 2026


class Command(BaseCommand):
    help = "Laadt de demo-gemeente met verzonnen mensen. Staat zij er al, dan gebeurt er niets."
    requires_system_checks = ()  # `make demo` just migrated: a second start takes no time

    def add_arguments(self, parser):
        parser.add_argument("--aantal", type=int, default=AANTAL, help=f"hoeveel inwoners ({AANTAL})")
        parser.add_argument(
            "--zaad", type=int, default=ZAAD, help=f"hetzelfde zaad, dezelfde gemeente ({ZAAD})"
        )
        parser.add_argument("--processen", type=int, default=min(4, os.cpu_count() or 1))

    def handle(self, *args, aantal: int, zaad: int, processen: int, **opties):
        begin, nu = time.monotonic(), timezone.now()
        try:
            laden.huis_inrichten(nu)
            kaart_inrichten(nu)
            sjablonen_inrichten(nu)
            nummers = laden.nog_te_vertellen(aantal)
            if not nummers:
                self.stdout.write("De demo-gemeente staat er al. Er is niets veranderd.")
                return
            if len(nummers) < aantal:
                self.stdout.write(
                    f"De demo-gemeente was half geladen. {len(nummers)} van {aantal} inwoners volgen nog."
                )
            if processen > 1:
                laden.samen_vertellen(nummers, zaad=zaad, nu=nu, processen=processen)
            else:
                laden.vertellen(nummers, zaad=zaad, nu=nu)
            laden.hulp_laten_beginnen(nu)
            contacten_laden(nu)
            termijnen_laden(nu)
            post_laden(nu)
            verwijzingen_laden(nu)
            verdeling_laden(nu)
            plannen_laden(nu)
            verwijzingen_op_de_kaart_laden(nu)
            afloop_laden(nu)
            levering_laden(nu)
            tegenspraak_laden(nu)
            voordeur_laden(nu)
            stapel_laden(nu)
            namens_laden(nu)
            vernietiging_laden(nu)
            burgers_opschrijven()
            geschiedenis_laden(nu, zaad=zaad, aantal=aantal)
        except laden.AndereGegevens as fout:
            raise CommandError(
                "In deze database staan al collega's die niet van de demo zijn. Er is niets veranderd. Begin met een"
                " lege database: `make clean` en daarna `make demo`."
            ) from fout
        except laden.Afgebroken as fout:
            raise CommandError(
                "Het laden stopte halverwege. Wat er staat, blijft staan. Start opnieuw: dan gaat het verder waar het"
                " was."
            ) from fout
        seconden = time.monotonic() - begin
        self.stdout.write(f"De demo-gemeente staat klaar: {len(nummers)} inwoners in {seconden:.0f} s.")
