"""Production: everything that is secret or local must be in the environment; nothing has a soft default."""

import os

from django.core.exceptions import ImproperlyConfigured

from config.geheimen import uit_bestanden

uit_bestanden()
NODIG = (
    "SECRET_KEY",
    "ALLOWED_HOSTS",
    "DATABASE_URL",
    "REDIS_URL",
    "BSN_SLEUTELS",
    "BSN_INDEX_SLEUTEL",
    "DOCUMENTEN_MAP",
)
if ontbreekt := [naam for naam in NODIG if not os.environ.get(naam)]:
    raise ImproperlyConfigured(f"Set in the environment: {', '.join(ontbreekt)} (docs/beheer.md).")

from .basis import *  # noqa: E402, F403  (after the check: basis would start private servers)
from .basis import env  # noqa: E402

DEBUG = False
SECRET_KEY = env("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[f"https://{h}" for h in ALLOWED_HOSTS])

SESSION_COOKIE_AGE = 15 * 60
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-toegang"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrf"
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_REDIRECT_EXEMPT = [r"^gezond/$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31536000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
TWEEDE_FACTOR_VERPLICHT = True
UITGAAND_BEWAKEN = True
