"""The same settings, with what makes a test quick and its mail visible."""

from protocol_portal import environment
from protocol_portal.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# A process that a test starts writes its mail to files, where the test can read it.
EMAIL_BACKEND = environment.text("EMAIL_BACKEND", "django.core.mail.backends.locmem.EmailBackend")
# Static files come from their sources: nothing needs to be collected before a test.
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
