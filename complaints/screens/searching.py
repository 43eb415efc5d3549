"""What a search shows of a complaint: its number and its sides as a list does, and never a word of it."""

from collections.abc import Sequence

from django.utils.html import escape
from django.utils.translation import gettext as _

from casework.finding import Wanted, in_order
from casework.screens.results import Result
from complaints.queries import visible_to
from complaints.queries.watching import with_parts
from complaints.screens.watching import rows
from council.queries import Standing


def complaint_results(who: Standing, keys: Sequence[int], wanted: Wanted) -> list[Result]:
    """A line for each of the complaints that were found. No word of one is shown: others look at a screen."""
    return [
        Result(
            title=escape(row.title),
            url=row.url,
            meta=row.meta,
            status=row.status,
            colour=row.colour,
            note="" if row.title in _typed(wanted) else _("Found in what was written. Open it to read it."),
        )
        for row in rows(who, in_order(with_parts(visible_to(who), who), keys))
    ]


def _typed(wanted: Wanted) -> set[str]:
    return {str(term).upper() for term in wanted.terms}
