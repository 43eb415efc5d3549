"""What somebody types who opens a complaint in an emergency: its number, and why."""

from django import forms
from django.utils.translation import gettext_lazy

from casework.forms import OnceForm, PortalForm
from casework.forms.disputes import WordsField


class NumberForm(PortalForm):
    """The number, which one must know: nothing is looked up by it here."""

    number = forms.RegexField(
        r"^[A-Za-z0-9-]+$",
        label=gettext_lazy("Number of the complaint"),
        max_length=16,
        help_text=gettext_lazy("Like CMP-7K4M-2. It stands in the letter from which you know of it."),
        error_messages={
            "required": gettext_lazy("Enter the number of the complaint"),
            "invalid": gettext_lazy("Enter a number like CMP-7K4M-2"),
        },
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10", "autocomplete": "off"}),
    )


class OpeningForm(OnceForm):
    """Why."""

    reason = WordsField(
        label=gettext_lazy("Why you must read it now"),
        rows=4,
        max_length=2_000,
        empty=gettext_lazy("Say why you must read it now"),
        help_text=gettext_lazy("Those who deal with it and whoever is told of the opening read this."),
    )
