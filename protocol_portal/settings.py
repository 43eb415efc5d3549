"""Settings, read once from the environment; `.env.example` explains each variable."""

from pathlib import Path

import django_stubs_ext
from csp.constants import NONE, SELF
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from protocol_portal import environment

# Django's classes take types in brackets (`ModelAdmin[Person]`) when the code runs, too.
django_stubs_ext.monkeypatch()

BASE_DIR = Path(__file__).resolve().parent.parent

# What a council decides.
PROTOCOL = environment.text("PROTOCOL", "waltham-forest")
PORTAL_ADDRESS = environment.text("PORTAL_ADDRESS", "http://127.0.0.1:8000")
DEMONSTRATION = environment.flag("DEMONSTRATION")
SCENARIOS = environment.text("SCENARIOS", "")

DEBUG = environment.flag("DEBUG")
SECRET_KEY = environment.text("SECRET_KEY")
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS", "127.0.0.1,localhost")
CSRF_TRUSTED_ORIGINS = environment.words("CSRF_TRUSTED_ORIGINS", PORTAL_ADDRESS)
SECURE = PORTAL_ADDRESS.startswith("https://")

INSTALLED_APPS = [
    "protocol_portal.apps.PortalConfig",
    "enquiries",
    "complaints",
    "briefings",
    "access_rules",
    "casework",
    "council",
    "protocol_portal.apps.PortalAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
    "django_celery_beat",
    "guardian",
    "pghistory",
    "pgtrigger",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "protocol_portal.middleware.without_nul",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "protocol_portal.middleware.signed_in_pages",
    "council.middleware.people_in_post",
    "pghistory.middleware.HistoryMiddleware",
]

ROOT_URLCONF = "protocol_portal.urls"
WSGI_APPLICATION = "protocol_portal.wsgi.application"
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
                "protocol_portal.context.portal",
            ],
        },
    },
]
FORM_RENDERER = "protocol_portal.govuk.GovukRenderer"

# DATABASE_ROLE=owner is for migrations alone (manage.py sets it); the application role can do less.
DATABASE_ROLE = environment.text("DATABASE_ROLE", "application")
DATABASES = {
    "default": environment.database("DATABASE_OWNER_URL" if DATABASE_ROLE == "owner" else "DATABASE_URL")
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
APPLICATION_ROLE = environment.text("APPLICATION_ROLE", "application")

REDIS_URL = environment.text("REDIS_URL")
CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}}
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
CSRF_FAILURE_VIEW = "protocol_portal.views.errors.stale_form"
SECURE_SSL_REDIRECT = SECURE
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF, *environment.origins("OIDC_SERVER_URL")],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

# Sign-in: accounts exist by invitation; a second factor is asked of the posts that council names.
AUTH_USER_MODEL = "council.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
ACCOUNT_ADAPTER = "council.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if SECURE else "http"
ACCOUNT_FORMS = {
    "login": "council.forms.sign_in.SignInForm",
    "reset_password": "council.forms.sign_in.ForgottenPasswordForm",
    "reset_password_from_key": "council.forms.sign_in.NewPasswordForm",
    "change_password": "council.forms.sign_in.OtherPasswordForm",
    "set_password": "council.forms.sign_in.FirstPasswordForm",
    "reauthenticate": "council.forms.sign_in.PasswordAgainForm",
}
MFA_FORMS = {
    "authenticate": "council.forms.sign_in.CodeForm",
    "reauthenticate": "council.forms.sign_in.CodeAgainForm",
    "activate_totp": "council.forms.sign_in.SetUpAppForm",
    "add_webauthn": "council.forms.sign_in.AddKeyForm",
    "edit_webauthn": "council.forms.sign_in.RenameKeyForm",
}
ALLAUTH_TRUSTED_PROXY_COUNT = environment.number("TRUSTED_PROXIES", 0)
MFA_ADAPTER = "council.adapters.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE
# A council's own provider (OpenID Connect) opens logins that exist, by its own number or a checked address.
SOCIALACCOUNT_ADAPTER = "council.adapters.SocialAccountAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_PROVIDERS = environment.identity_provider()
LOGIN_URL = reverse_lazy("account_login")
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
# Guardian keeps grants by name; its backend is left out, because nobody asks user.has_perm about a thing.
SILENCED_SYSTEM_CHECKS = ["guardian.W001"]
GUARDIAN_MONKEY_PATCH_USER = False
ANONYMOUS_USER_NAME = None

# Letters leave through the worker (casework); without a mail server they are written to the console.
EMAIL_BACKEND = environment.text("EMAIL_BACKEND", "django.core.mail.backends.smtp.EmailBackend")
EMAIL_HOST = environment.text("EMAIL_HOST", "127.0.0.1")
EMAIL_PORT = environment.number("EMAIL_PORT", 25)
EMAIL_HOST_USER = environment.text("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = environment.text("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = environment.flag("EMAIL_USE_TLS")
EMAIL_TIMEOUT = 20
EMAIL_FILE_PATH = environment.text("EMAIL_FILE_PATH", str(BASE_DIR / ".portal" / "mail"))
DEFAULT_FROM_EMAIL = environment.text("DEFAULT_FROM_EMAIL", "Protocol portal <portal@council.example>")

CELERY_BROKER_URL = environment.broker(REDIS_URL)
CELERY_BEAT_SCHEDULER = "django_celery_beat.schedulers:DatabaseScheduler"
CELERY_TIMEZONE = "Europe/London"
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# A dead broker holds nobody up who sends a form: what is owed stands in the database, and the sweep finds it.
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "max_retries": 0,
    "connect_retries_timeout": 2,
    "socket_connect_timeout": 2,
}

# The chains of events: their heads are kept in a file outside the database; history rows are never changed.
HEADS_FILE = environment.text("HEADS_FILE", str(BASE_DIR / ".portal" / "heads.tsv"))
PGHISTORY_APPEND_ONLY = True

# A virus scanner (clamd): the path of its socket, or host:port. Without one, each file says «Not scanned».
CLAMD_SOCKET = environment.text("CLAMD_SOCKET", "")

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/London"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "static" / "collected"
STATICFILES_DIRS = [BASE_DIR / "static" / "portal"]
MEDIA_ROOT = Path(environment.text("FILES", str(BASE_DIR / ".portal" / "files")))
# A council collects the static files once (docs/running.md); where nobody has, they are served as they stand.
COLLECTED = (STATIC_ROOT / "staticfiles.json").exists()
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = not COLLECTED
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if COLLECTED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
# Text beyond what any box takes is still read, so that the page can name the box and keep the rest.
DATA_UPLOAD_MAX_MEMORY_SIZE = 16_777_216
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "casework.files.uploading.ToDisk",
]
