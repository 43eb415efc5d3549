"""Buttons of an amendment of the protocol, pressed by two at the same moment."""

import datetime

from django.utils import timezone

from casework.models import Amendment
from casework.states import AmendmentState as State
from casework.wording import short_date
from council.models import Person
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.amendments import Keepers, an_amendment, in_state, sent_out
from tests.hostile.buttons.press import Button, Scene, Second, each, press

RECOMMENDED = "It is recommended already, or the council has decided."
ON_RECORD = "Its adoption is on record already"
NO_DRAFT = "It is a draft already, or the council has decided."
NO_MORE = "The council has decided, or it was given up already."
STALE = "Somebody changed this while you were typing"
WORDS = {"1-purpose-p1": "Plainer words"}


def _keepers() -> Keepers:
    return Keepers(make.a_holder_of(Post.MONITORING_OFFICER), make.a_holder_of(Post.DEMOCRATIC_SERVICES))


def _in(state: State) -> tuple[Amendment, tuple[Person, Person]]:
    """One in that state, and the two who keep it."""
    who = _keepers()
    return in_state(who, state), (who.officer, who.services)


def _day(after: int = 0) -> str:
    return short_date(timezone.localdate() + datetime.timedelta(days=after))


def wording() -> Scene:
    """Both draft the same paragraph."""
    row, both = _in(State.DRAFTED)
    one, other = each(both, "amendment-paragraph", row, "words", how="change")
    presses = tuple(
        press(by.by, by.name, row, "1-purpose-p1", **{k: by.boxes[k] for k in ("how", "words")})
        for by in (one, other)
    )
    return Scene(row, (presses[0], presses[1]))


def proposing() -> Scene:
    """Both propose a local term."""
    row, both = _in(State.DRAFTED)
    return Scene(
        row, each(both, "amendment-term", row, "paragraph", duty="reply", value="8", unit="working-days")
    )


def consulting() -> Scene:
    """Both ask, each others than the other."""
    row, both = _in(State.DRAFTED)
    return Scene(row, each(both, "amendment-consult", row, "others", answer_by=_day(9)))


def answering() -> Scene:
    """Both put the answer on record."""
    who = _keepers()
    row = sent_out(who, an_amendment(who, words=WORDS), answers=False)
    asked = row.consulted.get().pk
    one, other = [
        press(person, "amendment-answer", row, asked, answer=f"Words of number {place}.", on=_day())
        for place, person in enumerate((who.officer, who.services))
    ]
    return Scene(row, (one, other))


def saying() -> Scene:
    """One member sends words at two windows."""
    row, _both = _in(State.CONSULTED)
    member = make.a_member()
    return Scene(row, each((member, member), "amendment-say", row, "words"))


def editing() -> Scene:
    """Both set a slip right in the same paragraph."""
    row, both = _in(State.CONSULTED)
    boxes = {"why": "A slip", "consulted": "The chairman", "consulted_on": _day()}
    one, other = [
        press(person, "amendment-minor-edit", row, "1-purpose-p1", words=f"Words of number {place}.", **boxes)
        for place, person in enumerate(both)
    ]
    return Scene(row, (one, other))


def recommending() -> Scene:
    """Both put the recommendation on record."""
    row, both = _in(State.CONSULTED)
    return Scene(row, each(both, "amendment-recommend", row, "minute", committee="Standards", on=_day()))


def recording() -> Scene:
    """The monitoring officer at two windows."""
    row, (officer, _services) = _in(State.RECOMMENDED)
    return Scene(row, each((officer, officer), "amendment-adopt", row, "minute", from_on=_day(9)))


def confirming() -> Scene:
    """One confirms it while another sends it back."""
    row, (_officer, services) = _in(State.MINUTED)
    other = make.a_holder_of(Post.PROPER_OFFICER)
    _confirms, returns = each((services, other), "amendment-confirm", row, "words", decision="return")
    confirms, _returns = each((services, other), "amendment-confirm", row, "words", decision="confirm")
    return Scene(row, (confirms, returns))


def reopening() -> Scene:
    """Both take it back to the draft."""
    row, both = _in(State.CONSULTED)
    return Scene(row, each(both, "amendment-reopen", row, "words"))


def abandoning() -> Scene:
    """Both give it up."""
    row, both = _in(State.CONSULTED)
    return Scene(row, each(both, "amendment-abandon", row, "words"))


TABLE = (
    Button("amendment-paragraph", wording, ("amendment.changed",), words="words", says=STALE),
    Button("amendment-term", proposing, ("amendment.changed",), words="paragraph", says=STALE),
    Button("amendment-consult", consulting, ("amendment.sent-out",), words="others", says=STALE),
    Button("amendment-answer", answering, ("amendment.answered",), words="answer", says="on record already"),
    Button("amendment-say", saying, ("amendment.commented",), Second.LED, times=2),
    Button("amendment-minor-edit", editing, ("amendment.edited",), words="words", says=STALE),
    Button("amendment-recommend", recommending, ("amendment.recommended",), words="minute", says=RECOMMENDED),
    Button("amendment-adopt", recording, ("amendment.adoption-recorded",), words="minute", says=ON_RECORD),
    Button(
        "amendment-confirm",
        confirming,
        ("amendment.adopted", "amendment.adoption-returned"),
        words="words",
        says="No adoption waits",
    ),
    Button("amendment-reopen", reopening, ("amendment.reopened",), words="words", says=NO_DRAFT),
    Button("amendment-abandon", abandoning, ("amendment.abandoned",), words="words", says=NO_MORE),
)
