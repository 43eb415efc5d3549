"""Members, their groups, assistants and interests in the admin."""

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from council.admin.register import DatedAdmin, HoldsFilter, RegisterAdmin
from council.models import GroupMembership, Interest, MemberAssistant, MemberTerm, PoliticalGroup, Ward
from council.queries import faults_of_group


@admin.register(MemberTerm)
class MemberTermAdmin(DatedAdmin):
    """Members' terms of office."""

    list_display = ("person", "kind", "ward", "from_on", "to_on")
    list_filter = (HoldsFilter, "kind", "ward")
    list_select_related = ("person", "ward")
    search_fields = ("person__first_name", "person__last_name", "ward__name")


@admin.register(PoliticalGroup)
class PoliticalGroupAdmin(DatedAdmin):
    """Political groups, as notified to the proper officer; the list says what a group lacks."""

    list_display = ("name", "notified_on", "from_on", "to_on", "lacks")
    search_fields = ("name",)

    @admin.display(description=_("what it lacks today (1990 Regulations)"))
    def lacks(self, group: PoliticalGroup) -> str:
        """Members, a leader or the notice; empty where nothing is missing or the group has ended."""
        today = timezone.localdate()
        return " ".join(faults_of_group(group, on=today)) if group.holds_on(today) else ""


@admin.register(GroupMembership)
class GroupMembershipAdmin(DatedAdmin):
    """Who is in which group."""

    list_display = ("person", "group", "office", "from_on", "to_on")
    list_filter = (HoldsFilter, "office", "group")
    list_select_related = ("person", "group")
    search_fields = ("person__first_name", "person__last_name", "group__name")


@admin.register(MemberAssistant)
class MemberAssistantAdmin(DatedAdmin):
    """Members' own named assistants."""

    list_display = ("member", "assistant", "from_on", "to_on")
    list_select_related = ("member", "assistant")
    search_fields = (
        "member__first_name",
        "member__last_name",
        "assistant__first_name",
        "assistant__last_name",
    )


@admin.register(Interest)
class InterestAdmin(DatedAdmin):
    """Members’ declarations of interest; one that is over is ended, and the register shows since when."""

    list_display = ("person", "standing", "matter", "declared_on", "body", "is_sensitive", "from_on", "to_on")
    list_filter = (HoldsFilter, "standing", "is_sensitive")
    list_select_related = ("person", "body")
    search_fields = ("person__first_name", "person__last_name", "matter")


@admin.register(Ward)
class WardAdmin(RegisterAdmin):
    """Electoral wards."""

    search_fields = ("name",)
