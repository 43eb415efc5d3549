"""What posts and grades are called on every page: by the titles of the text that this portal serves."""

from django.conf import settings
from django.utils import timezone

from council.rules import Grade
from council.rules.in_force import IN_FORCE
from rulebook.post import Post
from rulebook.protocol import Protocol
from rulebook.protocols import protocol


def title_of(post: Post | str) -> str:
    """The post's title in the text in force, with a capital; its plain name where the text has none.

    Raises ValueError for what is no post.
    """
    title = _text().title_of(Post(post))
    return f"{title[:1].upper()}{title[1:]}"


def post_titles() -> list[tuple[str, str]]:
    """Every post as a choice, in the text's own titles; those that the text names come first."""
    named = _text().posts
    return [(post.value, title_of(post)) for post in sorted(Post, key=lambda one: one not in named)]


def grade_titles() -> list[tuple[str, str]]:
    """Every grade as a choice, the lowest first; a grade that is a post of the text has its title there."""
    posts = {post.value for post in Post}
    return [(grade.value, title_of(grade.value) if grade in posts else _plain(grade)) for grade in Grade]


def _text() -> Protocol:
    """The text in force, as far as this process has read: choices are asked for before there are tables."""
    return protocol(IN_FORCE.text_known(timezone.localdate(), first=settings.PROTOCOL))


def _plain(grade: Grade) -> str:
    return grade.value.replace("-", " ").capitalize()
