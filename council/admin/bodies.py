"""Bodies, seats, portfolios, work programme, administration and political assistants in the admin."""

from django.contrib import admin
from django.http import HttpRequest

from council.admin.decided import DecidedAdmin
from council.admin.register import DatedAdmin, HoldsFilter
from council.models import Administration, Body, GroupAssistant, Portfolio, Seat, WorkProgrammeItem
from council.policies import may_appoint_assistant
from rulebook.decision import Decision


@admin.register(Body)
class BodyAdmin(DatedAdmin):
    """Bodies: the full council, the executive, committees, panels."""

    list_display = ("name", "kind", "parent", "from_on", "to_on")
    list_filter = (HoldsFilter, "kind")
    list_select_related = ("parent",)
    search_fields = ("name", "remit")


@admin.register(Seat)
class SeatAdmin(DatedAdmin):
    """Who sits on which body, and as what."""

    list_display = ("body", "person", "office", "may_vote", "from_on", "to_on")
    list_filter = (HoldsFilter, "office", "body")
    list_select_related = ("body", "person")
    search_fields = ("person__first_name", "person__last_name", "body__name")


@admin.register(Portfolio)
class PortfolioAdmin(DatedAdmin):
    """Executive portfolios."""

    list_display = ("title", "person", "directorate", "is_deputy", "from_on", "to_on")
    list_filter = (HoldsFilter, "is_deputy")
    list_select_related = ("person", "directorate")
    search_fields = ("title", "person__first_name", "person__last_name")


@admin.register(WorkProgrammeItem)
class WorkProgrammeItemAdmin(DatedAdmin):
    """What scrutiny has in its programme of work."""

    list_display = ("title", "body", "from_on", "to_on")
    list_filter = (HoldsFilter, "body")
    list_select_related = ("body",)
    search_fields = ("title", "about")


@admin.register(Administration)
class AdministrationAdmin(DatedAdmin):
    """Which groups form the administration."""

    list_display = ("group", "from_on", "to_on")
    list_select_related = ("group",)
    search_fields = ("group__name",)


@admin.register(GroupAssistant)
class GroupAssistantAdmin(DecidedAdmin):
    """Political assistants, one to a group."""

    list_display = ("person", "group", "from_on", "to_on")
    list_filter = (HoldsFilter, "group")
    list_select_related = ("person", "group")
    search_fields = ("person__first_name", "person__last_name", "group__name")

    def decision(self, request: HttpRequest, row: GroupAssistant) -> Decision:
        """An officer, who manages nobody but their own support."""
        return may_appoint_assistant(row)
