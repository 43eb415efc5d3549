"""The list of complaints behind a figure: what the address names, and how the page heads it."""

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from casework.rules.periods import Period
from casework.wording import plain_date
from complaints.screens.figures import STAGES


@dataclass(frozen=True)
class Behind:
    """The rows of one number: begun in these days, and where they stand; an empty stage is every one."""

    period: Period
    stage: str

    @property
    def heading(self) -> str:
        """«Begun from 1 April 2026 to 30 June 2026, Upheld»."""
        words = _("Begun from %(first)s to %(last)s")
        days = words % {"first": plain_date(self.period.first), "last": plain_date(self.period.last)}
        return f"{days}, {_(STAGES[self.stage])}" if self.stage else days


def behind(given: QueryDict) -> Behind | None:
    """What the address names; None where it names no days, and then the page is the person’s own list."""
    period = Period.read(given.get("begun", ""))
    if period is None:
        return None
    stage = given.get("stage", "")
    return Behind(period, stage if stage in STAGES else "")
