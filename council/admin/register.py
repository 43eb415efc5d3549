"""What every register in the admin has: the keeper's permission, no deletion, its history."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from council.models import Person, User
from council.policies import may_keep_registers_as
from council.queries import Standing

# Django's own class takes no type in brackets when it runs.
if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
else:
    ModelAdmin = admin.ModelAdmin


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a row, as the history page shows it."""

    at: Any
    by: str
    lines: list[str]


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

    def log_addition(self, request: HttpRequest, obj: models.Model, message: Any) -> Any:
        """Off: pghistory keeps who changed what."""

    def log_change(self, request: HttpRequest, obj: models.Model, message: Any) -> Any:
        """Off, as above."""

    def keeper(self, request: HttpRequest) -> Person:
        """Who is at the keyboard."""
        person: Person = request.person  # type: ignore[attr-defined]
        return person

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
    """Rows from a day to a day: those of today, those that ended, those to come."""

    title = _("when")
    parameter_name = "when"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """The three choices."""
        return [("today", _("Today")), ("ended", _("Ended")), ("later", _("Begins later"))]

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


def changes_of(row: models.Model) -> list[Change]:
    """Every recorded change of a row, the newest first, in the words of its labels."""
    tracked: Any = row
    if not hasattr(tracked, "events"):
        return []
    events = list(tracked.events.select_related("pgh_context").order_by("pgh_created_at", "pgh_id"))
    names = _names({_login_of(event) for event in events})
    changes, before = [], None
    for event in events:
        by = names.get(_login_of(event), gettext("The portal"))
        changes.append(Change(event.pgh_created_at, by, _lines(row, before, event)))
        before = event
    return changes[::-1]


def _login_of(event: Any) -> int | None:
    """The login that pghistory's middleware noted, or None for a command."""
    found = event.pgh_context.metadata.get("user") if event.pgh_context else None
    return int(found) if found else None


def _names(logins: set[int | None]) -> dict[int | None, str]:
    users = User.objects.filter(pk__in=[pk for pk in logins if pk]).select_related("person")
    return {user.pk: user.person.name if user.person else user.email for user in users}


def _lines(row: models.Model, before: Any, after: Any) -> list[str]:
    """«Last day: nothing → 4 May 2026», for each column that changed."""
    lines = []
    for field in row._meta.concrete_fields:
        if field.primary_key:
            continue
        old = getattr(before, field.attname, None) if before else None
        new = getattr(after, field.attname, None)
        if old != new:
            label = str(field.verbose_name).capitalize()
            lines.append(f"{label}: {_shown(field, old)} → {_shown(field, new)}")
    return lines


def _shown(field: Any, value: Any) -> str:
    if value in (None, ""):
        return gettext("nothing")
    if isinstance(field, models.ForeignKey):
        found = field.related_model._default_manager.filter(pk=value).first()
        return str(found or value)
    return str(dict(field.flatchoices).get(value, value))
