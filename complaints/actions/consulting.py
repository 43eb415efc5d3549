"""Asking the Independent Person: what is put to them, and the view that they give or that is entered."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from casework.actions.locking import demand, finish, locked
from casework.rules import Fact
from complaints import events
from complaints.actions.deciding import write
from complaints.models import Complaint, Handler, Writing
from complaints.policies import consulting as policies
from complaints.queries.consulting import asked_now, may_be_independent
from complaints.queries.judging import parties
from council.models import Person
from council.queries import Standing


@dataclass(frozen=True)
class Asked:
    """Who is asked, in which words, and which papers of the file are put to them."""

    person: Person
    words: str
    papers: Collection[Writing] = ()


@transaction.atomic
def ask_independent(
    *, who: Standing, row: Complaint, asked: Asked, seen_version: int | None, at: datetime.datetime
) -> Handler:
    """The Independent Person is asked (Localism Act 2011, section 28(7)), also in place of a silent one.

    Raises Refused, Stale, and ValidationError for somebody who may not be one, and papers of another file.
    """
    row = locked(row, seen_version=seen_version)
    demand(policies.may_ask_independent(who, row))
    person = asked.person
    if person.pk in parties(row) or not may_be_independent(who.on).filter(pk=person.pk).exists():
        raise ValidationError(
            _("The Independent Person is no member and no officer of the authority, now or for five years")
        )
    if any(paper.complaint_id != row.pk for paper in asked.papers):
        raise ValidationError(_("Choose papers of this complaint"))
    before = row.handlers.filter(part=Handler.Part.INDEPENDENT, ended_at__isnull=True)
    before.update(ended_at=at, ended_because=Handler.Ended.REPLACED)
    handler: Handler = row.handlers.create(
        person=person, part=Handler.Part.INDEPENDENT, named_at=at, confirmed_by=who.person
    )
    words = write(row, Writing.Kind.ASKED, asked.words, by=who.person, at=at)
    for paper in (words, *asked.papers):
        handler.put.create(writing=paper)
    numbers = ",".join(str(paper.pk) for paper in (words, *asked.papers))
    facts: dict[str, Fact] = {"handler": handler.pk, "writings": numbers}
    finish(row, kind=events.INDEPENDENT_ASKED, by=who.person, at=at, facts=facts)
    return handler


@transaction.atomic
def accept_put(*, who: Standing, handler: Handler, at: datetime.datetime) -> None:
    """The Independent Person says that they keep it confidential. Raises Refused."""
    row = locked(handler.complaint)
    mine = row.handlers.get(pk=handler.pk)
    demand(policies.may_accept_put(who, mine))
    mine.accepted_at = at
    mine.save()
    finish(row, kind=events.DUTY_ACCEPTED, by=who.person, at=at, facts={"handlers": str(mine.pk)})


@transaction.atomic
def give_views(*, who: Standing, handler: Handler, views: str, at: datetime.datetime) -> Writing:
    """The Independent Person gives their view, once. Raises Refused."""
    row = locked(handler.complaint)
    mine = row.handlers.select_related("complaint").get(pk=handler.pk)
    demand(policies.may_give_views(who, mine))
    return _keep(row, mine, views, by=who.person, at=at, entered=False)


@transaction.atomic
def enter_views(
    *, who: Standing, row: Complaint, views: str, seen_version: int | None, at: datetime.datetime
) -> Writing:
    """Whoever decides enters the view of one who cannot sign in; it says so. Raises Refused and Stale."""
    row = locked(row, seen_version=seen_version)
    demand(policies.may_enter_views(who, row))
    handler = asked_now(row)
    if handler is None:
        raise ValueError(f"Nobody is asked as the Independent Person of {row}.")
    return _keep(row, handler, views, by=who.person, at=at, entered=True)


def _keep(
    row: Complaint, handler: Handler, views: str, *, by: Person, at: datetime.datetime, entered: bool
) -> Writing:
    written = write(row, Writing.Kind.VIEWS, views, by=by, at=at)
    facts = {"handler": handler.pk, "writing": written.pk, "entered": entered}
    finish(row, kind=events.VIEWS_GIVEN, by=by, at=at, facts=facts)
    return written
