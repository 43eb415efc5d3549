"""The facts of a document as the database reads them: columns by which a list asks the question `access`."""

import datetime

from django.db.models import BooleanField, Case, CharField, Exists, OuterRef, Q, QuerySet, Value, When

from access_rules.models import Document, InterestBears
from access_rules.queries.facts import BODY_BY_DECISION, BODY_BY_KIND, BODY_BY_TYPE, redacted
from access_rules.queries.privy import documents_known_to
from access_rules.queries.seers import STANDINGS, Seer
from council.models import Interest
from council.rules import BodyType

EMPTY = Q(pk__in=[])
EVERY = Q(pk__isnull=False)


def with_columns(documents: QuerySet[Document], seer: Seer) -> QuerySet[Document]:
    """The same documents, with whose each is, its stage, and whether it is of the person’s own body.

    None of these columns is ever without a value, so that «not» means not.
    """
    return documents.alias(
        whose=_whose(),
        stage=_stage(seer.who.on),
        sits=_truth(own_body(seer)),
        in_private=_truth(Q(meeting__is_private=True) | Q(item__is_private=True)),
        in_part=_truth(Q(Exists(redacted().filter(document=OuterRef("pk")))) | Q(is_closed_minutes=True)),
    )


def _truth(when: Q) -> Case:
    return Case(When(when, then=Value(True)), default=Value(False), output_field=BooleanField())


def _whose() -> Case:
    """As `facts.body_of` says it."""
    by_decision = [When(decided_by=by, then=Value(body)) for by, body in BODY_BY_DECISION.items()]
    by_kind = [When(kind=kind, then=Value(body)) for kind, body in BODY_BY_KIND.items()]
    by_type = [When(body__kind=kind, then=Value(body)) for kind, body in BODY_BY_TYPE.items()]
    none = When(body__isnull=True, then=Value("operational_file"))
    return Case(*by_decision, *by_kind, none, *by_type, default=Value("committee"), output_field=CharField())


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
