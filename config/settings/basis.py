"""Settings shared by production, demo and tests; what differs comes from the environment."""

from pathlib import Path

import environ
from celery.schedules import crontab
from csp.constants import NONE, SELF
from django.urls import reverse_lazy

from config import diensten

BASE_DIR = Path(__file__).resolve().parents[2]
env = environ.Env()

INSTALLED_APPS = [
    "portaal",
    "beschikkingen",
    "voorzieningen",
    "wijkteams",
    "toegang",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
    "django_htmx",
    "django_structlog",
    "guardian",
    "pgtrigger",
    "simple_history",
]

MIDDLEWARE = [
    "config.methoden.AlleenOnzeMethoden",
    "config.https.AlleenPaginasNaarHttps",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "toegang.middleware.LezerMiddleware",
    "toegang.verzoeklog.VerzoekMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
FORM_RENDERER = "toegang.formulieropmaak.Renderer"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "toegang.omgeving.omgeving",
            ],
            "builtins": [
                "toegang.templatetags.toegang",
                "toegang.templatetags.adres",
                "django.templatetags.i18n",
            ],
        },
    },
]

# The database: the application's own role; commands that change its shape run as the owner (manage.py).
ALS_EIGENAAR = env.bool("TOEGANG_ALS_EIGENAAR", default=False)
DATABASES = {"default": environ.Env.db_url_config(diensten.database_url(eigenaar=ALS_EIGENAAR))}
DATABASES["default"]["CONN_MAX_AGE"] = env.int("DATABASE_VERBINDING_SECONDEN", default=60)
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
# Compiling a statement costs more than running one of ours: the figures of a team took 680 ms with it, 75 without.
_opties = DATABASES["default"].setdefault("OPTIONS", {})
_opties["options"] = f"{_opties.get('options', '')} -c jit=off".strip()
DATABASE_PLANNEN_BEWAREN = env.bool("DATABASE_PLANNEN_BEWAREN", default=True)
DATABASE_ROL_APP = env("DATABASE_ROL_APP", default="toegang_app")
DATABASE_ROL_PORTAAL = env("DATABASE_ROL_PORTAAL", default="toegang_portaal")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Language and time
LANGUAGE_CODE = "nl-nl"
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True
LOCALE_PATHS = [BASE_DIR / "locale"]

# People and sign-in
AUTH_USER_MODEL = "wijkteams.Medewerker"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "wijkteams.aanmelden.MedewerkerBackend"]
ANONYMOUS_USER_NAME = None  # guardian: no anonymous row among the colleagues
LOGIN_URL = reverse_lazy("account_login")
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "wijkteams.aanmelden.Adapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_FORMS = {
    "login": "config.aanmeldformulieren.Inloggen",
    "reauthenticate": "config.aanmeldformulieren.OpnieuwInloggen",
    "change_password": "config.aanmeldformulieren.WachtwoordWijzigen",
    "reset_password_from_key": "config.aanmeldformulieren.WachtwoordKiezen",
    "user_token": "config.aanmeldformulieren.Linkcontrole",
}
PASSWORD_RESET_TIMEOUT = 24 * 3600  # how long the link to choose a password works (wijkteams/inloglink.py)
MFA_FORMS = {
    "authenticate": "config.aanmeldformulieren.TweedeFactor",
    "reauthenticate": "config.aanmeldformulieren.OpnieuwTweedeFactor",
    "activate_totp": "config.aanmeldformulieren.AppKoppelen",
}
MFA_ADAPTER = "wijkteams.aanmelden.TweedeFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp"]  # and recovery codes of our own (wijkteams/herstelcodes.py)
MFA_TOTP_ISSUER = "Toegang"
TWEEDE_FACTOR_VERPLICHT = env.bool("TWEEDE_FACTOR_VERPLICHT", default=True)
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_CLIENT_IP_CALLABLE = "toegang.afzender.afzender"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "login"
AXES_LOCKOUT_CALLABLE = "config.fouten.te_vaak"
AXES_RESET_ON_SUCCESS = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "wijkteams.wachtwoord.GeenBekendeWoorden"},
    {"NAME": "wijkteams.wachtwoord.NietGelekt"},
]
# A file of leaked passwords, as Have I Been Pwned gives it: lines of SHA-1 and a count, in order; empty: not asked
WACHTWOORDEN_GELEKT = env("WACHTWOORDEN_GELEKT", default="")

# Sessions live in PostgreSQL, so that the desk goes on when Redis is gone
SESSION_ENGINE = "toegang.sessies"
SESSION_COOKIE_AGE = env.int("SESSIE_SECONDEN", default=15 * 60)
SESSIE_HOOGSTENS_SECONDEN = 10 * 3600
SESSION_COOKIE_NAME = "toegang_sessie"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "config.fouten.csrf"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# Security headers
X_FRAME_OPTIONS = "DENY"
# Whose `X-Forwarded-For` is believed (toegang/afzender.py).
VERTROUWDE_PROXIES = env.list("VERTROUWDE_PROXIES", default=[])
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
        "manifest-src": [SELF],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["toegang.uploadgrens.Uploadgrens"]  # what is too large is counted, not kept
# How many forms from outside in an hour: by one link, by one address without link, and in all without link
INZENDINGEN = {
    "per_link": env.int("INZENDINGEN_PER_LINK", default=60),
    "per_afzender": env.int("INZENDINGEN_PER_AFZENDER", default=20),
    "samen": env.int("INZENDINGEN_SAMEN", default=500),
}
# ClamAV for files that come in: tcp://host:3310 or unix:///pad/clamd.ctl; empty: nothing is scanned
CLAMAV = {"url": env("CLAMAV_URL", default=""), "seconden": env.float("CLAMAV_SECONDEN", default=10.0)}

# Static files and documents
STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_ROOT = BASE_DIR / "static" / "wortel"  # what browsers ask for at fixed addresses
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "config.statisch.NodeModulesFinder",
]
DOCUMENTEN_MAP = env.path("DOCUMENTEN_MAP", default=str(diensten.VAR / "documenten"))
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(DOCUMENTEN_MAP), "file_permissions_mode": 0o600},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Celery only wakes up the work; every job is a row in PostgreSQL
CELERY_BROKER_URL = diensten.redis_url() or f"filesystem://{diensten.VAR}/celery"
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_PUBLISH_RETRY = False
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TIMEZONE = TIME_ZONE
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "max_retries": 0,
    "interval_start": 0,
    "interval_step": 0,
    "interval_max": 0,
    "socket_connect_timeout": 0.3,
    "unacked_restore_interval": 2,
    "unacked_restore_throttle": 1,
}
# The demo without any Redis: it may lose a nudge, never a letter.
if CELERY_BROKER_URL.startswith("filesystem:"):
    _bak = str(diensten.VAR / "celery")
    CELERY_BROKER_TRANSPORT_OPTIONS = {"data_folder_in": _bak, "data_folder_out": _bak}
CELERY_BEAT_SCHEDULE = {
    "brieven": {"task": "toegang.tasks.brieven", "schedule": 15.0},
    "berichten": {"task": "toegang.tasks.berichten", "schedule": 15.0},
    "postvak": {"task": "portaal.tasks.postvak", "schedule": 5.0},
    "bezorgen": {"task": "portaal.tasks.bezorgen", "schedule": 60.0},
    "zegel": {"task": "toegang.tasks.zegel", "schedule": 60.0},
    "quarantaine": {"task": "toegang.tasks.quarantaine", "schedule": 60.0},
    "tellers": {"task": "toegang.tasks.tellers", "schedule": 600.0},
    "inzage_maanden": {"task": "toegang.tasks.maanden", "schedule": 24 * 3600.0},
    "collegaberichten": {"task": "wijkteams.tasks.collegaberichten", "schedule": 15.0},
    # what begins or ends today: memberships, and who leaves
    "dienstverbanden": {
        "task": "wijkteams.tasks.dienstverbanden",
        "schedule": crontab(hour="0-6", minute=5),
    },
    "wezen": {"task": "toegang.tasks.wezen", "schedule": crontab(hour=3, minute=20)},
    "feestdagen": {"task": "toegang.tasks.feestdagen", "schedule": crontab(hour=2, minute=40)},
    # after the desk closed, and again in the evening when a worker was away; a letter is asked for once
    "ontvangsten": {"task": "toegang.tasks.ontvangsten", "schedule": crontab(hour="17-22", minute=15)},
    "opschortingen": {"task": "toegang.tasks.opschortingen", "schedule": crontab(minute=20)},
    "hartslag": {"task": "toegang.tasks.hartslag", "schedule": 30.0},
    # at night; a BRP that was away is asked again every ten minutes, who was asked is not asked twice
    "brp": {"task": "toegang.tasks.brp", "schedule": crontab(hour="1-5", minute="*/10")},
    "indicaties": {
        "task": "voorzieningen.tasks.indicaties_starten",
        "schedule": crontab(hour=0, minute=15),
    },
    # before the desk opens, and every hour after it: what a run missed, the next one does
    "herinneringen": {
        "task": "voorzieningen.tasks.herinneringen",
        "schedule": crontab(hour="5-21", minute=10),
    },
    # granted and not ordered, or not begun: the row knows whether its task was made
    "leveringen": {
        "task": "voorzieningen.tasks.leveringen",
        "schedule": crontab(hour="6-21", minute="5-59/15"),
    },
    "ochtendberichten": {
        "task": "voorzieningen.tasks.ochtendberichten",
        "schedule": crontab(hour="7-11", minute="*/5"),
    },
}
CELERY_BEAT_SCHEDULE_FILENAME = str(diensten.VAR / "celerybeat-schedule")

# Secrets: never in the repository
SECRET_KEY = env("SECRET_KEY", default="")
# number -> base64 of 32 bytes; the highest is used to write
BSN_SLEUTELS = env.dict("BSN_SLEUTELS", default={})
BSN_INDEX_SLEUTEL = env("BSN_INDEX_SLEUTEL", default="")

# Where the head of the read log's seal goes, beside the application log: a file on other storage
ZEGEL_BESTAND = env("ZEGEL_BESTAND", default="")

# E-mail to inwoners, as one address: smtp+tls://<name>:<password>@host:587. Without it, or without a sender, e-mail is
# off and every notice is a letter.
_e_mail = env("EMAIL_URL", default="")
E_MAIL = {"van": env("EMAIL_VAN", default="")}
E_MAIL["aan"] = bool(_e_mail and E_MAIL["van"])
EMAIL_TIMEOUT = 20
# Where this application is, for the links in an e-mail to a colleague: https://toegang.venlo.nl; empty: no link
TOEGANG_ADRES = env("TOEGANG_ADRES", default="")
if _e_mail:
    globals().update(environ.Env.email_url_config(_e_mail))

# Asking the BRP (Haal Centraal BRP bevragen); without an address it is off and the desk works by hand
BRP = {
    "url": env("BRP_URL", default=""),
    "api_key": env("BRP_API_KEY", default=""),
    "token_url": env("BRP_TOKEN_URL", default=""),
    "client_id": env("BRP_CLIENT_ID", default=""),
    "client_secret": env("BRP_CLIENT_SECRET", default=""),
    "certificaat": env("BRP_CERTIFICAAT", default=""),
    "certificaat_sleutel": env("BRP_CERTIFICAAT_SLEUTEL", default=""),
    "ca": env("BRP_CA", default=""),
    "tijd": env.float("BRP_SECONDEN", default=5.0),
    "hoogstens": env.float("BRP_SECONDEN_SAMEN", default=12.0),
    "pogingen": env.int("BRP_POGINGEN", default=3),
}

# How citizens sign in on the portal: an OpenID provider, where DigiD comes in through a broker. `acr`: which levels are
# enough (empty: the broker decides); `bsn`: the claim that holds the BSN.
OIDC = {
    "issuer": env("OIDC_ISSUER", default=""),
    "client_id": env("OIDC_CLIENT_ID", default=""),
    "client_secret": env("OIDC_CLIENT_SECRET", default=""),
    "scope": env("OIDC_SCOPE", default="openid"),
    "bsn": env("OIDC_BSN_CLAIM", default="bsn"),
    "acr": env.list("OIDC_ACR", default=[]),
    "naam": env("OIDC_NAAM", default="DigiD"),
}
PORTAAL = False

# With whom we talk beyond those addresses (`host:port`), and which hosts within this machine need no TLS
UITGAAND_OOK = env.list("UITGAAND_OOK", default=[])
ZONDER_TLS = env.list("ZONDER_TLS", default=[])
UITGAAND_BEWAKEN = False  # production refuses any other host (toegang/uitgaand.py)

# The municipality
GEMEENTE = {
    "naam": env("GEMEENTE_NAAM", default="Venlo"),
    "code": env("GEMEENTE_CODE", default="0983"),
    "telefoon": env("GEMEENTE_TELEFOON", default="14 077"),
    "website": env("GEMEENTE_WEBSITE", default="venlo.nl"),
    "postadres": env("GEMEENTE_POSTADRES", default="Postbus 3434, 5902 RK Venlo"),
    "rechtbank": env("GEMEENTE_RECHTBANK", default="rechtbank Limburg"),
    "venster": env("GEMEENTE_VENSTER", default="links"),
    # the four digits that lie in the municipality, as ranges; empty: no remark about another municipality
    "postcodes": env("GEMEENTE_POSTCODES", default="5901-5928 5931-5935 5941-5944 5951"),
    # name and number of the independent support (Wmo 2015 art. 2.2.4)
    "clientondersteuning": env("GEMEENTE_CLIENTONDERSTEUNING", default=""),
}

# Does a signed verslag count as the aanvraag (Wmo 2015 art. 2.3.2 lid 9)? Otherwise the letter asks for one apart.
VERSLAG_ALS_AANVRAAG = env.bool("VERSLAG_ALS_AANVRAAG", default=True)
# The selectielijst lets what was broken off go after 42 days; Wmo 2015 art. 5.3.4 and the Jeugdwet do not (keuze 0033).
BEWAREN_NAAR_UITKOMST = env.bool("BEWAREN_NAAR_UITKOMST", default=False)

LOGGING_CONFIG = None
# guardian only stores; our own query reads, so its backend stays out on purpose (docs/keuzes/0002).
SILENCED_SYSTEM_CHECKS = ["guardian.W001"]
