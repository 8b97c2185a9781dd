"""Production of the citizen's site: a process of its own, beside that of the desk."""

import os

from django.core.exceptions import ImproperlyConfigured

from config.geheimen import uit_bestanden

uit_bestanden()
NODIG = ("PORTAAL_DATABASE_URL", "OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET")
if ontbreekt := [naam for naam in NODIG if not os.environ.get(naam)]:
    raise ImproperlyConfigured(f"Set in the environment: {', '.join(ontbreekt)} (docs/beheer.md).")

# What the desk must have and this process must not: no key that decrypts, no queue, no other role.
os.environ["BSN_SLEUTELS"] = "0="
os.environ["REDIS_URL"] = "memory://"
os.environ["DATABASE_URL"] = os.environ["PORTAAL_DATABASE_URL"]

from .portaaldeel import inrichten  # noqa: E402
from .productie import *  # noqa: E402, F403

inrichten(globals())
SESSION_COOKIE_NAME = "__Host-portaal"
CSRF_COOKIE_NAME = "__Host-portaal-csrf"
LANGUAGE_COOKIE_NAME = "__Host-portaal-taal"
