"""Which course a request takes by what is known, and which unknown facts could make it another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from enquiries.rules.triage.courses import Candidate
from enquiries.rules.triage.facts import Known
from rulebook.facts import Unknown
from rulebook.triage import Asker, Course, Fact, Handling, Matter, Rung

PUBLIC_ONLY = (Asker.PUBLIC,)
# Nobody can say what becomes of a request while these are open; whatever else is unknown has not happened yet
# as far as is known, and the answer names it.
DECISIVE = frozenset({Fact.ASKED_BY, Fact.ASKS_FOR, Fact.WITHIN_REMIT})
# What becomes of a request on its way is told when it happens: until then the answer stands, and hangs on
# none of it. What the request is from the start (whose, for whom, of which data) may be open.
TOLD_WHEN_IT_HAPPENS = frozenset(
    {
        Fact.ADDRESSED_TO,
        Fact.CHANNEL,
        Fact.DISPROPORTIONATE,
        Fact.ACCESS_DISPUTED,
        Fact.INFORMATION_WITHHELD,
        Fact.MEMBER_DISSATISFIED,
        Fact.RIGHT_ARISES_UNDER,
    }
)


@dataclass(frozen=True)
class Reached:
    """A course that the known facts allow, and the facts that it still hangs on (none: it applies)."""

    candidate: Candidate
    unknown: tuple[Fact, ...]

    @property
    def course(self) -> Course:
        """The course itself."""
        return self.candidate.course

    @property
    def is_open(self) -> bool:
        """Whether nothing but a decisive fact keeps it from being taken or not."""
        return set(self.unknown) - set(self.course.presumed) <= DECISIVE


@dataclass(frozen=True)
class Chosen:
    """The first course that applies, or would but for a decisive fact, and those that may come first.

    `lacking` are the decisive facts that it lacks: none where the course is taken.
    """

    candidate: Candidate
    lacking: tuple[Fact, ...]
    possible: tuple[Candidate, ...]
    hangs_on: tuple[Fact, ...]


def appeal_against(candidate: Candidate, ladder: tuple[Rung, ...]) -> tuple[Rung, ...]:
    """The ladder where information is withheld or disputed; none for what the text bars as such."""
    asked = candidate.course.when.get(Fact.ASKED_BY, ())
    against = candidate.matter is Matter.DISPUTE or (
        candidate.course.handling is Handling.REFUSE and candidate.matter is not Matter.PARTY_POLITICAL
    )
    return ladder if against and asked != PUBLIC_ONLY else ()


def choose(candidates: Sequence[Candidate], known: Known) -> Chosen:
    """The first course that applies, and every unknown fact of the request that could make it another.

    What is learned later never adds to the facts that it hangs on: each course that could still come first
    is looked at, not only the one that is taken.
    """
    reached = _relevant(list(_reachable(candidates, known)))
    hanging = {fact for one in reached for fact in one.unknown} if len(reached) > 1 else set()
    hangs_on = tuple(fact for fact in Fact if fact in hanging - _settled(known))
    first = next(one for one in reached if one.is_open)
    lacking = tuple(fact for fact in first.unknown if fact not in first.course.presumed)
    return Chosen(first.candidate, lacking, tuple(one.candidate for one in reached), hangs_on)


def _settled(known: Known) -> frozenset[Fact]:
    """The facts that count as «not so» while nobody says otherwise; data of nobody but the asker are barred
    to nobody."""
    own = {Fact.DATA_PROTECTION_BARS} if known[Fact.FOR_CONSTITUENT] is False else set()
    return TOLD_WHEN_IT_HAPPENS | own


def _reachable(candidates: Sequence[Candidate], known: Known) -> Iterator[Reached]:
    """Those that the known facts do not rule out, up to the first that certainly applies."""
    for candidate in candidates:
        unknown = unknown_in(candidate.course, known)
        if unknown is None:
            continue
        yield Reached(candidate, unknown)
        if not unknown:
            return


def unknown_in(course: Course, known: Known) -> tuple[Fact, ...] | None:
    """The unknown facts that a course needs; None where a known fact rules it out."""
    if ruled_out_by(course, known) is not None:
        return None
    return tuple(fact for fact in course.when if isinstance(known[fact], Unknown))


def ruled_out_by(course: Course, known: Known) -> Fact | None:
    """The first known fact whose value is not one that the course needs."""
    for fact, values in course.when.items():
        value = known[fact]
        if not isinstance(value, Unknown) and value not in values:
            return fact
    return None


def _relevant(reached: list[Reached]) -> list[Reached]:
    """Without the last ones before the end that come to the same as the end."""
    end = reached[-1]
    before = reached[:-1]
    while before and outcome(before[-1].candidate) == outcome(end.candidate):
        before.pop()
    return [*before, end]


def outcome(candidate: Candidate) -> tuple[object, ...]:
    """What a course comes to, apart from its words and paragraphs."""
    course = candidate.course
    against = appeal_against(candidate, tuple(Rung))
    return (
        course.handling,
        course.to,
        course.next_step,
        course.reasons_in_writing,
        course.copy_to,
        course.gap,
        bool(against),
    )
