"""What is typed where an enquiry is too much work: the burden, the offer, and each side’s answer."""

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.forms import DateField
from casework.wording import long_date, short_date
from enquiries.actions.agreeing import Offer
from enquiries.forms.answering import AnswerForm, LongText
from enquiries.forms.withholding import NO, YES, AnsweringForm


class BurdenForm(AnswerForm):
    """The burden, and another date, another reply, or both."""

    burden = LongText(
        label=gettext_lazy("Why it is too much work"),
        rows=4,
        empty=gettext_lazy("Say why it is too much work"),
        help_text=gettext_lazy("For example, how many files have to be read, and by how many people."),
    )
    other_date = DateField(label=gettext_lazy("Another date for the reply"), required=False)
    other_reply = LongText(
        label=gettext_lazy("Another reply that you can give"),
        rows=3,
        required=False,
        help_text=gettext_lazy(
            "For example, the figures of one year in place of ten. Leave it empty to offer a date alone."
        ),
    )

    def __init__(self, *args: Any, today: datetime.date, due_on: datetime.date | None, **kwargs: Any) -> None:
        """Another date lies after today and after the first due date."""
        super().__init__(*args, **kwargs)
        self.after = max(today, due_on) if due_on else today
        example = short_date(self.after + datetime.timedelta(days=14))
        words = _("For example, %(day)s. Leave it empty to keep the date.") % {"day": example}
        self.fields["other_date"].help_text = words
        for name in ("other_date", "other_reply"):
            self.fields[name].widget.attrs["sometimes"] = True

    def clean_other_date(self) -> datetime.date | None:
        """Refuses a date that is no later than the one that is owed, and one too far away to be meant."""
        day: datetime.date | None = self.cleaned_data["other_date"]
        if day and day <= self.after:
            raise forms.ValidationError(_("The date must be after %(day)s") % {"day": long_date(self.after)})
        latest = self.after + datetime.timedelta(days=366)
        if day and day > latest:
            raise forms.ValidationError(_("The date must be before %(day)s") % {"day": long_date(latest)})
        return day

    def clean(self) -> dict[str, Any]:
        """Something is offered."""
        cleaned = super().clean() or {}
        if (
            "other_date" not in self.errors
            and not cleaned.get("other_date")
            and not cleaned.get("other_reply")
        ):
            self.add_error("other_date", _("Say what you propose: another date, another reply, or both"))
        return cleaned

    def offer(self) -> Offer:
        """What the action takes."""
        given = self.cleaned_data
        return Offer(given["burden"], given["other_date"], given["other_reply"])


class AgreeForm(AnsweringForm):
    """One side’s answer to the offer."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Do you agree?"),
        widget=forms.RadioSelect,
        choices=[(YES, gettext_lazy("Yes, I agree")), (NO, gettext_lazy("No, I do not agree"))],
        error_messages={"required": gettext_lazy("Say whether you agree")},
    )
    words = LongText(
        label=gettext_lazy("What you want to say about it"),
        rows=4,
        required=False,
        help_text=gettext_lazy("The other side reads it."),
    )


__all__ = ["NO", "YES", "AgreeForm", "BurdenForm"]
