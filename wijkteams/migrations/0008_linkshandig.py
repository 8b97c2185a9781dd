from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("wijkteams", "0007_onderweg"),
    ]

    operations = [
        migrations.AddField(
            model_name="medewerker",
            name="linkshandig",
            field=models.BooleanField(default=False),
        ),
    ]
