"""Posts held, absences, and the letters about them in the admin."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from council.actions import confirm_absence, confirm_post, enter_absence, enter_post, write_letters
from council.admin.decided import DecidedAdmin
from council.admin.register import HoldsFilter, RegisterAdmin
from council.models import Absence, HolderLetter, PostHolding
from council.policies import is_held_in_office, may_enter_absence, may_enter_post
from council.queries import opens_confidential_matter
from council.rules import CONFIRMED_POSTS
from council.tasks import send_letters_soon
from rulebook.decision import Decision, Refused


def _in_words(confirmed: bool, *, asked: bool) -> str:
    if not asked:
        return gettext("Not needed")
    return gettext("Confirmed") if confirmed else gettext("Has to confirm it")


def _confirm_each(
    register: RegisterAdmin,
    request: HttpRequest,
    rows: QuerySet[Any],
    confirm: Callable[..., Any],
    name: str,
) -> None:
    """The second person's word for each of the chosen; what is refused says why."""
    keeper, now = register.keeper(request), timezone.now()
    for row in rows:
        # Whoever became holder since it was entered is told too.
        write_letters(row=row, by=keeper, at=now)
        try:
            confirm(**{name: row}, by=keeper, at=now)
        except Refused as refusal:
            messages.error(request, f"{row}: {refusal.decision.sentence}")
        else:
            messages.success(request, gettext("%(post)s: confirmed.") % {"post": row})
    send_letters_soon()


@admin.register(PostHolding)
class PostHoldingAdmin(DecidedAdmin):
    """Posts of the protocol; those that open confidential matter are confirmed by a second person."""

    list_display = ("post", "person", "confirming", "from_on", "to_on", "directorate", "is_acting")
    list_filter = (HoldsFilter, "post")
    list_select_related = ("person", "directorate")
    search_fields = ("person__first_name", "person__last_name")
    fields = (
        "post",
        "person",
        "directorate",
        "is_acting",
        "from_outside",
        "from_on",
        "to_on",
        "entered_by",
        "confirmed_by",
        "confirmed_at",
    )
    readonly_fields = ("entered_by", "confirmed_by", "confirmed_at")
    actions = ("confirm_posts",)

    def decision(self, request: HttpRequest, row: PostHolding) -> Decision:
        """Never two holders, nor what the law keeps apart."""
        return may_enter_post(self.keeper(request), row, on=timezone.localdate())

    @admin.display(description=_("second person"))
    def confirming(self, holding: PostHolding) -> str:
        """Does it open anything yet, in words?"""
        return _in_words(holding.confirmed_at is not None, asked=holding.post in CONFIRMED_POSTS)

    def save_model(self, request: HttpRequest, obj: PostHolding, form: Any, change: bool) -> None:
        """Through the action: a change that opens more must be confirmed anew."""
        saved = enter_post(holding=obj, by=self.keeper(request), at=timezone.now())
        send_letters_soon()
        in_office = is_held_in_office(saved, on=max(timezone.localdate(), saved.from_on))
        if not in_office.allowed:
            messages.warning(request, in_office.sentence)
        if saved.post in CONFIRMED_POSTS and saved.confirmed_at is None:
            messages.warning(
                request,
                gettext(
                    "This post takes effect when a second person confirms it: another keeper of the "
                    "registers chooses it in this list, and the action “Confirm this post”."
                ),
            )

    @admin.action(description=_("Confirm this post"))
    def confirm_posts(self, request: HttpRequest, holdings: QuerySet[PostHolding]) -> None:
        """The second person's word for each of the chosen; what is refused says why."""
        _confirm_each(self, request, holdings.select_related("person"), confirm_post, "holding")


@admin.register(Absence)
class AbsenceAdmin(DecidedAdmin):
    """Who is away, and who stands in; confirmed by a second person where confidential matter opens."""

    list_display = ("person", "post", "substitute", "from_on", "to_on", "confirming")
    list_filter = (HoldsFilter, "post")
    list_select_related = ("person", "substitute")
    search_fields = ("person__first_name", "person__last_name", "substitute__last_name")
    fields = (
        "person",
        "post",
        "substitute",
        "from_on",
        "to_on",
        "entered_by",
        "confirmed_by",
        "confirmed_at",
    )
    readonly_fields = ("entered_by", "confirmed_by", "confirmed_at")
    actions = ("confirm_absences",)

    def decision(self, request: HttpRequest, row: Absence) -> Decision:
        """The substitute may have it, and no loop is made."""
        return may_enter_absence(self.keeper(request), row, on=timezone.localdate())

    @admin.display(description=_("second person"))
    def confirming(self, absence: Absence) -> str:
        """Does the substitute get everything that the absence says, in words?"""
        return _in_words(absence.confirmed_at is not None, asked=opens_confidential_matter(absence))

    def save_model(self, request: HttpRequest, obj: Absence, form: Any, change: bool) -> None:
        """Through the action: a change that gives the substitute more must be confirmed anew."""
        saved = enter_absence(absence=obj, by=self.keeper(request), at=timezone.now())
        send_letters_soon()
        if saved.confirmed_at is None and opens_confidential_matter(saved):
            messages.warning(
                request,
                gettext(
                    "A post that opens confidential matter goes to the substitute when a second person "
                    "confirms this absence: another keeper of the registers chooses it in this list, and "
                    "the action “Confirm who stands in”."
                ),
            )

    @admin.action(description=_("Confirm who stands in"))
    def confirm_absences(self, request: HttpRequest, absences: QuerySet[Absence]) -> None:
        """The second person's word for each of the chosen; what is refused says why."""
        rows = absences.select_related("person", "substitute")
        _confirm_each(self, request, rows, confirm_absence, "absence")


@admin.register(HolderLetter)
class HolderLetterAdmin(RegisterAdmin):
    """What became of each letter to whoever loses a post; read only."""

    list_display = ("person", "holding", "absence", "written_at", "sent_at", "attempts", "withdrawn_at")
    list_select_related = ("person", "holding__person", "absence__person")
    search_fields = ("person__first_name", "person__last_name")

    def has_add_permission(self, request: HttpRequest, *_parent: Any) -> bool:
        """From the registers of posts and absences."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Read only."""
        return False
