"""Officers, services and the council itself in the admin."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone

from council.admin.decided import DecidedAdmin, sentence_of
from council.admin.register import HoldsFilter, RegisterAdmin
from council.models import (
    CouncilProfile,
    Directorate,
    OfficerAppointment,
    Person,
    Service,
    Team,
)
from council.policies import may_be_addressed, may_manage
from council.queries import protocol_in_force
from rulebook.decision import Decision


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
class OfficerAppointmentAdmin(DecidedAdmin):
    """Officers' jobs; a political assistant is nobody's line manager, but of their own support."""

    list_display = ("person", "job_title", "grade", "directorate", "team", "from_on", "to_on")
    list_filter = (HoldsFilter, "directorate", "grade", "employer", "political_restriction")
    list_select_related = ("person", "directorate", "team")
    search_fields = ("person__first_name", "person__last_name", "job_title")

    def decision(self, request: HttpRequest, row: OfficerAppointment) -> Decision:
        """May the line manager manage?"""
        return may_manage(row)


class ServiceForm(forms.ModelForm):  # type: ignore[type-arg]
    """Whom members address has the grade that the protocol in force names."""

    def clean_addressee(self) -> Person:
        """Refuses, in the policy's words, whoever may not be addressed."""
        person: Person = self.cleaned_data["addressee"]
        decision = may_be_addressed(person, protocol_in_force(), on=timezone.localdate())
        if not decision.allowed:
            raise forms.ValidationError(sentence_of(decision))
        return person


@admin.register(Service)
class ServiceAdmin(RegisterAdmin):
    """What members ask about, and who answers."""

    form = ServiceForm

    list_display = ("name", "directorate", "team", "addressee", "is_open", "position")
    list_filter = ("is_open", "directorate")
    list_select_related = ("directorate", "team", "addressee")
    search_fields = ("name",)


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
