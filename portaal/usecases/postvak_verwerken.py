"""The desk empties the inbox of the citizen's site: each request once, in its own transaction, with an answer."""

import datetime
from collections.abc import Callable
from uuid import UUID

import structlog
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop

from portaal.models import Verzoek, VerzoekSoort, VerzoekStatus
from portaal.nakijken import KanNiet, als_burger, check_bevoegd
from portaal.usecases.ontvangst_mailen import ontvangst_mailen
from portaal.usecases.verwerken import SOORTEN
from toegang.models import Actor
from toegang.statussen import OngeldigeOvergang

HOOGSTENS_POGINGEN = 5  # then the citizen hears that it did not work
NU_NIET = gettext_noop("Dit kan nu niet meer. Bel ons als u hulp nodig hebt.")
ONZE_FOUT = gettext_noop("Dit lukte niet. Dat ligt aan ons.")  # the page says beside it how to call
log = structlog.get_logger("portaal.postvak")


def postvak_verwerken(*, nu: datetime.datetime, doorgaan: Callable[[], bool] = lambda: True) -> int:
    """Everything that waits, oldest first; how many were answered. Two workers never take the same one."""
    gedaan = 0
    gezien: set[UUID] = set()
    while doorgaan():
        with transaction.atomic():
            verzoek = (
                Verzoek.objects.filter(status=VerzoekStatus.ONTVANGEN)
                .exclude(pk__in=gezien)
                .select_for_update(skip_locked=True, of=("self",))
                .select_related("inwoner", "door__vertegenwoordiger")
                .order_by("gevraagd_om", "pk")
                .first()
            )
            if verzoek is None:
                return gedaan
            gezien.add(verzoek.pk)
            gedaan += _een(verzoek, nu=nu)
    return gedaan


def _een(verzoek: Verzoek, *, nu: datetime.datetime) -> bool:
    """Its effect and its answer in one transaction; a fault of ours is tried again, and counted."""
    vandaag = timezone.localdate(nu)
    try:
        with transaction.atomic():
            check_bevoegd(verzoek, vandaag)
            antwoord = SOORTEN[VerzoekSoort(verzoek.soort)](
                verzoek, door=als_burger(verzoek), vandaag=vandaag, nu=nu
            )
    except KanNiet as fout:
        return _antwoorden(verzoek, VerzoekStatus.KAN_NIET, str(fout), nu=nu)
    except (OngeldigeOvergang, PermissionDenied, ValidationError, ObjectDoesNotExist) as fout:
        log.warning(
            "verzoek_kan_niet", verzoek=str(verzoek.pk), soort=verzoek.soort, fout=type(fout).__name__
        )
        return _antwoorden(verzoek, VerzoekStatus.KAN_NIET, NU_NIET, nu=nu)
    except Exception:
        verzoek.pogingen += 1
        verzoek.save(update_fields=["pogingen"])
        log.exception(
            "verzoek_mislukt", verzoek=str(verzoek.pk), soort=verzoek.soort, poging=verzoek.pogingen
        )
        if verzoek.pogingen < HOOGSTENS_POGINGEN:
            return False
        return _antwoorden(verzoek, VerzoekStatus.KAN_NIET, ONZE_FOUT, nu=nu)
    return _antwoorden(verzoek, VerzoekStatus.GEDAAN, antwoord, nu=nu)


def _antwoorden(verzoek: Verzoek, status: VerzoekStatus, antwoord: str, *, nu: datetime.datetime) -> bool:
    """The answer stays; what was sent along has its own place now, or was refused."""
    verzoek.status, verzoek.antwoord, verzoek.gedaan_om = status, antwoord[:300], nu
    verzoek.save(update_fields=["status", "antwoord", "gedaan_om"])
    for bestand in verzoek.bestanden.order_by("pk"):
        bestand.inhoud = b""
        bestand.save(update_fields=["inhoud"])
    ontvangst_mailen(verzoek=verzoek, door=Actor.objects.systeem(), nu=nu)
    return True
