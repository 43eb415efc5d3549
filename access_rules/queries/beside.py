"""What stands beside the rules for one person: asked in one short question, because mostly nothing does."""

from functools import cache
from typing import Any

from django.db.models import CharField, QuerySet, Value

from access_rules.models import AccessRequest, DocumentGrant, Privy
from access_rules.states import RequestState
from council.models import Interest
from council.queries import Standing
from council.queries.prepared import Prepared, named_day, named_key, prepared

GIVEN, DECIDED, ANSWERED, INTEREST, PRIVY = "given", "decided", "answered", "interest", "privy"
_PERSON, _ON = named_key("person"), named_day("on")


def beside_the_rules(who: Standing) -> frozenset[str]:
    """Which of these the person has at all, as rows and not yet as rights: one query.

    Access given by name; requests that a person decided, or the rules answered; interests; papers that the
    person is named as knowing.
    """
    rows = _beside().rows(person=who.person.pk, on=who.on)
    return frozenset(kind for (kind,) in rows)


@cache
def _beside() -> Prepared:
    asked = AccessRequest.objects.filter(asked_by=_PERSON, document__isnull=False)
    return prepared(
        _kind(GIVEN, DocumentGrant.objects.filter(user__person=_PERSON)).union(
            _kind(DECIDED, asked.filter(state=RequestState.DECIDED)),
            _kind(ANSWERED, asked.filter(state=RequestState.ANSWERED)),
            _kind(INTEREST, Interest.objects.on(_ON).filter(person=_PERSON)),
            _kind(PRIVY, Privy.objects.filter(person=_PERSON)),
        )
    )


def _kind(kind: str, rows: "QuerySet[Any, Any]") -> "QuerySet[Any, Any]":
    return rows.order_by().values_list(Value(kind, CharField()))
