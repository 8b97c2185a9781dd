"""The demo: a municipality to try, on one machine, with a page where one steps in as any role."""

import os

from .basis import *  # noqa: F403
from .basis import INSTALLED_APPS, STORAGES, diensten, env

DEBUG = False
# Keys of a demo that holds invented people only; production has no default for any of them.
SECRET_KEY = env("SECRET_KEY", default="demo-alleen-" + "x" * 50)
BSN_SLEUTELS = env.dict("BSN_SLEUTELS", default={"1": "ZGVtby1kZW1vLWRlbW8tZGVtby1kZW1vLWRlbW8tMTI="})
BSN_INDEX_SLEUTEL = env("BSN_INDEX_SLEUTEL", default="ZGVtby1kZW1vLWRlbW8tZGVtby1kZW1vLWRlbW8tMzQ=")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
INSTALLED_APPS = [*INSTALLED_APPS, "config.demo"]
ROOT_URLCONF = "config.demo.urls"
SESSION_COOKIE_AGE = 8 * 3600
TWEEDE_FACTOR_VERPLICHT = False
DEMO = True
LOGIN_URL = "demo_start"
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"}}
WHITENOISE_USE_FINDERS = True
ZEGEL_BESTAND = env("ZEGEL_BESTAND", default=os.fspath(diensten.VAR / "zegels.log"))
