"""Who may open the page of a person, and what of it: by his own right, never through a member of the household."""

from dataclasses import dataclass, field

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, QuerySet

from toegang.models import Dossier, Inwoner, Samenvoeging, Zaak
from toegang.rechten import Recht, Rol
from toegang.zoeken import zichtbaar_voor

NIET_WIJZIGEN = "U kunt deze gegevens niet wijzigen. De administratie of het wijkteam kan dat wel."


def inwoners_voor(lezer) -> QuerySet[Inwoner]:
    """The administratie all but who is shielded; anyone else who may see a zaak of this person."""
    if lezer.rechten.heeft_rol(Rol.ADMINISTRATIE):
        return zichtbaar_voor(lezer)
    eigen = Dossier.objects.voor(lezer, Recht.PROCES_INZIEN).filter(inwoner=OuterRef("pk"))
    return Inwoner.objects.huidige().filter(Exists(eigen))


@dataclass(frozen=True)
class Persoonsrecht:
    """What this reader may do on the page of one person."""

    wijzigen: bool
    bezoek: bool  # plans or makes a visit: reads the line of "let op bij bezoek"
    gevoelig: bool  # reads a secret address and the reason of "let op" (L3)
    zaken: list[Zaak] = field(default_factory=list)  # that the reader may see

    def check_wijzigen(self) -> None:
        if not self.wijzigen:
            raise PermissionDenied(NIET_WIJZIGEN)


def persoonsrecht(lezer, inwoner: Inwoner) -> Persoonsrecht:
    """One query: the zaken of this person that the reader may see, and what that makes of the page."""
    zaken = list(
        Zaak.objects.voor(lezer, Recht.PROCES_INZIEN)
        .met_rechten(lezer)
        .select_related("dossier", "regisseur", "wijkteam")
        .filter(dossier__inwoner=inwoner)
        .order_by("-gemeld_op", "pk")
    )
    bewerkt = any(z.mag(Recht.INHOUD_BEWERKEN) for z in zaken)
    return Persoonsrecht(
        wijzigen=bewerkt or lezer.rechten.heeft_rol(Rol.ADMINISTRATIE),
        bezoek=bewerkt,
        gevoelig=any(z.mag(Recht.GEVOELIG_INZIEN) for z in zaken),
        zaken=zaken,
    )


def samengevoegd_met(lezer, pk):
    """An old link of a double person leads to the one that stays, for who may open that; else None."""
    blijft = Inwoner.objects.filter(pk=pk).values_list("samengevoegd_met", flat=True).first()
    return blijft if blijft and inwoners_voor(lezer).filter(pk=blijft).exists() else None


def van_wie(model, pk):
    """A row that hangs on a person (`rij.inwoner_id`); the caller asks next whether the reader may see that person."""
    return model.objects.get(pk=pk)


def samenvoeging_van(lezer, pk):
    """A join with the key of the person to open: the one that stays, or else (after a repair) the other."""
    rij = Samenvoeging.objects.select_related("verdwenen", "blijft", "door").get(pk=pk)
    open_ = inwoners_voor(lezer).filter(pk=rij.blijft_id).exists()
    return rij, rij.blijft_id if open_ else rij.verdwenen_id
