"""A casemanager beside the regisseur is a ground of its own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("toegang", "0018_vragen_en_teruggekomen_post"),
    ]

    operations = [
        migrations.AlterField(
            model_name="zaakuserobjectpermission",
            name="grond",
            field=models.CharField(
                choices=[
                    ("toets", "Inhoudelijke toets"),
                    ("ondertekening", "Ondertekening"),
                    ("bezwaar", "Bezwaar"),
                    ("consult", "Consult"),
                    ("waarneming", "Waarneming voor de regisseur"),
                    ("casemanager", "Casemanager naast de regisseur"),
                    ("noodinzage", "Noodinzage"),
                    ("afgeschermd", "Genoemd bij een afgeschermd dossier"),
                    ("toestemming", "Toestemming van de inwoner (Wmo 2015 art. 5.1.1 lid 4)"),
                    ("toezicht", "Toezicht (Wmo 2015 art. 6.1)"),
                ],
                max_length=15,
            ),
        ),
    ]
