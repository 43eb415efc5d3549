"""Which file of which paper a person is shown, as a query: what the words of papers are searched in.

`policies.seeing.may_open` says it of one document, with its reasons; where the two could differ, this is the
narrower. What somebody asked in a member’s place opens no words here: its form is worked out anew each time.
"""

from typing import Any

from django.db.models import Case, CharField, Exists, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Concat

from access_rules.models import AccessRequest, Document, DocumentGrant, Page, Version
from access_rules.queries.columns import EMPTY, with_columns
from access_rules.queries.grants import grants_in_force
from access_rules.queries.opening import OPENED, ListRules
from access_rules.queries.requests import determined_for
from access_rules.queries.seers import DETERMINERS, Seer, person_before_papers
from access_rules.queries.visible import by_office, keeping
from access_rules.states import DocumentState
from council.queries import Standing

Kind = Version.Kind
NOTHING = ""


def pages_open_to(who: Standing) -> QuerySet[Page]:
    """The pages whose words the person may read today, of files that are current and ready."""
    if not who.in_post:
        return Page.objects.none()
    shown = _with_file(who).filter(pk=OuterRef("version__document"), shows=OuterRef("version__kind"))
    current = Page.objects.filter(version__is_current=True, version__stage=Version.Stage.READY)
    return current.filter(Exists(shown))


def _with_file(who: Standing) -> QuerySet[Any]:
    """Every document, with the kind of file that the person is shown of it: `shows`, empty for none.

    Whoever was given less than the whole by name is shown that, whatever else opens it.
    """
    seer = person_before_papers(who)
    rows, by_rule, whole_by_rule = _by_rule(seer)
    in_force = grants_in_force(who, who.on).order_by()
    given = {kind: _given(in_force, kind) for kind in (Kind.REDACTED, Kind.SUMMARY)}
    decided = determined_for(who, who.on).order_by()
    partly = _of(decided.filter(outcome=AccessRequest.Outcome.PARTLY))
    wholly = _of(decided.exclude(outcome=AccessRequest.Outcome.PARTLY))
    office = by_office(who) if seer.kind in DETERMINERS else EMPTY
    named = _given(in_force, NOTHING, Kind.WHOLE) | wholly | Q(author=who.person)
    closed_minutes = Q(is_closed_minutes=True)
    return rows.alias(
        shows=Case(
            When(~keeping(who) & Q(state=DocumentState.WITHDRAWN), then=Value(NOTHING)),
            When(given[Kind.REDACTED] & given[Kind.SUMMARY], then=Value(NOTHING)),
            *(When(given[kind], then=Value(kind.value)) for kind in given),
            When(keeping(who) | office | named | whole_by_rule, then=Value(Kind.WHOLE.value)),
            When(partly | by_rule & ~closed_minutes, then=Value(Kind.REDACTED.value)),
            When(by_rule & closed_minutes & _NO_ADVICE, then=Value(Kind.SUMMARY.value)),
            default=Value(NOTHING),
            output_field=CharField(),
        )
    )


_NO_ADVICE = Q(political_adviser_advice=Document.Amount.NONE)


def _by_rule(seer: Seer) -> tuple[QuerySet[Document], Q, Q]:
    """The documents with the rules’ answers; what a rule opens; what it opens whole (A6, S1)."""
    rows = with_columns(Document.objects.all(), seer)
    if seer.kind in DETERMINERS:
        return rows, EMPTY, EMPTY
    lenses = (ListRules(seer, True), ListRules(seer, False))
    rows = rows.alias(answers=Concat(*(one.column() for one in lenses)))
    opened = Q(state=DocumentState.RELEASED, answers__in=OPENED)
    in_part = Q(in_part=True)
    if seer.kind != "political_assistant":
        in_part = lenses[0].opens_in_part | lenses[1].opens_in_part
    return rows, opened, opened & ~in_part & _NO_ADVICE


def _given(grants: QuerySet[DocumentGrant], *kinds: str) -> Q:
    """What was given by name as one of these files."""
    some = grants.filter(version_kind__in=[str(kind) for kind in kinds])
    return Q(pk__in=some.values("content_object"))


def _of(requests: QuerySet[AccessRequest]) -> Q:
    return Q(pk__in=requests.values("document"))
