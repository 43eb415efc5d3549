"""Who complains of whom, of what, and where it can lead, with the words that sentences use for each."""

from collections.abc import Mapping
from enum import StrEnum

from rulebook.post import Post
from rulebook.wording import gettext_noop


class PartyKind(StrEnum):
    """What somebody is who complains, or about whom it is complained."""

    MEMBER = "member"
    OFFICER = "officer"
    PUBLIC = "public"


class Employer(StrEnum):
    """Whose employee a person is; a text says which of them count as officers."""

    COUNCIL = "council"
    ARMS_LENGTH = "arms-length"
    AGENCY = "agency"


class Part(StrEnum):
    """A part in a complaint that is no post."""

    COMPLAINANT = "complainant"
    SUBJECT = "subject"
    RECIPIENT = "recipient"
    MANAGEMENT = "management"


class Step(StrEnum):
    """The two stages that texts know."""

    INFORMAL = "informal"
    FORMAL = "formal"


class Choose(StrEnum):
    """Whether a complaint goes to one of several, or to all of them."""

    ONE = "one"
    ALL = "all"


class Allegation(StrEnum):
    """What is alleged, as facts name it."""

    CONDUCT = "conduct"
    PERFORMANCE = "performance"
    BULLYING = "bullying"
    PROTOCOL_BREACH = "protocol-breach"
    CODE_OF_CONDUCT = "code-of-conduct"
    FRAUD = "fraud"
    CRIMINALITY = "criminality"
    SAFEGUARDING = "safeguarding"


class Severity(StrEnum):
    """How grave it is, as the one who receives it grades it."""

    MINOR = "minor"
    SERIOUS = "serious"


class Procedure(StrEnum):
    """Another procedure that is open beside the protocol, or that may follow it."""

    CODE_OF_CONDUCT = "code-of-conduct"
    WHISTLEBLOWING = "whistleblowing"
    GRIEVANCE = "grievance"
    CORPORATE_COMPLAINTS = "corporate-complaints"
    DISCIPLINARY = "disciplinary"


class Caution(StrEnum):
    """What a person who complains is warned of."""

    NEVER_IN_PUBLIC = "never-in-public"


class Bearing(StrEnum):
    """What a text asks of those who complain while the complaint is dealt with."""

    CONFIDENTIAL = "keep-confidential"
    NO_INFLUENCE = "no-influence"
    ACCEPT_DECISION = "accept-decision"
    REPORT_OR_WITNESS = "report-or-witness-only"
    PANEL_ONLY = "panel-only"
    NO_ABUSE = "no-abuse"
    WELL_FOUNDED = "well-founded"


class Wrong(StrEnum):
    """What a text forbids outright, so that a complaint can be of it."""

    BULLYING = "bullying"
    HARASSMENT = "harassment"
    UNDUE_PRESSURE = "undue-pressure"
    UNLAWFUL_INSTRUCTION = "unlawful-instruction"
    PRESSURE_ON_ADVICE = "pressure-on-advice"
    BREACH_OF_CONFIDENCE = "breach-of-confidence"
    PERSONAL_ATTACK = "personal-attack"
    NO_RESPECT_AT_MEETINGS = "no-respect-at-meetings"
    PERSONAL_ISSUES = "personal-issues"
    BACKING = "members-backing"
    PERSONAL_MATTERS = "personal-matters"
    VICTIMISATION = "victimisation"


class Handed(StrEnum):
    """What must be handed on by somebody who sees or hears it, besides complaining."""

    WORDS_IN_GROUP_MEETING = "words-in-group-meeting"
    DISCLOSURE = "whistleblowing-disclosure"


class Tie(StrEnum):
    """What binds a person to another, or to another part that they play."""

    PERSONAL = "personal-relationship"
    FRIENDSHIP = "friendship"
    INFLUENCE = "undue-influence"
    ROLES = "conflict-of-roles"


# The procedure outside every protocol, where a text says nothing of such a complaint; a complaint between
# members and officers has none, and goes to the monitoring officer.
OUTSIDE: Mapping[tuple[PartyKind, PartyKind], Procedure] = {
    (PartyKind.PUBLIC, PartyKind.OFFICER): Procedure.CORPORATE_COMPLAINTS,
    (PartyKind.PUBLIC, PartyKind.MEMBER): Procedure.CODE_OF_CONDUCT,
    (PartyKind.OFFICER, PartyKind.OFFICER): Procedure.GRIEVANCE,
    (PartyKind.MEMBER, PartyKind.MEMBER): Procedure.CODE_OF_CONDUCT,
}

# Posts that a body has one of; any other is somebody's own («the Head of Service of the officer»).
ONE_OF_A_KIND = frozenset(
    {
        Post.DIRECTOR_FINANCE_RESOURCES,
        Post.DEPUTY_CHIEF_EXECUTIVE,
        Post.CHIEF_EXECUTIVE,
        Post.MONITORING_OFFICER,
        Post.DEPUTY_MONITORING_OFFICER,
        Post.SECTION_151_OFFICER,
        Post.CLERK,
        Post.HEAD_OF_PAID_SERVICE,
        Post.MAYOR,
        Post.CHAIR,
        Post.DEPUTY_CHAIR,
        Post.CHAIRMAN,
        Post.LEADER,
        Post.DEPUTY_LEADER,
    }
)

# By kind and then by value: two kinds may share a value («code-of-conduct», «officer»).
WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    PartyKind: {
        PartyKind.MEMBER: gettext_noop("a member"),
        PartyKind.OFFICER: gettext_noop("an officer"),
        PartyKind.PUBLIC: gettext_noop("a member of the public"),
    },
    Employer: {
        Employer.COUNCIL: gettext_noop("the authority’s own employees"),
        Employer.ARMS_LENGTH: gettext_noop("the staff of arms-length bodies"),
        Employer.AGENCY: gettext_noop("those who work for it through an agency or a contractor"),
    },
    Part: {
        Part.COMPLAINANT: gettext_noop("the person who complains"),
        Part.SUBJECT: gettext_noop("the person complained about"),
        Part.RECIPIENT: gettext_noop("the person who received it"),
        Part.MANAGEMENT: gettext_noop("management"),
    },
    Allegation: {
        Allegation.CODE_OF_CONDUCT: gettext_noop("a breach of the members’ code of conduct"),
        Allegation.FRAUD: gettext_noop("fraud"),
        Allegation.CRIMINALITY: gettext_noop("a crime"),
        Allegation.SAFEGUARDING: gettext_noop("harm to a child or an adult at risk"),
    },
    Procedure: {
        Procedure.CODE_OF_CONDUCT: gettext_noop("the procedure of the members’ code of conduct"),
        Procedure.WHISTLEBLOWING: gettext_noop("the whistleblowing procedure"),
        Procedure.GRIEVANCE: gettext_noop("the grievance procedure"),
        Procedure.CORPORATE_COMPLAINTS: gettext_noop("the corporate complaints procedure"),
        Procedure.DISCIPLINARY: gettext_noop("the disciplinary procedure"),
    },
    Post: {
        Post.DIRECTOR_FINANCE_RESOURCES: gettext_noop("director of finance and resources"),
        Post.LEADER: gettext_noop("leader of the council"),
    },
}


def called(one: StrEnum) -> str:
    """What a sentence calls a person, a part or a procedure with its article, and a post plainly, without."""
    return WORDS.get(type(one), {}).get(one) or one.value.replace("-", " ")


def another(kind: PartyKind) -> str:
    """«another member», for one who is complained about by their like."""
    return gettext_noop("another {kind}").format(kind=kind.value)


def any_other(kind: PartyKind) -> str:
    """«any other officer», after those for whose posts the text has ways of their own."""
    return gettext_noop("any other {kind}").format(kind=kind.value)
