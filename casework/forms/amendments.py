"""What is typed of an amendment while it is drafted: its title, its paragraphs, its terms, minor edits."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.forms import DateField, OnceForm
from casework.forms.disputes import WordsField
from casework.forms.entries import ReasonForm
from casework.forms.terms import faults_of_amount
from casework.models import LocalTerm
from council.queries import Standing
from rulebook.duty import Duty
from rulebook.period import LONGEST
from rulebook.protocol import Protocol
from rulebook.protocols import PROTOCOLS

SHORT = 160


class LineField(forms.CharField):
    """One line, with what the page says when it was left empty."""

    def __init__(self, *, empty: Any, most: int = SHORT, **options: Any) -> None:
        """`empty` is that sentence."""
        super().__init__(max_length=most, error_messages={"required": empty}, **options)


class DraftForm(OnceForm):
    """A new amendment: of paragraphs, or a text that takes the place of the one in force."""

    title = LineField(
        label=gettext_lazy("Title"),
        most=120,
        empty=gettext_lazy("Enter a title"),
        help_text=gettext_lazy("What it changes, in a few words. Everybody reads it."),
    )
    why = WordsField(label=gettext_lazy("Why?"), rows=4, empty=gettext_lazy("Say why it is needed"))
    target = forms.ChoiceField(
        label=gettext_lazy("What changes?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what changes")},
    )

    def __init__(self, *given: Any, text: Protocol, **options: Any) -> None:
        """`text` is the one in force; others of the same authority may take its place."""
        super().__init__(*given, **options)
        others = [one for one in PROTOCOLS.values() if one.authority == text.authority and one != text]
        self.fields["target"].choices = [  # type: ignore[attr-defined]
            (text.key, _("Paragraphs or local terms of the text in force")),
            *((one.key, _("Another text: %(name)s") % {"name": one.name}) for one in others),
        ]
        self.fields["target"].initial = text.key


class ParagraphForm(OnceForm):
    """How one paragraph would read."""

    class How:
        """What happens to it."""

        CHANGE = "change"
        PUT_IN = "put-in"
        TAKE_OUT = "take-out"

    how = forms.ChoiceField(
        label=gettext_lazy("What happens here?"),
        choices=[
            (How.CHANGE, gettext_lazy("The paragraph reads as below")),
            (How.PUT_IN, gettext_lazy("A new paragraph stands after it")),
            (How.TAKE_OUT, gettext_lazy("The paragraph is taken out")),
        ],
        widget=forms.RadioSelect,
        initial=How.CHANGE,
    )
    words = WordsField(
        label=gettext_lazy("The words"),
        rows=8,
        required=False,
        help_text=gettext_lazy("As they would stand in the text. The words of today leave it as it is."),
    )

    def clean(self) -> dict[str, Any]:
        """Words are needed unless it is taken out."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("how") != self.How.TAKE_OUT and not given.get("words", "").strip():
            self.add_error("words", _("Enter the words, or choose that the paragraph is taken out"))
        return given


class MinorEditForm(OnceForm):
    """A slip set right, and who was consulted about it."""

    words = WordsField(label=gettext_lazy("The words"), rows=8, empty=gettext_lazy("Enter the words"))
    why = LineField(label=gettext_lazy("Why?"), most=500, empty=gettext_lazy("Say why"))
    consulted = LineField(
        label=gettext_lazy("Who was consulted?"),
        empty=gettext_lazy("Enter the name of whoever was consulted"),
        help_text=gettext_lazy("For example, the chairman of the Standards Committee."),
    )
    consulted_on = DateField(
        label=gettext_lazy("On which day?"),
        error_messages={"required": gettext_lazy("Enter the day on which they were consulted")},
    )

    def __init__(self, *given: Any, who: Standing, **options: Any) -> None:
        """`who` says which day is today."""
        super().__init__(*given, **options)
        self.who = who

    def clean_words(self) -> str:
        """An edit changes something."""
        words: str = self.cleaned_data["words"]
        if words.strip() == self.initial.get("words"):
            raise forms.ValidationError(_("Change the words, or leave this page"))
        return words

    def clean_consulted_on(self) -> Any:
        """Consulting comes first."""
        return not_later(self.cleaned_data["consulted_on"], self.who)


class TermForm(OnceForm):
    """A local term that begins with the amendment; without a figure it is left out."""

    duty = forms.ChoiceField(
        label=gettext_lazy("What is it about?"),
        error_messages={"required": gettext_lazy("Choose what it is about")},
    )
    value = forms.IntegerField(
        label=gettext_lazy("How many?"),
        required=False,
        min_value=1,
        max_value=LONGEST,
        help_text=gettext_lazy("Leave this empty to take the term out of the amendment."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-4"}),
        error_messages={
            "invalid": gettext_lazy("Enter a whole number"),
            "min_value": gettext_lazy("Enter a whole number from 1 to 3660"),
            "max_value": gettext_lazy("Enter a whole number from 1 to 3660"),
        },
    )
    unit = forms.ChoiceField(label=gettext_lazy("Counted in"), choices=LocalTerm.Unit.choices)
    paragraph = LineField(
        label=gettext_lazy("Which paragraph does it amend or fill?"),
        most=120,
        empty=gettext_lazy("Enter the paragraph"),
    )

    def __init__(self, *given: Any, duties: Iterable[Duty], **options: Any) -> None:
        """`duties` are those for which the portal counts time."""
        super().__init__(*given, **options)
        self.fields["duty"].choices = [(one.value, _(one.label)) for one in duties]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A share for a target, a time for the rest."""
        given = super().clean() or self.cleaned_data
        if given.get("value") and {"duty", "unit"} <= given.keys():
            for box, fault in faults_of_amount(given["duty"], given["value"], given["unit"]).items():
                self.add_error(box, fault)
        return given


class BecauseForm(ReasonForm):
    """Why it goes back to the draft, or is given up."""


def not_later(day: Any, who: Standing) -> Any:
    """The day, which is not to come. Raises ValidationError."""
    if day > who.on:
        raise forms.ValidationError(_("Enter today or a day before it"))
    return day
