"""Closure days and bank holidays in the admin: whose dates will move is shown before one is saved."""

import copy
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import AdminDateWidget
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from casework.actions.registering import record_calendar_change
from casework.forms import DateField
from casework.models import BankHoliday, ClosureDay
from casework.queries import calendar
from casework.wording import days as days_in_words
from casework.wording import long_date
from council.queries import Standing, protocol_in_force
from enquiries.clock import Clock
from enquiries.screens.moving import Moving, would_move
from protocol_portal.admin.reviewed import SEEN, Review, ReviewedAdmin, ReviewedForm
from rulebook.duty import Duty
from rulebook.period import WorkingDays

MOST_LISTED = 100


@dataclass(frozen=True)
class DaysReview(Review):
    """Whose dates would move, and how many there are beyond those that the page lists."""

    says: str
    note: str
    moving: tuple[Moving, ...]
    more: str


def clock_after(change: Callable[[], object]) -> Clock:
    """The clock as it would be after a change of the registers, which is tried and taken back."""
    with transaction.atomic():
        change()
        clock = Clock.read()
        transaction.set_rollback(True)
    return clock


def review_of(who: Standing, clock: Clock) -> DaysReview:
    """What the page says of the dates by that clock."""
    moving = would_move(who, clock)
    rest = len(moving) - MOST_LISTED
    if not moving:
        says = gettext("No open enquiry that you may see gets another date.")
    else:
        says = ngettext(
            "%(number)d open enquiry that you may see gets another date.",
            "%(number)d open enquiries that you may see get another date.",
            len(moving),
        ) % {"number": len(moving)}
    more = (
        ngettext("And %(number)d more.", "And %(number)d more.", rest) % {"number": rest} if rest > 0 else ""
    )
    return DaysReview(says, _note(clock, who), tuple(moving[:MOST_LISTED]), more)


def _note(clock: Clock, who: Standing) -> str:
    """Why a closed day moves nothing, where replies are not counted in working days."""
    limit = clock.limit(Duty.REPLY, text=protocol_in_force().key, on=who.on)
    if limit is None or isinstance(limit.period, WorkingDays):
        return ""
    length = days_in_words(limit.period.n, limit.period.unit)
    return gettext("An enquiry sent today is due in %(length)s, and a closed day moves no such date.") % {
        "length": length
    }


class ClosureDayForm(ReviewedForm):
    """A working day on which nobody will work."""

    on = DateField(
        label=_("Day"),
        widget=AdminDateWidget,
        help_text=_("A working day on which the offices are closed. It lengthens limits in working days."),
    )

    class Meta:
        model = ClosureDay
        fields = ("on", "name")

    def clean_on(self) -> Any:
        """A weekend, a bank holiday and a day that stands here already are closed without it."""
        day = self.cleaned_data["on"]
        if "on" in self.changed_data and (closed := calendar().why_closed(day)):
            raise forms.ValidationError(
                gettext("This day is already closed (%(why)s)") % {"why": gettext(closed)}
            )
        return day


class BankHolidayForm(ReviewedForm):
    """A day that a part of the United Kingdom keeps."""

    on = DateField(
        label=_("Day"),
        widget=AdminDateWidget,
        help_text=_("The day that is kept, which is the substitute day where there is one."),
    )

    class Meta:
        model = BankHoliday
        fields = ("on", "region", "name")


class ClosedDayAdmin(ReviewedAdmin):
    """Days on which nobody works; a day entered by mistake may go, and history keeps that it was there."""

    review_template = "admin/review_days.html"
    delete_confirmation_template = "admin/delete_day.html"
    search_fields = ("name",)
    date_hierarchy = "on"

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever keeps the registers."""
        return self._keeps(request)

    def get_actions(self, request: HttpRequest) -> Any:
        """One at a time."""
        return {}

    def heading(self, row: Any, *, adds: bool) -> str:
        """What is about to happen."""
        return gettext("Check the closed day before it is saved")

    def shown(self, row: Any) -> list[tuple[str, str]]:
        """The day, as the page lists it."""
        return [(gettext("Day"), long_date(row.on)), (gettext("Name"), row.name)]

    def review(self, request: HttpRequest, form: Any) -> DaysReview:
        """Whose dates would move."""
        tried = copy.copy(form.instance)
        return review_of(request.standing, clock_after(tried.save))  # type: ignore[attr-defined]

    def settled(self, request: HttpRequest, form: Any) -> HttpResponse | None:
        """A second press of «Save»: the very day stands already."""
        if SEEN not in request.POST or form.instance.pk is not None:
            return None
        if not self.model.objects.filter(**form.as_typed()).exists():
            return None
        messages.info(request, gettext("This day is saved already."))
        return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> Any:
        """With the cases whose dates move when the day is a working day again."""
        row = self.get_object(request, unquote(object_id))
        extra = dict(extra_context or {})
        if row is not None and self.has_delete_permission(request, row):
            clock = clock_after(copy.copy(row).delete)
            extra["review"] = review_of(request.standing, clock)  # type: ignore[attr-defined]
        return super().delete_view(request, object_id, extra)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """A changed calendar is told to whoever keeps deadlines."""
        super().save_model(request, obj, form, change)
        record_calendar_change(by=self.keeper(request), at=timezone.now())

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """So is a day that is working again."""
        super().delete_model(request, obj)
        record_calendar_change(by=self.keeper(request), at=timezone.now())

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any:
        """Off: pghistory keeps who changed what."""


@admin.register(ClosureDay)
class ClosureDayAdmin(ClosedDayAdmin):
    """The council's own closed days."""

    form = ClosureDayForm
    list_display = ("on", "name")


@admin.register(BankHoliday)
class BankHolidayAdmin(ClosedDayAdmin):
    """Bank holidays; the shipped ones are loaded by command, proclaimed ones are entered here."""

    form = BankHolidayForm
    list_display = ("on", "name", "region")
    list_filter = ("region",)

    def heading(self, row: Any, *, adds: bool) -> str:
        """What is about to happen."""
        return gettext("Check the bank holiday before it is saved")

    def shown(self, row: Any) -> list[tuple[str, str]]:
        """The day with its region."""
        return [*super().shown(row), (gettext("Region"), row.get_region_display())]
