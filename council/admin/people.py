"""People in the admin: their entry, their way into the portal, and whoever was entered twice."""

import datetime
from collections.abc import Callable
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from council.actions import invite, remove_second_factors, send_password_letter
from council.admin.merging import review
from council.admin.register import RegisterAdmin
from council.models import MemberTerm, OfficerAppointment, Person, User
from council.queries import LoginState, with_login_state
from council.tasks import send_invitations_soon, send_sign_in_letters_soon
from rulebook.decision import Refused
from rulebook.wording import gettext_noop

LOGIN_WORDS = {
    LoginState.LOGIN: gettext_noop("Has a login"),
    LoginState.CLOSED: gettext_noop("Login closed"),
    LoginState.FAILED: gettext_noop("Invitation not sent yet: the mail server did not take it"),
    LoginState.INVITED: gettext_noop("Invited, not accepted yet"),
    LoginState.EXPIRED: gettext_noop("Invitation expired"),
    LoginState.NONE: gettext_noop("No login, not invited"),
}


class EntryFilter(admin.SimpleListFilter):
    """Entries that stand for a person, unless those that were merged are asked for."""

    title = _("entry")
    parameter_name = "entry"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """The one choice beside the usual."""
        return [("merged", _("Merged into another"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Person]) -> QuerySet[Person]:
        """The rows of the choice."""
        return queryset.filter(merged_into__isnull=self.value() != "merged")


class LoginFilter(admin.SimpleListFilter):
    """Who has a login, and what became of an invitation."""

    title = _("login")
    parameter_name = "login"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Every state."""
        return [(state.value, _(words)) for state, words in LOGIN_WORDS.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Person]) -> QuerySet[Person]:
        """The rows of the choice."""
        chosen: dict[str, Any] = {"login_state": self.value()} if self.value() else {}
        return queryset.filter(**chosen)


class TodayFilter(admin.SimpleListFilter):
    """What people are today."""

    title = _("what they are today")
    parameter_name = "today"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Members or officers."""
        return [("member", _("Members")), ("officer", _("Officers"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Person]) -> QuerySet[Person]:
        """The rows of the choice."""
        today = timezone.localdate()
        held: dict[str, Callable[[datetime.date], QuerySet[Any]]] = {
            "member": MemberTerm.objects.on,
            "officer": OfficerAppointment.objects.on,
        }
        chosen = held.get(self.value() or "")
        return queryset.filter(pk__in=chosen(today).values("person_id")) if chosen else queryset


@admin.register(Person)
class PersonAdmin(RegisterAdmin):
    """Everybody whom the council deals with."""

    list_display = ("name", "email", "telephone", "login")
    list_filter = (TodayFilter, LoginFilter, EntryFilter)
    search_fields = ("first_name", "last_name", "email")
    list_select_related = ("merged_into",)
    actions = ("invite_people", "send_password_letters", "remove_factors", "merge_entries")
    # What the person's own page offers below the entry: the action, its button, and who needs it.
    ways_in: ClassVar[tuple[tuple[str, Any, Any], ...]] = (
        (
            "invite_people",
            _("Send an invitation"),
            _("A letter with a link that works once, for seven days. Older invitations no longer work."),
        ),
        (
            "send_password_letters",
            _("Send a letter for a new password"),
            _("For somebody who cannot sign in. The password stays as it is until they choose another."),
        ),
        (
            "remove_factors",
            _("Remove a lost second factor"),
            _("For somebody who lost telephone and recovery codes. Speak to them first: it must be them."),
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Person]:
        """Each with what became of their login."""
        return with_login_state(super().get_queryset(request), at=timezone.now())

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Person], search_term: str
    ) -> tuple[QuerySet[Person], bool]:
        """A box that offers people offers none who was merged into another."""
        found, several = super().get_search_results(request, queryset, search_term)
        if request.path.endswith("/autocomplete/"):
            found = found.filter(merged_into__isnull=True)
        return found, several

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """An entry that was merged says into which."""
        fields = ("title", "first_name", "last_name", "email", "telephone")
        return (*fields, "merged_into") if obj is not None and obj.merged_into_id else fields

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """An entry that was merged into another is read only."""
        ended = isinstance(obj, Person) and obj.merged_into_id is not None
        return not ended and super().has_change_permission(request, obj)

    @admin.display(description=_("login"), ordering="login_state")
    def login(self, person: Person) -> str:
        """Has the person a login, or what became of the invitation?"""
        return gettext(LOGIN_WORDS[LoginState(person.login_state)])  # type: ignore[attr-defined]

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """With the ways into the portal below the entry."""
        given = {"ways_in": self.ways_in, **(extra_context or {})}
        return super().change_view(request, object_id, form_url, given)

    def get_urls(self) -> list[URLPattern]:
        """One page more: two entries side by side."""
        merge = self.admin_site.admin_view(self.merge_view)
        return [
            path("<int:kept>/merge/<int:merged>/", merge, name="council_person_merge"),
            *super().get_urls(),
        ]

    def merge_view(self, request: HttpRequest, kept: int, merged: int) -> HttpResponse:
        """The review, and the merge itself."""
        return review(request, kept=kept, merged=merged, keeper=self.keeper(request))

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

    @admin.action(description=_("Send a letter for a new password"))
    def send_password_letters(self, request: HttpRequest, people: QuerySet[Person]) -> None:
        """For somebody who cannot sign in; whoever has no login yet is told to be invited."""
        for person in people.select_related("user"):
            if not hasattr(person, "user"):
                words = gettext("%(name)s has no login yet. Send an invitation.")
                messages.error(request, words % {"name": person.name})
                continue
            try:
                send_password_letter(user=person.user, by=self.keeper(request), at=timezone.now())
            except Refused as refusal:
                messages.error(request, refusal.decision.sentence)
            else:
                words = gettext("A letter is on its way to %(email)s.")
                messages.success(request, words % {"email": person.user.email})
        send_sign_in_letters_soon()

    @admin.action(description=_("Remove a lost second factor"))
    def remove_factors(self, request: HttpRequest, people: QuerySet[Person]) -> None:
        """For somebody who lost telephone and recovery codes."""
        for user in User.objects.filter(person__in=people.values("pk")).select_related("person"):
            try:
                remove_second_factors(user=user, by=self.keeper(request), at=timezone.now())
            except Refused as refusal:
                messages.error(request, refusal.decision.sentence)
            else:
                messages.success(
                    request, gettext("%(name)s sets up a new one at sign-in.") % {"name": user.person}
                )

    @admin.action(description=_("Merge two entries of one person"))
    def merge_entries(self, request: HttpRequest, people: QuerySet[Person]) -> HttpResponse | None:
        """To the page on which both are compared; nothing is merged before."""
        chosen = list(people.order_by("pk").values_list("pk", flat=True)[:3])
        if len(chosen) != 2:
            messages.error(request, gettext("Choose exactly two entries."))
            return None
        return redirect("admin:council_person_merge", *chosen)
