"""A history is read by its row: its other indexes were paid at every write."""

from django.db import migrations

from toegang.migraties import historie_zonder_indexen


class Migration(migrations.Migration):
    dependencies = [("toegang", "0032_toezichtinzage")]

    operations = [
        historie_zonder_indexen(
            "historicalaanvraag", "historicalbericht", "historicalbrief", "historicalcontactmoment",
            "historicaldocument", "historicaldossier", "historicalgelijkgestelde", "historicalhuishouden",
            "historicalhuishoudlid", "historicalinwoner", "historicalinzending", "historicalleefgebiedvraag",
            "historicalmeertijd", "historicalmeldcodestap", "historicalnoodinzage", "historicalopschorting",
            "historicalorganisatie", "historicalrelatie", "historicalsamenvoeging", "historicalsignaaldoorgifte",
            "historicaltaak", "historicaltermijn", "historicalterugbelbrief", "historicalterugbelpoging",
            "historicaltoestemming", "historicaltoezichtinzage", "historicalverlenging",
            "historicalvertegenwoordiger", "historicalverwijslink", "historicalverzending",
            "historicalverzendregel", "historicalvraagverheldering", "historicalzaak",
        ),  # fmt: skip
        # what a holiday moved is counted per week, of all terms (views/feestdagen.py)
        migrations.RunSQL(
            "CREATE INDEX termijn_historie_feestdag ON toegang_historicaltermijn (history_date)"
            " WHERE history_change_reason = 'feestdag bijgewerkt'",
            "DROP INDEX termijn_historie_feestdag",
        ),
    ]
