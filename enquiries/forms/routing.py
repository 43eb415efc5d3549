"""What is chosen when an enquiry finds its service, its officer, or its right day."""

import datetime
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.forms import DateField, PortalForm
from council.models import Service
from enquiries.forms.answering import LongText


class RouteForm(PortalForm):
    """To which service."""

    service: forms.ModelChoiceField[Service] = forms.ModelChoiceField(
        queryset=Service.objects.filter(is_open=True),
        label=gettext_lazy("Which service should answer?"),
        empty_label=gettext_lazy("Choose a service"),
        error_messages={
            "required": gettext_lazy("Choose a service"),
            "invalid_choice": gettext_lazy("Choose a service"),
        },
    )


class AllocateForm(PortalForm):
    """To which officer."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    owner = forms.ChoiceField(
        label=gettext_lazy("Who should answer it?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose a person"),
            "invalid_choice": gettext_lazy("Choose a person"),
        },
    )
    note = LongText(
        label=gettext_lazy("Note for them"),
        rows=3,
        required=False,
        help_text=gettext_lazy("Members cannot see notes."),
    )

    def __init__(self, *args: Any, colleagues: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        """`colleagues`: each one's number, and name with job and open cases."""
        super().__init__(*args, **kwargs)
        self.fields["owner"].choices = list(colleagues)  # type: ignore[attr-defined]


class CorrectReceiptForm(PortalForm):
    """The right day of receipt, and how it is known."""

    received_on = DateField(
        label=gettext_lazy("Day it was received"),
        error_messages={"required": gettext_lazy("Enter the day it was received")},
    )
    reason = LongText(
        label=gettext_lazy("Why the day is put right"),
        rows=3,
        max_length=500,
        empty=gettext_lazy("Say why the day is put right"),
        help_text=gettext_lazy("The member can read this in the history."),
    )

    def __init__(self, *args: Any, today: datetime.date, **kwargs: Any) -> None:
        """Received today or earlier, within a year."""
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_received_on(self) -> datetime.date | None:
        """Refuses a day to come, and one that is too long ago to be meant."""
        day: datetime.date | None = self.cleaned_data["received_on"]
        if day and day > self.today:
            raise forms.ValidationError(_("The day must be today or earlier"))
        if day and day < self.today - datetime.timedelta(days=366):
            raise forms.ValidationError(_("The day must be within the last year"))
        return day
