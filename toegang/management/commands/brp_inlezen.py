"""`manage.py brp_inlezen FILE`: read a BRP extract in LO3 columns."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from toegang.models import Actor
from toegang.usecases.brp_inlezen import brp_inlezen


class Command(BaseCommand):
    help = "Leest een uittreksel van de BRP in (LO3-kolommen, puntkomma's, UTF-8): inwoners, relaties, huishoudens."

    def add_arguments(self, parser):
        parser.add_argument("bestand", type=Path)

    def handle(self, *args, bestand: Path, **opties):
        try:
            uit = brp_inlezen(
                bestand=bestand,
                door=Actor.objects.systeem(),
                vandaag=timezone.localdate(),
                meld=lambda fout: self.stdout.write(str(fout)),
            )
        except OSError as fout:
            raise CommandError(f"Het bestand kan niet worden gelezen: {fout.strerror}.") from fout
        regels = [
            (uit.ingelezen, "ingelezen"),
            (uit.gewijzigd, "gewijzigd"),
            (uit.ongewijzigd, "ongewijzigd"),
        ]
        regels += [(aantal, f"overgeslagen: {reden}") for reden, aantal in sorted(uit.overgeslagen.items())]
        regels += [(uit.historisch, "eerdere gegevens van dezelfde persoon")]
        for aantal, wat in regels:
            self.stdout.write(f"{aantal:>7}  {wat}")
        self.stdout.write(f"{uit.totaal:>7}  rijen met een BSN samen")
        self.stdout.write(
            f"{uit.zonder_bsn:>7}  keer overgeslagen zonder BSN, {uit.meldingen} meldingen over een onderdeel"
        )
        self.stdout.write(
            f"{uit.gewijzigde_relaties:>7}  relaties en {uit.gewijzigde_huishoudens} huishoudleden geschreven"
        )
        self.stdout.write(f"{uit.na_te_kijken:>7}  bekende inwoners met een wijziging om na te kijken")
