"""A BRP on loopback: speaks the shapes and the errors of Haal Centraal BRP bevragen 2.7, and counts what was asked.

`python -m tests.brp_stub 8099` runs it beside a demo.
"""

import json
import re
import sys
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

RFC = "https://datatracker.ietf.org/doc/html/rfc7231#section-6.5.1"
FOUTEN = {
    401: ("Niet correct geauthenticeerd.", "authentication"),
    403: ("U bent niet geautoriseerd voor deze operatie.", "autorisation"),
    404: ("Opgevraagde resource bestaat niet.", "notFound"),
    406: ("Gevraagde contenttype wordt niet ondersteund.", "notAcceptable"),
    415: ("Unsupported Media Type", "unsupported"),
    429: ("Too many request", "tooManyRequests"),
    500: ("Interne server fout.", "serverError"),
    502: ("Bad gateway", "badGateway"),
    503: ("Bronservice BRP is tijdelijk niet beschikbaar.", "notAvailable"),
    504: ("Gateway timeout", "timeout"),
}
VANZELF = ("geheimhoudingPersoonsgegevens", "opschortingBijhouding", "inOnderzoek", "type")
PATRONEN = {
    "geslachtsnaam": r"^[a-zA-Z0-9À-ž .\-']{1,200}$|^[a-zA-Z0-9À-ž .\-']{3,199}\*$",
    "voornamen": r"^[a-zA-Z0-9À-ž .\-']{1,199}\*?$",
    "geboortedatum": r"^\d{4}-\d{2}-\d{2}$",
    "postcode": r"^[1-9]\d{3} ?[A-Za-z]{2}$",
}
VERPLICHT = {
    "RaadpleegMetBurgerservicenummer": ("burgerservicenummer",),
    "ZoekMetGeslachtsnaamEnGeboortedatum": ("geslachtsnaam", "geboortedatum"),
    "ZoekMetPostcodeEnHuisnummer": ("postcode", "huisnummer"),
}
HOOGSTENS = {"ZoekMetGeslachtsnaamEnGeboortedatum": 10, "ZoekMetPostcodeEnHuisnummer": 30}


def datum(tekst: str) -> dict:
    """'1948-04-03', '1948-04', '1948' or '' in the four shapes of a date."""
    delen = [int(d) for d in tekst.split("-")] if tekst else []
    match len(delen):
        case 3:
            return {"type": "Datum", "datum": tekst, "langFormaat": "x"}
        case 2:
            return {"type": "JaarMaandDatum", "jaar": delen[0], "maand": delen[1], "langFormaat": "x"}
        case 1:
            return {"type": "JaarDatum", "jaar": delen[0], "langFormaat": "x"}
    return {"type": "DatumOnbekend", "onbekend": True, "langFormaat": "onbekend"}


def persoon(bsn: str = "999900006", **anders) -> dict:
    """A person in the full shape of the answer; `anders` replaces groups, None takes one away."""
    naam = {
        "voornamen": "Anna Maria",
        "voorletters": "A.M.",
        "voorvoegsel": "van",
        "geslachtsnaam": "Peeters",
    }
    naam |= {
        "volledigeNaam": "Anna Maria van Peeters",
        "aanduidingNaamgebruik": {"code": "E", "omschrijving": "eigen"},
    }
    groepen = {
        "aNummer": "1234567890",
        "burgerservicenummer": bsn,
        "geslacht": {"code": "V", "omschrijving": "vrouw"},
        "naam": naam,
        "geboorte": {"datum": datum("1948-04-03"), "land": {"code": "6030"}, "plaats": {"code": "0983"}},
        "leeftijd": 78,
        "nationaliteiten": [{"type": "Nationaliteit", "nationaliteit": {"code": "0001"}}],
        "verblijfplaats": adres(),
        "gemeenteVanInschrijving": {"code": "0983", "omschrijving": "Venlo"},
        "adressering": {"adresregel1": "Kerkstraat 12", "adresregel2": "5921 AB  VENLO"},
    }  # fmt: skip
    return {n: w for n, w in (groepen | anders).items() if w is not None}


def adres(straat="Kerkstraat", huisnummer=12, postcode="5921AB", sinds="2001-09-01", **anders) -> dict:
    waar = {"officieleStraatnaam": f"{straat}", "korteStraatnaam": straat, "huisnummer": huisnummer}
    waar |= {"postcode": postcode, "woonplaats": "Venlo"} | anders.pop("waar", {})
    vast = {
        "type": "Adres",
        "functieAdres": {"code": "W", "omschrijving": "woonadres"},
        "datumVan": datum(sinds),
    }
    return vast | {"adresseerbaarObjectIdentificatie": "0983010000000001", "verblijfadres": waar} | anders


class Brp:
    """What the stub knows, what it was asked, and what goes wrong next."""

    def __init__(self, *personen: dict, sleutel: str = ""):
        self.personen = {p["burgerservicenummer"]: p for p in personen}
        self.sleutel, self.token = sleutel, ""
        self.gevraagd: list[dict] = []
        self.koppen: list[dict] = []
        self.verzoeken = 0
        self.tokens_gegeven = 0
        self.storingen: list = []
        self.los = Event()
        self.url = ""

    def zet(self, *personen: dict) -> None:
        self.personen |= {p["burgerservicenummer"]: p for p in personen}

    def gaat_mis(self, *storingen) -> None:
        """For the next requests, one each: a status, (status, headers), 'stilte', 'rommel', 'half', 'gebroken', 'groot',
        'anders', or bytes to answer with."""
        self.storingen += storingen


class _Verzoek(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    brp: Brp

    def log_message(self, *args) -> None:
        pass

    def do_POST(self) -> None:
        brp = self.brp
        lichaam = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path == "/token":
            brp.tokens_gegeven += 1
            brp.token = f"token{brp.tokens_gegeven}"
            return self._json(200, {"access_token": brp.token, "expires_in": 300, "token_type": "Bearer"})
        brp.verzoeken += 1
        brp.koppen.append(dict(self.headers))
        if brp.storingen:
            return self._storing(brp.storingen.pop(0))
        if self.path != "/personen":
            return self._fout(404)
        if brp.sleutel and self.headers.get("X-API-KEY") != brp.sleutel:
            return self._fout(401)
        if brp.token and self.headers.get("Authorization") != f"Bearer {brp.token}":
            return self._fout(401)
        if not self.headers.get("Content-Type", "").startswith("application/json"):
            return self._fout(415)
        if "json" not in self.headers.get("Accept", ""):
            return self._fout(406)
        vraag = json.loads(lichaam)
        brp.gevraagd.append(vraag)
        if fouten := _controle(vraag):
            return self._slecht("paramsValidation", "Een of meerdere parameters zijn niet correct.", fouten)
        personen = _vind(brp, vraag)
        grens = HOOGSTENS.get(vraag["type"])
        if grens and len(personen) > grens:
            return self._slecht("tooManyResults", "Teveel zoekresultaten.", [])
        gefilterd = [_filter(p, vraag["fields"]) for p in personen]
        self._json(200, {"type": vraag["type"], "personen": gefilterd})

    def _storing(self, wat) -> None:
        koppen = {}
        if isinstance(wat, tuple):
            wat, koppen = wat
        if isinstance(wat, int):
            return self._fout(wat, koppen)
        if isinstance(wat, bytes):
            return self._ruw(wat)
        if wat == "stilte":
            self.brp.los.wait(10)
        elif wat == "rommel":
            return self._ruw(b"<html>Onderhoud 999900006</html>", soort="text/html")
        elif wat == "anders":
            return self._json(200, {"type": "IetsAnders", "personen": "999900006"})
        elif wat == "groot":
            return self._ruw(b'{"personen":"' + b"x" * 3_000_000 + b'"}')
        elif wat == "half":
            self._ruw(b'{"type":"RaadpleegMet', lengte=5000)
        self.close_connection = True  # 'gebroken': not one byte

    def _fout(self, status: int, koppen=None) -> None:
        titel, code = FOUTEN[status]
        lichaam = {
            "type": RFC,
            "title": titel,
            "status": status,
            "instance": "/haalcentraal/api/brp/personen",
            "code": code,
        }
        self._json(status, lichaam, koppen)

    def _slecht(self, code: str, titel: str, fouten: list) -> None:
        lichaam = {
            "type": RFC,
            "title": titel,
            "status": 400,
            "code": code,
            "instance": "/haalcentraal/api/brp/personen",
        }
        self._json(400, lichaam | ({"invalidParams": fouten} if fouten else {}))

    def _json(self, status: int, lichaam: dict, koppen=None) -> None:
        soort = "application/json" if status < 400 else "application/problem+json"
        self._ruw(json.dumps(lichaam).encode(), status, soort + "; charset=utf-8", koppen)

    def _ruw(self, tekst: bytes, status=200, soort="application/json", koppen=None, lengte=None) -> None:
        self.send_response(status)
        for naam, waarde in {
            "Content-Type": soort,
            "Content-Length": str(lengte or len(tekst)),
            **(koppen or {}),
        }.items():
            self.send_header(naam, waarde)
        self.end_headers()
        self.wfile.write(tekst)
        self.wfile.flush()


def _controle(vraag: dict) -> list[dict]:
    def fout(naam, code):
        return {"name": naam, "code": code, "reason": "Waarde is niet goed.", "type": RFC}

    soort, velden = vraag.get("type"), vraag.get("fields")
    if soort not in VERPLICHT:
        return [fout("type", "value")]
    fouten = [fout(n, "required") for n in VERPLICHT[soort] if not vraag.get(n)]
    if not isinstance(velden, list) or not 1 <= len(velden) <= 130:
        fouten.append(fout("fields", "minItems"))
    for plaats, veld in enumerate(velden or ()):
        if not re.fullmatch(r"[a-zA-Z0-9._]{1,200}", veld) or veld.split(".")[0] in VANZELF:
            fouten.append(fout(f"fields[{plaats}]", "fields"))
    for naam, patroon in PATRONEN.items():
        if vraag.get(naam) and not re.search(patroon, vraag[naam]):
            fouten.append(fout(naam, "pattern"))
    nummers = vraag.get("burgerservicenummer") or []
    if len(nummers) > 20:
        fouten.append(fout("burgerservicenummer", "maxItems"))
    for plaats, bsn in enumerate(nummers):
        if not re.fullmatch(r"\d{9}", bsn):
            fouten.append(fout(f"burgerservicenummer[{plaats}]", "pattern"))
    return fouten


def _vind(brp: Brp, vraag: dict) -> list[dict]:
    if vraag["type"] == "RaadpleegMetBurgerservicenummer":
        return [brp.personen[b] for b in vraag["burgerservicenummer"] if b in brp.personen]
    levend = [p for p in brp.personen.values() if "overlijden" not in p]
    if vraag["type"] == "ZoekMetGeslachtsnaamEnGeboortedatum":
        naam, dag = vraag["geslachtsnaam"].lower().rstrip("*"), vraag["geboortedatum"]
        gevonden = [p for p in levend if p["naam"]["geslachtsnaam"].lower().startswith(naam)]
        return [p for p in gevonden if p["geboorte"]["datum"].get("datum") == dag]
    gevonden = []
    for p in levend:
        waar = p.get("verblijfplaats", {}).get("verblijfadres", {})
        if (waar.get("postcode"), waar.get("huisnummer")) == (vraag["postcode"], vraag["huisnummer"]):
            gevonden.append(p)
    return gevonden


def _filter(p: dict, velden: list[str]) -> dict:
    """Only what was asked, and what comes by itself; as the real one does."""
    uit = {n: p[n] for n in VANZELF if n in p}
    for veld in velden:
        _overnemen(p, uit, veld.split("."))
    return uit


def _overnemen(van, naar: dict, pad: list[str]) -> None:
    naam, rest = pad[0], pad[1:]
    if not isinstance(van, dict) or naam not in van:
        return
    waarde = van[naam]
    if not rest:
        naar[naam] = waarde
    elif isinstance(waarde, list):
        lijst = naar.setdefault(naam, [{} for _ in waarde])
        for een, twee in zip(waarde, lijst, strict=True):
            _overnemen(een, twee, rest)
    elif isinstance(waarde, dict):
        deel = naar.setdefault(naam, {n: waarde[n] for n in VANZELF if n in waarde})
        _overnemen(waarde, deel, rest)


@contextmanager
def draaiend(brp: Brp, poort: int = 0):
    """The server for the time of a test; its address stands in `brp.url`."""
    soort = type("Verzoek", (_Verzoek,), {"brp": brp})
    server = ThreadingHTTPServer(("127.0.0.1", poort), soort)
    server.daemon_threads = True
    brp.url = f"http://127.0.0.1:{server.server_address[1]}"
    draad = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    draad.start()
    try:
        yield brp
    finally:
        brp.los.set()
        server.shutdown()
        server.server_close()
        draad.join()


if __name__ == "__main__":
    with draaiend(Brp(persoon()), int(sys.argv[1])) as stub:
        print(stub.url)
        while True:
            time.sleep(60)
