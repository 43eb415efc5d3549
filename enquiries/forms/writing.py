"""A new enquiry: three questions that need an answer, the rest optional; a draft needs none of them."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.forms import MultipleFileField, PortalForm
from council.models import Person, Service
from enquiries.actions.logging import Draft
from enquiries.models import Channel, Privacy
from enquiries.rules.stating import HINTS, LABELS, USUAL, Kind, Stated, said_of

UNSURE = "unsure"
LONGEST_DETAILS = 4000
ACCEPTED = "image/*,.heic,.pdf,.doc,.docx,.eml,.msg"


# Who may read an enquiry, at the member's choice; with no choice made it is ordinary.
ORDINARY, PRIVATE, CONFIDENTIAL = "ordinary", "private", "confidential"
TREATMENTS = (
    (ORDINARY, gettext_lazy("Ordinary")),
    (PRIVATE, gettext_lazy("Private")),
    (CONFIDENTIAL, gettext_lazy("Confidential")),
)
TREATMENT_HINTS = {
    ORDINARY: gettext_lazy(
        "The team that answers, its directors, your named assistants, democratic services and the monitoring "
        "officer can read it."
    ),
    PRIVATE: gettext_lazy(
        "You ask that it be kept private. Before anybody reads it, the officer says whether this can be. "
        "It is never copied or shown to another member."
    ),
    CONFIDENTIAL: gettext_lazy(
        "For health, safeguarding or other sensitive matters. Only you, the officers named in it and the "
        "monitoring officer will see it."
    ),
}


def _too_long(what: str) -> dict[str, Any]:
    return {"max_length": gettext_lazy("%s must be %%(limit_value)d characters or fewer") % what}


def treatment_of(draft: Draft) -> str:
    """Which of the three was chosen for what is kept."""
    if draft.is_confidential:
        return CONFIDENTIAL
    return PRIVATE if draft.privacy != Privacy.ORDINARY else ORDINARY


@dataclass(frozen=True)
class Besides:
    """What the form asks only here: a member named where there is one alone, the remit, whether facts alone.

    `which_member` is the text's own sentence for a political assistant who names none; `remit` names the
    remit, or is empty where several members' differ.
    """

    which_member: str = ""
    remit: str | None = None
    factual: bool = False


NOTHING_MORE = Besides()


class EnquiryForm(PortalForm):
    """A member's enquiry, written by the member or the member's own assistant.

    `members` are those for whom the person may write: the question is asked only where there are several.
    A draft (`to_send=False`) may leave out what an enquiry may not.
    """

    token = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    member = forms.ChoiceField(
        label=gettext_lazy("Which member is it for?"),
        error_messages={
            "required": gettext_lazy("Choose a member"),
            "invalid_choice": gettext_lazy("Choose a member"),
        },
    )
    service = forms.ChoiceField(
        label=gettext_lazy("Which service is it about?"),
        widget=forms.Select(attrs={"data-routes": "routes"}),
        error_messages={
            "required": gettext_lazy("Choose a service"),
            "invalid_choice": gettext_lazy("Choose a service"),
        },
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("What is it?"),
        required=False,
        choices=[(kind.value, gettext_lazy(words)) for kind, words in LABELS.items()],
        initial=USUAL.value,
        widget=forms.RadioSelect(
            attrs={
                "class": "govuk-radios--small",
                "data-kinds": "becomes",
                "hints": {kind.value: gettext_lazy(words) for kind, words in HINTS.items()},
            }
        ),
        error_messages={"invalid_choice": gettext_lazy("Choose what it is")},
    )
    remit = forms.ChoiceField(
        label=gettext_lazy("For a co-opted member: is it within the remit?"),
        required=False,
        choices=[("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No"))],
        initial="yes",
        widget=forms.RadioSelect(attrs={"class": "govuk-radios--small govuk-radios--inline"}),
        error_messages={"invalid_choice": gettext_lazy("Choose whether it is within the remit")},
    )
    subject = forms.CharField(
        label=gettext_lazy("Subject"),
        help_text=gettext_lazy("A few words. Do not include a resident’s name."),
        max_length=80,
        widget=forms.TextInput(attrs={"enterkeyhint": "next"}),
        error_messages={
            "required": gettext_lazy("Enter a subject"),
            **_too_long("The subject"),
        },
    )
    details = forms.CharField(
        label=gettext_lazy("What do you want to know, or want done?"),
        max_length=LONGEST_DETAILS,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={
            "required": gettext_lazy("Enter what you want to know, or want done"),
            **_too_long("What you want to know, or want done,"),
        },
    )
    street = forms.CharField(
        label=gettext_lazy("Street or place"),
        max_length=80,
        required=False,
        error_messages=_too_long("The street or place"),
    )
    resident_name = forms.CharField(
        label=gettext_lazy("Resident’s name"),
        max_length=120,
        required=False,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "label_class": "govuk-label--s"}
        ),
        error_messages=_too_long("The resident’s name"),
    )
    resident_contact = forms.CharField(
        label=gettext_lazy("Phone number or email address"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages=_too_long("The phone number or email address"),
    )
    uploads = MultipleFileField(
        label=gettext_lazy("Photos or letters"),
        required=False,
        error_messages={
            "empty": gettext_lazy("The selected file is empty"),
            "invalid": gettext_lazy("The selected file must be a photo, PDF, Word document or email"),
        },
    )
    treatment = forms.ChoiceField(
        label=gettext_lazy("Who may read it"),
        choices=TREATMENTS,
        initial=ORDINARY,
        widget=forms.RadioSelect(attrs={"class": "govuk-radios--small", "hints": TREATMENT_HINTS}),
        error_messages={"invalid_choice": gettext_lazy("Choose who may read it")},
    )

    def __init__(
        self,
        *given: Any,
        members: Sequence[Person],
        services: Sequence[Service],
        to_send: bool = True,
        today: datetime.date,
        besides: Besides = NOTHING_MORE,
        **options: Any,
    ) -> None:
        """As Django's own, with the choices of the day, and what the text asks besides."""
        super().__init__(*given, **options)
        self._members = {str(member.pk): member for member in members}
        self._services = {str(service.pk): service for service in services}
        self._to_send, self.today = to_send, today
        self.fields["uploads"].widget.attrs["accept"] = ACCEPTED
        self._offer("service", _("Choose a service"), {pk: s.name for pk, s in self._services.items()})
        self.fields["service"].choices += [(UNSURE, _("I’m not sure"))]  # type: ignore[attr-defined]
        self._offer("member", _("Choose a member"), {pk: m.name for pk, m in self._members.items()})
        if len(self._members) == 1 and not besides.which_member:
            del self.fields["member"]
        elif besides.which_member:
            self.fields["member"].error_messages["required"] = besides.which_member
        if besides.remit is None:
            del self.fields["remit"]
        else:
            self.fields["remit"].help_text = besides.remit

    def _offer(self, name: str, first: str, words: dict[str, str]) -> None:
        self.fields[name].choices = [("", first), *words.items()]  # type: ignore[attr-defined]

    def add_error(self, field: str | None, error: Any) -> None:
        """A draft may be unfinished; whose it is has to be known all the same. Unsaid, it is ordinary."""
        if field == "treatment" and getattr(error, "code", "") == "required":
            return
        if not self._to_send and field != "member" and getattr(error, "code", "") == "required":
            return
        super().add_error(field, error)

    @property
    def member_chosen(self) -> Person | None:
        """For whom it is written; None while that is not said."""
        if "member" not in self.fields:
            return next(iter(self._members.values()), None)
        return self._members.get(self.cleaned_data.get("member", ""))

    @property
    def service_shown(self) -> str:
        """The choice that the page shows an answer to; empty for none, and for one that is not offered."""
        value = str(self["service"].value() or "")
        return value if value in self._services or value == UNSURE else ""

    @property
    def service_chosen(self) -> Service | None:
        """The service that is chosen; None for none, and for «not sure»."""
        return self._services.get(str(self["service"].value() or ""))

    @property
    def stated(self) -> Stated:
        """What the form says that it is; what was not chosen is the usual."""
        kind = str(self["kind"].value() or USUAL)
        within = str(self["remit"].value() or "yes") == "yes" if "remit" in self.fields else None
        return Stated(Kind(kind) if kind in list(Kind) else USUAL, within)

    def draft(self, kept: Draft) -> Draft:
        """What was typed; where a box cannot be kept as it is, what was kept of it before."""
        typed: dict[str, Any] = {
            name: self.cleaned_data[name]
            for name in (
                "subject",
                "details",
                "street",
                "resident_name",
                "resident_contact",
            )
            if name in self.cleaned_data
        }
        for name in ("subject", "details"):
            if name not in self.cleaned_data and name not in self.errors:
                typed[name] = ""  # left empty in a draft
        typed["service"] = self._services.get(self.cleaned_data.get("service", ""))
        typed["facts"] = said_of(self.stated)
        return replace(kept, **typed, **self._treatment(kept), **self.receipt(kept))

    def _treatment(self, kept: Draft) -> dict[str, Any]:
        """Confidential, private (asked for, and heard once it is sent), or neither."""
        if "treatment" not in self.cleaned_data:
            return {"is_confidential": kept.is_confidential, "privacy": kept.privacy}
        chosen = self.cleaned_data["treatment"]
        return {
            "is_confidential": chosen == CONFIDENTIAL,
            "privacy": Privacy.ASKED if chosen == PRIVATE else Privacy.ORDINARY,
        }

    def receipt(self, kept: Draft) -> dict[str, Any]:
        """How it reached the council, and when: written here, it is received when it is sent."""
        return {"channel": Channel.WEB, "received_on": None}
