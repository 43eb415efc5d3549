"""What is searched for on the audit desk: a name or a case number, what was done, from when to when."""

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.forms import DateField, PortalForm
from protocol_portal.audit.kinds import Group


class _Days(PortalForm):
    """From a day to a day, both counted in; the last is not before the first."""

    first = DateField(label=_("From"), required=False, help_text=_("For example 25/11/2026."))
    last = DateField(label=_("To"), required=False)

    def clean(self) -> dict[str, Any]:
        """The end after the start."""
        cleaned: dict[str, Any] = super().clean() or {}
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last and last < first:
            self.add_error("last", gettext("The last day must be on or after the first day"))
        return cleaned

    def chosen(self) -> dict[str, str]:
        """What is asked for, as the address and the record keep it."""
        self.is_valid()
        given = {name: value for name, value in self.cleaned_data.items() if value}
        return {
            name: value.isoformat() if isinstance(value, datetime.date) else str(value)
            for name, value in given.items()
        }


class LookedForm(_Days):
    """The search of «Who looked at what»."""

    q = forms.CharField(label=_("Name or case number"), required=False, max_length=80)
    what = forms.ChoiceField(
        label=_("What was done"),
        required=False,
        choices=[(group.value, _(group.label)) for group in Group],
    )
    field_order = ("q", "what", "first", "last")

    def clean(self) -> dict[str, Any]:
        """Something is searched for: a name, a number, days, or another thing that was done."""
        cleaned = super().clean()
        asked = any(cleaned.get(name) for name in ("q", "first", "last"))
        if not asked and not self.errors and cleaned.get("what") in ("", Group.LOOKED.value):
            self.add_error("q", gettext("Enter a name or a case number"))
        return cleaned


class ChangedForm(_Days):
    """The search of «Who changed what»: a register, and the name of whoever changed it."""

    register = forms.ChoiceField(
        label=_("Register"),
        required=False,
        error_messages={"invalid_choice": _("Choose a register from the list")},
    )
    q = forms.CharField(label=_("Changed by"), required=False, max_length=80)
    field_order = ("register", "q", "first", "last")

    def __init__(self, *args: Any, registers: list[tuple[str, str]], **kwargs: Any) -> None:
        """`registers` are those that keep a history, by name."""
        super().__init__(*args, **kwargs)
        self.fields["register"].choices = registers  # type: ignore[attr-defined]
