"""What a member may type while following a case: an answer, more information, what is missing, filters."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.forms import MultipleFileField, PortalForm
from council.models import Person, Service
from enquiries.forms.writing import ACCEPTED, LONGEST_DETAILS, UNSURE
from enquiries.states import FACES, State


class SayingForm(PortalForm):
    """Something that the member says in the case, with files."""

    label = gettext_lazy("More information")
    missing = gettext_lazy("Enter what you want to add")

    token = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    text = forms.CharField(max_length=LONGEST_DETAILS, widget=forms.Textarea(attrs={"rows": 6}))
    uploads = MultipleFileField(label=gettext_lazy("Photos or letters"), required=False)

    def __init__(self, *given: Any, **options: Any) -> None:
        """As Django's own, in the words of this form."""
        super().__init__(*given, **options)
        text = self.fields["text"]
        text.label, text.error_messages["required"] = self.label, self.missing
        text.error_messages["max_length"] = _("What you enter must be %(limit_value)d characters or fewer")
        self.fields["uploads"].widget.attrs["accept"] = ACCEPTED

    def clean(self) -> dict[str, Any]:
        """A browser sends no file twice: whoever has to mend the text chooses the files again."""
        cleaned = super().clean() or {}
        if cleaned.get("uploads") and "text" in self.errors:
            self.add_error("uploads", _("Choose the files again"))
        return cleaned


class AnswerForm(SayingForm):
    """The answer to the officer's question."""

    label = gettext_lazy("Your answer")
    missing = gettext_lazy("Enter your answer")


class MissingForm(SayingForm):
    """Why the reply does not answer the member."""

    label = gettext_lazy("What is missing?")
    missing = gettext_lazy("Say what is missing")


class OwnFilters(PortalForm):
    """What «My enquiries» is narrowed by; it stands in the address."""

    use_required_attribute = False
    service = forms.ChoiceField(label=gettext_lazy("Service"), required=False)
    street = forms.CharField(label=gettext_lazy("Street or place"), required=False, max_length=80)
    state = forms.ChoiceField(label=gettext_lazy("Status"), required=False)
    member = forms.ChoiceField(label=gettext_lazy("Member"), required=False)

    def __init__(self, *given: Any, services: list[Service], members: list[Person], **options: Any) -> None:
        """`members` are those whose enquiries the person follows; one needs no question."""
        super().__init__(*given, **options)
        service, state, member = (self.fields[name] for name in ("service", "state", "member"))
        service.choices = [  # type: ignore[attr-defined]
            ("", _("All services")),
            *[(str(one.pk), one.name) for one in services],
            (UNSURE, _("Not sure which service")),
        ]
        state.choices = [  # type: ignore[attr-defined]
            ("", _("All statuses")),
            *[(one.value, _(FACES[one].member)) for one in State if one is not State.DRAFT],
        ]
        member.choices = [("", _("All members")), *[(str(one.pk), one.name) for one in members]]  # type: ignore[attr-defined]
        for field in self.fields.values():
            field.required = True  # an unused filter is no optional answer: its label says only what it is
        if len(members) < 2:
            del self.fields["member"]

    def add_error(self, field: str | None, error: Any) -> None:
        """A filter that is not used, or that nobody offers, narrows nothing."""
