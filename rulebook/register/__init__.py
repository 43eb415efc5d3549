"""A register that a text asks for, as data: what is entered, by whom, who is told, what bars an entry."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from rulebook.post import Post
from rulebook.pre_election import Matter
from rulebook.register.kinds import RULES, Enters, Kind, Of, Takes, Wards, When, Whom
from rulebook.register.words import GROUPS, TITLES, WORDS
from rulebook.stated import Cites
from rulebook.term import Term, Topic
from rulebook.wording import gettext_noop


@dataclass(frozen=True)
class Says:
    """A sentence of the portal, and the paragraphs that it rests on."""

    sentence: str
    cites: Cites


@dataclass(frozen=True)
class Unless:
    """Another box and its answers, without one of which an answer is barred, and what is said then."""

    key: str
    values: tuple[str, ...]
    says: Says


@dataclass(frozen=True)
class Choice:
    """One answer of a box; a `bar` refuses the entry, a `caution` must be read before it is entered.

    `needs` are the keys of other boxes that must be filled in with this answer; `by` are those who may give
    it, everybody where it is empty; `unless` bars it where another box has not one of these answers.
    """

    value: str
    label: str
    bar: Says | None = None
    caution: Says | None = None
    needs: tuple[str, ...] = ()
    by: tuple[Enters, ...] = ()
    unless: Unless | None = None


@dataclass(frozen=True)
class Field:
    """One box of the form, in the order in which it is asked.

    Of a box of people: `close` refuses the entry where whoever enters it has a close relationship on record
    with somebody named there; whoever is named in one that `concerns` them neither reads the entry nor is
    told of it by their post; in one of `others` nobody names themselves.
    """

    key: str
    label: str
    takes: Takes = Takes.LINE
    hint: str = ""
    choices: tuple[Choice, ...] = ()
    of: Of = Of.OFFICERS
    required: bool = True
    close: Says | None = None
    concerns: bool = False
    others: bool = False

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
        needed = dict.fromkeys(key for one in self.chosen(answers) for key in one.needs)
        found = (self.field_of(key) for key in needed)
        return tuple(box for box in found if box is not None and not answers.get(box.key))

    def barred(self, answers: Mapping[str, object]) -> Iterator[tuple[str, Says]]:
        """The boxes whose answers are refused, each with why."""
        for box in self.fields:
            one = box.choice(str(answers.get(box.key, "")))
            if one is not None and one.bar:
                yield box.key, one.bar
            if one is not None and one.unless and answers.get(one.unless.key) not in one.unless.values:
                yield box.key, one.unless.says

    def bars(self, answers: Mapping[str, object]) -> tuple[Says, ...]:
        """Why an entry with these answers is refused; nothing where it may stand."""
        return tuple(says for _key, says in self.barred(answers))

    def cautions(self, answers: Mapping[str, object]) -> tuple[Says, ...]:
        """What whoever enters must have read, given these answers."""
        return tuple(one.caution for one in self.chosen(answers) if one.caution)

    def in_words(self) -> Iterator[Term]:
        """What the text asks, as sentences with their paragraphs: the register, its cards, bars, tellings."""
        by = self.kind.rule.id
        choices = [one for box in self.fields for one in box.choices]
        said = [*self.cards, *(says for one in choices for says in (one.bar, one.caution) if says)]
        said += [one.unless.says for one in choices if one.unless]
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


__all__ = [
    "GROUPS",
    "NOTHING_KEPT",
    "RULES",
    "TITLES",
    "WORDS",
    "Approval",
    "Choice",
    "Enters",
    "Field",
    "Kind",
    "Of",
    "Register",
    "Says",
    "Takes",
    "Tells",
    "Unless",
    "Wards",
    "When",
    "Whom",
    "registers_in_words",
]
