"""What the second page of an answer does when it is pressed, and what becomes of a draft."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from enquiries import policies
from enquiries.actions.approving import ask_approval, drop_reply_draft, save_reply_draft, take_reply_back
from enquiries.actions.linking import Read, send_same_reply
from enquiries.actions.replying import MissingParts, Reply, ask_member, send_holding_reply, send_reply
from enquiries.forms.answering import FULL, LONGEST, QUESTION, AnswerForm, HoldingForm, ReplyForm
from enquiries.models import Message, PreparedReply
from enquiries.policies import preparing
from enquiries.screens.joining import same_reply_choices
from enquiries.screens.preparing import drafting
from enquiries.views.asking import Asked
from rulebook.decision import Outcome, Refused

Sent = Message | PreparedReply


@dataclass(frozen=True)
class Sending:
    """The action of an answer, and whether it sends a reply to the member, whose files go with it."""

    act: Callable[[], Sent]
    with_files: bool = False
    for_approval: bool = False


def sending(found: Asked, kind: str, form: AnswerForm, *, also: list[str], at: datetime) -> Sending:
    """The action for what was typed. A full reply goes to an approver where the directorate wants it so."""
    who, enquiry, given = found.who, found.enquiry, form.cleaned_data
    one: dict[str, Any] = {"who": who, "at": at, "enquiry": enquiry, "seen_version": given["version"]}
    if isinstance(form, HoldingForm):
        held = form.reply()
        return Sending(lambda: send_holding_reply(reply=held, **one))
    if kind == QUESTION:
        return Sending(lambda: ask_member(question=given["text"], **one))
    words: dict[str, Any] = {
        "text": given["text"],
        "forward_text": given["forward_text"],
        "do_not_circulate": given["do_not_circulate"],
        "late": form.why_late() if isinstance(form, ReplyForm) else None,
    }
    if preparing.may_ask_approval(who, enquiry).allowed:
        return Sending(lambda: ask_approval(reply=Reply(**words), **one), for_approval=True)
    if also:
        cases = [Read(enquiry, given["version"]), *_chosen(found, also)]
        return Sending(
            lambda: send_same_reply(
                who=who, cases=cases, at=at, reply=Reply(words["text"], words["forward_text"])
            )[0]
        )
    return Sending(lambda: send_reply(**words, **one), with_files=True)


def _chosen(found: Asked, also: list[str]) -> list[Read]:
    """Those ticked that are offered to this person; the version is the one that was read, not today's."""
    offered = {str(one.enquiry.pk): one.enquiry for one in same_reply_choices(found.who, found.enquiry)}
    pairs = (value.partition(":") for value in dict.fromkeys(also))
    return [
        Read(offered[pk], int(version))
        for pk, _colon, version in pairs
        if pk in offered and version.isdecimal() and len(version) < 10
    ]


def is_kept_back(found: Asked, kind: str) -> bool:
    """Does the reply wait for somebody else, while it is owed? The page says for whom, above the text."""
    owed = kind == FULL and policies.may_reply(found.who, found.enquiry).allowed
    return owed and drafting(found.who, found.enquiry).is_kept_back


def asked_for_approval(request: HttpRequest, found: Asked) -> HttpResponse:
    """Who is asked, and that the clock runs on."""
    people = preparing.approvers(found.enquiry, writer=found.who.person.pk, on=found.who.on)
    words = _("Asked for approval: %(names)s. The clock runs on until the reply is sent.")
    messages.success(request, words % {"names": ", ".join(person.name for person in people)})
    return redirect("enquiry", found.enquiry.reference)


def save_draft(request: HttpRequest, found: Asked, form: AnswerForm) -> HttpResponse:
    """Kept for the officer alone; colleagues see that there is one, not what it says."""
    given = form.cleaned_data
    save_reply_draft(
        who=found.who,
        enquiry=found.enquiry,
        reply=Reply(
            given["text"],
            given["forward_text"],
            given["do_not_circulate"],
            form.why_late() if isinstance(form, ReplyForm) else None,
        ),
        at=timezone.now(),
    )
    messages.success(request, _("Draft saved. Only you can read it."))
    return redirect("enquiry-reply", found.enquiry.reference)


def keep_what_came_back(found: Asked, form: AnswerForm) -> None:
    """What was typed when the session had ended, kept for longer than the hour that the session keeps it."""
    words = {
        name: str(form.initial.get(name) or "").replace("\x00", "")[:LONGEST]
        for name in ("text", "forward_text")
    }
    if any(words.values()) and policies.may_reply(found.who, found.enquiry).allowed:
        reply = Reply(words["text"], words["forward_text"])
        save_reply_draft(who=found.who, enquiry=found.enquiry, at=timezone.now(), reply=reply)


def draft_pressed(request: HttpRequest, found: Asked, kind: str) -> HttpResponse | None:
    """«Throw the draft away» and «Take it back»; None where neither was pressed."""
    if kind != FULL:
        return None
    if "drop_draft" in request.POST:
        if drop_reply_draft(who=found.who, enquiry=found.enquiry):
            messages.success(request, _("The draft is thrown away."))
        return redirect("enquiry-reply", found.enquiry.reference)
    if "take_back" in request.POST:
        return _take_back(request, found)
    return None


def _take_back(request: HttpRequest, found: Asked) -> HttpResponse:
    """One that was approved and sent in the same moment stays sent; the page says that nothing is owed."""
    try:
        if take_reply_back(who=found.who, enquiry=found.enquiry, at=timezone.now()):
            messages.success(request, _("Your reply does not wait for approval any more. You can change it."))
    except Refused as refusal:
        if refusal.decision.outcome is Outcome.UNKNOWN:
            raise
    return redirect("enquiry-reply", found.enquiry.reference)


def say_what_is_missing(form: AnswerForm, fault: MissingParts) -> None:
    """The text's own parts that the form's own checks did not catch (a reason of no words)."""
    fields = {"reason": "reason", "action": "action", "new_deadline": "promised_on"}
    for part in fault.missing:
        form.add_error(fields.get(part), _("Say this in words that the member can understand"))
