#!/usr/bin/env python
"""Django's command line. `script/manage` starts the database and the broker first, where they are ours."""

import os
import sys

from django.core.management import execute_from_command_line

# Commands that change the shape of the database run under the owner role; everything else, the
# development server and the tests included, runs under the application role, which can do less.
OWNER_COMMANDS = {"migrate", "grant_rights", "sqlmigrate", "createcachetable"}

# Commands that need neither database nor broker, so that they run in a checkout where nothing is set;
# with --local they read this council's terms, and need both.
OFFLINE_COMMANDS = {"protocol_answer", "protocol_check", "print_rules"}

if __name__ == "__main__":
    offline = len(sys.argv) > 1 and sys.argv[1] in OFFLINE_COMMANDS and "--local" not in sys.argv
    os.environ.setdefault(
        "DJANGO_SETTINGS_MODULE",
        "protocol_portal.settings_offline" if offline else "protocol_portal.settings",
    )
    if len(sys.argv) > 1 and sys.argv[1] in OWNER_COMMANDS:
        os.environ.setdefault("DATABASE_ROLE", "owner")
    execute_from_command_line(sys.argv)
