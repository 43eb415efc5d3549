"""An officer leaves: their open cases go to another in one go (two pages)."""

import secrets
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from casework.actions.protecting import AlreadyUsed
from council.models import OfficerAppointment, Person, Service
from council.queries import Standing
from council.sign_in import fill_in, sign_in_required
from enquiries.actions.handing_over import hand_over_all
from enquiries.clock import Clock
from enquiries.forms.leaving import HandOverForm
from enquiries.models import Enquiry
from enquiries.policies import lists as list_policies
from enquiries.queries import cases_of_leavers, open_with, with_names
from enquiries.screens.rows import line_of
from enquiries.views.asking import standing
from rulebook.decision import Refused


def _ask(request: HttpRequest) -> Standing:
    who = standing(request)
    decision = list_policies.may_hand_over_cases(who)
    if not decision.allowed:
        raise Refused(decision)
    return who


@sign_in_required
@require_safe
def leavers(request: HttpRequest) -> HttpResponse:
    """Officers who left, or leave on a day that is entered, with open cases."""
    who = _ask(request)
    counts = cases_of_leavers(who)
    leaving = Person.objects.filter(pk__in=counts).order_by("last_name", "first_name", "pk")
    people = [{"person": person, "count": counts[person.pk]} for person in leaving]
    context = {"section": "to-route", "people": people}
    return render(request, "enquiries/leavers.html", context)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def leaver(request: HttpRequest, pk: int) -> HttpResponse:
    """Their open cases, who takes them, and what else names them."""
    who = _ask(request)
    person = Person.objects.filter(pk=pk, appointments__isnull=False).distinct().first()
    if person is None:
        raise Http404
    held = list(with_names(open_with(who, person)))
    form = _form(request, who, person, held)
    if request.method == "POST" and form.is_valid():
        return _moved(request, who, person, form)
    fill_in(request, form)
    return _page(request, person, form if held else None)


def _page(request: HttpRequest, person: Person, form: HandOverForm | None) -> HttpResponse:
    context = {
        "section": "to-route",
        "person": person,
        "form": form,
        "services": Service.objects.filter(addressee=person, is_open=True),
    }
    return render(request, "enquiries/leaver.html", context)


def _form(request: HttpRequest, who: Standing, person: Person, held: list[Enquiry]) -> HandOverForm:
    return HandOverForm(
        request.POST or None,
        cases=_cases(held, who),
        officers=_officers(person, who),
        initial={"token": secrets.token_urlsafe(24)},
    )


def _cases(held: list[Enquiry], who: Standing) -> list[tuple[str, str]]:
    clock = Clock.read()
    return [
        (
            one.reference,
            f"{one.reference}: {one.subject}. {_due(one, clock, who)}",
        )
        for one in held
    ]


def _due(enquiry: Enquiry, clock: Clock, who: Standing) -> str:
    """When it is due, as the end of a label, which has no full stop."""
    return line_of(enquiry, clock=clock, today=who.on, for_staff=True).rstrip(".")


def _officers(person: Person, who: Standing) -> list[tuple[str, str]]:
    """Everybody in office but the leaver; those of the team that the leaver was last in come first."""
    last = OfficerAppointment.objects.filter(person=person).order_by("from_on", "pk").last()
    team = last.team_id if last else None
    jobs = OfficerAppointment.objects.on(who.on).select_related("person").exclude(person=person)
    ordered = sorted(
        jobs, key=lambda job: (team is None or job.team_id != team, job.person.last_name, job.person_id)
    )
    named = {str(job.person_id): f"{job.person.name}, {job.job_title}" for job in ordered}
    return list(named.items())


def _moved(request: HttpRequest, who: Standing, person: Person, form: HandOverForm) -> HttpResponse:
    given: dict[str, Any] = form.cleaned_data
    owner = Person.objects.get(pk=given["owner"])
    try:
        moved = hand_over_all(
            who=who,
            left=person,
            owner=owner,
            chosen=given["cases"],
            note=given["note"],
            token=given["token"] or secrets.token_urlsafe(24),
            at=timezone.now(),
        )
    except AlreadyUsed:
        return redirect("officer-leavers")
    if not moved:
        form.add_error(
            "cases", _("These cases were answered or given to somebody else in the meantime. None has moved")
        )
        return _page(request, person, form)
    words = ngettext("%(count)d case is with %(name)s", "%(count)d cases are with %(name)s", len(moved))
    messages.success(request, words % {"count": len(moved), "name": owner.name})
    return redirect("officer-leavers")
