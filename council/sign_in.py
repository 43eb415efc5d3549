"""The door: views that need somebody signed in, and what was typed when the session had ended.

How a page uses it::

    @sign_in_required
    def reply(request: SignedInRequest, reference: str) -> HttpResponse:
        form = ReplyForm(request.POST or None)
        kept = fill_in(request, form)   # True: show «We kept what you typed»

Somebody whose session ended and who sends a form is taken to sign in, and then back to the page that held the
form. What they typed waits in the cache for an hour, text only, for the same login alone.
"""

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Concatenate, ParamSpec, TypeVar
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core import signing
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import resolve_url
from django.utils.crypto import get_random_string
from django.utils.http import url_has_allowed_host_and_scheme

from council.models import Person, User
from council.queries import Standing

LAST_LOGIN_COOKIE = "portal_last_login"
_SESSION_KEY = "council_kept_text"
_KEPT_FOR = 60 * 60
_LONGEST = 500_000
_SECRETS = re.compile(r"password|csrf|code|token|secret|credential|passkey", re.IGNORECASE)

P = ParamSpec("P")
R = TypeVar("R", bound=HttpResponseBase)


class SignedInRequest(HttpRequest):
    """A request of somebody in post: `council.middleware` has put the person and their standing on it."""

    user: User
    person: Person
    standing: Standing


@dataclass(frozen=True, slots=True)
class _Kept:
    """Where the text waits, whose it is, and which form it belongs to."""

    key: str
    login: int
    page: str
    action: str


def sign_in_required(
    view: Callable[Concatenate[SignedInRequest, P], R],
) -> Callable[Concatenate[HttpRequest, P], R | HttpResponse]:
    """For a view of signed-in people; replaces Django's login_required and keeps what was typed."""

    @functools.wraps(view)
    def door(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> R | HttpResponse:
        if isinstance(request.user, User) and hasattr(request, "standing"):
            response = view(request, *args, **kwargs)  # type: ignore[arg-type]
            if request.method == "POST" and 300 <= response.status_code < 400:
                _forget(request, action=request.path)
            return response
        page = request.get_full_path()
        if request.method == "POST":
            page = _page_of_form(request)
            _keep(request, page=page)
        return redirect_to_login(page, resolve_url(settings.LOGIN_URL))

    # The generated test of every address asks whether a view stands behind the door.
    door.sign_in_required = True  # type: ignore[attr-defined]
    return door


def remember_login(response: HttpResponse, user: User) -> None:
    """Whose browser this was: a signed number, by which text kept for one login is never shown to another."""
    response.set_signed_cookie(
        LAST_LOGIN_COOKIE,
        str(user.pk),
        max_age=settings.SESSION_COOKIE_AGE * 2,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


def remembered_login(request: HttpRequest) -> int | None:
    """The login that used this browser last, or None."""
    try:
        value = request.get_signed_cookie(LAST_LOGIN_COOKIE, max_age=settings.SESSION_COOKIE_AGE * 2)
        return int(value or "")
    except (KeyError, ValueError, signing.BadSignature):
        return None


def kept_text(request: HttpRequest, *, action: str | None = None) -> QueryDict | None:
    """What the same person typed on this page before they had to sign in again, within the hour; or None.

    `action` is the address that the form is sent to, where that is not the page's own.
    """
    kept = _kept(request)
    if kept is None or not isinstance(request.user, User):
        return None
    if kept.login != request.user.pk:
        _forget(request)
        return None
    if kept.action != (action or request.path):
        return None
    typed = cache.get(kept.key)
    return QueryDict(typed) if typed else None


def fill_in(request: HttpRequest, form: forms.BaseForm, *, action: str | None = None) -> bool:
    """Puts the kept text into a form that is not sent yet; True where there was some."""
    typed = None if form.is_bound else kept_text(request, action=action)
    if typed is None:
        return False
    for name, field in form.fields.items():
        prefixed = form.add_prefix(name)
        if not field.widget.value_omitted_from_data(typed, {}, prefixed):
            form.initial[name] = field.widget.value_from_datadict(typed, {}, prefixed)
    return True


def _keep(request: HttpRequest, *, page: str) -> None:
    """Only for a browser that somebody used: a stranger cannot fill the cache."""
    login = remembered_login(request)
    typed = QueryDict(mutable=True)
    for name, values in request.POST.lists():
        if not _SECRETS.search(name):
            typed.setlist(name, values)
    text = typed.urlencode()
    if login is None or not text or len(text) > _LONGEST:
        return
    key = f"council.kept.{get_random_string(40)}"
    cache.set(key, text, _KEPT_FOR)
    request.session[_SESSION_KEY] = [key, login, urlsplit(page).path, request.path]


def _page_of_form(request: HttpRequest) -> str:
    """The page that held the form: the browser says so to its own host; else the address it was sent to."""
    came_from = request.headers.get("Referer", "")
    if url_has_allowed_host_and_scheme(came_from, {request.get_host()}, require_https=request.is_secure()):
        parts = urlsplit(came_from)
        return f"{parts.path}?{parts.query}" if parts.query else parts.path
    return request.path


def _kept(request: HttpRequest) -> _Kept | None:
    stored = request.session.get(_SESSION_KEY)
    return _Kept(*stored) if isinstance(stored, list) and len(stored) == 4 else None


def _forget(request: HttpRequest, *, action: str | None = None) -> None:
    """The form was sent after all, or somebody else signed in."""
    kept = _kept(request)
    if kept is not None and action in (None, kept.action):
        cache.delete(kept.key)
        del request.session[_SESSION_KEY]
