"""Search by keys of a name and by telephone number."""

from django.db import migrations, models
from django.db.models import Q

from toegang import naamsleutels

from toegang.migraties import Samen


class Migration(migrations.Migration):
    dependencies = [("toegang", "0004_contact_notitie")]

    operations = [
        migrations.RunSQL(naamsleutels.KLANK + naamsleutels.SLEUTELS, naamsleutels.TERUG),
        Samen([
            migrations.AddIndex("inwoner", naamsleutels.INDEX),
            migrations.AddIndex(
                "inwoner", models.Index(fields=["telefoon"], condition=~Q(telefoon=""), name="inwoner_telefoon")
            ),
        ]),
    ]
