"""What is typed while a complaint is investigated: by the two sides, and by whoever investigates."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.forms import DateField, MultipleFileField, OnceForm
from casework.forms.disputes import WordsField
from complaints.forms.steps import WritingsField
from complaints.models import Side, Writing

WITNESS, STATEMENT = "witness", "statement"
_SIDES = (
    (Side.COMPLAINANT.value, gettext_lazy("Whoever complains")),
    (Side.SUBJECT.value, gettext_lazy("Whoever it is about")),
)


def _to_come(day: Any) -> Any:
    if day <= timezone.localdate():
        raise forms.ValidationError(_("The day must be in the future"))
    return day


class AddForm(OnceForm):
    """A text, files, or both."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What is it?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what it is")},
    )
    words = WordsField(label=gettext_lazy("In your own words"), required=False)
    uploads = MultipleFileField(label=gettext_lazy("Files"), required=False)

    def __init__(self, *given: Any, kinds: Iterable[Writing.Kind], **options: Any) -> None:
        """`kinds` are those that this side may add now."""
        super().__init__(*given, **options)
        self.fields["kind"].choices = [(one.value, one.label) for one in kinds]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Something is added."""
        given = super().clean() or {}
        if not given.get("words", "").strip() and not given.get("uploads"):
            self.add_error("words", _("Write something or choose a file"))
        return given


class BearingForm(OnceForm):
    """One press."""


class InterviewForm(OnceForm):
    """With whom, when, and what was said."""

    side = forms.ChoiceField(
        label=gettext_lazy("With whom?"),
        choices=(
            *_SIDES,
            (WITNESS, gettext_lazy("A witness")),
            (STATEMENT, gettext_lazy("A witness who gives a statement in their own words")),
        ),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose with whom")},
        help_text=gettext_lazy("Each side reads the note of its own interview, and can correct it."),
    )
    name = forms.CharField(
        label=gettext_lazy("Name of the witness"),
        max_length=150,
        required=False,
        help_text=gettext_lazy(
            "Only for a witness. Only those who deal with the complaint read that note or statement."
        ),
    )
    on = DateField(label=gettext_lazy("On which day?"))
    words = WordsField(label=gettext_lazy("What was said"), empty=gettext_lazy("Say what was said"), rows=10)

    def clean_on(self) -> Any:
        """No day to come."""
        day = self.cleaned_data["on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("The day must be today or in the past"))
        return day

    def clean(self) -> dict[str, Any]:
        """A witness has a name."""
        given = super().clean() or {}
        if given.get("side") in (WITNESS, STATEMENT) and not given.get("name", "").strip():
            self.add_error("name", _("Enter the name of the witness"))
        return given


class AskReplyForm(OnceForm):
    """To what, and by when."""

    words = WordsField(
        label=gettext_lazy("What they are asked to reply to"),
        empty=gettext_lazy("Say what they are asked to reply to"),
        help_text=gettext_lazy("Whoever it is about reads this."),
    )
    reply_by = DateField(label=gettext_lazy("By which day?"))

    def clean_reply_by(self) -> Any:
        """A day to come."""
        return _to_come(self.cleaned_data["reply_by"])


class DiscloseForm(OnceForm):
    """Which papers, to which side, and why."""

    writings = WritingsField(
        label=gettext_lazy("Which papers?"),
        queryset=Writing.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose which papers")},
    )
    side = forms.ChoiceField(
        label=gettext_lazy("Who can read them from now on?"),
        choices=_SIDES,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose who can read them")},
    )
    reason = WordsField(
        label=gettext_lazy("Why"),
        rows=4,
        empty=gettext_lazy("Say why"),
        help_text=gettext_lazy("Those who deal with the complaint read this. It cannot be taken back."),
    )

    def __init__(self, *given: Any, writings: QuerySet[Writing], **options: Any) -> None:
        """`writings` are those of the file that one side cannot read yet."""
        super().__init__(*given, **options)
        self.fields["writings"].queryset = writings  # type: ignore[attr-defined]


class DraftForm(OnceForm):
    """The draft, and by when both sides comment."""

    words = WordsField(
        label=gettext_lazy("Draft of the findings"),
        empty=gettext_lazy("Write the draft of the findings"),
        rows=12,
        help_text=gettext_lazy("Both sides read this at once, and can comment."),
    )
    comments_by = DateField(label=gettext_lazy("By which day can they comment?"))

    def clean_comments_by(self) -> Any:
        """A day to come."""
        return _to_come(self.cleaned_data["comments_by"])


class FindingsForm(OnceForm):
    """The findings."""

    words = WordsField(
        label=gettext_lazy("Findings"),
        empty=gettext_lazy("Write the findings"),
        rows=12,
        help_text=gettext_lazy("Whoever decides reads this. Both sides read it with the decision."),
    )
