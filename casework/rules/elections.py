"""What becomes of a matter from the notice of election to the poll, by the text and by the law.

Nothing here is asked by a policy of access: an election never suspends access to information, and a contract
of import-linter keeps it so.
"""

import datetime
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from rulebook.briefing.given import Safeguard
from rulebook.citation import Citation
from rulebook.pre_election import BRIEFINGS, CARE, MEETINGS, Effect, Matter
from rulebook.protocol import Protocol
from rulebook.rule import Rule
from rulebook.sources import statute
from rulebook.wording import gettext_noop

PRE_ELECTION_MEETINGS = Rule(
    MEETINGS,
    gettext_noop(
        "From the notice of election to the poll, a public meeting is stopped, or an officer at one needs a "
        "reason, where the protocol says so."
    ),
)
PRE_ELECTION_PUBLICITY = Rule(
    CARE,
    gettext_noop(
        "From the notice of election to the poll the law asks for care in what is published to the public: "
        "nothing on controversial matters, nothing that ties views or proposals to members or groups, and at "
        "no time anything that seems meant to affect support for a political party."
    ),
    statute("LGA 1986 s2", "LGA 1986 s4(1)", "Publicity Code 2011 paras 33 to 35"),
)
BRIEFINGS_BEFORE_AN_ELECTION = Rule(
    BRIEFINGS,
    gettext_noop(
        "Briefings of political groups go on before an election, with care: every group is dealt with on "
        "equal terms, and officers take no part in party politics."
    ),
)
INFORMATION_BEFORE_AN_ELECTION = Rule(
    "information-before-an-election",
    gettext_noop(
        "An election never suspends access to information. Documents are opened, and enquiries, requests and "
        "complaints answered, by the same rules and in the same time as ever."
    ),
    statute("FOIA 2000 s1(1)", "FOIA 2000 s10(1)"),
)
RULES = (
    PRE_ELECTION_MEETINGS,
    PRE_ELECTION_PUBLICITY,
    BRIEFINGS_BEFORE_AN_ELECTION,
    INFORMATION_BEFORE_AN_ELECTION,
)

PUBLISHED_HERE = gettext_noop(
    "What is published here is read by members and officers, not by the public, but they may pass it on. "
    "Publish now what cannot wait, and nothing that could be used for or against a party or a candidate."
)
NO_PERIOD = gettext_noop("No pre-election period holds on this day, so nothing is stopped or needs a reason.")
# «Publicity» is what is addressed to the public at large or to a section of it.
_PUBLICITY_MEANS = statute("LGA 1986 s6(4)")


@dataclass(frozen=True)
class ElectionPeriod:
    """From the notice of election to the poll, both days included; `ward` is None for the whole area.

    `called_off_on` is the day from which there is no poll to come: the period does not hold on it.
    """

    election: str
    notice_on: datetime.date
    poll_on: datetime.date
    ward: int | None = None
    called_off_on: datetime.date | None = None

    def holds_on(self, day: datetime.date) -> bool:
        """Whether the day is one of the period."""
        is_off = self.called_off_on is not None and day >= self.called_off_on
        return self.notice_on <= day <= self.poll_on and not is_off

    def reaches(self, wards: Collection[int] | None) -> bool:
        """Whether it reaches one of the wards; None asks for the whole area, which every election reaches."""
        return wards is None or self.ward is None or self.ward in wards


@dataclass(frozen=True)
class Told:
    """What becomes of a matter: the effect, the sentence and paragraphs for it, the rule that applies them.

    `period` is the one that holds; None where none does, or where only the text was asked.
    """

    effect: Effect
    sentence: str
    rule: Rule
    citations: tuple[Citation, ...] = ()
    period: ElectionPeriod | None = None


def period_of(
    day: datetime.date, periods: Iterable[ElectionPeriod], wards: Collection[int] | None = None
) -> ElectionPeriod | None:
    """The period that holds on the day there: one of the whole area first, then the last poll; else None."""
    found = [one for one in periods if one.holds_on(day) and one.reaches(wards)]
    return max(found, key=lambda one: (one.ward is None, one.poll_on), default=None)


def what_is_stopped(
    matter: Matter,
    day: datetime.date,
    text: Protocol,
    periods: Iterable[ElectionPeriod],
    wards: Collection[int] | None = None,
) -> Told:
    """What becomes of the matter on that day under that text.

    Outside every period, and always for access to information, it goes on.
    """
    told = effect_of(matter, text)
    period = period_of(day, periods, wards)
    if period is None and matter is not Matter.INFORMATION:
        return Told(Effect.GOES_ON, NO_PERIOD, told.rule)
    return Told(told.effect, told.sentence, told.rule, told.citations, period)


def effect_of(matter: Matter, text: Protocol) -> Told:
    """What becomes of the matter in every such period, by the text, by the law, or since both are silent."""
    return _EFFECTS[matter](text)


def _by_the_text(field: str, effect: Effect, rule: Rule) -> Callable[[Protocol], Told]:
    """The text's own value has that effect; where it is silent, the matter goes on."""

    def told(text: Protocol) -> Told:
        term = text.elections.of(field)
        return Told(effect if term.cites else Effect.GOES_ON, term.says, rule, term.cites)

    return told


def _publicity(text: Protocol) -> Told:
    """By the law everywhere; a text that speaks of a moratorium is cited beside it."""
    rule = PRE_ELECTION_PUBLICITY
    return Told(Effect.WITH_CARE, rule.says, rule, (*text.elections.publicity.cites, *rule.cites))


def _publishing_here(text: Protocol) -> Told:
    """Read by members and officers alone, so that the law on publicity is a caution."""
    cites = (*text.elections.publicity.cites, *_PUBLICITY_MEANS)
    return Told(Effect.WITH_CARE, PUBLISHED_HERE, PRE_ELECTION_PUBLICITY, cites)


def _briefings(text: Protocol) -> Told:
    """No text stops them; the paragraphs are those on even-handedness, where the text has any."""
    rule, even = BRIEFINGS_BEFORE_AN_ELECTION, text.briefings.safeguards
    return Told(Effect.WITH_CARE, rule.says, rule, even.get(Safeguard.EVEN_HANDED, ()))


def _information(text: Protocol) -> Told:
    rule = INFORMATION_BEFORE_AN_ELECTION
    return Told(Effect.GOES_ON, rule.says, rule, rule.cites)


_EFFECTS: Mapping[Matter, Callable[[Protocol], Told]] = {
    Matter.MEMBERS_MEETING: _by_the_text("members_meetings", Effect.STOPPED, PRE_ELECTION_MEETINGS),
    Matter.OFFICER_AT_MEETING: _by_the_text("officers_attending", Effect.NEEDS_REASON, PRE_ELECTION_MEETINGS),
    Matter.PUBLICITY: _publicity,
    Matter.PUBLISHING_HERE: _publishing_here,
    Matter.MEMBERS_WORDS: _by_the_text("media", Effect.WITH_CARE, PRE_ELECTION_PUBLICITY),
    Matter.GROUP_BRIEFING: _briefings,
    Matter.INFORMATION: _information,
}
