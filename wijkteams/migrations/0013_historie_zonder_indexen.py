"""Indexes that nobody reads: of a history, and of whom a toewijzing is; that one is read by its zaak."""

from django.conf import settings
from django.db import migrations, models

from toegang.migraties import Samen, historie_zonder_indexen


VAN_WIE = (("wijkteam", "wijkteams.wijkteam"), ("regisseur", settings.AUTH_USER_MODEL))


def _zonder_index(naam: str, naar: str) -> migrations.AlterField:
    veld = models.ForeignKey(naar, models.PROTECT, related_name="toewijzingen", db_index=False)
    return migrations.AlterField("toewijzing", naam, veld)


class Migration(migrations.Migration):
    dependencies = [("wijkteams", "0012_herstelcodes_als_hash")]

    operations = [
        historie_zonder_indexen(
            "historicalactie", "historicalafwezigheid", "historicalbezoekfoto", "historicalcasemanager",
            "historicalcollegabericht", "historicalconsult", "historicaldeelnemer", "historicaldeskundige",
            "historicaldienstverband", "historicaldoel", "historicaldoeloordeel", "historicaldoelzaak",
            "historicalevaluatie", "historicalgespreksdeel", "historicalhuisbezoek", "historicalhulpvraag",
            "historicaljeugdonderzoek", "historicalklaarzetting", "historicalleefzorgplan",
            "historicallidmaatschap", "historicalonderzoek", "historicalopschaling", "historicalplandeel",
            "historicaltekstblok", "historicaltoewijzing", "historicaltrede", "historicalvastecontactpersoon",
            "historicalverslag", "historicalwachtplek", "historicalwijkteam", "historicalzrmscore",
        ),  # fmt: skip
        Samen([_zonder_index(naam, naar) for naam, naar in VAN_WIE]),
    ]
