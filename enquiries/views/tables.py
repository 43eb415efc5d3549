"""Tables of cases: filters and sorting in the address, paged by key, and the same list as a file."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from casework.paging import page_for, without
from council.models import Directorate, Person, PoliticalGroup, Service
from council.queries import Standing, colleagues_in
from council.sign_in import sign_in_required
from enquiries import queries
from enquiries.actions.recording import record_export
from enquiries.clock import Clock
from enquiries.forms.filtering import CaseFilters
from enquiries.models import Enquiry
from enquiries.policies import lists as list_policies
from enquiries.screens import figures
from enquiries.screens.exporting import as_csv
from enquiries.screens.narrowing import Day
from enquiries.screens.rows import table_row
from enquiries.states import State
from enquiries.views.asking import standing
from enquiries.views.lists import PER_PAGE, ask, day_of

MOST_ROWS = 20_000
SORTS = {
    "due": ("ended", "owed_on"),
    "-due": ("ended", "-owed_on"),
    "received": ("received_on",),
    "-received": ("-received_on",),
    "service": ("service__name", "owed_on"),
    "-service": ("-service__name", "owed_on"),
    "owner": ("owner__last_name", "owner__first_name", "owed_on"),
    "-owner": ("-owner__last_name", "-owner__first_name", "owed_on"),
    "status": ("state", "owed_on"),
    "-status": ("-state", "owed_on"),
}


@dataclass(frozen=True)
class CaseTable:
    """A filtered, sorted, paged table of cases."""

    title: str
    section: str
    export_url: str
    enquiries: queries.Enquiries
    owners: list[tuple[str, str]]
    directorates: list[tuple[str, str]]


def _filters(request: HttpRequest, table: CaseTable, who: Standing) -> CaseFilters:
    names = [(str(pk), name) for pk, name in Service.objects.values_list("pk", "name")]
    return CaseFilters(
        request.GET,
        services=names,
        owners=[*table.owners, *_asked_owner(request, table)],
        directorates=table.directorates,
        groups=_groups(request),
        today=who.on,
    )


def _asked_owner(request: HttpRequest, table: CaseTable) -> list[tuple[str, str]]:
    """The officer whom a figure links to, where the list does not offer them already."""
    asked = request.GET.get("owner", "")
    known = {key for key, _name in table.owners}
    if not (asked.isascii() and asked.isdecimal() and len(asked) < 10) or asked in known:
        return []
    officers = Person.objects.filter(pk=asked, appointments__isnull=False)
    return [(str(one.pk), one.name) for one in officers[:1]]


def _groups(request: HttpRequest) -> list[tuple[str, str]]:
    """The political groups by number, for a figure that links to one."""
    if not request.GET.get("group"):
        return []
    return [(str(pk), name) for pk, name in PoliticalGroup.objects.values_list("pk", "name")]


def _sort(request: HttpRequest) -> str:
    given = request.GET.get("sort", "")
    return given if given in SORTS else "due"


def _table_page(request: HttpRequest, table: CaseTable, who: Standing, **more: Any) -> HttpResponse:
    clock = Clock.read()
    day = day_of(who, clock)
    filters = _filters(request, table, who)
    found = _found(filters, table, who, day)
    page = page_for(request, queries.for_rows(found), order=SORTS[_sort(request)], size=PER_PAGE)
    takes = table.section == "team-cases"
    listed = [
        table_row(one, clock=clock, today=who.on, may_take=takes and _waits_for_owner(one))
        for one in page.items
    ]
    context = {
        "title": table.title,
        "section": table.section,
        "form": filters.shown(),
        "refusal": filters.refusal(),
        "applied": _applied(request, filters),
        "clear_url": request.path,
        "headings": _headings(request),
        "listed": listed,
        "page": page,
        "count": figures.capped(found),
        "export_url": f"{table.export_url}?{without(request.GET, 'after', 'before')}",
        "back": request.get_full_path(),
        **more,
    }
    return render(request, "enquiries/team_cases.html", context)


def _waits_for_owner(enquiry: Enquiry) -> bool:
    return enquiry.state == State.SENT and enquiry.owner_id is None and enquiry.team_id is not None


def _found(filters: CaseFilters, table: CaseTable, who: Standing, day: Day) -> queries.Enquiries:
    """What passes the filters; nothing where they ask for what the list does not have."""
    narrowed = filters.narrowing().of(table.enquiries, day=day, me=who.person)
    return figures.open_first(narrowed.none() if filters.refusal() else narrowed)


def _applied(request: HttpRequest, filters: CaseFilters) -> list[dict[str, str]]:
    return [
        {"text": words, "remove_url": f"{request.path}?{without(request.GET, name, 'after', 'before')}"}
        for name, words in filters.applied()
    ]


def _headings(request: HttpRequest) -> list[dict[str, str]]:
    """The headings as links: one press sorts, the next turns round."""
    now = _sort(request)
    rest = without(request.GET, "sort", "after", "before")
    named = [
        ("due", _("Due")),
        ("", _("Enquiry")),
        ("service", _("Service")),
        ("owner", _("Owner")),
        ("status", _("Status")),
    ]
    found = []
    for name, words in named:
        turned = f"-{name}" if now == name else name
        state = {name: "ascending", f"-{name}": "descending"}.get(now, "none") if name else ""
        url = f"{request.path}?{rest}{'&' if rest else ''}sort={turned}" if name else ""
        found.append({"text": words, "url": url, "sorted": state})
    return found


def _export(request: HttpRequest, table: CaseTable, who: Standing) -> HttpResponse:
    """The same list as CSV: who took it, by which filters and how many rows stands in the security stream."""
    filters = _filters(request, table, who)
    narrowing = filters.narrowing()
    found = _found(filters, table, who, day_of(who, Clock.read()))
    ordered = found.order_by(*SORTS[_sort(request)], "pk")[:MOST_ROWS]
    text, count = as_csv(ordered, today=who.on)
    record_export(who=who, filters=f"{table.section}?{narrowing.query()}", rows=count, at=timezone.now())
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{table.section}-{who.on.isoformat()}.csv"'
    return response


def _team(who: Standing) -> CaseTable:
    ask(list_policies.may_open_team_cases(who))
    team = who.appointment.team if who.appointment else None
    people = colleagues_in(team, on=who.on) if team else []
    return CaseTable(
        title=_("Team cases"),
        section="team-cases",
        export_url=reverse("team-cases-csv"),
        enquiries=queries.of_team(who).filter(team__isnull=False),
        owners=[(str(person.pk), person.name) for person in people],
        directorates=_directorates(who),
    )


def _directorates(who: Standing) -> list[tuple[str, str]]:
    """Those whose cases a director’s list holds: their own, and the one of their own team; none for anybody
    else.
    """
    if not who.directorates:
        return []
    theirs = Q(pk__in=who.directorates)
    if who.team_id:
        theirs |= Q(teams=who.team_id)
    found = Directorate.objects.filter(theirs)
    return [(str(pk), name) for pk, name in found.distinct().values_list("pk", "name")]


@sign_in_required
@require_safe
def team_cases(request: HttpRequest) -> HttpResponse:
    """The team's cases; for a director, every team's of the directorate."""
    who = standing(request)
    leads = list_policies.may_open_directorate(who).allowed
    asked = {"parts_asked": queries.parts_asked_of(who), "today": who.on}
    return _table_page(
        request, _team(who), who, directorate_url=reverse("directorate") if leads else "", **asked
    )


@sign_in_required
@require_safe
def team_cases_csv(request: HttpRequest) -> HttpResponse:
    """The same as a file."""
    who = standing(request)
    return _export(request, _team(who), who)


def _all(who: Standing) -> CaseTable:
    ask(list_policies.may_open_all_cases(who))
    return CaseTable(
        title=_("All cases"),
        section="all-cases",
        export_url=reverse("all-cases-csv"),
        enquiries=figures.all_visible(who),
        owners=[],
        directorates=[(str(pk), name) for pk, name in Directorate.objects.values_list("pk", "name")],
    )


@sign_in_required
@require_safe
def all_cases(request: HttpRequest) -> HttpResponse:
    """Every case that the viewer may see: what stands behind each figure of the dashboard."""
    who = standing(request)
    return _table_page(request, _all(who), who, directorate_url="")


@sign_in_required
@require_safe
def all_cases_csv(request: HttpRequest) -> HttpResponse:
    """The same as a file."""
    who = standing(request)
    return _export(request, _all(who), who)
