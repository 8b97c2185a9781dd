"""What a worker is woken up for. The truth is a row: a task that is lost or runs twice changes nothing."""

import datetime
import time

import structlog
from celery import shared_task
from django.utils import timezone

from toegang.brp_client import staat_aan
from toegang.models import Actor
from toegang.nudge import nudge
from toegang.usecases.bericht_versturen import berichten_versturen
from toegang.usecases.bestanden_scannen import bestanden_scannen
from toegang.usecases.brief_maken import brieven_maken
from toegang.usecases.brp_verversen import brp_verversen
from toegang.usecases.feestdagen_bijhouden import feestdagen_nalopen, feestdagen_waarschuwen
from toegang.usecases.inzage_maanden_maken import inzage_maanden_maken
from toegang.usecases.inzending_begrenzen import tellers_opruimen
from toegang.usecases.ontvangsten_bevestigen import ontvangsten_bevestigen
from toegang.usecases.opschortingen_aflopen import opschortingen_aflopen
from toegang.usecases.plantermijnen_aflopen import plantermijnen_aflopen
from toegang.usecases.terugbelbrief import terugbelbrieven_maken
from toegang.usecases.verzending_uitvoeren import brieven_vragen, verzendingen_uitvoeren
from toegang.usecases.wezen_opruimen import wezen_opruimen
from toegang.usecases.zegel_zetten import zegel_zetten

RONDE = 20  # seconds; then another task may have the worker
log = structlog.get_logger("toegang.hartslag")


@shared_task(name="toegang.tasks.brieven")
def brieven() -> int:
    """Make the letters that were asked for, and what batches need; more to do: wake up again."""
    einde = time.monotonic() + RONDE
    nu = timezone.now()
    vandaag = timezone.localdate(nu)
    brieven_vragen(vandaag=vandaag, doorgaan=lambda: time.monotonic() < einde)
    gemaakt = brieven_maken(nu=nu, doorgaan=lambda: time.monotonic() < einde)
    gemaakt += terugbelbrieven_maken(nu=nu, doorgaan=lambda: time.monotonic() < einde)
    verzendingen_uitvoeren(nu=nu, vandaag=vandaag, doorgaan=lambda: time.monotonic() < einde)
    if time.monotonic() >= einde:
        nudge("brieven")
    return gemaakt


@shared_task(name="toegang.tasks.berichten")
def berichten() -> int:
    """Send the e-mails that were asked for; more to do: wake up again."""
    einde = time.monotonic() + RONDE
    verzonden = berichten_versturen(nu=timezone.now(), doorgaan=lambda: time.monotonic() < einde)
    if time.monotonic() >= einde:
        nudge("berichten")
    return verzonden


@shared_task(name="toegang.tasks.brp")
def brp() -> int:
    """Go on with tonight's questions to the BRP; more to do: wake up again. Off: nothing."""
    if not staat_aan():
        return 0
    einde = time.monotonic() + RONDE
    ronde = brp_verversen(nu=timezone.now(), doorgaan=lambda: time.monotonic() < einde)
    if time.monotonic() >= einde and not ronde.fout:
        nudge("brp")
    return ronde.gevraagd


@shared_task(name="toegang.tasks.quarantaine")
def quarantaine() -> int:
    """Ask the scanner again about the files that wait."""
    return bestanden_scannen(nu=timezone.now())


@shared_task(name="toegang.tasks.wezen")
def wezen() -> int:
    """Remove the files that no row names; how many."""
    return wezen_opruimen(door=Actor.objects.systeem(), nu=timezone.now())


@shared_task(name="toegang.tasks.opschortingen")
def opschortingen() -> int:
    """Let the clocks run again of which the time to answer is over; end those of a plan that never came."""
    vandaag = timezone.localdate()
    return opschortingen_aflopen(vandaag=vandaag) + plantermijnen_aflopen(vandaag=vandaag)


@shared_task(name="toegang.tasks.feestdagen")
def feestdagen() -> int:
    """Clocks around a feast day that was added; and a warning when next year's list is empty."""
    nu = timezone.now()
    feestdagen_waarschuwen(vandaag=timezone.localdate(nu))
    return feestdagen_nalopen(sinds=nu - datetime.timedelta(days=7)).total()


@shared_task(name="toegang.tasks.ontvangsten")
def ontvangsten() -> int:
    """Confirm at the end of the day what nobody confirmed by hand."""
    return ontvangsten_bevestigen(vandaag=timezone.localdate())


@shared_task(name="toegang.tasks.tellers")
def tellers() -> int:
    """Forget who sent how often in the hours that are over."""
    return tellers_opruimen(door=Actor.objects.systeem(), nu=timezone.now())


@shared_task(name="toegang.tasks.zegel")
def zegel() -> int:
    """Seal the read log; the number of rows."""
    gezet = zegel_zetten(door=Actor.objects.systeem(), nu=timezone.now())
    return gezet.aantal if gezet else 0


@shared_task(name="toegang.tasks.maanden")
def maanden() -> None:
    """The read log's partitions for the months to come."""
    inzage_maanden_maken(door=Actor.objects.systeem(), vandaag=timezone.localdate())


@shared_task(name="toegang.tasks.hartslag")
def hartslag() -> str:
    """A worker that is alive but silent writes no such line: whoever watches the log sees it."""
    om = timezone.now().isoformat()
    log.info("hartslag", om=om)
    return om
