"""Raise a concern: about whom, what happened, where it goes; then it is sent, or kept as a note."""

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from casework.deciding import Deciding, decide
from complaints.actions.raising import change_note, destination, note, send
from complaints.forms.raising import FIRST, NO, SKIP, TRIED, YES, ConcernForm, SendForm, WhoForm
from complaints.models import Complaint, Writing
from complaints.policies import raising as policies
from complaints.policies.handing import may_hand_on
from complaints.queries.parties import kind_of
from complaints.queries.people import People
from complaints.queries.whips import whips_of
from complaints.rules.raising import forbidden
from complaints.screens.raising import beside, people_found, where_it_goes
from complaints.views.asking import complaint_of
from council.models import Person
from council.queries import Standing, people_offered, protocol_in_force, standing_of
from council.sign_in import SignedInRequest, sign_in_required
from rulebook.complaint import PartyKind
from rulebook.decision import Decision
from rulebook.protocol import Protocol
from rulebook.protocols import protocol


@sign_in_required
@require_safe
def about_whom(request: SignedInRequest) -> HttpResponse:
    """The first step: a person of the register, found by part of their name."""
    who = request.standing
    decision = policies.may_raise(who)
    form = WhoForm(request.GET or None)
    typed = form.cleaned_data["q"] if form.is_bound and form.is_valid() else ""
    found, more = people_found(who, typed) if decision.allowed else ([], False)
    context = {
        "section": "complaints",
        "why": decision,
        "form": form,
        "typed": typed,
        "found": found,
        "more": more,
        "hands_on": may_hand_on(who).allowed,
    }
    return render(request, "complaints/raise_who.html", context, status=200 if decision.allowed else 403)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: SignedInRequest, person: int) -> HttpResponse:
    """The concern itself; sent once, it is a note that nobody else sees."""
    who = request.standing
    subject = get_object_or_404(people_offered(), pk=person)
    decision = policies.may_raise_about(who, subject)
    text = protocol_in_force()
    kinds = kind_of(who), kind_of(standing_of(subject, on=who.on))

    def act(form: ConcernForm) -> str:
        row = note(who=who, subject=subject, concern=form.concern(), at=timezone.now())
        return reverse("complaint-send", args=[row.reference])

    page = Deciding(
        may=lambda: decision,
        form=_form(text, kinds),
        act=act,
        template="complaints/raise.html",
        context=_context(who, subject, text, kinds),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: SignedInRequest, complaint: str) -> HttpResponse:
    """The note in other words, before it is sent."""
    who, row = request.standing, complaint_of(request.standing, complaint)
    text, kinds = protocol(row.protocol), (PartyKind(row.complainant_kind), PartyKind(row.subject_kind))

    def act(form: ConcernForm) -> str:
        change_note(
            who=who,
            row=row,
            concern=form.concern(),
            seen_version=form.cleaned_data["version"],
            at=timezone.now(),
        )
        return reverse("complaint-send", args=[row.reference])

    page = Deciding(
        may=lambda: policies.may_change(who, row),
        form=_form(text, kinds),
        act=act,
        template="complaints/raise.html",
        row=row,
        initial=_typed_before(row),
        context=_context(who, row.subject, text, kinds),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def where(request: SignedInRequest, complaint: str) -> HttpResponse:
    """Where it goes, to whom by name, and what else is open, before it is sent."""
    who, row = request.standing, complaint_of(request.standing, complaint)
    decision = policies.may_send(who, row)
    if not decision.allowed:
        context = {"section": "complaints", "why": decision, "row": row}
        return render(request, "complaints/where_not.html", context, status=403)
    people = destination(row, on=who.on)
    goes = where_it_goes(row, people)
    offered = [
        (one.number, _("%(name)s, %(title)s") % {"name": one.name, "title": one.title}) for one in goes.to
    ]

    def act(form: SendForm) -> str:
        sent = send(
            who=who,
            row=row,
            choice=form.choice_made(),
            seen_version=form.cleaned_data["version"],
            at=timezone.now(),
        )
        return reverse("complaint", args=[sent.reference])

    page = Deciding(
        may=lambda: _may_go(who, row, people),
        form=partial(SendForm, offered=offered, is_informal=goes.is_informal),
        act=act,
        template="complaints/where.html",
        done=_("It is sent"),
        row=row,
        context={
            "section": "complaints",
            "heading": _("Where it goes"),
            "button": _("Send"),
            "back_url": reverse("complaint-change", args=[row.reference]),
            "back_text": _("Change it"),
            "row": row,
            "goes": goes,
            "words": list(row.writings.all()),
        },
    )
    return decide(request, page)


def _may_go(who: Standing, row: Complaint, people: People) -> Decision:
    """Asked again after somebody was quicker: what was sent is not sent twice."""
    decision = policies.may_send(who, row)
    return policies.may_go(people, row.protocol) if decision.allowed else decision


def _form(text: Protocol, kinds: tuple[PartyKind, PartyKind]) -> Any:
    return partial(
        ConcernForm,
        wrongs=[one.wrong for one in forbidden(text.complaints, kinds[1])],
        has_code=kinds[1] is PartyKind.MEMBER,
        asks_toward_officers=kinds == (PartyKind.MEMBER, PartyKind.MEMBER),
        has_informal_stage=policies.has_informal_stage(text.key, *kinds),
    )


def _context(
    who: Standing, subject: Person | None, text: Protocol, kinds: tuple[PartyKind, PartyKind]
) -> dict[str, Any]:
    whips = whips_of(who.person, on=who.on) if kinds[0] is PartyKind.MEMBER else []
    return {
        "section": "complaints",
        "heading": _("Raise a concern about %(name)s") % {"name": subject.name if subject else ""},
        "button": _("Go on: see where it goes"),
        "back_url": reverse("complaint-raise"),
        "back_text": _("Raise a concern"),
        "beside": beside(text, *kinds, whips),
        "forbidden": forbidden(text.complaints, kinds[1]),
    }


def _typed_before(row: Complaint) -> dict[str, Any]:
    """The note as the form shows it again."""
    words = {one.kind: one.text for one in row.writings.all()}
    tried = FIRST
    if Writing.Kind.ATTEMPT in words:
        tried = TRIED
    elif Writing.Kind.SKIPPED in words:
        tried = SKIP
    toward = {True: YES, False: NO, None: ""}[row.toward_officers]
    return {
        "about": row.alleges,
        "wrongs": row.wrongs,
        "toward_officers": toward,
        "what": words.get(Writing.Kind.CONCERN, ""),
        "wanted": words.get(Writing.Kind.WANTED, ""),
        "in_public": YES if row.in_public else NO,
        "tried": tried,
        "tried_words": words.get(Writing.Kind.ATTEMPT) or words.get(Writing.Kind.SKIPPED) or "",
    }
