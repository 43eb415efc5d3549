"""Buttons of a complaint that goes on, pressed by two at once: who deals with it, or one of its sides."""

import datetime
from collections.abc import Callable

from django.utils import timezone

from casework.wording import short_date
from complaints.models import Complaint, Handler, Writing
from complaints.states import ComplaintState
from tests.factories import council as make
from tests.factories.complaints import a_complaint, dealing
from tests.hostile.buttons.press import Button, Scene, Second, each, press

CHANGED = "Somebody changed this while you were typing"


def _day(days: int = 7) -> str:
    return short_date(timezone.localdate() + datetime.timedelta(days=days))


def _two(state: ComplaintState, *, told: bool = True, **more: object) -> tuple[Complaint, list[object]]:
    """A complaint that two people received, and both investigate."""
    row, people = a_complaint(state=state, subject_knows=told, **more), [make.an_officer(), make.an_officer()]
    for person in people:
        dealing(row, person)
        dealing(row, person, Handler.Part.INVESTIGATOR)
    return row, people


def _scene(
    name: str, state: ComplaintState, words: str = "words", *, told: bool = True, **boxes: object
) -> Callable[[], Scene]:
    """Two who deal with it press the same button."""

    def set_up() -> Scene:
        row, people = _two(state, told=told)
        return Scene(row, each(people, name, row, words, **boxes))

    return set_up


def accepting() -> Scene:
    """Somebody accepts the duty at two windows."""
    row, chief = a_complaint(), make.an_officer()
    dealing(row, chief, accepted=False)
    return Scene(row, (press(chief, "complaint", row), press(chief, "complaint", row)))


def naming() -> Scene:
    """Two who received it choose somebody each."""
    row, people = a_complaint(state=ComplaintState.ASSESSED), [make.an_officer(), make.an_officer()]
    for person in people:
        dealing(row, person)
    head = make.an_officer(grade="head-of-service")
    return Scene(row, each(people, "complaint-investigator", row, "unused", person=head.pk))


def disclosing() -> Scene:
    """Two show the same paper to the same side."""
    row, people = _two(ComplaintState.INVESTIGATING)
    paper = row.writings.get(kind=Writing.Kind.CONCERN).pk
    return Scene(row, each(people, "complaint-disclose", row, "reason", writings=[paper], side="subject"))


def finding() -> Scene:
    """Two record findings, after the day for comments."""
    row, people = _two(ComplaintState.INVESTIGATING, comments_by=make.LONG_AGO)
    return Scene(row, each(people, "complaint-findings", row, "words"))


def adding() -> Scene:
    """Both sides add a statement: both stand."""
    row, _people = _two(ComplaintState.INVESTIGATING)
    sides = [row.complainant, row.subject]
    return Scene(row, each(sides, "complaint-add", row, "words", kind="statement"))


def reading() -> Scene:
    """Whoever complains says at two windows that they have read what is asked of them."""
    row, _people = _two(ComplaintState.INVESTIGATING)
    one, other = (press(row.complainant, "complaint-bearing", row) for _window in range(2))
    return Scene(row, (one, other))


_WHILE = ComplaintState.INVESTIGATING
TABLE = (
    Button("complaint", accepting, ("complaint.duty_accepted",), says="You said already"),
    Button(
        "complaint-acknowledge",
        _scene("complaint-acknowledge", ComplaintState.RECEIVED, next_on=_day()),
        ("complaint.acknowledged",),
        words="words",
        says="It is acknowledged already",
    ),
    Button(
        "complaint-tell-subject",
        _scene("complaint-tell-subject", ComplaintState.ACKNOWLEDGED, "reason", told=False, when="now"),
        ("complaint.subject_told",),
        words="reason",
        says="knows of it already",
    ),
    Button(
        "complaint-assess",
        _scene("complaint-assess", ComplaintState.ACKNOWLEDGED, follows="decide"),
        ("complaint.assessed",),
        words="words",
        says="It is assessed once",
    ),
    Button(
        "complaint-investigator",
        naming,
        ("complaint.handler_named",),
        says="Somebody is named to",
    ),
    Button(
        "complaint-begin",
        _scene("complaint-begin", ComplaintState.ASSESSED),
        ("complaint.investigating",),
        says="An investigation begins",
    ),
    Button(
        "complaint-progress",
        _scene("complaint-progress", _WHILE, next_on=_day()),
        ("complaint.progress",),
        words="words",
        says=CHANGED,
    ),
    Button(
        "complaint-interview",
        _scene("complaint-interview", _WHILE, side="subject", on=_day(-1)),
        ("complaint.disclosed",),
        words="words",
        says=CHANGED,
    ),
    Button(
        "complaint-ask-reply",
        _scene("complaint-ask-reply", _WHILE, reply_by=_day()),
        ("complaint.reply_asked",),
        words="words",
        says=CHANGED,
    ),
    Button("complaint-disclose", disclosing, ("complaint.disclosed",), words="reason", says=CHANGED),
    Button(
        "complaint-draft",
        _scene("complaint-draft", _WHILE, comments_by=_day()),
        ("complaint.drafted",),
        words="words",
        says=CHANGED,
    ),
    Button("complaint-findings", finding, ("complaint.added",), words="words", says=CHANGED),
    Button("complaint-add", adding, ("complaint.added",), second=Second.LED, times=2),
    Button("complaint-bearing", reading, ("complaint.duty_accepted",), says="You said already"),
)
