"""What holds for every request: no NUL comes in, a refusal becomes its page, no browser keeps the answer."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control

from protocol_portal.views import errors
from rulebook.decision import Outcome, Refused

View = Callable[[HttpRequest], HttpResponse]


class SignedInPages:
    """Wraps each request; the browser keeps no copy of what somebody saw: its back button shows nothing."""

    def __init__(self, get_response: View) -> None:
        """Django's own way to build one."""
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The view's answer, marked `no-store` for a signed-in person and wherever somebody signs in."""
        came_in = request.user.is_authenticated
        response = self._get_response(request)
        if came_in or request.user.is_authenticated or request.path.startswith(_sign_in_pages()):
            response.headers.pop("Cache-Control", None)
            patch_cache_control(response, no_store=True, private=True)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A refused action: its sentence and paragraph (403), or the page of what never was (404)."""
        if not isinstance(exception, Refused):
            return None
        if exception.decision.outcome is Outcome.UNKNOWN:
            return errors.not_found(request)
        return errors.refused(request, exception.decision)


def without_nul(get_response: View) -> View:
    """Django's middleware factory: a NUL in address, query or cookie is answered with 400, before all else.

    The database keeps no such character and raises an error where it is asked for one; boxes of forms say so
    beside themselves.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        given = (request.path_info, request.META.get("QUERY_STRING", ""), *request.COOKIES.values())
        if any("\x00" in text or "%00" in text for text in given):
            return errors.bad_request(request)
        return get_response(request)

    return middleware


def _sign_in_pages() -> str:
    """Where the pages of signing in begin: the address that holds the sign-in page."""
    return reverse("account_login").removesuffix("login/")


def signed_in_pages(get_response: View) -> SignedInPages:
    """Django's middleware factory."""
    return SignedInPages(get_response)
