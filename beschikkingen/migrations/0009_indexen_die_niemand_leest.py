"""Indexes of a history by which nobody looks: each was paid at every write."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from toegang.migraties import Samen


class Migration(migrations.Migration):
    dependencies = [
        ("beschikkingen", "0008_sjabloon"),
        ("toegang", "0029_indexen_die_niemand_leest"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Samen(
            [
                migrations.AlterField(
                    model_name="historicalbesluit",
                    name="volgnummer",
                    field=models.BigIntegerField(
                        db_default=models.Func(
                            models.Value("beschikkingen_besluitnummer"),
                            function="nextval",
                            output_field=models.BigIntegerField(),
                        ),
                        editable=False,
                    ),
                ),
                migrations.AlterField(
                    model_name="historicalbezwaar",
                    name="contactmoment",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="toegang.contactmoment",
                    ),
                ),
                migrations.AlterField(
                    model_name="historicalmandaat",
                    name="medewerker",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ]
        )
    ]
