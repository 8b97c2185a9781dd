"""Writing down who looked (NEN 7513): one row per person shown, one INSERT, the last statement of the page."""

import uuid
from dataclasses import dataclass, field
from uuid import UUID

from toegang.rechten import Laag
from toegang.voorbereid import Schrijfopdracht

INVOEGEN = Schrijfopdracht.met_namen(
    "toegang_inzage",
    """
INSERT INTO toegang_inzage
  (actor, wie, rollen, actie, uitkomst, inwoner, dossier, zaak, laag, scherm, grond, nood, vanaf, verzoek)
SELECT %(actor)s::bigint, %(wie)s::text, %(rollen)s::text, %(actie)s::text, %(uitkomst)s::text, i, d, z, l,
    %(scherm)s::text, g, g = 'noodinzage', %(vanaf)s::text, %(verzoek)s::uuid
  FROM unnest(%(inwoners)s::uuid[], %(dossiers)s::uuid[], %(zaken)s::uuid[], %(lagen)s::text[], %(gronden)s::text[])
    AS t(i, d, z, l, g)
""",
)


@dataclass
class Inzageblad:
    """Collects during a request whom the page shows; the screen decorator writes it."""

    scherm: str
    laag: Laag
    actie: str = "inzien"
    grond: str = ""
    verzoek: UUID = field(default_factory=uuid.uuid4)
    regels: dict[tuple, None] = field(default_factory=dict)

    def toon(
        self, *, inwoner=None, dossier=None, zaak=None, laag: Laag | None = None, grond: str = ""
    ) -> None:
        """This page shows this inwoner (ids), in this layer, on this ground."""
        self.regels[(inwoner, dossier, zaak, str(laag or self.laag), grond or self.grond)] = None

    def toon_zaak(self, zaak, *, laag: Laag | None = None, grond: str = "") -> None:
        """The same, from a zaak whose dossier is loaded."""
        self.toon(
            inwoner=zaak.dossier.inwoner_id, dossier=zaak.dossier_id, zaak=zaak.pk, laag=laag, grond=grond
        )

    def toon_inwoner(self, inwoner, *, laag: Laag = Laag.CONTACT) -> None:
        self.toon(inwoner=inwoner.pk, laag=laag)

    def schrijven(self, lezer, *, vanaf: str, uitkomst: str = "gelukt") -> None:
        """One INSERT for all rows; raises when the log cannot be written, and then there is no page."""
        if not self.regels:
            return
        gronden = lezer.rechten.gronden
        inwoners, dossiers, zaken, lagen, redenen = [], [], [], [], []
        for inwoner, dossier, zaak, laag, grond in self.regels:
            inwoners.append(inwoner)
            dossiers.append(dossier)
            zaken.append(zaak)
            lagen.append(laag)
            redenen.append(gronden.get(zaak) or grond)
        INVOEGEN.doen(
            {
                "actor": lezer.pk, "wie": lezer.naam, "rollen": ",".join(sorted(lezer.rechten.rollen)),
                "actie": self.actie, "uitkomst": uitkomst, "scherm": self.scherm, "vanaf": vanaf,
                "verzoek": self.verzoek, "inwoners": inwoners, "dossiers": dossiers, "zaken": zaken, "lagen": lagen,
                "gronden": redenen,
            }
        )  # fmt: skip
