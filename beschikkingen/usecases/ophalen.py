"""How every act on a besluit begins: what the Actor may see, locked in the order zaak, besluit."""

from django.db.models import Q

from beschikkingen.models import Besluit
from beschikkingen.permissions import check_mag_schrijven
from toegang.models import Actor, Zaak
from toegang.rechten import Recht
from toegang.usecases.ophalen import zaak_vergrendelen

MEEGENOMEN = (
    "aanvraag", "bezwaar__besluit", "bezwaar__behandelaar", "ingebrekestelling", "opgesteld_door",
    "getoetst_door", "ondertekend_door", "opgepakt_door",
)  # fmt: skip


def besluit_vergrendelen(besluit_id, *, door: Actor, recht: Recht) -> Besluit:
    """For who works on the zaak: invisible raises DoesNotExist (404), not allowed raises with a sentence (403)."""
    zaak_id = (
        Besluit.objects.voor(door, Recht.PROCES_INZIEN).values_list("zaak_id", flat=True).get(pk=besluit_id)
    )
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=recht)
    besluit = _vergrendeld(besluit_id)
    besluit.zaak = zaak
    return besluit


def besluit_om_te_schrijven(besluit_id, *, door: Actor) -> Besluit:
    """For its author: a colleague of the team, or the jurist who has the bezwaar."""
    besluit = besluit_vergrendelen(besluit_id, door=door, recht=Recht.PROCES_INZIEN)
    check_mag_schrijven(door, besluit)
    return besluit


def uit_de_rij_vergrendelen(besluit_id, *, door: Actor) -> Besluit:
    """For who checks or signs: what waits for his role, what he sees by a claim, or what he did already."""
    rijen = (
        Besluit.objects.voor(door, Recht.PROCES_INZIEN).values("pk"),
        Besluit.objects.voor_rol(door).values("pk"),
    )
    zichtbaar = Q(pk__in=rijen[0]) | Q(pk__in=rijen[1]) | Q(getoetst_door=door) | Q(ondertekend_door=door)
    zaak_id = Besluit.objects.filter(zichtbaar).values_list("zaak_id", flat=True).get(pk=besluit_id)
    zaak = (
        Zaak.objects.met_rechten(door)
        .select_related("dossier__inwoner", "wijkteam", "regisseur")
        .select_for_update(of=("self",), no_key=True)
        .get(pk=zaak_id)
    )
    besluit = _vergrendeld(besluit_id)
    besluit.zaak = zaak
    return besluit


def _vergrendeld(besluit_id) -> Besluit:
    return (
        Besluit.objects.select_related(*MEEGENOMEN)
        .select_for_update(of=("self",), no_key=True)
        .get(pk=besluit_id)
    )
