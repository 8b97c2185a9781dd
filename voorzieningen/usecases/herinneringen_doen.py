"""What a reminder does: a task for the regisseur of now, lines for others, a letter, the row that says it was done."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from toegang.models import Actor, Dossier, Taak, Zaak
from toegang.models.bulk import bulk_met_historie
from toegang.moment import nu
from toegang.opmaak import datum
from toegang.rechten import Rol, Wet
from voorzieningen import gebeurtenissen
from voorzieningen.ladder import NIEUWE_VRAAG, Beurt, Sport, beurt_van, dag_van
from voorzieningen.ladders import Ladders, Ontvangers
from voorzieningen.models import Herinnering, Indicatie
from voorzieningen.toewijsregels import OPDRACHT
from voorzieningen.usecases.herinneringsbrief import inwoner_inlichten

HERINNERING, AFLOOP, AFLOOP_TEAM = "herinnering", "afloop", "afloop_team"
SOORTEN = (HERINNERING, AFLOOP, AFLOOP_TEAM)
PAGINA = "voorzieningen:afloop"


@dataclass(frozen=True)
class Werk:
    """One indicatie of which a rung is due, and who gets its task (none: the team)."""

    indicatie: Indicatie
    beurt: Beurt
    medewerker_id: int | None
    vandaag: datetime.date

    def sleutel(self, soort: str) -> str:
        return f"{soort}:{self.indicatie.pk}"

    @property
    def voorbij(self) -> bool:
        return self.beurt.sport == Sport.VOORBIJ

    @property
    def aan_inwoner(self) -> bool:
        return self.beurt.aan_inwoner(self.vandaag, self.indicatie.einddatum)

    @property
    def titel(self) -> str:
        """A sentence without content: the day and what to do."""
        dag = datum(self.indicatie.einddatum)
        if self.voorbij:
            return f"De hulp stopte op {dag}, en er is geen vervolg. Zoek uit of dat klopt."
        return f"De hulp loopt af op {dag}. {zo_verder(self.indicatie)}, of laat de hulp aflopen."

    @property
    def titel_regel(self) -> str:
        dag = datum(self.indicatie.einddatum)
        return f"Hulp gestopt op {dag}, zonder vervolg" if self.voorbij else f"Hulp loopt af op {dag}"


def herinneringen_doen(
    rijen: Sequence[Indicatie], ladders: Ladders, *, vandaag: datetime.date, door: Actor
) -> int:
    """For locked rows of `te_herinneren`, in one transaction of the caller. How many reminders were done."""
    werk = _werk(rijen, ladders, vandaag)
    if not werk:
        return 0
    _taken(werk, door=door)
    _inwoners_lezen([w.indicatie.zaak for w in werk if w.aan_inwoner])
    gedaan = []
    for w in werk:
        weg: str = Herinnering.Weg.NIET
        if w.aan_inwoner:
            weg = inwoner_inlichten(w.indicatie, w.beurt.sport, door=door, vandaag=vandaag)
        gedaan += _rijen(w, weg, ladders.van(w.indicatie.product_id))
    Herinnering.objects.bulk_create(gedaan)
    gebeurtenissen.herinnerd([w.indicatie for w in werk], door=door)
    return len(werk)


def zo_verder(indicatie: Indicatie) -> str:
    """By what this help goes on: only the Wmo knows a heronderzoek, and a referral goes on by a new paper."""
    if indicatie.grondslag in OPDRACHT:
        return "Vraag een nieuwe verwijzing of bepaling"
    if indicatie.zaak.wet == Wet.WMO:
        return "Begin een heronderzoek"
    return "Bespreek of een nieuwe aanvraag nodig is"


def _werk(rijen: Sequence[Indicatie], ladders: Ladders, vandaag: datetime.date) -> list[Werk]:
    """Read after the lock: what another run did while we waited is not done again, and who acted meanwhile is heard."""
    al: dict[tuple, set[int]] = {}
    gedaan = Herinnering.objects.filter(indicatie__in=[r.pk for r in rijen])
    for pk, einddatum, sport in gedaan.values_list("indicatie", "einddatum", "sport"):
        al.setdefault((pk, einddatum), set()).add(sport)
    beurten = [(r, beurt_van(Sport(r.sport), al.get((r.pk, r.einddatum), ()))) for r in rijen]
    nog = [(r, beurt) for r, beurt in beurten if beurt is not None]
    if not nog:
        return []
    zaken = _zaken([r for r, _ in nog], ladders)
    nog = [(r, beurt) for r, beurt in nog if r.pk in zaken]
    for r, _ in nog:
        r.zaak = zaken[r.pk]
    ontvangers = Ontvangers.lezen([r.zaak for r, _ in nog], vandaag)
    return [Werk(r, beurt, ontvangers.voor(r.zaak), vandaag) for r, beurt in nog]


def _zaken(rijen: Sequence[Indicatie], ladders: Ladders) -> dict[UUID, Zaak]:
    """By indicatie the zaak as it is now; not of help on which a heronderzoek or a follow-up began while we waited."""
    nog = Indicatie.objects.filter(pk__in=[r.pk for r in rijen]).zonder_vervolg(ladders.langste)
    return {r.pk: r.zaak for r in nog.select_related("zaak").only("zaak")}


def _inwoners_lezen(zaken: Sequence[Zaak]) -> None:
    """Whom a letter goes to, read after the lock and only for who gets one; one query."""
    if not zaken:
        return
    dossiers = Dossier.objects.select_related("inwoner").in_bulk([z.dossier_id for z in zaken])
    for zaak in zaken:
        zaak.dossier = dossiers[zaak.dossier_id]


def _taken(werk: Sequence[Werk], *, door: Actor) -> None:
    """The task of the rung before is closed and a new one made; the lines of the others stay one line."""
    sleutels = [w.sleutel(soort) for w in werk for soort in SOORTEN]
    staan = Taak.objects.open().filter(sleutel__in=sleutels).order_by("pk")
    open_ = {t.sleutel: t for t in staan.select_for_update(of=("self",), no_key=True)}
    nieuw, anders = [], []
    for w in werk:
        if vorige := open_.get(w.sleutel(HERINNERING)):
            vorige.afgehandeld_om, vorige.afgehandeld_door = nu(), door
            anders.append(vorige)
        nieuw.append(_taak(w))
        for regel in _regels(w):
            if (staat := open_.get(regel.sleutel)) is None:
                nieuw.append(regel)
            elif staat.titel != regel.titel:
                staat.titel, staat.uiterlijk_op = regel.titel, regel.uiterlijk_op
                anders.append(staat)
    bulk_met_historie(anders, door=door, reden="volgende herinnering")
    bulk_met_historie(nieuw, door=door, reden="herinnering: hulp loopt af")


def _taak(w: Werk) -> Taak:
    """Due while a new question can still be answered in time; then it is due at once."""
    rol = Rol.CONSULENT if w.indicatie.zaak.wijkteam_id else Rol.ADMINISTRATIE
    return Taak(
        sleutel=w.sleutel(HERINNERING), titel=w.titel, zaak=w.indicatie.zaak, medewerker_id=w.medewerker_id,
        rol="" if w.medewerker_id else rol, uiterlijk_op=max(w.vandaag, w.indicatie.einddatum - NIEUWE_VRAAG),
        adres=PAGINA, adres_pk=w.indicatie.pk,
    )  # fmt: skip


def _regels(w: Werk) -> list[Taak]:
    """A line in the werkvoorraad of the administratie, and from the fourth rung one of the teamlead."""
    voor = [(AFLOOP, Rol.ADMINISTRATIE)]
    if w.beurt.aan_teamleider and w.indicatie.zaak.wijkteam_id:
        voor.append((AFLOOP_TEAM, Rol.TEAMLEAD))
    return [
        Taak(
            sleutel=w.sleutel(soort), titel=w.titel_regel, zaak=w.indicatie.zaak, rol=rol,
            uiterlijk_op=w.indicatie.einddatum, adres=PAGINA, adres_pk=w.indicatie.pk,
        )
        for soort, rol in voor
    ]  # fmt: skip


def _rijen(w: Werk, weg: str, weken: tuple[int, ...]) -> list[Herinnering]:
    """One row a rung; those that were missed say with which one they came along."""
    i = w.indicatie
    return [
        Herinnering(
            indicatie=i, sport=sport, einddatum=i.einddatum, dag=min(dag_van(sport, i.einddatum, weken), w.vandaag),
            op=w.vandaag, samen_met=None if sport == w.beurt.sport else w.beurt.sport,
            medewerker_id=w.medewerker_id if sport == w.beurt.sport else None,
            weg=weg if sport == w.beurt.sport else "",
        )
        for sport in sorted(w.beurt.alle)
    ]  # fmt: skip
