"""Make the partitions of the read log for the months to come."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from toegang.models import Actor
from toegang.usecases.inzage_maanden_maken import inzage_maanden_maken


class Command(BaseCommand):
    help = "Maakt de partities van het inzagelog voor deze en de volgende drie maanden."

    def handle(self, *args, **options):
        inzage_maanden_maken(door=Actor.objects.systeem(), vandaag=timezone.localdate())
