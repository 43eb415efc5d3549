"""The courses that a request may take under a text, in their order: the text’s own, and the general ones."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from enquiries.rules.triage.rules import FOIA_REFUSAL, NEEDED
from rulebook.local_term import LocalTerm
from rulebook.post import Post
from rulebook.protocol import EnquiryKind, Protocol
from rulebook.triage import (
    MEMBERS,
    OWN_DATA,
    Asker,
    Asks,
    Course,
    Fact,
    Handling,
    Matter,
    When,
    left_with_statute,
)
from rulebook.wording import gettext_noop

SILENT = {
    Matter.CONSTITUENT_COMPLAINT: gettext_noop(
        "The protocol has no rule on this complaint. Ask the monitoring officer, who says where it goes."
    ),
    Matter.SERVICE_REQUEST: gettext_noop(
        "The protocol has no rule on this request for a service. Ask the monitoring officer, who says where "
        "it goes."
    ),
    Matter.WHICH_MEMBER: gettext_noop(
        "The protocol has no rule on requests from political assistants. Ask the monitoring officer, or let "
        "the member ask."
    ),
    Matter.REMIT: gettext_noop(
        "The protocol has no rule on requests from co-opted members. Ask the monitoring officer, who says "
        "what you may ask for."
    ),
}
ASKS_OF = {Matter.CONSTITUENT_COMPLAINT: Asks.CONSTITUENT_COMPLAINT, Matter.SERVICE_REQUEST: Asks.SERVICE}
STANDING_OF = {Matter.WHICH_MEMBER: Asker.POLITICAL_ASSISTANT, Matter.REMIT: Asker.CO_OPTED_MEMBER}

WITHHELD_FROM_PUBLIC = Course(
    Handling.REFUSE,
    gettext_noop(
        "The information is withheld, and the law asks for the reasons in writing. You can ask for an "
        "internal review, and after it complain to the Information Commissioner."
    ),
    (FOIA_REFUSAL,),
    {Fact.ASKED_BY: (Asker.PUBLIC,)},
    reasons_in_writing=True,
)
PUBLIC_RIGHT = gettext_noop(
    "A member’s enquiry is for members. You have the right that the law gives everybody, so this is handled "
    "as a request under that law. You can ask when the reply is due."
)


@dataclass(frozen=True)
class Candidate:
    """One course of one matter, with everything that it needs in order to apply."""

    matter: Matter
    course: Course


def candidates(protocol: Protocol, *, reply_term: LocalTerm | None = None) -> tuple[Candidate, ...]:
    """Every course in order; the last one needs nothing, so that there is always an answer.

    `reply_term` is the local term that sets the time for replies, where the council has one: a text without
    enquiries has them from then on.
    """
    return tuple(
        Candidate(matter, _needing(NEEDED[matter], course))
        for matter in Matter
        for course in _courses(protocol, matter, reply_term)
    )


def _needing(when: When, course: Course) -> Course:
    """The course with what its matter needs; what the course itself says of a fact is the narrower."""
    return replace(course, when={**when, **course.when})


def _courses(protocol: Protocol, matter: Matter, reply_term: LocalTerm | None) -> Iterator[Course]:
    if matter is Matter.ENQUIRY:
        yield from _of_public(protocol)
    if matter is Matter.WITHHELD:
        yield WITHHELD_FROM_PUBLIC
    own = protocol.triage.courses[matter]
    if matter is Matter.ENQUIRY and reply_term is not None:
        gained = protocol.triage.by_local_term
        own = (*(course for course in own if course.when or not gained), *_under_term(gained, reply_term))
    yield from own
    if matter is Matter.WITHHELD:
        yield from _dissatisfied(own)
    yield from _silent(protocol, matter)


def _under_term(gained: tuple[Course, ...], term: LocalTerm) -> tuple[Course, ...]:
    """The courses that a text gains, with the local term among what they rest on."""
    return tuple(replace(course, cites=(term.citation, *course.cites)) for course in gained)


def _dissatisfied(own: tuple[Course, ...]) -> Iterator[Course]:
    """Dissatisfaction is with a decision to withhold: while nothing else is known, there was one."""
    for course in own:
        when: When = {**course.when, Fact.ASKED_BY: MEMBERS, Fact.MEMBER_DISSATISFIED: (True,)}
        yield replace(course, when=when, presumed=(*course.presumed, Fact.INFORMATION_WITHHELD))


def _silent(protocol: Protocol, matter: Matter) -> Iterator[Course]:
    """Where the text has no rule at all, the monitoring officer says."""
    terms = protocol.triage
    when: When | None = None
    if matter in ASKS_OF:
        goes_on = ASKS_OF[matter] in terms.as_enquiry
        when = {Fact.ASKED_BY: (Asker.PUBLIC,)} if goes_on else {}
    elif matter in STANDING_OF and STANDING_OF[matter] not in terms.as_member:
        when = {}
    if when is not None:
        to = (Post.MONITORING_OFFICER,)
        yield Course(Handling.REFER, SILENT[matter], terms.unsettled, when, to=to, gap=True)


def _of_public(protocol: Protocol) -> Iterator[Course]:
    """The public has no enquiries, only rights: to environmental information, to own data, or to be told."""
    cites = protocol.enquiries.other_cites
    public: When = {Fact.ASKED_BY: (Asker.PUBLIC,)}
    environmental, own, general = left_with_statute(public, PUBLIC_RIGHT, ())
    yield replace(environmental, cites=(*cites[EnquiryKind.EIR], *environmental.cites))
    yield replace(own, cites=(*cites[EnquiryKind.SAR], *own.cites))
    yield Course(
        Handling.SAR,
        PUBLIC_RIGHT,
        (*cites[EnquiryKind.SAR], OWN_DATA),
        {**public, Fact.PERSONAL_DATA: (True,), Fact.RIGHT_ARISES_UNDER: (None,)},
        presumed=(Fact.RIGHT_ARISES_UNDER,),
    )
    yield replace(general, cites=(*protocol.triage.of_public, *general.cites))
