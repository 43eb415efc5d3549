"""What may be typed about signing: a name, a day on paper, a day on which it was shown, the filters."""

import datetime
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.forms import DateField, OnceForm, PortalForm
from council.models import Directorate, PoliticalGroup
from council.rules.signing import Document
from rulebook.signing import SIGNER_LABELS, Signer

ANY = ("", _("Any"))
OWED, SIGNED = "not-signed", "signed"
NO_GROUP = "none"


class SignForm(OnceForm):
    """«Signed as read»: the name and a tick. `current` is the fingerprint of the words on the page."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    name = forms.CharField(
        label=_("Print your name"), max_length=160, error_messages={"required": _("Enter your name")}
    )
    read = forms.BooleanField(
        label=_("I have read this and sign it"), error_messages={"required": _("Tick the box to sign")}
    )

    def __init__(self, *args: Any, current: str, **kwargs: Any) -> None:
        """For the words as they stand."""
        super().__init__(*args, **kwargs)
        self._current = current

    def clean(self) -> dict[str, Any]:
        """Nobody signs other words than the page showed: what changed is read first."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("seen") != self._current:
            self.data = {**self.data, "seen": self._current}
            raise forms.ValidationError(
                gettext("The words changed while you were reading. Read them again below, then sign.")
            )
        return cleaned


class OnPaperForm(OnceForm):
    """What somebody signed on paper: which document, the name on it, the day on it."""

    document = forms.ChoiceField(
        label=_("What was signed"), error_messages={"required": _("Choose what was signed")}
    )
    name = forms.CharField(
        label=_("Name on the paper"),
        max_length=160,
        error_messages={"required": _("Enter the name on the paper")},
    )
    signed_on = DateField(
        label=_("Date on the paper"),
        help_text=_("For example 25/11/2026."),
        error_messages={"required": _("Enter the date on the paper")},
    )

    def __init__(
        self, *args: Any, documents: Iterable[Document], today: datetime.date, **kwargs: Any
    ) -> None:
        """`documents` are those that this person has still to sign."""
        super().__init__(*args, **kwargs)
        choices = [(one.key, f"{one.title}, {one.label}") for one in documents]
        self.fields["document"].choices = choices  # type: ignore[attr-defined]
        self._today = today

    def clean_signed_on(self) -> datetime.date:
        """Nobody signed tomorrow."""
        day: datetime.date = self.cleaned_data["signed_on"]
        if day > self._today:
            raise forms.ValidationError(gettext("The date on the paper must be today or earlier"))
        return day


class ShownForm(OnceForm):
    """On which day a manager showed the protocol."""

    shown_on = DateField(
        label=_("On which day did you show it?"),
        help_text=_("For example 25/11/2026."),
        error_messages={"required": _("Enter the day on which you showed it")},
    )

    def __init__(self, *args: Any, today: datetime.date, begun_on: datetime.date, **kwargs: Any) -> None:
        """From the first day of the work until today."""
        super().__init__(*args, **kwargs)
        self._today, self._begun_on = today, begun_on

    def clean_shown_on(self) -> datetime.date:
        """Not to come; a few days before the work began is what a careful manager does."""
        day: datetime.date = self.cleaned_data["shown_on"]
        if day > self._today:
            raise forms.ValidationError(gettext("The day must be today or earlier"))
        if day < self._begun_on - datetime.timedelta(days=92):
            raise forms.ValidationError(gettext("This is more than three months before the work began"))
        return day


class SignedFilters(PortalForm):
    """Which document, signed or not, as what, in which group or directorate; as they stand in the address."""

    document = forms.ChoiceField(label=_("What is signed"), required=False)
    state = forms.ChoiceField(
        label=_("Signed"),
        required=False,
        choices=[ANY, (OWED, _("Not signed")), (SIGNED, _("Signed"))],
    )
    signer = forms.ChoiceField(
        label=_("Who"),
        required=False,
        choices=[ANY, *((one.value, _(SIGNER_LABELS[one])) for one in Signer)],
    )
    group = forms.ChoiceField(label=_("Political group"), required=False)
    directorate = forms.ChoiceField(label=_("Directorate"), required=False)

    def __init__(self, *args: Any, documents: Iterable[Document], on: datetime.date, **kwargs: Any) -> None:
        """`on`: the day whose groups are offered."""
        super().__init__(*args, **kwargs)
        offered = {
            "document": [(one.key, one.title) for one in documents],
            "group": [
                *((str(one.pk), one.name) for one in PoliticalGroup.objects.on(on)),
                (NO_GROUP, _("Members in no group")),
            ],
            "directorate": [(str(one.pk), one.name) for one in Directorate.objects.all()],
        }
        for name, choices in offered.items():
            self.fields[name].choices = [ANY, *choices]  # type: ignore[attr-defined]

    def applied(self) -> dict[str, str]:
        """The filters in use; nonsense in the address is none."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def words_of(self, name: str, value: str) -> str:
        """«Political group: Progressive Group»."""
        words = {str(key): str(shown) for key, shown in self.fields[name].choices}  # type: ignore[attr-defined]
        return f"{self.fields[name].label}: {words[value]}"
