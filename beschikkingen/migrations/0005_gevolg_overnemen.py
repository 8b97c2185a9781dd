"""What was granted or refused keeps its meaning. In a transaction of its own: the columns go in the next one."""

from django.db import migrations


def overnemen(apps, schema_editor):
    """What was granted or refused keeps its meaning; who could not refuse still cannot."""
    for naam in ("Besluitregel", "HistoricalBesluitregel"):
        model = apps.get_model("beschikkingen", naam)
        model._base_manager.filter(toegekend=False).update(gevolg="afwijzen")
    for naam in ("Mandaat", "HistoricalMandaat"):
        model = apps.get_model("beschikkingen", naam)
        model._base_manager.filter(afwijzen=False).update(soorten=["toekennen"])


class Migration(migrations.Migration):

    dependencies = [("beschikkingen", "0004_soorten_en_bezwaar")]

    operations = [migrations.RunPython(overnemen, migrations.RunPython.noop)]
