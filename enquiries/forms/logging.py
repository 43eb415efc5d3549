"""An enquiry that came by other means than the portal, as democratic services write it down."""

import datetime
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.forms import DateField
from casework.wording import plain_date
from council.models import Person
from enquiries.actions.logging import Draft
from enquiries.forms.writing import NOTHING_MORE, Besides, EnquiryForm
from enquiries.models import Channel
from enquiries.rules.stating import FOR_OTHERS, LABELS, Stated

_ONE_YEAR = datetime.timedelta(days=366)
Officers = Sequence[tuple[Person, str]]


class LoggedForMemberForm(EnquiryForm):
    """An enquiry that a member brought by other means, written down by democratic services (WF-6.8)."""

    channel = forms.ChoiceField(
        label=gettext_lazy("How did it reach us?"),
        choices=[
            ("", gettext_lazy("Choose how it reached us")),
            *[choice for choice in Channel.choices if choice[0] != Channel.WEB],
        ],
        error_messages={
            "required": gettext_lazy("Choose how it reached us"),
            "invalid_choice": gettext_lazy("Choose how it reached us"),
        },
    )
    received_on = DateField(
        label=gettext_lazy("Date received"),
        help_text=gettext_lazy("The day on which it reached us, for example 25/11/2026."),
        error_messages={"required": gettext_lazy("Enter the date received")},
    )
    addressed_to = forms.ChoiceField(
        label=gettext_lazy("Addressed to"),
        required=False,
        help_text=gettext_lazy("If the member asked a named officer."),
        error_messages={"invalid_choice": gettext_lazy("Choose an officer of today, or nobody")},
    )
    factual = forms.BooleanField(label=gettext_lazy("It asks for facts alone"), required=False)
    field_order = ("token", "member", "channel", "received_on", "addressed_to", "factual")

    def __init__(
        self, *given: Any, besides: Besides = NOTHING_MORE, officers: Officers = (), **options: Any
    ) -> None:
        """`officers`: those of the day whom a member may have addressed, each with the job."""
        super().__init__(*given, besides=besides, **options)
        self.fields["kind"].choices = [  # type: ignore[attr-defined]
            (kind.value, _(FOR_OTHERS.get(kind, words))) for kind, words in LABELS.items()
        ]
        self._officers = {str(officer.pk): officer for officer, _job in officers}
        words = {str(one.pk): ", ".join(filter(None, (one.name, job))) for one, job in officers}
        self._offer("addressed_to", _("Nobody by name"), words)
        if not besides.factual:
            del self.fields["factual"]

    @property
    def officer_addressed(self) -> Person | None:
        """The officer named; None for nobody, and for one who is not offered."""
        return self._officers.get(str(self["addressed_to"].value() or ""))

    @property
    def stated(self) -> Stated:
        """As any enquiry's, and whether it asks for facts alone."""
        only = "factual" in self.fields and bool(self["factual"].value())
        return replace(super().stated, factual_only=only)

    def clean_received_on(self) -> datetime.date | None:
        """Today or before, and not so long ago that it must be a slip."""
        day: datetime.date | None = self.cleaned_data["received_on"]
        earliest = self.today - _ONE_YEAR
        if day and day > self.today:
            raise ValidationError(_("The date received must be today or earlier"))
        if day and day < earliest:
            words = _("The date received must be %(day)s or later: the portal takes no older enquiries")
            raise ValidationError(words % {"day": plain_date(earliest)})
        return day

    def receipt(self, kept: Draft) -> dict[str, Any]:
        """As democratic services say it."""
        channel = self.cleaned_data.get("channel") or kept.channel
        return {
            "channel": Channel(channel),
            "received_on": self.cleaned_data.get("received_on") or kept.received_on,
            "addressed_to": self.officer_addressed,
        }
