"""A wrong join: each row that moved goes back; what came since stays where it was written, and everybody is told."""

import datetime
from uuid import UUID

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from toegang import gebeurtenissen
from toegang.models import Actor, Dossier, Inwoner, Samenvoeging, Zaak
from toegang.permissions import check_rol
from toegang.rechten import Grond, Rol
from toegang.usecases.inwoners_samenvoegen import AFGESCHERMD, BEEINDIGD, WENSEN
from toegang.usecases.samenvoeging_melden import melden
from toegang.usecases.toestemming_vastleggen import toestemmingen_toepassen, zaken_op_slot
from toegang.usecases.uitzonderingen import intrekken
from toegang.zoeken import zichtbaar_voor

KAN_NIET = "Na het samenvoegen is er hulp of een plan bijgekomen dat niet uit elkaar kan. Vraag de beheerder."


@transaction.atomic
def samenvoeging_herstellen(
    *, samenvoeging_id, reden: str, door: Actor, nu: datetime.datetime
) -> Samenvoeging:
    """By the administratie that may see the person; a second click is harmless."""
    check_rol(door, Rol.ADMINISTRATIE)
    zichtbaar = zichtbaar_voor(door)
    blijft_id, verdwenen_id = (
        Samenvoeging.objects.filter(blijft__in=zichtbaar)
        .values_list("blijft_id", "verdwenen_id")
        .get(pk=samenvoeging_id)
    )
    zaken_op_slot(blijft_id, verdwenen_id)  # before the people, as every act that changes who reads a zaak
    mensen = Inwoner.objects.select_for_update(of=("self",), no_key=True).order_by("pk")
    samenvoeging = Samenvoeging.objects.vergrendelen(samenvoeging_id)
    if samenvoeging.hersteld_om:
        return samenvoeging
    if not reden.strip():
        raise ValidationError({"reden": "Schrijf op waarom dit twee mensen zijn"})
    rijen = {i.pk: i for i in mensen.filter(pk__in=[blijft_id, samenvoeging.verdwenen_id])}
    blijft, verdwenen = rijen[blijft_id], rijen[samenvoeging.verdwenen_id]
    waarom = f"samenvoeging hersteld: {reden.strip()}"
    zaken = list(Zaak.objects.filter(dossier__inwoner=blijft).order_by("pk"))
    try:
        with transaction.atomic():
            _terug(samenvoeging, blijft, verdwenen, door, waarom)
    except IntegrityError as fout:
        raise ValidationError(KAN_NIET) from fout
    _open(samenvoeging.verplaatst.get(AFGESCHERMD, []), door, waarom)
    for inwoner in (blijft, verdwenen):
        toestemmingen_toepassen(inwoner, door=door, nu=nu)
    _wensen_terug(blijft, samenvoeging.verplaatst.get(WENSEN, {}), door, waarom)
    verdwenen.samengevoegd_met = None
    verdwenen.bewaren(door=door, reden=waarom)
    samenvoeging.hersteld_om, samenvoeging.hersteld_door = nu, door
    samenvoeging.herstelreden = reden.strip()
    samenvoeging.bewaren(door=door, reden=waarom)
    for zaak in zaken:
        gebeurtenissen.samenvoeging_hersteld(zaak, door=door)
    melden(samenvoeging, "Een samenvoeging klopte niet en is hersteld. Kijk na wat u deed.", door=door, nu=nu)
    return samenvoeging


def _terug(samenvoeging: Samenvoeging, blijft: Inwoner, verdwenen: Inwoner, door: Actor, waarom: str) -> None:
    """Only what is still where the join put it; a row that was moved on by hand stays there."""
    oud = Dossier.objects.filter(inwoner=verdwenen).first()
    nieuw = Dossier.objects.filter(inwoner=blijft).first()
    for plek, pks in samenvoeging.verplaatst.items():
        if plek in (AFGESCHERMD, WENSEN):
            continue
        label, _, veld = plek.rpartition(".")
        model = apps.get_model(label)
        naar_dossier = model._meta.get_field(veld).related_model is Dossier
        staat, gaat = (nieuw, oud) if naar_dossier else (blijft, verdwenen)
        vrij = model.objects.select_for_update(of=("self",), no_key=True)
        for rij in vrij.filter(pk__in=[UUID(pk) for pk in pks]).order_by("pk"):
            if plek == BEEINDIGD:
                rij.tot_op = None
            elif getattr(rij, veld) == staat:
                setattr(rij, veld, gaat)
            else:
                continue
            rij.bewaren(door=door, reden=waarom)


def _open(pks: list[str], door: Actor, waarom: str) -> None:
    """What was closed only because of the join opens again."""
    for model in (Dossier, Zaak):
        for rij in model.objects.filter(pk__in=[UUID(pk) for pk in pks], afgeschermd=True).order_by("pk"):
            rij.afgeschermd = False
            rij.bewaren(door=door, reden=waarom)
            if isinstance(rij, Zaak):
                intrekken(rij, Grond.AFGESCHERMD)


def _wensen_terug(blijft: Inwoner, wensen: dict, door: Actor, waarom: str) -> None:
    """A wish that was said anew since stays."""
    terug = {naam: oud for naam, (oud, nieuw) in wensen.items() if getattr(blijft, naam) == nieuw}
    for naam, waarde in terug.items():
        setattr(blijft, naam, waarde)
    if terug:
        blijft.bewaren(door=door, reden=waarom)
