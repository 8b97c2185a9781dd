"""The colleagues by what they do, each as the Actor that a use-case wants."""

from collections import defaultdict

from toegang.models import Actor
from toegang.rechten import Rol, Wet
from wijkteams.models import WETTEN_VAN_DISCIPLINE, Lidmaatschap, Medewerker


class Ploeg:
    """Whose turn it is; the rights of each are read once."""

    def __init__(self) -> None:
        self.systeem = Actor.objects.systeem()
        self._actors: dict[int, Actor] = {}
        self._rol: dict[str, list[Actor]] = defaultdict(list)
        for medewerker in (
            Medewerker.objects.select_related("actor").prefetch_related("groups").order_by("pk")
        ):
            actor = medewerker.actor
            actor.medewerker = medewerker
            self._actors[medewerker.pk] = actor
            for groep in medewerker.groups.all():
                self._rol[groep.name].append(actor)
        self._lead: dict[int, Actor] = {}
        self._consulenten: dict[tuple[int, str], list[Actor]] = defaultdict(list)
        for lid in Lidmaatschap.objects.order_by("pk"):
            actor = self._actors[lid.medewerker_id]
            if lid.rol == Rol.TEAMLEAD:
                self._lead[lid.wijkteam_id] = actor
            elif lid.rol == Rol.CONSULENT:
                for wet in WETTEN_VAN_DISCIPLINE[lid.discipline]:
                    self._consulenten[lid.wijkteam_id, wet].append(actor)

    def met_rol(self, rol: Rol, beurt: int) -> Actor:
        """One of those who hold the role, in turn."""
        mensen = self._rol[rol]
        return mensen[beurt % len(mensen)]

    def teamlead(self, wijkteam_id: int) -> Actor:
        return self._lead[wijkteam_id]

    def consulent(self, wijkteam_id: int, wet: Wet | str, beurt: int) -> Actor:
        mensen = self._consulenten[wijkteam_id, wet]
        return mensen[beurt % len(mensen)]

    def van(self, medewerker_id: int) -> Actor:
        return self._actors[medewerker_id]
