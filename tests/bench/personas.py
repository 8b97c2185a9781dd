"""The five readers of the goals, whose rights are the hardest to filter by, and who does what at the desk."""

from dataclasses import dataclass

from toegang.models import Actor
from wijkteams.models import Medewerker, Wijkteam

EIGEN_ZAKEN = 120
KLEIN_TEAM = 50


@dataclass(frozen=True)
class Persona:
    """`teams`: numbers in the row of teams (-1: the small one); `uitzonderingen`: zaken elsewhere."""

    naam: str
    uitleg: str
    teams: tuple[int, ...] = ()
    uitzonderingen: int = 0


VIJF = (
    Persona("twee_teams", "2 teams + 12 exceptions", teams=(0, 1), uitzonderingen=12),
    Persona("alle_teams", "all teams", teams=tuple(range(10))),
    Persona("geen_team", "no team + 3 exceptions", uitzonderingen=3),
    Persona("klein_team", "small team + 40 exceptions", teams=(-1,), uitzonderingen=40),
    Persona("een_team", "one team + 200 exceptions", teams=(2,), uitzonderingen=200),
)
DESK = ("administratie", "kcc", "toetser", "ondertekenaar")


def actor(naam: str) -> Actor:
    """A persona as the reader of a new request: nothing remembered."""
    medewerker = Medewerker.objects.select_related("actor").get(username=naam)
    medewerker.actor.medewerker = medewerker
    return medewerker.actor


def maken(verbinding) -> None:
    """After the multiplying, as the owner: the small team its few zaken, each persona the exceptions."""
    groot = list(Wijkteam.objects.exclude(naam="Klein team").order_by("pk").values_list("pk", flat=True))
    klein = Wijkteam.objects.get(naam="Klein team").pk
    with verbinding.cursor() as cursor:
        cursor.execute(
            "UPDATE toegang_zaak SET wijkteam_id = %s WHERE id IN "
            "(SELECT id FROM toegang_zaak WHERE wijkteam_id = %s AND NOT afgeschermd ORDER BY id LIMIT %s)",
            [klein, groot[9], KLEIN_TEAM],
        )
        for persona in VIJF:
            eigen = [klein if t == -1 else groot[t] for t in persona.teams]
            cursor.execute(
                """
                INSERT INTO toegang_zaakuserobjectpermission
                  (user_id, content_object_id, permission_id, grond, vanaf, tot, verleend_door_id)
                SELECT m.id, z.id, p.id, 'consult', now() - interval '1 day', now() + interval '10 years', a.id
                FROM wijkteams_medewerker m, toegang_actor a, auth_permission p
                  JOIN django_content_type c
                    ON c.id = p.content_type_id AND c.app_label = 'toegang' AND c.model = 'zaak',
                  (SELECT id FROM toegang_zaak WHERE wijkteam_id <> ALL(%s) ORDER BY md5(id::text) LIMIT %s) z
                WHERE m.username = %s AND a.soort = 'systeem' AND p.codename = 'inhoud_inzien'
                """,
                [eigen, persona.uitzonderingen, persona.naam],
            )
        cursor.execute(
            "UPDATE toegang_zaak SET regisseur_id = (SELECT id FROM wijkteams_medewerker WHERE username = 'twee_teams')"
            " WHERE id IN (SELECT id FROM toegang_zaak WHERE wijkteam_id = ANY(%s) AND regisseur_id IS NOT NULL"
            " AND status <> 'afgesloten' ORDER BY id LIMIT %s)",
            [groot[:2], EIGEN_ZAKEN],
        )
