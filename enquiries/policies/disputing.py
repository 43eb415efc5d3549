"""May somebody say that they do not agree with a decision in an enquiry, and with which?"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from casework.models import CaseEvent, Dispute
from casework.queries.disputes import Contested
from casework.states import DisputeState
from council.models import Person
from council.queries import Standing
from enquiries import events
from enquiries.models import Enquiry, Extra, Withholding
from enquiries.policies.asking import answer, rule_of
from rulebook.decision import Decision, refused
from rulebook.dispute import Subject
from rulebook.duty import Duty

# Anything else that is declined is no question of access, and goes to the monitoring officer.
SUBJECTS: dict[str, Subject] = {
    Withholding.Ground.WITHHELD.value: Subject.ACCESS,
    Withholding.Ground.AUTHORITY.value: Subject.ACCESS,
    Withholding.Ground.UNDERTAKING.value: Subject.UNDERTAKING,
}


@dataclass(frozen=True)
class Disputable:
    """A decision of the case: what casework needs of it, what it is called, and the words it was given in."""

    contested: Contested
    label: str
    text: str


def may_dispute(who: Standing, enquiry: Enquiry) -> Decision:
    """Whoever speaks for the member, where something was withheld, declined, made conditional or moved."""
    decision = answer("dispute", who, enquiry)
    if decision.allowed and not open_to_dispute(enquiry):
        sentence = _("Nothing in this enquiry was withheld, declined or moved that is not disputed already.")
        return refused(rule_of(Duty.DISPUTE, enquiry.protocol), sentence)
    return decision


def open_to_dispute(enquiry: Enquiry) -> list[Disputable]:
    """The decisions of the case that are not disputed yet, the newest first."""
    found = [*_withheld(enquiry), *_redirected(enquiry)]
    if not found:
        return []
    standing = Dispute.objects.filter(about=enquiry.stream_id).exclude(state=DisputeState.WITHDRAWN)
    taken = set(standing.values_list("decision_place", flat=True))
    free = [one for one in found if one.contested.place not in taken]
    return sorted(free, key=lambda one: -one.contested.place)


def _withheld(enquiry: Enquiry) -> list[Disputable]:
    """What was withheld, declined or made conditional; nothing that was taken back as sent by mistake."""
    if not enquiry.may_have(Extra.WITHHOLDINGS):
        return []
    rows = enquiry.withholdings.filter(message__retraction__isnull=True).select_related("message", "by")
    places = dict(
        CaseEvent.objects.filter(
            stream=enquiry.stream_id, facts__message__in=[row.message_id for row in rows]
        ).values_list("facts__message", "place")
    )
    return [
        Disputable(
            _contested(
                enquiry, places[row.message_id], row.cites, row.by, SUBJECTS.get(row.ground, Subject.OTHER)
            ),
            str(row.get_ground_display()),
            row.message.text,
        )
        for row in rows
        if row.message_id in places
    ]


def _redirected(enquiry: Enquiry) -> list[Disputable]:
    """Where it went, while it is there; the event is the one of that moment."""
    if not enquiry.may_have(Extra.REDIRECTIONS):
        return []
    rows = enquiry.redirections.filter(ended_at__isnull=True).select_related("by")
    kinds = CaseEvent.objects.filter(stream=enquiry.stream_id, kind=events.REDIRECTED.name)
    places = dict(kinds.values_list("at", "place"))
    return [
        Disputable(
            _contested(enquiry, places[row.at], row.cites, row.by, Subject.OTHER),
            _("Moved to: %(process)s") % {"process": row.get_process_display()},
            row.place,
        )
        for row in rows
        if row.at in places
    ]


def _contested(enquiry: Enquiry, place: int, cites: str, by: Person, subject: Subject) -> Contested:
    return Contested(
        about=enquiry.stream,
        case_reference=enquiry.reference,
        protocol=enquiry.protocol,
        place=place,
        cites=tuple(line.strip() for line in cites.splitlines() if line.strip()),
        respondent=by,
        # Nobody else reads it who may not read the case: what is private stays with both sides and its judge.
        is_confidential=not enquiry.is_ordinary,
        subject=subject,
    )
