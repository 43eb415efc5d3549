"""The facts of a document as the database reads them: columns by which a list asks the question `access`.

Who asks and on which day are values with names: the columns depend on what somebody is alone (`Part`).
"""

from typing import Any

from django.db.models import (
    BooleanField,
    Case,
    CharField,
    Exists,
    ExpressionWrapper,
    Func,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)

from access_rules.models import Document, InterestBears
from access_rules.queries.facts import BODY_BY_DECISION, BODY_BY_KIND, redacted
from access_rules.queries.privy import documents_known_to
from access_rules.queries.seers import EXECUTIVE_PAPERS, STANDINGS, Part
from council.models import Interest
from council.queries.prepared import named_day, named_key, named_keys
from council.rules import BodyType

# Who asks, on which day; the bodies on which they sit and those that they chair; their groups.
PERSON, ON = named_key("person"), named_day("on")
BODIES, CHAIRS, GROUPS = named_keys("bodies"), named_keys("chairs"), named_keys("groups")


class _Nothing(Q):
    """Met by no document: whatever it is combined with, the database need not be asked about it."""

    def __and__(self, other: Any) -> Q:
        return self

    def __or__(self, other: Any) -> Q:
        return other  # type: ignore[no-any-return]

    def __invert__(self) -> Q:
        return EVERY

    __rand__, __ror__ = __and__, __or__


class _Everything(Q):
    """Met by every document."""

    def __and__(self, other: Any) -> Q:
        return other  # type: ignore[no-any-return]

    def __or__(self, other: Any) -> Q:
        return self

    def __invert__(self) -> Q:
        return EMPTY

    __rand__, __ror__ = __and__, __or__


EMPTY, EVERY = _Nothing(pk__in=[]), _Everything(pk__isnull=False)
# Whose paper it is, as `facts.body_of` says it: as conditions, since a column would be worked out anew in
# every rule that names it.
_AT_A_MEETING = Q(decided_by="", body__isnull=False) & ~Q(kind__in=list(BODY_BY_KIND))
EXECUTIVE = _AT_A_MEETING & Q(body__kind=BodyType.EXECUTIVE)
MEETINGS = _AT_A_MEETING & ~Q(body__kind=BodyType.EXECUTIVE)
OF_EXECUTIVE = EXECUTIVE | Q(
    decided_by__in=[by for by, body in BODY_BY_DECISION.items() if body in EXECUTIVE_PAPERS]
)
CORRESPONDENCE = Q(decided_by="", kind=Document.Kind.CORRESPONDENCE)


def with_columns(documents: QuerySet[Document], part: Part) -> QuerySet[Document]:
    """The same documents, with the stage of each, and whether it is of the person’s own body."""
    return documents.alias(
        stage=_stage(),
        sits=truth(own_body(part)),
        in_private=truth(Q(meeting__is_private=True) | Q(item__is_private=True)),
        in_part=truth(Q(Exists(redacted().filter(document=OuterRef("pk")))) | Q(is_closed_minutes=True)),
    )


class _IsTrue(Func):
    """False where the database would say that it does not know."""

    template = "(%(expressions)s) IS TRUE"
    output_field = BooleanField()


def truth(when: Q) -> Func:
    """The condition as a column that is never without a value, so that «not» means not."""
    return _IsTrue(ExpressionWrapper(when, BooleanField()))


def _stage() -> Case:
    """As `facts.stage_of` says it."""
    decided = ~Q(decided_by="")
    none = (
        Q(meeting__isnull=True) | Q(meeting__cancelled_at__isnull=False) | Q(item__withdrawn_at__isnull=False)
    )
    over = Q(meeting__on__lt=ON) | Q(meeting__concluded_at__date__lte=ON)
    return Case(
        When(decided & Q(decided_on__lte=ON), then=Value("after")),
        When(decided, then=Value("before")),
        When(none, then=Value("none")),
        When(over, then=Value("after")),
        default=Value("before"),
        output_field=CharField(),
    )


def own_body(part: Part) -> Q:
    """Papers of the person’s own body, as `Seer.sits` says it."""
    found = Q(body__in=BODIES)
    if part.reaches_parts:
        found |= Q(body__parent__in=BODIES)
    if part.is_of_the_council:
        found |= Q(body__kind=BodyType.COUNCIL)
    if part.is_executive and part.is_member:
        found |= Q(body__kind=BodyType.EXECUTIVE)
    return found


def bearing(*standings: str) -> Q:
    """Papers in which the person has an interest of one of these standings; of any where none is named."""
    held = Interest.objects.on(ON).filter(person=PERSON, standing__in=standings or STANDINGS)
    bears = InterestBears.objects.filter(interest__in=held)
    items = bears.filter(item__isnull=False).values("item")
    return Q(item__in=items) | Q(pk__in=bears.filter(document__isnull=False).values("document"))


def privy() -> Q:
    """Papers of which the person knows what they hold."""
    return Q(pk__in=documents_known_to(PERSON, ON).values("document"))
