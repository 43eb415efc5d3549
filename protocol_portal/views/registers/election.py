"""The Friday after an election: the list of those elected, what it would change, and what it changed."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from council.actions import ChangedSince, RowsRefused, invite, keep_election, plan_of_election
from council.files.election import ELECTED_COLUMNS, ElectionPlan, beside_the_file
from council.files.reading import Unreadable
from council.models import Person, RegisterFile, User
from council.policies import may_invite
from council.sign_in import SignedInRequest, sign_in_required
from council.tasks import send_invitations_soon
from enquiries.queries import open_counts_of
from protocol_portal.electing import hold_election
from protocol_portal.leaving import LeaversForm, heirs_elected, leavers_of
from protocol_portal.register_forms import ElectionForm
from protocol_portal.register_words import figures_of_election, made_in_words, preview_of
from protocol_portal.views.registers.asking import ask_keeper, file_of
from protocol_portal.views.registers.exporting import changes_taken_out
from rulebook.decision import Refused


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def election(request: SignedInRequest) -> HttpResponse:
    """The list, the day of the poll, the last and the first day, and which wards voted."""
    ask_keeper(request)
    form = ElectionForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            kept = keep_election(
                name=form.file_name,
                content=given["file"],
                from_on=given["from_on"],
                last_on=given["last_on"],
                wards_only=given["wards"] == "file",
                by=request.person,
                at=timezone.now(),
            )
        except Unreadable as fault:
            form.add_error("file", fault.reason)
        else:
            return redirect("election-review", kept.pk)
    columns = [
        {"label": _(one.label), "says": _(one.says) if one.says else "", "example": one.example}
        for one in ELECTED_COLUMNS
    ]
    return render(request, "registers/election.html", {"form": form, "columns": columns})


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: SignedInRequest, key: uuid.UUID) -> HttpResponse:
    """Everything that would change, and the question of each leaver's open enquiries."""
    ask_keeper(request)
    kept = file_of(request, key, election=True)
    if kept.done_at is not None:
        return redirect("election-done", kept.pk)
    plan = plan_of_election(kept)
    form = _leavers_form(request, plan)
    has_changed = False
    if request.method == "POST" and form.is_valid():
        try:
            hold_election(
                who=request.standing,
                kept=kept,
                seen=request.POST.get("seen", ""),
                choices=form.choices(),
                at=timezone.now(),
            )
        except ChangedSince:
            plan, has_changed = plan_of_election(kept), True
        except RowsRefused:
            has_changed = False
        else:
            return redirect("election-done", kept.pk)
    return render(request, "registers/election_review.html", _context(kept, plan, form, has_changed))


def _leavers_form(request: SignedInRequest, plan: ElectionPlan) -> LeaversForm:
    counts = open_counts_of(request.standing, [one.pk for one in plan.leavers if one.pk])
    return LeaversForm(
        request.POST or None,
        leavers=leavers_of(plan, counts),
        heirs=heirs_elected(plan),
        proposes=True,
    )


def _context(kept: RegisterFile, plan: ElectionPlan, form: LeaversForm, has_changed: bool) -> dict[str, Any]:
    beside = beside_the_file(plan.rows)
    leaving = [row for row in beside if row.leaves]
    return {
        **preview_of(plan, all_or_nothing=True, of_file=[row for row in plan.rows if row.number > 0]),
        "figures": figures_of_election(plan),
        "kept": kept,
        "form": form,
        "has_changed": has_changed,
        "leaving": leaving,
        "beside": [row for row in beside if not row.leaves],
    }


@sign_in_required
@require_safe
def changes(request: SignedInRequest, key: uuid.UUID) -> HttpResponseBase:
    """The whole review as a file; that it was taken out is recorded."""
    ask_keeper(request)
    kept = file_of(request, key, election=True)
    if kept.done_at is not None:
        return redirect("election-done", kept.pk)
    return changes_taken_out(request, kept, plan_of_election(kept), name="election.csv")


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def done(request: SignedInRequest, key: uuid.UUID) -> HttpResponse:
    """What was done; and one press invites those who have no login yet."""
    ask_keeper(request)
    kept = file_of(request, key, election=True)
    if kept.done_at is None:
        return redirect("election-review", kept.pk)
    elected = list(Person.objects.filter(pk__in=kept.outcome["elected"]))
    without = [one for one in elected if not User.objects.filter(person=one).exists()]
    if request.method == "POST":
        _invite(request, without)
        return redirect("election-done", kept.pk)
    return render(
        request,
        "registers/election_done.html",
        {
            "kept": kept,
            "made": made_in_words(kept.outcome["made"]),
            "elected_count": len(elected),
            "leavers_count": len(kept.outcome["leavers"]),
            **_invitations(request, without, kept),
        },
    )


def _invitations(request: SignedInRequest, without: list[Person], kept: RegisterFile) -> dict[str, Any]:
    """Who can be invited now, who has no address, and whether the day has come on which they are members."""
    return {
        "to_invite": [one for one in without if one.email],
        "without_address": [one for one in without if not one.email],
        "may_invite_now": kept.from_on <= request.standing.on,
    }


def _invite(request: SignedInRequest, people: list[Person]) -> None:
    invited = 0
    for person in people:
        if not may_invite(request.person, person, person.email, on=request.standing.on).allowed:
            continue
        try:
            invite(person=person, email=person.email, by=request.person, at=timezone.now())
        except Refused as refusal:
            messages.error(request, refusal.decision.sentence)
        else:
            invited += 1
    send_invitations_soon()
    messages.success(request, _("Invited: %(number)s.") % {"number": invited})
