"""The filters of a list of cases; an address that asks for what the list does not have finds nothing."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any, Self

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.forms import PortalForm
from casework.rules.periods import Period
from casework.wording import plain_date
from enquiries.models import Lateness
from enquiries.queries.treatment import NO_GROUP
from enquiries.rules.treatment import OFFICES
from enquiries.screens import narrowing
from enquiries.screens.narrowing import Narrowing
from enquiries.states import FACES, State

Choices = Sequence[tuple[str, Any]]

STATES: Choices = [
    (narrowing.ANY, gettext_lazy("Any")),
    (narrowing.OPEN_ONES, gettext_lazy("All open")),
    *[(state.value, gettext_lazy(FACES[state].staff)) for state in State if state is not State.DRAFT],
]
DUE: Choices = [
    (narrowing.ANY, gettext_lazy("Any")),
    (narrowing.OVERDUE, gettext_lazy("Overdue")),
    (narrowing.TODAY, gettext_lazy("Due today")),
    (narrowing.SOON_DUE, gettext_lazy("Due within 3 days")),
    (narrowing.LATER, gettext_lazy("Due later")),
    (narrowing.NO_DATE, gettext_lazy("No date set")),
]
FIRST: Choices = [
    (narrowing.ANY, ""),
    (narrowing.IN_TIME, gettext_lazy("In time for the first date")),
    (narrowing.LATE, gettext_lazy("Late for the first date")),
    (narrowing.MOVED, gettext_lazy("Moved to another process in time")),
    (narrowing.UNDATED, gettext_lazy("Without a due date")),
    (narrowing.COUNTED, gettext_lazy("Counted in figures of time")),
    (narrowing.REPLIED, gettext_lazy("With a full reply")),
]
PROMISE: Choices = [
    (narrowing.ANY, ""),
    (narrowing.IN_TIME, gettext_lazy("Promise kept")),
    (narrowing.LATE, gettext_lazy("Promise not kept")),
    (narrowing.PROMISED, gettext_lazy("With a holding reply")),
]
OFFICE: Choices = [
    (narrowing.ANY, ""),
    *[(office.value, gettext_lazy(words)) for office, words in OFFICES.items()],
]
VERDICT: Choices = [
    (narrowing.ANY, ""),
    (narrowing.JUDGED, gettext_lazy("The member said whether the reply answers")),
    (narrowing.CONTENT, gettext_lazy("The reply answered the member")),
    (narrowing.NOT_CONTENT, gettext_lazy("The reply did not answer the member")),
]
REFERRAL: Choices = [
    (narrowing.ANY, ""),
    (narrowing.REFERRED, gettext_lazy("The monitoring officer was asked where it belongs")),
]
BECAUSE: Choices = [
    (narrowing.ANY, ""),
    *[(reason.value, reason.label) for reason in Lateness],
    (narrowing.NOBODY, gettext_lazy("Late, and no reason given")),
]
ACKNOWLEDGED: Choices = [
    (narrowing.ANY, ""),
    (narrowing.IN_TIME, gettext_lazy("Acknowledged in time")),
    (narrowing.COUNTED, gettext_lazy("To be acknowledged by a day")),
]
WITHHELD: Choices = [
    (narrowing.ANY, ""),
    (narrowing.COPIED, gettext_lazy("Something was withheld in the last four weeks, with a copy to you")),
]
# Without a box: only figures link to them.
HIDDEN = (
    "first",
    "promise",
    "group",
    "office",
    "verdict",
    "referral",
    "because",
    "lay",
    "acknowledged",
    "withheld",
)


class CaseFilters(PortalForm):
    """Filters that stand in the address. Some of them (`HIDDEN`) have no box: only figures link to them, and
    the form has them only where the address does.
    """

    state = forms.ChoiceField(label=gettext_lazy("Status"), choices=STATES)
    service = forms.ChoiceField(label=gettext_lazy("Service"))
    directorate = forms.ChoiceField(label=gettext_lazy("Directorate"))
    owner = forms.ChoiceField(label=gettext_lazy("Owner"))
    due = forms.ChoiceField(label=gettext_lazy("Due"), choices=DUE)
    received = forms.ChoiceField(label=gettext_lazy("Received in"))
    first = forms.ChoiceField(choices=FIRST, widget=forms.HiddenInput)
    promise = forms.ChoiceField(choices=PROMISE, widget=forms.HiddenInput)
    group = forms.ChoiceField(widget=forms.HiddenInput)
    office = forms.ChoiceField(choices=OFFICE, widget=forms.HiddenInput)
    verdict = forms.ChoiceField(choices=VERDICT, widget=forms.HiddenInput)
    referral = forms.ChoiceField(choices=REFERRAL, widget=forms.HiddenInput)
    because = forms.ChoiceField(choices=BECAUSE, widget=forms.HiddenInput)
    lay = forms.ChoiceField(widget=forms.HiddenInput)
    acknowledged = forms.ChoiceField(choices=ACKNOWLEDGED, widget=forms.HiddenInput)
    withheld = forms.ChoiceField(choices=WITHHELD, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        services: Iterable[tuple[str, str]],
        owners: Iterable[tuple[str, str]] = (),
        directorates: Iterable[tuple[str, str]] = (),
        groups: Iterable[tuple[str, str]] = (),
        today: datetime.date,
        **kwargs: Any,
    ) -> None:
        """The names to choose from; a list of one team has no directorates to choose."""
        super().__init__(*args, **kwargs)
        given = self.data or self.initial
        for name in HIDDEN:
            if not given.get(name):
                del self.fields[name]
        anything = (narrowing.ANY, _("Any"))
        nothing = (narrowing.NOBODY, _("Not sure which service"))
        self._offer("service", [anything, *services, nothing])
        self._offer(
            "owner", [anything, (narrowing.MYSELF, _("Me")), (narrowing.NOBODY, _("No owner")), *owners]
        )
        self._offer("directorate", [anything, *directorates, (narrowing.NOBODY, _("Not yet routed"))])
        self._offer("received", [anything, *_months(today), *_days(given.get("received"))])
        if "group" in self.fields:
            self._offer("group", [anything, *groups, (NO_GROUP, _("No political group"))])
        if "lay" in self.fields:
            self._offer("lay", [(narrowing.ANY, ""), *_lay(directorates)])
        if not directorates:
            del self.fields["directorate"]
            self.fields.pop("lay", None)
        self._names: dict[str, Any] = {
            "services": services,
            "owners": owners,
            "directorates": directorates,
            "groups": groups,
            "today": today,
        }

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def narrowing(self) -> Narrowing:
        """The filters in use, as far as they are choices of this list; see `refusal` for the rest."""
        self.is_valid()
        return Narrowing.read(self.cleaned_data)

    def refusal(self) -> str:
        """Where the address asks for what this list does not have, what to do; else empty.

        Such a list is empty: one that showed everything instead would be taken for what was asked for.
        """
        asked = {one.name for one in fields(Narrowing) if self.data.get(one.name)}
        if not any(name in self.errors or name not in self.fields for name in asked):
            return ""
        return _(
            "This address asks for something that this list does not have, such as a directorate or an "
            "officer of another team, so no case is shown. Clear the filters to see the list."
        )

    def shown(self) -> Self:
        """The same form as the page shows it: what was understood is chosen, and nothing is a fault."""
        return type(self)(initial=self.cleaned_data, **self._names)

    def applied(self) -> list[tuple[str, str]]:
        """Name of each filter in use, and its words: «Status: Overdue»."""
        found = []
        for name, field in self.fields.items():
            value = self.cleaned_data.get(name)
            if value:
                words = str(dict(field.choices)[value])  # type: ignore[attr-defined]
                hidden = isinstance(field.widget, forms.HiddenInput)
                found.append((name, words if hidden else f"{field.label}: {words}"))
        return found


def _lay(directorates: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    words = _("Answered late, and some days with %(directorate)s")
    for key, name in directorates:
        yield key, words % {"directorate": name}
    yield narrowing.NOBODY, _("Answered late, and some days with no team")


def _days(received: object) -> Iterable[tuple[str, str]]:
    """The two days that the address names, where it names a period that is no month of the list."""
    period = Period.read(received) if isinstance(received, str) else None
    if period is not None:
        words = _("%(first)s to %(last)s")
        yield period.key, words % {"first": plain_date(period.first), "last": plain_date(period.last)}


def _months(today: datetime.date) -> Iterable[tuple[str, str]]:
    """This month and the twelve before."""
    for back in range(13):
        count = today.year * 12 + today.month - 1 - back
        year, month = divmod(count, 12)
        yield f"{year}-{month + 1:02}", date_format(datetime.date(year, month + 1, 1), "F Y")
