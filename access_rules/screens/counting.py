"""The list of requests behind a figure: what the address names, and how the page heads it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from access_rules.queries.counting import ENDS, NO_GROUP
from casework.rules.periods import Period
from casework.wording import plain_date
from council.models import PoliticalGroup
from rulebook.wording import gettext_noop

END_WORDS: Mapping[str, str] = {
    "yes": gettext_noop("Yes"),
    "partly": gettext_noop("Partly"),
    "no": gettext_noop("No"),
    "referred": gettext_noop("With a person to decide"),
    "to-find": gettext_noop("To be found in the register"),
    "withdrawn": gettext_noop("Withdrawn"),
}


@dataclass(frozen=True)
class Behind:
    """The rows of one number: asked in these days, how it ended, and by whose group."""

    period: Period
    end: str
    group: str

    @property
    def heading(self) -> str:
        """«Asked from 1 April 2026 to 30 June 2026: No»."""
        words = _("Asked from %(first)s to %(last)s")
        days = words % {"first": plain_date(self.period.first), "last": plain_date(self.period.last)}
        parts = [days, _(END_WORDS[self.end]) if self.end else "", self._group_words()]
        return ", ".join(part for part in parts if part)

    def _group_words(self) -> str:
        if self.group == NO_GROUP:
            return _("officers, and members without a group")
        found = PoliticalGroup.objects.filter(pk=self.group).first() if self.group else None
        return found.name if found else ""


def behind(given: QueryDict) -> Behind | None:
    """What the address names; None where it names no days, and then the page is the list of what waits."""
    period = Period.read(given.get("asked", ""))
    if period is None:
        return None
    end, group = given.get("end", ""), given.get("group", "")
    is_group = group == NO_GROUP or (group.isascii() and group.isdecimal() and len(group) < 10)
    return Behind(period, end if end in ENDS else "", group if is_group else "")
