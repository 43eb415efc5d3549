"""One enquiry as the member sees it, how its date is worked out, and what may be forwarded."""

import datetime
import secrets
from dataclasses import replace

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from casework.events import Audience
from casework.queries import timeline
from casework.wording import date_time, long_date
from council.queries import Standing
from council.sign_in import sign_in_required
from enquiries import policies
from enquiries.clock import Clock
from enquiries.models import Enquiry, Message
from enquiries.queries import Beside, with_beside, with_messages
from enquiries.screens import panels
from enquiries.screens.rows import status_of
from enquiries.screens.viewers import who_can_see
from enquiries.states import State
from enquiries.views import parts
from enquiries.views.asking import Asked, asked
from enquiries.views.files import files_of
from enquiries.views.receipts import receipt_of
from enquiries.views.who_replies import told_to
from rulebook.decision import Decision

REPLIES = (Message.Kind.REPLY, Message.Kind.HOLDING_REPLY, Message.Kind.OUTCOME, Message.Kind.REFUSAL)
EVERYBODY = frozenset({Audience.EVERYBODY})


@sign_in_required
@require_safe
def enquiry(request: HttpRequest, reference: str) -> HttpResponse:
    """One enquiry, as the member and whoever speaks for the member see it."""
    return case_page(request, asked(request, reference))


def case_page(request: HttpRequest, found: Asked) -> HttpResponse:
    """The member's page of a case; a draft is opened where it is written."""
    case, who = found.enquiry, found.who
    if case.state == State.DRAFT:
        return redirect("enquiry-draft", case.reference)
    said = list(_read(found))
    replies = [message for message in said if message.kind in REPLIES]
    latest = replies[-1] if replies else None
    question = _question(said) if case.state == State.WAITING else None
    clock = Clock.read()
    known = with_beside(who, case)
    addressee = told_to(case, on=who.on, jobs=known.jobs)
    context = {
        "section": "my-enquiries",
        "enquiry": case,
        "is_own": case.member_id == who.person.pk,
        "resident": policies.may_see_resident(who, case),
        "clock": _clock(case, who, clock, known, addressee),
        "latest": latest,
        "question": question,
        "said": [one for one in reversed(said) if one.text and one not in (latest, question)],
        "files": [] if found.is_colleague else list(files_of(case, staff=False).select_related("event")),
        "events": panels.happened(timeline(case.stream, audience=EVERYBODY)),
        "viewers": who_can_see(case, on=who.on, known=known),
        "may": _may(found),
        "addressee": addressee,
        "due_line": _due_line(case),
        "token": secrets.token_urlsafe(24),
        "one_press": case.acknowledged_at is None,
        "panels": parts.panels(parts.MEMBER_PANELS, found, clock),
        "records": parts.panels(parts.MEMBER_RECORDS, found, clock),
        "ways": parts.links(parts.MEMBER_WAYS, found),
    }
    return render(request, "enquiries/case_member.html", context)


def _read(found: Asked) -> QuerySet[Message]:
    """What was said, as the reader may read it."""
    return with_messages(found.enquiry, staff=False, colleague=found.is_colleague)


def _question(said: list[Message]) -> Message | None:
    questions = [message for message in said if message.kind == Message.Kind.QUESTION]
    return questions[-1] if questions else None


def _may(found: Asked) -> dict[str, Decision]:
    """What the person may do, each with its sentence where they may not."""
    asks = {
        "answer": policies.may_answer_question,
        "add": policies.may_add_information,
        "chase": policies.may_chase,
        "close": policies.may_close,
        "reopen": policies.may_reopen,
        "withdraw": policies.may_withdraw,
    }
    return {name: may(found.who, found.enquiry) for name, may in asks.items()}


def _due_line(case: Enquiry) -> str:
    if case.owed_on is None:
        return _("The protocol gives no number of days for a reply, and the council has set none.")
    return _("Reply due %(date)s.") % {"date": long_date(case.owed_on)}


def _clock(case: Enquiry, who: Standing, clock: Clock, known: Beside, addressee: str) -> panels.ClockPanel:
    """The clock in the member's words."""
    panel = panels.clock_panel(
        case, clock=clock, today=who.on, may_change=False, may_correct=False, known=known
    )
    facts = tuple(_facts(case, who.on, addressee))
    headline = panel.headline if panel.colour != "grey" or case.owed_on is None else _(case.face.member)
    return replace(panel, facts=facts, headline=headline)


def _facts(case: Enquiry, today: datetime.date, addressee: str) -> list[panels.Fact]:
    status, colour = status_of(case, today=today, for_staff=False)
    facts = [
        panels.Fact(_("Status"), status, tag_colour=colour),
        panels.Fact(_("Service"), case.service.name if case.service else _("Not sure which service")),
    ]
    if case.owner:
        facts.append(panels.Fact(_("With"), case.owner.name))
    elif case.addressee:
        facts.append(panels.Fact(_("Sent to"), addressee))
    else:
        facts.append(panels.Fact(_("Sent to"), _("Democratic services")))
    if case.received_on:
        facts.append(panels.Fact(_("Received"), long_date(case.received_on)))
    if case.acknowledged_at:
        facts.append(panels.Fact(_("Acknowledged"), date_time(case.acknowledged_at)))
    return facts


@sign_in_required
@require_safe
def receipt(request: HttpRequest, reference: str) -> HttpResponse:
    """How a date of an enquiry is worked out, line by line; the address names which."""
    found = asked(request, reference)
    if found.enquiry.state == State.DRAFT:
        raise Http404
    which = request.GET.get("clock", "")
    context = {**receipt_of(found.enquiry, which), "enquiry": found.enquiry, "section": "my-enquiries"}
    return render(request, "enquiries/receipt.html", context)


@sign_in_required
@require_safe
def forward(request: HttpRequest, reference: str) -> HttpResponse:
    """The version of the reply that a member may forward to a resident: that text and nothing else."""
    found = asked(request, reference)
    replies = _read(found).filter(kind=Message.Kind.REPLY).exclude(forward_text="")
    message = replies.order_by("-at", "-pk").first()
    if message is None:
        raise Http404
    day = timezone.localdate(message.at)
    return render(
        request,
        "enquiries/forward.html",
        {"text": message.forward_text, "day": day, "enquiry": found.enquiry},
    )
