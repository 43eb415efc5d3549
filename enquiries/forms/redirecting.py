"""What an officer types to hand an enquiry on, to follow it there, and to bring it back."""

import datetime
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.forms import DateField, MultipleFileField
from casework.wording import long_date
from enquiries.actions.redirecting import Move
from enquiries.forms.answering import AnswerForm, LongText
from rulebook.triage import Handling

_ONE_YEAR = datetime.timedelta(days=366)


class RedirectForm(AnswerForm):
    """Where it goes, and what the member is told."""

    process = forms.ChoiceField(
        label=gettext_lazy("Which process?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose a process"),
            "invalid_choice": gettext_lazy("Choose a process"),
        },
    )
    place = forms.CharField(
        label=gettext_lazy("Who handles it there?"),
        help_text=gettext_lazy("A team or an office, for example the complaints team."),
        max_length=120,
        error_messages={
            "required": gettext_lazy("Enter who handles it there"),
            "max_length": gettext_lazy("This must be %(limit_value)d characters or fewer"),
        },
    )
    their_reference = forms.CharField(
        label=gettext_lazy("Its number there"),
        help_text=gettext_lazy("You can add it later."),
        max_length=60,
        required=False,
        error_messages={"max_length": gettext_lazy("This must be %(limit_value)d characters or fewer")},
    )
    expected_on = DateField(
        label=gettext_lazy("When the member can expect an answer there"),
        required=False,
        help_text=gettext_lazy("Needed unless the law gives the date."),
        error_messages={"required": gettext_lazy("Enter the date by which the member can expect an answer")},
    )
    text = LongText(
        label=gettext_lazy("Why it goes there, and what happens next"),
        empty=gettext_lazy("Say why it goes there, and what happens next"),
        help_text=gettext_lazy("The member reads exactly this."),
    )

    def __init__(
        self,
        *args: Any,
        processes: Iterable[tuple[Handling, str]],
        by_statute: dict[Handling, datetime.date],
        today: datetime.date,
        **kwargs: Any,
    ) -> None:
        """The processes that are open, and the dates that a statute gives for some of them."""
        super().__init__(*args, **kwargs)
        self.by_statute, self.today = by_statute, today
        choices = [(process.value, words) for process, words in processes]
        self.fields["process"].choices = choices  # type: ignore[attr-defined]
        if len(choices) == 1:
            self.fields["process"].initial = choices[0][0]
        self.fields["expected_on"].widget.attrs["sometimes"] = True
        given = {Handling(value) in by_statute for value, _words in choices}
        if given == {True}:
            del self.fields["expected_on"]
        elif given == {False}:
            self.fields["expected_on"].required, self.fields["expected_on"].help_text = True, ""

    def clean(self) -> dict[str, Any]:
        """A date after today, unless a statute gives it."""
        given: dict[str, Any] = super().clean() or {}
        process = given.get("process")
        if "expected_on" in self.fields and process and Handling(process) not in self.by_statute:
            fault = _fault_of(given.get("expected_on"), after=self.today)
            if fault and "expected_on" not in self.errors:
                self.add_error("expected_on", fault)
        return given

    def move(self) -> Move:
        """What the action takes."""
        given = self.cleaned_data
        process = Handling(given["process"])
        typed = None if process in self.by_statute else given.get("expected_on")
        return Move(process, given["place"], given["text"], given["their_reference"], typed)


def _fault_of(day: datetime.date | None, *, after: datetime.date) -> str:
    """What is wrong with a date on which an answer is expected; nothing where it can be meant."""
    if day is None:
        return _("Enter the date by which the member can expect an answer")
    if day <= after:
        return _("The date must be after %(day)s") % {"day": long_date(after)}
    if day > after + _ONE_YEAR:
        return _("The date must be before %(day)s") % {"day": long_date(after + _ONE_YEAR)}
    return ""


class ReferForm(AnswerForm):
    """What the monitoring officer is asked."""

    note = LongText(
        label=gettext_lazy("What you ask the monitoring officer"),
        rows=3,
        empty=gettext_lazy("Say what you ask"),
        help_text=gettext_lazy("The monitoring officer reads this. The member does not."),
    )


class ThereForm(AnswerForm):
    """Its number there, or another date; the date needs a reason."""

    their_reference = forms.CharField(
        label=gettext_lazy("Its number there"),
        max_length=60,
        required=False,
        error_messages={"max_length": gettext_lazy("This must be %(limit_value)d characters or fewer")},
    )
    expected_on = DateField(
        label=gettext_lazy("When the member can expect an answer there"),
        error_messages={"required": gettext_lazy("Enter the date by which the member can expect an answer")},
    )
    reason = LongText(
        label=gettext_lazy("Why the date is another"),
        rows=3,
        max_length=500,
        required=False,
        help_text=gettext_lazy("Needed where you change the date. The member reads it."),
    )

    def __init__(self, *args: Any, now: datetime.date, today: datetime.date, **kwargs: Any) -> None:
        """`now` is the date that stands."""
        super().__init__(*args, **kwargs)
        self.now, self.today = now, today
        self.fields["reason"].widget.attrs["sometimes"] = True

    def clean(self) -> dict[str, Any]:
        """Another date lies after today and has a reason; the one that stands may stay."""
        given: dict[str, Any] = super().clean() or {}
        day = given.get("expected_on")
        if day and day != self.now:
            if fault := _fault_of(day, after=self.today):
                self.add_error("expected_on", fault)
            if not given.get("reason"):
                self.add_error("reason", _("Say why the date is another"))
        return given


class OutcomeForm(AnswerForm):
    """What came of it, with files."""

    text = LongText(
        label=gettext_lazy("What came of it"),
        rows=8,
        empty=gettext_lazy("Enter what came of it"),
        help_text=gettext_lazy("The member reads exactly this, and says whether it answers the enquiry."),
    )
    uploads = MultipleFileField(
        label=gettext_lazy("Files for the member"),
        required=False,
        help_text=gettext_lazy("Photos, PDFs, Word documents or emails, each smaller than 10MB."),
    )

    def clean(self) -> dict[str, Any]:
        """A browser sends no file twice: whoever has to mend the text chooses the files again."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("uploads") and "text" in self.errors:
            self.add_error("uploads", _("Choose the files again"))
        return given


class BringBackForm(AnswerForm):
    """Why it is answered here after all."""

    reason = LongText(
        label=gettext_lazy("Why it is answered here after all"),
        rows=3,
        max_length=500,
        empty=gettext_lazy("Say why it is answered here after all"),
        help_text=gettext_lazy("The member reads this."),
    )
