"""Who takes each part in a complaint by name: whom the text names, save who may not, then the next in line.

The route (`complaints.rules.route`) bars posts; here the people who act in them are barred, whatever brings
them there: a post, an absence, or the line of management. Plain data in, plain data out: the registers are
asked by `complaints.queries.people`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from complaints.rules.route.barring import Bars
from complaints.rules.route.facts import Complaint
from complaints.rules.route.hanging import possible
from complaints.rules.route.outcome import MUST_BE_DONE, Given, Outcome, outcome
from rulebook.complaint import Choose, ComplaintTerms, Part, Said, Step
from rulebook.post import Post
from rulebook.protocol import Protocol
from rulebook.wording import gettext_noop

# The parts of the answer for which somebody is named.
KEYS = ("to", "copy_to", "investigates", "decided_by", "tell_before_decision", "may_tell", "may_refer_to")


class Bar(StrEnum):
    """Why somebody who acts in a post takes no part, or nobody does."""

    SUBJECT = "subject"
    COMPLAINANT = "complainant"
    IN_PLACE = "in-place"
    ANSWERS = "answers"
    VACANT = "vacant"

    @property
    def sentence(self) -> str:
        """The reason, with `name` and `title` for the person and the post."""
        return BAR_SENTENCES[self]


BAR_SENTENCES = {
    Bar.SUBJECT: gettext_noop("%(name)s (%(title)s) is left out as the person complained about."),
    Bar.COMPLAINANT: gettext_noop("%(name)s (%(title)s) is left out as the person who complains."),
    Bar.IN_PLACE: gettext_noop(
        "%(name)s is left out because they act as %(title)s in the place of somebody who has a part in it."
    ),
    Bar.ANSWERS: gettext_noop(
        "%(name)s (%(title)s) is left out because they answer to the person complained about."
    ),
    Bar.VACANT: gettext_noop("Nobody acts as %(title)s today, so nobody has this part by that post."),
}
NOBODY_LEFT = gettext_noop(
    "Everybody in the authority who could receive this has a part in it, answers to the person complained "
    "about, or is not in post. Somebody from outside the authority must be asked. Keep it as a note: nothing "
    "of it is lost."
)


@dataclass(frozen=True)
class Acts:
    """Somebody who acts in a post on the day, by number: its holder, or whoever stands in for the holder."""

    post: Post
    person: int
    holder: int


@dataclass(frozen=True)
class LeftOut:
    """Somebody who acts in a post that the text names and takes no part; nobody where it is vacant."""

    post: Post
    bar: Bar
    person: int | None = None


@dataclass(frozen=True)
class Sides:
    """Who has a part in the complaint, and who answers to the subject by the registers.

    `complainants` are whoever complains and whoever wrote it down for them.
    """

    subject: int | None
    complainants: frozenset[int]
    answers: Callable[[Acts], bool]

    def why(self, acts: Acts, *, outright: bool = False) -> Bar | None:
        """Why this person takes no part; None where they may. `outright`: the text names them for it."""
        if acts.person == self.subject:
            return Bar.SUBJECT
        if acts.person in self.complainants:
            return Bar.COMPLAINANT
        if acts.holder == self.subject or acts.holder in self.complainants:
            return Bar.IN_PLACE
        return Bar.ANSWERS if not outright and self.answers(acts) else None


# Who acts in a post, the first since longest; the second says whose post is meant, where the text does.
Acting = Callable[[Post, Part | None], Sequence[Acts]]


@dataclass(frozen=True)
class Plan:
    """Who takes each part. `with_recipient` are the parts of whoever receives it; `by_rule` those that the
    general rule gave away; `nobody` those for which somebody is needed and nobody is left.
    """

    step: Step
    outside: bool
    parts: Mapping[str, tuple[Acts, ...]]
    choose_one: bool = False
    with_recipient: frozenset[str] = frozenset()
    by_rule: frozenset[str] = frozenset()
    nobody: frozenset[str] = frozenset()
    left_out: tuple[LeftOut, ...] = ()


@dataclass
class _Finding:
    """One complaint under one text while its people are looked for; collects who was left out."""

    found: Outcome
    terms: ComplaintTerms
    acting: Acting
    sides: Sides
    left_out: dict[LeftOut, None] = field(default_factory=dict)

    @property
    def bars(self) -> Bars:
        """The bars by post."""
        return Bars(self.terms, self.found.case)

    def of_value(self, key: str, given: Given) -> list[Acts]:
        """Whoever acts in the posts that one value of the text names; one person for each post."""
        route = self.found.way.route
        outright = key == "to" and route is not None and route.names_outright
        posts = [post for post in given.left if isinstance(post, Post)]
        return [one for post in posts for one in self._in_post(post, given.said.of, outright=outright)]

    def _in_post(self, post: Post, of: Part | None, *, outright: bool) -> list[Acts]:
        met = [one for name in self._names(post) for one in self.acting(name, of)]
        for acts in met:
            bar = self.sides.why(acts, outright=outright)
            if bar is None:
                return [acts]
            self.left_out[LeftOut(acts.post, bar, acts.person)] = None
        if not met:
            self.left_out[LeftOut(post, Bar.VACANT)] = None
        return []

    def _names(self, post: Post) -> list[Post]:
        """The post, then those that its name takes in: the head of paid service goes by two names."""
        taken: Said[Post] | None = self.terms.takes_in.get(post)
        others = list(taken.values) if taken is not None else []
        if post in self.terms.head_of_paid_service.values:
            others.append(Post.HEAD_OF_PAID_SERVICE)
        return [post, *(one for one in others if self.bars.why(one) is None)]

    def next_in_line(self, without: frozenset[int] = frozenset()) -> list[Acts]:
        """The first by the general rule who is barred neither by post nor by person; none where nobody is."""
        for post in self.bars.last_in_line:
            if self.bars.why(post) is not None:
                continue
            for name in self._names(post):
                for acts in self.acting(name, None):
                    if acts.person not in without and self.sides.why(acts) is None:
                        return [acts]
        return []


def plan(protocol: Protocol, complaint: Complaint, *, acting: Acting, sides: Sides) -> Plan:
    """Who takes each part of a complaint, by number. A part that hangs on what is not known yet has nobody.

    A part that somebody must have goes to the next in line where nobody is left: the monitoring officer, the
    head of paid service, the deputy monitoring officer, the section 151 officer, each by person.
    """
    outcomes = [outcome(protocol, case) for case in possible(complaint)]
    found = outcomes[0]
    finding = _Finding(found, protocol.complaints, acting, sides)
    parts: dict[str, tuple[Acts, ...]] = {}
    by_rule, nobody, with_recipient = set[str](), set[str](), set[str]()
    for key in KEYS:
        if found.way.outside or any(one.named(key) != found.named(key) for one in outcomes):
            continue
        people = [one for given in found.given.get(key, ()) for one in finding.of_value(key, given)]
        if set(found.named(key)) & {Part.RECIPIENT, Part.MANAGEMENT}:
            with_recipient.add(key)
        elif not people and _is_needed(found, key):
            people = finding.next_in_line()
            (by_rule if people else nobody).add(key)
        parts[key] = tuple({one.person: one for one in people}.values())
    chosen = [given.said.choose or Choose.ONE for given in found.given.get("to", ())]
    return Plan(
        step=found.way.step,
        outside=found.way.outside,
        parts=parts,
        choose_one=len(parts.get("to", ())) > 1 and Choose.ONE in chosen,
        with_recipient=frozenset(with_recipient),
        by_rule=frozenset(by_rule),
        nobody=frozenset(nobody),
        left_out=tuple(finding.left_out),
    )


def _is_needed(found: Outcome, key: str) -> bool:
    """Whether somebody must have the part: the text has it done, or the general rule gives it."""
    return key in MUST_BE_DONE and (bool(found.given.get(key)) or key in found.stands_in)


def next_in_line(
    protocol: Protocol, complaint: Complaint, *, acting: Acting, sides: Sides, without: frozenset[int]
) -> Acts | None:
    """The first by the general rule who may take a part, leaving out those who stood aside."""
    found = outcome(protocol, next(possible(complaint)))
    people = _Finding(found, protocol.complaints, acting, sides).next_in_line(without)
    return people[0] if people else None
