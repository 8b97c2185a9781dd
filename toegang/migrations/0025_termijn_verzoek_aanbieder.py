from django.db import migrations, models

SOORTEN = [
    ("onderzoek", "Onderzoek"),
    ("persoonlijk_plan", "Persoonlijk plan"),
    ("besluit", "Besluit"),
    ("bezwaar", "Bezwaar mogelijk"),
    ("besluit_op_bezwaar", "Besluit op bezwaar"),
    ("eerste_gesprek", "Eerste gesprek"),
    ("verzoek_aanbieder", "Antwoord aan een aanbieder"),
    ("spoed_motivering", "Motivering van een spoedbesluit"),
]


class Migration(migrations.Migration):

    dependencies = [("toegang", "0024_verzending")]

    operations = [
        migrations.AlterField(
            model_name=model, name="soort", field=models.CharField(choices=SOORTEN, max_length=20)
        )
        for model in ("historicaltermijn", "termijn")
    ]
