"""The wijken of the sociale kaart are found along an index, without reading the whole kaart."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("voorzieningen", "0010_kaart_zoeken")]

    operations = [
        migrations.AddIndex(
            model_name="algemenevoorziening",
            index=models.Index(fields=["wijken", "beeindigd_op"], name="algemene_voorziening_wijken"),
        ),
    ]
