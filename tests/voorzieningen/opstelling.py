"""A zaak of Blerick with its consulent, and a colleague in every position that a test needs."""

import datetime
from decimal import Decimal

from tests.fabrieken import DossierFabriek, MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from tests.voorzieningen.aanbod import huishoudelijke_hulp
from toegang.models import Actor
from toegang.rechten import Rol
from voorzieningen.usecases.indicatie_voorstellen import indicatie_voorstellen
from wijkteams.models import Wijkteam
from wijkteams.usecases.lidmaatschap_beginnen import lidmaatschap_beginnen

VANDAAG = datetime.date(2026, 12, 3)


def lid_van(team, rol=Rol.CONSULENT, discipline="wmo", **anders):
    """A colleague with this role in the team."""
    medewerker = MedewerkerFabriek(rollen=[rol], **anders)
    lidmaatschap_beginnen(
        medewerker_id=medewerker.pk, wijkteam_id=team.pk, rol=rol, discipline=discipline,
        door=Actor.objects.systeem(), vandaag=VANDAAG,
    )  # fmt: skip
    return medewerker


def verse(medewerker) -> Actor:
    """The Actor as the next request reads it."""
    return Actor.objects.get(medewerker=medewerker)


def zaak_met_consulent(status="onderzoek", **anders):
    """A zaak of the team with its regisseur: (zaak, consulent)."""
    team = anders.pop("wijkteam", None) or WijkteamFabriek()
    consulent = lid_van(team)
    zaak = ZaakFabriek(status=status, wijkteam=team, regisseur=consulent, **anders)
    return zaak, consulent


def collega(soort: str, zaak):
    """regisseur, teamgenoot, ander_team, andere_wet, teamleider, administratie, kcc, toetser."""
    if soort == "regisseur":
        return zaak.regisseur
    if soort == "teamgenoot":
        return lid_van(zaak.wijkteam)
    if soort == "ander_team":
        return lid_van(WijkteamFabriek())
    if soort == "andere_wet":
        return lid_van(zaak.wijkteam, discipline="jeugd")
    if soort == "teamleider":
        return lid_van(zaak.wijkteam, rol=Rol.TEAMLEAD)
    return MedewerkerFabriek(rollen=[Rol(soort)])


def voorstel(zaak, door, vandaag=VANDAAG, **anders):
    """Household help of 105 minutes a week, proposed by this Actor."""
    if "product_id" not in anders:
        product, aanbieder = huishoudelijke_hulp()
        anders |= {"product_id": product.pk, "aanbieder_id": aanbieder.pk}
    gegevens = {
        "vorm": "natura", "volume": Decimal("105"), "eenheid": "01", "frequentie": "2",
        "ingangsdatum": datetime.date(2027, 1, 4), "einddatum": datetime.date(2028, 12, 31),
        "resultaat": "een schone woonkamer, keuken, slaapkamer, badkamer en wc",
    }  # fmt: skip
    return indicatie_voorstellen(zaak_id=zaak.pk, door=door, vandaag=vandaag, **gegevens | anders)


__all__ = ["DossierFabriek", "Wijkteam", "collega", "lid_van", "verse", "voorstel", "zaak_met_consulent"]
