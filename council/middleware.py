"""At each request: is the person in post today, and have they the second factor that their post asks for?"""

from collections.abc import Callable
from contextlib import nullcontext

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve
from django.utils import timezone

from council.models import User
from council.policies import may_sign_in, may_sign_in_as, must_set_up_second_factor
from council.queries import one_reading, standing_of
from council.sign_in import remember_login, remembered_login

_READS = ("GET", "HEAD")
# What somebody may still reach who has to set up a second factor first.
_SET_UP_PAGES = frozenset(
    {
        "second_factor",
        "second_factor_picture",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_download_recovery_codes",
        "account_login",
        "account_logout",
        "account_reauthenticate",
        "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn",
        "accessibility",
        "contact",
        "help",
        "privacy",
    }
)


def people_in_post(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Django's middleware factory; the admin stands behind it like every page.

    Puts `request.person` and `request.standing` on the request of somebody signed in. Whoever holds nothing
    any more is signed out and told so (403); whoever needs a second factor first is taken to set one up.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        user = request.user
        if not isinstance(user, User):
            return get_response(request)
        # Nothing changes while a page is read, so that its parts need not ask the same twice.
        with one_reading() if request.method in _READS else nullcontext():
            return answer(request, user)

    def answer(request: HttpRequest, user: User) -> HttpResponse:
        standing = standing_of(user.person, on=timezone.localdate()) if user.person else None
        decision = may_sign_in_as(standing) if standing else may_sign_in(None, on=timezone.localdate())
        if standing is None or not decision.allowed:
            logout(request)
            return render(request, "council/not_in_post.html", {"decision": decision}, status=403)
        if must_set_up_second_factor(user, standing) and _name(request) not in _SET_UP_PAGES:
            return redirect("second_factor")
        request.person = standing.person  # type: ignore[attr-defined]
        request.standing = standing  # type: ignore[attr-defined]
        response = get_response(request)
        if remembered_login(request) != user.pk:
            remember_login(response, user)
        return response

    return middleware


def _name(request: HttpRequest) -> str:
    """The address's name, empty for one that never was."""
    try:
        return resolve(request.path_info).view_name
    except Resolver404:
        return ""
