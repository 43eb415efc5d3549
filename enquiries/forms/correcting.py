"""What is typed to put right what was entered or sent wrongly; each with its reason."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from council.models import Service
from enquiries.forms.answering import AnswerForm, LongText
from enquiries.models import Enquiry
from enquiries.rules.subject import names_in

LONGEST_SUBJECT = 80
READ_BY_MEMBER = gettext_lazy("The member can read this in the history.")


class CorrectionForm(AnswerForm):
    """The version that was read, the form's token, and the reason."""

    reason = LongText(
        label=gettext_lazy("Why it is put right"),
        rows=3,
        max_length=500,
        empty=gettext_lazy("Say why it is put right"),
        help_text=READ_BY_MEMBER,
    )


class MemberForm(CorrectionForm):
    """For which member it should have been entered."""

    member = forms.ChoiceField(
        label=gettext_lazy("Whose enquiry is it?"),
        error_messages=dict.fromkeys(("required", "invalid_choice"), gettext_lazy("Choose a member")),
    )
    field_order = ("member", "reason")

    def __init__(self, *args: Any, members: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        """`members`: each one's number, and name with ward."""
        super().__init__(*args, **kwargs)
        self.fields["member"].choices = [("", gettext_lazy("Choose a member")), *members]  # type: ignore[attr-defined]


class ServiceForm(CorrectionForm):
    """Which service answers for it."""

    service: forms.ModelChoiceField[Service] = forms.ModelChoiceField(
        queryset=Service.objects.none(),
        label=gettext_lazy("Which service should have it?"),
        empty_label=gettext_lazy("Choose a service"),
        error_messages=dict.fromkeys(("required", "invalid_choice"), gettext_lazy("Choose a service")),
    )
    field_order = ("service", "reason")

    def __init__(self, *args: Any, has_it: int | None, **kwargs: Any) -> None:
        """`has_it` is the service that has it now, which is no correction."""
        super().__init__(*args, **kwargs)
        services = Service.objects.filter(is_open=True)
        if has_it:
            services = services.exclude(pk=has_it)
        self.fields["service"].queryset = services  # type: ignore[attr-defined]


class SubjectForm(CorrectionForm):
    """Another subject, without the resident's name."""

    subject = forms.CharField(
        label=gettext_lazy("Subject"),
        max_length=LONGEST_SUBJECT,
        error_messages={
            "required": gettext_lazy("Enter a subject"),
            "max_length": gettext_lazy("The subject must be %(limit_value)d characters or fewer"),
        },
        help_text=gettext_lazy("It stands in lists and files: leave out the resident’s name."),
    )
    field_order = ("subject", "reason")

    def __init__(self, *args: Any, enquiry: Enquiry, **kwargs: Any) -> None:
        """`enquiry` is what it is the subject of."""
        super().__init__(*args, **kwargs)
        self.fields["subject"].widget.attrs.pop("maxlength", None)
        self.enquiry = enquiry

    def clean_subject(self) -> str:
        """Refuses a resident's name, and the subject that stands already."""
        subject: str = self.cleaned_data["subject"]
        if names_in(subject, self.enquiry.resident_name):
            raise forms.ValidationError(_("Leave the resident’s name out of the subject"))
        if subject == self.enquiry.subject:
            raise forms.ValidationError(_("Enter another subject than the one that stands"))
        return subject


class TakeBackForm(CorrectionForm):
    """Why the reply is taken back, and where it belongs, if that is known."""

    meant_for = forms.CharField(
        label=gettext_lazy("Number of the enquiry that it was meant for"),
        max_length=16,
        required=False,
        error_messages={"max_length": gettext_lazy("Enter a number such as ENQ-7K4M-2")},
        help_text=gettext_lazy("If you answer there too, the reply waits there as your draft."),
    )
    field_order = ("reason", "meant_for")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """The reason in words of its own: the member does not read it."""
        super().__init__(*args, **kwargs)
        reason = self.fields["reason"]
        reason.label = _("What went wrong")
        reason.help_text = _("Staff read this, the monitoring officer first. The member does not.")
        reason.error_messages["required"] = _("Say what went wrong")
        self.fields["meant_for"].widget.attrs.pop("maxlength", None)
