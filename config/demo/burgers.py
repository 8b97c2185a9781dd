"""Whom one can step in as on the citizen's site of the demo: a few invented people, one for each thing to see.

The portal may read nobody before the sign-in, so the loader writes the list down.
"""

import json
from pathlib import Path

from django.conf import settings
from django.db.models import Exists, OuterRef

from beschikkingen.models import Besluit
from toegang.models import Brief, Vertegenwoordiger, Zaak
from toegang.statussen import BriefStatus, ZaakStatus
from wijkteams.models import Huisbezoek, Verslag
from wijkteams.statussen import HuisbezoekStatus, VerslagStatus

NIET = {"veiligheid"}


def bestand(documenten) -> Path:
    return Path(documenten).parent / "demo-burgers.json"


def burgers_opschrijven() -> int:
    """One person for each of these; how many were found."""
    zaken = (
        Zaak.objects.filter(dossier__inwoner__bsn_index__isnull=False, dossier__inwoner__overleden_op="")
        .exclude(onderwerp__in=NIET)
        .exclude(afgeschermd=True)
        .select_related("dossier__inwoner")
        .order_by("-gemeld_op", "pk")
    )
    verslag = Verslag.objects.filter(onderzoek__zaak=OuterRef("pk"))
    bezoek = Huisbezoek.objects.filter(zaak=OuterRef("pk"), status=HuisbezoekStatus.GEPLAND)
    brief = Brief.objects.filter(zaak=OuterRef("pk"), status=BriefStatus.VERZONDEN)
    besluit = Besluit.objects.filter(zaak=OuterRef("pk"), verzonden_op__isnull=False)
    open_ = zaken.exclude(status=ZaakStatus.AFGESLOTEN)
    soorten = {
        "moet een verslag lezen en ondertekenen": open_.filter(
            Exists(verslag.filter(status=VerslagStatus.VERSTUURD))
        ),
        "krijgt binnenkort een huisbezoek": open_.filter(Exists(bezoek)),
        "kreeg een besluit en kan bezwaar maken": zaken.filter(Exists(besluit), Exists(brief)),
        "wacht op een besluit": open_.filter(status=ZaakStatus.BESLUITVORMING),
        "stelde net een vraag": open_.filter(status=ZaakStatus.NIEUW),
        "is nog geen 16; een ouder kijkt ook": open_.filter(
            dossier__inwoner__vertegenwoordigers__soort="ouder",
            dossier__inwoner__vertegenwoordigers__verwant__isnull=False,
        ),
    }
    mensen: dict[str, dict] = {}
    for wat, rijen in soorten.items():
        for zaak in rijen[:5]:
            inwoner = zaak.dossier.inwoner
            if inwoner.bsn not in mensen:
                mensen[inwoner.bsn] = {"naam": inwoner.naam.aanschrijving(), "bsn": inwoner.bsn, "wat": wat}
                break
    for v in (
        Vertegenwoordiger.objects.filter(verwant__bsn_index__isnull=False, tot_op=None)
        .select_related("verwant", "inwoner")
        .order_by("soort", "pk")[:5]
    ):
        kijkt = mensen.setdefault(
            v.verwant.bsn, {"naam": v.verwant.naam.aanschrijving(), "bsn": v.verwant.bsn, "wat": ""}
        )
        voor = f"kijkt voor {v.inwoner.naam.aanschrijving()} ({v.get_soort_display().lower()})"
        kijkt["wat"] = f"{kijkt['wat']}; {voor}" if kijkt["wat"] else voor
    pad = bestand(settings.DOCUMENTEN_MAP)
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_text(json.dumps(list(mensen.values()), ensure_ascii=False), encoding="utf-8")
    return len(mensen)
