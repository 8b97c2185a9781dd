from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("toegang", "0011_grond_waarneming"),
    ]

    operations = [
        migrations.AlterUniqueTogether(
            name="zaakuserobjectpermission",
            unique_together={("user", "permission", "content_object", "grond")},
        ),
    ]
