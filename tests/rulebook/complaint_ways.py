"""Ways to ask the complaint terms of a text in a test."""

from rulebook.complaint import Allegation, Pairing, PartyKind, Route, Step
from rulebook.post import Post
from rulebook.protocols import protocol

MEMBER, OFFICER, PUBLIC = PartyKind.MEMBER, PartyKind.OFFICER, PartyKind.PUBLIC


def pairing(key: str, complainant: PartyKind, subject: PartyKind) -> Pairing:
    """What a text says of such a complaint; the test fails where it says nothing."""
    found = protocol(key).complaints.pairing(complainant, subject)
    assert found is not None
    return found


def formal(
    key: str,
    complainant: PartyKind,
    subject: PartyKind,
    about: Post | None = None,
    alleges: tuple[Allegation, ...] = (Allegation.CONDUCT,),
) -> Route:
    """The formal route that a text gives."""
    terms = protocol(key).complaints
    found = terms.route(pairing(key, complainant, subject), Step.FORMAL, about=about, alleges=alleges)
    assert found is not None
    return found


def to(route: Route) -> tuple[Post, ...]:
    """Who receives it."""
    return route.to.values if route.to is not None else ()
