"""What an officer types to answer an enquiry."""

import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.forms import DateField, MultipleFileField, PortalForm
from casework.letters import unfit
from casework.wording import long_date, short_date
from enquiries.actions.replying import HoldingReply, WhyLate
from enquiries.models import Lateness
from rulebook.facts import is_blank

FULL, HOLDING, QUESTION, HAND_BACK = "full", "holding", "question", "hand-back"
LONGEST = 20_000
# The boxes of these names go out to the member.
READ_BY_MEMBER = frozenset({"text", "forward_text", "reason", "action"})


class LongText(forms.CharField):
    """Several lines; too many are refused by number, in the field's own words."""

    def __init__(self, *, empty: Any = "", rows: int = 6, **options: Any) -> None:
        """`empty` is what the page says when the box was left empty."""
        options.setdefault("max_length", LONGEST)
        messages = {"max_length": gettext_lazy("This must be %(limit_value)d characters or fewer")}
        if empty:
            messages["required"] = empty
        options.setdefault("error_messages", messages)
        # Browsers count on their own how much is left; the attribute would cut what was pasted.
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **options)
        self.widget.attrs.pop("maxlength", None)


class AnswerForm(PortalForm):
    """What every answer carries: which version of the case its writer had read, and its one-time token."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    token = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)

    def clean(self) -> dict[str, Any]:
        """What the member will read holds no field that is not filled in, and no paragraph that expired."""
        given = super().clean() or {}
        for name in READ_BY_MEMBER.intersection(given):
            for sentence in unfit(given[name] or "", on=timezone.localdate()):
                self.add_error(name, sentence)
        return given


class ReplyForm(AnswerForm):
    """The full reply, and beside it the version that the member may forward."""

    text = LongText(
        label=gettext_lazy("Your reply"),
        rows=10,
        empty=gettext_lazy("Enter your reply"),
        help_text=gettext_lazy("The member reads exactly this."),
    )
    forward_text = LongText(
        label=gettext_lazy("Version fit to forward to a resident"),
        required=False,
        help_text=gettext_lazy("Leave out what only the member may know."),
    )
    do_not_circulate = forms.BooleanField(
        label=gettext_lazy("Ask the member not to pass this on"),
        required=False,
        help_text=gettext_lazy("Members may pass letters on to the public unless they are asked not to."),
    )
    attachments = MultipleFileField(
        label=gettext_lazy("Files for the member"),
        required=False,
        help_text=gettext_lazy("Photos, PDFs, Word documents or emails, each smaller than 10MB."),
    )
    late_because = forms.ChoiceField(
        label=gettext_lazy("Why does the reply come after its date?"),
        choices=[("", gettext_lazy("Choose a reason")), *Lateness.choices],
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), gettext_lazy("Choose why the reply comes after its date")
        ),
    )
    late_words = LongText(
        label=gettext_lazy("What happened, in your words"),
        rows=2,
        max_length=500,
        required=False,
        help_text=gettext_lazy("Staff read this and the reason. The member does not."),
    )

    def __init__(self, *args: Any, late: bool = False, **kwargs: Any) -> None:
        """`late`: the deadline is past, so the form asks why."""
        super().__init__(*args, **kwargs)
        if not late:
            del self.fields["late_because"], self.fields["late_words"]

    def clean(self) -> dict[str, Any]:
        """«Something else» says nothing without words."""
        cleaned = super().clean() or {}
        if cleaned.get("late_because") == Lateness.OTHER and is_blank(cleaned.get("late_words", "x")):
            self.add_error("late_words", _("Say what happened"))
        return cleaned

    def why_late(self) -> WhyLate | None:
        """What the action takes; None for a reply that is in time."""
        reason = self.cleaned_data.get("late_because")
        return WhyLate(Lateness(reason), self.cleaned_data.get("late_words", "")) if reason else None


class HoldingForm(AnswerForm):
    """The three parts of a holding reply (WF-6.10); they end up in one `HoldingReply`."""

    reason = LongText(
        label=gettext_lazy("Why the full reply is late"),
        rows=3,
        empty=gettext_lazy("Say why the full reply is late"),
    )
    action = LongText(
        label=gettext_lazy("What is being done, and who is doing it"),
        rows=3,
        empty=gettext_lazy("Say what is being done and who is doing it"),
    )
    promised_on = DateField(
        label=gettext_lazy("When you will send the full reply"),
        error_messages={"required": gettext_lazy("Enter the date you will send the full reply")},
    )

    def __init__(self, *args: Any, today: datetime.date, due_on: datetime.date | None, **kwargs: Any) -> None:
        """The date promised lies after today and after the first due date."""
        super().__init__(*args, **kwargs)
        self.after = max(today, due_on) if due_on else today
        example = short_date(self.after + datetime.timedelta(days=7))
        self.fields["promised_on"].help_text = _("For example, %(day)s.") % {"day": example}

    def clean_promised_on(self) -> datetime.date | None:
        """Refuses a date that is no later than the one that is missed, and one too far away to be meant."""
        day: datetime.date | None = self.cleaned_data["promised_on"]
        if day and day <= self.after:
            raise forms.ValidationError(_("The date must be after %(day)s") % {"day": long_date(self.after)})
        latest = self.after + datetime.timedelta(days=366)
        if day and day > latest:
            raise forms.ValidationError(_("The date must be before %(day)s") % {"day": long_date(latest)})
        return day

    def reply(self) -> HoldingReply:
        """What the action takes."""
        given = self.cleaned_data
        return HoldingReply(given["reason"], given["action"], given["promised_on"])


class QuestionForm(AnswerForm):
    """One question to the member."""

    text = LongText(label=gettext_lazy("Your question"), empty=gettext_lazy("Enter your question"))


class HandBackForm(AnswerForm):
    """«Not ours»."""

    note = LongText(
        label=gettext_lazy("Why it is not for you, and who should have it"),
        rows=4,
        empty=gettext_lazy("Say why it is not for you, and who should have it"),
        help_text=gettext_lazy("Democratic services read this. The member does not."),
    )


class NoteForm(PortalForm):
    """A note among officers."""

    token = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)
    text = LongText(label=gettext_lazy("New note"), rows=4, empty=gettext_lazy("Enter a note"))


class FilesForm(PortalForm):
    """Files that an officer adds to a case."""

    token = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)
    attachments = MultipleFileField(
        label=gettext_lazy("Add files"),
        help_text=gettext_lazy("Photos, PDFs, Word documents or emails, each smaller than 10MB."),
        error_messages={"required": gettext_lazy("Choose a file")},
    )
