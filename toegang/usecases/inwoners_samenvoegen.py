"""Two rows that are one person: everything of the double moves to the one that stays; both histories are kept."""

import datetime
from collections import defaultdict

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from toegang import gebeurtenissen
from toegang.models import Actor, Dossier, Huishoudlid, Inwoner, Samenvoeging, Zaak, ZaakUserObjectPermission
from toegang.permissions import check_rol
from toegang.rechten import Grond, Rol
from toegang.samenvoegen import gezamenlijke_wensen, verwijzingen
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.samenvoeging_melden import melden
from toegang.usecases.toestemming_vastleggen import toestemmingen_bijhouden
from toegang.usecases.uitzonderingen import verlenen
from toegang.zoeken import zichtbaar_voor

TWEE_BSN = "Deze twee hebben elk een eigen BSN. Dan zijn het twee mensen. Klopt een BSN niet? Meld het bij Burgerzaken."
ANDERSOM = "Kies de persoon met een BSN als degene die blijft."
DUBBELE_HULP = (
    "Beide dossiers hebben een plan of hulp die tegelijk loopt. Laat het wijkteam er eerst een beëindigen, en voeg dan "
    "samen."
)
AFGESCHERMD = "afgeschermd"  # keys in `verplaatst` that are no model
WENSEN = "wensen"
BEEINDIGD = "toegang.Huishoudlid.tot_op"


@transaction.atomic
def inwoners_samenvoegen(
    *, verdwijnt_id, blijft_id, reden: str, door: Actor, nu: datetime.datetime
) -> Samenvoeging:
    """By the administratie, of two people whom it may both see; a repair takes them apart again.

    The zaken come in the dossier of the one that stays. Shielding of either, and the safer wish, holds for both. A
    second click is harmless; who comes after a colleague reads who was first.
    """
    check_rol(door, Rol.ADMINISTRATIE)
    blijft, verdwijnt = _vergrendelen(blijft_id, verdwijnt_id, door)
    if (al_samen := _al_samen(blijft, verdwijnt)) and al_samen.door == door:
        return al_samen
    _check_niet_samengevoegd(al_samen, blijft, verdwijnt)
    _check(blijft, verdwijnt, reden)
    samenvoeging = Samenvoeging(verdwenen=verdwijnt, blijft=blijft, om=nu, door=door, reden=reden.strip())
    verplaatst: dict = defaultdict(list)
    waarom = f"samengevoegd: {samenvoeging.reden}"
    try:
        with transaction.atomic():
            _dossier(blijft, verdwijnt, verplaatst, door, waarom)
            _rijen(Inwoner, verdwijnt, blijft, verplaatst, door, waarom)
    except IntegrityError as fout:
        raise ValidationError(DUBBELE_HULP) from fout
    _huishouden(verdwijnt, verplaatst, door, timezone.localdate(nu))
    _afscherming(blijft, verplaatst, door, nu, waarom)
    _wensen(blijft, verdwijnt, verplaatst, door, waarom)
    verdwijnt.samengevoegd_met = blijft
    verdwijnt.bewaren(door=door, reden=waarom)
    samenvoeging.verplaatst = dict(verplaatst)
    samenvoeging.bewaren(door=door, reden=samenvoeging.reden)
    zaken = list(Zaak.objects.filter(dossier__inwoner=blijft).order_by("pk"))
    toestemmingen_bijhouden(zaken, door=door, nu=nu)
    for zaak in zaken:
        gebeurtenissen.inwoners_samengevoegd(zaak, door=door)
    melden(samenvoeging, "Twee personen zijn samengevoegd. Controleer of dat klopt.", door=door, nu=nu)
    return samenvoeging


def _vergrendelen(blijft_id, verdwijnt_id, door: Actor) -> tuple[Inwoner, Inwoner]:
    """Lock order: dossier, zaak, then the two. Whom the reader may see is asked before another could join them."""
    beide = {blijft_id, verdwijnt_id}
    if not beide <= set(
        zichtbaar_voor(door, ook_samengevoegd=True).filter(pk__in=beide).values_list("pk", flat=True)
    ):
        raise Inwoner.DoesNotExist
    dossiers = Dossier.objects.filter(inwoner__in=beide).order_by("pk")
    dossiers = dossiers.select_for_update(of=("self",), no_key=True)
    zaken = Zaak.objects.filter(dossier__in=list(dossiers)).order_by("pk")
    list(zaken.select_for_update(of=("self",), no_key=True).values_list("pk", flat=True))
    rijen = Inwoner.objects.filter(pk__in=beide).order_by("pk").select_for_update(of=("self",), no_key=True)
    gevonden = {i.pk: i for i in rijen}
    return gevonden[blijft_id], gevonden[verdwijnt_id]


def _al_samen(blijft: Inwoner, verdwijnt: Inwoner) -> Samenvoeging | None:
    """These two were joined already, in either direction."""
    beide = [blijft.pk, verdwijnt.pk]
    samen = Samenvoeging.objects.filter(blijft__in=beide, verdwenen__in=beide, hersteld_om=None)
    return samen.select_related("door").first()


def _check_niet_samengevoegd(al_samen: Samenvoeging | None, blijft: Inwoner, verdwijnt: Inwoner) -> None:
    if al_samen:
        raise OngeldigeOvergang(
            f"{al_samen.door.naam} heeft deze twee net samengevoegd. Bekijk de persoon die bleef."
        )
    if blijft.samengevoegd_met_id or verdwijnt.samengevoegd_met_id:
        raise OngeldigeOvergang("Een van deze twee is net met een ander samengevoegd. Zoek opnieuw.")


def _check(blijft: Inwoner, verdwijnt: Inwoner, reden: str) -> None:
    if blijft.pk == verdwijnt.pk:
        raise ValidationError("Kies twee verschillende personen.")
    if not reden.strip():
        raise ValidationError({"reden": "Schrijf op waaraan u ziet dat het dezelfde persoon is"})
    if waarom_niet := weigering(blijft, verdwijnt):
        raise ValidationError(waarom_niet)


def weigering(blijft: Inwoner, verdwijnt: Inwoner) -> str:
    """Why these two cannot be joined in this direction; the screen says the same."""
    if blijft.bsn_index and verdwijnt.bsn_index:
        return TWEE_BSN
    return ANDERSOM if verdwijnt.bsn_index else ""


def _dossier(blijft: Inwoner, verdwijnt: Inwoner, verplaatst: dict, door: Actor, waarom: str) -> None:
    dossiers = {
        d.inwoner_id: d
        for d in Dossier.objects.filter(inwoner__in=[blijft, verdwijnt])
        .select_for_update(of=("self",), no_key=True)
        .order_by("pk")
    }
    oud, nieuw = dossiers.get(verdwijnt.pk), dossiers.get(blijft.pk)
    if oud is None:
        return
    if nieuw is None:
        oud.inwoner = blijft
        oud.bewaren(door=door, reden=waarom)
        verplaatst["toegang.Dossier.inwoner"].append(str(oud.pk))
        return
    if oud.afgeschermd and not nieuw.afgeschermd:
        nieuw.afgeschermd = True
        nieuw.bewaren(door=door, reden=waarom)
        verplaatst[AFGESCHERMD].append(str(nieuw.pk))
    _rijen(Dossier, oud, nieuw, verplaatst, door, waarom)


def _rijen(soort, oud, nieuw, verplaatst: dict, door: Actor, waarom: str) -> None:
    """Every key to this inwoner or dossier, of every room."""
    for model, veld in verwijzingen(soort):
        rijen = model.objects.filter(**{veld: oud}).select_for_update(of=("self",), no_key=True)
        for rij in rijen.order_by("pk"):
            if nieuw in (getattr(rij, "inwoner", None), getattr(rij, "verwant", None)):
                continue  # nobody becomes his own relative
            setattr(rij, veld, nieuw)
            rij.bewaren(door=door, reden=waarom)
            verplaatst[f"{model._meta.label}.{veld}"].append(str(rij.pk))


def _huishouden(verdwijnt: Inwoner, verplaatst: dict, door: Actor, vandaag: datetime.date) -> None:
    """A double person lives nowhere; where the one that stays lives, the BRP says."""
    for lid in Huishoudlid.objects.filter(inwoner=verdwijnt, tot_op=None):
        lid.tot_op = max(lid.vanaf_op, vandaag)
        lid.bewaren(door=door, reden="samengevoegd")
        verplaatst[BEEINDIGD].append(str(lid.pk))


def _afscherming(blijft: Inwoner, verplaatst: dict, door: Actor, nu: datetime.datetime, waarom: str) -> None:
    """Of either: all zaken are closed, and open to whoever was named or is regisseur."""
    zaken = list(Zaak.objects.filter(dossier__inwoner=blijft).select_related("dossier").order_by("pk"))
    if not zaken or not (zaken[0].dossier.afgeschermd or any(z.afgeschermd for z in zaken)):
        return
    dossier = zaken[0].dossier
    if not dossier.afgeschermd:
        dossier.afgeschermd = True
        dossier.bewaren(door=door, reden=waarom)
        verplaatst[AFGESCHERMD].append(str(dossier.pk))
    genoemd: dict = {}
    for rij in ZaakUserObjectPermission.objects.filter(
        content_object__in=zaken, grond=Grond.AFGESCHERMD, tot__gt=nu
    ):
        genoemd[rij.user_id] = max(rij.tot, genoemd.get(rij.user_id, rij.tot))
    einde = max(genoemd.values(), default=nu + datetime.timedelta(days=180))
    for zaak in zaken:
        if zaak.regisseur_id:
            genoemd.setdefault(zaak.regisseur_id, einde)
    for zaak in zaken:
        if not zaak.afgeschermd:
            zaak.afgeschermd = True
            zaak.bewaren(door=door, reden=waarom)
            verplaatst[AFGESCHERMD].append(str(zaak.pk))
        for medewerker, tot in sorted(genoemd.items()):
            verlenen(zaak, medewerker, Grond.AFGESCHERMD, vanaf=nu, tot=tot, door=door)


def _wensen(blijft: Inwoner, verdwijnt: Inwoner, verplaatst: dict, door: Actor, waarom: str) -> None:
    anders = gezamenlijke_wensen(blijft, verdwijnt)
    if not anders:
        return
    verplaatst[WENSEN] = {naam: [getattr(blijft, naam), waarde] for naam, waarde in anders.items()}
    for naam, waarde in anders.items():
        setattr(blijft, naam, waarde)
    blijft.bewaren(door=door, reden=waarom)
