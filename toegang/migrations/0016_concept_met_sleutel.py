from django.db import migrations, models

from toegang.migraties import Samen


class Migration(migrations.Migration):
    dependencies = [
        ("toegang", "0015_taken_aflopend"),
    ]

    operations = [
        Samen([
            migrations.AddField(
                model_name="concept",
                name="sleutel",
                field=models.UUIDField(blank=True, null=True, unique=True),
            ),
            migrations.AddField(
                model_name="concept",
                name="versie",
                field=models.PositiveIntegerField(default=1),
            ),
        ]),
    ]
