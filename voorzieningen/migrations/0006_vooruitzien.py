from django.db import migrations, models

VELDEN = ("heronderzoek_gevraagd_op", "achttien_gevraagd_op")


class Migration(migrations.Migration):

    dependencies = [("voorzieningen", "0005_kaart")]

    operations = [
        migrations.AddField(
            model_name=model, name=veld, field=models.DateField(blank=True, null=True)
        )
        for model in ("historicalindicatie", "indicatie")
        for veld in VELDEN
    ]
