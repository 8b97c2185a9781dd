"""A zaak may end with help that rests on a referral or an order, without a decision."""

from django.db import migrations, models

REDENEN = [
    ("beantwoord", "Vraag beantwoord"),
    ("verwezen", "Verwezen naar een voorziening in de buurt"),
    ("basishulp", "Korte hulp van het wijkteam"),
    ("besluit", "Besluit verzonden"),
    ("geen_aanvraag", "Verslag verstuurd, geen aanvraag gedaan"),
    ("zonder_besluit", "Hulp op een verwijzing of bepaling, zonder besluit"),
    ("ingetrokken", "Inwoner trekt de vraag in"),
    ("overleden", "Overleden"),
    ("verhuisd", "Verhuisd naar een andere gemeente"),
    ("ten_onrechte", "Ten onrechte geopend"),
]


def reden() -> models.CharField:
    return models.CharField(blank=True, choices=REDENEN, default="", max_length=20)


class Migration(migrations.Migration):
    dependencies = [("toegang", "0029_indexen_die_niemand_leest")]

    operations = [
        migrations.AlterField(model_name="historicalzaak", name="afsluitreden", field=reden()),
        migrations.AlterField(model_name="zaak", name="afsluitreden", field=reden()),
    ]
