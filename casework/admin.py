"""Registers in the admin: local terms, closed days, documents that the text names, guidance."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy

from casework.actions.registering import record_calendar_change
from casework.models import BankHoliday, ClosureDay, CompanionDocument, Guidance, LocalTerm
from council.admin import DatedAdmin, RegisterAdmin
from council.queries import protocol_in_force
from rulebook.duty import Duty
from rulebook.guides import companions


class LocalTermForm(forms.ModelForm):  # type: ignore[type-arg]
    """A local term is about one of the duties that the rule book knows."""

    duty = forms.ChoiceField(choices=[(duty.value, gettext_lazy(duty.label)) for duty in Duty])

    class Meta:
        model = LocalTerm
        fields = ("duty", "value", "unit", "paragraph", "from_on", "to_on")


@admin.register(LocalTerm)
class LocalTermAdmin(DatedAdmin):
    """What the council decided itself. A row is ended and followed by another, never edited."""

    list_display = ("__str__", "paragraph", "from_on", "to_on", "set_by")
    list_select_related = ("set_by",)
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
    date_hierarchy = "on"


@admin.register(BankHoliday)
class BankHolidayAdmin(ClosedDayAdmin):
    """Bank holidays; the shipped ones are loaded by command, proclaimed ones are entered here."""

    list_display = ("on", "name", "region")
    list_filter = ("region",)
    date_hierarchy = "on"


@admin.register(CompanionDocument)
class CompanionDocumentAdmin(RegisterAdmin):
    """Where this council publishes the codes and policies that its text names."""

    list_display = ("__str__", "url")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The document is chosen once; of a row that stands only the address is changed."""
        return ("document", "url") if obj is None else ("__str__", "url")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """As above."""
        return () if obj is None else ("__str__",)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """A document is chosen from those that the protocol in force names."""
        if db_field.name != "document":
            return super().formfield_for_dbfield(db_field, request, **options)
        named = companions(protocol_in_force().key)
        return forms.ChoiceField(
            choices=[(name, one.title) for name, one in named.items()],
            label=db_field.verbose_name.capitalize(),
            help_text=db_field.help_text,
        )


@admin.register(Guidance)
class GuidanceAdmin(RegisterAdmin):
    """Guidance on the codes of conduct, as it was issued; how many have said that they read it."""

    list_display = ("title", "issued_by", "issued_on", "withdrawn_on", "receipts")
    list_filter = ("issued_by",)
    search_fields = ("title", "text")
    date_hierarchy = "issued_on"
    fields = ("title", "text", "issued_by", "issued_on", "withdrawn_on")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Guidance]:
        """With the number of receipts, counted at once."""
        found: QuerySet[Guidance] = super().get_queryset(request).annotate(readers=Count("readings"))
        return found

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """What somebody may have read already is not rewritten: it is withdrawn and followed by another."""
        return () if obj is None else ("title", "text", "issued_by", "issued_on")

    @admin.display(description=gettext_lazy("read by"))
    def receipts(self, guidance: Any) -> int:
        """How many people."""
        return int(guidance.readers)
