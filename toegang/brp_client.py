"""Asks the BRP (Haal Centraal BRP bevragen, POST /personen). Asking changes nothing there, so it may be asked again."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import urlsplit

import structlog
import urllib3
from django.conf import settings

from toegang.brp_fouten import (
    BrpAntwoordtNiet,
    BrpFout,
    BrpOnleesbaar,
    BrpTeVeel,
    BrpUit,
    BrpVraagFout,
    BrpWeigert,
)
from toegang.brp_sleutel import Toegangssleutel
from toegang.brp_vragen import BrpVraag

log = structlog.get_logger("toegang.brp")
# Busy or away for a moment. 500 is not among them: the same question gives the same mistake.
OPNIEUW = frozenset({429, 502, 503, 504})
WEIGERT = frozenset({401, 403, 404, 405, 406, 415})
HOOGSTENS_BYTES = 2_000_000  # twenty people are some 100 kB
HIER = frozenset({"127.0.0.1", "::1", "localhost"})


@dataclass(frozen=True)
class Instellingen:
    """How the BRP is reached; seconds. `tijd` is for one try, `hoogstens` for all tries and waits together."""

    url: str
    api_key: str = field(default="", repr=False)
    token_url: str = ""
    client_id: str = ""
    client_secret: str = field(default="", repr=False)
    certificaat: str = ""
    certificaat_sleutel: str = ""
    ca: str = ""
    tijd: float = 5.0
    hoogstens: float = 12.0
    pogingen: int = 3
    wacht: float = 0.3

    def __post_init__(self) -> None:
        for adres in filter(None, (self.url, self.token_url)):
            delen = urlsplit(adres)
            if delen.scheme != "https" and delen.hostname not in HIER:
                raise ValueError("Het adres van de BRP moet met https:// beginnen.")


class BrpClient:
    """One pool of connections; safe for several threads."""

    def __init__(
        self,
        instellingen: Instellingen,
        *,
        slaap: Callable[[float], None] = time.sleep,
        klok: Callable[[], float] = time.monotonic,
    ):
        self.instellingen, self.slaap, self.klok = instellingen, slaap, klok
        i = instellingen
        self.pool = urllib3.PoolManager(
            maxsize=4, retries=False, cert_file=i.certificaat or None, key_file=i.certificaat_sleutel or None,
            ca_certs=i.ca or None,
        )  # fmt: skip
        self.sleutel = Toegangssleutel(i, self.pool, klok)

    def vraag(self, vraag: BrpVraag) -> list[dict]:
        """The people of the answer. Raises a BrpFout; the log line holds no body, neither ours nor theirs."""
        begin, poging = self.klok(), 0
        while True:
            poging += 1
            try:
                personen = self._een_poging(vraag, self._tijd(begin))
            except (_Later, BrpFout) as fout:
                wacht = getattr(fout, "wacht", None)
                wacht = self.instellingen.wacht * 2 ** (poging - 1) if wacht is None else wacht
                verder = isinstance(fout, _Later) and poging < self.instellingen.pogingen
                if verder and self.klok() + wacht - begin < self.instellingen.hoogstens:
                    self.slaap(wacht)
                    continue
                self._melden(vraag, begin, poging, fout.wat)
                if isinstance(fout, _Later):
                    raise BrpAntwoordtNiet(fout.wat) from None
                raise
            self._melden(vraag, begin, poging, "", len(personen))
            return personen

    def _tijd(self, begin: float) -> urllib3.Timeout:
        rest = max(0.1, self.instellingen.hoogstens - (self.klok() - begin))
        return urllib3.Timeout(total=min(self.instellingen.tijd, rest))

    def _een_poging(self, vraag: BrpVraag, tijd: urllib3.Timeout) -> list[dict]:
        koppen = {
            "Content-Type": "application/json; charset=utf-8",
            "Accept": "application/json",
            **self.sleutel.koppen(tijd),
        }
        if self.instellingen.api_key:
            koppen["X-API-KEY"] = self.instellingen.api_key
        antwoord = None
        try:
            antwoord = self.pool.request(
                "POST", f"{self.instellingen.url.rstrip('/')}/personen", body=json.dumps(vraag.lichaam).encode(),
                headers=koppen, timeout=tijd, redirect=False, preload_content=False,
            )  # fmt: skip
            tekst = _lezen(antwoord)
        except urllib3.exceptions.TimeoutError:
            raise BrpAntwoordtNiet("tijd voorbij") from None  # who waited once does not wait again
        except urllib3.exceptions.HTTPError as fout:
            raise _Later(type(fout).__name__) from None
        finally:
            if antwoord is not None:
                antwoord.close() if antwoord.status >= 400 else antwoord.release_conn()
        if antwoord.status == 200:
            return _personen(vraag, tekst)
        raise self._fout(antwoord.status, antwoord.headers.get("Retry-After", ""), tekst)

    def _fout(self, status: int, retry_after: str, tekst: bytes) -> Exception:
        if status in OPNIEUW:
            return _Later(str(status), float(retry_after) if retry_after.isdigit() else None)
        if status == 401:
            self.sleutel.vergeten()
        if status in WEIGERT:
            return BrpWeigert(str(status))
        if status == 400:
            return _vraagfout(tekst)
        return BrpAntwoordtNiet(str(status))

    def _melden(self, vraag: BrpVraag, begin: float, pogingen: int, fout: str, aantal: int = 0) -> None:
        """One line a question: which kind, how it went, how long; never whom."""
        ms = round((self.klok() - begin) * 1000)
        regel = {"soort": vraag.soort, "pogingen": pogingen, "ms": ms}
        if fout:
            log.warning("brp_antwoordt_niet", fout=fout, **regel)
        else:
            log.info("brp_gevraagd", aantal=aantal, **regel)


class _Later(Exception):
    """Worth another try; `wacht` is what the BRP asked for."""

    def __init__(self, wat: str, wacht: float | None = None):
        super().__init__(wat)
        self.wat, self.wacht = wat, wacht


def _lezen(antwoord) -> bytes:
    tekst = antwoord.read(HOOGSTENS_BYTES + 1)
    if len(tekst) > HOOGSTENS_BYTES:
        antwoord.close()
        raise BrpOnleesbaar("te groot")
    return tekst


def _personen(vraag: BrpVraag, tekst: bytes) -> list[dict]:
    try:
        inhoud = json.loads(tekst)
    except (ValueError, RecursionError):
        raise BrpOnleesbaar("geen JSON") from None
    personen = inhoud.get("personen", []) if isinstance(inhoud, dict) else None
    if personen is None or inhoud.get("type") != vraag.soort or not isinstance(personen, list):
        raise BrpOnleesbaar("andere vorm")
    if not all(isinstance(persoon, dict) for persoon in personen):
        raise BrpOnleesbaar("andere vorm")
    return personen


def _vraagfout(tekst: bytes) -> BrpVraagFout:
    """The names of what was wrong; never the BRP's own words, which may repeat what was asked."""
    try:
        inhoud = json.loads(tekst)
        if inhoud.get("code") == "tooManyResults":
            return BrpTeVeel("400 tooManyResults")
        namen = tuple(str(fout.get("name", "")) for fout in inhoud.get("invalidParams") or ())
    except (ValueError, AttributeError, TypeError, RecursionError):
        return BrpVraagFout("400")
    return BrpVraagFout("400", tuple(naam.split("[")[0].split(".")[0] for naam in namen))


def staat_aan() -> bool:
    """Whether an address is set; without one no button is drawn."""
    return bool(settings.BRP["url"])


def client() -> BrpClient:
    """The client of these settings; BrpUit when there is no address."""
    if not staat_aan():
        raise BrpUit("uit")
    return _client(tuple(sorted(settings.BRP.items())))


@lru_cache(maxsize=2)
def _client(instellingen: tuple) -> BrpClient:
    return BrpClient(Instellingen(**dict(instellingen)))
