"""People, members and logins in the admin."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from council.actions import change_login, invite, remove_second_factors
from council.admin.register import DatedAdmin, HoldsFilter, RegisterAdmin
from council.models import (
    GroupMembership,
    Invitation,
    MemberAssistant,
    MemberTerm,
    Person,
    PoliticalGroup,
    User,
    Ward,
)
from council.queries import faults_of_group
from council.tasks import send_invitations_soon
from rulebook.decision import Refused


@admin.register(Person)
class PersonAdmin(RegisterAdmin):
    """Everybody whom the council deals with."""

    list_display = ("name", "email", "telephone", "login")
    search_fields = ("first_name", "last_name", "email")
    list_select_related = ("user",)
    actions = ("invite_people", "remove_factors")

    @admin.display(description=_("login"), boolean=True)
    def login(self, person: Person) -> bool:
        """Has the person a login?"""
        return hasattr(person, "user")

    @admin.action(description=_("Invite to make a login"))
    def invite_people(self, request: HttpRequest, people: QuerySet[Person]) -> None:
        """An invitation to each of the chosen; what is refused says why."""
        for person in people:
            try:
                invite(person=person, email=person.email, by=self.keeper(request), at=timezone.now())
            except Refused as refusal:
                messages.error(request, refusal.decision.sentence)
            else:
                messages.success(request, gettext("%(name)s is invited.") % {"name": person.name})
        send_invitations_soon()

    @admin.action(description=_("Remove a lost second factor"))
    def remove_factors(self, request: HttpRequest, people: QuerySet[Person]) -> None:
        """For somebody who lost telephone and recovery codes."""
        for user in User.objects.filter(person__in=people).select_related("person"):
            try:
                remove_second_factors(user=user, by=self.keeper(request), at=timezone.now())
            except Refused as refusal:
                messages.error(request, refusal.decision.sentence)
            else:
                messages.success(
                    request, gettext("%(name)s sets up a new one at sign-in.") % {"name": user.person}
                )


@admin.register(User)
class UserAdmin(RegisterAdmin):
    """Logins: made by invitation; here the address changes, or the login is closed."""

    list_display = ("email", "person", "is_active", "last_login")
    list_filter = ("is_active",)
    list_select_related = ("person",)
    search_fields = ("email", "person__first_name", "person__last_name")
    fields = ("person", "email", "is_active", "joined_at", "last_login")
    readonly_fields = ("person", "joined_at", "last_login")

    def has_add_permission(self, request: HttpRequest, *_parent: Any) -> bool:
        """By invitation alone."""
        return False

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        """Through the action, which keeps the address in step and ends the sessions of a closed login."""
        change_login(
            user=obj, email=obj.email, is_active=obj.is_active, by=self.keeper(request), at=timezone.now()
        )


@admin.register(Invitation)
class InvitationAdmin(RegisterAdmin):
    """What became of each invitation; read only."""

    list_display = ("person", "email", "invited_at", "expires_at", "sent_at", "attempts", "accepted_at")
    list_select_related = ("person",)
    search_fields = ("email", "person__first_name", "person__last_name")
    exclude = ("digest",)

    def has_add_permission(self, request: HttpRequest, *_parent: Any) -> bool:
        """From the register of people."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Read only."""
        return False


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
    search_fields = ("member__last_name", "assistant__last_name")


@admin.register(Ward)
class WardAdmin(RegisterAdmin):
    """Electoral wards."""

    search_fields = ("name",)
