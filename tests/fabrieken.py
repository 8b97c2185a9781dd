"""Test objects. Only the first state comes from a factory; later states are reached through use-cases."""

import datetime

import factory
from django.contrib.auth.models import Group

from toegang.models import Actor, ActorSoort, Dossier, Inwoner, Leefgebied, Zaak
from toegang.rechten import Rol, Wet
from wijkteams.models import Discipline, Medewerker, Wijkteam
from wijkteams.usecases.lidmaatschap_beginnen import lidmaatschap_beginnen

VANDAAG = datetime.date(2026, 12, 3)


class MetDoor(factory.django.DjangoModelFactory):
    """Saves with history, by the system unless someone else is named."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model, *args, **kwargs):
        door = kwargs.pop("door", None) or Actor.objects.systeem()
        return model(*args, **kwargs).bewaren(door=door, reden="test")


class InwonerFabriek(MetDoor):
    class Meta:
        model = Inwoner

    voornamen = "Anna Maria"
    voorletters = "A.M."
    geslachtsnaam = factory.Sequence(lambda n: f"Jansen{n}")
    geslacht = "V"
    geboren = "19480403"
    straat = "Kerkstraat"
    huisnummer = 12
    postcode = "5921AB"
    woonplaats = "Venlo"


class DossierFabriek(MetDoor):
    class Meta:
        model = Dossier

    inwoner = factory.SubFactory(InwonerFabriek)
    geopend_op = VANDAAG


class ZaakFabriek(MetDoor):
    class Meta:
        model = Zaak

    dossier = factory.SubFactory(DossierFabriek)
    wet = Wet.WMO
    onderwerp = Leefgebied.HUISHOUDEN
    gemeld_op = VANDAAG


class WijkteamFabriek(MetDoor):
    class Meta:
        model = Wijkteam

    naam = factory.Sequence(lambda n: f"Wijkteam {n}")


class MedewerkerFabriek(factory.django.DjangoModelFactory):
    """A colleague with an Actor; `rollen` are groups, `team` gives a membership through the use-case."""

    class Meta:
        model = Medewerker
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"medewerker{n}")
    first_name = "Fatma"
    last_name = factory.Sequence(lambda n: f"Bakker{n}")

    @factory.post_generation
    def actor(self, create, extracted, **kwargs):
        Actor.objects.create(soort=ActorSoort.MEDEWERKER, medewerker=self, naam=self.naam)

    @factory.post_generation
    def rollen(self, create, rollen, **kwargs):
        for rol in rollen or ():
            self.groups.add(Group.objects.get(name=Rol(rol)))

    @factory.post_generation
    def team(self, create, team, rol=Rol.CONSULENT, discipline=Discipline.WMO, **kwargs):
        """`team=blerick, team__rol=Rol.TEAMLEAD`: a membership since long, so that it holds on every test day."""
        if team is not None:
            lidmaatschap_beginnen(
                medewerker_id=self.pk, wijkteam_id=team.pk, rol=rol, discipline=discipline,
                door=Actor.objects.systeem(), vandaag=datetime.date(2020, 1, 1),
            )  # fmt: skip
