"""A history is read by its row: its other indexes were paid at every write."""

from django.db import migrations

from toegang.migraties import historie_zonder_indexen


class Migration(migrations.Migration):
    dependencies = [("voorzieningen", "0011_kaart_wijken")]

    operations = [
        historie_zonder_indexen(
            "historicalaanbieder", "historicalalgemenevoorziening", "historicalbudgetplan",
            "historicalbudgetplanregel", "historicalcontract", "historicalgrondslagdocument",
            "historicalherinneringsschema", "historicalindicatie", "historicallevering", "historicalochtendbericht",
            "historicalonderbreking", "historicalproduct", "historicaltarief", "historicaltoewijzingsverzoek",
            "historicalverwijzing",
        ),  # fmt: skip
    ]
