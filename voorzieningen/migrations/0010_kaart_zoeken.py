"""A word on the sociale kaart is found by index, however long the kaart is."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import migrations
from django.db.models import F


class Migration(migrations.Migration):
    dependencies = [
        ("toegang", "0030_afsluitreden_zonder_besluit"),
        ("voorzieningen", "0009_indexen_die_niemand_leest"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="algemenevoorziening",
            index=GinIndex(OpClass(F("zoektekst"), name="gin_trgm_ops"), name="algemene_voorziening_woorden"),
        ),
    ]
