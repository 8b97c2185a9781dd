"""From the HTML of a letter to a PDF that can be archived (PDF/A-2a) and read aloud (PDF/UA-1).

With something for machines inside it is PDF/A-3a: PDF/A-2 allows no such file.

The only module that knows the renderer; HTML in, bytes out, the same bytes for the same input.
WeasyPrint is imported when the first letter is made: it costs memory that a web worker may never need.
"""

import atexit
import datetime
import threading
import warnings
from functools import lru_cache
from pathlib import Path

from toegang.lettertypen import lettertypen_css
from toegang.pdf_toegankelijk import Bijlage, identificeren, toegankelijk_maken

STIJL = Path(__file__).resolve().parent.parent / "static" / "brieven" / "brief.css"
_EEN_TEGELIJK = threading.Lock()  # the font configuration is shared and not made for threads


class PdfMislukt(Exception):
    """The letter could not be made; the text is a sentence for the colleague who looks at the job."""


def pdf_maken(
    html: str, *, titel: str, kenmerk: str, gemaakt_op: datetime.date, bijlage: Bijlage | None = None
) -> bytes:
    """Render a letter. `gemaakt_op` is the date in the metadata: a fact of the letter, never the clock.

    Nothing is fetched: a letter that asks for a file or an address is refused, for it would be posted
    without it. Raises PdfMislukt.
    """
    from weasyprint import HTML
    from weasyprint.urls import FatalURLFetchingError

    try:
        with _EEN_TEGELIJK:
            stijl, letters, ophaler = _gereedschap()
            variant = "pdf/a-3a" if bijlage else "pdf/a-2a"
            document = HTML(string=html, url_fetcher=ophaler).render(
                font_config=letters, stylesheets=[stijl], pdf_variant=variant
            )
            gegevens = document.metadata
            gegevens.title, gegevens.keywords = titel, [kenmerk]
            gegevens.lang = gegevens.lang or "nl"
            gegevens.generator = "Toegang"
            gegevens.created = gegevens.modified = gemaakt_op.isoformat()
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", ResourceWarning)  # WeasyPrint leaves its colour profile open
                gemaakt = document.write_pdf(
                    finisher=lambda _, pdf: toegankelijk_maken(pdf, bijlage=bijlage, op=gemaakt_op),
                    pdf_variant=variant,
                    pdf_identifier=False,
                )
        return identificeren(gemaakt)
    except FatalURLFetchingError as fout:
        raise PdfMislukt(
            f"De brief verwijst naar iets buiten de brief en is daarom niet gemaakt. {fout}"
        ) from fout
    except FileNotFoundError as fout:
        raise PdfMislukt(f"Een lettertype of de opmaak van de brief ontbreekt: {fout.filename}.") from fout
    except Exception as fout:
        raise PdfMislukt(f"De brief is niet gemaakt: {type(fout).__name__}.") from fout


@lru_cache(maxsize=1)
def _gereedschap():
    """Style sheet, fonts and fetcher, made once a process: 80 ms a letter saved."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import FatalURLFetchingError, URLFetcher

    class AlleenErin(URLFetcher):
        """Only what is inside the HTML itself."""

        def fetch(self, url, headers=None):
            if not url.lower().startswith("data:"):
                raise FatalURLFetchingError(f"Niet opgehaald: {url[:80]}")
            return super().fetch(url, headers)

    ophaler = AlleenErin(allowed_protocols=("data",), allow_redirects=False)
    letters = FontConfiguration()
    tekst = lettertypen_css() + STIJL.read_text(encoding="utf-8")
    return CSS(string=tekst, font_config=letters, url_fetcher=ophaler), letters, ophaler


atexit.register(_gereedschap.cache_clear)  # the fonts' temporary folder goes while Python still stands
