"""Settings of the citizen's site in the bench: production's own, without TLS before it and without a manifest."""

from config.settings.portaal_productie import *  # noqa: F403
from config.settings.portaal_productie import STORAGES

STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = True
STATIC_ROOT = None
