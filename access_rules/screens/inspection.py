"""When the papers of a meeting are open, to whom and until when, in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from access_rules.rules.meeting_clocks import Begins, Ends, Inspection, Paper
from casework.wording import date_time, long_date, plain_date
from rulebook.citation import Citation


@dataclass(frozen=True)
class InspectionRow:
    """One kind of paper for one kind of reader."""

    paper: str
    reader: str
    opens: str
    ends: str
    cites: tuple[Citation, ...]


def inspection_rows(found: Iterable[Inspection]) -> list[InspectionRow]:
    """A row each, in the order of the law."""
    return [
        InspectionRow(
            paper=_(one.opening.paper.label),
            reader=_(one.opening.reader.label),
            opens=_opens(one),
            ends=_ends(one),
            cites=one.cites,
        )
        for one in found
    ]


def _opens(one: Inspection) -> str:
    if one.opens_on is not None:
        return _("On %(day)s at the latest, once members have them") % {"day": long_date(one.opens_on)}
    if one.begins is Begins.HELD:
        return _("As soon as they are held")
    if one.begins is Begins.MADE:
        return _made(one.opening.paper)
    if one.opens_at is None or one.at_latest is None:
        return _("When the meeting concludes: at once, at the latest 24 hours later")
    return _("On %(moment)s; at the latest on %(last)s") % {
        "moment": date_time(one.opens_at),
        "last": date_time(one.at_latest),
    }


def _made(paper: Paper) -> str:
    if paper in (Paper.MINUTES, Paper.RECORD):
        return _("Once they are made")
    return _("With the record of the decision")


def _ends(one: Inspection) -> str:
    if one.until_on is not None:
        return plain_date(one.until_on)
    if one.opening.ends is Ends.NEVER:
        return _("No end")
    if one.ended_at is not None:
        return _("Ended on %(moment)s") % {"moment": date_time(one.ended_at)}
    return _("When the meeting concludes")
