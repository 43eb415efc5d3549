"""The head of a briefing's page: its state, what was asked, what happens next, and what the protocol adds."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from briefings.models import Briefing
from briefings.policies.parts import OFFICERS, Part, parts_of
from briefings.queries.answering import consulted_on
from briefings.queries.giving import STANDING
from briefings.queries.sharing import rests_on
from briefings.screens.listing import subject_of
from briefings.states import FACES, UNDECIDED, BriefingState, SessionState
from casework.events import Audience
from casework.models import CaseEvent
from casework.queries import timeline
from casework.wording import date_time, long_date
from council.queries import Standing
from rulebook.citation import Citation
from rulebook.post import Post
from rulebook.protocols import protocol
from rulebook.protocols.cites import cited
from rulebook.wording import gettext_noop

FORM_WORDS = {
    "briefing": gettext_noop("A briefing"),
    "report": gettext_noop("A written report"),
    "attendance": gettext_noop("An officer at the group’s meeting"),
}


@dataclass(frozen=True)
class Row:
    """One line about the briefing."""

    label: str
    words: str


@dataclass(frozen=True)
class CasePage:
    """What the page shows before its panels. `next` says what happens next; a refusal is a panel."""

    title: str
    state: str
    colour: str
    next: str
    rows: tuple[Row, ...]
    words: str
    why: str
    citations: tuple[Citation, ...]
    matter: str
    is_officer: bool


def case_page(who: Standing, row: Briefing) -> CasePage:
    """The head of the page for this person; officers who only speak to the group read all of it as well."""
    parts = parts_of(who, row)
    is_officer = bool(parts & OFFICERS)
    staff, group, colour = FACES[BriefingState(row.state)]
    works = Part.SPEAKER in parts or Part.LEAD in parts or Part.DECIDER in parts
    sees_matter = is_officer and row.matter is not None and (works or Part.MONITORING_OFFICER in parts)
    return CasePage(
        title=subject_of(row),
        state=_(staff if is_officer else group),
        colour=colour,
        next=_next(who, row),
        rows=tuple(asked_rows(row)),
        words=row.words,
        why=_why(row, is_officer=is_officer),
        citations=_rests_on(row),
        matter=row.matter.reference if sees_matter and row.matter else "",
        is_officer=is_officer,
    )


def _why(row: Briefing, *, is_officer: bool) -> str:
    """Why the group has it, in a sentence; a refusal says so itself."""
    if row.state == BriefingState.DECLINED:
        return ""
    offered = _("Another group is given this, so your group is offered the same.")
    if row.matter is not None and row.matter.offered_by_id:
        offered = _("Officers offer this to every political group alike. No group asked for it.")
    elif is_officer:
        offered = _("Another group is given this, so this group is offered the same.")
    return {
        Briefing.Origin.ASKED: _("What was agreed rests on:") if row.cites else "",
        Briefing.Origin.OFFERED: offered,
        Briefing.Origin.TOLD: _("Another group was served on this, and the others are told."),
    }[Briefing.Origin(row.origin)]


def _rests_on(row: Briefing) -> tuple[Citation, ...]:
    """The paragraphs: of what was decided, or of what every other group gets."""
    if row.origin == Briefing.Origin.ASKED or row.matter is None:
        return tuple(cited(one) for one in row.cites)
    return rests_on(row.matter)


def asked_rows(row: Briefing) -> Iterator[Row]:
    """What was asked and declared, and what was decided, a line each."""
    yield Row(_("Group"), row.group.name)
    yield Row(_("What"), _(FORM_WORDS[row.form]))
    if row.asked_by:
        yield Row(_("Asked by"), row.asked_by.name)
        yield Row(_("Asked on"), date_time(row.asked_at))
        yield Row(_("Asked of"), _titled(row, row.asked_of))
    if row.directorate:
        yield Row(_("Directorate"), row.directorate.name)
    if row.wanted_by:
        yield Row(_("Wanted by"), long_date(row.wanted_by))
    if row.asked_by and row.form != "report":
        yield Row(_("Who will be there"), _room(row))
    if row.passed_on_because:
        words = {"post": _lower(row), "because": row.passed_on_because}
        yield Row(_("Passed on"), _("To the %(post)s: %(because)s") % words)
    yield from decided_rows(row)
    if row.given_at:
        yield Row(_("Given"), date_time(row.given_at))


def decided_rows(row: Briefing) -> Iterator[Row]:
    """Who decided and when; the protocol itself where it bars what was asked."""
    if row.decided_at is None:
        return
    words = {"moment": date_time(row.decided_at)}
    if row.decided_by is None:
        yield Row(_("Decided"), _("By the protocol itself, on %(moment)s") % words)
    else:
        yield Row(_("Decided"), _("By %(name)s on %(moment)s") % {"name": row.decided_by.name, **words})
    if consulted := consulted_on(row):
        yield Row(_("Leaders consulted"), consulted)


def _titled(row: Briefing, post: str) -> str:
    title = protocol(row.protocol).title_of(Post(post))
    return f"{title[:1].upper()}{title[1:]}"


def _room(row: Briefing) -> str:
    if row.others_present:
        return _("Members, officers and %(others)s") % {"others": row.others_present}
    return _("Members and officers only")


def _next(who: Standing, row: Briefing) -> str:
    """What happens next, in a sentence; nothing where nothing does."""
    if row.state in UNDECIDED:
        return _("With the %(post)s, who decides.") % {"post": _lower(row)}
    words = {
        BriefingState.OFFERED: _offered(who, row),
        BriefingState.TOLD: _("The group was told. Nothing needs to be done."),
        BriefingState.NOT_TAKEN: _("The group can still take it up."),
        BriefingState.GIVEN: _("The group can ask further questions."),
    }
    if row.state == BriefingState.AGREED:
        return _agreed(row)
    return words.get(BriefingState(row.state), "")


def _offered(who: Standing, row: Briefing) -> str:
    """Silence is shown as silence, and nothing is lost by it."""
    if row.answer_by is None or row.answer_by >= who.on:
        day = long_date(row.answer_by) if row.answer_by else _("any day")
        return _("The group says whether it wants it, by %(day)s if it can.") % {"day": day}
    words = _("The group was asked to answer by %(day)s and has not. It can still take it up.")
    return words % {"day": long_date(row.answer_by)}


def _agreed(row: Briefing) -> str:
    if row.session is not None and row.session.state != SessionState.CANCELLED:
        return _("It takes place on %(moment)s.") % {"moment": date_time(row.session.starts_at)}
    if row.form == "report":
        return _("The report is being written. The group reads it here once it is released.")
    if row.matter is not None and row.matter.sessions.filter(state__in=STANDING).exists():
        return _("Dates are offered. The group chooses one.")
    return _("A date is being found.")


def _lower(row: Briefing) -> str:
    return protocol(row.protocol).title_of(Post(row.to_decide or Post.MONITORING_OFFICER.value))


def events_for(who: Standing, row: Briefing) -> list[CaseEvent]:
    """What the person may read of what has happened, in order: the group its own, officers theirs as well."""
    officer = bool(parts_of(who, row) & OFFICERS)
    own = Audience.HANDLERS if officer else Audience.PARTY
    return list(timeline(row.stream, audience=frozenset({Audience.EVERYBODY, own})))
