"""Registers of the clock in the admin: local terms, closure days, bank holidays."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy

from casework.actions.registering import record_calendar_change
from casework.models import BankHoliday, ClosureDay, LocalTerm
from council.admin import DatedAdmin, RegisterAdmin
from rulebook.duty import Duty


class LocalTermForm(forms.ModelForm):  # type: ignore[type-arg]
    """A local term is about one of the duties that the rule book knows."""

    duty = forms.ChoiceField(
        label=gettext_lazy("Duty"),
        choices=[(duty.value, gettext_lazy(duty.label)) for duty in Duty],
        help_text=gettext_lazy("What the council has to do within the time."),
    )

    class Meta:
        model = LocalTerm
        fields = ("duty", "value", "unit", "paragraph", "from_on", "to_on")


@admin.register(LocalTerm)
class LocalTermAdmin(DatedAdmin):
    """What the council decided itself. A row is ended and followed by another, never edited."""

    list_display = ("__str__", "paragraph", "from_on", "to_on", "set_by")
    list_select_related = ("set_by",)
    search_fields = ("duty", "paragraph")
    decided: ClassVar[tuple[str, ...]] = ("duty", "value", "unit", "paragraph", "from_on", "set_by", "set_at")

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any) -> Any:
        """A new one is typed; of one that stands only the last day may be set."""
        if obj is None:
            options["form"] = LocalTermForm
        return super().get_form(request, obj, change=change, **options)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Who set it, and when, is shown and not asked."""
        asked = LocalTermForm.Meta.fields
        return asked if obj is None else (*asked, "set_by", "set_at")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Once decided, only the end may be entered; an end that was entered stands."""
        if obj is None:
            return ()
        return (*self.decided, "to_on") if obj.to_on else self.decided

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Whoever enters it has set it."""
        if not change:
            obj.set_by = self.keeper(request)
        super().save_model(request, obj, form, change)


class ClosedDayAdmin(RegisterAdmin):
    """Days on which nobody works; a day entered by mistake may go, and history keeps that it was there."""

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever keeps the registers."""
        return self._keeps(request)

    def get_actions(self, request: HttpRequest) -> Any:
        """One at a time."""
        return {}

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

    list_display = ("on", "name")
    search_fields = ("name",)
    date_hierarchy = "on"


@admin.register(BankHoliday)
class BankHolidayAdmin(ClosedDayAdmin):
    """Bank holidays; the shipped ones are loaded by command, proclaimed ones are entered here."""

    list_display = ("on", "name", "region")
    search_fields = ("name",)
    list_filter = ("region",)
    date_hierarchy = "on"
