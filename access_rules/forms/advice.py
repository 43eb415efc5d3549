"""What a person types of a question on the protocol, its answer, its reading, and a search."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.forms import OnceForm, PortalForm
from casework.forms.disputes import WordsField
from rulebook.obligations import obligation

_PREFIXES = ("WF-", "HA-", "WO-E-", "WO-P-", "MW-", "PA-")
NONE_FITS = "none"


class AskForm(OnceForm):
    """The question, whom it goes to where the text gives a choice, and whether it is kept private."""

    post = forms.ChoiceField(
        label=gettext_lazy("Whom do you want to ask?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose whom you want to ask"),
            "invalid_choice": gettext_lazy("Choose whom you want to ask"),
        },
    )
    question = WordsField(
        label=gettext_lazy("Your question"),
        empty=gettext_lazy("Write your question"),
        help_text=gettext_lazy("Say what happened and what you want to know. Name no resident."),
    )
    is_private = forms.BooleanField(
        label=gettext_lazy("Keep this from other members"),
        required=False,
        help_text=gettext_lazy(
            "Neither your question nor the answer is told to another member, nor to your assistants, and no"
            " reading of it is published."
        ),
    )

    def __init__(self, *given: Any, posts: Iterable[tuple[str, str]], **options: Any) -> None:
        """`posts` are those whom the text names; one alone is no choice."""
        super().__init__(*given, **options)
        offered = list(posts)
        self.fields["post"].choices = offered  # type: ignore[attr-defined]
        if len(offered) == 1:
            del self.fields["post"]


class AnswerForm(OnceForm):
    """The answer, the paragraphs that it rests on, and the published reading that it follows."""

    answer = WordsField(
        label=gettext_lazy("Your answer"),
        rows=8,
        empty=gettext_lazy("Write your answer"),
        help_text=gettext_lazy(
            "Only whoever asked reads it. You can publish it in general words afterwards."
        ),
    )
    paragraphs = forms.MultipleChoiceField(
        label=gettext_lazy("Paragraphs that it rests on"),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"sometimes": True}),
        help_text=gettext_lazy("Choose at least one, or enter another one below."),
    )
    others = WordsField(
        label=gettext_lazy("Other paragraphs or sections"),
        rows=2,
        max_length=400,
        required=False,
        help_text=gettext_lazy("One on each line. For example, FOIA 2000 s40."),
    )
    follows = forms.ChoiceField(
        label=gettext_lazy("Published reading that it follows"),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose the reading that your answer follows, or that none fits"),
            "invalid_choice": gettext_lazy("Choose one of the readings, or that none fits"),
        },
    )

    def __init__(
        self,
        *given: Any,
        paragraphs: Iterable[tuple[str, str]],
        readings: Iterable[tuple[str, str]],
        binds: bool,
        **options: Any,
    ) -> None:
        """`readings` are those of the same paragraph; where the text lets them prevail, one is chosen."""
        super().__init__(*given, **options)
        self.fields["paragraphs"].choices = list(paragraphs)  # type: ignore[attr-defined]
        self.fields["others"].widget.attrs["sometimes"] = True
        offered = list(readings)
        none = (NONE_FITS, _("None of them is about this question"))
        self.fields["follows"].choices = [*offered, none]  # type: ignore[attr-defined]
        self.fields["follows"].required = binds
        if not offered:
            del self.fields["follows"]

    def clean_others(self) -> list[str]:
        """The ids, one a line; one that looks like a paragraph of a text must be one."""
        lines = [" ".join(line.split()) for line in str(self.cleaned_data["others"]).splitlines()]
        ids = list(dict.fromkeys(line for line in lines if line))
        wrong = [id_ for id_ in ids if id_.startswith(_PREFIXES) and obligation(id_) is None]
        if wrong:
            raise forms.ValidationError(_("No protocol here has a paragraph %(id)s") % {"id": wrong[0]})
        return ids

    def clean(self) -> dict[str, Any]:
        """An answer names what it rests on."""
        given = super().clean() or {}
        if not given.get("paragraphs") and not given.get("others") and "others" not in self.errors:
            self.add_error("paragraphs", _("Choose a paragraph, or enter another one below"))
        return given

    @property
    def cites(self) -> tuple[str, ...]:
        """The sources, those ticked first."""
        return tuple(dict.fromkeys([*self.cleaned_data["paragraphs"], *self.cleaned_data["others"]]))


class PressForm(OnceForm):
    """One press."""


class ReadingForm(OnceForm):
    """The answer in general words, and the paragraph beside which it will stand."""

    reading_of = forms.ChoiceField(
        label=gettext_lazy("Paragraph that it reads"),
        error_messages={
            "required": gettext_lazy("Choose the paragraph that it reads"),
            "invalid_choice": gettext_lazy("Choose one of the paragraphs"),
        },
    )
    reading = WordsField(
        label=gettext_lazy("The reading in general words"),
        rows=8,
        max_length=5_000,
        empty=gettext_lazy("Write the reading"),
        help_text=gettext_lazy(
            "All members and officers will read it. Write «a member», «an officer»; name nobody and no case."
        ),
    )

    def __init__(self, *given: Any, paragraphs: Iterable[tuple[str, str]], **options: Any) -> None:
        """`paragraphs` are those of the text, what the answer rests on first."""
        super().__init__(*given, **options)
        self.fields["reading_of"].choices = [("", _("Choose a paragraph")), *paragraphs]  # type: ignore[attr-defined]


class TakeBackForm(OnceForm):
    """Why a published reading does not stand any more."""

    reason = WordsField(
        label=gettext_lazy("Why it is taken back"),
        help_text=gettext_lazy("It is kept with the question."),
        rows=4,
        max_length=2_000,
        empty=gettext_lazy("Say why it is taken back"),
    )


class FoundForm(PortalForm):
    """Words and paragraph; the search stands in the address."""

    q = forms.CharField(label=gettext_lazy("Words"), required=False, max_length=100)
    paragraph = forms.CharField(
        label=gettext_lazy("Paragraph or section"),
        required=False,
        max_length=60,
        help_text=gettext_lazy("Its number in the register of rules, for example WF-6.7."),
    )
