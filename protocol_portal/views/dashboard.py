"""Figures: what waits for a decision, what is late, whether the council keeps its word."""

from typing import Any

from django.db.models import Count, Window
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from briefings.queries import listing as briefings
from casework.actions.locking import demand
from casework.models import Delivery
from casework.queries import failed_deliveries, failed_effects
from casework.wording import short_date
from complaints.policies.figures import may_see_figures
from complaints.queries import watching as complaints
from council.models import Directorate
from council.policies import may_keep_registers_as
from council.sign_in import SignedInRequest, sign_in_required
from enquiries.actions.recording import record_export
from enquiries.policies import lists as list_policies
from protocol_portal import navigation
from protocol_portal.decisions import decisions
from protocol_portal.figures import now, of_period, reasons, tables
from protocol_portal.figures.choosing import PeriodForm, days_of, is_period
from protocol_portal.figures.headline import headline
from protocol_portal.figures.scope import Reach, Scope, reach_of
from protocol_portal.figures.showing import as_csv, means_of, scale_words, shown
from protocol_portal.figures.targets import TARGET

SHOWN = 20
# The page of a case, by how the name of its stream begins.
_PAGES = {"enquiry": "enquiry", "complaint": "complaint", "briefing": "briefing", "matter": "briefing-matter"}


@sign_in_required
@require_safe
def dashboard(request: SignedInRequest) -> HttpResponse:
    """Figures of what the viewer may see, each with the list behind it; first what needs a decision."""
    who = request.standing
    demand(list_policies.may_open_dashboard(who))
    form = _form(request)
    scope = Scope(who, reach_of(who), form.chosen(), who.on)
    of_now, of_days = now(scope), of_period(scope)
    every = (*of_now, *of_days)
    is_monitoring = list_policies.may_decide_from_dashboard(who).allowed
    months = next((shown(one, scope) for one in of_days if one.table.key == "months"), None)
    context = {
        "section": "dashboard" if is_monitoring else "",
        "form": form,
        "title": _title(scope, is_monitoring),
        "links": navigation.shown(navigation.from_dashboard(who), path=request.path),
        "days": days_of(scope.period),
        "now": [shown(one, scope) for one in of_now],
        "tables": [shown(one, scope) for one in of_days],
        "scale": scale_words(months.chart) if months else "",
        "means": means_of(every),
        "may_set_target": may_keep_registers_as(who),
        "has_target": any(column.key == TARGET for one in of_days for column in one.table.columns),
        "note": _note(scope),
        "csv_url": f"{reverse('figures-csv')}?period={scope.period.key}",
        "figures": headline(scope, every),
        "sees_complaint_figures": may_see_figures(who).allowed,
        "at": timezone.now(),
        **(_monitoring(scope) if is_monitoring else {}),
    }
    return render(request, "dashboard/dashboard.html", context)


@sign_in_required
@require_safe
def figures_csv(request: SignedInRequest) -> HttpResponse:
    """The same tables as a file; who took it, of which days and how many rows is recorded."""
    who = request.standing
    demand(list_policies.may_open_dashboard(who))
    period = _form(request).chosen()
    text, count = as_csv(tables(who, period, today=who.on))
    record_export(who=who, filters=f"figures?period={period.key}", rows=count, at=timezone.now())
    response = HttpResponse(text.encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="figures-{period.key}.csv"'
    return response


def _form(request: SignedInRequest) -> PeriodForm:
    """Bound where the address names anything; a period that is none is as if it were not there."""
    names = ("period", "first", "last")
    given = {name: request.GET[name] for name in names if request.GET.get(name)}
    if "period" in given and not is_period(given["period"]):
        del given["period"]
    only_apart = reach_of(request.standing) is Reach.GROUP
    return PeriodForm(given or None, today=request.standing.on, only_apart=only_apart)


def _title(scope: Scope, is_monitoring: bool) -> str:
    if is_monitoring:
        return _("Monitoring officer dashboard")
    if scope.reach is Reach.DIRECTORATE:
        names = Directorate.objects.filter(pk__in=scope.who.directorates).values_list("name", flat=True)
        return _("Figures of %(names)s") % {"names": ", ".join(names)}
    if scope.reach is Reach.TEAM:
        team = scope.who.appointment.team if scope.who.appointment else None
        return _("Figures of %(name)s") % {"name": team.name} if team else _("Figures of your team")
    if scope.reach is Reach.GROUP:
        return _("Figures of %(name)s") % {"name": scope.who.group}
    return _("Figures")


def _note(scope: Scope) -> str:
    """What is counted, in a sentence."""
    if scope.reach is Reach.GROUP:
        return _(
            "Enquiries of the members of your group. Confidential and private ones are not counted, no case "
            "opens from here, and numbers below 5 are not shown, nor what would give them away. Therefore "
            "periods are quarters that are over: no two of them share a day."
        )
    if scope.reach is Reach.COUNCIL:
        return _("Every case that you may see, and no other.")
    return _("The cases under Team cases. Confidential cases of others are not counted.")


def _monitoring(scope: Scope) -> dict[str, Any]:
    """What the monitoring officer alone has: decisions, why replies were late, what did not arrive."""
    who, enquiries = scope.who, scope.enquiries
    hidden = complaints.letters_hidden_from(who) | briefings.letters_hidden_from(who)
    letters = failed_deliveries().exclude(hidden).annotate(in_all=Window(Count("pk")))
    undelivered, effects = list(letters[:SHOWN]), failed_effects()
    return {
        "decisions": decisions(who, enquiries),
        "lateness": reasons.lateness(scope),
        "undelivered": [_undelivered(delivery) for delivery in undelivered],
        "undelivered_count": undelivered[0].in_all if undelivered else 0,
        # There is hardly ever any, and what is hidden is a long question.
        "failed_effects": effects.exclude(hidden).count() if effects.exists() else 0,
    }


def _undelivered(delivery: Delivery) -> dict[str, str]:
    """What was owed to somebody and did not arrive: whom, of which case, since when."""
    counter, _colon, number = delivery.event.stream.name.partition(":")
    reference = number if counter in _PAGES else ""
    return {
        "person": delivery.person.name,
        "about": _(delivery.event.label),
        "reference": reference,
        "url": reverse(_PAGES[counter], args=[reference]) if reference else "",
        "since": short_date(timezone.localdate(delivery.not_before)),
    }
