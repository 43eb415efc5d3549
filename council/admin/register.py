"""What every register in the admin has: the keeper's permission, no deletion, names found, history."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import FieldDoesNotExist, PermissionDenied
from django.db import models, transaction
from django.db.models.constants import LOOKUP_SEP
from django.forms.widgets import Media
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from council.actions.turns import Turn, take_turn
from council.admin.history import changes_of
from council.models import Person
from council.policies import may_keep_registers_as
from council.queries import Standing, people_offered

# Django's own class takes no type in brackets when it runs.
if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
else:
    ModelAdmin = admin.ModelAdmin


class PersonSelect(AutocompleteSelect):
    """A box in which people are found by typing; empty, it still says what it is for."""

    @property
    def media(self) -> Media:
        """With the script that gives the empty box a name for screen readers."""
        return super().media + Media(js=["admin/js/autocomplete.js", "registers.js"])

    def build_attrs(
        self, base_attrs: dict[str, Any], extra_attrs: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Django leaves the words of the empty box empty."""
        label = str(self.field.verbose_name)
        words = gettext("%(label)s: type part of the name") % {"label": f"{label[:1].upper()}{label[1:]}"}
        return {**super().build_attrs(base_attrs, extra_attrs), "data-placeholder": words}


class RegisterAdmin(ModelAdmin):
    """Base of every register: whoever `may_keep_registers` today, never Django's own permissions or flags.

    Rows with a history are ended, not deleted. History comes from django-pghistory, not the admin's own log.
    """

    save_on_top = False
    # An address typed without its beginning is meant to be a secure one.
    formfield_overrides: ClassVar = {models.URLField: {"assume_scheme": "https"}}
    actions_on_bottom = False
    list_per_page = 50
    show_full_result_count = False

    def _keeps(self, request: HttpRequest) -> bool:
        """May the person keep the registers today?"""
        standing: Standing | None = getattr(request, "standing", None)
        return standing is not None and may_keep_registers_as(standing).allowed

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest) -> bool:
        """Never by what names the row from elsewhere: the list of people «who were complained about» would be
        one address away, and so would everybody who has a case that the keepers may not know of.
        """
        try:
            field = self.opts.get_field(lookup.partition(LOOKUP_SEP)[0])
        except FieldDoesNotExist:
            # A filter of the list by a name of its own.
            return super().lookup_allowed(lookup, value, request)
        return not isinstance(field, models.ForeignObjectRel) and super().lookup_allowed(
            lookup, value, request
        )

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        """One keeper saves at a time: the form of the second knows of the first, and says so."""
        if request.method != "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        with transaction.atomic():
            take_turn(Turn.REGISTERS)
            return super().changeform_view(request, object_id, form_url, extra_context)

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Is the register listed?"""
        return self._keeps(request)

    def has_view_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """May it be read?"""
        return self._keeps(request)

    def has_add_permission(self, request: HttpRequest, *_parent: Any) -> bool:
        """May a row be added?"""
        return self._keeps(request)

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """May a row be changed?"""
        return self._keeps(request)

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Never: what has a history is ended."""
        return False

    def get_autocomplete_fields(self, request: HttpRequest) -> tuple[str, ...]:
        """People are found by typing part of a name, in every register: a council knows thousands."""
        people = (field.name for field in self.opts.fields if field.related_model is Person)
        return tuple(dict.fromkeys((*super().get_autocomplete_fields(request), *people)))

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """Somebody who was merged into another is not offered, and not taken when typed by hand."""
        if db_field.related_model is Person:
            options.setdefault("queryset", people_offered())
            options.setdefault("widget", PersonSelect(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **options)

    def log_addition(self, request: HttpRequest, obj: models.Model, message: Any) -> Any:
        """Off: pghistory keeps who changed what."""

    def log_change(self, request: HttpRequest, obj: models.Model, message: Any) -> Any:
        """Off, as above."""

    def keeper(self, request: HttpRequest) -> Person:
        """Who is at the keyboard."""
        person: Person = request.person  # type: ignore[attr-defined]
        return person

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The list, headed by the register's name: it is read as often as it is changed."""
        name = str(self.opts.verbose_name_plural)
        context = {"title": f"{name[:1].upper()}{name[1:]}", **(extra_context or {})}
        return super().changelist_view(request, context)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Who changed this row, when and how; read only."""
        row = self.get_object(request, object_id)
        if row is None:
            raise Http404
        if not self.has_view_permission(request, row):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("History of %(row)s") % {"row": row},
            "opts": self.opts,
            "object": row,
            "changes": changes_of(row),
            **(extra_context or {}),
        }
        return TemplateResponse(request, "council/register_history.html", context)


class HoldsFilter(admin.SimpleListFilter):
    """Rows from a day to a day: those that hold today, those that ended, those to come."""

    title = _("whether it holds")
    parameter_name = "when"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """The three choices."""
        return [("today", _("Holds today")), ("ended", _("Ended")), ("later", _("Begins later"))]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> models.QuerySet[Any]:
        """The rows of the choice."""
        today = timezone.localdate()
        choices: dict[str, Callable[[], models.QuerySet[Any]]] = {
            "today": lambda: queryset.on(today),  # type: ignore[attr-defined]
            "ended": lambda: queryset.filter(to_on__lt=today),
            "later": lambda: queryset.filter(from_on__gt=today),
        }
        chosen: str = self.value() or ""
        return choices.get(chosen, lambda: queryset)()


class DatedAdmin(RegisterAdmin):
    """Registers of what holds from a day to a day."""

    list_filter: ClassVar[Any] = (HoldsFilter,)
    ordering: ClassVar[Any] = ("-from_on",)
