"""A colleague leaves: no sign-in, no team, no role; what was in her hands stays there, and the teamlead is told."""

import datetime

from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.db import transaction

from toegang import opmaak
from toegang.models import Actor, Taak, Zaak
from toegang.rechten import Rol
from toegang.statussen import OngeldigeOvergang
from toegang.usecases import taken
from wijkteams.collegaregels import beheerders_vergrendelen, is_beheerder, waarom_niet_laatste
from wijkteams.models import Apparaat, Deskundige, Dienstverband, Lidmaatschap, Medewerker
from wijkteams.usecases.apparaat_beeindigen import apparaat_beeindigen
from wijkteams.usecases.deskundige_vastleggen import deskundige_beeindigen
from wijkteams.usecases.dienstverband_ophalen import dienstverband_vergrendelen
from wijkteams.usecases.lidmaatschap_beeindigen import lidmaatschap_beeindigen

TAAK = "uit_dienst"
HOOGSTENS_VOORUIT = datetime.timedelta(days=366)


@transaction.atomic
def dienstverband_beeindigen(
    *,
    dienstverband_id,
    reden: str,
    door: Actor,
    vandaag: datetime.date,
    nu: datetime.datetime,
    laatste_dag: datetime.date | None = None,
    versie: int | None = None,
) -> Dienstverband:
    """Now, or after `laatste_dag`; then the night does it. Dossiers are handed over by the teamlead, never here."""
    beheerders_vergrendelen()
    dienst = dienstverband_vergrendelen(dienstverband_id, door=door, versie=versie)
    if is_beheerder(dienst.medewerker) and (zin := waarom_niet_laatste(dienst.medewerker)):
        raise OngeldigeOvergang(zin)
    if laatste_dag is None:
        return _dicht(dienst, waarom=reden, door=door, vandaag=vandaag, nu=nu)
    if not max(vandaag, dienst.vanaf_op) <= laatste_dag <= vandaag + HOOGSTENS_VOORUIT:
        van, tot = max(vandaag, dienst.vanaf_op), vandaag + HOOGSTENS_VOORUIT
        zin = f"De laatste werkdag moet van {opmaak.datum(van)} tot en met {opmaak.datum(tot)} liggen"
        raise ValidationError({"laatste_dag": zin})
    dienst.tot_op = laatste_dag + datetime.timedelta(days=1)
    dienst.noteren(f"Laatste werkdag: {opmaak.datum(laatste_dag)}", door=door, waarom=reden)
    _teamleiders_inlichten(dienst, uiterlijk=laatste_dag, door=door, vandaag=vandaag)
    return dienst


@transaction.atomic
def dienstverband_aflopen(
    *, dienstverband_id, door: Actor, vandaag: datetime.date, nu: datetime.datetime
) -> Dienstverband | None:
    """The last working day is over: by the job. None when there was nothing to do (any more)."""
    beheerders_vergrendelen()
    try:
        dienst = dienstverband_vergrendelen(dienstverband_id, door=door)
    except OngeldigeOvergang:
        return None
    if dienst.tot_op is None or dienst.tot_op > vandaag:
        return None
    if is_beheerder(dienst.medewerker) and waarom_niet_laatste(dienst.medewerker):
        return None  # nobody could let anybody in again; the page says so until there is another beheerder
    return _dicht(dienst, waarom="de laatste werkdag is voorbij", door=door, vandaag=vandaag, nu=nu)


def _dicht(
    dienst: Dienstverband, *, waarom: str, door: Actor, vandaag: datetime.date, nu: datetime.datetime
) -> Dienstverband:
    """The account is closed at her next request; her telephone and tablet open nothing any more."""
    mens = dienst.medewerker
    _teamleiders_inlichten(
        dienst, uiterlijk=vandaag, door=door, vandaag=vandaag
    )  # while it is known who leads her
    dienst.tot_op, dienst.link_om = max(min(dienst.tot_op or vandaag, vandaag), dienst.vanaf_op), None
    dienst.noteren("Uit dienst: inloggen is dicht", door=door, waarom=waarom)
    for lid in Lidmaatschap.objects.filter(medewerker=mens).nog_niet_voorbij(vandaag).order_by("pk"):
        lidmaatschap_beeindigen(lidmaatschap_id=lid.pk, door=door, vandaag=vandaag, reden="uit dienst")
    for rij in Deskundige.objects.filter(medewerker=mens, tot_op=None).order_by("pk"):
        deskundige_beeindigen(deskundige_id=rij.pk, door=door, vandaag=vandaag)
    for apparaat in Apparaat.objects.filter(actor=mens.actor, beeindigd_om=None).order_by("pk"):
        apparaat_beeindigen(apparaat_id=apparaat.pk, door=mens.actor, nu=nu)
    Authenticator.objects.filter(user=mens).delete()
    mens.groups.clear()
    mens.is_active = False
    mens.set_unusable_password()
    mens.save(update_fields=["is_active", "password"])
    dienst.refresh_from_db(fields=["versie"])
    return dienst


def _teamleiders_inlichten(
    dienst: Dienstverband, *, uiterlijk: datetime.date, door: Actor, vandaag: datetime.date
) -> None:
    """A task for each who leads a team in which she has dossiers; a number, no names."""
    mens = dienst.medewerker
    teams = Zaak.objects.filter(regisseur=mens, wijkteam__isnull=False).open().values("wijkteam")
    leiders = (
        Lidmaatschap.objects.filter(rol=Rol.TEAMLEAD, wijkteam__in=teams).op(vandaag).exclude(medewerker=mens)
    )
    for leider in Medewerker.objects.filter(pk__in=leiders.values("medewerker"), is_active=True).order_by(
        "pk"
    ):
        taken.klaarzetten(
            f"{TAAK}_{mens.pk}_{leider.pk}", f"Draag de dossiers van {mens.naam} over: gaat uit dienst", door=door,
            medewerker=leider, uiterlijk=uiterlijk, adres="wijkteams:overdragen",
        )  # fmt: skip


def niet_meer_overdragen(mens: Medewerker, *, door: Actor) -> None:
    """She stays, or is back: the tasks of her teamleads end."""
    for taak in Taak.objects.open().filter(sleutel__startswith=f"{TAAK}_{mens.pk}_").order_by("pk"):
        taken.afhandelen(taak.sleutel.partition(":")[0], None, door=door)
