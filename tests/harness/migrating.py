"""`migrate` for an empty database, in a tenth of the time: python -m tests.harness.migrating

After each of a thousand operations Django builds anew, in memory, every model that is related to the one that
changed; here all are, by way of a person, and that takes a minute. Building the changed one alone makes the
same tables, which test_scripts.py holds against those of the plain command. A migration that runs Python gets
all models built anew, as Django does itself for models whose building it put off.
"""

import sys

from django.core.management import execute_from_command_line
from django.db.migrations.state import ProjectState


def only_itself(
    state: ProjectState, app_label: str, model_name: str, delay: bool = False
) -> set[tuple[str, str]]:
    """The models to build anew when that one changes."""
    state.is_delayed = True
    return {(app_label, model_name)}


if __name__ == "__main__":
    ProjectState._find_reload_model = only_itself
    execute_from_command_line(["manage.py", "migrate", *sys.argv[1:]])
