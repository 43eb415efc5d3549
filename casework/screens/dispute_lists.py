"""Several lists of disputes from one question: by what each needs of the person, or of anybody."""

import datetime
from collections.abc import Mapping

from django.utils.translation import gettext as _

from casework.queries.disputes import FIRST, Disputes, Turn, by_turn, to_carry_out, to_decide_or_do, with_rest
from casework.screens.disputes import MOST, Row, line_of, rows
from casework.states import DisputeState
from council.queries import Standing
from rulebook.wording import gettext_noop

_HEADINGS: Mapping[Turn, str] = {
    Turn.DETERMINE: gettext_noop("To determine"),
    Turn.ANSWER: gettext_noop("To answer"),
    Turn.DO: gettext_noop("To be done"),
    Turn.NOTHING: gettext_noop("All the others"),
}


def groups(who: Standing) -> list[tuple[str, list[Row]]]:
    """Each heading that has any, a hundred lines at most."""
    return [
        (_(_HEADINGS[turn]), [line_of(one, who.on) for one in found])
        for turn, found in by_turn(who, most=MOST).items()
    ]


def to_decide_and_to_do(seen: Disputes, *, today: datetime.date) -> tuple[list[Row], list[Row]]:
    """Those of them that are open, and those by which something must still happen; a hundred each at most."""
    few = list(with_rest(to_decide_or_do(seen)).order_by(*FIRST)[: MOST + 1])
    if len(few) > MOST:
        opened = seen.filter(state=DisputeState.OPENED)
        return rows(opened, today=today), rows(to_carry_out(seen), today=today)
    lines = [(one.state == DisputeState.OPENED, line_of(one, today)) for one in few]
    return [line for is_open, line in lines if is_open], [line for is_open, line in lines if not is_open]
