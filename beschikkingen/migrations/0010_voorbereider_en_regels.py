"""Who prepared a besluit neither checks nor signs it; a template knows the articles of the verordening."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("beschikkingen", "0009_indexen_die_niemand_leest"),
        ("toegang", "0029_indexen_die_niemand_leest"),
    ]

    operations = [
        migrations.AddField(
            model_name="besluit",
            name="voorbereider",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="toegang.actor",
            ),
        ),
        migrations.AddField(
            model_name="historicalbesluit",
            name="voorbereider",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="toegang.actor",
            ),
        ),
        migrations.AddField(
            model_name="historicalsjabloon",
            name="regels",
            field=models.CharField(blank=True, default="", max_length=300),
        ),
        migrations.AddField(
            model_name="sjabloon",
            name="regels",
            field=models.CharField(blank=True, default="", max_length=300),
        ),
        migrations.AddConstraint(
            model_name="besluit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("voorbereider", None),
                    models.Q(
                        models.Q(
                            ("getoetst_door", None),
                            models.Q(("getoetst_door", models.F("voorbereider")), _negated=True),
                            _connector="OR",
                        ),
                        models.Q(
                            ("ondertekend_door", None),
                            models.Q(("ondertekend_door", models.F("voorbereider")), _negated=True),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="besluit_voorbereider_beslist_niet",
            ),
        ),
    ]
