from django.db import migrations, models

AFLOOP = ("sleutel__startswith", "afloop")

from toegang.migraties import Samen


class Migration(migrations.Migration):
    """The lines about help that ends have a list of their own: an index for it, and the other one leaves them out."""

    dependencies = [("toegang", "0014_tellen_uit_indexen")]

    operations = [
        migrations.RemoveIndex(model_name="taak", name="taak_open_werk"),
        Samen([
            migrations.AddIndex(
                model_name="taak",
                index=models.Index(
                    condition=models.Q(
                        ("afgehandeld_om", None),
                        models.Q(("sleutel__startswith", "contact:"), ("zaak__isnull", True), _negated=True),
                        models.Q(AFLOOP, _negated=True),
                    ),
                    fields=["uiterlijk_op", "id"],
                    include=("rol", "medewerker", "zaak", "contactmoment"),
                    name="taak_open_werk",
                ),
            ),
            migrations.AddIndex(
                model_name="taak",
                index=models.Index(
                    condition=models.Q(("afgehandeld_om", None), AFLOOP),
                    fields=["uiterlijk_op", "id"],
                    include=("rol", "medewerker", "zaak", "contactmoment"),
                    name="taak_aflopend",
                ),
            ),
        ]),
    ]
