"""Lists of briefings: one’s own group’s, those that one deals with, what waits for whom."""

from django.db.models import Q, QuerySet

from briefings.events import INCIDENT
from briefings.models import Briefing, Matter
from briefings.queries import (
    OF_A_DIRECTORATE,
    dealt_with_by,
    is_nobodys,
    matters_visible_to,
    of_group,
    to_decide_by,
    visible_to,
)
from briefings.queries.following import reads_incidents
from briefings.states import SERVED, UNDECIDED, BriefingState
from council.queries import Standing
from council.rules import Role
from rulebook.briefing.given import EqualAccess
from rulebook.briefing.request import Form
from rulebook.post import Post
from rulebook.protocols import protocol

NEWEST_FIRST = ("-asked_at", "-pk")
MATTERS_NEWEST_FIRST = ("-opened_at", "-pk")


def with_rest(rows: QuerySet[Briefing]) -> QuerySet[Briefing]:
    """With what a line of a list shows."""
    return rows.select_related("group", "matter", "session")


def to_answer(who: Standing) -> QuerySet[Briefing]:
    """What the person’s group was offered and has not answered, for whoever leads it or may ask for it."""
    return of_group(who).filter(state=BriefingState.OFFERED.value)


def to_decide(who: Standing) -> QuerySet[Briefing]:
    """What waits for the person’s decision today."""
    if not (who.posts or who.directorates):
        return Briefing.objects.none()
    waits = to_decide_by(who)
    if who.has(Role.MONITORING_OFFICER):
        undecided = [state.value for state in UNDECIDED]
        waits |= Q(state__in=undecided, to_decide__in=["", Post.MONITORING_OFFICER.value])
        waits |= Q(pk__in=[row.pk for row in _of_vacant_posts(who)])
    found = visible_to(who).filter(waits)
    return found.exclude(group=who.group_id) if who.group_id else found


def _of_vacant_posts(who: Standing) -> list[Briefing]:
    """Those whose decider’s post nobody holds or acts in: few, and the monitoring officer decides them."""
    rows = Briefing.objects.filter(state__in=[state.value for state in UNDECIDED]).exclude(
        to_decide__in=["", Post.MONITORING_OFFICER.value]
    )
    acting: dict[tuple[str, int | None], bool] = {}
    for row in rows.select_related("directorate"):
        key = row.to_decide, row.directorate_id
        if key not in acting:
            post = Post(row.to_decide)
            where = row.directorate if post in OF_A_DIRECTORATE else None
            acting[key] = not is_nobodys(post, row) and bool(who.acting.acts_in(post, directorate=where))
    return [row for row in rows if not acting[row.to_decide, row.directorate_id]]


def dealt_with(who: Standing) -> QuerySet[Briefing]:
    """Those that the person sees as an officer."""
    return dealt_with_by(who)


def matters(who: Standing) -> QuerySet[Matter]:
    """Those that the person works on."""
    return matters_visible_to(who)


def matters_of_others(row: Briefing) -> QuerySet[Matter]:
    """Those that another group has, in the same form, and this one has not: one may be the same matter.

    None where the text has the others told of each attendance and has no rule on a second group (MW-12.3d):
    in one matter with the first, every group was told already, and of the second nobody would be.
    """
    terms = protocol(row.protocol).briefings
    form, equal = Form(row.form), terms.equal_access.get(Form(row.form))
    if equal is not None and equal.value is EqualAccess.INFORM_ALL and form not in terms.second_group:
        return Matter.objects.none()
    served = Briefing.objects.filter(state__in=[state.value for state in SERVED], form=row.form)
    theirs, own = served.exclude(group=row.group), served.filter(group=row.group)
    found = Matter.objects.filter(pk__in=theirs.values("matter"), protocol=row.protocol)
    return found.exclude(pk__in=own.values("matter")).order_by(*MATTERS_NEWEST_FIRST)


def needing(who: Standing) -> int:
    """How many briefings wait for the person: to decide, or to answer for their group."""
    decides = to_decide(who).count() if who.posts or who.directorates else 0
    return decides + (to_answer(who).count() if who.group_id else 0)


def letters_hidden_from(who: Standing) -> Q:
    """What no list of letters that failed shows the person: such a row names a group and what it did.

    Of a briefing and of a matter it is shown to whoever may know of them; of an incident to whom it goes.
    """
    of_briefings = Q(event__stream__briefing__isnull=False) & ~Q(
        event__stream__in=visible_to(who).values("stream")
    )
    of_matters = Q(event__stream__briefing_matter__isnull=False) & ~Q(
        event__stream__in=matters_visible_to(who).values("stream")
    )
    hidden = of_briefings | of_matters
    return hidden if reads_incidents(who) else hidden | Q(event__kind=INCIDENT.name)
