"""What the pages of close relationships show: rows for their reader, and what the text asks."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from casework.wording import plain_date
from complaints.policies.relationships import may_end_relationship, may_write_down_settled
from complaints.queries.relationships import Told, kind_of
from complaints.rules.relationships import Advised
from council.models import Relationship
from council.queries import Standing, protocol_in_force
from rulebook.citation import Citation
from rulebook.post import Post
from rulebook.term import Term


@dataclass(frozen=True)
class Line:
    """A sentence with its paragraphs."""

    sentence: str
    citations: tuple[Citation, ...] = ()
    # Made from a term of the text, which is never translated.
    is_term: bool = False


@dataclass(frozen=True)
class Row:
    """One relationship as its reader may see it."""

    key: int
    title: str
    meta: str
    words: str
    told: str
    settled: str
    may_end: bool
    may_settle: bool


def rows_of(who: Standing, rows: Iterable[Relationship]) -> list[Row]:
    """Each as the person may see it."""
    return [_row(who, one) for one in rows]


def _row(who: Standing, one: Relationship) -> Row:
    two = {"person": one.person.name, "other": one.other.name, "tie": one.get_tie_display()}
    days = {"day": plain_date(one.declared_on), "last": plain_date(one.to_on) if one.to_on else ""}
    meta = _("Declared on %(day)s") % days
    if one.to_on is not None:
        meta = _("Declared on %(day)s, over since %(last)s") % days
    if one.at_meetings:
        meta = _("%(meta)s. To be declared at meetings too") % {"meta": meta}
    return Row(
        key=one.pk,
        title=_("%(person)s and %(other)s: %(tie)s") % two,
        meta=meta,
        words=one.words,
        told=_told(one),
        settled=one.settled,
        may_end=may_end_relationship(who, one).allowed,
        may_settle=may_write_down_settled(who, one).allowed,
    )


def _told(one: Relationship) -> str:
    if one.told is None or not one.told_post:
        return _("The protocol names nobody who is told. Only the two of you read this.")
    title = protocol_in_force().title_of(Post(one.told_post))
    return _("Told: %(name)s, %(post)s") % {"name": one.told.name, "post": title}


def asked_by_text(who: Standing) -> list[Line]:
    """What the text in force says of such ties of this person; that it is silent, where it is."""
    kind = kind_of(who)
    terms = protocol_in_force().complaints.ties_in_words(kind) if kind else ()
    found = [_line(one) for one in terms]
    return found or [Line(_("The protocol says nothing of close relationships. You may declare one here."))]


def _line(term: Term) -> Line:
    # A term in words stands beside its text and is read with it: it is not translated either.
    return Line(term.says, term.cites, is_term=True)


def whom_it_tells(offered: list[Told]) -> str:
    """Who reads the declaration, said before it is made."""
    if not offered:
        return _("The protocol names nobody to whom it is declared. Only you and the other person read it.")
    if len(offered) > 1:
        return _("You and the other person read it, and whom you choose to tell.")
    one = offered[0]
    words = {"name": one.person.name, "post": protocol_in_force().title_of(one.post)}
    if one.stands_in:
        return (
            _(
                "You and the other person read it, and %(name)s, %(post)s: the protocol leaves nobody else "
                "who is not one of you."
            )
            % words
        )
    return _("You and the other person read it, and %(name)s, %(post)s.") % words


def advice_lines(found: Iterable[Advised]) -> list[Line]:
    """The advice of the check, sentence by sentence."""
    return [Line(_(one.says), one.cites) for one in found]
