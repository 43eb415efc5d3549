"""What the portal's forms share: no browser validation, dates as people type them, several files at once."""

import datetime
import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.forms.utils import pretty_name
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.wording import MONTHS, short_date

_EARLIEST, _LATEST = 1900, 2199
_NUMBERS = re.compile(r"^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$")
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_WORDS = re.compile(r"^(?:[a-z]+day,? +)?(\d{1,2})(?:st|nd|rd|th)? +([a-z]+)\.?,?(?: +(\d{4}|\d{2}))?$")


class PlainSentences:
    """What a form says where its author wrote nothing: how to mend it, in the field's own words."""

    use_required_attribute = False
    fields: dict[str, forms.Field]

    def __init__(self, *given: Any, **named: Any) -> None:
        """Replaces Django's sentences, and no others."""
        super().__init__(*given, **named)
        for name, field in self.fields.items():
            label = str(field.label or pretty_name(name))
            for code, words in _sentences(field).items():
                if field.error_messages.get(code) is _djangos(field, code):
                    field.error_messages[code] = words % {"label": label, "it": label[:1].lower() + label[1:]}


class PortalForm(PlainSentences, forms.Form):
    """A form that the server alone validates: browsers' own messages are not kept in plain English."""


class OnceForm(PortalForm):
    """Counts once, however often it is sent; `version` is that of the row that was read."""

    token = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class PortalModelForm(PlainSentences, forms.ModelForm):  # type: ignore[type-arg]
    """The same for a form that edits one row."""


def _djangos(field: forms.Field, code: str) -> Any:
    """Django's own sentence for a field of that kind; None for what a validator tells."""
    kinds = (kind for kind in type(field).__mro__ if kind.__module__.startswith("django."))
    given = (kind.__dict__.get("default_error_messages", {}) for kind in kinds)
    return next((sentences[code] for sentences in given if code in sentences), None)


def _sentences(field: forms.Field) -> dict[str, str]:
    """The sentence of each code for this kind of field; `%%` is left for the validator's own numbers."""
    if isinstance(field, forms.FileField):
        return {"required": gettext("Choose %(it)s")}
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        return dict.fromkeys(("required", "invalid_choice"), gettext("Choose %(it)s"))
    sentences = {"required": gettext("Enter %(it)s")}
    if isinstance(field, forms.CharField):
        sentences["max_length"] = gettext("%(label)s must be %%(limit_value)d characters or fewer")
    if isinstance(field, forms.EmailField):
        sentences["invalid"] = gettext("Enter an email address in the correct format, like name@example.com")
    return sentences


def _month(word: str) -> int | None:
    """The month that a name or its first three or more letters mean («nov», «sept», «december»)."""
    if len(word) < 3:
        return None
    return next((place for place, name in enumerate(MONTHS, 1) if name.lower().startswith(word)), None)


def _year(text: str) -> int:
    """Four digits as they are; two digits are this century's."""
    return int(text) if len(text) == 4 else 2000 + int(text)


def _nearest(day: int, month: int, today: datetime.date) -> datetime.date | None:
    """The day and month without a year, in the year that brings it nearest to today."""
    found = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            found.append(datetime.date(year, month, day))
        except ValueError:
            continue
    return min(found, key=lambda date: abs(date - today), default=None)


def read_day(text: str, *, today: datetime.date) -> datetime.date | None:
    """The day that somebody typed: «25/11/26», «2026-11-25», «25 Nov», «Tuesday 1 December 2026».

    Without a year the nearest such day to `today` is meant. None when there is no such day.
    """
    typed = " ".join(text.replace("\N{NO-BREAK SPACE}", " ").lower().split())
    try:
        if found := _ISO.match(typed):
            return _within(datetime.date(int(found[1]), int(found[2]), int(found[3])))
        if found := _NUMBERS.match(typed):
            return _within(datetime.date(_year(found[3]), int(found[2]), int(found[1])))
        if (found := _WORDS.match(typed)) and (month := _month(found[2])):
            if found[3] is None:
                return _nearest(int(found[1]), month, today)
            return _within(datetime.date(_year(found[3]), month, int(found[1])))
    except ValueError:
        return None
    return None


def _within(day: datetime.date) -> datetime.date | None:
    """The day, unless its year is nobody's: 20026 is a slip, and so is 202."""
    return day if _EARLIEST <= day.year <= _LATEST else None


class DateField(forms.DateField):
    """A day in one text box. `earliest` and `latest` refuse what lies outside, naming the day they end on."""

    widget = forms.TextInput
    default_error_messages = {"invalid": _("Enter a real date, like 25/11/2026")}

    def __init__(self, **options: Any) -> None:
        """As Django's own; the box is as wide as a date unless a widget is given."""
        options.setdefault(
            "widget", forms.TextInput(attrs={"class": "govuk-input--width-10", "autocomplete": "off"})
        )
        super().__init__(**options)

    def to_python(self, value: Any) -> datetime.date | None:
        """The day; nothing for an empty box; a sentence that shows how for anything else."""
        if value in self.empty_values or not str(value).strip():
            return None
        if isinstance(value, datetime.datetime):
            return value.date()
        if isinstance(value, datetime.date):
            return value
        day = read_day(str(value), today=timezone.localdate())
        if day is None:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return day

    def prepare_value(self, value: Any) -> Any:
        """What the box shows: a stored day as 25/11/2026, what was typed as it was typed."""
        return short_date(value) if isinstance(value, datetime.date) else value


class MultipleFileInput(forms.ClearableFileInput):
    """A file box that takes several."""

    allow_multiple_selected = True


class MultipleFileField(forms.FileField):
    """Several files; its value is a list, empty when none was chosen. Casework judges content and size."""

    widget = MultipleFileInput

    def clean(self, data: Any, initial: Any = None) -> "list[UploadedFile[bytes]]":
        """Each file through Django's own checks; the first fault is told."""
        given: Sequence[Any] = data if isinstance(data, list | tuple) else [data] if data else []
        if not given:
            super().clean(None, initial)
            return []
        return [super(MultipleFileField, self).clean(file, initial) for file in given]

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Was a file chosen? An empty list is none."""
        return bool(data) and not self.disabled
