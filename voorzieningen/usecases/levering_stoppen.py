"""The provider stopped (iWmo/iJw 307). The right to the help goes on until a besluit or its last day."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor
from toegang.opmaak import datum
from toegang.regels import werkdagen_later
from toegang.statussen import OngeldigeOvergang
from toegang.usecases import taken
from voorzieningen import gebeurtenissen
from voorzieningen.models import Levering, Stopreden
from voorzieningen.permissions import GELDEND, waarom_niet_stoppen
from voorzieningen.toewijsregels import verwijderd_na_begin
from voorzieningen.usecases.levering_openen import levering_vergrendelen
from voorzieningen.usecases.levering_starten import NIET_GELEVERD
from voorzieningen.usecases.regisseurstaak import taak_voor_regisseur

GESTOPT = "levering_gestopt"


@transaction.atomic
def levering_stoppen(
    *, indicatie_id, laatste_dag: datetime.date, stopreden: str, door: Actor, vandaag: datetime.date,
    versie: int | None = None,
) -> Levering:  # fmt: skip
    """With its last day and reason. Granted help that nobody gives any more is a task for the regisseur."""
    indicatie, levering = levering_vergrendelen(indicatie_id, door=door)
    if levering and (levering.gestopt_op, levering.stopreden) == (laatste_dag, stopreden):
        return levering
    waarom = waarom_niet_stoppen(levering)
    if levering is None or waarom:
        raise OngeldigeOvergang(waarom)
    levering.check_versie(versie)
    if stopreden not in Stopreden.values:
        raise ValidationError({"stopreden": "Kies waarom de hulp stopt"})
    if zin := verwijderd_na_begin(stopreden, laatste_dag, indicatie.ingangsdatum):
        raise ValidationError({"laatste_dag": zin})
    eerste = levering.begonnen_op or min(indicatie.ingangsdatum, vandaag)
    laatste = indicatie.ingangsdatum if stopreden == Stopreden.VERWIJDERD else vandaag
    if not eerste <= laatste_dag <= max(laatste, eerste):
        raise ValidationError(
            {"laatste_dag": f"Kies een dag van {datum(eerste)} tot en met {datum(max(laatste, eerste))}"}
        )
    levering.gestopt_op, levering.stopreden = laatste_dag, Stopreden(stopreden)
    levering.bewaren(door=door, reden="aanbieder is gestopt")
    for stil in levering.onderbrekingen.filter(tot_op=None, vanaf_op__lte=laatste_dag):
        stil.tot_op = laatste_dag + datetime.timedelta(days=1)
        stil.bewaren(door=door, reden="aanbieder is gestopt")
    gebeurtenissen.levering_gestopt(indicatie, door=door, op=laatste_dag)
    taken.afhandelen(NIET_GELEVERD, indicatie.pk, door=door)
    if indicatie.status in GELDEND and indicatie.einddatum > laatste_dag:
        taak_voor_regisseur(
            GESTOPT, "De aanbieder stopte, en de hulp loopt nog. Kijk wat nodig is.", indicatie.zaak, door=door,
            vandaag=vandaag, uiterlijk=werkdagen_later(vandaag, 1), adres="voorzieningen:levering",
            adres_pk=indicatie.pk,
        )  # fmt: skip
    return levering
