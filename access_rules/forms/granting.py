"""What is typed to give access by name, to end it, and to keep the list of those who know."""

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access_rules.actions.granting import Given
from access_rules.actions.privy import Knower
from access_rules.forms.words import DateField, Words, last_day, one_of
from access_rules.models import DocumentGrant
from access_rules.rules.granting import LONGEST
from casework.forms import OnceForm
from council.models import Body, Person


class GrantForm(OnceForm):
    """To whom, for which purpose, until when, and with what it ends before."""

    person = forms.ChoiceField(
        label=gettext_lazy("Who gets access"),
        error_messages={"required": gettext_lazy("Choose who gets access")},
    )
    purpose = forms.CharField(
        label=gettext_lazy("For which purpose"),
        max_length=400,
        help_text=gettext_lazy("The person reads this, and may use the document for it alone."),
        error_messages={"required": gettext_lazy("Say for which purpose")},
    )
    mode = forms.ChoiceField(
        label=gettext_lazy("What they may do"),
        choices=DocumentGrant.Mode.choices,
        initial=DocumentGrant.Mode.INSPECT,
        widget=forms.RadioSelect,
    )
    expires_on = DateField(
        label=gettext_lazy("Last day"),
        help_text=gettext_lazy("Access ends at midnight after this day, within a year at the latest."),
    )
    ends_with = forms.ChoiceField(
        label=gettext_lazy("Ends before that day"),
        choices=[
            (DocumentGrant.Ground.TERM, gettext_lazy("When the term or the job of today ends")),
            (DocumentGrant.Ground.SEAT, gettext_lazy("When the member leaves the body named below")),
            (DocumentGrant.Ground.PURPOSE, gettext_lazy("Only when the person is out of office altogether")),
        ],
        initial=DocumentGrant.Ground.TERM,
        widget=forms.RadioSelect,
    )
    body = forms.ChoiceField(
        label=gettext_lazy("Body, if access ends with a seat"),
        required=False,
        widget=forms.Select(attrs={"sometimes": True}),
    )

    def __init__(
        self,
        *given: Any,
        people: list[tuple[str, str]],
        bodies: list[tuple[str, str]],
        today: datetime.date,
        **options: Any,
    ) -> None:
        """`people` are those with a login whom the person may give access to."""
        super().__init__(*given, **options)
        self._today = today
        one_of(self.fields["person"], people, none=_("Choose a person"))
        one_of(self.fields["body"], bodies, none=_("No body"))

    def clean(self) -> dict[str, Any]:
        """A seat needs its body; the last day is near enough."""
        cleaned = super().clean() or {}
        last_day(cleaned, "expires_on", self, today=self._today, latest=self._today + LONGEST)
        if cleaned.get("ends_with") == DocumentGrant.Ground.SEAT and not cleaned.get("body"):
            self.add_error("body", _("Choose the body on which the member sits"))
        return cleaned

    def chosen(self) -> Person:
        """Who gets access."""
        return Person.objects.get(pk=self.cleaned_data["person"])

    def given(self) -> Given:
        """What is given, as the action takes it."""
        typed = self.cleaned_data
        seat = typed["ends_with"] == DocumentGrant.Ground.SEAT
        return Given(
            purpose=typed["purpose"],
            expires_on=typed["expires_on"],
            mode=typed["mode"],
            ends_with=typed["ends_with"],
            body=Body.objects.get(pk=typed["body"]) if seat else None,
        )


class EndForm(OnceForm):
    """Why it ends."""

    because = forms.CharField(
        label=gettext_lazy("Why it ends"),
        max_length=400,
        error_messages={"required": gettext_lazy("Say why it ends")},
    )


class PrivyForm(OnceForm):
    """Somebody who knows: from the registers or by name, why, and until when."""

    person = forms.ChoiceField(
        label=gettext_lazy("Who knows"), required=False, widget=forms.Select(attrs={"sometimes": True})
    )
    name = forms.CharField(
        label=gettext_lazy("Or the name of somebody from outside"),
        max_length=160,
        required=False,
        widget=forms.TextInput(attrs={"sometimes": True}),
        help_text=gettext_lazy("For example an adviser whom the council asked."),
    )
    because = Words(
        label=gettext_lazy("Why they know"), rows=2, max_length=400, empty=gettext_lazy("Say why they know")
    )
    until = DateField(label=gettext_lazy("Last day"), required=False)

    def __init__(
        self, *given: Any, people: list[tuple[str, str]], today: datetime.date, **options: Any
    ) -> None:
        """`people` are those in office who are not on the list."""
        super().__init__(*given, **options)
        self._today = today
        one_of(self.fields["person"], people, none=_("Choose a person"))

    def clean(self) -> dict[str, Any]:
        """One of the two, and no day that is past."""
        cleaned = super().clean() or {}
        if bool(cleaned.get("person")) == bool((cleaned.get("name") or "").strip()):
            self.add_error("person", _("Choose a person, or write the name of somebody from outside"))
        last_day(cleaned, "until", self, today=self._today, latest=datetime.date.max)
        return cleaned

    def knower(self) -> Knower:
        """As the action takes it."""
        typed = self.cleaned_data
        person = Person.objects.get(pk=typed["person"]) if typed["person"] else None
        name = typed["name"] if person is None else ""
        return Knower(because=typed["because"], person=person, name=name, until=typed["until"])
