"""The web process of the citizen's site."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.portaal_productie")
application = get_wsgi_application()
