"""Which demonstration council goes with which text."""

from protocol_portal.demonstration.authority import authority
from protocol_portal.demonstration.borough import borough
from protocol_portal.demonstration.entries import Council
from protocol_portal.demonstration.parish import parish
from rulebook.protocol import BodyKind, Protocol

_COUNCILS = {BodyKind.COUNCIL: borough, BodyKind.AUTHORITY: authority, BodyKind.PARISH: parish}


def council_under(text: Protocol) -> Council:
    """The demonstration council of the kind of body that adopted the text, with the text's own titles."""
    return _COUNCILS[text.body](text)
