"""What is typed where something is withheld, or given on a condition."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.forms import MultipleFileField, PortalForm
from enquiries.forms.answering import AnswerForm, LongText
from enquiries.forms.writing import ACCEPTED

YES, NO = "yes", "no"


class WithholdForm(AnswerForm):
    """What is withheld, why and on which rule; and what is given in the same reply."""

    what = LongText(
        label=gettext_lazy("What is withheld"),
        rows=3,
        empty=gettext_lazy("Say what is withheld"),
        help_text=gettext_lazy("Describe it without giving it away. The member reads exactly this."),
    )
    reason = LongText(
        label=gettext_lazy("The good reason for it"),
        rows=4,
        empty=gettext_lazy("Give the reason"),
    )
    rules = forms.MultipleChoiceField(
        label=gettext_lazy("The rule that it rests on"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Choose the rule that it rests on"),
            "invalid_choice": gettext_lazy("Choose the rule that it rests on"),
        },
    )
    pinpoint = forms.CharField(
        label=gettext_lazy("Which paragraph of it, or another rule"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("For example, Schedule 12A, paragraph 3."),
    )
    given = LongText(
        label=gettext_lazy("What you can give"),
        required=False,
        rows=6,
        help_text=gettext_lazy("It goes in the same reply. Leave it empty if nothing can be given."),
    )
    forward_text = LongText(
        label=gettext_lazy("Version fit to forward to a resident"),
        required=False,
        rows=4,
        help_text=gettext_lazy("Leave out what only the member may know."),
    )

    def __init__(self, *args: Any, rules: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        """`rules`: the id of each ground that the text or the law gives, and its words."""
        super().__init__(*args, **kwargs)
        self.fields["rules"].choices = list(rules)  # type: ignore[attr-defined]


class UndertakingForm(AnswerForm):
    """The reasons for confidentiality, and the promise that is asked for."""

    reason = LongText(
        label=gettext_lazy("What it is about, and why it is confidential"),
        rows=5,
        empty=gettext_lazy("Give the reasons"),
        help_text=gettext_lazy("The member reads exactly this, and may appeal against the reasons."),
    )
    promise = LongText(
        label=gettext_lazy("The promise that you ask for"),
        rows=3,
        empty=gettext_lazy("Enter the promise"),
    )


class AskAuthorityForm(AnswerForm):
    """What the resident’s authority is needed for."""

    reason = LongText(
        label=gettext_lazy("Whose authority you need, and for what"),
        rows=4,
        empty=gettext_lazy("Say whose authority you need, and for what"),
        help_text=gettext_lazy("The member reads exactly this."),
    )


class EndConditionForm(AnswerForm):
    """Why a promise or an authority is not needed any more."""

    reason = LongText(
        label=gettext_lazy("Why it is not needed any more"),
        rows=3,
        empty=gettext_lazy("Say why it is not needed any more"),
        help_text=gettext_lazy("The member reads exactly this."),
    )


class JudgeForm(AnswerForm):
    """Whether an authority is accepted; if not, why."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Is the authority accepted?"),
        widget=forms.RadioSelect,
        choices=[(YES, gettext_lazy("Yes, it is accepted")), (NO, gettext_lazy("No"))],
        error_messages={"required": gettext_lazy("Say whether the authority is accepted")},
    )
    reason = LongText(
        label=gettext_lazy("If not, why"),
        rows=3,
        required=False,
        help_text=gettext_lazy("The member reads exactly this, and is asked for it again."),
    )

    def clean(self) -> dict[str, Any]:
        """A refusal has its reason."""
        cleaned = super().clean() or {}
        if cleaned.get("answer") == NO and not cleaned.get("reason"):
            self.add_error("reason", _("Say why it is not accepted"))
        return cleaned


class AnsweringForm(PortalForm):
    """What an answer carries: its one-time token, and what its writer had read."""

    token = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)
    about = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class PromiseForm(AnsweringForm):
    """Whether the member makes the promise, and in which words."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Do you make this promise?"),
        widget=forms.RadioSelect,
        choices=[(YES, gettext_lazy("Yes, I make it")), (NO, gettext_lazy("No, I do not"))],
        error_messages={"required": gettext_lazy("Say whether you make this promise")},
    )
    words = LongText(
        label=gettext_lazy("Your own words"),
        rows=4,
        required=False,
        help_text=gettext_lazy("If you make it, begin with «I undertake». If not, you may say why."),
    )

    def clean(self) -> dict[str, Any]:
        """A promise is made in words."""
        cleaned = super().clean() or {}
        if cleaned.get("answer") == YES and not cleaned.get("words"):
            self.add_error("words", _("Make the promise in your own words"))
        return cleaned


class ShowAuthorityForm(PortalForm):
    """The resident’s authority: a file where it must be in writing, else a file or words."""

    token = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)
    text = LongText(
        label=gettext_lazy("Who gave the authority, and for what"),
        rows=4,
        empty=gettext_lazy("Say who gave the authority, and for what"),
    )
    uploads = MultipleFileField(
        label=gettext_lazy("The authority as a file"),
        required=False,
        help_text=gettext_lazy("A photo or a scan, a PDF, a Word document or an email, smaller than 10MB."),
    )

    def __init__(self, *args: Any, in_writing: bool, **kwargs: Any) -> None:
        """`in_writing`: the text wants a writing, so that words alone will not do."""
        super().__init__(*args, **kwargs)
        self.in_writing = in_writing
        self.fields["uploads"].widget.attrs["accept"] = ACCEPTED

    def clean(self) -> dict[str, Any]:
        """A browser sends no file twice: whoever has to mend the text chooses the files again."""
        cleaned = super().clean() or {}
        uploads = cleaned.get("uploads")
        if self.in_writing and not uploads and "uploads" not in self.errors:
            self.add_error("uploads", _("Choose a file: the authority must be in writing"))
        elif uploads and "text" in self.errors:
            self.add_error("uploads", _("Choose the files again"))
        return cleaned
