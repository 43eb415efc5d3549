"""Which of a member's enquiries are merged, and which of the two goes on."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from enquiries.forms.answering import AnswerForm
from enquiries.models import Enquiry

THIS, OTHER = "this", "other"


class MergeForm(AnswerForm):
    """The other enquiry, and which one goes on."""

    # The version of each of the others that was read, as «number:version number:version».
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=2_000)
    other = forms.ChoiceField(
        label=gettext_lazy("With which enquiry?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose the other enquiry"),
            "invalid_choice": gettext_lazy("Choose the other enquiry"),
        },
    )
    goes_on = forms.ChoiceField(
        label=gettext_lazy("Which one goes on?"),
        widget=forms.RadioSelect,
        choices=[
            (OTHER, gettext_lazy("The other one goes on, and this one ends in it")),
            (THIS, gettext_lazy("This one goes on, and the other one ends in it")),
        ],
        error_messages={
            "required": gettext_lazy("Choose which one goes on"),
            "invalid_choice": gettext_lazy("Choose which one goes on"),
        },
    )

    def __init__(self, *args: Any, others: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        """`others`: each one's number, and its words."""
        super().__init__(*args, **kwargs)
        self.fields["other"].choices = list(others)  # type: ignore[attr-defined]

    @staticmethod
    def versions_of(enquiries: Iterable[Enquiry]) -> str:
        """What the hidden box holds of them."""
        return " ".join(f"{one.pk}:{one.version}" for one in enquiries)

    def version_of(self, pk: int) -> int:
        """The version of that one that was read; -1, which is none, where the box does not say."""
        pairs = (pair.split(":") for pair in self.cleaned_data["seen"].split())
        found = {one[0]: one[1] for one in pairs if len(one) == 2 and one[1].isdecimal()}
        return int(found.get(str(pk), "-1")[:9])
