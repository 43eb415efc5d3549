"""What is typed to enter that something was talked of in a closed session, a briefing or a group meeting."""

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access_rules.actions.privy import Talk
from access_rules.forms.words import DateField, one_of
from casework.forms import OnceForm
from council.models import Body, Person, PoliticalGroup

GROUP, SESSION, BRIEFING = "group", "session", "briefing"


class TalkForm(OnceForm):
    """Where, when, on what, and who heard it. What was said is never written."""

    place = forms.ChoiceField(
        label=gettext_lazy("Where it was talked of"),
        choices=[
            (GROUP, gettext_lazy("At a meeting of a political group")),
            (SESSION, gettext_lazy("In a session that was closed to the public")),
            (BRIEFING, gettext_lazy("At an informal briefing")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose where it was talked of")},
    )
    group = forms.ChoiceField(
        label=gettext_lazy("Political group, if it was at its meeting"),
        required=False,
        widget=forms.Select(attrs={"sometimes": True}),
    )
    body = forms.ChoiceField(
        label=gettext_lazy("Body, if it was in its session"),
        required=False,
        widget=forms.Select(attrs={"sometimes": True}),
    )
    on = DateField(label=gettext_lazy("Day"))
    about = forms.CharField(
        label=gettext_lazy("On what"),
        max_length=200,
        help_text=gettext_lazy("A few words by which those who were there know it. Not what was said."),
        error_messages={"required": gettext_lazy("Say on what")},
    )
    whole_group = forms.BooleanField(
        label=gettext_lazy("Every member of the group on that day knows it"), required=False
    )
    there = forms.MultipleChoiceField(
        label=gettext_lazy("Who else heard it"),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "govuk-checkboxes--small app-people"}),
    )

    def __init__(
        self,
        *given: Any,
        people: list[tuple[str, str]],
        groups: list[tuple[str, str]],
        bodies: list[tuple[str, str]],
        today: datetime.date,
        **options: Any,
    ) -> None:
        """Groups and bodies of today."""
        super().__init__(*given, **options)
        self._today = today
        one_of(self.fields["group"], groups, none=_("Choose a group"))
        one_of(self.fields["body"], bodies, none=_("Choose a body"))
        self.fields["there"].choices = people  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The group or the body that goes with the place, and a day that has come."""
        cleaned = super().clean() or {}
        if cleaned.get("place") == GROUP and not cleaned.get("group"):
            self.add_error("group", _("Choose the group"))
        if cleaned.get("place") == SESSION and not cleaned.get("body"):
            self.add_error("body", _("Choose the body"))
        if cleaned.get("on") and cleaned["on"] > self._today:
            self.add_error("on", _("The day must be today or earlier"))
        return cleaned

    def talk(self) -> Talk:
        """As the action takes it."""
        typed = self.cleaned_data
        group = PoliticalGroup.objects.get(pk=typed["group"]) if typed["place"] == GROUP else None
        return Talk(
            on=typed["on"],
            about=typed["about"],
            group=group,
            body=Body.objects.get(pk=typed["body"]) if typed["place"] == SESSION else None,
            there=list(Person.objects.filter(pk__in=typed["there"])),
            whole_group=typed["whole_group"],
        )
