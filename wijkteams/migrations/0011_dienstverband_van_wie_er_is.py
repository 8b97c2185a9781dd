"""Who had an account before gets a Dienstverband, with the first line of its history."""

from django.db import migrations
from django.utils import timezone

REDEN = "Stond al in Toegang"


def vullen(apps, schema_editor):
    Medewerker = apps.get_model("wijkteams", "Medewerker")
    Dienstverband = apps.get_model("wijkteams", "Dienstverband")
    Historie = apps.get_model("wijkteams", "HistoricalDienstverband")
    for mens in Medewerker.objects.filter(dienstverband=None).order_by("pk"):
        dag = timezone.localdate(mens.date_joined)
        velden = {
            "medewerker_id": mens.pk, "vanaf_op": dag, "tot_op": None if mens.is_active else timezone.localdate()
        }  # fmt: skip
        rij = Dienstverband.objects.create(**velden)
        Historie.objects.create(
            id=rij.pk,
            versie=1,
            history_type="+",
            history_date=timezone.now(),
            history_change_reason=REDEN,
            **velden,
        )


class Migration(migrations.Migration):
    dependencies = [("wijkteams", "0010_dienstverband")]

    operations = [migrations.RunPython(vullen, migrations.RunPython.noop)]
