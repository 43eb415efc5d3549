"""The pages of sign-in and of the account that are the portal's own."""

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import get_totp_secret
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_GET, require_http_methods

from council.actions import accept_invitation as accept
from council.forms.sign_in import InvitationForm
from council.policies import may_accept
from council.queries import (
    needs_second_factor,
    open_invitation,
    own_absences,
    roles_in_words,
    standing_in_for,
)
from council.sign_in import SignedInRequest, sign_in_required


@sensitive_post_parameters()
@sensitive_variables("secret")
@require_http_methods(["GET", "POST"])
def accept_invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """Choosing the password of a new login; a link that no longer works says what to do."""
    now = timezone.now()
    invitation = open_invitation(secret)
    decision = may_accept(invitation, at=now)
    if invitation is None or not decision.allowed:
        return render(request, "council/invitation_closed.html", {"decision": decision}, status=410)
    form = InvitationForm(request.POST or None, person=invitation.person, email=invitation.email)
    if request.method == "POST" and form.is_valid():
        accept(secret=secret, password=form.cleaned_data["password"], at=now)
        messages.success(request, _("Your login is made. Sign in with the password that you chose."))
        return redirect("account_login")
    return render(request, "council/accept_invitation.html", {"form": form, "invitation": invitation})


@require_GET
@sign_in_required
def account(request: SignedInRequest) -> HttpResponse:
    """The person's own login: who they are today, and links to all that they can change."""
    kinds = set(Authenticator.objects.filter(user=request.user).values_list("type", flat=True))
    return render(
        request,
        "council/account.html",
        {
            "standing": request.standing,
            "lines": roles_in_words(request.standing),
            "away": own_absences(request.person, on=request.standing.on),
            "stands_in": standing_in_for(request.person, on=request.standing.on),
            "has_app": Authenticator.Type.TOTP in kinds,
            "has_passkey": Authenticator.Type.WEBAUTHN in kinds,
            "has_recovery_codes": Authenticator.Type.RECOVERY_CODES in kinds,
            "asked_by_post": needs_second_factor(request.person, on=request.standing.on),
        },
    )


@require_GET
@sign_in_required
def second_factor(request: SignedInRequest) -> HttpResponse:
    """Where somebody is taken whose post asks for a second factor that they do not have yet."""
    return render(request, "council/second_factor.html")


@require_GET
@sign_in_required
def second_factor_picture(request: SignedInRequest) -> HttpResponse:
    """The QR code of the app that is being set up, as a picture of our own: no `data:` address needed."""
    if not request.session.get("mfa.totp.secret"):
        raise Http404
    adapter = get_adapter()
    picture = adapter.build_totp_svg(adapter.build_totp_url(request.user, get_totp_secret()))
    return HttpResponse(picture, content_type="image/svg+xml")


@require_GET
@sign_in_required
def sign_in_address(request: SignedInRequest) -> HttpResponse:
    """The address that the person signs in with; democratic services change it."""
    return render(request, "council/sign_in_address.html")
