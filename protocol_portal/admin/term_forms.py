"""What a keeper may type of a local term, and the sentence that each fault gets."""

import datetime
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminDateWidget
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from casework.forms import DateField
from casework.forms.terms import faults_of_amount
from casework.models import LocalTerm
from casework.wording import plain_date
from protocol_portal.admin.reviewed import ReviewedForm
from protocol_portal.term_effects import TERMS_FOR
from rulebook.facts import is_blank
from rulebook.period import LONGEST, ClearDays

UNITS = [(unit.value, unit.label) for unit in LocalTerm.Unit if unit.value != ClearDays.key]
WHOLE_NUMBER = gettext_lazy("Enter a whole number from 1 to %(most)d") % {"most": LONGEST}


class LocalTermForm(ReviewedForm):
    """A new term: about one of the duties for which something asks a term, in a unit that fits it."""

    duty = forms.ChoiceField(
        label=_("What it is about"),
        choices=[("", "---------"), *((duty.value, gettext_lazy(duty.label)) for duty in TERMS_FOR)],
        error_messages={
            "invalid_choice": _("Choose one from the list: a term for another rule would change nothing")
        },
        help_text=_(
            "The rules of which the portal works out a date, and the target for answers in time. A term for "
            "another would change nothing."
        ),
    )
    value = forms.IntegerField(
        label=_("How many"),
        min_value=1,
        max_value=LONGEST,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "vIntegerField"}),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), WHOLE_NUMBER),
        help_text=_("A whole number. The day of receipt is not counted. A target is from 1 to 100."),
    )
    unit = forms.ChoiceField(
        label=_("Counted in"),
        choices=UNITS,
        error_messages={
            "invalid_choice": _(
                "Choose calendar days, working days or months: clear days are counted before a meeting"
            )
        },
        help_text=_(
            "Working days leave out weekends, bank holidays and the council’s closed days. A target is "
            "counted in per cent."
        ),
    )
    from_on = DateField(
        label=_("First day"),
        widget=AdminDateWidget,
        help_text=_("Today or later as a rule. Cases that are open already are never under a new term."),
    )
    to_on = DateField(
        label=_("Last day"),
        widget=AdminDateWidget,
        required=False,
        help_text=_("Leave empty while it goes on."),
    )

    class Meta:
        model = LocalTerm
        fields = ("duty", "value", "unit", "paragraph", "from_on", "to_on")

    def __init__(self, *given: Any, **named: Any) -> None:
        """The minute's own sentence, whatever is missing of it."""
        super().__init__(*given, **named)
        self.in_the_way: LocalTerm | None = None
        self.fields["paragraph"].error_messages["required"] = gettext("Enter the paragraph or minute")

    def clean_paragraph(self) -> str:
        """Signs that nobody sees decide nothing."""
        paragraph: str = self.cleaned_data["paragraph"]
        if is_blank(paragraph):
            raise forms.ValidationError(gettext("Enter the paragraph or minute"))
        return paragraph

    def clean(self) -> None:
        """What is counted fits; the days are in order, not over, and free of another term for the duty."""
        if {"duty", "value", "unit"} <= self.cleaned_data.keys():
            given = (self.cleaned_data[name] for name in ("duty", "value", "unit"))
            for box, fault in faults_of_amount(*given).items():
                self.add_error(box, fault)
        first, last = self.cleaned_data.get("from_on"), self.cleaned_data.get("to_on")
        if last and (fault := _fault_of_last_day(first, last)):
            self.add_error("to_on", fault)
        elif first and self.cleaned_data.get("duty"):
            self.in_the_way = self._holding(first, last)
            if self.in_the_way:
                self.add_error("from_on", _end_first(self.in_the_way, first))

    def stands_already(self) -> bool:
        """Is what was typed the very term that stands in its way? Then it was sent twice."""
        row = self.in_the_way
        return row is not None and all(getattr(row, name) == value for name, value in self.as_typed().items())

    def _holding(self, first: datetime.date, last: datetime.date | None) -> LocalTerm | None:
        """Another term for the duty on one of these days."""
        days = Q(to_on__isnull=True) | Q(to_on__gte=first)
        if last:
            days &= Q(from_on__lte=last)
        found: LocalTerm | None = (
            LocalTerm.objects.filter(days, duty=self.cleaned_data["duty"]).order_by("from_on").first()
        )
        return found


class EndingForm(ReviewedForm):
    """Of a term that stands only the last day may be entered."""

    to_on = DateField(
        label=_("Last day"), widget=AdminDateWidget, help_text=_("Today or later. It stands once entered.")
    )

    class Meta:
        model = LocalTerm
        fields = ("to_on",)

    def clean_to_on(self) -> datetime.date:
        """Refuses a day before the first, and one that is over."""
        last: datetime.date = self.cleaned_data["to_on"]
        if fault := _fault_of_last_day(self.instance.from_on, last):
            raise forms.ValidationError(fault)
        return last


def _fault_of_last_day(first: datetime.date | None, last: datetime.date) -> str:
    if first and last < first:
        return gettext("The last day must be on or after the first day, %(day)s") % {"day": plain_date(first)}
    if last < timezone.localdate():
        return gettext("The last day must be today or later: what is over keeps the term that it had")
    return ""


def _end_first(holding: LocalTerm, first: datetime.date) -> str:
    words = {"term": holding, "paragraph": holding.paragraph, "from": plain_date(holding.from_on)}
    if holding.to_on:
        words["to"] = plain_date(holding.to_on)
        said = gettext(
            "%(term)s (%(paragraph)s) holds from %(from)s to %(to)s. Choose days on which no other term holds"
        )
        return said % words
    if holding.from_on > first:
        said = gettext("%(term)s (%(paragraph)s) begins on %(from)s. Enter a last day before it")
        return said % words
    said = gettext(
        "%(term)s (%(paragraph)s) holds since %(from)s. End it first, then begin this one after its last day"
    )
    return said % words
