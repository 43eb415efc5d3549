"""A person entered twice: one entry is kept, the other stays as an ended trace of it."""

import datetime

from allauth.usersessions.models import UserSession
from django.apps import apps
from django.db import IntegrityError, transaction
from django.utils import timezone

from council.events import (
    LOGIN_CHANGED,
    PERSON_MERGED,
    LoginChange,
    LoginChanged,
    PersonMerged,
    tell,
)
from council.models import Absence, Invitation, Person, PostHolding, User
from council.policies import kept_apart, may_merge
from council.queries.merge_plan import Login, MergePlan, plan_merge
from rulebook.decision import Refused

# What PostgreSQL calls a row that breaks a check: one person would be both sides of it.
_BROKEN_CHECK = "23514"


class OutOfDate(Exception):
    """The registers changed after the review page was shown; nothing was merged."""


@transaction.atomic
def merge_people(
    *, kept: Person, merged: Person, by: Person, at: datetime.datetime, seen_state: str
) -> MergePlan:
    """Every row that named the merged entry names the kept one; what was done comes back.

    `seen_state` is the state of the plan that was shown. Raises Refused, OutOfDate, and Django's
    IntegrityError where a table forbids it: then nothing is changed. What is in the way and is not for the
    keepers to read is said here alone (`kept_apart`).
    """
    # Both rows are locked against new rows that would name them, in the same order whoever asks.
    people = Person.objects.select_for_update(of=("self",)).filter(pk__in=[kept.pk, merged.pk]).order_by("pk")
    found = {person.pk: person for person in people}
    kept, merged = found[kept.pk], found[merged.pk]
    plan = plan_merge(kept, merged, on=timezone.localdate(at))
    decision = may_merge(by, kept, merged, plan, on=timezone.localdate(at))
    if not decision.allowed:
        raise Refused(decision)
    if plan.state != seen_state:
        raise OutOfDate
    if plan.in_the_way:
        raise Refused(kept_apart())
    _ask_confirming_anew(plan, by)
    taken_out = _take_out(plan)
    _move(plan)
    _settle_logins(plan, by, at)
    merged.merged_into = kept
    merged.save(update_fields=["merged_into"])
    tell(PERSON_MERGED, PersonMerged(kept, merged, by, at, plan.moves, taken_out))
    return plan


def _move(plan: MergePlan) -> None:
    """Raises Refused where the two are the two sides of one row: a complaint of one about the other."""
    for name, rows in plan.moves.items():
        label, _dot, field = name.rpartition(".")
        still = apps.get_model(label)._default_manager.filter(pk__in=rows, **{field: plan.merged})
        try:
            still.update(**{field: plan.kept})
        except IntegrityError as fault:
            if getattr(fault.__cause__, "pgcode", "") == _BROKEN_CHECK:
                raise Refused(kept_apart()) from fault
            raise


def _ask_confirming_anew(plan: MergePlan, by: Person) -> None:
    """Whoever merges counts as having entered the row, so that somebody else has to confirm it."""
    for model in (PostHolding, Absence):
        rows = [row.pk for row in plan.confirmed_anew if type(row) is model]
        model.objects.filter(pk__in=rows).update(confirmed_by=None, confirmed_at=None, entered_by=by)


def _settle_logins(plan: MergePlan, by: Person, at: datetime.datetime) -> None:
    """One login stays; the other is closed, its sessions end, and no open invitation makes a second."""
    opened = Invitation.objects.filter(accepted_at__isnull=True, withdrawn_at__isnull=True)
    moved = plan.moves.get("council.invitation.person", ())
    opened.filter(pk__in=moved).update(withdrawn_at=at)
    user = User.objects.select_for_update(of=("self",)).filter(person=plan.merged).first()
    if user is None:
        return
    was_open = user.is_active
    if plan.login is Login.MOVES:
        change, user.person = LoginChange.MOVED, plan.kept
    else:
        change, user.is_active = LoginChange.CLOSED_BY_MERGE, False
    user.save(update_fields=["person", "is_active"])
    for session in UserSession.objects.filter(user=user):
        session.end()
    if change is LoginChange.MOVED or was_open:
        tell(LOGIN_CHANGED, LoginChanged(user, (change,), user.email, by, at))


def _take_out(plan: MergePlan) -> dict[str, tuple[int, ...]]:
    """Rows that say again what the kept entry says go; their history stays, under the numbers returned."""
    found: dict[str, tuple[int, ...]] = {}
    for row in plan.taken_out:
        name = row._meta.label_lower
        found[name] = (*found.get(name, ()), row.pk)
        type(row).objects.filter(pk=row.pk).delete()
    return found
