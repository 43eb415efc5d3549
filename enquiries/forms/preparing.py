"""What is typed before a reply is sent: a remark to its writer, a part asked for, given or done without."""

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.forms import DateField, PortalForm
from casework.wording import long_date, short_date
from council.models import Team
from enquiries.forms.answering import AnswerForm, LongText


class ReturnForm(AnswerForm):
    """What the approver wants changed; nothing need be said where the reply is approved."""

    reply = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    remark = LongText(
        label=gettext_lazy("What should be changed?"),
        rows=4,
        empty=gettext_lazy("Say what should be changed"),
        help_text=gettext_lazy("The writer reads this. The member does not."),
    )

    def __init__(self, *args: Any, approves: bool = False, **kwargs: Any) -> None:
        """`approves` for the button that sends the reply as it is."""
        super().__init__(*args, **kwargs)
        self.fields["remark"].required = not approves


class AskPartForm(AnswerForm):
    """Which team is asked for what, and by when."""

    team: forms.ModelChoiceField[Team] = forms.ModelChoiceField(
        queryset=Team.objects.none(),
        label=gettext_lazy("Which team?"),
        empty_label=gettext_lazy("Choose a team"),
        error_messages={
            "required": gettext_lazy("Choose a team"),
            "invalid_choice": gettext_lazy("Choose a team"),
        },
    )
    question = LongText(
        label=gettext_lazy("What do you need from them?"),
        rows=4,
        empty=gettext_lazy("Say what you need from them"),
        help_text=gettext_lazy("Their officers see this case. The member does not read your question."),
    )
    due_on = DateField(
        label=gettext_lazy("By when?"),
        error_messages={"required": gettext_lazy("Enter the day by which you need it")},
    )

    def __init__(
        self, *args: Any, not_team: Team | None, today: datetime.date, latest: datetime.date, **kwargs: Any
    ) -> None:
        """Every team but the case's own; a day from today to the day of the reply."""
        super().__init__(*args, **kwargs)
        self.today, self.latest = today, latest
        self.fields["team"].queryset = Team.objects.exclude(pk=not_team.pk if not_team else 0)  # type: ignore[attr-defined]
        self.fields["due_on"].help_text = _("At the latest %(day)s.") % {"day": short_date(latest)}

    def clean_due_on(self) -> datetime.date | None:
        """Refuses a day that is past, and one later than the reply's own."""
        day: datetime.date | None = self.cleaned_data["due_on"]
        if day and day < self.today:
            raise forms.ValidationError(_("The day must be today or later"))
        if day and day > self.latest:
            raise forms.ValidationError(
                _("The day must be %(day)s or earlier") % {"day": long_date(self.latest)}
            )
        return day


class WaiveForm(PortalForm):
    """Why the reply does without a part."""

    part = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    reason = LongText(
        label=gettext_lazy("Why the reply does without it"),
        rows=3,
        empty=gettext_lazy("Say why the reply does without it"),
    )


class PartForm(PortalForm):
    """What the other team gives."""

    part = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    token = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)
    text = LongText(
        label=gettext_lazy("Your part of the reply"),
        rows=8,
        empty=gettext_lazy("Enter your part of the reply"),
        help_text=gettext_lazy(
            "Officers read this and write the reply with it. The member does not read it."
        ),
    )
