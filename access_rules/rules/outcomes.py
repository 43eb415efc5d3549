"""What an answer of the question `access` comes to on a page: Yes, Partly, No, or a person decides."""

import datetime
from collections.abc import Mapping

from rulebook.period import CalendarDays

YES, PARTLY, NO, WAITING = "yes", "partly", "no", ""
_WORDS = {"grant_copy": YES, "grant_inspect": YES, "grant_part": PARTLY, "refuse": NO}
# How long what somebody decided stays open where nobody named another last day.
USUAL_GRANT = CalendarDays(28)
GIVEN = ("grant_part", "grant_inspect", "grant_copy")
_YEARS = {"six years": 6, "four years": 4}


def outcome_of(answer: Mapping[str, object]) -> str:
    """The first word of the page; empty where a person is asked."""
    return _WORDS.get(str(answer.get("decision", "")), WAITING)


def is_made_by_hand(answer: Mapping[str, object], *, is_public: bool) -> bool:
    """Whether somebody makes first what the rules give, within the statute’s time: nothing opens by itself.

    A copy of one’s own data, without what is about others (G2); a copy by freedom of information of what is
    not public yet (F1), for which the exemptions are still to be looked through.
    """
    rule = str(answer.get("rule") or "")
    return answer.get("decision") in GIVEN and (rule == "G2" or (rule == "F1" and not is_public))


def until_day(
    words: object, *, meeting_on: datetime.date | None, decided_on: datetime.date | None
) -> datetime.date | None:
    """The day on which the right ends, where the answer’s words name one that the register knows."""
    if not isinstance(words, str):
        return None
    if "meeting" in words and "years" not in words:
        return meeting_on
    start = decided_on or meeting_on
    years = next((number for name, number in _YEARS.items() if name in words), None)
    if start is None or years is None:
        return None
    try:
        return start.replace(year=start.year + years)
    except ValueError:
        # 29 February.
        return start.replace(year=start.year + years, day=28)
