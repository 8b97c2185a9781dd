import uuid

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

# What stood on the plan as a whole stands on its part for each zaak that a goal names (else the zaak of the dossier).
VULLEN = """
SET CONSTRAINTS ALL IMMEDIATE;
INSERT INTO wijkteams_plandeel
  (id, versie, status, begonnen_op, vastgesteld_op, evaluatie_op, afgesloten_op, plan_id, zaak_id)
SELECT gen_random_uuid(), 1, p.status, p.opgesteld_op, p.vastgesteld_op, p.evaluatie_op,
       CASE WHEN p.status = 'afgesloten' THEN p.opgesteld_op END, p.id, z.zaak_id
  FROM wijkteams_leefzorgplan p
  JOIN LATERAL (
    SELECT DISTINCT dz.zaak_id FROM wijkteams_doel d JOIN wijkteams_doelzaak dz ON dz.doel_id = d.id
      WHERE d.plan_id = p.id
    UNION
    SELECT id FROM (SELECT id FROM toegang_zaak WHERE dossier_id = p.dossier_id ORDER BY volgnummer LIMIT 1) eerste
      WHERE NOT EXISTS (SELECT 1 FROM wijkteams_doel d WHERE d.plan_id = p.id)
  ) z ON true;
UPDATE wijkteams_leefzorgplan SET afgesloten_op = opgesteld_op WHERE status = 'afgesloten';
UPDATE wijkteams_deelnemer n SET deel_id =
  (SELECT id FROM wijkteams_plandeel d WHERE d.plan_id = n.plan_id ORDER BY id LIMIT 1);
INSERT INTO wijkteams_deelnemer (id, versie, naam, rol, akkoord_op, akkoord_wijze, plan_id, deel_id)
SELECT gen_random_uuid(), 1, n.naam, n.rol, n.akkoord_op, n.akkoord_wijze, n.plan_id, d.id
  FROM wijkteams_deelnemer n JOIN wijkteams_plandeel d ON d.plan_id = n.plan_id AND d.id <> n.deel_id;
"""

from toegang.migraties import Samen


class Migration(migrations.Migration):
    dependencies = [
        ("toegang", "0014_tellen_uit_indexen"),
        ("wijkteams", "0004_wachten"),
    ]

    operations = [
        migrations.CreateModel(
            name="Casemanager",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("versie", models.PositiveIntegerField(default=1)),
                ("hulpverleners", models.TextField()),
                ("geen_eigen_regie", models.CharField(max_length=300)),
                ("vanaf_op", models.DateField()),
                ("bekijken_op", models.DateField()),
                ("beeindigd_op", models.DateField(blank=True, null=True)),
                ("beeindigd_omdat", models.CharField(blank=True, default="", max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="Consult",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "deskundigheid",
                    models.CharField(
                        choices=[("expertiseteam", "Expertiseteam"), ("ergotherapie", "Ergotherapeut")],
                        max_length=15,
                    ),
                ),
                ("vraag", models.TextField()),
                ("gevraagd_op", models.DateField()),
                ("uiterlijk_op", models.DateField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("gevraagd", "Gevraagd"),
                            ("beantwoord", "Beantwoord"),
                            ("ingetrokken", "Ingetrokken"),
                        ],
                        default="gevraagd",
                        max_length=12,
                    ),
                ),
                ("advies", models.TextField(blank=True, default="")),
                ("klaar_op", models.DateField(blank=True, null=True)),
                ("ingetrokken_omdat", models.CharField(blank=True, default="", max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="Deskundige",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "deskundigheid",
                    models.CharField(
                        choices=[("expertiseteam", "Expertiseteam"), ("ergotherapie", "Ergotherapeut")],
                        max_length=15,
                    ),
                ),
                ("vanaf_op", models.DateField()),
                ("tot_op", models.DateField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Doeloordeel",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("versie", models.PositiveIntegerField(default=1)),
                ("score", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "besluit",
                    models.CharField(
                        choices=[
                            ("doorgaan", "Doorgaan zoals nu"),
                            ("afschalen", "Afschalen: het kan met minder hulp"),
                            ("opschalen", "Opschalen: er is meer nodig"),
                            ("stoppen", "Stoppen met dit doel"),
                        ],
                        max_length=10,
                    ),
                ),
                ("toelichting", models.TextField(blank=True, default="")),
            ],
        ),
        migrations.CreateModel(
            name="Evaluatie",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("versie", models.PositiveIntegerField(default=1)),
                ("gehouden_op", models.DateField()),
                ("aanwezigen", models.CharField(max_length=300)),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="HistoricalCasemanager",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("versie", models.PositiveIntegerField(default=1)),
                ("history_change_reason", models.TextField(blank=True, default="")),
                ("hulpverleners", models.TextField()),
                ("geen_eigen_regie", models.CharField(max_length=300)),
                ("vanaf_op", models.DateField()),
                ("bekijken_op", models.DateField()),
                ("beeindigd_op", models.DateField(blank=True, null=True)),
                ("beeindigd_omdat", models.CharField(blank=True, default="", max_length=200)),
                ("history_id", models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical casemanager",
                "verbose_name_plural": "historical casemanagers",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalConsult",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("versie", models.PositiveIntegerField(default=1)),
                ("history_change_reason", models.TextField(blank=True, default="")),
                (
                    "deskundigheid",
                    models.CharField(
                        choices=[("expertiseteam", "Expertiseteam"), ("ergotherapie", "Ergotherapeut")],
                        max_length=15,
                    ),
                ),
                ("vraag", models.TextField()),
                ("gevraagd_op", models.DateField()),
                ("uiterlijk_op", models.DateField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("gevraagd", "Gevraagd"),
                            ("beantwoord", "Beantwoord"),
                            ("ingetrokken", "Ingetrokken"),
                        ],
                        default="gevraagd",
                        max_length=12,
                    ),
                ),
                ("advies", models.TextField(blank=True, default="")),
                ("klaar_op", models.DateField(blank=True, null=True)),
                ("ingetrokken_omdat", models.CharField(blank=True, default="", max_length=200)),
                ("history_id", models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical consult",
                "verbose_name_plural": "historical consults",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDeskundige",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("versie", models.PositiveIntegerField(default=1)),
                ("history_change_reason", models.TextField(blank=True, default="")),
                (
                    "deskundigheid",
                    models.CharField(
                        choices=[("expertiseteam", "Expertiseteam"), ("ergotherapie", "Ergotherapeut")],
                        max_length=15,
                    ),
                ),
                ("vanaf_op", models.DateField()),
                ("tot_op", models.DateField(blank=True, null=True)),
                ("history_id", models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical deskundige",
                "verbose_name_plural": "historical deskundiges",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDoeloordeel",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("versie", models.PositiveIntegerField(default=1)),
                ("history_change_reason", models.TextField(blank=True, default="")),
                ("score", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "besluit",
                    models.CharField(
                        choices=[
                            ("doorgaan", "Doorgaan zoals nu"),
                            ("afschalen", "Afschalen: het kan met minder hulp"),
                            ("opschalen", "Opschalen: er is meer nodig"),
                            ("stoppen", "Stoppen met dit doel"),
                        ],
                        max_length=10,
                    ),
                ),
                ("toelichting", models.TextField(blank=True, default="")),
                ("history_id", models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical doeloordeel",
                "verbose_name_plural": "historical doeloordeels",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalEvaluatie",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("versie", models.PositiveIntegerField(default=1)),
                ("history_change_reason", models.TextField(blank=True, default="")),
                ("gehouden_op", models.DateField()),
                ("aanwezigen", models.CharField(max_length=300)),
                ("history_id", models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical evaluatie",
                "verbose_name_plural": "historical evaluaties",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPlandeel",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("versie", models.PositiveIntegerField(default=1)),
                ("history_change_reason", models.TextField(blank=True, default="")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("concept", "Concept"),
                            ("vastgesteld", "Afgesproken"),
                            ("afgesloten", "Afgesloten"),
                        ],
                        default="concept",
                        max_length=12,
                    ),
                ),
                ("begonnen_op", models.DateField()),
                ("vastgesteld_op", models.DateField(blank=True, null=True)),
                ("evaluatie_op", models.DateField(blank=True, null=True)),
                ("afgesloten_op", models.DateField(blank=True, null=True)),
                ("history_id", models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical plandeel",
                "verbose_name_plural": "historical plandeels",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Plandeel",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("concept", "Concept"),
                            ("vastgesteld", "Afgesproken"),
                            ("afgesloten", "Afgesloten"),
                        ],
                        default="concept",
                        max_length=12,
                    ),
                ),
                ("begonnen_op", models.DateField()),
                ("vastgesteld_op", models.DateField(blank=True, null=True)),
                ("evaluatie_op", models.DateField(blank=True, null=True)),
                ("afgesloten_op", models.DateField(blank=True, null=True)),
            ],
        ),
        Samen([
            migrations.AddField(
                model_name="deelnemer",
                name="document",
                field=models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="toegang.document",
                ),
            ),
            migrations.AddField(
                model_name="doel",
                name="beeindigd_op",
                field=models.DateField(blank=True, null=True),
            ),
            migrations.AddField(
                model_name="historicaldeelnemer",
                name="document",
                field=models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="toegang.document",
                ),
            ),
            migrations.AddField(
                model_name="historicaldoel",
                name="beeindigd_op",
                field=models.DateField(blank=True, null=True),
            ),
            migrations.AddField(
                model_name="historicalleefzorgplan",
                name="afgesloten_op",
                field=models.DateField(blank=True, null=True),
            ),
            migrations.AddField(
                model_name="historicalverslag",
                name="document",
                field=models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="toegang.document",
                ),
            ),
            migrations.AddField(
                model_name="historicalverslag",
                name="ontvangen_op",
                field=models.DateField(blank=True, null=True),
            ),
            migrations.AddField(
                model_name="leefzorgplan",
                name="afgesloten_op",
                field=models.DateField(blank=True, null=True),
            ),
            migrations.AddField(
                model_name="verslag",
                name="document",
                field=models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="toegang.document",
                ),
            ),
            migrations.AddField(
                model_name="verslag",
                name="ontvangen_op",
                field=models.DateField(blank=True, null=True),
            ),
            migrations.AddField(
                model_name="casemanager",
                name="medewerker",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="casemanagement",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="casemanager",
                name="zaak",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="casemanagers", to="toegang.zaak"
                ),
            ),
            migrations.AddField(
                model_name="consult",
                name="deskundige",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="consulten",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="consult",
                name="gevraagd_door",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="+", to="toegang.actor"
                ),
            ),
            migrations.AddField(
                model_name="consult",
                name="zaak",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="consulten", to="toegang.zaak"
                ),
            ),
            migrations.AddField(
                model_name="deskundige",
                name="medewerker",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="deskundigheden",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="doeloordeel",
                name="doel",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="oordelen", to="wijkteams.doel"
                ),
            ),
            migrations.AddField(
                model_name="doeloordeel",
                name="evaluatie",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="oordelen", to="wijkteams.evaluatie"
                ),
            ),
            migrations.AddField(
                model_name="historicalcasemanager",
                name="history_user",
                field=models.ForeignKey(
                    null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="toegang.actor"
                ),
            ),
            migrations.AddField(
                model_name="historicalcasemanager",
                name="medewerker",
                field=models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="historicalcasemanager",
                name="zaak",
                field=models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="toegang.zaak",
                ),
            ),
            migrations.AddField(
                model_name="historicalconsult",
                name="deskundige",
                field=models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="historicalconsult",
                name="gevraagd_door",
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
                model_name="historicalconsult",
                name="history_user",
                field=models.ForeignKey(
                    null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="toegang.actor"
                ),
            ),
            migrations.AddField(
                model_name="historicalconsult",
                name="zaak",
                field=models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="toegang.zaak",
                ),
            ),
            migrations.AddField(
                model_name="historicaldeskundige",
                name="history_user",
                field=models.ForeignKey(
                    null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="toegang.actor"
                ),
            ),
            migrations.AddField(
                model_name="historicaldeskundige",
                name="medewerker",
                field=models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            migrations.AddField(
                model_name="historicaldoeloordeel",
                name="doel",
                field=models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="wijkteams.doel",
                ),
            ),
            migrations.AddField(
                model_name="historicaldoeloordeel",
                name="evaluatie",
                field=models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="wijkteams.evaluatie",
                ),
            ),
            migrations.AddField(
                model_name="historicaldoeloordeel",
                name="history_user",
                field=models.ForeignKey(
                    null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="toegang.actor"
                ),
            ),
            migrations.AddField(
                model_name="historicalevaluatie",
                name="history_user",
                field=models.ForeignKey(
                    null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="toegang.actor"
                ),
            ),
            migrations.AddField(
                model_name="historicalplandeel",
                name="history_user",
                field=models.ForeignKey(
                    null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="toegang.actor"
                ),
            ),
            migrations.AddField(
                model_name="historicalplandeel",
                name="plan",
                field=models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="wijkteams.leefzorgplan",
                ),
            ),
            migrations.AddField(
                model_name="historicalplandeel",
                name="zaak",
                field=models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="toegang.zaak",
                ),
            ),
            migrations.AddField(
                model_name="plandeel",
                name="plan",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="delen", to="wijkteams.leefzorgplan"
                ),
            ),
            migrations.AddField(
                model_name="plandeel",
                name="zaak",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, related_name="plandelen", to="toegang.zaak"
                ),
            ),
            migrations.AddField(
                model_name="historicalevaluatie",
                name="deel",
                field=models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="wijkteams.plandeel",
                ),
            ),
            migrations.AddField(
                model_name="evaluatie",
                name="deel",
                field=models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="evaluaties",
                    to="wijkteams.plandeel",
                ),
            ),
            migrations.AddField(
                model_name="deelnemer",
                name="deel",
                field=models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="deelnemers",
                    to="wijkteams.plandeel",
                ),
            ),
            migrations.AddField(
                model_name="historicaldeelnemer",
                name="deel",
                field=models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="wijkteams.plandeel",
                ),
            ),
            migrations.AddConstraint(
                model_name="casemanager",
                constraint=models.UniqueConstraint(
                    condition=models.Q(("beeindigd_op", None)), fields=("zaak",), name="casemanager_een_nu"
                ),
            ),
            migrations.AddConstraint(
                model_name="casemanager",
                constraint=models.CheckConstraint(
                    condition=models.Q(("bekijken_op__gt", models.F("vanaf_op"))), name="casemanager_kijkdag"
                ),
            ),
            migrations.AddConstraint(
                model_name="casemanager",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("beeindigd_omdat", ""), ("beeindigd_op", None)),
                        models.Q(
                            ("beeindigd_op__gte", models.F("vanaf_op")),
                            models.Q(("beeindigd_omdat", ""), _negated=True),
                        ),
                        _connector="OR",
                    ),
                    name="casemanager_beeindigd",
                ),
            ),
            migrations.AddConstraint(
                model_name="consult",
                constraint=models.UniqueConstraint(
                    condition=models.Q(("status", "gevraagd")),
                    fields=("zaak", "deskundige"),
                    name="consult_een_open",
                ),
            ),
            migrations.AddConstraint(
                model_name="consult",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(
                            ("advies", ""), ("ingetrokken_omdat", ""), ("klaar_op", None), ("status", "gevraagd")
                        ),
                        models.Q(
                            ("ingetrokken_omdat", ""),
                            ("klaar_op__isnull", False),
                            ("status", "beantwoord"),
                            models.Q(("advies", ""), _negated=True),
                        ),
                        models.Q(
                            ("advies", ""),
                            ("klaar_op__isnull", False),
                            ("status", "ingetrokken"),
                            models.Q(("ingetrokken_omdat", ""), _negated=True),
                        ),
                        _connector="OR",
                    ),
                    name="consult_status",
                ),
            ),
            migrations.AddConstraint(
                model_name="deskundige",
                constraint=models.UniqueConstraint(
                    condition=models.Q(("tot_op", None)),
                    fields=("medewerker", "deskundigheid"),
                    name="deskundige_een_keer",
                ),
            ),
            migrations.AddConstraint(
                model_name="deskundige",
                constraint=models.CheckConstraint(
                    condition=models.Q(("tot_op", None), ("tot_op__gte", models.F("vanaf_op")), _connector="OR"),
                    name="deskundige_volgorde",
                ),
            ),
            migrations.AddConstraint(
                model_name="doeloordeel",
                constraint=models.UniqueConstraint(fields=("evaluatie", "doel"), name="doeloordeel_een_per_doel"),
            ),
            migrations.AddConstraint(
                model_name="doeloordeel",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        ("score", None), models.Q(("score__gte", 1), ("score__lte", 5)), _connector="OR"
                    ),
                    name="doeloordeel_score",
                ),
            ),
            migrations.AddConstraint(
                model_name="plandeel",
                constraint=models.UniqueConstraint(
                    condition=models.Q(("status", "afgesloten"), _negated=True),
                    fields=("zaak",),
                    name="plandeel_een_lopend_per_zaak",
                ),
            ),
            migrations.AddConstraint(
                model_name="plandeel",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("afgesloten_op__isnull", False), ("status", "afgesloten")),
                        models.Q(models.Q(("status", "afgesloten"), _negated=True), ("afgesloten_op", None)),
                        _connector="OR",
                    ),
                    name="plandeel_afgesloten",
                ),
            ),
            migrations.AddConstraint(
                model_name="plandeel",
                constraint=models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("status", "vastgesteld"), _negated=True),
                        models.Q(("evaluatie_op__isnull", False), ("vastgesteld_op__isnull", False)),
                        _connector="OR",
                    ),
                    name="plandeel_afgesproken_met_dagen",
                ),
            ),
        ]),
        migrations.RunSQL(VULLEN, migrations.RunSQL.noop),
        migrations.AlterField(
            model_name="deelnemer",
            name="deel",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="deelnemers",
                to="wijkteams.plandeel",
            ),
        ),
        migrations.RemoveConstraint(
            model_name="leefzorgplan",
            name="plan_een_lopend_per_dossier",
        ),
        Samen([
            migrations.RemoveField(
                model_name="deelnemer",
                name="plan",
            ),
            migrations.RemoveField(
                model_name="historicaldeelnemer",
                name="plan",
            ),
            migrations.RemoveField(
                model_name="historicalleefzorgplan",
                name="evaluatie_op",
            ),
            migrations.RemoveField(
                model_name="historicalleefzorgplan",
                name="status",
            ),
            migrations.RemoveField(
                model_name="historicalleefzorgplan",
                name="vastgesteld_op",
            ),
            migrations.RemoveField(
                model_name="leefzorgplan",
                name="evaluatie_op",
            ),
            migrations.RemoveField(
                model_name="leefzorgplan",
                name="status",
            ),
            migrations.RemoveField(
                model_name="leefzorgplan",
                name="vastgesteld_op",
            ),
            migrations.AddConstraint(
                model_name="leefzorgplan",
                constraint=models.UniqueConstraint(
                    condition=models.Q(("afgesloten_op", None)),
                    fields=("dossier",),
                    name="plan_een_lopend_per_dossier",
                ),
            ),
        ]),
    ]
