"""An enquiry finds its service, its officer and its right day."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from casework.wording import long_date
from council.models import OfficerAppointment, Person, Service
from council.queries import colleagues_in, officers_on
from council.sign_in import fill_in, sign_in_required
from enquiries import policies
from enquiries.actions.allocating import route_enquiry
from enquiries.actions.handing_over import hand_over
from enquiries.actions.locking import Stale
from enquiries.actions.logging import correct_receipt
from enquiries.clock import Clock
from enquiries.forms.routing import AllocateForm, CorrectReceiptForm, RouteForm
from enquiries.models import Message
from enquiries.queries import open_count_by_officer
from enquiries.screens.panels import clock_panel
from enquiries.screens.suggesting import suggested_service
from enquiries.views import between
from enquiries.views.asking import Asked, to_the_case
from enquiries.views.officer import frame, staff_asked
from rulebook.decision import Decision, Refused


def _ask(decision: Decision) -> None:
    if not decision.allowed:
        raise Refused(decision)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def route(request: HttpRequest, reference: str) -> HttpResponse:
    """Which service should answer it? With a suggestion, what the last one said, and the clock."""
    found = staff_asked(request, reference)
    enquiry = found.enquiry
    _ask(policies.may_route(found.who, enquiry))
    services = list(Service.objects.filter(is_open=True).select_related("addressee"))
    suggested = suggested_service(enquiry, services)
    form = RouteForm(request.POST or None, initial={"service": suggested})
    if request.method == "POST" and form.is_valid():
        service = form.cleaned_data["service"]
        route_enquiry(who=found.who, enquiry=enquiry, service=service, at=timezone.now())
        words = _("%(reference)s sent to %(service)s") % {"reference": reference, "service": service.name}
        messages.success(request, words)
        return redirect("to-route")
    returned = enquiry.messages.filter(kind=Message.Kind.HAND_BACK).select_related("by").last()
    context = {
        **frame(found),
        "section": "to-route",
        "form": form,
        "suggested": suggested,
        "returned": returned,
        "clock": clock_panel(
            enquiry, clock=Clock.read(), today=found.who.on, may_change=False, may_correct=False
        ),
    }
    return render(request, "enquiries/route.html", context)


def _colleagues(found: Asked) -> list[tuple[int, str]]:
    """Those who may be given it: the team's officers, and whoever it is addressed to; with open cases."""
    enquiry, on = found.enquiry, found.who.on
    team = enquiry.team or (found.who.appointment.team if found.who.appointment else None)
    near = colleagues_in(team, on=on) if team else Person.objects.none()
    named = [pk for pk in (enquiry.addressee_id, found.who.person.pk) if pk]
    people = near | officers_on(on).filter(pk__in=named)
    jobs = dict(
        OfficerAppointment.objects.on(on).filter(person__in=people).values_list("person_id", "job_title")
    )
    counts = open_count_by_officer(found.who, people)
    return [
        (person.pk, _choice(person, jobs.get(person.pk, ""), counts.get(person.pk, 0)))
        for person in people.distinct()
        if person.pk != enquiry.owner_id
    ]


def _choice(person: Person, job: str, count: int) -> str:
    cases = ngettext("%(count)d open case", "%(count)d open cases", count) % {"count": count}
    return f"{person.name}, {job} ({cases})" if job else f"{person.name} ({cases})"


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def allocate(request: HttpRequest, reference: str) -> HttpResponse:
    """Which officer answers it?"""
    found = staff_asked(request, reference)
    _ask(policies.may_allocate(found.who, found.enquiry))
    form = AllocateForm(
        request.POST or None, colleagues=_colleagues(found), initial={"version": found.enquiry.version}
    )
    came: list[between.Came] = []
    if request.method == "POST" and form.is_valid():
        try:
            return _give(request, found, form)
        except Stale as stale:
            came = between.came_in_between(stale.enquiry, form.cleaned_data["version"])
            data = request.POST.copy()
            data["version"] = str(stale.enquiry.version)
            form = AllocateForm(data, colleagues=_colleagues(found))
    fill_in(request, form)
    context = {**frame(found), "form": form, "came": came}
    return render(request, "enquiries/allocate.html", context)


def _give(request: HttpRequest, found: Asked, form: AllocateForm) -> HttpResponse:
    given = form.cleaned_data
    owner = Person.objects.get(pk=given["owner"])
    hand_over(
        who=found.who,
        enquiry=found.enquiry,
        owner=owner,
        note=given["note"],
        at=timezone.now(),
        seen_version=given["version"],
    )
    words = _("%(reference)s is with %(name)s") % {"reference": found.enquiry.reference, "name": owner.name}
    messages.success(request, words)
    return to_the_case(found)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, reference: str) -> HttpResponse:
    """The day of receipt put right, with a reason; the dates are worked out again."""
    found = staff_asked(request, reference)
    _ask(policies.may_correct_receipt(found.who, found.enquiry))
    form = CorrectReceiptForm(request.POST or None, today=found.who.on)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        corrected = correct_receipt(
            who=found.who,
            enquiry=found.enquiry,
            received_on=given["received_on"],
            reason=given["reason"],
            at=timezone.now(),
        )
        if corrected.owed_on:
            words = _("Day received put right. The reply is due %(day)s") % {
                "day": long_date(corrected.owed_on)
            }
        else:
            words = _("Day received put right")
        messages.success(request, words)
        return redirect("enquiry", reference)
    fill_in(request, form)
    return render(request, "enquiries/correct.html", {**frame(found), "form": form})
