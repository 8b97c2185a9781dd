"""May this person do this? Each rule once, as a check that raises a sentence; the button and the POST share it."""

import datetime
from collections.abc import Callable

from django.core.exceptions import PermissionDenied

from toegang.models import Brief, Inzagereden, Zaak
from toegang.rechten import RECHT_BIJ_LAAG, Laag, Recht, Rol
from toegang.statussen import BriefStatus
from toegang.veilig_contact import waarheen

WEIGERING: dict[Recht, str] = {
    Recht.PROCES_INZIEN: "U mag deze zaak niet zien.",
    Recht.UITVOERING_INZIEN: "U mag de hulp van deze inwoner niet zien. Het wijkteam kan dat wel.",
    Recht.INHOUD_INZIEN: "U mag de inhoud van deze zaak niet zien. Het wijkteam kan dat wel.",
    Recht.INHOUD_BEWERKEN: "U mag de inhoud van deze zaak niet wijzigen. Het wijkteam kan dat wel.",
    Recht.GEVOELIG_INZIEN: "Dit deel is alleen voor de regisseur van deze zaak.",
    Recht.VERDELEN: "U mag deze zaak niet verdelen. De teamleider of procescoördinator kan dat wel.",
}


class RedenNodig(Exception):
    """A team member who is not on the case opens content with a reason; `.zaak` says which."""

    def __init__(self, zaak: Zaak):
        super().__init__("Zeg eerst waarom u dit opent.")
        self.zaak = zaak


def _mag(check: Callable[..., None], *waarvan) -> bool:
    """The check as yes or no, for what is drawn."""
    try:
        check(*waarvan)
    except PermissionDenied:
        return False
    return True


def check_recht(zaak: Zaak, recht: Recht) -> None:
    """Raise with a sentence when the reader of `met_rechten` does not hold this right."""
    if not zaak.mag(recht):
        raise PermissionDenied(WEIGERING[recht])


def check_rol(door, *rollen: Rol) -> None:
    """Raise with a sentence when this Actor holds none of these roles."""
    if not door.rechten.heeft_rol(*rollen):
        namen = " of ".join(Rol(r).label.lower() for r in rollen)
        raise PermissionDenied(f"Dit is werk van {namen}.")


def op_de_zaak(lezer, zaak: Zaak) -> bool:
    """Regisseur, named by an exception, or the administratie while there is no team."""
    r = lezer.rechten
    if r.alles or zaak.pk in r.gronden or zaak.regisseur_id == r.regisseur_id:
        return True
    return zaak.wijkteam_id is None and r.heeft_rol(Rol.ADMINISTRATIE)


def redenen(lezer, vandaag: datetime.date):
    """The reasons that this reader gave today, for any zaak; at most one a zaak."""
    return Inzagereden.objects.filter(medewerker_id=lezer.medewerker_id, op=vandaag).values_list(
        "reden", flat=True
    )


def check_reden(lezer, zaak: Zaak) -> str:
    """The ground for reading content: '' when on the case, else the reason of today; raises RedenNodig.

    `zaak` comes from `zaakvraag.zaak_voor`, which reads that reason along.
    """
    if op_de_zaak(lezer, zaak):
        return ""
    if zaak.feit_reden is None:
        raise RedenNodig(zaak)
    return zaak.feit_reden


def brief_als_post(lezer, zaak: Zaak, brief: Brief) -> bool:
    """A letter that waits to be sent is work of the administratie: it opens the one letter, not the layer (L2a)."""
    return (
        brief.status == BriefStatus.GEMAAKT
        and lezer.rechten.heeft_rol(Rol.ADMINISTRATIE)
        and zaak.mag(Recht.UITVOERING_INZIEN)
    )


def check_mag_brief_lezen(lezer, zaak: Zaak, brief: Brief) -> None:
    """The layer of the letter, or the post that has to go out."""
    if not brief_als_post(lezer, zaak, brief):
        check_recht(zaak, RECHT_BIJ_LAAG[Laag(brief.laag)])


def mag_brief_lezen(lezer, zaak: Zaak, brief: Brief) -> bool:
    return _mag(check_mag_brief_lezen, lezer, zaak, brief)


def waarom_niet_verzenden(lezer, zaak: Zaak, brief: Brief) -> str | None:
    """None: the reader may press 'Post is weg'; '' : not drawn; else the sentence in its place."""
    if not lezer.rechten.heeft_rol(Rol.ADMINISTRATIE) or not zaak.mag(Recht.UITVOERING_INZIEN):
        return ""
    if brief.status == BriefStatus.GEVRAAGD:
        return "De brief wordt nog gemaakt. Ververs de pagina over een halve minuut."
    if brief.status != BriefStatus.GEMAAKT:
        return ""
    if zaak.dossier.inwoner.overleden_op:
        return "Deze inwoner is overleden. Verstuur deze brief niet."
    return waarheen(zaak.dossier.inwoner).weigering or None


def check_mag_noodinzage_beoordelen(lezer, noodinzage, zaak: Zaak) -> None:
    """The FG, or the teamlead of the zaak; never on one's own noodinzage."""
    if noodinzage.medewerker_id == lezer.medewerker_id:
        raise PermissionDenied("Een collega beoordeelt uw eigen noodinzage.")
    if not (
        lezer.rechten.heeft_rol(Rol.FUNCTIONARIS_GEGEVENSBESCHERMING)
        or (zaak.mag(Recht.VERDELEN) and zaak.mag(Recht.INHOUD_INZIEN))
    ):
        raise PermissionDenied("De FG of de teamleider van deze zaak beoordeelt een noodinzage.")


def check_mag_afschermen(zaken) -> None:
    """Who writes in one of these zaken, or divides them (rows of `met_rechten`)."""
    if not any(z.mag(Recht.INHOUD_BEWERKEN) or z.mag(Recht.VERDELEN) for z in zaken):
        raise PermissionDenied("De teamleider of het wijkteam kan dit dossier afschermen.")


MAG_BRP = (Rol.ADMINISTRATIE, Rol.CONSULENT, Rol.TEAMLEAD, Rol.PROCESCOORDINATOR)


def check_mag_brp(lezer) -> None:
    """Ask the BRP again about an inwoner whose dossier one may see."""
    check_rol(lezer, *MAG_BRP)


def mag_brp_afhandelen(lezer, zaak: Zaak) -> bool:
    """Who works on the zaak, who leads the team, or the administratie."""
    return (
        zaak.mag(Recht.INHOUD_BEWERKEN)
        or zaak.mag(Recht.VERDELEN)
        or (zaak.mag(Recht.UITVOERING_INZIEN) and lezer.rechten.heeft_rol(Rol.ADMINISTRATIE))
    )


def check_mag_brp_afhandelen(lezer, zaak: Zaak) -> None:
    """Say that what the BRP changed was dealt with."""
    if not mag_brp_afhandelen(lezer, zaak):
        raise PermissionDenied("De regisseur of de administratie handelt dit af.")


def check_mag_terugpost_afdoen(lezer, zaak: Zaak) -> None:
    """The administratie, or who writes in the zaak (a row of `met_rechten`)."""
    if not (lezer.rechten.heeft_rol(Rol.ADMINISTRATIE) or zaak.mag(Recht.INHOUD_BEWERKEN)):
        raise PermissionDenied("De administratie of het wijkteam handelt teruggekomen post af.")


def mag_terugpost_afdoen(lezer, zaak: Zaak) -> bool:
    return _mag(check_mag_terugpost_afdoen, lezer, zaak)


def check_mag_notitie_maken(lezer, zaak: Zaak) -> None:
    """Who writes in the zaak, or the administratie on every zaak that it sees (a row of `met_rechten`)."""
    if not lezer.rechten.heeft_rol(Rol.ADMINISTRATIE):
        check_recht(zaak, Recht.INHOUD_BEWERKEN)


def mag_notitie_maken(lezer, zaak: Zaak) -> bool:
    return _mag(check_mag_notitie_maken, lezer, zaak)


def check_mag_ten_onrechte(lezer, zaak: Zaak) -> None:
    """The administratie, which repaired what led to the zaak, or the teamlead of the zaak (a row of `met_rechten`)."""
    teamlead = zaak.mag(Recht.VERDELEN) and zaak.mag(Recht.INHOUD_INZIEN)
    if not (teamlead or lezer.rechten.heeft_rol(Rol.ADMINISTRATIE)):
        raise PermissionDenied(
            "De administratie of de teamleider sluit een zaak die ten onrechte is geopend."
        )


def check_mag_bericht_beslissen(lezer, zaak: Zaak) -> None:
    """Whether an e-mail arrived: the administratie, or who writes in the zaak (a row of `met_rechten`)."""
    if not (lezer.rechten.heeft_rol(Rol.ADMINISTRATIE) or zaak.mag(Recht.INHOUD_BEWERKEN)):
        raise PermissionDenied("De administratie of het wijkteam beslist over deze e-mail.")


def mag_bericht_beslissen(lezer, zaak: Zaak) -> bool:
    return _mag(check_mag_bericht_beslissen, lezer, zaak)


MAG_VERNIETIGEN_VOORSTELLEN = (Rol.ADMINISTRATIE, Rol.TEAMLEAD)


def check_mag_vernietiging_voorstellen(lezer) -> None:
    """Who keeps the files: the administratie, or the teamlead; each of zaken that one sees."""
    check_rol(lezer, *MAG_VERNIETIGEN_VOORSTELLEN)


def check_mag_vernietigverzoek_beoordelen(lezer, zaak: Zaak) -> None:
    """Whether another has an interest in keeping it is content: the teamlead of the zaak (a row of `met_rechten`).

    While a zaak never had a team, the administratie.
    """
    if not (lezer.rechten.heeft_rol(*MAG_VERNIETIGEN_VOORSTELLEN) and zaak.mag(Recht.INHOUD_INZIEN)):
        raise PermissionDenied("De teamleider van deze zaak beoordeelt het verzoek.")


def mag_vernietigverzoek_beoordelen(lezer, zaak: Zaak) -> bool:
    return _mag(check_mag_vernietigverzoek_beoordelen, lezer, zaak)


def check_mag_vernietiging_besluiten(lezer, vernietiging) -> None:
    """The FG, and never on one's own proposal (four eyes)."""
    check_rol(lezer, Rol.FUNCTIONARIS_GEGEVENSBESCHERMING)
    if vernietiging.voorgesteld_door == lezer:
        raise PermissionDenied("Een ander beslist over een vernietiging die u hebt voorgesteld.")


def mag_vernietiging_besluiten(lezer, vernietiging) -> bool:
    return _mag(check_mag_vernietiging_besluiten, lezer, vernietiging)
