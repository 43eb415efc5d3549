"""Buttons of a matter and of what follows a briefing, pressed at two windows at one moment."""

import datetime
from collections.abc import Callable
from typing import Any

from django.utils import timezone

from briefings.models import Matter
from briefings.rules.giving import statements
from council.models import Person
from rulebook.briefing.request import Form
from rulebook.protocols import protocol
from tests.briefings import afterwards, giving
from tests.factories import briefings as make
from tests.factories.briefings import Hall
from tests.hostile.buttons.document_requests import disputes
from tests.hostile.buttons.press import Button, Case, Press, Scene, Second, each, press

HA = "haringey"
CHANGED = "Somebody changed this while you were typing"
AHEAD = timezone.localdate() + datetime.timedelta(days=9)
DATES = {"place": "Room 2", "minutes": "60", "day_1": AHEAD.strftime("%d/%m/%Y"), "time_1": "18:30"}


def _twice(by: Person, name: str, case: Case, *takes: object, **boxes: Any) -> tuple[Press, Press]:
    return press(by, name, case, *takes, **boxes), press(by, name, case, *takes, **boxes)


def _matter(form: Form = Form.ATTENDANCE) -> tuple[Hall, Matter]:
    hall = make.a_hall()
    row = make.agreed(hall, form=form)
    assert row.matter is not None
    return hall, row.matter


def _fresh(matter: Matter) -> Matter:
    return Matter.objects.get(pk=matter.pk)


def _adding() -> Scene:
    hall, matter = _matter(Form.REPORT)
    one, other = (
        press(hall.chief, "briefing-matter-pack", matter, upload=giving.a_file()) for _window in range(2)
    )
    return Scene(matter, (one, other))


def _certifying() -> Scene:
    hall, matter = _matter(Form.REPORT)
    giving.a_pack(matter)
    boxes = {f"says_{one.key}": "on" for one in statements(protocol(HA))}
    reader = giving.a_head()
    return Scene(
        matter,
        _twice(hall.chief, "briefing-matter-certify", _fresh(matter), reader=str(reader.pk), **boxes),
    )


def _clearing(name: str, **boxes: str) -> Callable[[], Scene]:
    def set_up() -> Scene:
        _hall, matter = _matter(Form.REPORT)
        reader = giving.a_head()
        giving.certified(matter, reader=reader)
        return Scene(matter, _twice(reader, name, _fresh(matter), **boxes))

    return set_up


def _releasing() -> Scene:
    hall, matter = _matter(Form.REPORT)
    giving.cleared(matter)
    return Scene(matter, _twice(hall.chief, "briefing-matter-release", _fresh(matter)))


def _offering() -> Scene:
    hall, matter = _matter()
    return Scene(matter, _twice(hall.chief, "briefing-matter-dates", matter, **DATES))


def _of_date(name: str, *, begun: bool = False, speaker: bool = False, **boxes: str) -> Callable[[], Scene]:
    def set_up() -> Scene:
        hall, matter = _matter()
        date = giving.a_date(matter)
        row = matter.briefings.get(group=hall.groups[0])
        giving.chosen(row, date, by=hall.leaders[0])
        if speaker:
            giving.named(date, hall.chief)
        if begun:
            giving.over(date)
        given = {"person": str(hall.chief.pk)} if name == "briefing-date-speaker" else boxes
        return Scene(matter, _twice(hall.chief, name, _fresh(matter), date.pk, **given))

    return set_up


def _taking_off() -> Scene:
    hall, matter = _matter()
    speaker = giving.named(giving.a_date(matter), hall.chief)
    return Scene(matter, _twice(hall.chief, "briefing-speaker-off", _fresh(matter), speaker.pk))


def _choosing() -> Scene:
    hall, matter = _matter()
    date = giving.a_date(matter)
    row = matter.briefings.get(group=hall.groups[0])
    return Scene(row, _twice(hall.leaders[0], "briefing-date", row, session=str(date.pk)))


def _listing() -> Scene:
    hall, matter = _matter()
    row = matter.briefings.get(group=hall.groups[0])
    return Scene(
        row, _twice(hall.leaders[0], "briefing-room", row, people=[str(hall.leaders[0].pk)], others="")
    )


def _refusing_room() -> Scene:
    hall, matter = _matter()
    date, row = giving.a_date(matter), matter.briefings.get(group=hall.groups[0])
    row = giving.listed(hall, giving.chosen(row, date, by=hall.leaders[0]), "Two residents")
    return Scene(row, each((hall.chief, hall.chief), "briefing-room-refuse", giving.fresh(row), "because"))


def _closing() -> Scene:
    hall = make.a_hall()
    matter = afterwards.matter_of(afterwards.held(make.agreed(hall), giving.a_head()))
    return Scene(matter, _twice(hall.chief, "briefing-matter-close", matter))


def _leading() -> Scene:
    hall, matter = _matter()
    return Scene(matter, _twice(hall.chief, "briefing-name-lead", matter, lead=str(giving.a_head().pk)))


def _challenging() -> Scene:
    hall = make.a_hall()
    row = afterwards.refused(hall)
    return Scene(row, each((hall.leaders[0], hall.leaders[0]), "briefing-challenge", row, "words"))


def _answering() -> Scene:
    hall = make.a_hall()
    row, _second, _third = afterwards.given_to_two(hall)
    question = row.questions.create(words="How much?", asked_by=hall.leaders[0], asked_at=timezone.now())
    boxes = {"neutral": "What does it cost?", "answer": "40,000 pounds a year."}
    return Scene(row, _twice(hall.chief, "briefing-answer", row, question.pk, **boxes))


def _checking() -> Scene:
    hall = make.a_hall()
    row, _second, _third = afterwards.given_to_two(hall)
    officer = afterwards.speaker_of(row)
    words = row.attributed.create(
        officer=officer, words="It will close.", put_by=hall.leaders[0], put_at=timezone.now()
    )
    boxes = {"verdict": "right", "corrected": ""}
    return Scene(row, _twice(officer, "briefing-check-words", row, words.pk, **boxes))


TABLE = (
    Button("briefing-matter-pack", _adding, ("matter.pack_written",), says=CHANGED, text=HA),
    Button("briefing-matter-certify", _certifying, ("matter.pack_certified",), says="no version", text=HA),
    Button(
        "briefing-matter-clear",
        _clearing("briefing-matter-clear"),
        ("matter.pack_cleared",),
        says="No version is with",
        text=HA,
    ),
    Button(
        "briefing-matter-return",
        _clearing("briefing-matter-return", because="It recommends."),
        ("matter.pack_returned",),
        says="No version is with",
        text=HA,
    ),
    Button("briefing-matter-release", _releasing, ("matter.pack_released",), says="no version", text=HA),
    Button("briefing-matter-dates", _offering, ("matter.session_offered",), says=CHANGED, text=HA),
    Button(
        "briefing-date-cancel",
        _of_date("briefing-date-cancel", because="The hall is shut."),
        ("matter.session_cancelled",),
        says=CHANGED,
        text=HA,
    ),
    Button(
        "briefing-date-held",
        _of_date("briefing-date-held", begun=True, speaker=True),
        ("matter.session_held",),
        says=CHANGED,
        text=HA,
    ),
    Button(
        "briefing-date-left",
        _of_date("briefing-date-left", begun=True, speaker=True, left="00:01"),
        ("matter.officer_left",),
        second=Second.LED,
        text=HA,
    ),
    Button(
        "briefing-date-speaker",
        _of_date("briefing-date-speaker"),
        ("matter.speaker_named",),
        says=CHANGED,
        text=HA,
    ),
    Button(
        "briefing-date-undertake",
        _of_date("briefing-date-undertake", speaker=True),
        ("matter.undertook",),
        says="already",
        text=HA,
    ),
    Button("briefing-speaker-off", _taking_off, ("matter.speaker_ended",), says=CHANGED, text=HA),
    Button("briefing-date", _choosing, ("briefing.date_chosen",), says="Your group has a date", text=HA),
    Button("briefing-room", _listing, ("briefing.room_listed",), says=CHANGED, text=HA),
    Button(
        "briefing-room-refuse",
        _refusing_room,
        ("briefing.room_refused",),
        words="because",
        says="has no date yet",
        text="waltham-forest",
    ),
    Button("briefing-matter-close", _closing, ("matter.closed",), says="already", text=HA),
    Button("briefing-name-lead", _leading, ("matter.lead_named",), says=CHANGED, text=HA),
    Button(
        "briefing-challenge",
        _challenging,
        (),
        words="words",
        says="already",
        text=HA,
        kept=disputes,
    ),
    Button("briefing-answer", _answering, ("briefing.question_answered",), says="already", text=HA),
    Button("briefing-check-words", _checking, ("briefing.words_checked",), says="already", text=HA),
)
