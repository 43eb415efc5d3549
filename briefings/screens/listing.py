"""Lists of briefings as a page shows them: number, subject, day and state."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings.models import Briefing, Matter
from briefings.states import FACES, UNDECIDED, BriefingState
from casework.wording import date_time, long_date
from council.queries import Standing
from rulebook.decision import Decision


@dataclass(frozen=True)
class Row:
    """One line of a list, and of what a search found."""

    title: str
    url: str
    meta: str
    due: str
    status: str
    colour: str
    is_late: bool = False


def rows(who: Standing, briefings: Iterable[Briefing]) -> list[Row]:
    """The lines of briefings that come with their group, matter and session."""
    return [_row(who, one) for one in briefings]


def _row(who: Standing, row: Briefing) -> Row:
    is_group = row.group_id in (who.group_id, who.assists_group_id)
    staff, group, colour = FACES[BriefingState(row.state)]
    return Row(
        title=subject_of(row),
        url=reverse("briefing", args=[row.reference]),
        meta=", ".join([row.reference, *([] if is_group else [str(row.group)]), _since(row)]),
        due=_due(row),
        status=_(group if is_group else staff),
        colour=colour,
    )


def subject_of(row: Briefing) -> str:
    """The group’s own words for what it asked, the neutral ones for what it was offered or told."""
    return row.subject or (row.matter.subject if row.matter else row.reference)


def _since(row: Briefing) -> str:
    day = long_date(timezone.localtime(row.asked_at).date())
    words = {
        Briefing.Origin.ASKED: _("asked on %(day)s"),
        Briefing.Origin.OFFERED: _("offered on %(day)s"),
        Briefing.Origin.TOLD: _("told on %(day)s"),
    }
    return words[Briefing.Origin(row.origin)] % {"day": day}


def _due(row: Briefing) -> str:
    if row.state == BriefingState.OFFERED and row.answer_by:
        return _("Answer asked for by %(day)s") % {"day": long_date(row.answer_by)}
    if row.state == BriefingState.AGREED and row.session:
        return _("On %(moment)s, %(place)s") % {
            "moment": date_time(row.session.starts_at),
            "place": row.session.place,
        }
    if row.state in UNDECIDED and row.wanted_by:
        return _("Wanted by %(day)s") % {"day": long_date(row.wanted_by)}
    return ""


def matter_rows(matters: Iterable[Matter]) -> list[Row]:
    """The lines of matters, for the officers who work on them."""
    return [
        Row(
            title=one.subject,
            url=reverse("briefing-matter", args=[one.reference]),
            meta=", ".join(
                [
                    one.reference,
                    _("since %(day)s") % {"day": long_date(timezone.localtime(one.opened_at).date())},
                ]
            ),
            due="",
            status=_("Open") if one.closed_on is None else _("Closed"),
            colour="blue" if one.closed_on is None else "grey",
        )
        for one in matters
    ]


def nothing_for(who: Standing) -> str:
    """What the list says while nothing is in it."""
    if who.group_id:
        return _("Your group has asked for nothing yet, and nothing else is open to it.")
    return _("No briefing is with you.")


def why_not_asked(decision: Decision, who: Standing) -> Decision | None:
    """Why a member sees no button to ask; nothing for an officer, who expects none."""
    return None if decision.allowed or who.term is None else decision
