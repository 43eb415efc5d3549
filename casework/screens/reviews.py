"""What a page says of reviews of the protocol: when the last was, when the next is due, those on record."""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext as _

from casework.queries.reviews import last_look, review_due, reviews_of
from casework.wording import days, long_date, plain_date
from rulebook.citation import Citation
from rulebook.duty import Duty
from rulebook.protocol import Protocol


@dataclass(frozen=True)
class Reviewed:
    """One review on record."""

    line: str
    outcome: str


@dataclass(frozen=True)
class ReviewPanel:
    """When the protocol is to be reviewed, and by which paragraph."""

    sentence: str
    citations: tuple[Citation, ...]
    is_due: bool
    last: str
    reviews: tuple[Reviewed, ...]


def review_panel(text: Protocol, *, on: datetime.date) -> ReviewPanel:
    """The panel of the page of amendments; whether a text asks for reviews or not, those held are shown."""
    terms, due, last = text.review, review_due(text.key, on=on), last_look(text.key, on=on)
    sentence = _("The protocol says nothing of a review of itself.")
    if due is not None and last is None:
        sentence = _("No review is on record, so one is due.")
    elif due is not None:
        words = _("The next review is due by %(day)s.") if due >= on else _("A review was due by %(day)s.")
        sentence = words % {"day": long_date(due)}
    if last is None:
        words = _("The day on which the council adopted this text is not on record.")
        sentence = f"{sentence} {words}"
    if due is not None and terms.every is None:
        own = _("The protocol gives no interval; the portal reminds after %(time)s.")
        sentence = f"{sentence} {own % {'time': days(terms.interval.n, terms.interval.unit)}}"
    return ReviewPanel(
        sentence=sentence,
        citations=terms.cites or (text.cite(Duty.AMEND_PROTOCOL) if last is None else ()),
        is_due=due is not None and due <= on,
        last=_("Last reviewed or adopted on %(day)s.") % {"day": plain_date(last)} if last else "",
        reviews=tuple(
            Reviewed(
                _("%(what)s: %(day)s, %(committee)s, %(minute)s")
                % {
                    "what": one.get_kind_display(),
                    "day": plain_date(one.reviewed_on),
                    "committee": one.committee,
                    "minute": one.minute,
                },
                one.outcome,
            )
            for one in reviews_of(text.key)
        ),
    )
