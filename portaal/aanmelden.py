"""Sign-in of citizens: an OpenID provider that we trust for the BSN (DigiD comes in through a broker).

Authlib asks with PKCE and a nonce, and checks signature, issuer, audience and time of the token. Every sign-in asks the
provider anew (`prompt=login`): an identity is not used again after the session ended.
"""

from functools import cache

from authlib.integrations.base_client import OAuthError
from authlib.integrations.django_client import OAuth
from django.conf import settings
from joserfc.errors import JoseError
from requests import RequestException

from toegang import bsn as bsn_


class NietAangemeld(Exception):
    """The sign-in did not succeed; the text is for the log, it names nobody."""


@cache
def _aanbieder(issuer: str, client_id: str, geheim: str, scope: str):
    oauth = OAuth()
    return oauth.register(
        "portaal",
        server_metadata_url=f"{issuer.rstrip('/')}/.well-known/openid-configuration",
        client_id=client_id,
        client_secret=geheim,
        client_kwargs={"scope": scope, "code_challenge_method": "S256", "timeout": 10},
    )


def aanbieder():
    """The client of the provider that the settings name."""
    o = settings.OIDC
    return _aanbieder(o["issuer"], o["client_id"], o["client_secret"], o["scope"])


def ingesteld() -> bool:
    return bool(settings.OIDC["issuer"])


def naar_aanbieder(request, terug: str):
    """The redirect that begins the sign-in; NietAangemeld when the provider does not answer."""
    try:
        return aanbieder().authorize_redirect(request, terug, prompt="login")
    except (OAuthError, RequestException, ValueError) as fout:
        raise NietAangemeld(f"aanbieder zwijgt: {type(fout).__name__}") from fout


def bsn_uit_antwoord(request) -> str:
    """The BSN that the provider vouches for. NietAangemeld: refused, broken off, too low a level, or no BSN."""
    try:
        token = aanbieder().authorize_access_token(request)
    except (OAuthError, JoseError, RequestException, ValueError, KeyError) as fout:
        raise NietAangemeld(f"{type(fout).__name__}: {getattr(fout, 'error', '')}") from fout
    gegevens = token.get("userinfo") or {}
    if settings.OIDC["acr"] and gegevens.get("acr") not in settings.OIDC["acr"]:
        raise NietAangemeld("niveau te laag")
    bsn = str(gegevens.get(settings.OIDC["bsn"], ""))
    if not bsn_.geldig(bsn):
        raise NietAangemeld("geen geldig bsn")
    return bsn
