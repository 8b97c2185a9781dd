"""`manage.py herinneringen`: a run by hand, or with `--droog` what a day would do, without doing it."""

import datetime
from collections import Counter

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from voorzieningen.herinneringsplan import plan_voor
from voorzieningen.usecases.herinneringen_versturen import herinneringen_versturen


class Command(BaseCommand):
    help = "Verstuurt de herinneringen van een dag, of laat met --droog zien wat er die dag zou gebeuren."

    def add_arguments(self, parser):
        parser.add_argument("--vandaag", help="de dag, zoals 2027-03-10 (anders vandaag)")
        parser.add_argument("--droog", action="store_true", help="alleen laten zien, niets doen")

    def handle(self, *args, vandaag: str | None, droog: bool, **opties):
        dag = _dag(vandaag)
        if not droog:
            if dag > timezone.localdate():
                raise CommandError(
                    "Deze dag is nog niet geweest. Gebruik --droog om te zien wat er dan gebeurt."
                )
            ronde = herinneringen_versturen(vandaag=dag)
            self.stdout.write(f"{ronde.gedaan} herinneringen gedaan, {ronde.mislukt} mislukt.")
            return
        per_sport: Counter[str] = Counter()
        for regel in plan_voor(dag):
            per_sport[regel.naam] += 1
            self.stdout.write(
                f"{regel.kenmerk}  einde {regel.einddatum}  {regel.naam}  voor {regel.voor}  inwoner: {regel.inwoner}"
            )
        self.stdout.write(f"\n{dag}: {per_sport.total()} herinneringen. Er is niets gedaan.")
        for naam, aantal in per_sport.most_common():
            self.stdout.write(f"  {aantal:6}  {naam}")


def _dag(tekst: str | None) -> datetime.date:
    try:
        return datetime.date.fromisoformat(tekst) if tekst else timezone.localdate()
    except ValueError as fout:
        raise CommandError("Deze dag bestaat niet. Schrijf jaar-maand-dag, zoals 2027-03-10.") from fout
