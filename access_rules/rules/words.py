"""The values that the facts of a question about a document may have, by the names of scenario files."""

from enum import StrEnum


class Lens(StrEnum):
    """Under what the question is answered."""

    AS_ADOPTED = "as_adopted"
    CURRENT_LAW = "current_law"


class Kind(StrEnum):
    """Who somebody is."""

    PUBLIC = "public"
    PRESS = "press"
    ELECTOR = "elector"
    ELECTED_MEMBER = "elected_member"
    CO_OPTED_MEMBER = "co_opted_member"
    INDEPENDENT_STANDARDS_MEMBER = "independent_standards_member"
    INDEPENDENT_PERSON = "independent_person"
    COMMITTEE_MEMBER = "committee_member"
    SCRUTINY_MEMBER = "scrutiny_member"
    EXECUTIVE_MEMBER = "executive_member"
    POLITICAL_ASSISTANT = "political_assistant"
    GROUP_LEADER = "group_leader"
    OFFICER = "officer"
    MONITORING_OFFICER = "monitoring_officer"
    SECTION_151_OFFICER = "section_151_officer"
    PROPER_OFFICER = "proper_officer"


EVERYBODY = (Kind.PUBLIC, Kind.PRESS, Kind.ELECTOR)
ELECTED = (
    Kind.ELECTED_MEMBER,
    Kind.COMMITTEE_MEMBER,
    Kind.SCRUTINY_MEMBER,
    Kind.EXECUTIVE_MEMBER,
    Kind.GROUP_LEADER,
)
DETERMINERS = (Kind.MONITORING_OFFICER, Kind.SECTION_151_OFFICER, Kind.PROPER_OFFICER)
INDEPENDENT = (Kind.INDEPENDENT_STANDARDS_MEMBER, Kind.INDEPENDENT_PERSON)


class Capacity(StrEnum):
    """As what somebody asks."""

    MEMBER = "member"
    PRIVATE = "private"
    CUSTOMER = "customer"
    PUBLIC = "public"
    OFFICER = "officer"


class Interest(StrEnum):
    """The interest in the matter."""

    NONE = "none"
    PERSONAL = "personal"
    PERSONAL_AND_PREJUDICIAL = "personal_and_prejudicial"
    DPI = "dpi"


class Need(StrEnum):
    """What stands of a need to know; accepted and disputed are findings of a person."""

    NOT_SHOWN = "not_shown"
    CLAIMED = "claimed"
    ACCEPTED = "accepted"
    DISPUTED = "disputed"


class Remit(StrEnum):
    """Whether the matter is within the remit of a co-opted member’s body."""

    IN = "in"
    OUT = "out"


class Link(StrEnum):
    """What ties the paper to the work of scrutiny."""

    NONE = "none"
    REVIEWING = "reviewing"
    WORK_PROGRAMME = "work_programme"
    BOTH = "both"


class Body(StrEnum):
    """Whose paper it is."""

    COUNCIL = "council"
    COMMITTEE = "committee"
    EXECUTIVE = "executive"
    EXECUTIVE_MEMBER = "executive_member"
    OFFICER_EXECUTIVE = "officer_executive"
    OFFICER_NON_EXECUTIVE = "officer_non_executive"
    STANDARDS_HEARING = "standards_hearing"
    POLITICAL_GROUP = "political_group"
    OPERATIONAL_FILE = "operational_file"
    CORRESPONDENCE = "correspondence"


EXECUTIVE_BODIES = (Body.EXECUTIVE, Body.EXECUTIVE_MEMBER, Body.OFFICER_EXECUTIVE)
MEETING_BODIES = (Body.COUNCIL, Body.COMMITTEE, Body.STANDARDS_HEARING)


class Stage(StrEnum):
    """Before or after the meeting or the decision; none where there is neither."""

    BEFORE = "before"
    AFTER = "after"
    NONE = "none"


class Meeting(StrEnum):
    """Whether the item is taken in public."""

    PUBLIC = "public"
    PRIVATE = "private"


class Status(StrEnum):
    """How the paper is classified."""

    PUBLIC = "public"
    EXEMPT = "exempt"
    CONFIDENTIAL = "confidential"
    DRAFT = "draft"
    UNCLASSIFIED = "unclassified"


class Paragraph(StrEnum):
    """A paragraph of Schedule 12A; 7A to 7C belong to standards hearings that are gone."""

    P1 = "1"
    P2 = "2"
    P3 = "3"
    P4 = "4"
    P5 = "5"
    P6 = "6"
    P7 = "7"
    P7A = "7A"
    P7B = "7B"
    P7C = "7C"


HEARINGS = (Paragraph.P7A, Paragraph.P7B, Paragraph.P7C)


class PublicInterest(StrEnum):
    """What was found about the public interest."""

    MAINTAIN = "maintain"
    DISCLOSE = "disclose"
    NOT_DONE = "not_done"


class Advice(StrEnum):
    """How much of the paper is a political adviser’s advice."""

    NONE = "none"
    PART = "part"
    WHOLE = "whole"


class ConfidentialSource(StrEnum):
    """What forbids to disclose it."""

    GOVERNMENT = "government"
    ENACTMENT = "enactment"
    COURT = "court"


class GroupInternal(StrEnum):
    """Whose internal workings it shows."""

    OWN = "own"
    OTHER = "other"


class PersonalData(StrEnum):
    """Whose personal data it holds."""

    OWN = "own"
    CONSTITUENT = "constituent"
    THIRD_PARTY = "third_party"


class Consent(StrEnum):
    """Whether the owner of the information consents."""

    GIVEN = "given"
    NOT_GIVEN = "not_given"


class Purpose(StrEnum):
    """What it is asked for."""

    DUTIES = "duties"
    CONSTITUENT = "constituent"
    PRIVATE = "private"
    POLITICAL = "political"
    UNSTATED = "unstated"


class Scope(StrEnum):
    """How much is asked for."""

    SPECIFIC = "specific"
    FISHING = "fishing"
    RESEARCH = "research"


class Wants(StrEnum):
    """In what form it is wanted."""

    INSPECT = "inspect"
    COPY = "copy"


class Regime(StrEnum):
    """The law that the request names."""

    FOI = "FOI"
    EIR = "EIR"
    SAR = "SAR"


class Authority(StrEnum):
    """How a constituent’s authority is shown."""

    WRITTEN_EXPLICIT = "written_explicit"
    WRITTEN_VAGUE = "written_vague"
    ORAL = "oral"
    NONE = "none"


class Undertaking(StrEnum):
    """What became of an undertaking of confidentiality that was asked for."""

    GIVEN = "given"
    REFUSED = "refused"
    CONTESTED = "contested"
