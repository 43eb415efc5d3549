"""What keeps a text from being sent: a field that is not filled in, a standing paragraph that has expired."""

import datetime
from collections.abc import Iterable

from django.utils.translation import gettext as _

from casework.letters.fields import pattern_of, unfilled
from casework.models import StandingParagraph
from casework.queries import standing_paragraphs_on
from casework.wording import plain_date


def unfit(text: str, *, on: datetime.date) -> list[str]:
    """Why this text may not be sent on the day, a sentence each; nothing where it may.

    A paragraph that holds on the day under another name is fit, whatever became of an earlier one alike.
    """
    sentences = [_("{%(field)s} is not filled in") % {"field": name} for name in unfilled(text)]
    return [*sentences, *_expired(text, on=on)]


def _expired(text: str, *, on: datetime.date) -> list[str]:
    ended = [one for one in StandingParagraph.objects.filter(to_on__lt=on) if _holds(text, one)]
    if not ended:
        return []
    if current := [one for one in standing_paragraphs_on(on) if _holds(text, one)]:
        ended = [one for one in ended if not _is_renewed(one, current)]
    return [
        _("The paragraph “%(name)s” expired on %(day)s. Take it out or put in what holds now")
        % {"name": one.name, "day": plain_date(one.to_on)}
        for one in ended
        if one.to_on
    ]


def _holds(text: str, paragraph: StandingParagraph) -> bool:
    return pattern_of(paragraph.text).search(text) is not None


def _is_renewed(ended: StandingParagraph, current: Iterable[StandingParagraph]) -> bool:
    """The same words hold today, by themselves or in a longer paragraph."""
    return any(_holds(one.text, ended) for one in current)
