"""What is typed of reports: which one, the foreword, the committee and its meeting."""

import datetime
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.forms import DateField, OnceForm
from casework.forms.disputes import WordsField
from casework.models import Report
from casework.queries.reports import committees
from casework.rules.periods import Period, quarter_of, year_of
from council.models import Body
from protocol_portal.reports.shown import title_of

LONGEST_FOREWORD = 4_000
YEARS_OFFERED, QUARTERS_OFFERED = 3, 5
FURTHEST = datetime.timedelta(days=366)


def offered(today: datetime.date) -> Iterable[tuple[str, Period]]:
    """Which reports may be asked for: the year and the quarter that go on, and those before them."""
    period = year_of(today)
    for _place in range(YEARS_OFFERED):
        yield Report.Kind.ANNUAL, period
        period = period.before
    period = quarter_of(today)
    for _place in range(QUARTERS_OFFERED):
        yield Report.Kind.QUARTER, period
        period = period.before


def _label(kind: str, period: Period, today: datetime.date) -> str:
    title = title_of(kind, period)
    return _("%(report)s, so far") % {"report": title} if period.last >= today else title


class MakeForm(OnceForm):
    """Which report is to be made."""

    which = forms.ChoiceField(
        label=gettext_lazy("Which report?"),
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Only a report on days that are over can be given to a committee."),
        error_messages=dict.fromkeys(("required", "invalid_choice"), gettext_lazy("Choose a report")),
    )

    def __init__(self, *given: Any, today: datetime.date, **options: Any) -> None:
        """Those of the last years and quarters, the one that goes on first."""
        super().__init__(*given, **options)
        self.offered = {f"{kind}:{period.key}": (kind, period) for kind, period in offered(today)}
        self.fields["which"].choices = [  # type: ignore[attr-defined]
            (key, _label(kind, period, today)) for key, (kind, period) in self.offered.items()
        ]

    def chosen(self) -> tuple[str, Period]:
        """The kind and the period."""
        return self.offered[self.cleaned_data["which"]]


class ForewordForm(OnceForm):
    """The monitoring officer’s own words; empty takes them out again."""

    words = WordsField(
        label=gettext_lazy("Foreword"),
        rows=12,
        max_length=LONGEST_FOREWORD,
        required=False,
        help_text=gettext_lazy(
            "It stands before the figures, for every reader. Name nobody, and give no number that the report "
            "does not show. Leave it empty to have none."
        ),
    )


class GiveForm(OnceForm):
    """Which committee has it, for which meeting."""

    committee = forms.ModelChoiceField(
        Body.objects.none(),
        label=gettext_lazy("Committee"),
        empty_label=gettext_lazy("Choose a committee"),
        error_messages=dict.fromkeys(("required", "invalid_choice"), gettext_lazy("Choose a committee")),
        help_text=gettext_lazy("Its members read the report from now on."),
    )
    meeting_on = DateField(
        label=gettext_lazy("Day of its meeting"),
        help_text=gettext_lazy("Every member reads the report from this day."),
        error_messages={"required": gettext_lazy("Enter the day of the meeting")},
    )

    def __init__(self, *given: Any, today: datetime.date, **options: Any) -> None:
        """The bodies that sit on the day."""
        super().__init__(*given, **options)
        self.today = today
        self.fields["committee"].queryset = committees(on=today)  # type: ignore[attr-defined]

    def clean_meeting_on(self) -> datetime.date:
        """Today or later, and within a year."""
        day: datetime.date = self.cleaned_data["meeting_on"]
        if day < self.today:
            raise forms.ValidationError(_("The day of the meeting must be today or later"))
        if day > self.today + FURTHEST:
            raise forms.ValidationError(_("The day of the meeting must be within a year"))
        return day
