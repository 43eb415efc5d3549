"""Who changed a row of a register, when and how: read from pghistory, in the words of the labels."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext

from council.files.dated import written
from council.models import Person, User

# Columns by which a row is known.
_NAMING = frozenset({"post", "name", "title", "first_name", "last_name", "job_title", "duty", "on", "matter"})
# Rows of other registers by their class and number, in words.
Names = Mapping[tuple[type[models.Model], Any], str]


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a row, as the history page shows it."""

    at: Any
    by: str
    lines: list[str]
    row: str = ""


def changes_of(row: models.Model) -> list[Change]:
    """Every recorded change of a row, the newest first, in the words of its labels.

    However long the history is, it takes one query for each register that the row names. A person's own
    history tells too which entries were merged into theirs.
    """
    tracked: Any = row
    if not hasattr(tracked, "events"):
        return []
    events = list(tracked.events.select_related("pgh_context").order_by("pgh_created_at", "pgh_id"))
    merged = _merged_into(row) if isinstance(row, Person) else []
    keepers = _keepers({_login_of(event) for event in (*events, *merged)})
    names = _names(row, events)
    changes, before = [], None
    for event in events:
        changes.append(_change(event, keepers, _lines(row, before, event, names)))
        before = event
    changes += [_change(event, keepers, [_said_of_merged(event)]) for event in merged]
    # Sorting keeps the order of what happened at one moment, so the newest stands first there too.
    changes.reverse()
    return sorted(changes, key=lambda change: change.at, reverse=True)


def changes_among(
    model: type[models.Model], events: list[Any], *, mask: Callable[[Any], None] | None = None
) -> list[Change]:
    """These changes of one register, in their order, each against what stood before and with its row’s name.

    However many rows there are, it takes two queries and one for each register that they name. `mask` takes
    from an event what its reader is not shown.
    """
    tracked: Any = model
    rows = {event.pgh_obj_id for event in events}
    before = _before_each(tracked.pgh_event_model.objects.filter(pgh_obj_id__in=rows))
    keepers = _keepers({_login_of(event) for event in events})
    stood = [one for one in before.values() if one]
    if mask is not None:
        for event in (*events, *stood):
            mask(event)
    names = _names(model(), [*events, *stood])
    return [
        Change(
            event.pgh_created_at,
            keepers.get(_login_of(event), gettext("The portal")),
            _lines(model(), before.get(event.pgh_id), event, names) or [_without_lines(event)],
            _called(model, event, names),
        )
        for event in events
    ]


def _without_lines(event: Any) -> str:
    """Of a row that was taken out nothing reads differently; nor of one that was saved as it stood."""
    return gettext("Taken out") if event.pgh_label == "delete" else gettext("Saved as it stood")


def _before_each(events: Any) -> dict[int, Any]:
    """What stood before each event of these rows, by the event’s number; None for the first."""
    found: dict[int, Any] = {}
    last: dict[int, Any] = {}
    for event in events.order_by("pgh_created_at", "pgh_id"):
        found[event.pgh_id] = last.get(event.pgh_obj_id)
        last[event.pgh_obj_id] = event
    return found


def _called(model: type[models.Model], event: Any, names: Names) -> str:
    """The row by what it names: the people, posts and places in it, or its own words."""
    said = [
        _shown(field, getattr(event, field.attname), names)
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) or field.name in _NAMING
        if getattr(event, field.attname, None) not in (None, "")
    ]
    return ", ".join(dict.fromkeys(said[:3])) or str(event.pgh_obj_id)


def _change(event: Any, keepers: Mapping[int | None, str], lines: list[str]) -> Change:
    by = keepers.get(_login_of(event), gettext("The portal"))
    return Change(event.pgh_created_at, by, lines)


def _merged_into(person: Person) -> list[Any]:
    """The moment at which each entry that was the same person became part of this one."""
    tracked: Any = Person
    seen: dict[int, Any] = {}
    rows = tracked.pgh_event_model.objects.filter(merged_into_id=person.pk).select_related("pgh_context")
    for event in rows.order_by("pgh_created_at", "pgh_id"):
        seen.setdefault(event.pgh_obj_id, event)
    return list(seen.values())


def _said_of_merged(event: Any) -> str:
    name = f"{event.first_name} {event.last_name}"
    return gettext("%(name)s (number %(number)s) was merged into this entry.") % {
        "name": name,
        "number": event.pgh_obj_id,
    }


def _login_of(event: Any) -> int | None:
    """The login that pghistory's middleware noted, or None for a command."""
    found = event.pgh_context.metadata.get("user") if event.pgh_context else None
    return int(found) if found else None


def _keepers(logins: set[int | None]) -> dict[int | None, str]:
    users = User.objects.filter(pk__in=[pk for pk in logins if pk]).select_related("person__merged_into")
    return {user.pk: user.person.name if user.person else user.email for user in users}


def _names(row: models.Model, events: Iterable[Any]) -> Names:
    """What every related row that the history names is called: one query for each register."""
    wanted: dict[type[models.Model], set[Any]] = defaultdict(set)
    for field in row._meta.concrete_fields:
        if isinstance(field, models.ForeignKey):
            wanted[field.related_model].update(getattr(event, field.attname, None) for event in events)
    found: dict[tuple[type[models.Model], Any], str] = {}
    for model, keys in wanted.items():
        rows = model._default_manager.filter(pk__in=keys - {None})
        if model is Person:
            rows = rows.select_related("merged_into")
        found |= {(model, one.pk): str(one) for one in rows}
    return found


def _lines(row: models.Model, before: Any, after: Any, names: Names) -> list[str]:
    """«Last day: nothing → 4 May 2026», for each column that changed."""
    lines = []
    for field in row._meta.concrete_fields:
        if field.primary_key:
            continue
        old = getattr(before, field.attname, None) if before else None
        new = getattr(after, field.attname, None)
        if old != new:
            label = str(field.verbose_name)
            shown = f"{label[:1].upper()}{label[1:]}"
            lines.append(f"{shown}: {_shown(field, old, names)} → {_shown(field, new, names)}")
    return lines


def _shown(field: Any, value: Any, names: Names) -> str:
    """A related row by its name, a choice by its label (a post by its title in the text), a tick in words."""
    if value in (None, ""):
        return gettext("nothing")
    if isinstance(field, models.ForeignKey):
        return names.get((field.related_model, value), str(value))
    if isinstance(value, datetime.datetime):
        return _moment(timezone.localtime(value))
    if isinstance(value, datetime.date):
        return written(value)
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    return str(dict(field.flatchoices).get(value, value))


def _moment(local: datetime.datetime) -> str:
    """«11 May 2026 at 2:05pm»."""
    time = f"{local.hour % 12 or 12}:{local:%M}{'am' if local.hour < 12 else 'pm'}"
    return gettext("%(day)s at %(time)s") % {"day": written(local.date()), "time": time}
