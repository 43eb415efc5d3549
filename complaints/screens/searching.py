"""What a search shows of a complaint: its number and its sides as a list does, and never a word of it."""

from collections.abc import Iterable

from django.utils.html import escape
from django.utils.translation import gettext as _

from casework.finding import Wanted
from casework.screens.results import Result
from complaints.models import Complaint
from complaints.screens.watching import rows
from council.queries import Standing


def complaint_results(who: Standing, complaints: Iterable[Complaint], wanted: Wanted) -> list[Result]:
    """The lines of complaints that come `with_parts`. A word found is not shown: others look at a screen."""
    return [
        Result(
            title=escape(row.title),
            url=row.url,
            meta=row.meta,
            status=row.status,
            colour=row.colour,
            note="" if row.title in _typed(wanted) else _("Found in what was written. Open it to read it."),
        )
        for row in rows(who, complaints)
    ]


def _typed(wanted: Wanted) -> set[str]:
    return {term.upper() for term in wanted.terms}
