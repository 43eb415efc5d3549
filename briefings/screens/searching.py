"""What a search shows of a briefing: its line in a list, with what was found marked."""

from collections.abc import Sequence

from briefings.models import Briefing
from briefings.queries import visible_to
from briefings.queries.searching import Words, briefing_words
from briefings.screens.listing import rows, subject_of
from casework.finding import START, Wanted, in_order
from casework.screens.results import Result, around, marked
from council.queries import Standing

_NOTHING = Words("", "", "")


def briefing_results(who: Standing, keys: Sequence[int], wanted: Wanted) -> list[Result]:
    """A line for each of the briefings that were found; two queries."""
    found = in_order(visible_to(who).select_related("group", "matter", "session"), keys)
    words = briefing_words(who, wanted, keys)
    return [
        Result(
            title=marked(_subject(one, words.get(one.pk, _NOTHING))),
            url=row.url,
            meta=row.meta,
            status=row.status,
            colour=row.colour,
            around=around(_around(one, words.get(one.pk, _NOTHING))),
        )
        for one, row in zip(found, rows(who, found), strict=True)
    ]


def _subject(briefing: Briefing, words: Words) -> str:
    shown = words.subject if briefing.subject else words.matter
    return shown or subject_of(briefing)


def _around(briefing: Briefing, words: Words) -> str:
    """The words of the group; else the neutral subject, where the group’s own stands above it."""
    return words.around if START in words.around or not briefing.subject else words.matter
