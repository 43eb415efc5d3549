"""Buttons of a meeting, pressed by two keepers at the same moment."""

import datetime

from django.utils import timezone

from access_rules.models import Item, Meeting
from casework.wording import short_date
from council.models import Person
from tests.factories import council as make
from tests.factories.access import a_meeting, an_item
from tests.factories.meetings import a_keeper
from tests.hostile.buttons.press import Button, Press, Scene, each, press, turned

TODAY = timezone.localdate()
IN_A_MONTH = TODAY + datetime.timedelta(days=30)
AGAIN = "Somebody changed this while you were typing"
OVER = "The meeting was cancelled or has concluded"


def two_keepers() -> tuple[Person, Person]:
    """Democratic services, and whoever stands in."""
    colleague, keeper = make.an_officer(), a_keeper()
    make.an_absence(keeper, colleague)
    return keeper, colleague


def ahead() -> Meeting:
    """A meeting in a month."""
    return a_meeting(on=IN_A_MONTH, called_on=TODAY)


def changing() -> Scene:
    """Two other rooms."""
    meeting = ahead()
    return Scene(meeting, each(two_keepers(), "meeting-change", meeting, "place", on=short_date(IN_A_MONTH)))


def cancelling() -> Scene:
    """Two reasons."""
    meeting = ahead()
    return Scene(meeting, each(two_keepers(), "meeting-cancel", meeting, "because"))


def changing_as_it_is_cancelled() -> Scene:
    """One cancels it in the moment in which the other finds a room."""
    meeting, (one, other) = ahead(), two_keepers()
    cancel = press(one, "meeting-cancel", meeting, because="No business.")
    change = press(other, "meeting-change", meeting, on=short_date(IN_A_MONTH), place="Marigold Room")
    return Scene(meeting, (cancel, change))


def concluding() -> Scene:
    """Two clocks."""
    meeting = a_meeting(on=TODAY - datetime.timedelta(days=1))
    first, second = (
        press(who, "meeting-conclude", meeting, on=short_date(meeting.on), time=time)
        for who, time in zip(two_keepers(), ("21:30", "21:35"), strict=True)
    )
    return Scene(meeting, (first, second))


def adding() -> Scene:
    """Two items at once."""
    meeting = ahead()
    return Scene(meeting, each(two_keepers(), "meeting-item-add", meeting, "title"))


def on_an_item(name: str, words: str, item: Item) -> tuple[Press, Press]:
    """Two keepers about one item, each in words of their own."""
    one, other = [
        press(who, name, item.meeting, item.pk, **{words: f"These are the words of number {place}."})
        for place, who in enumerate(two_keepers())
    ]
    return one, other


def changing_item() -> Scene:
    """Two titles."""
    item = an_item(meeting=ahead())
    return Scene(item.meeting, on_an_item("meeting-item-change", "title", item))


def withdrawing() -> Scene:
    """Two reasons."""
    item = an_item(meeting=ahead())
    return Scene(item.meeting, on_an_item("meeting-item-withdraw", "because", item))


def publishing() -> Scene:
    """One notice, entered twice."""
    meeting = ahead()
    boxes = {"which": "agenda:", "published_on": short_date(TODAY)}
    return Scene(meeting, each(two_keepers(), "meeting-notice", meeting, "words", **boxes))


OVER_OR_CHANGED = ("meeting.cancelled", "meeting.changed")
TABLE = (
    Button("meeting-change", changing, ("meeting.changed",), words="place", says=AGAIN),
    Button("meeting-cancel", cancelling, ("meeting.cancelled",), words="because", says=OVER),
    Button(
        "meeting-change",
        changing_as_it_is_cancelled,
        OVER_OR_CHANGED,
        words="place",
        says=OVER,
        what="once it is cancelled",
    ),
    Button(
        "meeting-cancel",
        lambda: turned(changing_as_it_is_cancelled),
        OVER_OR_CHANGED,
        words="because",
        says=AGAIN,
        what="once it is changed",
    ),
    Button("meeting-conclude", concluding, ("meeting.concluded",), words="time", says="on its day or later"),
    Button("meeting-item-add", adding, ("meeting.item_changed",), words="title", says=AGAIN),
    Button("meeting-item-change", changing_item, ("meeting.item_changed",), words="title", says=AGAIN),
    Button("meeting-item-withdraw", withdrawing, ("meeting.item_changed",), words="because", says=AGAIN),
    Button("meeting-notice", publishing, ("meeting.notice_published",), words="words", says=AGAIN),
)
