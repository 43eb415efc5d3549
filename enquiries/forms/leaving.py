"""All open cases of an officer who leaves: which of them, and to whom."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from casework.forms import PortalForm
from enquiries.forms.answering import LongText


class HandOverForm(PortalForm):
    """Every case is ticked at first; one officer takes what is ticked."""

    token = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)
    cases = forms.MultipleChoiceField(
        label=gettext_lazy("Which cases move?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Choose at least one case"),
            "invalid_choice": gettext_lazy(
                "One of the cases was answered or moved in the meantime. Look at the list again"
            ),
        },
    )
    owner = forms.ChoiceField(
        label=gettext_lazy("Who takes them?"),
        error_messages={
            "required": gettext_lazy("Choose a new owner"),
            "invalid_choice": gettext_lazy("Choose a new owner"),
        },
    )
    note = LongText(
        label=gettext_lazy("Note for them"),
        rows=3,
        required=False,
        help_text=gettext_lazy(
            "It stands in each case. Members cannot see notes. They can be released under freedom of "
            "information law."
        ),
    )

    def __init__(
        self,
        *args: Any,
        cases: Iterable[tuple[str, str]],
        officers: Iterable[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        """`cases`: number and words of each; `officers`: number and words, those of the same team first."""
        super().__init__(*args, **kwargs)
        listed = list(cases)
        self.fields["cases"].choices = listed  # type: ignore[attr-defined]
        self.fields["cases"].initial = [reference for reference, _words in listed]
        self.fields["owner"].choices = [  # type: ignore[attr-defined]
            ("", gettext_lazy("Choose an officer")),
            *officers,
        ]
