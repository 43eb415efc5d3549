"""What a member types who does not agree with a decision."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from casework.forms.disputes import TokenForm, WordsField


class DisputeForm(TokenForm):
    """With which decision, and why; the reader of it decides for or against."""

    place = forms.ChoiceField(
        label=gettext_lazy("Which decision do you not agree with?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose the decision you do not agree with"),
            "invalid_choice": gettext_lazy("Choose the decision you do not agree with"),
        },
    )
    words = WordsField(
        label=gettext_lazy("Why you do not agree"),
        empty=gettext_lazy("Say why you do not agree"),
        help_text=gettext_lazy("The officer whose decision it is and whoever decides the dispute read this."),
    )

    def __init__(self, *given: Any, decisions: Iterable[tuple[str, str]], **options: Any) -> None:
        """`decisions`: the place and the words of each; of one alone nothing is asked."""
        super().__init__(*given, **options)
        found = list(decisions)
        self.fields["place"].choices = found  # type: ignore[attr-defined]
        if len(found) == 1:
            self.fields["place"].widget = forms.HiddenInput()
            self.initial.setdefault("place", found[0][0])
