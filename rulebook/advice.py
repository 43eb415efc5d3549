"""Whom a text lets people ask what it means, and whether the answer prevails there."""

from dataclasses import dataclass

from rulebook.access import duties as owed
from rulebook.citation import Citation
from rulebook.post import Post
from rulebook.protocol import Protocol
from rulebook.text import paragraphs

# Which post each value of a text's terms names; one that is left out names nobody to ask.
_POSTS = {
    owed.Advice.MONITORING_OFFICER: Post.MONITORING_OFFICER,
    owed.Advice.CHIEF_EXECUTIVE: Post.CHIEF_EXECUTIVE,
    owed.Advice.GROUP_DIFFICULTY: Post.CHIEF_EXECUTIVE,
}
# In whose place somebody else answers who holds one of these, in this order.
STAND_INS = {
    Post.MONITORING_OFFICER: (Post.MONITORING_OFFICER, Post.DEPUTY_MONITORING_OFFICER),
    Post.CHIEF_EXECUTIVE: (Post.CHIEF_EXECUTIVE, Post.DEPUTY_CHIEF_EXECUTIVE),
}


@dataclass(frozen=True)
class Adviser:
    """A post that may be asked: by which paragraphs, and only about political groups where that is said."""

    post: Post
    cites: tuple[Citation, ...]
    about_groups_only: bool = False


def advisers(text: Protocol) -> tuple[Adviser, ...]:
    """Whom the text lets people ask, the monitoring officer first; never empty.

    A text that names nobody leaves the monitoring officer, who advises by post (LGHA 1989 s5).
    """
    found = [
        Adviser(_POSTS[value], cites, value is owed.Advice.GROUP_DIFFICULTY)
        for value, cites in text.access.advice.items()
        if value in _POSTS
    ]
    return tuple(found) or (Adviser(Post.MONITORING_OFFICER, ()),)


def adviser(text: Protocol, post: Post) -> Adviser:
    """The one of that post; the first one where the text does not name the post."""
    return next((one for one in advisers(text) if one.post is post), advisers(text)[0])


def prevails(text: Protocol) -> tuple[Citation, ...]:
    """Where the text says that the monitoring officer’s reading prevails; empty where it does not."""
    return tuple(text.access.advice.get(owed.Advice.PREVAILS, ()))


def has_paragraph(text: Protocol, anchor: str) -> bool:
    """Whether the text has a paragraph of that anchor."""
    return any(one.anchor == anchor for one in paragraphs(text.key))
