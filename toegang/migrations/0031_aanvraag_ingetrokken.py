"""One aanvraag of several can be withdrawn by itself: on which day, and on which paper."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("toegang", "0030_afsluitreden_zonder_besluit"),
    ]

    operations = [
        migrations.AddField(
            model_name="aanvraag",
            name="ingetrokken_hoe",
            field=models.CharField(
                blank=True,
                choices=[
                    ("brief", "Met een brief of formulier"),
                    ("e_mail", "Met een e-mail of website"),
                    ("verklaard", "Met een verklaring, bij ons ondertekend"),
                ],
                default="",
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="aanvraag",
            name="ingetrokken_op",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="historicalaanvraag",
            name="ingetrokken_hoe",
            field=models.CharField(
                blank=True,
                choices=[
                    ("brief", "Met een brief of formulier"),
                    ("e_mail", "Met een e-mail of website"),
                    ("verklaard", "Met een verklaring, bij ons ondertekend"),
                ],
                default="",
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="historicalaanvraag",
            name="ingetrokken_op",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="aanvraag",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ingetrokken_hoe", ""), ("ingetrokken_op", None)),
                    models.Q(
                        ("ingetrokken_op__isnull", False),
                        ("status", "ingetrokken"),
                        models.Q(("ingetrokken_hoe", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="aanvraag_ingetrokken_op_hoe",
            ),
        ),
    ]
