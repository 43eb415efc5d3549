"""Local terms in the admin: what one does is read before it is saved, and a term is never edited."""

import datetime
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.db.models import Case, IntegerField, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.actions.registering import EndedAlready, end_local_term, set_local_term
from casework.models import LocalTerm
from casework.queries import all_local_terms, as_term, calendars
from casework.wording import long_date
from council.admin import DatedAdmin, HoldsFilter
from council.queries import protocol_in_force
from enquiries.clock import Clock
from enquiries.screens.opening import no_days
from protocol_portal.admin.reviewed import SEEN, Review, ReviewedAdmin
from protocol_portal.admin.term_forms import EndingForm, LocalTermForm
from protocol_portal.scenario_changes import Comparison, compare
from protocol_portal.term_effects import Effect, beginning, effect, ending, open_cases
from rulebook.duty import Duty


@dataclass(frozen=True)
class TermReview(Review):
    """What the page says of a term that would begin or end."""

    effect: Effect
    comparison: Comparison
    compared_with: str
    # Enquiries come and go while the page is read; their number alone is no reason to read it again.
    open_cases: tuple[str, ...] = field(repr=False)


class DutyFilter(admin.SimpleListFilter):
    """Terms of one duty."""

    title = _("what it is about")
    parameter_name = "duty"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """The duties of which there are terms."""
        used = set(LocalTerm.objects.values_list("duty", flat=True))
        return [(duty.value, gettext(duty.label)) for duty in Duty if duty.value in used]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """The terms of the chosen duty."""
        return queryset.filter(duty=self.value()) if self.value() else queryset


@admin.register(LocalTerm)
class LocalTermAdmin(ReviewedAdmin, DatedAdmin):
    """What the council decided itself. Before a term begins or ends, the keeper reads what it does."""

    review_template = "admin/review_term.html"
    change_list_template = "admin/local_terms.html"
    list_display = ("__str__", "standing", "paragraph", "from_on", "to_on", "set_by")
    list_filter: ClassVar[Any] = (HoldsFilter, DutyFilter)
    list_select_related = ("set_by",)
    search_fields = ("duty", "paragraph", "set_by__first_name", "set_by__last_name")
    decided: ClassVar[tuple[str, ...]] = ("duty_words", "length", "paragraph", "from_on", "set_by", "set_at")

    @admin.display(description=_("when"))
    def standing(self, term: LocalTerm) -> str:
        """Does it hold today, is it over, is it to come?"""
        today = timezone.localdate()
        if term.holds_on(today):
            return gettext("Holds today")
        return gettext("Begins later") if term.from_on > today else gettext("Ended")

    @admin.display(description=_("what it is about"))
    def duty_words(self, term: LocalTerm) -> str:
        """The duty in plain English, with its sentence."""
        duty = Duty(term.duty)
        return f"{gettext(duty.label)}. {gettext(duty.sentence)}"

    @admin.display(description=_("how much"))
    def length(self, term: LocalTerm) -> str:
        """«8 calendar days», «90%»."""
        return term.length

    def get_ordering(self, request: HttpRequest) -> Any:
        """What holds today first, then what is to come, then what ended."""
        today = timezone.localdate()
        over, to_come = When(to_on__lt=today, then=Value(2)), When(from_on__gt=today, then=Value(1))
        return [Case(over, to_come, default=Value(0), output_field=IntegerField()), "duty", "-from_on"]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """With what must be done while no number of days holds."""
        said = no_days(Clock.read(), text=protocol_in_force().key, today=timezone.localdate())
        return super().changelist_view(
            request, {"title": gettext("Local terms"), **(extra_context or {}), "no_days": said}
        )

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any) -> Any:
        """A new one is typed; of one that stands only the last day may be set, once."""
        options["form"] = LocalTermForm if obj is None else EndingForm
        if obj is not None and obj.to_on:
            options["form"] = forms.ModelForm
        return super().get_form(request, obj, change=change, **options)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Who set it, and when, is shown and not asked."""
        return LocalTermForm.Meta.fields if obj is None else (*self.decided, "to_on")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Once decided, only the end may be entered; an end that was entered stands."""
        if obj is None:
            return ()
        return (*self.decided, "to_on") if obj.to_on else self.decided

    def heading(self, row: Any, *, adds: bool) -> str:
        """What is about to happen."""
        return (
            gettext("Check the local term before it is saved")
            if adds
            else gettext("Check the end of the local term")
        )

    def shown(self, row: Any) -> list[tuple[str, str]]:
        """The term, as the page lists it."""
        last = long_date(row.to_on) if row.to_on else gettext("Goes on until it is ended")
        return [
            (gettext("What it is about"), gettext(Duty(row.duty).label)),
            (gettext("How much"), row.length),
            (gettext("Paragraph or minute"), row.paragraph),
            (gettext("First day"), long_date(row.from_on)),
            (gettext("Last day"), last),
        ]

    def settled(self, request: HttpRequest, form: Any) -> HttpResponse | None:
        """A second press of «Save», and an end that somebody else entered in the meantime."""
        if form.instance.pk is None:
            if SEEN not in request.POST or not form.stands_already():
                return None
            messages.info(request, gettext("This term is saved already."))
            return redirect("admin:casework_localterm_changelist")
        stored = LocalTerm.objects.get(pk=form.instance.pk)
        if stored.to_on is None:
            return None
        said = gettext("This term is ended already: its last day is %(day)s. An end that was entered stands.")
        messages.warning(request, said % {"day": long_date(stored.to_on)})
        return redirect("admin:casework_localterm_change", stored.pk)

    def review(self, request: HttpRequest, form: Any) -> TermReview:
        """What changes on the day on which the term begins or ends."""
        row, today, text = form.instance, timezone.localdate(), protocol_in_force().key
        known, found = all_local_terms(), calendars()
        if row.pk is None:
            turn = beginning(as_term(row), known)
        else:
            turn = ending(as_term(LocalTerm.objects.get(pk=row.pk)), row.to_on, known)
        duty, who = Duty(row.duty), request.standing  # type: ignore[attr-defined]
        return TermReview(
            effect=effect(duty, turn, text=text, calendars=found, today=today),
            comparison=compare(turn.before, turn.after, calendars=found, text=text),
            compared_with=long_date(turn.on - datetime.timedelta(days=1)),
            open_cases=open_cases(duty, who),
        )

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Through the actions: whoever enters it has set it, and an end is entered once."""
        if change and "to_on" not in form.cleaned_data:
            raise EndedAlready
        if change:
            end_local_term(term=obj, last_day=form.cleaned_data["to_on"])
        else:
            set_local_term(term=obj, by=self.keeper(request), at=timezone.now())
