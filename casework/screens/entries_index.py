"""The index of the text’s registers: first those of the person, then what others enter."""

import datetime
from dataclasses import dataclass

from django.db.models import Count, Max
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.policies.entries import may_enter
from casework.queries.entries import visible_to
from casework.screens.entries import Line
from casework.wording import plain_date
from council.queries import Standing
from rulebook.protocol import Protocol
from rulebook.register import Register


@dataclass(frozen=True)
class IndexRow:
    """One register in the index: what it is for, how many entries the person may read, when the last was."""

    title: str
    url: str
    says: Line
    count: str
    enter_url: str


def index(who: Standing, text: Protocol) -> tuple[list[tuple[str, list[IndexRow]]], list[IndexRow]]:
    """The registers of the text under their headings, and after them those in which the person may neither
    enter nor read anything yet; one query for all figures.
    """
    figures = {
        kind: (number, last)
        for kind, number, last in visible_to(who)
        .filter(protocol=text.key)
        .order_by()
        .values_list("register")
        .annotate(Count("pk"), Max("entered_at"))
    }
    own: dict[str, list[IndexRow]] = {}
    others: list[IndexRow] = []
    for register in text.registers:
        number, last = figures.get(register.kind.value, (0, None))
        row = _index_row(who, register, number, last)
        at = own.setdefault(_(register.kind.group), []) if number or row.enter_url else others
        at.append(row)
    return list(own.items()), others


def _index_row(who: Standing, register: Register, number: int, last: datetime.datetime | None) -> IndexRow:
    kind = register.kind
    count = _("No entries that you can read yet")
    if last is not None:
        day = plain_date(timezone.localdate(last))
        count = _("Entries that you can read: %(number)d, the last of %(day)s") % {
            "number": number,
            "day": day,
        }
    may = may_enter(who, register).allowed
    return IndexRow(
        title=_(kind.heading),
        url=reverse("notices-of", args=[kind.value]),
        says=Line(_(kind.says), register.cites),
        count=count,
        enter_url=reverse("notice-enter", args=[kind.value]) if may else "",
    )
