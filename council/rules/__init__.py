"""What a person can be in this council, which posts open confidential matter. Plain Python."""

from datetime import datetime, timedelta
from enum import StrEnum

from rulebook.post import Post
from rulebook.rule import Rule
from rulebook.wording import gettext_noop


class Role(StrEnum):
    """What a signed-in person does in the portal on a day; computed from terms, appointments and posts."""

    MEMBER = "member"
    ASSISTANT = "assistant"
    OFFICER = "officer"
    DIRECTOR = "director"
    DEMOCRATIC_SERVICES = "democratic-services"
    MONITORING_OFFICER = "monitoring-officer"


class Grade(StrEnum):
    """An officer's grade, from the lowest up; protocols name grades when they say who is addressed."""

    OFFICER = "officer"
    SENIOR_OFFICER = "senior-officer"
    HEAD_OF_SERVICE = "head-of-service"
    ASSISTANT_DIRECTOR = "assistant-director"
    DIRECTOR = "director"
    EXECUTIVE_DIRECTOR = "executive-director"
    CHIEF_EXECUTIVE = "chief-executive"

    @property
    def rank(self) -> int:
        """Its place in the order of grades, 0 for the lowest."""
        return list(Grade).index(self)


# Grades whose holders answer for a directorate.
DIRECTOR_GRADES = tuple(grade.value for grade in Grade if grade.rank >= Grade.ASSISTANT_DIRECTOR.rank)


class BodyType(StrEnum):
    """What a body is; its members' rights to see papers follow from it."""

    COUNCIL = "council"
    EXECUTIVE = "executive"
    SCRUTINY = "scrutiny"
    COMMITTEE = "committee"
    SUB_COMMITTEE = "sub-committee"
    JOINT = "joint"
    OUTSIDE = "outside"

    @property
    def label(self) -> str:
        """Its name in plain English."""
        return BODY_LABELS[self]


BODY_LABELS = {
    BodyType.COUNCIL: gettext_noop("Full council or authority"),
    BodyType.EXECUTIVE: gettext_noop("Executive or cabinet"),
    BodyType.SCRUTINY: gettext_noop("Overview and scrutiny"),
    BodyType.COMMITTEE: gettext_noop("Committee"),
    BodyType.SUB_COMMITTEE: gettext_noop("Sub-committee or panel"),
    BodyType.JOINT: gettext_noop("Joint committee"),
    BodyType.OUTSIDE: gettext_noop("Outside body"),
}


class PoliticalRestriction(StrEnum):
    """Why a post is politically restricted (Local Government and Housing Act 1989, section 2)."""

    SPECIFIED = "specified"
    SENSITIVE = "sensitive"

    @property
    def label(self) -> str:
        """The ground in plain English."""
        return RESTRICTION_LABELS[self]


RESTRICTION_LABELS = {
    PoliticalRestriction.SPECIFIED: gettext_noop("Yes, the Act names the post"),
    PoliticalRestriction.SENSITIVE: gettext_noop("Yes, for its sensitive duties"),
}


class StatutoryPost(StrEnum):
    """Chief officers whom the law names beside those whose post is held by name (1989 Act, section 2(6))."""

    CHILDRENS_SERVICES = "childrens-services"
    ADULT_SERVICES = "adult-services"
    PUBLIC_HEALTH = "public-health"

    @property
    def label(self) -> str:
        """What the law calls the officer."""
        return STATUTORY_LABELS[self]


STATUTORY_LABELS = {
    StatutoryPost.CHILDRENS_SERVICES: gettext_noop("Director of children’s services"),
    StatutoryPost.ADULT_SERVICES: gettext_noop("Director of adult social services"),
    StatutoryPost.PUBLIC_HEALTH: gettext_noop("Director of public health"),
}


# These take effect when a second named person confirms them (docs/house.md, «Decisions»).
CONFIRMED_POSTS = frozenset(
    {
        Post.MONITORING_OFFICER,
        Post.DEPUTY_MONITORING_OFFICER,
        Post.PROPER_OFFICER,
        Post.SECTION_151_OFFICER,
        Post.HEAD_OF_PAID_SERVICE,
    }
)

# Who signs in with a second factor.
SECOND_FACTOR_POSTS = frozenset(
    {
        Post.MONITORING_OFFICER,
        Post.DEPUTY_MONITORING_OFFICER,
        Post.PROPER_OFFICER,
        Post.SECTION_151_OFFICER,
        Post.DEMOCRATIC_SERVICES,
    }
)

INVITATION_LASTS = timedelta(days=7)
# A letter of signing in that no mail server took for so long would only puzzle whoever gets it.
SIGN_IN_LETTER_LASTS = timedelta(days=1)
# That somebody else changed a login is news for longer: its owner may not know of it yet.
LOGIN_CHANGED_LASTS = timedelta(days=14)

_FIRST_WAIT = timedelta(minutes=1)
_LONGEST_WAIT = timedelta(hours=6)


def next_attempt(attempts: int, at: datetime) -> datetime:
    """When a letter is tried again after so many attempts: each time later, six hours at most."""
    doubled: int = 2 ** min(attempts, 12)
    return at + min(_FIRST_WAIT * doubled, _LONGEST_WAIT)


# The portal's own rules of who may do what here; their sentences are written where they are asked (policies).
IN_POST = Rule("council.in-post", "Only a person who holds a term, a job or a post today may sign in.")
KEEPS_REGISTERS = Rule("council.keeps-registers", "Democratic services keep the registers.")
CONFIRMED_BY_A_SECOND = Rule(
    "council.confirmed-by-a-second",
    "A post that opens confidential matter takes effect when a second named person confirms it.",
)
ONE_ENTRY = Rule(
    "council.one-entry",
    "A person has one entry in the registers; one entered twice is merged into the other.",
)
ONE_LOGIN = Rule("council.one-login", "A person has one login, and an address belongs to one login.")
INVITATION_HOLDS = Rule("council.invitation-holds", "An invitation is used once, within seven days.")
KEEPS_A_FACTOR = Rule(
    "council.keeps-a-factor", "A person whose post asks for a second factor always has one."
)
