"""May somebody raise a concern, about this person, change it while it is a note, and send it?"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.policies.asking import rule_of
from complaints.models import Complaint
from complaints.policies.parts import Part, ask, one_of, question
from complaints.queries.parties import kind_of
from complaints.queries.people import People
from complaints.rules.people import NOBODY_LEFT
from complaints.states import ComplaintState
from council.models import Person
from council.queries import Standing, protocol_in_force, standing_of
from rulebook.complaint import PartyKind
from rulebook.decision import Decision, allowed, refused
from rulebook.duty import Duty
from rulebook.protocols import protocol

_NOTE = question(
    Duty.RAISE_CONCERN,
    one_of(Part.COMPLAINANT),
    gettext_lazy("Only whoever noted the concern can change or send it."),
    (ComplaintState.RAISED,),
    gettext_lazy("This concern was sent already."),
)


def may_raise(who: Standing) -> Decision:
    """May the person raise a concern? Members, co-opted members too, and officers in post, for themselves."""
    rule = rule_of(Duty.RAISE_CONCERN, protocol_in_force().key)
    if not who.in_post:
        return refused(rule, _("You hold no post here today, so you cannot do this."))
    if kind_of(who) is PartyKind.PUBLIC:
        return refused(rule, _("Members and officers raise a concern here."))
    return allowed(rule)


def may_raise_about(who: Standing, subject: Person) -> Decision:
    """May the person raise a concern about this one: somebody else, who is a member or an officer today?"""
    decision = may_raise(who)
    if not decision.allowed or decision.rule is None:
        return decision
    if subject.pk == who.person.pk:
        return refused(decision.rule, _("A concern is about somebody else than yourself."))
    if kind_of(standing_of(subject, on=who.on)) is PartyKind.PUBLIC:
        return refused(
            decision.rule,
            _("The protocol is about members and officers only. %(name)s is neither today.")
            % {"name": subject.name},
        )
    return decision


def may_change(who: Standing, complaint: Complaint) -> Decision:
    """May the person change the note? Whoever noted it, until it is sent."""
    return ask(_NOTE, who, complaint)


def may_send(who: Standing, complaint: Complaint) -> Decision:
    """May the person send it? Whoever noted it, once."""
    return ask(_NOTE, who, complaint)


def may_go(people: People, text: str) -> Decision:
    """May it be sent where the text has it go: within the protocol, and to somebody who is left?"""
    rule = rule_of(Duty.RAISE_CONCERN, text)
    if people.plan.outside:
        return refused(rule, people.answer.reason, people.answer.cite)
    if people.nobody_left:
        return refused(rule, _(NOBODY_LEFT), ())
    return allowed(rule)


def has_informal_stage(text: str, complainant: PartyKind, subject: PartyKind) -> bool:
    """Whether the text gives such a complaint an informal stage."""
    pairing = protocol(text).complaints.pairing(complainant, subject)
    return pairing is not None and pairing.has_informal_stage
