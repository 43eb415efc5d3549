"""Two steps before a register changes: what is typed, then a page that says what it does and asks to save."""

import hashlib
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, ClassVar
from urllib.parse import urlencode

from django import forms
from django.contrib.admin.utils import unquote
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse

from casework.actions.registering import EndedAlready
from casework.forms import PlainSentences
from council.admin import RegisterAdmin

SEEN = "seen"


@dataclass(frozen=True)
class Review:
    """What a page says before something is saved; two reviews that say the same have the same digest."""

    @property
    def digest(self) -> str:
        """What the second step sends back, so that nothing is saved that was not read."""
        return hashlib.sha256(repr(self).encode()).hexdigest()


class ReviewedForm(PlainSentences, forms.ModelForm):  # type: ignore[type-arg]
    """A form that can be shown again with what was typed, which the address carries back («Change it»)."""

    typed: ClassVar[dict[str, str]] = {}

    def __init__(self, *given: Any, **named: Any) -> None:
        """What the address says stands in the boxes of an unsent form."""
        named["initial"] = {**(named.get("initial") or {}), **self.typed}
        super().__init__(*given, **named)

    def as_typed(self) -> dict[str, Any]:
        """What stands in the boxes as columns hold it, whatever faults were found; None for what is none."""
        return {name: _read(field, self[name].value()) for name, field in self.fields.items()}


def _read(field: forms.Field, value: Any) -> Any:
    try:
        return field.clean(value)
    except forms.ValidationError:
        return None


class ReviewedAdmin(RegisterAdmin):
    """A register that shows what a change does before it is saved. Works without JavaScript."""

    change_form_template = "admin/reviewed_form.html"
    review_template = "admin/review.html"

    def review(self, request: HttpRequest, form: Any) -> Review:
        """What the page of the second step says of a form that is valid."""
        raise NotImplementedError

    def heading(self, row: Any, *, adds: bool) -> str:
        """The heading of that page."""
        raise NotImplementedError

    def shown(self, row: Any) -> list[tuple[str, str]]:
        """What was typed, as that page writes it: labels and values."""
        raise NotImplementedError

    def settled(self, request: HttpRequest, form: Any) -> HttpResponse | None:
        """An answer in the place of both steps, where there is nothing left to decide; the form was read."""
        return None

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any) -> Any:
        """With what was typed before, where the address carries it."""
        form: Any = super().get_form(request, obj, change=change, **options)
        if request.method == "GET" and obj is not None:
            form.typed = {name: request.GET[name] for name in form.base_fields if name in request.GET}
        return form

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        """The first step, or the second, or the saving of what was read."""
        if request.method != "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        try:
            return self._step(request, object_id, form_url, extra_context)
        except (IntegrityError, EndedAlready):
            # Somebody saved at the same moment: asked again, the form knows of it and says so.
            return self._step(request, object_id, form_url, extra_context)

    def _step(
        self, request: HttpRequest, object_id: str | None, form_url: str, extra: dict[str, Any] | None
    ) -> Any:
        page = self._before_saving(request, object_id)
        if page:
            return page
        answer = super().changeform_view(request, object_id, form_url, extra)
        if answer.status_code == HTTPStatus.OK:
            # Not saved: the form has a fault, or somebody saved since it was asked a moment ago.
            return self._before_saving(request, object_id) or answer
        return answer

    def _before_saving(
        self, request: HttpRequest, object_id: str | None, *, again: bool = False
    ) -> HttpResponse | None:
        """The page of the second step; None where Django's own view refuses, mends or saves."""
        row = self.get_object(request, unquote(object_id)) if object_id else None
        missing = object_id is not None and row is None
        if missing or not self.has_change_permission(request, row):
            return None
        form = self.get_form(request, row, change=row is not None)(request.POST, instance=row)
        valid = form.is_valid()
        if answer := self.settled(request, form):
            return answer
        if not valid:
            return None
        review = self.review(request, form)
        seen = request.POST.get(SEEN, "")
        if seen == review.digest:
            return None
        if seen and not again:
            # Somebody may have saved while the review was worked out: a form that is read after it knows.
            return self._before_saving(request, object_id, again=True)
        return self._page(request, form, review, adds=row is None, read_before=bool(seen))

    def _page(
        self, request: HttpRequest, form: Any, review: Review, *, adds: bool, read_before: bool
    ) -> HttpResponse:
        typed = {field.name: field.value() or "" for field in form}
        context = {
            **self.admin_site.each_context(request),
            "title": self.heading(form.instance, adds=adds),
            "opts": self.opts,
            "review": review,
            "form": form,
            "rows": self.shown(form.instance),
            "list_address": reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist"),
            "change_it": f"{request.path}?{urlencode(typed)}",
            "read_before": read_before,
        }
        return TemplateResponse(request, self.review_template, context)
