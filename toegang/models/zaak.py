"""The zaak; `.voor(lezer, recht)` is the one place where rights become a filter."""

import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan

from toegang.models import opzoeken  # noqa: F401  (registers `een_van`)
from toegang.models.basis import HistorieQuerySet, MetHistorie
from toegang.models.zaakkeuzes import Gezegd, Intrekwijze, Leefgebied, PersoonlijkPlan, Zaaksoort
from toegang.rechten import REGISSEURSRECHTEN, Recht, Rechten, Wet
from toegang.regels import Afsluitreden
from toegang.statussen import ZaakStatus

GEEN_TERMIJN = datetime.date(9999, 12, 31)


def zaken_q(lezer, recht: Recht, pad: str = "") -> Q:
    """What this reader may see, as a filter with literal lists on a Zaak reached by `pad` (`"zaak__"`)."""
    r = lezer.rechten
    if r.alles:
        return Q()
    if pad and r.overal(recht):  # all but a few: the few are looked up once, not the zaak of each row
        dicht = Zaak.objects.filter(afgeschermd=True)
        if genoemd := r.zaken.get(recht, ()):
            dicht = dicht.exclude(pk__een_van=genoemd)
        zaak = pad.removesuffix("__")
        return Q(**{f"{zaak}__isnull": False}) & ~Q(**{f"{zaak}__in": dicht})
    uitzonderingen = r.zaken.get(recht, ())  # none must open nothing: an empty IN, which Django leaves out
    mag = Q(**{f"{pad}pk__een_van" if uitzonderingen else f"{pad}pk__in": uitzonderingen})
    open_ = {f"{pad}afgeschermd": False}
    for teams, wetten in _per_teams(r, recht):
        mag |= Q(**{f"{pad}wet__in": wetten, f"{pad}wijkteam_id__in": teams}, **open_)
    if recht in REGISSEURSRECHTEN:
        for teams, wetten in _per_teams(r, Recht.INHOUD_BEWERKEN):
            mag |= Q(
                **{
                    f"{pad}wet__in": wetten,
                    f"{pad}wijkteam_id__in": teams,
                    f"{pad}regisseur_id": r.regisseur_id,
                },
                **open_,
            )
    if r.overal(recht):
        mag |= Q(**open_)
    if r.zonder_team(recht):
        mag |= Q(**{f"{pad}wijkteam": None}, **open_)
    return mag


def _per_teams(r: Rechten, recht: Recht) -> list[tuple[tuple[int, ...], list[str]]]:
    """The laws that are held in the same teams, together: one branch of the filter instead of one a law."""
    samen: dict[tuple[int, ...], list[str]] = {}
    for wet, teams in r.teams.get(recht, {}).items():
        samen.setdefault(teams, []).append(wet)
    return list(samen.items())


def rechten_op(zaak: "Zaak", rechten: Rechten) -> dict[str, bool]:
    """The attributes `mag_…` that `Zaak.mag` and the templates read."""
    return {f"mag_{recht.value}": rechten.mag(recht, zaak) for recht in Recht}


class ZaakQuerySet(HistorieQuerySet):
    def voor(self, lezer, recht: Recht):
        """The zaken on which this reader holds this right; every query in a view starts here."""
        return self.filter(zaken_q(lezer, recht))

    _rechten: Rechten | None = None

    def met_rechten(self, lezer):
        """Each row knows what this reader may do with it (`zaak.mag(recht)`), by the same rule as `voor`."""
        rijen = self._chain()
        rijen._rechten = lezer.rechten
        return rijen

    def _clone(self):
        kopie = super()._clone()
        kopie._rechten = self._rechten
        return kopie

    def _fetch_all(self):
        nieuw = self._result_cache is None
        super()._fetch_all()
        if nieuw and self._rechten is not None:
            bekend: dict[tuple, dict[str, bool]] = {}  # a thousand zaken are of a few kinds
            for zaak in self._result_cache:
                soort = self._rechten.soort(zaak)
                if soort not in bekend:
                    bekend[soort] = rechten_op(zaak, self._rechten)
                zaak.__dict__.update(bekend[soort])

    def open(self):
        return self.exclude(status=ZaakStatus.AFGESLOTEN)

    def na(self, op: datetime.date, pk):
        """The rows after (eerstvolgende_op, pk) in list order, compared as one row: the index begins there.

        After a zaak without a term only those without one are left; said so, the database knows how many that are.
        """
        if op == GEEN_TERMIJN:
            return self.filter(eerstvolgende_op=op, pk__gt=pk)
        return self.filter(TupleGreaterThan(Tuple("eerstvolgende_op", "pk"), (op, pk)))

    def voor_sleutel(self, op: datetime.date, pk):
        """The rows before (eerstvolgende_op, pk), for the previous page."""
        return self.filter(TupleLessThan(Tuple("eerstvolgende_op", "pk"), (op, pk)))

    def met_lijstgegevens(self):
        """All that a list of zaken shows, in list order."""
        return self.select_related("dossier__inwoner", "regisseur", "wijkteam").in_lijstorde()

    def in_lijstorde(self):
        """Spoed, nearest term, oldest."""
        return self.order_by("eerstvolgende_op", "pk")


class Zaak(MetHistorie):
    """One need under one law, from the first report to the last decision (maps to a ZGW Zaak)."""

    volgnummer = models.BigIntegerField(
        unique=True,
        editable=False,
        db_default=Func(
            Value("toegang_zaaknummer"), function="nextval", output_field=models.BigIntegerField()
        ),
    )
    dossier = models.ForeignKey("toegang.Dossier", models.PROTECT, related_name="zaken")
    wet = models.CharField(max_length=20, choices=Wet)
    soort = models.CharField(max_length=20, choices=Zaaksoort, default=Zaaksoort.GEWOON)
    onderwerp = models.CharField(max_length=20, choices=Leefgebied)
    status = models.CharField(max_length=20, choices=ZaakStatus, default=ZaakStatus.NIEUW)
    gemeld_op = (
        models.DateField()
    )  # the day the need was voiced; registering later never moves it (2.3.2 lid 1)
    spoed = models.BooleanField(default=False)
    spoed_reden = models.TextField(blank=True, default="")
    spoed_maatregel = models.CharField(max_length=200, blank=True, default="")  # the temporary help (2.3.3)
    spoed_vanaf_op = models.DateField(null=True, blank=True)
    afgeschermd = models.BooleanField(default=False)
    wijkteam = models.ForeignKey(
        "wijkteams.Wijkteam", models.PROTECT, null=True, blank=True, related_name="zaken"
    )
    regisseur = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="zaken"
    )
    eerstvolgende_op = models.DateField(
        default=GEEN_TERMIJN
    )  # kept by the term use-cases; for spoed gemeld_op
    clientondersteuning_verteld_op = models.DateField(null=True, blank=True)
    clientondersteuning_hoe = models.CharField(max_length=10, choices=Gezegd, blank=True, default="")
    persoonlijk_plan_verteld_op = models.DateField(null=True, blank=True)
    persoonlijk_plan_hoe = models.CharField(max_length=10, choices=Gezegd, blank=True, default="")
    persoonlijk_plan = models.CharField(
        max_length=10, choices=PersoonlijkPlan, default=PersoonlijkPlan.AFWACHTEN
    )
    persoonlijk_plan_op = models.DateField(null=True, blank=True)
    afsluitreden = models.CharField(max_length=20, choices=Afsluitreden, blank=True, default="")
    afgesloten_op = models.DateField(null=True, blank=True)
    ingetrokken_op = models.DateField(null=True, blank=True)  # the day the inwoner took the question back
    ingetrokken_hoe = models.CharField(max_length=12, choices=Intrekwijze, blank=True, default="")
    basishulp_tot_op = models.DateField(null=True, blank=True)  # 3 to 12 months of short help
    heropend_op = models.DateField(null=True, blank=True)  # a mistake was corrected: the clock is the old one
    vorige_zaak = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="volgende_zaken"
    )

    objects = ZaakQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {
            "dossier", "wet", "soort", "onderwerp", "gemeld_op", "spoed", "spoed_reden", "spoed_maatregel",
            "spoed_vanaf_op", "afgeschermd", "clientondersteuning_verteld_op", "clientondersteuning_hoe",
            "persoonlijk_plan_verteld_op", "persoonlijk_plan_hoe", "basishulp_tot_op", "persoonlijk_plan",
            "persoonlijk_plan_op", "afsluitreden", "ingetrokken_op", "ingetrokken_hoe", "vorige_zaak",
        }  # fmt: skip
        overig = {
            "id", "versie", "volgnummer", "status", "wijkteam", "regisseur", "eerstvolgende_op", "afgesloten_op",
            "heropend_op",
        }  # fmt: skip

    class Meta:
        permissions = [(recht.value, recht.label) for recht in Recht]  # held as exceptions
        constraints = [
            models.CheckConstraint(
                name="zaak_afgesloten_met_reden",
                condition=(Q(status="afgesloten", afgesloten_op__isnull=False) & ~Q(afsluitreden=""))
                | (~Q(status="afgesloten") & Q(afgesloten_op=None, afsluitreden="")),
            ),
            models.CheckConstraint(
                condition=Q(afgesloten_op=None) | Q(afgesloten_op__gte=F("gemeld_op")),
                name="zaak_afgesloten_na_melding",
            ),
        ]
        indexes = [
            models.Index(
                fields=["eerstvolgende_op", "id"],
                name="zaak_open_lijstorde",
                condition=~Q(status="afgesloten"),
            ),
            models.Index(
                fields=["eerstvolgende_op", "id"],
                name="zaak_melding_lijst",
                condition=Q(status__in=("nieuw", "vraagverheldering")),
            ),
            models.Index(fields=["id"], name="zaak_afgeschermd", condition=Q(afgeschermd=True)),
            models.Index(fields=["wijkteam", "eerstvolgende_op", "id"], name="zaak_team_lijstorde"),
            models.Index(fields=["regisseur", "eerstvolgende_op", "id"], name="zaak_regisseur_lijstorde"),
            models.Index(fields=["status", "eerstvolgende_op", "id"], name="zaak_status_lijstorde"),
        ]

    def __str__(self):
        return self.kenmerk

    @property
    def kenmerk(self) -> str:
        return f"Z-{self.gemeld_op.year}-{self.volgnummer:06d}"

    def rechten_van(self, rechten: Rechten) -> "Zaak":
        """From here this row knows what the holder of these rights may do with it."""
        self.__dict__.update(rechten_op(self, rechten))
        return self

    def mag(self, recht: Recht) -> bool:
        """What the reader of `met_rechten` may do; AttributeError when the row was fetched without."""
        return getattr(self, f"mag_{recht}")

    @property
    def is_open(self) -> bool:
        return self.status != ZaakStatus.AFGESLOTEN


class ZaakgebondenQuerySet(HistorieQuerySet):
    """For rows that hang on a zaak: the same filter, one join away."""

    zaakpad = "zaak__"

    def voor(self, lezer, recht: Recht):
        return self.filter(zaken_q(lezer, recht, self.zaakpad))
