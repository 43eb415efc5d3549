"""Which groups have a matter, which have it not yet, and whether the text has the others hear of it now."""

import datetime
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from briefings.models import Briefing, Matter, Pack, Session
from briefings.queries.answering import groups_on
from briefings.states import BriefingState, PackState, SessionState
from council.models import PoliticalGroup
from rulebook.briefing.given import EqualAccess
from rulebook.briefing.request import Form
from rulebook.citation import Citation
from rulebook.duty import Duty
from rulebook.protocols import protocol

# A row in one of these states leaves the group free to have the matter again; not where it was agreed and the
# group itself took it back.
_OVER = (BriefingState.DECLINED, BriefingState.WITHDRAWN)
_HAS = ~Q(state__in=[one.value for one in _OVER]) | Q(
    state=BriefingState.WITHDRAWN.value, origin=Briefing.Origin.ASKED
)
TELLS = (EqualAccess.INFORM_ALL, EqualAccess.INFORM_ALL_COPY_ON_REQUEST)


@dataclass(frozen=True)
class Missing:
    """A group of the day that has not been offered or told what others have."""

    matter: Matter
    group: PoliticalGroup


def without_it(matter: Matter, groups: QuerySet[PoliticalGroup]) -> list[PoliticalGroup]:
    """Those of the groups that have no row of the matter that counts."""
    having = Briefing.objects.filter(_HAS, matter=matter)
    return list(groups.exclude(pk__in=having.values("group")).order_by("pk"))


def rests_on(matter: Matter) -> tuple[Citation, ...]:
    """The paragraphs by which every group gets it; none where officers give more than the text asks of them:
    where they offer of their own accord, and the text has groups offered nothing by itself.
    """
    text = protocol(matter.protocol)
    stated = text.briefings.equal_access.get(Form(matter.form))
    if matter.offered_by_id and (stated is None or stated.value is not EqualAccess.OFFER_ALL):
        return ()
    return text.cite(Duty.SHARE_BRIEFING)


def due() -> QuerySet[Matter]:
    """The matters of which the others are to be offered or told now.

    Offered: from the agreement on, while it is open (HA-4.12). Told: of a report once it is released
    (MW-12.2c), of an officer at a meeting once one has attended, whatever was written for it before
    (MW-12.3d). Never in a text that gives it on request.
    """
    released = Pack.objects.filter(matter=OuterRef("pk"), state=PackState.RELEASED)
    attended = Session.objects.filter(matter=OuterRef("pk"), state=SessionState.HELD)
    prepared = Q(equal_access=EqualAccess.INFORM_ALL_COPY_ON_REQUEST) & Exists(released)
    told = prepared | Q(equal_access=EqualAccess.INFORM_ALL) & Exists(attended)
    return Matter.objects.filter(Q(equal_access=EqualAccess.OFFER_ALL) | told, closed_on__isnull=True)


def is_due(matter: Matter) -> bool:
    """Whether the others are to be offered or told of it now."""
    return due().filter(pk=matter.pk).exists()


def missing(*, on: datetime.date) -> list[Missing]:
    """What sharing every matter now would bring, and to which groups; three queries, or one."""
    matters = list(due().order_by("opened_at", "pk"))
    if not matters:
        return []
    groups = list(groups_on(on).order_by("name", "pk"))
    having = set(Briefing.objects.filter(_HAS, matter__in=matters).values_list("matter", "group"))
    return [
        Missing(matter, group)
        for matter in matters
        for group in groups
        if (matter.pk, group.pk) not in having
    ]
