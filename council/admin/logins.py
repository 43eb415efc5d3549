"""Logins and invitations in the admin."""

from typing import Any

from django.contrib import admin
from django.db import transaction
from django.db.models import Model
from django.http import HttpRequest
from django.utils import timezone

from council.actions import change_login
from council.admin.register import RegisterAdmin
from council.models import Invitation, User
from council.tasks import send_sign_in_letters_soon


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

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> tuple[str, ...]:
        """The login of an entry that was merged into another stays closed."""
        ended = obj is not None and obj.person is not None and obj.person.merged_into_id is not None
        return (*self.readonly_fields, *(("email", "is_active") if ended else ()))

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        """Through the action, which keeps the address in step, ends sessions of a closed login and tells."""
        change_login(
            user=obj, email=obj.email, is_active=obj.is_active, by=self.keeper(request), at=timezone.now()
        )
        transaction.on_commit(send_sign_in_letters_soon)


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
