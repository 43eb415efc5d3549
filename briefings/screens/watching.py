"""What the monitoring officer’s dashboard shows of briefings: who waits longer, what is missing, refusals."""

import datetime
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from briefings.models import Briefing
from briefings.policies.parity import may_offer_missing
from briefings.queries import visible_to
from briefings.queries.listing import with_rest
from briefings.queries.parity import days_waited
from briefings.queries.sharing import missing
from briefings.rules import WAITS_ALIKE
from briefings.rules.parity import much_longer, typical
from briefings.screens.figures import WAITS
from briefings.screens.listing import Row, rows
from briefings.screens.parity import gap_heading
from briefings.states import BriefingState
from casework.rules.periods import quarter_of
from council.models import PoliticalGroup
from council.queries import Standing

# Refusals of so many days stand on the dashboard, the newest first, and no more than so many.
LATELY = datetime.timedelta(days=28)
MOST = 10


@dataclass(frozen=True)
class Alarm:
    """A group that waits much longer than another, and the cases behind it."""

    says: str
    url: str


@dataclass(frozen=True)
class Watched:
    """The part of the dashboard; `gap` is a sentence where a group lacks something, else empty."""

    alarms: tuple[Alarm, ...]
    rule: str
    gap: str
    declined: tuple[Row, ...]
    cut: str


def watched(who: Standing) -> Watched | None:
    """For the monitoring officer; None for everybody else."""
    if not may_offer_missing(who).allowed:
        return None
    without = missing(on=who.on)
    declined = visible_to(who).filter(state=BriefingState.DECLINED, decided_at__date__gt=who.on - LATELY)
    newest: list[Briefing] = list(with_rest(declined).order_by("-decided_at", "-pk")[:MOST])
    number = declined.count() if len(newest) == MOST else len(newest)
    cut = _("These are the newest %(shown)d of %(number)d.") % {"shown": len(newest), "number": number}
    return Watched(
        alarms(on=who.on),
        _(WAITS_ALIKE.says),
        gap_heading(without) if without else "",
        tuple(rows(who, newest)),
        cut if number > len(newest) else "",
    )


def alarms(*, on: datetime.date) -> tuple[Alarm, ...]:
    """A sentence for each group that waits much longer this quarter; asked anew each time."""
    days = days_waited(first=quarter_of(on).first, on=on)
    found = much_longer(days)
    names = dict(PoliticalGroup.objects.filter(pk__in=days).values_list("pk", "name"))
    words = _(
        "%(name)s waits %(days)s working days for an answer (of %(cases)d requests), %(other)s %(less)s "
        "(of %(others)d)"
    )
    return tuple(
        Alarm(
            words
            % {
                "name": names[group],
                "days": f"{typical(days[group]):g}",
                "cases": len(days[group]),
                "other": names[quickest],
                "less": f"{typical(days[quickest]):g}",
                "others": len(days[quickest]),
            },
            f"{reverse('briefing-parity-list')}?what={WAITS}&group={group}",
        )
        for group, quickest in found.items()
    )
