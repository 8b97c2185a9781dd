"""Recovery codes that can be read back (a seed) end: the next sign-in says so, and where one makes new ones."""

from django.db import migrations


def oude_weg(apps, schema_editor):
    """Eight digits would be guessed from their hash, so they do not become one."""
    rijen = apps.get_model("mfa", "Authenticator").objects.filter(type="recovery_codes")
    rijen.exclude(data__has_key="hashes").delete()


class Migration(migrations.Migration):
    dependencies = [
        ("mfa", "0003_authenticator_type_uniq"),
        ("wijkteams", "0011_dienstverband_van_wie_er_is"),
    ]

    operations = [migrations.RunPython(oude_weg, migrations.RunPython.noop)]
