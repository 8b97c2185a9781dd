"""The bearer token of the BRP (OAuth 2.0 client credentials), kept until shortly before it ends."""

import json
from collections.abc import Callable
from threading import Lock
from typing import Any
from urllib.parse import urlencode

import urllib3

from toegang.brp_fouten import BrpAntwoordtNiet, BrpWeigert

EERDER = 30  # seconds before its end a token is asked anew
ANDERS = 60  # a token that does not say how long it lives


class Toegangssleutel:
    """Nothing to do where only an API key is used."""

    def __init__(self, instellingen: Any, pool: urllib3.PoolManager, klok: Callable[[], float]):
        self.instellingen, self.pool, self.klok = instellingen, pool, klok
        self.slot, self.token, self.tot = Lock(), "", 0.0

    def koppen(self, tijd: urllib3.Timeout) -> dict[str, str]:
        """The Authorization header, or nothing."""
        if not self.instellingen.token_url:
            return {}
        with self.slot:
            if not self.token or self.klok() >= self.tot:
                self._vragen(tijd)
            return {"Authorization": f"Bearer {self.token}"}

    def vergeten(self) -> None:
        """It was refused: the next question asks for a new one."""
        with self.slot:
            self.token = ""

    def _vragen(self, tijd: urllib3.Timeout) -> None:
        i = self.instellingen
        lichaam = urlencode(
            {"grant_type": "client_credentials", "client_id": i.client_id, "client_secret": i.client_secret}
        )
        koppen = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
        try:
            antwoord = self.pool.request(
                "POST", i.token_url, body=lichaam, headers=koppen, timeout=tijd, redirect=False
            )
        except urllib3.exceptions.HTTPError as fout:
            raise BrpAntwoordtNiet(f"token {type(fout).__name__}") from None
        if antwoord.status >= 500:
            raise BrpAntwoordtNiet(f"token {antwoord.status}")
        try:
            inhoud = json.loads(antwoord.data)
            token, duur = str(inhoud["access_token"]), float(inhoud.get("expires_in") or ANDERS)
        except (ValueError, KeyError, TypeError, AttributeError):
            raise BrpWeigert(f"token {antwoord.status}") from None
        self.token, self.tot = token, self.klok() + max(0.0, duur - EERDER)
