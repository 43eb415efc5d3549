"""What an officer types who offers something to every political group."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from briefings.forms.deciding import LeadingForm
from council.models import Person
from rulebook.briefing.request import Form
from rulebook.protocol import Protocol

# An officer comes to the meeting of a group only where the group asks for that.
FORMS = {
    Form.BRIEFING: gettext_lazy("A briefing"),
    Form.REPORT: gettext_lazy("A written report"),
}


class OfferForm(LeadingForm):
    """What is offered, in words that every group reads, and who sees to it."""

    form = forms.ChoiceField(
        label=gettext_lazy("What do you offer?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what you offer")},
    )
    subject = forms.CharField(
        label=gettext_lazy("Subject"),
        max_length=200,
        help_text=gettext_lazy("Neutral words. Every political group reads them."),
        error_messages={"required": gettext_lazy("Enter the subject")},
    )
    field_order = ("token", "version", "form", "subject", "lead")

    def __init__(self, *given: Any, text: Protocol, leads: QuerySet[Person], **named: Any) -> None:
        """`text` is the protocol in force, for the forms that it has; `leads` may be named to see to it."""
        super().__init__(*given, leads=leads, **named)
        forms_there = text.briefings.forms
        self.fields["form"].choices = [  # type: ignore[attr-defined]
            (one.value, label) for one, label in FORMS.items() if one in forms_there or not forms_there
        ]
