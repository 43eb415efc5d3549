"""The first page after signing in: the one where the person's own work begins."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from council.rules import Role
from council.sign_in import SignedInRequest, sign_in_required

# The first role that the person has decides.
FIRST_PAGES: tuple[tuple[Role, str], ...] = (
    (Role.MEMBER, "my-enquiries"),
    (Role.ASSISTANT, "my-enquiries"),
    (Role.MONITORING_OFFICER, "dashboard"),
    (Role.DEMOCRATIC_SERVICES, "to-route"),
    (Role.OFFICER, "my-cases"),
)


def first_page(roles: frozenset[Role]) -> str | None:
    """The name of the first page's address; None for a post that has no list of its own."""
    return next((name for role, name in FIRST_PAGES if role in roles), None)


@sign_in_required
@require_safe
def home(request: SignedInRequest) -> HttpResponse:
    """The person's own first page."""
    name = first_page(request.standing.roles)
    return redirect(name) if name else _nothing_yet(request)


def _nothing_yet(request: HttpRequest) -> HttpResponse:
    """Whoever holds a post without enquiries: what the portal has for them, and who helps."""
    return render(request, "pages/home.html")
