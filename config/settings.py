"""Settings, read from the environment.  Every variable is described in `.env.example`."""

from __future__ import annotations

import sys
from pathlib import Path

import environ
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from config import embedded, secret_key

BASE_DIR = Path(__file__).resolve().parent.parent
VERSION = "0.1.0"
env = environ.Env()

ENVIRONMENT = env("CARETALLY_ENV", default="local")
if ENVIRONMENT not in ("local", "production"):
    raise ImproperlyConfigured("CARETALLY_ENV must be 'local' or 'production'.")
PRODUCTION = ENVIRONMENT == "production"
DEBUG = env.bool("DEBUG", default=False) and not PRODUCTION
DATA_DIR = Path(env("DATA_DIR", default=str(BASE_DIR / ".data"))).resolve()
DEMO_ALLOWED = not PRODUCTION
COMMAND = (Path(sys.argv[0]).name == "manage.py" and sys.argv[1:2]) or [""]

SECRET_KEY = env("SECRET_KEY", default="") or ("" if PRODUCTION else secret_key.kept_in(DATA_DIR))
if PRODUCTION and len(SECRET_KEY) < 50:
    raise ImproperlyConfigured("SECRET_KEY must be set to 50 characters or more in production.")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "testserver"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "config.apps.CareTallyConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "pgtrigger",
    "pghistory",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "rest_framework",
    "drf_spectacular",
    "django_htmx",
    "csp",
    "registry.apps.RegistryConfig",
    "billing.apps.BillingConfig",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.middleware.ContentPolicy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "registry.middleware.SessionTimeout",
    "config.middleware.HistoryActor",
    "config.middleware.DenyByDefault",
    "config.middleware.KeptOutOfCaches",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.context.shell",
                "registry.web.timer_bar.context",
                "registry.web.month_lock.context",
            ],
        },
    },
]

# -- database: one URL, and a role that owns nothing ------------------------------------------

#: Commands that change the schema keep the owner's rights; everything else drops them.
OWNER_COMMANDS = {"migrate", "test", "flush", "createcachetable", "pgtrigger", "sqlmigrate"}
DATABASE_ROLE = env("DATABASE_ROLE", default="caretally_app")


def _database() -> dict[str, object]:
    url = env("DATABASE_URL", default="") or embedded.database_url(DATA_DIR)
    config = env.db_url_config(url)
    config["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
    config["CONN_HEALTH_CHECKS"] = True
    config["ENGINE"] = "config.postgres"
    options = config.setdefault("OPTIONS", {})
    config["HOST"] = config["HOST"] or options.pop("host", "")  # where `dbshell` looks for it
    options.setdefault("connect_timeout", 10)
    # Both for `registry.kept_sql`, for the ORM prepares nothing: a plan is kept, and made once.
    options.setdefault("prepare_threshold", 5)
    # Each trigger asks which of them are left out; a word that is not set costs it an exception.
    session = ["-c plan_cache_mode=force_generic_plan", "-c pgtrigger.ignore={}"]
    if DATABASE_ROLE and COMMAND[0] not in OWNER_COMMANDS and "pytest" not in sys.modules:
        session.append(f"-c role={DATABASE_ROLE}")
    options["options"] = " ".join(session)
    return config


DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# -- Redis, Celery ----------------------------------------------------------------------------

REDIS_URL = env("REDIS_URL", default="") or embedded.redis_url(DATA_DIR)
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
}
CELERY_BROKER_URL = embedded.celery_url(REDIS_URL)
CELERY_BEAT_SCHEDULER = "config.heartbeat.Scheduler"
CELERY_BEAT_SCHEDULE_FILENAME = str(DATA_DIR / "beat-schedule")
CELERY_RESULT_BACKEND = None
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 3600}
CELERY_TIMEZONE = "UTC"
CELERY_WORKER_HIJACK_ROOT_LOGGER = False

# -- true-up: by each practice's own clock ------------------------------------------------------

TRUE_UP_NIGHT_HOUR = env.int("TRUE_UP_NIGHT_HOUR", default=2)
TRUE_UP_MONTH_END_HOUR = env.int("TRUE_UP_MONTH_END_HOUR", default=20)
#: For so many days, the month before is run again each night: time is documented late.
TRUE_UP_LATE_DAYS = env.int("TRUE_UP_LATE_DAYS", default=10)

# -- the weekly audit of the log: from where on it speaks up --------------------------------------

LOG_AUDIT_LATE_HOURS = env.int("LOG_AUDIT_LATE_HOURS", default=24)
LOG_AUDIT_LONG_MINUTES = env.int("LOG_AUDIT_LONG_MINUTES", default=120)
LOG_AUDIT_NO_CONTACT_DAYS = env.int("LOG_AUDIT_NO_CONTACT_DAYS", default=14)

# -- people and sessions ----------------------------------------------------------------------

AUTH_USER_MODEL = "registry.User"
AUTHENTICATION_BACKENDS = ["registry.sign_in.Backend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", **options}
    for name, options in (
        (
            "UserAttributeSimilarityValidator",
            {"OPTIONS": {"user_attributes": ("email", "full_name")}},
        ),
        ("MinimumLengthValidator", {"OPTIONS": {"min_length": 12}}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    )
]
ACCOUNT_ADAPTER = "registry.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "reset_password": "20/m/ip,5/m/key",
    "reset_password_from_key": "20/m/ip",
    "change_password": "5/m/user",
    "reauthenticate": "10/m/user",
    "answer_link": "30/m/ip",  # a link that is guessed at, or a mail scanner gone wild
}
MFA_ADAPTER = "registry.adapters.TwoStepAdapter"
MFA_FORMS = {"activate_totp": "registry.web.forms.two_steps.SetUpForm"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "CareTally"
MFA_TOTP_TOLERANCE = 1  # a phone's clock may be half a minute off
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
SESSION_ENGINE = "registry.session_store"
SESSION_IDLE_SECONDS = env.int("SESSION_IDLE_SECONDS", default=30 * 60)
SESSION_ABSOLUTE_SECONDS = env.int("SESSION_ABSOLUTE_SECONDS", default=12 * 60 * 60)
SESSION_COOKIE_AGE = SESSION_ABSOLUTE_SECONDS
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "registry.web.errors.csrf_failure"

# -- mail: the backend is configuration -------------------------------------------------------

EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
#: Where people open the product: what a mail links to.
SITE_URL = env("SITE_URL", default="http://127.0.0.1:8000")
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="CareTally <no-reply@localhost>")

# -- security ---------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
HTTPS = env.bool("HTTPS", default=PRODUCTION)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
if env.bool("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1  # limits count the person's address, not the proxy's

# -- files, language, time --------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MANIFEST_STATIC = env.bool("MANIFEST_STATIC", default=PRODUCTION)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if MANIFEST_STATIC
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not MANIFEST_STATIC
#: Where answers of payers are put, a folder a practice (billing.services.inbox).
INBOX_DIR = Path(env("INBOX_DIR", default=str(DATA_DIR / "inbox")))
#: Where files of claims are put for whoever fetches them, a folder a practice (`places.folder`).
OUTBOX_DIR = Path(env("OUTBOX_DIR", default=str(DATA_DIR / "outbox")))
MEDIA_ROOT = DATA_DIR / "files"  # never served by URL: each file has a view that asks who looks
FILE_UPLOAD_PERMISSIONS = 0o600
MAX_UPLOAD_BYTES = 10 * 1024 * 1024
LANGUAGE_CODE = "en-us"
TIME_ZONE = "UTC"
USE_TZ = True

# -- REST -------------------------------------------------------------------------------------

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["registry.api.permissions.DenyAll"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "registry.api.errors.handle",
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "CareTally",
    "DESCRIPTION": "The timer and the time log, as JSON.",
    "VERSION": "0.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
}

# -- history and logs -------------------------------------------------------------------------

PGHISTORY_APPEND_ONLY = True
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"no_phi": {"()": "config.logs.NoPersonalData"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["no_phi"],
        }
    },
    "loggers": {"paramiko": {"level": "WARNING"}},  # else each connection is four lines
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", default="INFO")},
}
