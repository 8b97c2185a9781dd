"""Old letters of the demo: one page that says so, made once, instead of a hundred letters at 0.1 s each."""

import datetime
from functools import lru_cache

from toegang.pdf import pdf_maken

DAG = datetime.date(2026, 1, 1)
HTML = """<!doctype html><html lang="nl"><head><title>Oude brief</title></head><body><main>
<h1>Een oude brief uit de demo</h1>
<p>Deze brief is eerder verstuurd. De demo-gemeente maakt alleen een deel van haar brieven echt. Open een besluit of
een brief van vandaag om te zien hoe een brief eruitziet.</p></main></body></html>"""


def archiefkopie(html: str, **gegevens) -> bytes:
    """In the place of `pdf_maken`; what the letter said is not kept."""
    return _kopie()


@lru_cache(maxsize=1)
def _kopie() -> bytes:
    return pdf_maken(HTML, titel="Een oude brief uit de demo", kenmerk="demo", gemaakt_op=DAG)
