"""Where a request goes under a text: for each matter that it may turn on, the courses that the text gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from rulebook.citation import Citation, Source
from rulebook.duty import Duty
from rulebook.post import Post
from rulebook.term import Term, Topic
from rulebook.wording import gettext_noop


class Fact(StrEnum):
    """What may be known of a request."""

    ASKED_BY = "asked_by"
    ASKS_FOR = "asks_for"
    FOR_CONSTITUENT = "for_constituent"
    PARTY_POLITICAL = "party_political"
    ESTABLISHED_PROCEDURE = "established_procedure"
    WITHIN_REMIT = "within_remit"
    ON_BEHALF_OF_NAMED_MEMBER = "on_behalf_of_named_member"
    WRITTEN_AUTHORITY = "written_authority"
    PERSONAL_DATA = "personal_data"
    IN_PUBLIC_DOMAIN = "in_public_domain"
    DATA_PROTECTION_BARS = "data_protection_bars"
    FACTUAL_ONLY = "factual_only"
    ADDRESSED_TO = "addressed_to"
    DISPROPORTIONATE = "disproportionate"
    ACCESS_DISPUTED = "access_disputed"
    INFORMATION_WITHHELD = "information_withheld"
    MEMBER_DISSATISFIED = "member_dissatisfied"
    RIGHT_ARISES_UNDER = "right_arises_under"
    CHANNEL = "channel"


class Asker(StrEnum):
    """Who asks."""

    MEMBER = "member"
    CO_OPTED_MEMBER = "co-opted-member"
    POLITICAL_ASSISTANT = "political-assistant"
    PUBLIC = "public"


class Asks(StrEnum):
    """What is asked for."""

    INFORMATION = "information"
    SERVICE = "service"
    CONSTITUENT_COMPLAINT = "constituent-complaint"
    RESEARCH = "research"


class Right(StrEnum):
    """The law that gives a right to the information."""

    FOIA = "foia"
    EIR = "eir"
    DPA = "dpa"
    COMMON_LAW = "common-law"
    STATUTE = "statute"


class Channel(StrEnum):
    """How the request came."""

    VERBAL = "verbal"
    TELEPHONE = "telephone"
    EMAIL = "email"
    LETTER = "letter"
    WEB = "web"


class Handling(StrEnum):
    """What becomes of a request."""

    MEMBER_ENQUIRY = "member-enquiry"
    SERVICE_REQUEST = "service-request"
    CORPORATE_COMPLAINT = "corporate-complaint"
    ESTABLISHED_PROCEDURE = "established-procedure"
    FOI = "foi"
    EIR = "eir"
    SAR = "sar"
    REDIRECT = "redirect"
    ASK_WHICH_MEMBER = "ask-which-member"
    ASK_FOR_AUTHORITY = "ask-for-authority"
    REFER = "refer"
    MAY_DECLINE = "may-decline"
    REFUSE = "refuse"


class NextStep(StrEnum):
    """What officers and the member do before the reply."""

    AGREE_ALTERNATIVE = "agree-alternative-with-member-and-senior-management"


class Rung(StrEnum):
    """To whom one turns against withholding, in order; alternatives follow each other."""

    DIRECTOR = "director"
    AUTHORITY = "authority"
    DISTRICT_AUDITOR = "district-auditor"
    MONITORING_OFFICER = "monitoring-officer"


class Ground(StrEnum):
    """Why an officer may decline a request; each only where the text has a paragraph for it."""

    PARTY_POLITICAL = "party-political"
    INSTRUCTION = "instruction"
    RESEARCH = "research"


class Matter(StrEnum):
    """What a request may turn on, in the order in which it is asked: the first that applies decides."""

    PARTY_POLITICAL = "party-political-work"
    ESTABLISHED_PROCEDURE = "established-procedure"
    CONSTITUENT_COMPLAINT = "constituent-complaint"
    SERVICE_REQUEST = "service-request"
    WHICH_MEMBER = "which-member"
    DISPUTE = "dispute"
    REMIT = "remit"
    AUTHORITY = "authority"
    WITHHELD = "withheld"
    REDIRECT = "redirect-to-grade"
    ENQUIRY = "enquiry"


Value = bool | StrEnum | None
When = Mapping[Fact, tuple[Value, ...]]

NO_INSTRUCTIONS = gettext_noop("Members do not instruct officers, so an officer may decline an instruction.")
MEMBERS = (Asker.MEMBER, Asker.CO_OPTED_MEMBER, Asker.POLITICAL_ASSISTANT)


@dataclass(frozen=True)
class Course:
    """One course that a request takes: when, what becomes of it, and the paragraphs that say so.

    `when` holds the values that a fact must have; a fact that it leaves out does not matter. `presumed` are
    facts that are taken to be so while they are not known, because the course itself asks for them. `says`
    is read by the person who asked. `gap`: the text is silent, and a general rule answers.
    """

    handling: Handling
    says: str
    cites: tuple[Citation, ...] = ()
    when: When = field(default_factory=dict)
    presumed: tuple[Fact, ...] = ()
    to: tuple[Post, ...] = ()
    next_step: NextStep | None = None
    reasons_in_writing: bool = False
    copy_to: tuple[Post, ...] = ()
    gap: bool = False


@dataclass(frozen=True)
class TriageTerms:
    """The courses of a text for each matter (none where it is silent), and what they have in common.

    `as_member` are those besides members whom the text puts in a member’s place, with its paragraphs.
    `as_enquiry` is what a member may ask for besides information that goes on as any enquiry. `appeal` is
    the ladder against withholding; `appeal_undertaking` are the paragraphs by which the reasons for an
    undertaking go straight to the monitoring officer. `by_local_term` are the courses that a text without
    enquiries gains once the council has set a time for replies. `of_public` are the paragraphs on the rights
    of the public. `unsettled` are those that say who is asked where the text settles nothing.
    `no_instructions` are those by which members do not instruct officers; `unless` are the text’s own
    exceptions to a ground for declining, each as what would have to be so.
    """

    courses: Mapping[Matter, tuple[Course, ...]]
    appeal: tuple[Rung, ...]
    appeal_cites: tuple[Citation, ...]
    appeal_undertaking: tuple[Citation, ...] = ()
    as_member: Mapping[Asker, tuple[Citation, ...]] = field(default_factory=dict)
    as_enquiry: tuple[Asks, ...] = ()
    by_local_term: tuple[Course, ...] = ()
    of_public: tuple[Citation, ...] = ()
    unsettled: tuple[Citation, ...] = ()
    no_instructions: tuple[Citation, ...] = ()
    unless: Mapping[Ground, tuple[str, ...]] = field(default_factory=dict)

    def in_words(self) -> tuple[Term, ...]:
        """Each course as a sentence with its paragraphs, in the order of the matters; then instructions."""
        courses = tuple(
            Term(Topic.TRIAGE, course.says, course.cites, matter.value)
            for matter in Matter
            for course in self.courses[matter]
        )
        if not self.no_instructions:
            return courses
        return (*courses, Term(Topic.TRIAGE, NO_INSTRUCTIONS, self.no_instructions, Duty.DECLINE.value))

    def asks(self, matter: Matter, fact: Fact) -> bool:
        """Whether what becomes of a request may hang on that fact in that matter here."""
        return any(fact in course.when for course in self.courses[matter])


# The posts that an enquiry may be addressed to where it goes to a director «in the first instance», or to a
# head of service «or above»: a statutory officer is never below.
FROM_DIRECTOR = (
    Post.DIRECTOR,
    Post.DIRECTOR_FINANCE_RESOURCES,
    Post.EXECUTIVE_DIRECTOR,
    Post.DEPUTY_CHIEF_EXECUTIVE,
    Post.CHIEF_EXECUTIVE,
    Post.HEAD_OF_PAID_SERVICE,
    Post.MONITORING_OFFICER,
    Post.DEPUTY_MONITORING_OFFICER,
    Post.SECTION_151_OFFICER,
    Post.PROPER_OFFICER,
    Post.CLERK,
)
FROM_ASSISTANT_DIRECTOR = (Post.ASSISTANT_DIRECTOR, *FROM_DIRECTOR)
FROM_HEAD_OF_SERVICE = (Post.HEAD_OF_SERVICE, *FROM_ASSISTANT_DIRECTOR)


def other_than(posts: tuple[Post, ...]) -> tuple[Post, ...]:
    """The posts that are not among those given: an enquiry addressed to one of them is handed on."""
    return tuple(post for post in Post if post not in posts)


FOIA_RIGHT = Citation("FOIA 2000 s1(1)", Source.ACT, "Freedom of Information Act 2000", "section 1(1)")
EIR_RIGHT = Citation(
    "EIR 2004 reg 5(1)",
    Source.STATUTORY_INSTRUMENT,
    "Environmental Information Regulations 2004",
    "regulation 5(1)",
)
OWN_DATA = Citation("UK GDPR Art 15", Source.ACT, "UK General Data Protection Regulation", "Article 15")
STATUTORY = {
    Right.FOIA: (Handling.FOI, FOIA_RIGHT),
    Right.EIR: (Handling.EIR, EIR_RIGHT),
    Right.DPA: (Handling.SAR, OWN_DATA),
}


def left_with_information_law(when: When, says: str, cites: tuple[Citation, ...]) -> tuple[Course, ...]:
    """The courses of somebody to whom freedom of information and environmental information are left."""
    return tuple(_under(right, when, says, cites) for right in (Right.FOIA, Right.EIR))


def left_with_statute(when: When, says: str, cites: tuple[Citation, ...]) -> tuple[Course, ...]:
    """The courses of somebody to whom only statutory rights are left; freedom of information where no
    narrower right is known.
    """
    narrower = tuple(_under(right, when, says, cites) for right in (Right.EIR, Right.DPA))
    return (*narrower, Course(Handling.FOI, says, (*cites, FOIA_RIGHT), when))


def _under(right: Right, when: When, says: str, cites: tuple[Citation, ...]) -> Course:
    handling, law = STATUTORY[right]
    return Course(handling, says, (*cites, law), {**when, Fact.RIGHT_ARISES_UNDER: (right,)})
