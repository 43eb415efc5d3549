"""The facts of a document as the database reads them: columns by which a list asks the question `access`."""

import datetime

from django.db.models import BooleanField, Case, CharField, Exists, OuterRef, Q, QuerySet, Value, When

from access_rules.models import Document, InterestBears
from access_rules.queries.facts import BODY_BY_DECISION, BODY_BY_KIND, redacted
from access_rules.queries.privy import documents_known_to
from access_rules.queries.seers import EXECUTIVE_PAPERS, STANDINGS, Seer
from council.models import Interest
from council.rules import BodyType

EMPTY = Q(pk__in=[])
EVERY = Q(pk__isnull=False)
# Whose paper it is, as `facts.body_of` says it: as conditions, since a column would be worked out anew in
# every rule that names it.
_AT_A_MEETING = Q(decided_by="", body__isnull=False) & ~Q(kind__in=list(BODY_BY_KIND))
EXECUTIVE = _AT_A_MEETING & Q(body__kind=BodyType.EXECUTIVE)
MEETINGS = _AT_A_MEETING & ~Q(body__kind=BodyType.EXECUTIVE)
OF_EXECUTIVE = EXECUTIVE | Q(
    decided_by__in=[by for by, body in BODY_BY_DECISION.items() if body in EXECUTIVE_PAPERS]
)
CORRESPONDENCE = Q(decided_by="", kind=Document.Kind.CORRESPONDENCE)


def with_columns(documents: QuerySet[Document], seer: Seer) -> QuerySet[Document]:
    """The same documents, with the stage of each, and whether it is of the person’s own body.

    None of these columns is ever without a value, so that «not» means not.
    """
    return documents.alias(
        stage=_stage(seer.who.on),
        sits=_truth(own_body(seer)),
        in_private=_truth(Q(meeting__is_private=True) | Q(item__is_private=True)),
        in_part=_truth(Q(Exists(redacted().filter(document=OuterRef("pk")))) | Q(is_closed_minutes=True)),
    )


def _truth(when: Q) -> Case:
    return Case(When(when, then=Value(True)), default=Value(False), output_field=BooleanField())


def _stage(on: datetime.date) -> Case:
    """As `facts.stage_of` says it."""
    decided = ~Q(decided_by="")
    none = (
        Q(meeting__isnull=True) | Q(meeting__cancelled_at__isnull=False) | Q(item__withdrawn_at__isnull=False)
    )
    over = Q(meeting__on__lt=on) | Q(meeting__concluded_at__date__lte=on)
    return Case(
        When(decided & Q(decided_on__lte=on), then=Value("after")),
        When(decided, then=Value("before")),
        When(none, then=Value("none")),
        When(over, then=Value("after")),
        default=Value("before"),
        output_field=CharField(),
    )


def own_body(seer: Seer) -> Q:
    """Papers of the person’s own body, as `Seer.sits` says it."""
    bodies = list(seer.sits_on)
    found = Q(body__in=bodies)
    if seer.reaches_parts:
        found |= Q(body__parent__in=bodies)
    if seer.is_of_the_council:
        found |= Q(body__kind=BodyType.COUNCIL)
    if seer.is_executive and seer.who.term is not None:
        found |= Q(body__kind=BodyType.EXECUTIVE)
    return found


def bearing(seer: Seer, *standings: str) -> Q:
    """Papers in which the person has an interest of one of these standings; of any where none is named."""
    held = Interest.objects.on(seer.who.on).filter(
        person=seer.who.person, standing__in=standings or STANDINGS
    )
    bears = InterestBears.objects.filter(interest__in=held)
    items = bears.filter(item__isnull=False).values("item")
    return Q(item__in=items) | Q(pk__in=bears.filter(document__isnull=False).values("document"))


def privy(seer: Seer) -> Q:
    """Papers of which the person knows what they hold."""
    return Q(pk__in=documents_known_to(seer.who.person, seer.who.on).values("document"))
