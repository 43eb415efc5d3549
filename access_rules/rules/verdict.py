"""What one rule says of a question: it decides, it does not match, or it corrects what is asked."""

from dataclasses import dataclass
from enum import StrEnum

from rulebook.citation import Citation
from rulebook.wording import gettext_noop

Cites = tuple[Citation, ...]


class Outcome(StrEnum):
    """The decisions, the least first."""

    REFUSE = "refuse"
    REFER = "refer"
    GRANT_PART = "grant_part"
    GRANT_INSPECT = "grant_inspect"
    GRANT_COPY = "grant_copy"


GRANTS = (Outcome.GRANT_PART, Outcome.GRANT_INSPECT, Outcome.GRANT_COPY)


class Mode(StrEnum):
    """In what form it is given, or that it is held."""

    INSPECT = "inspect"
    COPY = "copy"
    MARKED_COPY = "marked_copy"
    REDACTED_COPY = "redacted_copy"
    SUMMARY = "summary"
    HOLD = "hold"
    NONE = "none"


class Until(StrEnum):
    """When the right ends, or the answer is due."""

    MEETING = "until the meeting"
    SIX_YEARS = "six years from the meeting or decision"
    FOUR_YEARS = "four years from the meeting or decision"
    TWENTY_WORKING_DAYS = "within 20 working days"
    ONE_MONTH = "within one month"
    DAY = "at once, within 24 hours at the latest"
    TEN_CLEAR_DAYS = "as soon as practicable, within 10 clear days at the latest"
    PUBLIC_INTEREST_WEIGHED = "until the public interest has been weighed"
    OWNER_CONSENTS = "until the owner consents"
    MEMBER_NAMED = "until the member is named"


class Regard(StrEnum):
    """What kind of refusal it is, where the reasons or the ladder of challenge follow from it."""

    FREEDOM_OF_INFORMATION = "freedom-of-information"
    SCRUTINY = "scrutiny"
    UNDERTAKING = "undertaking"


MONITORING_OFFICER = "monitoring-officer"
PROPER_OFFICER = "proper-officer"
CHIEF_EXECUTIVE = "chief-executive"

NO_RULE_HERE = gettext_noop("The protocol has no rule of its own on this.")
WHO_DECIDES = {
    MONITORING_OFFICER: gettext_noop("The Monitoring Officer is asked, and the paper is held until then."),
    PROPER_OFFICER: gettext_noop(
        "The proper officer decides, and asks the Monitoring Officer where unsure; the paper is held until"
        " then."
    ),
    CHIEF_EXECUTIVE: gettext_noop("The Chief Executive decides, and the paper is held until then."),
}


@dataclass(frozen=True)
class Note:
    """What a rule adds to the answer although another decides: a sentence and its sources.

    `on_refusal`: it is said only where the answer is a refusal. `scrutiny`: it is about scrutiny’s right to
    copies, whose refusal owes the committee reasons.
    """

    says: str
    cites: Cites = ()
    on_refusal: bool = False
    scrutiny: bool = False


@dataclass(frozen=True)
class Passed:
    """A rule that does not match, why, and what a refusal says of it."""

    why: str
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Verdict:
    """What a rule decides.

    `finding`: it rests on what a person found. `forbids`: the law forbids to give it, so that no promise of
    a text can. `gap`: the text is silent. `regard`: what the reasons and the challenge follow from.
    """

    outcome: Outcome
    mode: Mode
    rule: str
    says: tuple[str, ...]
    cites: Cites = ()
    until: Until | None = None
    refer_to: str | None = None
    gap: bool = False
    finding: bool = False
    forbids: bool = False
    regard: Regard | None = None

    @property
    def grants(self) -> bool:
        """Whether anything is given."""
        return self.outcome in GRANTS


def refuse(
    rule: str,
    *says: str,
    cites: Cites = (),
    hold: Until | None = None,
    gap: bool = False,
    finding: bool = False,
    forbids: bool = False,
    regard: Regard | None = None,
) -> Verdict:
    """A refusal; with `hold` the paper is held until then, and may be given afterwards."""
    mode = Mode.NONE if hold is None else Mode.HOLD
    return Verdict(
        Outcome.REFUSE,
        mode,
        rule,
        says,
        cites,
        until=hold,
        gap=gap,
        finding=finding,
        forbids=forbids,
        regard=regard,
    )


def refer(
    rule: str,
    *says: str,
    cites: Cites = (),
    to: str = MONITORING_OFFICER,
    gap: bool = False,
    regard: Regard | None = None,
) -> Verdict:
    """A reference to the post that decides."""
    said = (*says, WHO_DECIDES[to])
    return Verdict(Outcome.REFER, Mode.HOLD, rule, said, cites, refer_to=to, gap=gap, regard=regard)


def inspect(
    rule: str, *says: str, cites: Cites = (), until: Until | None = None, finding: bool = False
) -> Verdict:
    """A grant of inspection."""
    return Verdict(Outcome.GRANT_INSPECT, Mode.INSPECT, rule, says, cites, until=until, finding=finding)


def copy(
    rule: str,
    *says: str,
    cites: Cites = (),
    until: Until | None = None,
    marked: bool = False,
    finding: bool = False,
    gap: bool = False,
) -> Verdict:
    """A grant of a copy, marked as confidential where the text wants it marked."""
    mode = Mode.MARKED_COPY if marked else Mode.COPY
    return Verdict(Outcome.GRANT_COPY, mode, rule, says, cites, until=until, finding=finding, gap=gap)


def part(rule: str, *says: str, cites: Cites = (), summary: bool = False, finding: bool = False) -> Verdict:
    """A grant of a part: a redacted copy, or a summary."""
    mode = Mode.SUMMARY if summary else Mode.REDACTED_COPY
    return Verdict(Outcome.GRANT_PART, mode, rule, says, cites, finding=finding)
