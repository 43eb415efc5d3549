"""Settings of the commands that need neither database nor broker: they run where nothing is set."""

import os

# The real settings stop where these are missing, rightly: a portal must not start on a default secret.
for _name, _value in {
    "SECRET_KEY": "no-session-is-signed-here",
    "DATABASE_URL": "postgresql:///",
    "REDIS_URL": "redis://127.0.0.1:1",
}.items():
    os.environ.setdefault(_name, _value)

from protocol_portal.settings import *  # noqa: E402, F403

# A command that did reach for the database would be told that there is none.
DATABASES = {}
# Nor is there anybody who could open the admin.
INSTALLED_APPS = [app for app in INSTALLED_APPS if "Admin" not in app]  # noqa: F405
