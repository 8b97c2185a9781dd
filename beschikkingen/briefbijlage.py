"""The besluit for machines, inside its letter: what was decided and until when one can object. Nobody's name."""

import json

from beschikkingen.brieven import Besluitbrief
from toegang.pdf_toegankelijk import Bijlage

VORM = "nl.toegang.besluit/1"


def besluit_als_gegevens(brief: Besluitbrief) -> Bijlage:
    """JSON, one field per part of the letter that a machine can use; the same bytes for the same letter."""
    kop = brief.kop
    gegevens = {
        "vorm": VORM,
        "gemeente": kop.afzender.gemeente,
        "kenmerk": kop.kenmerk,
        "onderwerp": brief.onderwerp,
        "besloten_op": kop.besloten_op.isoformat() if kop.besloten_op else None,
        "verzonden_op": kop.verzonden_op.isoformat() if kop.verzonden_op else None,
        "besluit": list(brief.besluit),
        "regels": [{"kop": r.kop, "waarde": r.waarde} for r in brief.regels],
        "rechtsmiddel": brief.rechtsmiddel,
        "laatste_dag": brief.bezwaar_tot.isoformat() if brief.bezwaar_tot else None,
        "wettelijke_regels": list(brief.wettelijke_regels),
        "code": brief.code,
    }
    inhoud = json.dumps(gegevens, ensure_ascii=False, indent=1).encode()
    return Bijlage("besluit.json", "application/json", "Dit besluit in een vorm voor computers", inhoud)
