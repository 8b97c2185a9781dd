"""`manage.py brp_verversen [--droog]`: the nightly round of questions to the BRP, by hand."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from toegang.brp_client import staat_aan
from toegang.usecases.brp_verversen import brp_verversen, te_verversen


class Command(BaseCommand):
    help = "Vraagt de BRP naar iedereen met een open zaak of lopende hulp die vannacht nog niet is gevraagd."

    def add_arguments(self, parser):
        parser.add_argument("--droog", action="store_true", help="vraag niets, tel alleen om wie het gaat")

    def handle(self, *args, droog: bool, **opties):
        nu = timezone.now()
        if droog:
            self.stdout.write(f"{te_verversen(timezone.localdate(nu)).count()} inwoners te vragen")
            return
        if not staat_aan():
            raise CommandError("De koppeling met de BRP staat uit: BRP_URL is leeg.")
        ronde = brp_verversen(nu=nu)
        if ronde.bezig:
            raise CommandError("Er loopt al een ronde.")
        for aantal, wat in (
            (ronde.gevraagd, "gevraagd"),
            (ronde.gewijzigd, "gewijzigd"),
            (ronde.niet_gevonden, "niet gevonden"),
            (ronde.onleesbaar, "onleesbaar"),
            (ronde.mislukt, "mislukt"),
        ):
            self.stdout.write(f"{aantal:>7}  {wat}")
        if ronde.fout:
            raise CommandError(f"Gestopt: {ronde.fout}")
