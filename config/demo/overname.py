"""Open work that was taken over from the system before Toegang: for the consulenten whom the stories hardly reach."""

import datetime
from random import Random

from config.demo.mensen import mens
from config.demo.ploeg import Ploeg
from toegang.models import Dossier, Inwoner, Leefgebied, Zaak
from toegang.namen import voorletters_van
from toegang.rechten import Wet
from toegang.statussen import ZaakStatus
from wijkteams.models import Wijkteam

DAG = datetime.timedelta(days=1)
# law -> (how old, what about, how many dossiers each team has at most)
WERK = {
    Wet.JEUGDWET: ((6, 15), (Leefgebied.OPVOEDEN, Leefgebied.MENTAAL), 7),
    Wet.PARTICIPATIEWET: ((24, 60), (Leefgebied.WERK, Leefgebied.GELD), 6),
}
STAPPEN = (ZaakStatus.ONDERZOEK, ZaakStatus.ONDERZOEK, ZaakStatus.BESLUITVORMING)


def lopend_werk(nr: int, zaad: int, vandaag: datetime.date, ploeg: Ploeg) -> list:
    """Rows that were not saved: an inwoner, a dossier and a zaak for each piece of open work; `nr` is the first one."""
    rijen: list = []
    for team in Wijkteam.objects.filter(soort=Wijkteam.Soort.WIJK).order_by("pk"):
        for wet, ((vanaf, tot), onderwerpen, hoogstens) in WERK.items():
            kans = Random(f"{zaad}:overname:{team.naam}:{wet}")  # nosec B311: a story, not a secret
            for _ in range(kans.randint(hoogstens - 3, hoogstens)):
                velden = mens(nr, kans, vandaag, vanaf=vanaf, tot=tot)
                bsn = velden.pop("bsn")
                inwoner = Inwoner(**velden, voorletters=voorletters_van(velden["voornamen"]))
                inwoner.bsn = bsn
                gemeld = vandaag - kans.randint(6, 38) * DAG
                dossier = Dossier(inwoner=inwoner, geopend_op=gemeld)
                zaak = Zaak(
                    dossier=dossier, wet=wet, onderwerp=kans.choice(onderwerpen), gemeld_op=gemeld,
                    status=kans.choice(STAPPEN), wijkteam=team,
                    regisseur_id=ploeg.consulent(team.pk, wet, 0).medewerker_id,
                )  # fmt: skip
                rijen += [inwoner, dossier, zaak]
                nr += 1
    return rijen
