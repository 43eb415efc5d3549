"""What somebody types who decides on a group's request."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings.models import Briefing, Matter
from briefings.queries.answering import thought_unreasonable
from casework.forms import OnceForm
from casework.forms.disputes import WordsField
from casework.wording import long_date
from council.models import Person
from rulebook.briefing.request import Form
from rulebook.protocols import protocol

NEW = ""


class MatterField(forms.ModelChoiceField[Matter]):
    """A matter that another group has: its subject, its number and since when."""

    def label_from_instance(self, obj: Matter) -> str:
        """«Plans for the library, MAT-7K4M-2, since 3 March 2026»."""
        words = {
            "subject": obj.subject,
            "reference": obj.reference,
            "day": long_date(timezone.localdate(obj.opened_at)),
        }
        return _("%(subject)s, %(reference)s, since %(day)s") % words


class LeadingForm(OnceForm):
    """Who sees to a matter that begins."""

    lead = forms.ModelChoiceField(
        queryset=Person.objects.none(),
        label=gettext_lazy("Who sees to it"),
        empty_label=gettext_lazy("I do"),
        required=False,
        help_text=gettext_lazy("Finds dates and speakers, and sees that every group gets the same."),
    )

    def __init__(self, *given: Any, leads: QuerySet[Person], **named: Any) -> None:
        """`leads` are the officers who may be named."""
        super().__init__(*given, **named)
        self.fields["lead"].queryset = leads  # type: ignore[attr-defined]


class _DecisionForm(OnceForm):
    """Says whether another group was served on the same matter, and who was consulted on what an officer
    thought unreasonable.
    """

    same_as = MatterField(
        queryset=Matter.objects.none(),
        label=gettext_lazy("Is it the same matter as one that another group has?"),
        empty_label=gettext_lazy("No, another matter"),
        required=False,
        help_text=gettext_lazy("A group is not refused what another group was given."),
    )
    consulted = forms.CharField(
        label=gettext_lazy("Which leaders of political groups did you consult?"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Their names. The group reads this. Leave it empty if you consulted none."),
    )

    def __init__(self, *given: Any, row: Briefing, matters: QuerySet[Matter], **named: Any) -> None:
        """`matters` are those that other groups have."""
        super().__init__(*given, **named)
        if not thought_unreasonable(row):
            del self.fields["consulted"]
        field = self.fields["same_as"]
        field.queryset = matters  # type: ignore[attr-defined]
        if not matters.exists():
            del self.fields["same_as"]
        elif Form(row.form) not in protocol(row.protocol).briefings.second_group:
            field.help_text = _("Both groups then have the same papers and answers.")

    def same(self) -> Matter | None:
        """The matter that was chosen, if any."""
        found: Matter | None = self.cleaned_data.get("same_as")
        return found

    def names(self) -> str:
        """The leaders who were consulted, if any."""
        return str(self.cleaned_data.get("consulted", ""))


class AgreeForm(_DecisionForm, LeadingForm):
    """What the others may read of it, and who sees to it."""

    subject = forms.CharField(
        label=gettext_lazy("Subject, as other groups may read it"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Neutral words. Nothing of what this group said or wants."),
    )
    field_order = ("token", "version", "same_as", "subject", "lead", "consulted")

    def clean(self) -> dict[str, Any]:
        """A new matter has a subject."""
        given = super().clean() or {}
        if not given.get("same_as") and not (given.get("subject") or "").strip():
            self.add_error("subject", _("Enter the subject"))
        return given


class DeclineForm(_DecisionForm):
    """Why not."""

    reasons = WordsField(
        label=gettext_lazy("Why the group does not get it"),
        empty=gettext_lazy("Say why you are declining"),
        help_text=gettext_lazy("The group reads this, with the paragraph, and may challenge it."),
    )
    field_order = ("token", "version", "same_as", "reasons", "consulted")


class PassOnForm(OnceForm):
    """Why somebody else decides."""

    because = WordsField(
        label=gettext_lazy("Why it is passed on"),
        rows=4,
        empty=gettext_lazy("Say why it is passed on"),
        help_text=gettext_lazy("The group reads this."),
    )
