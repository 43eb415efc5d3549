"""Boxes that several forms of this floor have: several lines of words, a person of today, a last day."""

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.forms import DateField

LONGEST = 20_000


class Words(forms.CharField):
    """Several lines; `empty` is what the page says when the box was left empty."""

    def __init__(self, *, empty: Any = "", rows: int = 4, **options: Any) -> None:
        """As Django's own; what is too long is told with its number."""
        options.setdefault("max_length", LONGEST)
        messages = {"max_length": gettext_lazy("This must be %(limit_value)d characters or fewer")}
        if empty:
            messages["required"] = empty
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), error_messages=messages, **options)
        self.widget.attrs.pop("maxlength", None)


def one_of(field: forms.Field, choices: list[tuple[str, str]], *, none: Any) -> None:
    """Gives a select its choices, with a first line that is none of them."""
    field.choices = [("", str(none)), *choices]  # type: ignore[attr-defined]


def last_day(
    cleaned: dict[str, Any], name: str, form: forms.Form, *, today: datetime.date, latest: datetime.date
) -> None:
    """Tells beside the box of a last day that is past, or too far off."""
    day = cleaned.get(name)
    if day is not None and day < today:
        form.add_error(name, _("The last day must be today or later"))
    elif day is not None and day > latest:
        form.add_error(name, _("The last day must be within a year"))


__all__ = ["LONGEST", "DateField", "Words", "last_day", "one_of"]
