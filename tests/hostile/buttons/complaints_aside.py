"""Buttons of standing aside and of close relationships, pressed by two at the same moment."""

import secrets
from typing import Any

from django.utils import timezone

from complaints.actions.relationships import Declared, declare_relationship
from complaints.actions.standing_aside import ask_for_another
from complaints.models import Complaint, Handler
from council.models import Person, Relationship
from rulebook.post import Post
from tests.complaints.standing import by_an_officer, the_line
from tests.factories import council as make
from tests.factories.complaints import dealing
from tests.factories.enquiries import on_day
from tests.hostile.buttons.press import Button, Press, Scene, Second, each, press

CHANGED = "Somebody changed this while you were typing"
ASIDE = ("complaint.stood_aside",)
ASKED = ("complaint.aside_asked",)


def _case() -> tuple[dict[str, Person], Complaint, Handler]:
    """An officer’s complaint with the monitoring officer; the chief executive looks into it."""
    line = the_line()
    row = by_an_officer(subject_knows=True, acknowledged_at=timezone.now())
    handler = dealing(row, line["monitoring officer"], post=Post.MONITORING_OFFICER)
    dealing(row, line["chief executive"], Handler.Part.INVESTIGATOR)
    return line, row, handler


def standing_aside() -> Scene:
    """Both who deal with it stand aside, for the same person."""
    line, row, _handler = _case()
    both = (line["monitoring officer"], line["chief executive"])
    return Scene(row, each(both, "complaint-stand-aside", row, "reasons", replaced_by=line["deputy"].pk))


def asking() -> Scene:
    """Both sides ask that the monitoring officer stands aside."""
    _line, row, handler = _case()
    both = [one for one in (row.complainant, row.subject) if one is not None]
    return Scene(row, each(both, "complaint-ask-aside", row, "reasons", handler=handler.pk))


def confirming() -> Scene:
    """The one who was asked stands aside in the moment in which another names who follows."""
    line, row, handler = _case()
    assert row.complainant is not None
    ask_for_another(
        who=on_day(row.complainant),
        row=row,
        handler=handler,
        reasons="They are close.",
        seen_version=None,
        at=timezone.now(),
    )
    row = Complaint.objects.get(pk=row.pk)
    boxes = {"reasons": "So be it.", "replaced_by": line["deputy"].pk}
    one = press(line["monitoring officer"], "complaint-stand-aside", row, **boxes)
    return Scene(row, (one, press(line["chief executive"], "complaint-replace", row, handler.pk, **boxes)))


def _declared() -> tuple[Person, Relationship]:
    olive, member = make.a_holder_of(Post.MONITORING_OFFICER), make.a_member()
    given = Declared(make.an_officer(), Relationship.Tie.FRIENDSHIP.value)
    return olive, declare_relationship(who=on_day(member), declared=given, at=timezone.now())


def declaring() -> Scene:
    """The same tie is declared at two windows, each in words of its own: the person’s row is held."""
    make.a_holder_of(Post.MONITORING_OFFICER)
    member, other = make.a_member(), make.an_officer()
    one, two = (
        Press(
            member,
            "relationship-declare",
            (),
            {
                "token": secrets.token_urlsafe(12),
                "other": other.email,
                "tie": Relationship.Tie.FRIENDSHIP.value,
                "words": f"These are the words of number {place}.",
            },
        )
        for place in range(2)
    )
    return _scene(member, one, two)


def _declares(by: Any) -> int:
    return Relationship.objects.filter(person=by).count()


def _pressed(by: Person, name: str, row: Relationship, **boxes: str) -> Press:
    return Press(by, name, (row.pk,), {"token": secrets.token_urlsafe(12), **boxes})


def _scene(row: Any, one: Press, other: Press) -> Scene:
    """A relationship has no stream of its own: what is kept of it is counted."""
    return Scene(row, (one, other))


def settling() -> Scene:
    """Whoever was told writes two things down at two windows."""
    olive, row = _declared()
    one, other = (
        _pressed(olive, "relationship-settle", row, words=f"These are the words of number {place}.")
        for place in range(2)
    )
    return _scene(row, one, other)


def ending() -> Scene:
    """Whoever declared it says at two windows that it is over."""
    _olive, row = _declared()
    one, other = (_pressed(row.person, "relationship-end", row) for _window in range(2))
    return _scene(row, one, other)


def _settled(row: Any) -> int:
    return Relationship.objects.filter(pk=row.pk).exclude(settled="").count()


def _over(row: Any) -> int:
    return Relationship.objects.filter(pk=row.pk, to_on__isnull=False).count()


TABLE = (
    Button("complaint-stand-aside", standing_aside, ASIDE, words="reasons", says=CHANGED),
    Button("complaint-ask-aside", asking, ASKED, words="reasons", says=CHANGED),
    Button("complaint-replace", confirming, ASIDE, words="reasons", says=CHANGED),
    Button("relationship-declare", declaring, (), second=Second.LED, kept=_declares),
    Button("relationship-settle", settling, (), words="words", says="written down already", kept=_settled),
    Button("relationship-end", ending, (), says="entered already that this is over", kept=_over),
)
