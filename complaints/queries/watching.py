"""Lists of complaints: one’s own, those that one deals with, what waits for whom.

All of them narrow `visible_to`: a list and its count show what the page itself would open.
"""

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from casework.events import Audience
from complaints import events
from complaints.models import Complaint, Handler, Remedy
from complaints.queries import Complaints, visible_to
from complaints.queries.alarms import alone_for
from complaints.queries.handing import handed_on_visible_to
from complaints.states import ComplaintState as State
from council.queries import Standing

_PART = Handler.Part
NEWEST_FIRST = ("-raised_at", "-pk")
# Whoever waits to hear hears from those who deal with it, not from whoever only has a copy or helps.
_TELLS = (_PART.RECIPIENT, _PART.INVESTIGATOR, _PART.DECIDER)
_OF_TIES = tuple(
    kind.name
    for kind in (events.RELATIONSHIP_DECLARED, events.RELATIONSHIP_ENDED, events.RELATIONSHIP_SETTLED)
)
# What a stage asks of which part.
_ASKS: tuple[tuple[str, State, tuple[Handler.Part, ...]], ...] = (
    ("acknowledge", State.RECEIVED, (_PART.RECIPIENT,)),
    ("assess", State.ACKNOWLEDGED, (_PART.RECIPIENT,)),
    ("decide", State.ASSESSED, (_PART.INVESTIGATOR, _PART.DECIDER)),
    ("decide", State.INVESTIGATING, (_PART.INVESTIGATOR, _PART.DECIDER)),
    ("close", State.DECIDED, _TELLS),
    ("help", State.INFORMAL, (_PART.HELPER,)),
)
# In this order on the page.
WAITS = ("acknowledge", "assess", "decide", "progress", "close", "help")


def own(who: Standing) -> Complaints:
    """Those that the person raised, wrote down for somebody, or was told are about them."""
    return visible_to(who).filter(_is_side(who))


def dealt_with(who: Standing) -> Complaints:
    """Those that the person sees for another reason: they deal with it, have a copy, or opened it."""
    return visible_to(who).exclude(_is_side(who))


def waiting_for(who: Standing) -> Complaints:
    """All in which anything of `WAITS` waits for the person today, each once."""
    asks = Q(complaint__progress_on__lte=who.on, part__in=_TELLS)
    for _what, state, parts in _ASKS:
        asks |= Q(complaint__state=state, part__in=parts)
    rows = Handler.objects.filter(asks, person=who.person, ended_at__isnull=True)
    # A side never deals with it, whatever row names them.
    return visible_to(who).filter(Q(pk__in=rows.values("complaint")) & ~_is_side(who))


def waiting(who: Standing, *, most: int) -> dict[str, list[Complaint]]:
    """The oldest of them by what waits, in the order of `WAITS`, so many of each at most; each under the
    first alone. They come `with_parts`. Of all kinds together so many times as there are kinds are read.
    """
    found: dict[str, list[Complaint]] = {what: [] for what in WAITS}
    oldest = with_parts(waiting_for(who), who).order_by("raised_at", "pk")
    for row in oldest[: most * len(WAITS)]:
        # Whose part ended since the row was found has nothing waiting.
        first = _first_of(row, who)
        if first is not None:
            found[first].append(row)
    return {what: rows[:most] for what, rows in found.items() if rows}


def _first_of(row: Complaint, who: Standing) -> str | None:
    parts = {one.part for one in getattr(row, "mine", ())}
    asked = {what for what, state, some in _ASKS if row.state == state and parts.intersection(some)}
    if row.progress_on and row.progress_on <= who.on and parts.intersection(_TELLS):
        asked.add("progress")
    return next((what for what in WAITS if what in asked), None)


def remedies_of(who: Standing) -> QuerySet[Remedy]:
    """What the person is to put right, the earliest day first. They read that alone: whoever owns it need not
    know of the complaint from which it came.
    """
    if not who.in_post:
        return Remedy.objects.none()
    open_ones = Remedy.objects.filter(
        owner=who.person, done_on__isnull=True, complaint__erased_at__isnull=True
    )
    return open_ones.order_by("due_on", "pk")


def needing(who: Standing) -> int:
    """How much waits for the person; the figure beside the link and on the dashboard. Two queries; three
    for whoever has a part in one, and for those who are ever next in line what nobody deals with.
    """
    if not who.in_post:
        return 0
    # Whoever has no part in any has nothing waiting; that is nearly everybody, and asked on every page.
    has_part = Handler.objects.filter(person=who.person, ended_at__isnull=True).exists()
    waiting = waiting_for(who).count() if has_part else 0
    ahead, left = alone_for(who)
    return waiting + remedies_of(who).count() + len(ahead) + left


def openings_known_to(who: Standing) -> Complaints:
    """Those of which the person may read who opened them: they deal with it, and not as a copy or a helper.

    Never a side of it, the monitoring officer too: whoever is complained about learns of nobody who read it.
    """
    return dealt_with(who).filter(_has(who, _TELLS))


def with_parts(found: Complaints, who: Standing) -> Complaints:
    """With what a row shows: both sides’ names and the person’s own parts."""
    mine = Handler.objects.filter(person=who.person, ended_at__isnull=True)
    return found.select_related("complainant", "subject").prefetch_related(
        Prefetch("handlers", queryset=mine, to_attr="mine")
    )


def letters_hidden_from(who: Standing) -> Q:
    """What no list of letters, or of what follows an event, shows the person: such a row names whom it was
    for and what happened, so that it tells as much as the timeline.

    Of a complaint it is shown to those who deal with it; what everybody reads, to whoever has a copy too;
    nothing to a side, and to nobody what one alone was told. Of what was handed on: to whoever may read it.
    Of close relationships: to nobody.
    """
    seen = dealt_with(who)
    kept = seen.filter(_has(who, _TELLS))
    read = Q(event__stream__in=kept.values("stream")) & ~Q(event__audience=Audience.AUDIT)
    shared = Q(event__stream__in=seen.values("stream"), event__audience=Audience.EVERYBODY)
    of_complaints = Q(event__stream__complaint__isnull=False) & ~(read | shared)
    handed = handed_on_visible_to(who).values("stream")
    of_others = Q(event__stream__handed_on__isnull=False) & ~Q(event__stream__in=handed)
    return of_complaints | of_others | Q(event__kind__in=_OF_TIES)


def _has(who: Standing, parts: tuple[Handler.Part, ...]) -> Q:
    rows = Handler.objects.filter(
        complaint=OuterRef("pk"), person=who.person, part__in=parts, ended_at__isnull=True
    )
    # A side never deals with it, whatever row names them.
    return Q(Exists(rows)) & ~_is_side(who)


def _is_side(who: Standing) -> Q:
    return Q(complainant=who.person) | Q(logged_by=who.person) | Q(subject=who.person)
