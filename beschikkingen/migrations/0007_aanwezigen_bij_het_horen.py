from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [("beschikkingen", "0006_gevolg_in_plaats_van_toegekend")]

    operations = [
        migrations.RenameField(model_name=naam, old_name="gehoord_door", new_name="aanwezigen")
        for naam in ("bezwaar", "historicalbezwaar")
    ]
