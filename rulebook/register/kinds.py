"""The words of a register: its kinds, who enters, who is told by when, what a box takes."""

from enum import StrEnum

from rulebook.register.words import GROUPS, TITLES, WORDS
from rulebook.rule import Rule
from rulebook.stated import Worded
from rulebook.wording import gettext_noop


class Kind(StrEnum):
    """What is entered; the same kind rests on other paragraphs in each text, and most texts have few."""

    WARD_NOTICE = "ward-notice"
    UPDATE = "update"
    COUNCIL_MEETING = "council-meeting"
    MEMBERS_MEETING = "members-meeting"
    OFFICER_ATTENDS = "officer-attends"
    OFFICER_INVITED = "officer-invited"
    SURGERY = "surgery"
    VISIT = "visit"
    PORTFOLIO_BRIEFING = "portfolio-briefing"
    CHAIR_BRIEFING = "chair-briefing"
    LEAD_MEMBER = "lead-member"
    REGULAR_CONTACT = "regular-contact"
    SCRUTINY_CONTACT = "scrutiny-contact"
    SCRUTINY_MATTER = "scrutiny-matter"
    SUMMONS = "scrutiny-summons"
    INVITATION = "scrutiny-invitation"
    CALL_IN = "call-in"
    SUPPORT = "support-request"
    EQUIPMENT = "equipment"
    TRAINING = "training"
    EXPENSES = "expenses"
    MEDIA_WORDS = "media-words"
    RELEASE = "release"
    MEDIA_INTEREST = "media-interest"
    MEDIA_ANSWER = "media-answer"
    DECISION = "executive-decision"
    DELEGATED = "delegated-decision"
    CARRYING_OUT = "carrying-out"
    PAPER = "officers-paper"
    PANEL = "panel"
    APPEAL = "appeal"

    @property
    def heading(self) -> str:
        """What it is called."""
        return TITLES[self.value]

    @property
    def says(self) -> str:
        """What it is for, in one sentence."""
        return WORDS[self.value]

    @property
    def group(self) -> str:
        """The heading under which the index shows it."""
        return next(heading for heading, kinds in GROUPS.items() if self.value in kinds)

    @property
    def rule(self) -> Rule:
        """The rule by which the register of obligations names it."""
        return Rule(f"register-{self.value}", self.says)


RULES = tuple(kind.rule for kind in Kind)


class Enters(Worded):
    """Who may enter."""

    MEMBERS = "members", gettext_noop("Members enter it.")
    OFFICERS = "officers", gettext_noop("Officers enter it.")
    SCRUTINY_MEMBERS = "scrutiny-members", gettext_noop("Members of a scrutiny body enter it.")
    SCRUTINY_CHAIRS = "scrutiny-chairs", gettext_noop("Those who chair a scrutiny body enter it.")
    SCRUTINY_CHAIR = (
        "scrutiny-chair",
        gettext_noop(
            "Whoever chairs a scrutiny body enters it, a vice-chair only while standing in for the chair."
        ),
    )
    DEMOCRATIC_SERVICES = (
        "democratic-services",
        gettext_noop("Democratic services enter it for the body that decided so."),
    )
    EXECUTIVE = "executive", gettext_noop("Members of the executive enter it.")
    CHIEF_OFFICERS = (
        "chief-officers",
        gettext_noop("Directors, the Section 151 Officer and the monitoring officer enter it."),
    )
    ASSISTANTS = "assistants", gettext_noop("Political assistants enter it.")


class Whom(Worded):
    """Who is told of an entry."""

    WARD_MEMBERS = "ward-members", gettext_noop("The members for the wards that are named are told.")
    WARD_MEMBERS_ELSEWHERE = (
        "ward-members-elsewhere",
        gettext_noop("The members for a ward that is not the entering member’s own are told."),
    )
    NAMED = "named", gettext_noop("Whoever is named in the entry is told.")
    MANAGERS = "managers", gettext_noop("The line manager of the officer who is named is told.")
    CLERK = "clerk", gettext_noop("The Clerk is told.")
    CHAIRMAN = "chairman", gettext_noop("The Chairman is told.")
    DEMOCRATIC_SERVICES = "democratic-services", gettext_noop("Democratic services are told.")
    MONITORING_OFFICER = "monitoring-officer", gettext_noop("The monitoring officer is told.")
    FINANCE_OFFICER = "finance-officer", gettext_noop("The Section 151 Officer is told.")


class When(Worded):
    """By when they are told, and so by when it is entered."""

    AT_ONCE = "at-once", gettext_noop("They are told at once.")
    BEFORE = "before", gettext_noop("They are told before the day.")
    AFTER = "after", gettext_noop("They are told once it has happened.")


class Of(Worded):
    """Whom a box for people takes."""

    MEMBERS = "members", gettext_noop("%(name)s is not a member today.")
    OFFICERS = "officers", gettext_noop("%(name)s is not an officer today.")
    CHIEF_OFFICERS = (
        "chief-officers",
        gettext_noop("%(name)s is neither chief executive, deputy nor director, and can only be invited."),
    )
    PORTFOLIO_HOLDERS = "portfolio-holders", gettext_noop("%(name)s holds no executive portfolio today.")
    CHAIRS = "chairs", gettext_noop("%(name)s is neither chair nor vice-chair of a body today.")
    OFFICE_HOLDERS = (
        "office-holders",
        gettext_noop("%(name)s holds no executive portfolio and chairs no body today."),
    )
    ANYBODY = "anybody", gettext_noop("%(name)s is neither a member nor an officer today.")


class Takes(StrEnum):
    """What is typed or chosen in a box."""

    LINE = "line"
    TEXT = "text"
    CHOICE = "choice"
    PEOPLE = "people"


class Wards(StrEnum):
    """Whether an entry names wards."""

    NONE = "none"
    MAY = "may"
    MUST = "must"
