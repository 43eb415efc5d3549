"""What a search shows of documents and meetings: of a closed paper no word of its pages, only where it is."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from access_rules.models import Document, Meeting
from access_rules.policies.reading import is_kept_close
from access_rules.policies.seeing import Seeing, openings
from access_rules.queries.facts import with_facts
from access_rules.queries.searching import (
    FoundDocument,
    FoundPage,
    document_titles,
    items_found,
    pages_found,
)
from access_rules.screens.listing import COLOURS, marking_of
from access_rules.screens.meetings import meeting_rows
from casework.finding import START, Wanted, in_order
from casework.screens.results import Result, around, marked
from casework.wording import long_date
from council.queries import Standing


def document_results(who: Standing, found: Sequence[FoundDocument], wanted: Wanted) -> list[Result]:
    """A row for each of the documents that were found; as many queries for twenty as for one."""
    keys = [one.key for one in found]
    rows = in_order(with_facts(Document.objects.all()), keys)
    seen = openings(who, rows)
    titles = document_titles(wanted, keys)
    shown: dict[str, list[int]] = {}
    for one in found:
        shown.setdefault(one.shown, []).append(one.key)
    pages = pages_found(wanted, shown)
    return [_result(one, seen[one.pk], titles.get(one.pk, one.title), pages.get(one.pk)) for one in rows]


def _result(document: Document, seeing: Seeing, title: str, page: FoundPage | None) -> Result:
    kind, day = str(Document.Kind(document.kind).label), long_date(document.made_on)
    if not seeing.allowed or page is None or page.kind != seeing.version_kind:
        page = None
    return Result(
        title=marked(title),
        url=_address(document, page),
        meta=", ".join([kind, *([document.body.name] if document.body else []), day, document.reference]),
        status=marking_of(document),
        colour=COLOURS[document.marking],
        around=around(page.around) if page and not is_kept_close(document) else "",
        note=_note(document, seeing, page),
    )


def _address(document: Document, page: FoundPage | None) -> str:
    """To the page where it stands; a closed paper begins with its own page, so that who opens it is kept."""
    if page is None or is_kept_close(document):
        return reverse("document", args=[document.reference])
    return reverse("document-page", args=[document.reference, page.number])


def _note(document: Document, seeing: Seeing, page: FoundPage | None) -> str:
    if not seeing.allowed:
        return _("You may know of it. To read it, ask to see it.")
    if page is None:
        return ""
    if is_kept_close(document):
        return _("Found on page %(number)d. Open the document to read it: that is recorded.") % {
            "number": page.number
        }
    return _("Page %(number)d") % {"number": page.number}


def meeting_results(who: Standing, keys: Sequence[int], wanted: Wanted) -> list[Result]:
    """A row for each of the meetings that were found, with the first item in which something was."""
    rows = in_order(Meeting.objects.select_related("body"), keys)
    items = items_found(wanted, keys)
    return [
        Result(
            title=marked(row.title),
            url=row.url,
            meta=", ".join(part for part in (row.line, meeting.reference) if part),
            status=row.status,
            colour=row.colour,
            around=marked(items[meeting.pk]) if START in items.get(meeting.pk, "") else "",
        )
        for meeting, row in zip(rows, meeting_rows(rows, on=who.on), strict=True)
    ]
