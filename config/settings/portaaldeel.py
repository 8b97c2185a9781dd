"""What the citizen's site has of its own: addresses, cookie, session, database role and sign-in.

`inrichten` changes the settings of the desk into those of the portal; each kind of installation has a small module
(portaal_productie, portaal_demo, portaal_test) that calls it.
"""

import environ

from config import diensten

VAN_COLLEGAS = ("allauth", "axes")  # how colleagues sign in
MIDDLEWARE = [
    "config.methoden.AlleenOnzeMethoden",
    "config.https.AlleenPaginasNaarHttps",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "portaal.middleware.BurgerMiddleware",
    "toegang.verzoeklog.VerzoekMiddleware",
]


def inrichten(s: dict) -> None:
    """Change these settings (the globals of a module) into those of the portal."""
    s["PORTAAL"] = True
    s["ROOT_URLCONF"] = "config.urls_portaal"
    s["MIDDLEWARE"] = MIDDLEWARE
    s["INSTALLED_APPS"] = [app for app in s["INSTALLED_APPS"] if not app.startswith(VAN_COLLEGAS)]
    s["LANGUAGES"] = [("nl", "Nederlands"), ("en", "English")]
    s["LANGUAGE_CODE"] = "nl"
    s["LANGUAGE_COOKIE_NAME"] = "portaal_taal"
    sjablonen = s["TEMPLATES"][0]
    omgeving = ["django.template.context_processors.request", "portaal.omgeving.omgeving"]
    s["TEMPLATES"] = [{**sjablonen, "OPTIONS": {**sjablonen["OPTIONS"], "context_processors": omgeving}}]
    s["AUTHENTICATION_BACKENDS"] = []
    s["SESSION_ENGINE"] = "portaal.sessies"
    s["SESSION_COOKIE_AGE"] = 15 * 60
    s["SESSION_COOKIE_NAME"] = "portaal_sessie"
    s["SESSION_COOKIE_SAMESITE"] = "Lax"
    s["SESSION_SAVE_EVERY_REQUEST"] = False
    s["CSRF_COOKIE_NAME"] = "portaal_csrf"
    s["CSRF_FAILURE_VIEW"] = "portaal.views.fouten.csrf"
    s["DATABASES"]["default"].update(database())
    s["CELERY_BROKER_URL"] = "memory://"  # the portal wakes nobody up: the desk looks in the inbox by itself


def database() -> dict:
    """The portal's own role, by PORTAAL_DATABASE_URL or in the private PostgreSQL."""
    return environ.Env.db_url_config(diensten.portaal_database_url())
