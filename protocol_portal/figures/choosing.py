"""Which days figures are of: months, quarters and years by name, since an election, or two days."""

import datetime
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings.queries.parity import last_election
from casework.forms import DateField, PortalForm
from casework.rules.periods import Period, month_of, quarter_of, year_of
from casework.wording import plain_date

# So many months, quarters and council years are offered, the one that goes on first.
MONTHS, QUARTERS, YEARS = 4, 5, 3
# More days than these say nothing of a council today.
LONGEST = datetime.timedelta(days=366 * 10)


def days_of(period: Period) -> str:
    """«1 April 2026 to 30 June 2026»."""
    words = _("%(first)s to %(last)s")
    return words % {"first": plain_date(period.first), "last": plain_date(period.last)}


def is_period(words: str) -> bool:
    """Whether an address names two days in their order, and no more than ten years."""
    period = Period.read(words)
    return period is not None and period.last - period.first <= LONGEST


def offered(today: datetime.date) -> list[tuple[Period, str]]:
    """The periods by name; a name that means the same days as one before it is left out."""
    found: dict[Period, str] = {}
    for period in _back(year_of(today), YEARS):
        words = _("Council year %(first)d/%(last)02d")
        found[period] = words % {"first": period.first.year, "last": period.last.year % 100}
    for period in _back(quarter_of(today), QUARTERS):
        found.setdefault(period, _quarter(period))
    for period in _back(month_of(today), MONTHS):
        found.setdefault(period, date_format(period.first, "F Y"))
    elected_on = last_election(on=today)
    if elected_on is not None:
        words = _("Since the election of %(day)s")
        found.setdefault(Period(elected_on, today), words % {"day": plain_date(elected_on)})
    return list(found.items())


def apart(today: datetime.date) -> list[tuple[Period, str]]:
    """Quarters that are over, for whoever is not shown small numbers: no two have a day in common.

    A quarter less two of its months is the third, whatever each page hides by itself; and of days that go on,
    the page of today less that of yesterday is one case.
    """
    return [(period, _quarter(period)) for period in _back(quarter_of(today).before, QUARTERS)]


def _quarter(period: Period) -> str:
    words = _("Quarter from %(first)s to %(last)s")
    return words % {"first": date_format(period.first, "F"), "last": date_format(period.last, "F Y")}


def _back(period: Period, count: int) -> Iterable[Period]:
    for _one in range(count):
        yield period
        period = period.before


class PeriodForm(PortalForm):
    """A GET form: one of the periods, or two days, which win where both are given."""

    period = forms.ChoiceField(
        label=gettext_lazy("Period"),
        required=False,
        error_messages={"invalid_choice": gettext_lazy("Choose one of the periods of the list")},
    )
    first = DateField(label=gettext_lazy("Or from your own first day"), required=False)
    last = DateField(label=gettext_lazy("To your own last day"), required=False)

    def __init__(self, *args: Any, today: datetime.date, only_apart: bool = False, **kwargs: Any) -> None:
        """Offers the periods of the day, and the one that the address names.

        With `only_apart` no two that share a day, and none of one's own: whoever is not shown small numbers
        would have them by asking for two.
        """
        super().__init__(*args, **kwargs)
        names = apart(today) if only_apart else offered(today)
        self.first_offered = names[0][0]
        asked = Period.read((self.data or self.initial).get("period", ""))
        if only_apart:
            del self.fields["first"], self.fields["last"]
        elif asked is not None and asked not in dict(names):
            names.insert(0, (asked, days_of(asked)))
        self.fields["period"].choices = [  # type: ignore[attr-defined]
            (period.key, words) for period, words in names
        ]

    def clean(self) -> dict[str, Any]:
        """Two days, or none; the later one last."""
        given = self.cleaned_data
        first, last = given.get("first"), given.get("last")
        if self.errors or (first is None and last is None):
            return given
        if first is None:
            self.add_error("first", _("Enter your own first day too"))
        elif last is None:
            self.add_error("last", _("Enter your own last day too"))
        elif last < first:
            self.add_error("last", _("The end date must be after the start date"))
        elif last - first > LONGEST:
            self.add_error("last", _("Choose ten years or less"))
        return given

    def chosen(self) -> Period:
        """The period that is asked for; with a fault, or nothing asked, the first one offered."""
        if not self.is_valid():
            return self.first_offered
        first, last = self.cleaned_data.get("first"), self.cleaned_data.get("last")
        if first and last:
            return Period(first, last)
        return Period.read(self.cleaned_data.get("period", "")) or self.first_offered
