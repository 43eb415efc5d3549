"""Going on formally from the informal stage: it did not help, nobody answered, or there is more to it."""

import datetime
from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from casework.actions.locking import demand, finish, locked
from complaints import events
from complaints.actions.raising import receive
from complaints.models import Complaint, Side, Writing
from complaints.policies import settling as policies
from complaints.queries.settling import was_tried
from complaints.rules.raising import AT_ONCE
from council.queries import Standing


@transaction.atomic
def go_formal(
    *,
    who: Standing,
    row: Complaint,
    reason: str,
    seen_version: int | None,
    at: datetime.datetime,
    choice: int | None = None,
) -> Complaint:
    """Whoever raised it sends it formally; the text is asked again where it goes.

    A reason is needed where nothing was tried, or the other side may still answer; `choice` is the number of
    whoever receives it where the text lets one of several be chosen. Raises ValidationError, Refused, Stale.
    """
    row = locked(row, seen_version=seen_version)
    demand(policies.may_go_formal(who, row))
    if not was_tried(row, on=who.on) and not reason.strip():
        raise ValidationError(_("Say why you do not wait for it to be settled informally"))
    if reason.strip():
        _write(row, Writing.Kind.SKIPPED, who, reason, at)
    return receive(row=row, who=who, choice=choice, at=at)


@transaction.atomic
def add_allegation(
    *,
    who: Standing,
    row: Complaint,
    alleges: Collection[str],
    words: str,
    seen_version: int | None,
    at: datetime.datetime,
    choice: int | None = None,
) -> Complaint:
    """There is more to it, which nobody is asked to settle quietly (HA-1.3): it is formal at once.

    `alleges` are some of `AT_ONCE`. Raises ValidationError for anything else, Refused and Stale.
    """
    row = locked(row, seen_version=seen_version)
    demand(policies.may_add_allegation(who, row))
    added = [one for one in alleges if one in AT_ONCE]
    if not added:
        raise ValidationError(_("Choose what else you say happened"))
    row.alleges = list(dict.fromkeys((*row.alleges, *added)))
    written = _write(row, Writing.Kind.CONCERN, who, words, at)
    finish(row, kind=events.ADDED, by=who.person, at=at, facts={"writing": written.pk})
    return receive(row=row, who=who, choice=choice, at=at)


def _write(row: Complaint, kind: Writing.Kind, who: Standing, words: str, at: datetime.datetime) -> Writing:
    side = Side.COMPLAINANT
    written: Writing = row.writings.create(kind=kind, side=side, by=who.person, at=at, text=words.strip())
    return written
