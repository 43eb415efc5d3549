"""Who changed which post, rule or entry: the history of the registers, one register at a time."""

import csv
import datetime
import io
from collections.abc import Iterable, Mapping
from typing import Any

from django.apps import apps
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.files.spreadsheets import harmless
from council.admin.history import Change, changes_among
from council.models import User
from protocol_portal.audit.looked import people_called

# In the order of the page: what gives a right first, then what a rule says, then the rest of the registers.
REGISTERS = (
    "council.PostHolding",
    "council.OfficerAppointment",
    "council.MemberTerm",
    "council.GroupMembership",
    "council.GroupAssistant",
    "council.MemberAssistant",
    "council.Seat",
    "council.Portfolio",
    "council.Absence",
    "casework.LocalTerm",
    "casework.ClosureDay",
    "casework.BankHoliday",
    "casework.Election",
    "casework.Guidance",
    "casework.CompanionDocument",
    "casework.ReplyTemplate",
    "casework.StandingParagraph",
    "council.CodeToSign",
    "council.Person",
    "council.PoliticalGroup",
    "council.Body",
    "council.Service",
    "council.Team",
    "council.Directorate",
    "council.Administration",
    "council.WorkProgrammeItem",
    "council.Ward",
    "council.CouncilProfile",
)


def registers() -> list[tuple[str, str]]:
    """Each register by its name in the address, and its name in plain words."""
    found = []
    for label in REGISTERS:
        words = str(apps.get_model(label)._meta.verbose_name_plural)
        found.append((label.lower(), f"{words[:1].upper()}{words[1:]}"))
    return found


def register_of(chosen: Mapping[str, str]) -> type[models.Model]:
    """The register that is asked for; the posts where none is."""
    wanted = chosen.get("register", "")
    label = next((one for one in REGISTERS if one.lower() == wanted), REGISTERS[0])
    return apps.get_model(label)


def found(chosen: Mapping[str, str]) -> models.QuerySet[Any]:
    """The changes that the search finds; the caller orders them."""
    tracked: Any = register_of(chosen)
    rows: models.QuerySet[Any] = tracked.pgh_event_model.objects.select_related("pgh_context")
    for name, test in (("first", "pgh_created_at__gte"), ("last", "pgh_created_at__lt")):
        if name in chosen:
            day = datetime.date.fromisoformat(chosen[name]) + datetime.timedelta(days=name == "last")
            moment = datetime.datetime.combine(day, datetime.time())
            rows = rows.filter(**{test: timezone.make_aware(moment)})
    words = chosen.get("q", "").strip()
    if words:
        logins = list(User.objects.filter(person__in=people_called(words)).values_list("pk", flat=True))
        rows = rows.filter(pgh_context__metadata__user__in=logins)
    return rows


def lines(chosen: Mapping[str, str], events: Iterable[Any]) -> list[Change]:
    """The changes in words, each with the row as it was called then."""
    return changes_among(register_of(chosen), list(events))


def as_csv(chosen: Mapping[str, str], events: Iterable[Any]) -> tuple[str, int]:
    """The file and its number of rows."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([_("Who"), _("When"), _("Entry"), _("What changed")])
    every = lines(chosen, events)
    for one in every:
        at = timezone.localtime(one.at).isoformat(timespec="minutes")
        writer.writerow([harmless(cell) for cell in (one.by, at, one.row, "; ".join(one.lines))])
    return out.getvalue(), len(every)
