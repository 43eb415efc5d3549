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

    email = models.EmailField(
        _("email address"),
        unique=True,
        help_text=_("What the person types to sign in; letters go there too."),
    )
    person = models.OneToOneField(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="user",
        verbose_name=_("person"),
    )
    is_active = models.BooleanField(
        _("may sign in"),
        default=True,
        help_text=_("Take the tick away to close the login: whoever is signed in with it is signed out."),
    )
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

    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, related_name="invitations", verbose_name=_("person")
    )
    email = models.EmailField(_("email address"))
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    digest = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        related_name="invitations_sent",
        verbose_name=_("invited by"),
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


class SignInLetter(models.Model):
    """A letter of signing in that waits for the mail server: a new password, or news of the login.

    The letter with which somebody chooses a new password holds a secret, so it is written when it leaves and
    stands in no table; of the others the words wait here until the mail server took them. News of another
    address go to the one before, which nothing else keeps: `address` holds it until then.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="letters", verbose_name=_("login"))
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    asks_new_password = models.BooleanField(default=False)
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField(blank=True)
    address = models.EmailField(blank=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField()

    class Meta:
        verbose_name = _("letter of signing in")
        verbose_name_plural = _("letters of signing in")
        indexes = [
            models.Index(
                fields=["next_attempt_at"], condition=Q(sent_at__isnull=True), name="sign_in_letter_to_send"
            )
        ]

    def __str__(self) -> str:
        return f"Letter {self.key} to login {self.user_id}"
