"""What the pages of handing on show: the duty with its paragraph, to whom it goes, what was handed on."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from complaints.models import HandedOn
from complaints.queries.handing import handed_to, in_line
from complaints.rules.raising import HANDED_ON
from complaints.screens.retaining import kept_lines
from council.queries import Standing, protocol_in_force
from rulebook.citation import Citation
from rulebook.complaint import Handed, HandOn, Procedure
from rulebook.complaint.parties import called
from rulebook.protocols import protocol


@dataclass(frozen=True)
class DutyLine:
    """One duty: what is heard, under which procedure, to whom it goes today, its paragraphs."""

    what: str
    procedure: str
    to: tuple[str, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class HandedPage:
    """What was handed on."""

    reference: str
    what: str
    procedure: str
    words: str
    by: str
    at: datetime.datetime
    to: tuple[str, ...]
    citations: tuple[Citation, ...]
    kept: tuple[str, ...]


def _titled(name: str, title: str) -> str:
    return _("%(name)s, %(title)s") % {"name": name, "title": title}


def _procedure(duty: HandOn) -> str:
    return next((_(called(one)) for one in duty.to.values if isinstance(one, Procedure)), "")


def about_handing(who: Standing, duties: Iterable[HandOn]) -> list[DutyLine]:
    """The duties of the person, each with those to whom it goes unless it is about them."""
    text = protocol_in_force()
    return [
        DutyLine(
            _(HANDED_ON[one.what]),
            _procedure(one),
            tuple(
                _titled(named.person.name, text.title_of(named.post))
                for named in handed_to(text, one, on=who.on, by=who.person)
            ),
            one.to.cites,
        )
        for one in duties
    ]


def offered(who: Standing, duties: Iterable[HandOn]) -> list[tuple[int, str]]:
    """Those who could have it, to say whether it is about one of them."""
    text = protocol_in_force()
    found = {
        named.person.pk: _titled(named.person.name, text.title_of(named.post))
        for one in duties
        for named in in_line(text, one, on=who.on, besides=who.person)
    }
    return list(found.items())


def page_of(row: HandedOn) -> HandedPage:
    """The page of what was handed on, under the text of its day."""
    text = protocol(row.protocol)
    duty = next((one for one in text.complaints.hand_on if one.what == row.what), None)
    titles = {post.value: title.title for post, title in text.posts.items()}
    return HandedPage(
        reference=row.reference,
        what=_(HANDED_ON[Handed(row.what)]),
        procedure=_(called(Procedure(row.procedure))) if row.procedure else "",
        words=row.words,
        by=row.by.name if row.by is not None else "",
        at=row.at,
        to=tuple(
            _titled(one.person.name, titles.get(one.post, one.post.replace("-", " ")))
            for one in row.handed_to.select_related("person")
        ),
        citations=duty.to.cites if duty is not None else (),
        kept=tuple(kept_lines(row)),
    )
