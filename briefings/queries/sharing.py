"""Which groups have a matter, which have it not yet, and whether the text has the others hear of it now."""

from django.db.models import QuerySet

from briefings.models import Briefing, Matter, Pack
from briefings.states import BriefingState, PackState, SessionState
from council.models import PoliticalGroup
from rulebook.briefing.given import EqualAccess

# A row in one of these states leaves the group free to have the matter again.
_OVER = (BriefingState.DECLINED, BriefingState.WITHDRAWN)
TELLS = (EqualAccess.INFORM_ALL, EqualAccess.INFORM_ALL_COPY_ON_REQUEST)


def without_it(matter: Matter, groups: QuerySet[PoliticalGroup]) -> list[PoliticalGroup]:
    """Those of the groups that have no row of the matter that counts."""
    having = Briefing.objects.filter(matter=matter).exclude(state__in=[one.value for one in _OVER])
    return list(groups.exclude(pk__in=having.values("group")).order_by("pk"))


def is_due(matter: Matter) -> bool:
    """Whether the others are to be offered or told of it now.

    Offered: from the agreement on, while it is open (HA-4.12). Told: once the report is released, or an
    officer has attended (MW-12.2c, MW-12.3d). Never in a text that gives it on request.
    """
    if matter.closed_on is not None:
        return False
    if matter.equal_access == EqualAccess.OFFER_ALL:
        return True
    return matter.equal_access in TELLS and (_is_released(matter) or _was_attended(matter))


def _is_released(matter: Matter) -> bool:
    return Pack.objects.filter(matter=matter, state=PackState.RELEASED).exists()


def _was_attended(matter: Matter) -> bool:
    return matter.sessions.filter(state=SessionState.HELD).exists()
