"""What allauth asks of the portal: nobody registers, who may sign in, what the messages say."""

import logging
import smtplib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from council.actions import keep_letter
from council.models import User
from council.policies import may_sign_in
from council.queries import needs_second_factor, profile

logger = logging.getLogger(__name__)

_NEW_PASSWORD = "account/email/password_reset_key"  # noqa: S105  (the name of a letter)
# Letters of allauth's that hold a code or a link which opens something. The portal uses none of them today.
_WITH_A_SECRET = frozenset(
    {
        "account/email/email_confirmation",
        "account/email/email_confirmation_signup",
        "account/email/login_code",
        "account/email/password_reset_code",
    }
)


class AccountAdapter(DefaultAccountAdapter):
    """E-mail and password; logins come from invitations alone."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("The email address or the password is not right."),
        "too_many_login_attempts": _("Too many attempts. Wait five minutes, then try again."),
        "enter_current_password": _("Enter your password"),
        "incorrect_password": _("The password is not right."),
        "rate_limited": _("Too many attempts. Wait five minutes, then try again."),
        "account_inactive": _("This login is closed. Democratic services can say why."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: democratic services invite."""
        return False

    def pre_login(  # type: ignore[override]
        self, request: HttpRequest, user: User, **details: Any
    ) -> HttpResponse | None:
        """Refuses, with the sentence, whoever holds nothing today; the password was right by then."""
        answer: HttpResponse | None = super().pre_login(request, user, **details)
        if answer is not None:
            return answer
        decision = may_sign_in(user.person, on=timezone.localdate())
        if decision.allowed:
            return None
        return render(request, "council/not_in_post.html", {"decision": decision}, status=403)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """A dead mail server stops no step, and answers the same whether a login uses the address or not.

        The letter then waits for the sweep; nothing with a secret in it is kept.
        """
        try:
            super().send_mail(template_prefix, email, context)
        except (OSError, smtplib.SMTPException) as fault:
            logger.warning("The letter %s waits for the sweep: %s", template_prefix, type(fault).__name__)
            self._keep(template_prefix, email, context)

    def _keep(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        user = User.objects.filter(email__iexact=email).first()
        if user is None:
            return
        if template_prefix == _NEW_PASSWORD:
            keep_letter(user=user, at=timezone.now(), asks_new_password=True)
        elif template_prefix not in _WITH_A_SECRET:
            words = self.render_mail(template_prefix, email, {"email": email, **context})
            keep_letter(user=user, at=timezone.now(), subject=str(words.subject), body=str(words.body))

    def add_message(self, request: HttpRequest, level: int, *details: Any, **more: Any) -> None:
        """Only what tells something new: that somebody is signed in or out, the page shows."""
        template = details[0] if details else more.get("message_template", "")
        if template not in {"account/messages/logged_in.txt", "account/messages/logged_out.txt"}:
            super().add_message(request, level, *details, **more)


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """The council's own provider opens logins that exist; it makes none."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Never: somebody unknown to the register is told so."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """A person without a login gets a sentence, before anything is kept of them."""
        if not sociallogin.is_existing and not request.user.is_authenticated:
            raise ImmediateHttpResponse(render(request, "council/not_registered.html", status=403))


class MFAAdapter(DefaultMFAAdapter):
    """The names that an authenticator app shows, and who keeps a factor."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("The code is not right. Enter the one that your app shows now."),
        "cannot_delete_authenticator": _(
            "Your post asks for a second factor. Add another one before you remove this."
        ),
    }

    def get_totp_issuer(self) -> str:
        """As the app lists it."""
        return profile().council_name

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Whoever's post asks for a second factor keeps one."""
        person = authenticator.user.person
        if person is None or not needs_second_factor(person, on=timezone.localdate()):
            return True
        others = Authenticator.objects.filter(user=authenticator.user).exclude(pk=authenticator.pk)
        return bool(others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists())
