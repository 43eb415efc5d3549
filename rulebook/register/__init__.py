"""A register that a text asks for, as data: what is entered, by whom, who is told, what bars an entry."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from rulebook.post import Post
from rulebook.pre_election import Matter
from rulebook.register.words import GROUPS, TITLES, WORDS
from rulebook.rule import Rule
from rulebook.stated import Cites, Worded
from rulebook.term import Term, Topic
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
    CHIEF_OFFICERS = "chief-officers", gettext_noop("Directors and the monitoring officer enter it.")
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


class When(Worded):
    """By when they are told, and so by when it is entered."""

    AT_ONCE = "at-once", gettext_noop("They are told at once.")
    BEFORE = "before", gettext_noop("They are told before the day.")


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


@dataclass(frozen=True)
class Says:
    """A sentence of the portal, and the paragraphs that it rests on."""

    sentence: str
    cites: Cites


@dataclass(frozen=True)
class Choice:
    """One answer of a box; a `bar` refuses the entry, a `caution` must be read before it is entered.

    `needs` is the key of another box, which this answer leaves to nobody’s choice.
    """

    value: str
    label: str
    bar: Says | None = None
    caution: Says | None = None
    needs: str = ""


@dataclass(frozen=True)
class Field:
    """One box of the form, in the order in which it is asked.

    `close` refuses the entry where whoever enters it has a close relationship on record with somebody whom
    the box names.
    """

    key: str
    label: str
    takes: Takes = Takes.LINE
    hint: str = ""
    choices: tuple[Choice, ...] = ()
    of: Of = Of.OFFICERS
    required: bool = True
    close: Says | None = None

    def choice(self, value: str) -> Choice | None:
        """The answer of that value; None for one that the box has not."""
        return next((one for one in self.choices if one.value == value), None)


@dataclass(frozen=True)
class Tells:
    """Who is told and by which paragraphs; `field` is the box of people that it is about."""

    whom: Whom
    cites: Cites
    field: str = ""


@dataclass(frozen=True)
class Approval:
    """Who approves an entry: whoever holds the first post, or a later one in the officer’s directorate.

    Where the entry is about no officer (`officer` is empty), whoever holds any of the posts.
    """

    posts: tuple[Post, ...]
    cites: Cites
    officer: str = ""


@dataclass(frozen=True)
class Register:
    """One register of one text.

    `about` labels the box for the subject and `day` that for the day, which is left out where it is empty;
    `notice` is what those who are told read. `cards` hold what whoever enters should have read. `matter` is
    what an election may stop, or ask a reason for.
    """

    kind: Kind
    cites: Cites
    enters: tuple[Enters, ...]
    tells: tuple[Tells, ...]
    when: When
    about: str
    notice: str
    day: str = ""
    wards: Wards = Wards.NONE
    fields: tuple[Field, ...] = ()
    cards: tuple[Says, ...] = ()
    approval: Approval | None = None
    matter: Matter | None = None
    topic: Topic = field(default=Topic.REGISTERS, init=False)

    def field_of(self, key: str) -> Field | None:
        """The box of that key; None where this register has none."""
        return next((one for one in self.fields if one.key == key), None)

    def chosen(self, answers: Mapping[str, object]) -> Iterator[Choice]:
        """The answers that were chosen, in the order of the boxes."""
        for one in self.fields:
            found = one.choice(str(answers.get(one.key, "")))
            if found is not None:
                yield found

    def lacking(self, answers: Mapping[str, object]) -> tuple[Field, ...]:
        """The boxes that an answer needs and that are empty."""
        needed = (self.field_of(one.needs) for one in self.chosen(answers) if one.needs)
        return tuple(box for box in needed if box is not None and not answers.get(box.key))

    def bars(self, answers: Mapping[str, object]) -> tuple[Says, ...]:
        """Why an entry with these answers is refused; nothing where it may stand."""
        return tuple(one.bar for one in self.chosen(answers) if one.bar)

    def cautions(self, answers: Mapping[str, object]) -> tuple[Says, ...]:
        """What whoever enters must have read, given these answers."""
        return tuple(one.caution for one in self.chosen(answers) if one.caution)

    def in_words(self) -> Iterator[Term]:
        """What the text asks, as sentences with their paragraphs: the register, its cards, bars, tellings."""
        by = self.kind.rule.id
        choices = [one for box in self.fields for one in box.choices]
        said = [*self.cards, *(says for one in choices for says in (one.bar, one.caution) if says)]
        said += [box.close for box in self.fields if box.close]
        yield Term(self.topic, self.kind.says, self.cites, by)
        yield from (Term(self.topic, one.sentence, one.cites, by) for one in said)


NOTHING_KEPT = gettext_noop(
    "The protocol asks for no notices, declarations or records to be entered in a register."
)


def registers_in_words(registers: tuple[Register, ...]) -> Iterator[Term]:
    """Every register of a text in words; its silence said as such."""
    if not registers:
        yield Term(Topic.REGISTERS, NOTHING_KEPT)
    for one in registers:
        yield from one.in_words()
