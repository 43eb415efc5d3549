"""Directorates and teams that a row names: those that stand, and those that it makes."""

from django.utils.translation import gettext as _

from council.files.cells import Cells, RowRefused
from council.files.entries import Entry, Registers


def directorate_and_team(registers: Registers, cells: Cells) -> tuple[Entry | None, Entry | None]:
    """Both as the row names them, new ones not yet taken in; a team that stands tells its directorate.

    RowRefused for a new team without a directorate.
    """
    directorate = _named(registers, "directorate", cells.text("directorate"))
    name = cells.text("team")
    team = _named(registers, "team", name)
    if team is None:
        return directorate, None
    if team.now.get("directorate") is None:
        if directorate is None:
            raise RowRefused(
                _("There is no team “%(team)s”. Enter its directorate, and it is made.") % {"team": name}
            )
        team.now = {"name": name, "directorate": directorate}
    return directorate or team.now["directorate"], team


def _named(registers: Registers, kind: str, name: str) -> Entry | None:
    if not name:
        return None
    found = registers.named(kind, name)
    return found[0] if found else Entry(kind, {"name": name})
