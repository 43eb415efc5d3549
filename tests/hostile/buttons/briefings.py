"""Buttons of briefings: what a group asked for and was offered, pressed by two people at one moment."""

from collections.abc import Callable

from briefings.models import Briefing
from council.models import Person
from council.rules import Grade
from rulebook.post import Post
from tests.factories import briefings as make
from tests.factories import council
from tests.factories.briefings import Hall
from tests.hostile.buttons.press import Button, Scene, each, press


def _asked(*, of: Post = Post.CHIEF_EXECUTIVE) -> tuple[Hall, Briefing, tuple[Person, Person]]:
    """A request that two people may decide: whoever holds the post, and whoever stands in for them."""
    hall = make.a_hall()
    row = make.asked(hall, asked_of=of, directorate=hall.directorate if of is Post.DIRECTOR else None)
    if of is Post.DIRECTOR:
        second = council.an_officer(grade=Grade.DIRECTOR, directorate=hall.directorate)
        return hall, row, (hall.director, second)
    return hall, row, (hall.chief, hall.chief)


def agreeing() -> Scene:
    """Two agree: one matter is made."""
    _hall, row, (one, other) = _asked()
    boxes = {"subject": "The library", "lead": ""}
    pair = (press(one, "briefing-agree", row, **boxes), press(other, "briefing-agree", row, **boxes))
    return Scene(row, pair)


def declining() -> Scene:
    """Two decline, each in their own words."""
    _hall, row, by = _asked()
    return Scene(row, each(by, "briefing-decline", row, "reasons"))


def passing_on() -> Scene:
    """Two pass it on."""
    _hall, row, by = _asked(of=Post.DIRECTOR)
    return Scene(row, each(by, "briefing-pass-on", row, "because"))


def taking_back() -> Scene:
    """The group takes its request back at two windows."""
    hall, row, _by = _asked()
    one, other = (press(hall.leaders[0], "briefing-withdraw", row) for _window in range(2))
    return Scene(row, (one, other))


def _offered(name: str) -> Callable[[], Scene]:
    def set_up() -> Scene:
        hall = make.a_hall()
        make.agreed(hall)
        row = Briefing.objects.get(group=hall.groups[1])
        one, other = (press(hall.leaders[1], name, row, others="no") for _window in range(2))
        return Scene(row, (one, other))

    return set_up


_HA = "haringey"
_DECIDED = "It is decided already, or taken back"
_OFFERS = (
    ("briefing-take-up", "briefing.taken_up", "Your group has it already"),
    ("briefing-pass-by", "briefing.passed", "Your group has answered already"),
)
TABLE = (
    Button("briefing-agree", agreeing, ("briefing.agreed",), says=_DECIDED, text=_HA),
    Button("briefing-decline", declining, ("briefing.declined",), words="reasons", says=_DECIDED, text=_HA),
    Button(
        "briefing-pass-on",
        passing_on,
        ("briefing.referred",),
        words="because",
        says="It was passed on already, or is decided",
        text=_HA,
    ),
    Button(
        "briefing-withdraw",
        taking_back,
        ("briefing.withdrawn",),
        says="It was given, declined or taken back already",
        text=_HA,
    ),
    *(Button(name, _offered(name), (kind,), says=says, text=_HA) for name, kind, says in _OFFERS),
)
