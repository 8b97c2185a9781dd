"""Colleagues, teams and who belongs where; team rights are a projection of the membership."""

import datetime

from django.contrib.auth.models import AbstractUser
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Lower
from guardian.models import GroupObjectPermissionBase, UserObjectPermissionBase

from toegang.models import HistorieQuerySet, MetHistorie
from toegang.rechten import Recht, Rechten, Rol, Wet, codenaam
from toegang.voorbereid import Voorbereid

RECHTREGELS = """
SELECT array_agg(ARRAY[soort, sleutel, naam, grond]) FROM (
  SELECT 'r', '', g.name, '' FROM auth_group g
    JOIN wijkteams_medewerker_groups mg ON mg.group_id = g.id WHERE mg.medewerker_id = %(wie)s
  UNION ALL
  SELECT 'w', w.content_object_id::text, p.codename, '' FROM wijkteams_wijkteamuserobjectpermission w
    JOIN auth_permission p ON p.id = w.permission_id WHERE w.user_id = %(wie)s
  UNION ALL
  SELECT 'z', z.content_object_id::text, p.codename, z.grond FROM toegang_zaakuserobjectpermission z
    JOIN auth_permission p ON p.id = z.permission_id
    WHERE z.user_id = %(wie)s AND z.vanaf <= statement_timestamp() AND z.tot > statement_timestamp()
) AS regels(soort, sleutel, naam, grond)
"""
RECHTENVRAAG = Voorbereid.met_namen("rechten", RECHTREGELS)


class Discipline(models.TextChoices):
    """The field of a consulent; it names the laws of the membership."""

    WMO = "wmo", "Wmo"
    JEUGD = "jeugd", "Jeugd"
    PARTICIPATIE = "participatie", "Participatie"


WETTEN_VAN_DISCIPLINE: dict[str, tuple[Wet, ...]] = {
    Discipline.WMO: (Wet.WMO, Wet.GPK),
    Discipline.JEUGD: (Wet.JEUGDWET, Wet.LEERLINGENVERVOER),
    Discipline.PARTICIPATIE: (Wet.PARTICIPATIEWET, Wet.SCHULDHULP),
}


class Medewerker(AbstractUser):
    """A colleague. There are no superusers among them, by constraint."""

    functie = models.CharField(max_length=100, blank=True, default="")
    telefoon = models.CharField(max_length=20, blank=True, default="")
    disciplines = ArrayField(models.CharField(max_length=15, choices=Discipline), default=list, blank=True)
    contracturen = models.DecimalField(max_digits=4, decimal_places=1, default=36)
    linkshandig = models.BooleanField(default=False)  # the parts of the talk stand at the left

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(is_superuser=False), name="medewerker_geen_superuser"),
            models.UniqueConstraint(  # sign-in does not look at capitals
                Lower("username"), name="medewerker_een_gebruikersnaam"
            ),
        ]

    def __str__(self):
        return self.naam

    @property
    def naam(self) -> str:
        """As colleagues and letters write it: F. Bakker."""
        return (
            f"{self.first_name[:1]}. {self.last_name}" if self.first_name else self.last_name or self.username
        )

    @property
    def volledige_naam(self) -> str:
        return f"{self.first_name} {self.last_name}".strip() or self.username

    def rechten_lezen(self) -> Rechten:
        """Roles, team rights and exceptions that have not ended: as they came with this row, or in one query."""
        try:
            regels = self.__dict__.pop("rechtregels")  # once: whoever asks again reads again
        except KeyError:
            ((regels,),) = RECHTENVRAAG.rijen({"wie": self.pk})
        return Rechten.uit_regels(regels or (), regisseur_id=self.pk)


class Wijkteam(MetHistorie):
    """A team of an area; wijkteam+ is city-wide; the Zorg- en Veiligheidshuis gives access to beschermd wonen."""

    class Soort(models.TextChoices):
        WIJK = "wijk", "Wijkteam"
        PLUS = "plus", "Wijkteam+"
        ZVH = "zvh", "Zorg- en Veiligheidshuis"

    id = models.BigAutoField(primary_key=True)
    naam = models.CharField(max_length=80, unique=True)
    soort = models.CharField(max_length=5, choices=Soort, default=Soort.WIJK)
    telefoon = models.CharField(max_length=20, blank=True, default="")

    class Meta:
        permissions = [(codenaam(w, r), f"{w.label}: {r.label}") for w in Wet for r in Recht]

    def __str__(self):
        return self.naam


class WijkteamUserObjectPermission(UserObjectPermissionBase):
    """A team right per law: one row serves thousands of zaken."""

    id = models.BigAutoField(primary_key=True)
    content_object = models.ForeignKey(Wijkteam, models.CASCADE)

    class Meta(UserObjectPermissionBase.Meta):
        abstract = False


class WijkteamGroupObjectPermission(GroupObjectPermissionBase):
    """Unused, but without it guardian would fall back to its generic table."""

    id = models.BigAutoField(primary_key=True)
    content_object = models.ForeignKey(Wijkteam, models.CASCADE)

    class Meta(GroupObjectPermissionBase.Meta):
        abstract = False


class Gebied(models.Model):
    """Which team serves which postcodes (the four digits)."""

    id = models.BigAutoField(primary_key=True)
    postcode4 = models.CharField(max_length=4, unique=True)
    wijkteam = models.ForeignKey(Wijkteam, models.PROTECT, related_name="gebieden")


class LidmaatschapQuerySet(HistorieQuerySet):
    def op(self, dag):
        return self.filter(Q(tot_op=None) | Q(tot_op__gt=dag), vanaf_op__lte=dag)

    def nog_niet_voorbij(self, dag):
        """Runs, or begins later; what was undone before it began never does."""
        return self.filter(Q(tot_op=None) | Q(tot_op__gt=dag) & Q(tot_op__gt=F("vanaf_op")))


class Lidmaatschap(MetHistorie):
    """A colleague in a team with a role and a discipline, from a day until a day (exclusive; the same: undone)."""

    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="lidmaatschappen")
    wijkteam = models.ForeignKey(Wijkteam, models.PROTECT, related_name="lidmaatschappen")
    rol = models.CharField(
        max_length=20,
        choices=[(r.value, r.label) for r in (Rol.CONSULENT, Rol.PROCESCOORDINATOR, Rol.TEAMLEAD)],
    )
    discipline = models.CharField(max_length=15, choices=Discipline)
    vanaf_op = models.DateField()
    tot_op = models.DateField(null=True, blank=True)

    objects = LidmaatschapQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(tot_op=None) | Q(tot_op__gte=F("vanaf_op")), name="lidmaatschap_volgorde"
            ),
            ExclusionConstraint(
                name="lidmaatschap_overlapt_niet",
                expressions=[
                    ("medewerker", RangeOperators.EQUAL),
                    ("wijkteam", RangeOperators.EQUAL),
                    ("rol", RangeOperators.EQUAL),
                    ("discipline", RangeOperators.EQUAL),
                    (
                        Func(F("vanaf_op"), F("tot_op"), function="daterange", output_field=DateRangeField()),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]

    def is_voorbij(self, dag: datetime.date) -> bool:
        """Ended, or undone before it began."""
        return self.tot_op is not None and self.tot_op <= max(dag, self.vanaf_op)

    @property
    def laatste_dag(self) -> datetime.date | None:
        """The day before `tot_op`; None while it has no end."""
        return self.tot_op and self.tot_op - datetime.timedelta(days=1)


class VasteContactpersoon(MetHistorie):
    """Who in a team is the fixed contact of a school or GP; nobody in person: the team itself."""

    organisatie = models.ForeignKey("toegang.Organisatie", models.PROTECT, related_name="contactpersonen")
    wijkteam = models.ForeignKey(Wijkteam, models.PROTECT, related_name="vindplaatsen")
    medewerker = models.ForeignKey(
        Medewerker, models.PROTECT, null=True, blank=True, related_name="vindplaatsen"
    )
    vanaf_op = models.DateField()
    tot_op = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(tot_op=None) | Q(tot_op__gte=F("vanaf_op")), name="contactpersoon_volgorde"
            ),
            models.UniqueConstraint(
                fields=["organisatie"], condition=Q(tot_op=None), name="contactpersoon_een_per_organisatie"
            ),
        ]
