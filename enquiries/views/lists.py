"""Lists by what is owed: my cases, what is to be routed, a directorate."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from casework.paging import page_for
from council.models import Directorate
from council.policies import may_keep_registers_as
from council.queries import Standing, protocol_in_force
from council.sign_in import sign_in_required
from enquiries import policies, queries
from enquiries.actions.allocating import allocate_enquiry
from enquiries.clock import Clock
from enquiries.models import Enquiry
from enquiries.policies import lists as list_policies
from enquiries.policies.agreeing import to_agree
from enquiries.screens import figures
from enquiries.screens.narrowing import NOBODY, Day, Narrowing, soon_until
from enquiries.screens.opening import no_days
from enquiries.screens.rows import Row, row, rows
from enquiries.screens.verdicts import satisfaction
from enquiries.states import OPEN
from enquiries.views.asking import asked, standing
from rulebook.decision import Decision, Refused

PER_PAGE = 50


def ask(decision: Decision) -> None:
    """Raises Refused unless the list is for this person."""
    if not decision.allowed:
        raise Refused(decision)


def day_of(who: Standing, clock: Clock) -> Day:
    """What «today» and «soon» mean for the person's list."""
    return Day(who.on, soon_until(clock, text=protocol_in_force().key, today=who.on))


@dataclass(frozen=True)
class Group:
    """One group of «My cases»."""

    heading: str
    rows: list[Row]


@dataclass(frozen=True)
class Waiting:
    """A group of «My cases» that waits for this person's word."""

    anchor: str
    heading: str
    rows: list[Row]


@sign_in_required
@require_safe
def my_cases(request: HttpRequest) -> HttpResponse:
    """What the officer answers, in the order of what is owed; or what they have answered."""
    who = standing(request)
    ask(list_policies.may_open_officer_lists(who))
    clock = Clock.read()
    day = day_of(who, clock)
    mine = queries.for_rows(queries.with_officer(who))
    answered = request.GET.get("show") == "answered"
    if answered:
        page = page_for(request, mine.exclude(state__in=OPEN), order=("-answered_on", "-pk"), size=PER_PAGE)
    else:
        urgent = figures.by_urgency(queries.still_open(mine), day=day)
        page = page_for(request, urgent, order=figures.URGENT_FIRST, size=PER_PAGE)
    waiting = [] if answered else _waiting_for_word(who, clock)
    context = {
        "section": "my-cases",
        "groups": [] if answered else _groups(page.items, who, clock),
        "waiting": waiting,
        "rows": rows(page.items, clock=clock, today=who.on, for_staff=True) if answered else [],
        "page": page,
        "answered": answered,
        "parts": _tabs(answered),
        "unowned": "" if page.items or waiting else _unowned(who),
        "has_all_cases": list_policies.may_open_all_cases(who).allowed,
        "back": request.get_full_path(),
    }
    return render(request, "enquiries/my_cases.html", context)


def _tabs(answered: bool) -> list[dict[str, Any]]:
    page = reverse("my-cases")
    return [
        {"text": _("Open"), "url": page, "current": not answered},
        {"text": _("Answered"), "url": f"{page}?show=answered", "current": answered},
    ]


def _waiting_for_word(who: Standing, clock: Clock) -> list[Waiting]:
    """What others did that waits for this person's word; each row leads to where it is given."""
    approve = queries.for_rows(queries.to_approve(who)).order_by("owed_on", "pk")[:PER_PAGE]
    found = (
        Waiting("to-approve", _("To approve"), _leading(approve, "enquiry-approve", who, clock)),
        Waiting("to-agree", _("To agree"), _leading(to_agree(who), "enquiry-agree-manager", who, clock)),
    )
    return [one for one in found if one.rows]


def _leading(enquiries: Iterable[Enquiry], name: str, who: Standing, clock: Clock) -> list[Row]:
    shown = ((one, row(one, clock=clock, today=who.on, for_staff=True)) for one in enquiries)
    return [replace(one_row, url=reverse(name, args=[one.reference])) for one, one_row in shown]


def _unowned(who: Standing) -> str:
    team = queries.still_open(queries.of_team(who)).filter(owner__isnull=True)
    return figures.capped(team)


def _groups(enquiries: list[Enquiry], who: Standing, clock: Clock) -> list[Group]:
    headings = {
        figures.TO_ACKNOWLEDGE: _("To acknowledge"),
        figures.OVERDUE: _("Overdue"),
        figures.DUE_SOON: _("Due in 3 days"),
        figures.WAITING: _("Waiting for the member"),
        figures.THE_REST: _("The rest"),
        figures.ELSEWHERE: _("Handled elsewhere"),
    }
    found: dict[int, list[Row]] = {}
    for enquiry in enquiries:
        group = enquiry.urgency  # type: ignore[attr-defined]  # annotated by figures.by_urgency
        shown = row(enquiry, clock=clock, today=who.on, for_staff=True)
        if group == figures.TO_ACKNOWLEDGE:
            shown = replace(shown, take_url=reverse("enquiry-acknowledge", args=[enquiry.reference]))
        found.setdefault(group, []).append(shown)
    return [Group(heading, found[group]) for group, heading in headings.items() if group in found]


def next_case(who: Standing) -> list[Row]:
    """To open next, or none: the first of «My cases» that waits neither for the member nor elsewhere."""
    clock = Clock.read()
    open_ones = figures.needing_word(queries.for_rows(queries.with_officer(who)), today=who.on)
    urgent = figures.by_urgency(open_ones, day=day_of(who, clock))
    return rows(urgent.order_by(*figures.URGENT_FIRST)[:1], clock=clock, today=who.on, for_staff=True)


@sign_in_required
@require_safe
def to_route(request: HttpRequest) -> HttpResponse:
    """What has no service yet, most urgent first."""
    who = standing(request)
    ask(list_policies.may_open_to_route(who))
    clock = Clock.read()
    waiting = queries.for_rows(queries.to_route(who))
    page = page_for(request, waiting, order=("owed_on", "pk"), size=PER_PAGE)
    context = {
        "section": "to-route",
        "no_days": no_days(clock, text=protocol_in_force().key, today=who.on),
        "may_set_days": may_keep_registers_as(who).allowed,
        "may_log": policies.may_log_for_members(who).allowed,
        "page": page,
        "rows": _leading(page.items, "enquiry-route", who, clock),
    }
    return render(request, "enquiries/to_route.html", context)


@sign_in_required
@require_safe
def directorate(request: HttpRequest) -> HttpResponse:
    """A director's summary: open, overdue, without an owner; by service; people with their load."""
    who = standing(request)
    ask(list_policies.may_open_directorate(who))
    clock = Clock.read()
    day = day_of(who, clock)
    theirs = queries.visible_to(who).filter(team__directorate__in=who.directorates)
    services = figures.by_service(theirs, today=who.on)
    late = queries.for_rows(queries.overdue(theirs, on=who.on)).order_by("owed_on", "pk").first()
    total = {
        "open": sum(tally.open for tally in services),
        "overdue": sum(tally.overdue for tally in services),
        "unowned": sum(tally.unowned for tally in services),
    }
    context = {
        "section": "team-cases",
        "names": Directorate.objects.filter(pk__in=who.directorates),
        "total": total,
        "figures": _director_figures(total),
        "services": services,
        "people": figures.by_owner(theirs, today=who.on),
        "satisfaction": satisfaction(theirs),
        "oldest": rows([late] if late else [], clock=clock, today=who.on, for_staff=True),
        "on": day.today,
        "team_url": reverse("team-cases"),
    }
    return render(request, "enquiries/directorate.html", context)


def _director_figures(total: dict[str, int]) -> list[dict[str, Any]]:
    page = reverse("team-cases")
    links = {
        "open": (_("open"), Narrowing(state="open"), ""),
        "overdue": (_("overdue"), Narrowing(due="overdue"), "red" if total["overdue"] else ""),
        "unowned": (_("without an owner"), Narrowing(state="open", owner=NOBODY), ""),
    }
    return [
        {
            "number": f"{total[name]:,}",
            "label": words,
            "url": f"{page}?{narrowing.query()}",
            "colour": colour,
            "note": "",
        }
        for name, (words, narrowing, colour) in links.items()
    ]


@sign_in_required
@require_POST
def take(request: HttpRequest, reference: str) -> HttpResponse:
    """One press: the officer takes the case on; the first time, that is the acknowledgement too."""
    found = asked(request, reference)
    owner = found.who.person
    if found.enquiry.owner_id != owner.pk:
        allocate_enquiry(who=found.who, enquiry=found.enquiry, owner=owner, at=timezone.now())
        name = found.enquiry.member.short_name
        words = _("%(reference)s acknowledged. %(name)s is told that you have it.")
        messages.success(request, words % {"reference": reference, "name": name})
    back = request.POST.get("back", "")
    if back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        return redirect(back)
    return redirect("enquiry", reference)
