"""Who hears that a complaint is sent: who has a part in it, and who complains; never whom it is about."""

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.events import EventKind, Letter
from casework.models import CaseEvent
from casework.subscribers.plan import Plan
from casework.wording import long_date
from complaints import events
from complaints.models import Complaint, Handler
from complaints.subscribers.doors import complainant, complaint_of, may_receive
from council.models import Person

Words = tuple[Promise, Promise]

_RECEIVED = (_("Your complaint is with those who deal with it"), _("Read who has it, and what comes next."))
_INFORMAL = (_("Your concern is to be settled informally"), _("Read what comes next, and who can help."))
_PARTS: dict[str, Words] = {
    Handler.Part.HELPER.value: (
        _("You are asked to help to settle a concern"),
        _("Read it, and say what was tried."),
    ),
    Handler.Part.RECIPIENT.value: (
        _("A complaint for you"),
        _("The protocol sends it to you. Say first that you keep it confidential."),
    ),
    Handler.Part.COPIED.value: (
        _("A copy of a complaint"),
        _("The protocol asks that you have a copy. Say first that you keep it confidential."),
    ),
    Handler.Part.INVESTIGATOR.value: (
        _("A complaint to investigate"),
        _("The protocol asks you to look into it. Say first that you keep it confidential."),
    ),
    Handler.Part.DECIDER.value: (
        _("A complaint to decide"),
        _("You decide what is done. Say first that you keep it confidential."),
    ),
}


def _handler(event: CaseEvent) -> Handler | None:
    rows = Handler.objects.select_related("person")
    return rows.filter(pk=event.facts.get("handler", 0), complaint__stream=event.stream_id).first()


def _whoever_is_named(event: CaseEvent) -> list[Person]:
    found = _handler(event)
    return [found.person] if found is not None and found.ended_at is None else []


def _letter(row: Complaint, words: Words, *more: str) -> Letter:
    """The number and a link; never whom it is about, nor who complains."""
    subject, line = words
    title = gettext("%(subject)s: %(reference)s") % {"subject": subject, "reference": row.reference}
    return Letter(title, (str(line), *more), reverse("complaint", args=[row.reference]))


def _receipt(person: Person, event: CaseEvent) -> Letter:
    row = complaint_of(event)
    if row.acknowledge_by is None:
        return _letter(row, _RECEIVED)
    day = gettext("You hear by %(day)s who deals with it.") % {"day": long_date(row.acknowledge_by)}
    return _letter(row, _RECEIVED, day)


def _first_word(person: Person, event: CaseEvent) -> Letter:
    return _letter(complaint_of(event), _INFORMAL)


def _part(person: Person, event: CaseEvent) -> Letter:
    part = str(event.facts.get("part", ""))
    return _letter(complaint_of(event), _PARTS.get(part, _PARTS[Handler.Part.RECIPIENT.value]))


PLANS: dict[EventKind, Plan] = {
    events.INFORMAL: Plan(complainant, may_receive, _first_word, tells_actor=True),
    events.RECEIVED: Plan(complainant, may_receive, _receipt, tells_actor=True),
    events.HANDLER_NAMED: Plan(_whoever_is_named, may_receive, _part),
}
