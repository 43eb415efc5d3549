"""Two keepers merge the same entries at the same moment, on a database with real commits."""

import datetime
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone

from casework.models import CaseEvent
from council.actions import OutOfDate, merge_people
from council.models import (
    MemberTerm,
    Person,
)
from council.queries.merge_plan import MergePlan, plan_merge
from rulebook.decision import Refused
from rulebook.post import Post
from tests.factories.council import (
    a_holder_of,
    a_member,
    a_person,
)


def today() -> datetime.date:
    return timezone.localdate()


def days(number: int) -> datetime.timedelta:
    return datetime.timedelta(days=number)


def merge(kept: Person, merged: Person, *, by: Person | None = None, state: str = "") -> MergePlan:
    """Reviewed a moment ago, and merged."""
    keeper = by or a_holder_of(Post.DEMOCRATIC_SERVICES)
    seen = state or plan_merge(kept, merged, on=today()).state
    return merge_people(kept=kept, merged=merged, by=keeper, at=timezone.now(), seen_state=seen)


def said_by(kept: Person, merged: Person, *, by: Person | None = None) -> str:
    """Why it is refused."""
    with pytest.raises(Refused) as refusal:
        merge(kept, merged, by=by)
    return refusal.value.decision.sentence


def test_two_keepers_who_merge_at_once_merge_once(own_database: object) -> None:
    kept, merged = a_person(), a_member()
    keepers = [a_holder_of(Post.DEMOCRATIC_SERVICES) for _ in range(2)]
    state = plan_merge(kept, merged, on=today()).state
    ready = Barrier(4)

    def press(one: Person, other: Person, keeper: Person) -> str:
        ready.wait()
        try:
            merge(one, other, by=keeper, state=state if one == kept else "")
        except (Refused, OutOfDate) as fault:
            return type(fault).__name__
        finally:
            connection.close()
        return "merged"

    pressed = [(kept, merged, keepers[0]), (kept, merged, keepers[1])] * 2
    with ThreadPoolExecutor(4) as pool:
        said = list(pool.map(lambda who: press(*who), pressed))
    assert sorted(said) == ["Refused", "Refused", "Refused", "merged"]
    assert MemberTerm.objects.get().person == kept
    assert CaseEvent.objects.filter(kind="security.person-merged").count() == 1


def test_two_keepers_who_keep_different_entries_never_merge_both(own_database: object) -> None:
    one, other = a_person(), a_member()
    keepers = [a_holder_of(Post.DEMOCRATIC_SERVICES) for _ in range(2)]
    states = [plan_merge(one, other, on=today()).state, plan_merge(other, one, on=today()).state]
    ready = Barrier(2)

    def press(number: int) -> str:
        ready.wait()
        kept, merged = ((one, other), (other, one))[number]
        try:
            merge(kept, merged, by=keepers[number], state=states[number])
        except (Refused, OutOfDate) as fault:
            return type(fault).__name__
        finally:
            connection.close()
        return "merged"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(press, range(2))) == ["Refused", "merged"]
    assert Person.objects.filter(merged_into__isnull=False).count() == 1
