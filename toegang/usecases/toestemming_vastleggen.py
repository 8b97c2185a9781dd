"""Consent to use what was told for one law in a zaak of another, and its withdrawal (Wmo 2015 art. 5.1.1 lid 4)."""

import datetime
from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from toegang.models import Actor, Inwoner, Toestemming, Zaak
from toegang.rechten import Grond, Wet
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.inwoner_ophalen import inwoner_vergrendelen
from toegang.usecases.uitzonderingen import intrekken, verlenen

NET_SAMENGEVOEGD = (
    "Een collega voegde deze persoon net samen met een ander. Open de persoon die bleef en doe het daar."
)
GELDIG = datetime.timedelta(days=365)  # asked again after a year; withdrawn on any day


@transaction.atomic
def toestemming_geven(
    *, inwoner_id, van_wet: str, naar_wet: str, doel: str, gegeven_op: datetime.date, hoe: str, door: Actor,
    nu: datetime.datetime, gegeven_door: str = "",
) -> Toestemming:  # fmt: skip
    """Write down what was said; from now the regisseur under `naar_wet` reads the zaken under `van_wet`."""
    inwoner = _met_zaken_vergrendelen(inwoner_id, door=door)
    fouten: dict[str, str] = {}
    if van_wet == naar_wet:
        fouten["naar_wet"] = "Kies een andere wet. Onder dezelfde wet is geen toestemming nodig"
    if gegeven_op > timezone.localdate(nu):
        fouten["gegeven_op"] = "De toestemming kan niet in de toekomst zijn gegeven"
    if not doel.strip():
        fouten["doel"] = "Schrijf op waarvoor de inwoner toestemming geeft"
    if fouten:
        raise ValidationError(fouten)
    toestemming = Toestemming(
        inwoner=inwoner, van_wet=Wet(van_wet), naar_wet=Wet(naar_wet), doel=doel.strip(), gegeven_op=gegeven_op,
        gegeven_door=gegeven_door.strip(), hoe=hoe,
    ).bewaren(door=door, reden="toestemming gegeven")  # fmt: skip
    toestemmingen_toepassen(inwoner, door=door, nu=nu)
    return toestemming


@transaction.atomic
def toestemming_intrekken(*, toestemming_id, door: Actor, nu: datetime.datetime) -> Toestemming:
    """From this moment nothing is read across any more; what was given stays readable in the register."""
    inwoner_id = Toestemming.objects.values_list("inwoner_id", flat=True).get(pk=toestemming_id)
    inwoner = _met_zaken_vergrendelen(inwoner_id, door=door)
    toestemming = Toestemming.objects.vergrendelen(toestemming_id)
    if toestemming.ingetrokken_op is None:
        toestemming.ingetrokken_op = timezone.localdate(nu)
        toestemming.bewaren(door=door, reden="toestemming ingetrokken")
        toestemmingen_toepassen(inwoner, door=door, nu=nu)
    return toestemming


def _met_zaken_vergrendelen(inwoner_id, *, door: Actor) -> Inwoner:
    """The zaken first, then the person: the order of every act that changes a regisseur."""
    zaken_op_slot(inwoner_id)
    try:
        inwoner, _ = inwoner_vergrendelen(inwoner_id, door=door)
    except Inwoner.DoesNotExist:
        if Inwoner.objects.filter(pk=inwoner_id, samengevoegd_met__isnull=False).exists():
            raise OngeldigeOvergang(NET_SAMENGEVOEGD) from None
        raise
    return inwoner


def zaken_op_slot(*inwoner_ids) -> None:
    """All zaken of these people, by pk; before any of the people."""
    zaken = Zaak.objects.filter(dossier__inwoner__in=inwoner_ids).order_by("pk")
    list(zaken.select_for_update(of=("self",), no_key=True).values_list("pk", flat=True))


def toestemmingen_bijhouden(zaken: Collection[Zaak], *, door: Actor, nu: datetime.datetime) -> None:
    """These zaken have another regisseur, law, shield or end (saved or not yet): who reads by consent follows at once.

    One statement when nobody gave any; else the person is locked, after the zaken that the caller holds.
    """
    gaven = Toestemming.objects.filter(
        inwoner__dossier__in={z.dossier_id for z in zaken}, ingetrokken_op=None
    ).values_list("inwoner", flat=True)
    for inwoner_id in gaven.distinct().order_by("inwoner"):
        inwoner = Inwoner.objects.vergrendelen(inwoner_id)
        toestemmingen_toepassen(inwoner, door=door, nu=nu, gewijzigd=zaken)


def toestemmingen_toepassen(
    inwoner: Inwoner, *, door: Actor, nu: datetime.datetime, gewijzigd: Collection[Zaak] = ()
) -> None:
    """The exceptions follow the register: all of this ground anew; `gewijzigd` go before what the table says.

    The caller holds the person, so that two do not do this at once. Not on a zaak that is shielded: there only who is
    named reads.
    """
    nieuwer = {zaak.pk: zaak for zaak in gewijzigd}
    zaken = [
        nieuwer.get(zaak.pk, zaak) for zaak in Zaak.objects.filter(dossier__inwoner=inwoner).order_by("pk")
    ]
    for zaak in zaken:
        intrekken(zaak, Grond.TOESTEMMING)
    gegeven = Toestemming.objects.filter(inwoner=inwoner, ingetrokken_op=None).order_by("gegeven_op", "pk")
    for toestemming in gegeven:
        tot = timezone.make_aware(
            datetime.datetime.combine(toestemming.gegeven_op + GELDIG, datetime.time(23, 59))
        )
        if tot <= nu:
            continue
        lezers = {
            z.regisseur_id for z in zaken if z.wet == toestemming.naar_wet and z.is_open and z.regisseur_id
        }
        for zaak in zaken:
            if zaak.wet == toestemming.van_wet and not zaak.afgeschermd:
                for medewerker in sorted(lezers - {zaak.regisseur_id}):
                    verlenen(zaak, medewerker, Grond.TOESTEMMING, vanaf=nu, tot=tot, door=door)
