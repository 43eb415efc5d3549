"""The rules of the register of members’ interests: when each has to be notified, and what is not shown."""

import datetime

from rulebook.citation import Citation
from rulebook.protocol import BodyKind, Protocol
from rulebook.rule import Rule
from rulebook.sources import statute
from rulebook.wording import gettext_noop


def _section(number: str) -> tuple[Citation, ...]:
    return statute(f"Localism Act 2011 s{number}")


NOTIFIED_ON_TAKING_OFFICE = Rule(
    "council.notified-on-taking-office",
    gettext_noop(
        "Within 28 days of taking office a member notifies the monitoring officer of disclosable pecuniary"
        " interests."
    ),
    _section("30(1)"),
)
NOTIFIED_AFTER_A_MEETING = Rule(
    "council.notified-after-a-meeting",
    gettext_noop(
        "Within 28 days of disclosing it at a meeting a member notifies the monitoring officer of a"
        " disclosable pecuniary interest that is not in the register."
    ),
    _section("31(3)"),
)
SENSITIVE_IS_NOT_SHOWN = Rule(
    "council.sensitive-is-not-shown",
    gettext_noop("Details of a sensitive interest are shown to nobody but its member and its keepers."),
    _section("32"),
)
NO_PART_IN_THE_MATTER = Rule(
    "council.no-part-in-the-matter",
    gettext_noop(
        "A member with a disclosable pecuniary interest in a matter does not discuss it or vote on it at a"
        " meeting, unless a dispensation allows it."
    ),
    (*_section("31(4)"), *_section("33")),
)
RULES = (
    NOTIFIED_ON_TAKING_OFFICE,
    NOTIFIED_AFTER_A_MEETING,
    SENSITIVE_IS_NOT_SHOWN,
    NO_PART_IN_THE_MATTER,
)
# «Before the end of the period of 28 days beginning with the day»: that day is the first of them.
DAYS = 28


def notify_by(day: datetime.date) -> datetime.date:
    """The last day on which an interest may be notified, taking office or disclosing it on that day."""
    return day + datetime.timedelta(days=DAYS - 1)


def localism_act_binds(text: Protocol) -> bool:
    """Whether the Act’s rules on interests bind members there: section 27(6) names councils of both kinds,
    and no waste disposal authority.
    """
    return text.body is not BodyKind.AUTHORITY
