"""What a person may type to get a login and to sign in; allauth's forms in plain words."""

from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from allauth.account.forms import (
    ChangePasswordForm,
    LoginForm,
    ReauthenticateForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
    SetPasswordForm,
)
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateCodeForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from council.models import Person, User

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

# Label, hint, and what is said when the box is empty.
Words: TypeAlias = "tuple[str | _StrPromise, str | _StrPromise, str | _StrPromise]"

_EMAIL: Words = (_("Email address"), "", _("Enter your email address"))
_PASSWORD: Words = (_("Password"), "", _("Enter your password"))
_CURRENT: Words = (_("Current password"), "", _("Enter your current password"))
_NEW: Words = (
    _("New password"),
    _("At least 12 characters. Three words that have nothing to do with each other are a good one."),
    _("Enter a new password"),
)
_AGAIN: Words = (_("New password again"), "", _("Enter the new password again"))
_CODE: Words = (
    _("Code"),
    _("The 6 digits that your authenticator app shows now."),
    _("Enter the code from your authenticator app"),
)
_CODE_AT_SIGN_IN: Words = (
    _("Code"),
    _("The 6 digits that your authenticator app shows now, or one of your recovery codes."),
    _("Enter the code from your authenticator app"),
)
_KEY_NAME: Words = (
    _("Name"),
    _("So that you can tell your keys apart: for example «Laptop»."),
    _("Enter a name for the key"),
)


class PlainWords:
    """Puts the portal's words on the fields of another package's form."""

    words: ClassVar[dict[str, Words]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """As the form itself, then the words; placeholders go, because a label stands there."""
        super().__init__(*args, **kwargs)
        fields: dict[str, forms.Field] = self.fields  # type: ignore[attr-defined]
        for name, field in fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.help_text = ""
            if name in self.words:
                field.label, field.help_text, field.error_messages["required"] = self.words[name]
            if isinstance(field, forms.EmailField):
                field.error_messages["invalid"] = _(
                    "Enter an email address in the right format, like name@example.com"
                )


class SignInForm(PlainWords, LoginForm):
    """E-mail and password; what is wrong never says which of the two it is."""

    words = {"login": _EMAIL, "password": _PASSWORD}


class ForgottenPasswordForm(PlainWords, ResetPasswordForm):
    """Where to send the link."""

    words = {"email": _EMAIL}


class NewPasswordForm(PlainWords, ResetPasswordKeyForm):
    """The new password, from the link in the letter."""

    words = {"password1": _NEW, "password2": _AGAIN}


class OtherPasswordForm(PlainWords, ChangePasswordForm):
    """The password of now, and the new one."""

    words = {"oldpassword": _CURRENT, "password1": _NEW, "password2": _AGAIN}


class FirstPasswordForm(PlainWords, SetPasswordForm):
    """A password for somebody who signed in through the council's provider until now."""

    words = {"password1": _NEW, "password2": _AGAIN}


class PasswordAgainForm(PlainWords, ReauthenticateForm):
    """The password, before something that matters."""

    words = {"password": _PASSWORD}


class CodeForm(PlainWords, AuthenticateForm):
    """The second factor at sign-in."""

    words = {"code": _CODE_AT_SIGN_IN}


class CodeAgainForm(PlainWords, ReauthenticateCodeForm):
    """The second factor, before something that matters."""

    words = {"code": _CODE_AT_SIGN_IN}


class SetUpAppForm(PlainWords, ActivateTOTPForm):
    """The first code of a new authenticator app."""

    words = {"code": _CODE}


class AddKeyForm(PlainWords, AddWebAuthnForm):
    """A new passkey or security key."""

    words = {
        "name": _KEY_NAME,
        "passwordless": (_("Sign in with this key alone, without my password"), "", ""),
    }


class RenameKeyForm(PlainWords, EditWebAuthnForm):
    """Another name for a key."""

    words = {"name": _KEY_NAME}


class InvitationForm(forms.Form):
    """The password of a new login, typed once: it can be shown, and pasted."""

    password = forms.CharField(
        label=_("Password"),
        strip=False,
        help_text=_NEW[1],
        error_messages={"required": _("Enter a password")},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, person: Person, email: str, **kwargs: Any) -> None:
        """For the invited person: the password must not be made of their name or address."""
        super().__init__(*args, **kwargs)
        self._login = User(person=person, email=email)

    def clean_password(self) -> str:
        """Checked against the validators of the settings."""
        password: str = self.cleaned_data["password"]
        validate_password(password, self._login)
        return password
