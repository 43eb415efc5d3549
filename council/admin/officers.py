"""Officers, services, posts and the council itself in the admin."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from council.actions import confirm_post, enter_post
from council.admin.register import DatedAdmin, HoldsFilter, RegisterAdmin
from council.models import (
    CouncilProfile,
    Directorate,
    OfficerAppointment,
    Person,
    PostHolding,
    Service,
    Team,
)
from council.policies import may_be_addressed
from council.queries import protocol_in_force
from council.rules import CONFIRMED_POSTS
from rulebook.decision import Decision, Refused


@admin.register(Directorate)
class DirectorateAdmin(RegisterAdmin):
    """Directorates."""

    search_fields = ("name",)


@admin.register(Team)
class TeamAdmin(RegisterAdmin):
    """Teams, which share their cases."""

    list_display = ("name", "directorate")
    list_filter = ("directorate",)
    list_select_related = ("directorate",)
    search_fields = ("name",)


@admin.register(OfficerAppointment)
class OfficerAppointmentAdmin(DatedAdmin):
    """Officers' jobs."""

    list_display = ("person", "job_title", "grade", "directorate", "team", "from_on", "to_on")
    list_filter = (HoldsFilter, "directorate", "grade", "employer")
    list_select_related = ("person", "directorate", "team")
    search_fields = ("person__first_name", "person__last_name", "job_title")


class ServiceForm(forms.ModelForm):  # type: ignore[type-arg]
    """Whom members address has the grade that the protocol in force names."""

    def clean_addressee(self) -> Person:
        """Refuses, in the policy's words, whoever may not be addressed."""
        person: Person = self.cleaned_data["addressee"]
        decision = may_be_addressed(person, protocol_in_force(), on=timezone.localdate())
        if not decision.allowed:
            raise forms.ValidationError(sentence_of(decision))
        return person


def sentence_of(decision: Decision) -> str:
    """The sentence with the paragraphs that it rests on."""
    cited = "; ".join(citation.label for citation in decision.citations)
    return f"{decision.sentence} ({cited})" if cited else decision.sentence


@admin.register(Service)
class ServiceAdmin(RegisterAdmin):
    """What members ask about, and who answers."""

    form = ServiceForm

    list_display = ("name", "directorate", "team", "addressee", "is_open", "position")
    list_filter = ("is_open", "directorate")
    list_select_related = ("directorate", "team", "addressee")
    search_fields = ("name",)


@admin.register(PostHolding)
class PostHoldingAdmin(DatedAdmin):
    """Posts of the protocol; those that open confidential matter are confirmed by a second person."""

    list_display = ("post", "person", "directorate", "from_on", "to_on", "is_acting", "in_effect")
    list_filter = (HoldsFilter, "post")
    list_select_related = ("person", "directorate")
    search_fields = ("person__first_name", "person__last_name")
    fields = (
        "post",
        "person",
        "directorate",
        "is_acting",
        "from_on",
        "to_on",
        "entered_by",
        "confirmed_by",
        "confirmed_at",
    )
    readonly_fields = ("entered_by", "confirmed_by", "confirmed_at")
    actions = ("confirm_posts",)

    @admin.display(description=_("confirmed, or needs no confirming"), boolean=True)
    def in_effect(self, holding: PostHolding) -> bool:
        """Does it open anything yet?"""
        return holding.post not in CONFIRMED_POSTS or holding.confirmed_at is not None

    def save_model(self, request: HttpRequest, obj: PostHolding, form: Any, change: bool) -> None:
        """Through the action: a change that opens more must be confirmed anew."""
        saved = enter_post(holding=obj, by=self.keeper(request), at=timezone.now())
        if not self.in_effect(saved):
            messages.warning(request, gettext("This post takes effect when a second person confirms it."))

    @admin.action(description=_("Confirm this post"))
    def confirm_posts(self, request: HttpRequest, holdings: QuerySet[PostHolding]) -> None:
        """The second person's word for each of the chosen; what is refused says why."""
        for holding in holdings.select_related("person"):
            try:
                confirm_post(holding=holding, by=self.keeper(request), at=timezone.now())
            except Refused as refusal:
                messages.error(request, f"{holding}: {refusal.decision.sentence}")
            else:
                messages.success(request, gettext("%(post)s: confirmed.") % {"post": holding})


@admin.register(CouncilProfile)
class CouncilProfileAdmin(RegisterAdmin):
    """The one row about the council itself."""

    search_fields = ("council_name",)

    def has_add_permission(self, request: HttpRequest, *_parent: Any) -> bool:
        """Once."""
        return super().has_add_permission(request) and not CouncilProfile.objects.exists()

    def save_model(self, request: HttpRequest, obj: CouncilProfile, form: Any, change: bool) -> None:
        """The row's number is always 1."""
        obj.pk = 1
        super().save_model(request, obj, form, change)
