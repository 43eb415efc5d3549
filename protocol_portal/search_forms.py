"""The box of a search and what narrows it; all of it stands in the address."""

import datetime
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.forms import DateField, PortalForm
from casework.wording import long_date
from council.models import Body, Directorate, Service
from protocol_portal.searching import BODY, DATES, DIRECTORATE, KINDS, LONGEST, SERVICE, STATE, Kind

NARROWING = ("kind", "since", "until", "state", "service", "directorate", "body")
# Which property of a kind a filter asks for; «kind» asks for none.
_ASKS = {
    "since": DATES,
    "until": DATES,
    "state": STATE,
    "service": SERVICE,
    "directorate": DIRECTORATE,
    "body": BODY,
}
_DAYS = ("since", "until")


class SearchForm(PortalForm):
    """A filter that is not used, or that nobody offers, narrows nothing; a day that is none is told."""

    q = forms.CharField(label=gettext_lazy("Words or number"), max_length=LONGEST, required=False)
    kind = forms.ChoiceField(label=gettext_lazy("What"))
    since = DateField(label=gettext_lazy("From"))
    until = DateField(label=gettext_lazy("To"))
    state = forms.ChoiceField(
        label=gettext_lazy("State"),
        choices=[
            ("", gettext_lazy("Any")),
            ("open", gettext_lazy("Open")),
            ("closed", gettext_lazy("Closed")),
        ],
    )
    service = forms.ChoiceField(label=gettext_lazy("Service"))
    directorate = forms.ChoiceField(label=gettext_lazy("Directorate"))
    body = forms.ChoiceField(label=gettext_lazy("Body"))

    def __init__(self, query: QueryDict, *, on: datetime.date) -> None:
        """The names to choose from are those of the registers, whatever anybody may see of their cases."""
        data = query.copy()
        data["q"] = query.get("q", "")[:LONGEST]
        super().__init__(data)
        self.was_sent = "q" in query
        self._offer("kind", [(kind.name, str(kind.heading)) for kind in KINDS])
        self._offer("service", [(str(pk), name) for pk, name in Service.objects.values_list("pk", "name")])
        self._offer(
            "directorate", [(str(pk), name) for pk, name in Directorate.objects.values_list("pk", "name")]
        )
        self._offer("body", [(str(one.pk), one.name) for one in Body.objects.on(on)])

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = [("", _("Any")), *choices]  # type: ignore[attr-defined]

    def add_error(self, field: str | None, error: Any) -> None:
        """Only a day that is none, and days the wrong way round, are faults."""
        if field in _DAYS and self.data.get(field):
            super().add_error(field, error)

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        since, until = given.get("since"), given.get("until")
        if since and until and until < since:
            self.add_error("until", _("The last day must be the same as or after the first"))
        return given

    def used(self) -> dict[str, Any]:
        """The filters in use, by name."""
        self.is_valid()
        return {name: value for name in NARROWING if (value := self.cleaned_data.get(name))}

    def narrowing(self) -> dict[str, Any]:
        """The same as a search takes them."""
        used = self.used()
        found = {name: used[name] for name in _DAYS if name in used}
        found |= {name: int(used[name]) for name in ("service", "directorate", "body") if name in used}
        return found | ({"is_open": used["state"] == "open"} if "state" in used else {})

    def kinds(self) -> list[Kind]:
        """What is searched: the kind that was chosen, of those that every filter in use can narrow."""
        used = self.used()
        asks = {_ASKS[name] for name in used if name in _ASKS}
        chosen = used.get("kind")
        return [kind for kind in KINDS if kind.name == (chosen or kind.name) and asks <= kind.narrowed_by]

    def words(self) -> list[tuple[str, str]]:
        """Each filter in use by name, and in words: «State: Open»."""
        found = []
        for name, value in self.used().items():
            field = self.fields[name]
            text = (
                long_date(value) if name in _DAYS else str(dict(field.choices)[value])  # type: ignore[attr-defined]
            )
            found.append((name, f"{field.label}: {text}"))
        return found
