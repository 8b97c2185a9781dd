"""Secrets from files: `<NAME>_FILE` says where the secret of this name stands.

So a vault or Docker's secrets hold them, and the environment of the process does not (ASVS 13.3.1).
"""

import os
from collections.abc import MutableMapping
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

GEHEIM = (
    "SECRET_KEY", "DATABASE_URL", "MIGRATE_DATABASE_URL", "PORTAAL_DATABASE_URL", "REDIS_URL", "BSN_SLEUTELS",
    "BSN_INDEX_SLEUTEL", "EMAIL_URL", "BRP_API_KEY", "BRP_CLIENT_SECRET", "OIDC_CLIENT_SECRET",
)  # fmt: skip


def uit_bestanden(omgeving: MutableMapping[str, str] = os.environ) -> None:
    """Put what the named files hold in this process's own copy of the environment; refuse to start without."""
    for naam in GEHEIM:
        pad = omgeving.pop(f"{naam}_FILE", "")
        if not pad:
            continue
        if omgeving.get(naam):
            raise ImproperlyConfigured(f"Set {naam} or {naam}_FILE, not both (docs/beheer.md).")
        try:
            inhoud = Path(pad).read_text(encoding="utf-8").strip()
        except OSError as fout:
            raise ImproperlyConfigured(f"{naam}_FILE cannot be read: {type(fout).__name__}.") from None
        if not inhoud:
            raise ImproperlyConfigured(f"{naam}_FILE is empty.")
        omgeving[naam] = inhoud
