from django.db import migrations


class Migration(migrations.Migration):
    """What the keys of a name cost: with the default PostgreSQL would rather read everybody than ask the index."""

    dependencies = [
        ("toegang", "0022_terugbelbrief_door_werker"),
    ]

    operations = [
        migrations.RunSQL(
            "ALTER FUNCTION toegang_naamsleutels(text) COST 10000",
            "ALTER FUNCTION toegang_naamsleutels(text) COST 100",
        ),
    ]
