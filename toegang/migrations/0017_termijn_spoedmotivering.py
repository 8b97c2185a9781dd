from django.db import migrations, models

SOORTEN = [
    ("onderzoek", "Onderzoek"),
    ("persoonlijk_plan", "Persoonlijk plan"),
    ("besluit", "Besluit"),
    ("bezwaar", "Bezwaar mogelijk"),
    ("besluit_op_bezwaar", "Besluit op bezwaar"),
    ("eerste_gesprek", "Eerste gesprek"),
    ("spoed_motivering", "Motivering van een spoedbesluit"),
]


class Migration(migrations.Migration):

    dependencies = [("toegang", "0016_concept_met_sleutel")]

    operations = [
        migrations.AlterField(
            model_name=naam, name="soort", field=models.CharField(choices=SOORTEN, max_length=20)
        )
        for naam in ("termijn", "historicaltermijn")
    ]
