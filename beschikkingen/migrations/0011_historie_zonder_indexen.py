"""A history is read by its row: its other indexes were paid at every write."""

from django.db import migrations

from toegang.migraties import historie_zonder_indexen


class Migration(migrations.Migration):
    dependencies = [("beschikkingen", "0010_voorbereider_en_regels")]

    operations = [
        historie_zonder_indexen(
            "historicalberoep", "historicalbesluit", "historicalbesluitreden", "historicalbesluitregel",
            "historicalbezwaar", "historicalingebrekestelling", "historicalmandaat", "historicalsjabloon",
            "historicaltoetsopmerking", "historicalzienswijze",
        ),  # fmt: skip
    ]
