"""«My enquiries»: the home of members and of their assistants, and the same list as a file."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from casework.paging import Page, page_for
from casework.wording import long_date
from council.models import Person, Service
from council.queries import Standing, protocol_in_force
from council.rules import Role
from council.sign_in import sign_in_required
from enquiries import policies
from enquiries.actions.recording import record_export
from enquiries.clock import Clock
from enquiries.forms.following import OwnFilters
from enquiries.models import Enquiry
from enquiries.policies.lists import may_open_dashboard
from enquiries.queries import Enquiries, asked_for_in_group, for_own_rows, own, waiting_for_member
from enquiries.screens.exporting import as_csv
from enquiries.screens.figures import at_most, capped
from enquiries.screens.narrowing import Day, soon_until
from enquiries.screens.own_lists import FIGURES, TABS, OwnList, counts
from enquiries.screens.rows import rows
from enquiries.states import OPEN, State
from enquiries.views.asking import standing
from rulebook.decision import Refused

ORDERS: dict[str, tuple[str, ...]] = {
    "open": ("owed_on",),
    "answered": ("-sent_at",),
    "drafts": ("-saved_at",),
}
MOST_WAITING = 20


def _followed(who: Standing) -> list[Person]:
    """The members whose enquiries the person follows: their own first. Raises Refused for nobody's."""
    ids = set(who.assisted) | ({who.person.pk} if who.has(Role.MEMBER) else set())
    ids |= set(asked_for_in_group(who).values_list("pk", flat=True))
    if not ids:
        raise Refused(policies.may_write(who))
    if ids == {who.person.pk}:
        return [who.person]
    return sorted(Person.objects.filter(pk__in=ids), key=lambda member: member.pk != who.person.pk)


def _form(request: HttpRequest, who: Standing) -> OwnFilters:
    services = list(Service.objects.only("pk", "name", "position"))
    return OwnFilters(request.GET, services=services, members=_followed(who))


def _asked_for(request: HttpRequest, form: OwnFilters) -> OwnList:
    """What the address asks for; a filter that nobody offers is left out."""
    form.is_valid()
    used = {name: form.cleaned_data.get(name) or "" for name in form.fields}
    tab, show = request.GET.get("tab", ""), request.GET.get("show", "")
    return OwnList(
        tab=tab if tab in TABS else "answered" if show == "answered" else TABS[0],
        show=show if show in FIGURES else "",
        **used,
    )


def _day(who: Standing, clock: Clock) -> Day:
    return Day(who.on, soon_until(clock, text=protocol_in_force().key, today=who.on))


@sign_in_required
@require_safe
def my_enquiries(request: HttpRequest) -> HttpResponse:
    """Four figures, three tabs, and the enquiries: those that wait for the member first."""
    who, clock = standing(request), Clock.read()
    day, form = _day(who, clock), _form(request, who)
    asked_for, mine = _asked_for(request, form), own(who)
    found = asked_for.of(mine, day)
    grouped = asked_for.tab == "open" and not asked_for.show
    page = _page(request, found, asked_for, grouped=grouped)
    waiting = [] if not grouped or page.newer_url else _waiting(found)

    def as_rows(enquiries: list[Enquiry]) -> list[Any]:
        return rows(enquiries, clock=clock, today=who.on, for_staff=False)

    numbers = counts(mine, day)
    context = {
        "section": "my-enquiries",
        "leads_group": who.has(Role.MEMBER) and may_open_dashboard(who).allowed,
        "day": long_date(who.on),
        "figures": _figures(numbers),
        "tabs": _tabs(numbers, asked_for),
        "filters": form,
        "applied": _applied(form, asked_for),
        "asked_for": asked_for,
        "grouped": grouped,
        "waiting": as_rows(waiting),
        "more_waiting": len(waiting) == MOST_WAITING,
        "rows": as_rows(page.items),
        "page": page,
        "empty": "" if page.items or waiting else _empty(mine, asked_for),
        "is_new": not any(numbers[f"tab-{tab}"] for tab in TABS),
        "download": reverse("enquiry-download") + asked_for.address(),
        "for_members": [] if who.has(Role.MEMBER) else _followed(who),
    }
    return render(request, "enquiries/mine.html", context)


def _page(request: HttpRequest, found: Enquiries, asked_for: OwnList, *, grouped: bool) -> Page[Enquiry]:
    """A page of the list; beside the group that waits for the member, what is with officers."""
    listed = found.filter(state__in=[state for state in OPEN if state != State.WAITING]) if grouped else found
    return page_for(request, for_own_rows(listed), order=ORDERS[asked_for.tab])


def _waiting(found: Enquiries) -> list[Enquiry]:
    return list(for_own_rows(waiting_for_member(found)).order_by("owed_on", "pk")[:MOST_WAITING])


def _figures(numbers: Mapping[str, int]) -> list[dict[str, str]]:
    return [
        {
            "number": at_most(numbers[f"figure-{show}"]),
            "label": str(figure.label),
            "colour": figure.colour,
            "url": OwnList(show=show).address(),
        }
        for show, figure in FIGURES.items()
    ]


def _tabs(numbers: Mapping[str, int], asked_for: OwnList) -> list[dict[str, Any]]:
    words = {"open": _("Open (%s)"), "answered": _("Answered (%s)"), "drafts": _("Drafts (%s)")}
    return [
        {
            "text": words[tab] % at_most(numbers[f"tab-{tab}"]),
            "url": OwnList(tab=tab).address(),
            "current": tab == asked_for.tab and not asked_for.show,
        }
        for tab in TABS
    ]


def _applied(form: OwnFilters, asked_for: OwnList) -> list[dict[str, str]]:
    """The filters in use, each with the address that takes it away."""
    applied = []
    if asked_for.show:
        words = str(FIGURES[asked_for.show].label)
        applied.append(
            {"text": words[:1].upper() + words[1:], "remove_url": asked_for.address(without="show")}
        )
    for name, field in form.fields.items():
        value = getattr(asked_for, name)
        if value:
            words = dict(getattr(field, "choices", ())).get(value, value)
            text = _("%(filter)s: %(value)s") % {"filter": field.label, "value": words}
            applied.append({"text": text, "remove_url": asked_for.address(without=name)})
    return applied


def _empty(mine: Enquiries, asked_for: OwnList) -> str:
    """What the list says when it is empty."""
    if asked_for.is_narrowed:
        return _("No enquiries match. Remove a filter.")
    if asked_for.tab == "drafts":
        return _("No drafts.")
    if asked_for.tab == "answered":
        return _("No answered enquiries yet.")
    answered = mine.filter(state__in=[State.ANSWERED, State.CLOSED])
    return _("Nothing open. Answered enquiries under Answered: %(number)s.") % {"number": capped(answered)}


@sign_in_required
@require_safe
def download(request: HttpRequest) -> HttpResponse:
    """«Download my enquiries»: what the list shows, all its pages; who took it is on record."""
    who, clock = standing(request), Clock.read()
    asked_for = _asked_for(request, _form(request, who))
    found = asked_for.of(own(who), _day(who, clock)).order_by("-sent_at", "-pk")
    text, count = as_csv(found, today=who.on, for_staff=False)
    record_export(who=who, filters=asked_for.address(), rows=count, at=timezone.now())
    response = HttpResponse(text.encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="my-enquiries-{who.on:%Y-%m-%d}.csv"'
    return response
