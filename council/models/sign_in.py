"""Logins, and the invitations that they come from."""

import uuid
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from council.models.people import Person


class UserManager(BaseUserManager["User"]):
    """Makes logins; people get them by invitation (council.actions)."""

    def create_user(self, email: str, password: str | None = None, *, person: Person | None = None) -> "User":
        """A login for a person; without a password it can only be used through an invitation."""
        user = self.model(email=self.normalize_email(email).lower(), person=person)
        user.set_password(password)
        user.save()
        return user


class User(AbstractBaseUser, PermissionsMixin):
    """A login: an e-mail address and a password or passkey. What it may do follows from its person."""

    email = models.EmailField(_("email address"), unique=True)
    person = models.OneToOneField(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="user"
    )
    is_active = models.BooleanField(_("may sign in"), default=True)
    joined_at = models.DateTimeField(_("made at"), auto_now_add=True)

    USERNAME_FIELD = "email"
    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        verbose_name = _("login")
        verbose_name_plural = _("logins")
        constraints = [models.UniqueConstraint(Lower("email"), name="council_user_one_login_an_address")]

    def __str__(self) -> str:
        return self.email

    def has_perm(self, perm: str, obj: object = None) -> bool:
        """Never: rights follow from law and post (policies); a superuser opens nothing."""
        return False

    def has_module_perms(self, app_label: str) -> bool:
        """Never, as above."""
        return False


class Invitation(models.Model):
    """An invitation to make a login; the link's secret is kept only as its digest.

    The secret follows from the row's key and the portal's own, so that a letter that was not accepted by the
    mail server can be written again, and a copy of the table opens nothing.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField(_("email address"))
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    digest = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="invitations_sent"
    )
    invited_at = models.DateTimeField(_("invited at"))
    expires_at = models.DateTimeField(_("expires at"))
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts to send"), default=0)
    next_attempt_at = models.DateTimeField(_("next attempt at"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    accepted_at = models.DateTimeField(_("accepted at"), null=True, blank=True)

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-invited_at", "-pk"]
        indexes = [
            models.Index(
                fields=["next_attempt_at"],
                condition=Q(sent_at__isnull=True, accepted_at__isnull=True, withdrawn_at__isnull=True),
                name="invitation_to_send",
            )
        ]

    def __str__(self) -> str:
        return self.email
