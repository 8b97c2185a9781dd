from django.db import migrations

from toegang.migraties import Samen


class Migration(migrations.Migration):
    dependencies = [("toegang", "0005_zoeken")]

    operations = [
        Samen([
            migrations.RemoveField(model_name="historicaltoestemming", name="vastgelegd_door"),
            migrations.RemoveField(model_name="toestemming", name="vastgelegd_door"),
        ]),
    ]
