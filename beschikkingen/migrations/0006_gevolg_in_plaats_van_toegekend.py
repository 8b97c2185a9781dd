from django.db import migrations

from toegang.migraties import Samen


class Migration(migrations.Migration):

    dependencies = [("beschikkingen", "0005_gevolg_overnemen")]

    operations = [
        Samen([
            migrations.RemoveField(
                model_name='besluitregel',
                name='toegekend',
            ),
            migrations.RemoveField(
                model_name='historicalbesluitregel',
                name='toegekend',
            ),
            migrations.RemoveField(
                model_name='historicalmandaat',
                name='afwijzen',
            ),
            migrations.RemoveField(
                model_name='mandaat',
                name='afwijzen',
            ),
        ]),
    ]
