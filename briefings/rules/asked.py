"""Whom the text has a political group ask."""

from rulebook.post import Post
from rulebook.protocol import Protocol


def posts_asked(protocol: Protocol) -> list[Post]:
    """The posts that the text names; where it names none, its head of paid service and its directors."""
    named = [Post(one.value) for one in protocol.briefings.asked]
    heads = protocol.complaints.head_of_paid_service.values
    return named or [*heads, *(one for one in (Post.DIRECTOR,) if one in protocol.posts)]
