"""Check every seal of the read log, also against its head outside the database."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from toegang.models import Zegel
from toegang.zegel import controleren


class Command(BaseCommand):
    help = "Controleert alle zegels van het inzagelog; fout (1) als er iets is veranderd."

    def add_arguments(self, parser):
        parser.add_argument("--bestand", default=None, help="de opslag van de zegels; anders ZEGEL_BESTAND")

    def handle(self, *args, bestand=None, **options):
        bestand = settings.ZEGEL_BESTAND if bestand is None else bestand
        bevindingen = list(controleren(bestand))
        for bevinding in bevindingen:
            self.stdout.write(str(bevinding))
        if bevindingen:
            raise CommandError(f"Het inzagelog klopt niet: {len(bevindingen)} bevindingen.")
        waar = (
            "binnen en buiten de database"
            if bestand
            else "binnen de database (er is geen opslag daarbuiten ingesteld)"
        )
        self.stdout.write(f"{Zegel.objects.count()} zegels gecontroleerd, {waar}. Alles klopt.")
