"""Tests: their own PostgreSQL and Redis, as the owner (conftest steps down to the application's role)."""

import os
from pathlib import Path

VAR = Path(__file__).resolve().parents[2] / "var" / "test"
os.environ.setdefault("TOEGANG_VAR", str(VAR))
os.environ["TOEGANG_ALS_EIGENAAR"] = "1"

from .basis import *  # noqa: E402, F403
from .basis import CELERY_BEAT_SCHEDULE as _ROOSTER  # noqa: E402
from .basis import STORAGES  # noqa: E402

DEBUG = False
SECRET_KEY = "test-" + "x" * 50
BSN_SLEUTELS = {"1": "dGVzdC10ZXN0LXRlc3QtdGVzdC10ZXN0LXRlc3QtMTI="}
BSN_INDEX_SLEUTEL = "dGVzdC10ZXN0LXRlc3QtdGVzdC10ZXN0LXRlc3QtMzQ="
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
STATIC_ROOT = None
# A test that wants a worker starts a real one and names its broker.
CELERY_BROKER_URL = os.environ.get("CELERY_BROKER_URL", "redis+socket:///nergens/geen-redis.sock")
if "CELERY_BROKER_URL" in os.environ:
    # That worker lives in the real day, its test in another: a job of the clock is called by the test itself.
    CELERY_BEAT_SCHEDULE = {n: regel for n, regel in _ROOSTER.items() if isinstance(regel["schedule"], float)}
