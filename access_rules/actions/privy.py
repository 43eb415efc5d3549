"""Who knows what a document holds: named, taken off the list, and talk of a closed session entered."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from access_rules import events
from access_rules.models import Document, Privy
from access_rules.policies.keeping import determines, keeps_papers
from access_rules.policies.privy import may_add_privy, may_end_privy, may_enter_talk
from access_rules.queries.privy import documents_known_to, is_privy
from casework.actions.announcing import open_case
from casework.actions.locking import demand, finish, locked
from casework.policies.asking import rule_of
from casework.rules import Fact
from casework.wording import plain_date
from council.models import Body, GroupMembership, Person, PoliticalGroup
from council.queries import Standing, protocol_in_force
from rulebook.decision import Refused, refused
from rulebook.duty import Duty


@dataclass(frozen=True)
class Knower:
    """Somebody who knows: from the registers, or by name from outside; why, and until when."""

    because: str
    person: Person | None = None
    name: str = ""
    until: datetime.date | None = None


@dataclass(frozen=True)
class Talk:
    """Where something was talked of: a group’s meeting, a body’s closed session, or a briefing (neither)."""

    on: datetime.date
    about: str
    group: PoliticalGroup | None = None
    body: Body | None = None
    there: Sequence[Person] = ()
    whole_group: bool = False


@transaction.atomic
def add_privy(
    *,
    who: Standing,
    document: Document,
    knower: Knower,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Privy:
    """Names somebody as knowing it. Raises Refused, also for who is on the list or for nobody; Stale."""
    document = locked(document, seen_version=seen_version)
    demand(may_add_privy(who, document))
    rule = rule_of(Duty.HANDLE, protocol_in_force().key)
    if (knower.person is None) == (not knower.name.strip()):
        raise Refused(refused(rule, _("Choose a person, or write the name of somebody from outside.")))
    if knower.until is not None and knower.until < who.on:
        raise Refused(refused(rule, _("The last day must be today or later.")))
    if knower.person is not None and is_privy(knower.person, document, who.on):
        raise Refused(refused(rule, _("%(name)s is on the list already.") % {"name": knower.person.name}))
    return _add(document, knower, by=who.person, at=at)


def _add(document: Document, knower: Knower, *, by: Person, at: datetime.datetime) -> Privy:
    row = Privy.objects.create(
        document=document,
        person=knower.person,
        name=knower.name.strip(),
        because=knower.because,
        until=knower.until,
        by=by,
        at=at,
    )
    facts: dict[str, Fact] = {"privy": row.pk, "person": knower.person.pk if knower.person else None}
    content = {"reason": knower.because, "name": knower.name}
    finish(document, kind=events.PRIVY_ADDED, by=by, at=at, facts=facts, content=content)
    return row


@transaction.atomic
def end_privy(*, who: Standing, row: Privy, because: str, at: datetime.datetime) -> bool:
    """Takes somebody off the list, with a reason; a second press finds nothing. Raises Refused."""
    document = locked(row.document)
    demand(may_end_privy(who, document))
    row = Privy.objects.get(pk=row.pk)
    if row.ended_at is not None:
        return False
    _end(document, row, by=who.person, at=at, because=because)
    return True


def _end(document: Document, row: Privy, *, by: Person, at: datetime.datetime, because: str) -> None:
    row.ended_at, row.ended_by, row.ended_because = at, by, because
    row.save(update_fields=["ended_at", "ended_by", "ended_because"])
    facts: dict[str, Fact] = {"privy": row.pk, "person": row.person_id}
    finish(document, kind=events.PRIVY_ENDED, by=by, at=at, facts=facts, content={"reason": because})


@transaction.atomic
def join_privy(*, kept: Person, by: Person, at: datetime.datetime) -> None:
    """After a merge of two entries the person stands on each list once, until the later day."""
    first: dict[int, Privy] = {}
    rows = documents_known_to(kept, timezone.localdate(at)).select_related("document")
    for row in rows.order_by("document", "pk"):
        one = first.setdefault(row.document_id, row)
        if one is row:
            continue
        if one.until is not None and (row.until is None or row.until > one.until):
            one.until = row.until
            one.save(update_fields=["until"])
        because = _("Two entries of one person were merged.")
        _end(locked(row.document), row, by=by, at=at, because=because)


@transaction.atomic
def enter_talk(*, who: Standing, talk: Talk, at: datetime.datetime) -> Document:
    """Enters talk that stays with those who heard it, and names them; what was said is never written.

    HA 4.17 and 4.28, WF 4.5, MW 12.3, WO 9.3.32. Raises Refused for whoever may not, and for a day to come.
    """
    demand(may_enter_talk(who))
    rule = rule_of(Duty.HANDLE, protocol_in_force().key)
    if talk.on > who.on:
        raise Refused(refused(rule, _("The day must be today or earlier.")))
    reference, stream = open_case("document", "DOC")
    document = Document(
        reference=reference,
        stream=stream,
        title=talk.about,
        kind=Document.Kind.GROUP_PAPER if talk.group else Document.Kind.BRIEFING,
        group=talk.group,
        body=talk.body,
        made_on=talk.on,
        is_session_talk=True,
    )
    document.record_release(at=at)
    document.save()
    finish(document, kind=events.DOCUMENT_REGISTERED, by=who.person, at=at)
    for person in _all_who_heard(who, talk):
        _add(document, Knower(because=_heard(talk), person=person), by=who.person, at=at)
    return document


def _all_who_heard(who: Standing, talk: Talk) -> list[Person]:
    """Those named; an officer who does not keep the register enters only what they heard themselves."""
    found = {person.pk: person for person in talk.there}
    if not keeps_papers(who) and not determines(who):
        found[who.person.pk] = who.person
    if talk.group is not None and talk.whole_group:
        for row in GroupMembership.objects.on(talk.on).filter(group=talk.group).select_related("person"):
            found.setdefault(row.person_id, row.person)
    return list(found.values())


def _heard(talk: Talk) -> str:
    day = plain_date(talk.on)
    if talk.group is not None:
        return _("Was at the meeting of the %(group)s on %(day)s") % {"group": talk.group.name, "day": day}
    if talk.body is not None:
        return _("Was in the session of %(body)s on %(day)s") % {"body": talk.body.name, "day": day}
    return _("Was at the briefing on %(day)s") % {"day": day}
