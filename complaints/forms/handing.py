"""What somebody types who hands on what they heard."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.forms import OnceForm
from casework.forms.disputes import WordsField
from complaints.rules.raising import HANDED_ON
from rulebook.complaint import Handed


class HandOnForm(OnceForm):
    """What was heard, and whether it is about one of those who would have it."""

    what = forms.ChoiceField(
        label=gettext_lazy("What did you hear?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what you heard")},
    )
    words = WordsField(
        label=gettext_lazy("In your words, or those of whoever told you"),
        rows=8,
        empty=gettext_lazy("Say what you heard"),
        help_text=gettext_lazy("Say from whom, when and where. Look into nothing yourself."),
    )
    about = forms.MultipleChoiceField(
        label=gettext_lazy("Is it about one of them?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=gettext_lazy(
            "Whoever you choose does not have it. Choose nobody if it is about none of them."
        ),
    )

    def __init__(
        self, *given: Any, asked: list[Handed], offered: list[tuple[int, str]], **options: Any
    ) -> None:
        """`asked` is what the text asks this person to hand on; `offered` those who could have it."""
        super().__init__(*given, **options)
        self.fields["what"].choices = [(one.value, _(HANDED_ON[one])) for one in asked]  # type: ignore[attr-defined]
        if len(asked) == 1:
            self.fields["what"].initial = asked[0].value
        self.fields["about"].choices = [(str(number), name) for number, name in offered]  # type: ignore[attr-defined]

    def about_whom(self) -> frozenset[int]:
        """The numbers of those whom it is about."""
        return frozenset(int(one) for one in self.cleaned_data["about"])
