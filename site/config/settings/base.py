"""What every installation shares; anything that differs between machines comes from the environment."""

from zoneinfo import available_timezones

from django.utils.translation import gettext_lazy as _

from config import csp
from config.settings import environment
from config.settings.environment import value

BASE_DIR = environment.CHECKOUT
VAR_DIR = value("MUNTADA_VAR")

DEBUG = False
MAINTENANCE = value("MAINTENANCE")
CSRF_TRUSTED_ORIGINS = value("CSRF_TRUSTED_ORIGINS")
CSRF_FAILURE_VIEW = "config.errors.csrf_failure"

INSTALLED_APPS = [
    "network",
    "search",
    "pages",
    "library",
    "jobs",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    # After Wagtail, whose policies of permissions it replaces.
    "access",
    "modelcluster",
    "taggit",
    "guardian",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
    "django.contrib.humanize",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
]

MIDDLEWARE = [
    "config.middleware.Maintenance",
    "config.middleware.ForeignLoads",
    "pages.cache.middleware.PageCacheMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "config.middleware.SecurityPolicies",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "pages.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "access.middleware.PrincipalMiddleware",
    "access.surfaces.closing.DeclaredOnly",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "network.accounts.middleware.NothingKept",
    "network.accounts.middleware.SecondFactor",
    "access.desk.gate.DeskGate",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "config.urls"
# What each room shows and who answers for it; a view that none of them names is answered to nobody.
SURFACES = [
    "access.desk.surfaces",
    "pages.surfaces",
    "library.surfaces",
    "jobs.surfaces",
    "search.surfaces",
    "network.surfaces",
    "config.surfaces",
]
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
                "network.accounts.frame.account_frame",
            ],
        },
    },
]

DATABASES = {"default": value("DATABASE_URL")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Readers never wait for a writer (WAL), and a writer takes its lock at the start of the transaction,
    # so that two of them queue instead of failing at commit.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32000;",
    }
DATABASES["default"]["CONN_MAX_AGE"] = 600
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTHENTICATION_BACKENDS = [
    "network.membership.backend.MemberBackend",
    "access.backend.PolicyBackend",
]
ANONYMOUS_USER_NAME = None
# django-guardian asks for its own backend; ours answers for what lies below an object as well.
SILENCED_SYSTEM_CHECKS = ["guardian.W001"]
# Without it, the grants of a type of page would be looked for in no table at all.
GUARDIAN_GET_CONTENT_TYPE = "access.content_types.content_type_of"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "account"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
WAGTAILADMIN_LOGIN_URL = LOGIN_URL
WAGTAIL_FRONTEND_LOGIN_URL = LOGIN_URL
# Addresses and passwords are changed where the account is, with its checks.
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False

ALLAUTH_TRUSTED_PROXY_COUNT = value("TRUSTED_PROXIES")
ACCOUNT_ADAPTER = "network.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {"signup": "network.membership.forms.ApplicationForm"}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_CONFIRMATION_ANONYMOUS_REDIRECT_URL = LOGIN_URL
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_USER_DISPLAY = "network.accounts.names.display_name"
MFA_ADAPTER = "network.accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = value("SITE_NAME")
SECOND_FACTOR_OPTIONAL = False
MAIL_PAGE = False

# Every language the project has interface translations for, or will take them in.
KNOWN_LANGUAGES = {
    "ar": _("Arabic"),
    "fr": _("French"),
    "en": _("English"),
    "es": _("Spanish"),
    "pt": _("Portuguese"),
    "sw": _("Swahili"),
}
LANGUAGES = [(code, KNOWN_LANGUAGES[code]) for code in value("MUNTADA_LANGUAGES")]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = [(code, name) for code, name in LANGUAGES if code in {"ar", "fr", "en"}]
LANGUAGE_CODE = "en" if "en" in value("MUNTADA_LANGUAGES") else LANGUAGES[0][0]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = value("TIME_ZONE")
# What an account may choose from; Debian lists files that no browser takes for a zone.
WAGTAIL_USER_TIME_ZONES = sorted(available_timezones() - {"localtime", "posixrules", "Factory"})
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = value("MEDIA_ROOT")
STORAGES = {
    "default": value("STORAGE_URL"),
    "staticfiles": {"BACKEND": "config.staticfiles.BundledStorage"},
}

PAGE_CACHE_BYTES = 32 * 1024 * 1024
CACHES = {
    "default": value("CACHE_URL"),
    # Attempts to sign in and codes that were used: counted for all processes, whatever a machine has.
    "attempts": value("CACHE_URL", default="dbcache://network_attempts"),
    # The social cards, some 60 kB each: drawn once, on disk, the oldest let go.
    "cards": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR_DIR / "cards",
        "TIMEOUT": 60 * 60 * 24 * 30,
        "OPTIONS": {"MAX_ENTRIES": 2000},
    },
}

# The default of 300 entries would let an attacker push the counts out.
if CACHES["attempts"]["BACKEND"].endswith(("DatabaseCache", "LocMemCache")):
    CACHES["attempts"]["OPTIONS"] = {"MAX_ENTRIES": 100_000}

vars().update(value("EMAIL_URL"))
DEFAULT_FROM_EMAIL = value("DEFAULT_FROM_EMAIL")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

SITE_URL = value("SITE_URL")
WAGTAIL_SITE_NAME = value("SITE_NAME")
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_I18N_ENABLED = True
WAGTAIL_ALLOW_UNICODE_SLUGS = True
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAILIMAGES_IMAGE_MODEL = "library.LibraryImage"
WAGTAILDOCS_DOCUMENT_MODEL = "library.LibraryDocument"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
# One password for all who know it, kept readable in the database, is no protection.
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "odt", "txt", "csv", "xlsx", "ods", "epub"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_DATE_FORMAT = "%Y-%m-%d"
SEARCH_URL = value("SEARCH_URL")
SEARCH_ENCODER = value("SEARCH_ENCODER")
SEARCH_ENCODER_MODEL = value("SEARCH_ENCODER_MODEL")
SEARCH_ENCODER_KEY = value("SEARCH_ENCODER_KEY")
# A process that asks for a job does it in the background, where the kind allows; a worker does it as well.
JOBS_INLINE = True
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "search.desk.backend"}}
# On by default, this would publish untranslated Arabic under /fr/.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
TAGGIT_CASE_INSENSITIVE = True
TAGGIT_STRIP_UNICODE_WHEN_SLUGIFYING = False

X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = csp.PUBLIC

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stdout": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "line"}},
    "root": {"handlers": ["stdout"], "level": value("LOG_LEVEL")},
    # Django's own handlers would mail, or print only while DEBUG is on.
    "loggers": {
        "django": {"handlers": ["stdout"], "level": value("LOG_LEVEL"), "propagate": False},
        "elastic_transport": {"level": "WARNING"},  # a line for each request otherwise
    },
}

DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a declaration of some hundred clauses is one form
