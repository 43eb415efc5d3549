"""The page «Who is who»: posts, members and groups, bodies, officers, on today or a chosen day."""

import datetime
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from council.forms.people import DayForm
from council.screens import members, officers, posts
from council.sign_in import SignedInRequest, sign_in_required


@dataclass(frozen=True)
class Part:
    """One of the four pages."""

    text: str | Promise
    name: str


@dataclass(frozen=True)
class PartLink:
    """The same as the page shows it, with the chosen day kept."""

    text: str | Promise
    url: str
    current: bool


PARTS = (
    Part(_("Posts"), "people"),
    Part(_("Members and groups"), "people-members"),
    Part(_("Bodies"), "people-bodies"),
    Part(_("Officers"), "people-officers"),
)


@require_GET
@sign_in_required
def who_holds(request: SignedInRequest) -> HttpResponse:
    """Who answers for the protocol, and who holds which post."""
    return _page(request, "people")


@require_GET
@sign_in_required
def of_members(request: SignedInRequest) -> HttpResponse:
    """Political groups, executive portfolios and members."""
    return _page(request, "people-members")


@require_GET
@sign_in_required
def of_bodies(request: SignedInRequest) -> HttpResponse:
    """Bodies, their seats, scrutiny's programme of work."""
    return _page(request, "people-bodies")


@require_GET
@sign_in_required
def of_officers(request: SignedInRequest) -> HttpResponse:
    """Heads of service and above, by directorate."""
    return _page(request, "people-officers")


_TEMPLATES = {
    "people": "people/posts.html",
    "people-members": "people/members.html",
    "people-bodies": "people/bodies.html",
    "people-officers": "people/officers.html",
}


def _page(request: SignedInRequest, name: str) -> HttpResponse:
    """The part on the chosen day; with something searched for, what was found instead of the part."""
    form = DayForm(request.GET or None)
    form.is_valid()
    cleaned = getattr(form, "cleaned_data", {})
    day: datetime.date = cleaned.get("on") or request.standing.on
    asked = str(cleaned.get("q") or "")
    context = {
        "form": form,
        "day": day,
        "is_today": day == request.standing.on,
        "asked": asked,
        "parts": _links(name, day if day != request.standing.on else None),
    }
    if asked:
        found, more = officers.found_rows(asked, on=day)
        return render(request, "people/found.html", {**context, "found": found, "more": more})
    return render(request, _TEMPLATES[name], {**context, **_rows(name, day)})


def _links(name: str, day: datetime.date | None) -> list[PartLink]:
    query = f"?{urlencode({'on': day.isoformat()})}" if day else ""
    return [PartLink(part.text, reverse(part.name) + query, part.name == name) for part in PARTS]


def _rows(name: str, day: datetime.date) -> dict[str, object]:
    """What this part shows, and nothing of the others."""
    if name == "people":
        return {"posts": posts.post_lines(on=day), "accountable": posts.accountable(on=day)}
    if name == "people-members":
        return {
            "groups": members.group_rows(on=day),
            "members": members.member_rows(on=day),
            "portfolios": members.portfolios(on=day),
        }
    if name == "people-bodies":
        return {"bodies": members.body_rows(on=day)}
    return {"directorates": officers.directorate_rows(on=day)}
