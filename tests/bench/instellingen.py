"""Settings of the bench: production's own, over a private PostgreSQL and Redis below var/bench."""

import base64
import os
from pathlib import Path

from config import diensten
from config.diensten import postgres

os.environ.setdefault("TOEGANG_VAR", str(diensten.PROJECT / "var" / "bench"))
VAR = Path(os.environ["TOEGANG_VAR"]).absolute()
_cluster = postgres.start(VAR / "postgres")
os.environ["DATABASE_URL"] = _cluster.adres(diensten.APP)
os.environ["MIGRATE_DATABASE_URL"] = _cluster.adres(diensten.EIGENAAR)
os.environ.setdefault("REDIS_URL", diensten.redis_url() or "redis+socket:///nergens/geen-redis.sock")
os.environ.setdefault("SECRET_KEY", "bench-" + "x" * 50)
os.environ.setdefault("ALLOWED_HOSTS", "bench.invalid")
os.environ.setdefault("BSN_SLEUTELS", "1=" + base64.b64encode(b"bench" * 6 + b"12").decode().rstrip("="))
os.environ.setdefault("BSN_INDEX_SLEUTEL", base64.b64encode(b"bench" * 6 + b"34").decode())
os.environ.setdefault("DOCUMENTEN_MAP", str(VAR / "documenten"))

from config.settings.productie import *  # noqa: E402, F403
from config.settings.productie import STORAGES  # noqa: E402

BSN_SLEUTELS = {"1": base64.b64encode(b"bench" * 6 + b"12").decode()}
# The names of static files are not looked up in a manifest, which would first have to be made.
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
STATIC_ROOT = VAR / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
