"""A small municipality for the walk over all pages: a zaak in every state, and a colleague in every role.

Made by use-cases only. `erbij(n)` adds n of everything, so that a list of one can be compared with a list of twenty.
"""

import datetime

from django.apps import apps

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek
from tests.huisregels.bron import KAMERS
from tests.toegang.voordeur import contact
from tests.wijkteams import opstellingen as weg
from toegang.models import Brief
from toegang.rechten import Rol
from toegang.usecases.brief_maken import brief_maken
from wijkteams.models import Medewerker

VANDAAG = datetime.date(2026, 12, 3)
TEAMROLLEN = (Rol.CONSULENT, Rol.PROCESCOORDINATOR, Rol.TEAMLEAD)
PER_SOORT = 12  # rows of one kind that are tried as the subject of a page


class Wereld:
    """One colleague per role; those of the team are members of Blerick for the Wmo."""

    def __init__(self):
        self.team = weg.team_blerick()
        self.collegas = {rol: self._collega(rol) for rol in Rol}
        self.consulent = self.collegas[Rol.CONSULENT]

    def _collega(self, rol: Rol) -> Medewerker:
        naam = {"first_name": rol.label[:1], "last_name": rol.label}
        if rol in TEAMROLLEN:
            return MedewerkerFabriek(**naam, team=self.team, team__rol=rol)
        return MedewerkerFabriek(**naam, rollen=[rol])

    def erbij(self, vroeg: int, ver: int) -> None:
        """So many contacts and zaken in the early states, and in the late ones; all of the one consulent."""
        kcc = self.collegas[Rol.KCC].actor
        for _ in range(vroeg):
            contact(door=kcc, vandaag=VANDAAG)
            weg.zaak_te_verdelen()
            weg.zaak_in_onderzoek(regisseur=self.consulent, inwoner=InwonerFabriek())
        for _ in range(ver):
            for stap in (weg.zaak_met_afweging, weg.zaak_met_plan):
                stap(regisseur=self.consulent, inwoner=InwonerFabriek())
        for brief in Brief.objects.filter(status="gevraagd").order_by("gevraagd_om", "pk")[: 1 + ver]:
            brief_maken(brief_id=brief.pk, nu=weg.om(VANDAAG, 9))

    def onderwerpen(self, route: str) -> list:
        """What a page may be about: rows of the kind that its route names, then zaken, then the rest; newest first."""
        woorden = [w for w in route.split("/") if w.isidentifier()]
        soorten = [m for app in reversed(KAMERS) for m in apps.get_app_config(app).get_models()]
        soorten = [m for m in soorten if hasattr(m, "history")]
        soorten.sort(key=lambda m: (m._meta.model_name not in woorden, m._meta.model_name != "zaak"))
        return [pk for model in soorten for pk in self._nieuwste(model)]

    @staticmethod
    def _nieuwste(model) -> list:
        volgorde = model.history.order_by("-history_id").values_list("id", flat=True)
        return list(dict.fromkeys(volgorde))[:PER_SOORT]
