"""Who changed which post, rule or entry: the history of the registers, one register at a time.

Of declarations of interest and of close relationships the policies of their own pages say who reads which.
"""

import csv
import datetime
import io
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from access_rules.policies.interests import may_keep_interests
from access_rules.screens.interests import NOT_SHOWN
from casework.files.spreadsheets import harmless
from complaints.queries.relationships import known_to
from council.admin.history import Change, changes_among
from council.models import Interest, User
from council.queries import Standing
from protocol_portal.audit.people import people_called

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
    "council.Interest",
    "council.Relationship",
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


# Of these the reader knows no row, or not each: which events, None for none at all.
_KNOWN: Mapping[str, Callable[[Standing], Q | None]] = {
    "council.Interest": lambda who: Q() if may_keep_interests(who).allowed else None,
    "council.Relationship": lambda who: Q(pgh_obj_id__in=known_to(who).values("pk")),
}


def registers(who: Standing, *, for_file: bool = False) -> list[tuple[str, str]]:
    """Each register that the person may read, by its name in the address, and its name in plain words.

    No file is made of a private one: how many rows it had would stand in the record.
    """
    found = []
    for label in REGISTERS:
        model = apps.get_model(label)
        if _known(who, model) is not None and not (for_file and is_private(model)):
            words = str(model._meta.verbose_name_plural)
            found.append((label.lower(), f"{words[:1].upper()}{words[1:]}"))
    return found


def is_private(model: type[models.Model]) -> bool:
    """Whether keepers of registers neither read nor count it."""
    return bool(getattr(model, "is_private", False))


def _known(who: Standing, model: type[models.Model]) -> Q | None:
    known = _KNOWN.get(model._meta.label)
    return known(who) if known else Q()


def register_of(chosen: Mapping[str, str]) -> type[models.Model]:
    """The register that is asked for; the posts where none is."""
    wanted = chosen.get("register", "")
    label = next((one for one in REGISTERS if one.lower() == wanted), REGISTERS[0])
    return apps.get_model(label)


def found(who: Standing, chosen: Mapping[str, str]) -> models.QuerySet[Any]:
    """The changes that the search finds, of rows of which the person may know; the caller orders them."""
    tracked: Any = register_of(chosen)
    known = _known(who, tracked)
    rows: models.QuerySet[Any] = tracked.pgh_event_model.objects.select_related("pgh_context")
    rows = rows.none() if known is None else rows.filter(known)
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
    model, rows = register_of(chosen), list(events)
    return changes_among(model, rows, mask=_mask(rows) if model is Interest else None)


def _mask(events: Iterable[Any]) -> Callable[[Any], None]:
    """What an interest is in is shown of none that is or was sensitive."""
    tracked: Any = Interest
    rows = tracked.pgh_event_model.objects.filter(pgh_obj_id__in={one.pgh_obj_id for one in events})
    sensitive = set(rows.filter(is_sensitive=True).values_list("pgh_obj_id", flat=True))

    def mask(event: Any) -> None:
        if event.pgh_obj_id in sensitive:
            event.matter = _(NOT_SHOWN)

    return mask


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
