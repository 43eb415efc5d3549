"""Who holds which post on a day, in the titles of the text: lines of the page «Who is who»."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from council.models import PoliticalGroup, PostHolding
from council.queries import Held, Resolved, posts_in_effect, protocol_in_force, resolve, resolve_all, why_not
from council.rules.posts import FOLLOWING_POSTS, STATUTORY_POSTS
from rulebook.citation import Citation
from rulebook.post import Post
from rulebook.protocol import Protocol


@dataclass(frozen=True)
class HolderLine:
    """One holder: the name, where they hold it, and who acts for them or why nobody does."""

    name: str
    where: str
    note: str


@dataclass(frozen=True)
class PostLine:
    """One post: what the text calls it and where, whether the law names it, and who holds it."""

    title: str
    cites: tuple[Citation, ...]
    is_statutory: bool
    holders: tuple[HolderLine, ...]


@dataclass(frozen=True)
class Accountable:
    """Who answers for the protocol by the text's own words, with the paragraph."""

    lines: tuple[str, ...]
    cites: tuple[Citation, ...]


def capitalised(words: str) -> str:
    """A title of the text as a line begins."""
    return f"{words[:1].upper()}{words[1:]}"


def post_lines(*, on: datetime.date) -> list[PostLine]:
    """Every post that is held by name on the day, or that the text names, in the order of the rule book."""
    text = protocol_in_force()
    rows: list[PostHolding] = list(
        posts_in_effect(on=on).select_related("directorate").order_by("from_on", "pk")
    )
    held = [(row.person_id, Held(Post(row.post), directorate_id=row.directorate_id)) for row in rows]
    by_post: dict[Post, list[HolderLine]] = {}
    for row, found in zip(rows, resolve_all(held, on=on), strict=True):
        by_post.setdefault(found.held.post, []).append(_line(row, found))
    named = {post for post in text.posts if post not in FOLLOWING_POSTS}
    return [_post_line(post, text, by_post.get(post, [])) for post in Post if post in named | set(by_post)]


def _post_line(post: Post, text: Protocol, holders: list[HolderLine]) -> PostLine:
    titled = text.posts.get(post)
    return PostLine(
        capitalised(text.title_of(post)),
        tuple({cite.label: cite for cite in titled.cites}.values()) if titled else (),
        post in STATUTORY_POSTS,
        tuple(holders),
    )


def _line(row: PostHolding, found: Resolved) -> HolderLine:
    notes = []
    if row.is_acting:
        notes.append(_("Acting."))
    if row.from_outside:
        notes.append(_("From outside."))
    return HolderLine(
        found.holder.name,
        row.directorate.name if row.directorate else "",
        " ".join([*notes, stands_in_note(found)]).strip(),
    )


def stands_in_note(found: Resolved) -> str:
    """«Away. Dana Whitfield stands in.», why nobody does, or nothing where the holder is there."""
    if found.acts == found.holder:
        return ""
    if found.acts is not None:
        return _("Away. %(name)s stands in.") % {"name": found.acts.name}
    return _("Away, and nobody stands in: %(why)s") % {"why": why_not(found.outcome).sentence}


def accountable(*, on: datetime.date) -> Accountable | None:
    """Who answers for the protocol on the day (HA-1.1b, MW-1.1b); None where the text names nobody."""
    text = protocol_in_force()
    if not text.accountable:
        return None
    lines = [line for post in text.accountable for line in _answering(post, text, on)]
    return Accountable(tuple(lines), text.accountable_cites)


def _answering(post: Post, text: Protocol, on: datetime.date) -> Iterable[str]:
    title = capitalised(text.title_of(post))
    found = resolve(post, on=on)
    groups = PoliticalGroup.objects.in_bulk([one.held.group_id for one in found if one.held.group_id])
    for one in found:
        group = groups.get(one.held.group_id or 0)
        who = f"{one.holder.name}, {group.name}" if group else one.holder.name
        yield f"{title}: {who}. {stands_in_note(one)}".strip()
    if not found:
        yield f"{title}: {_('nobody')}."
