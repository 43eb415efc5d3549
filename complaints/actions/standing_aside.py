"""Somebody stands aside, is asked to, or is replaced: the old one loses sight at once, the new one has it."""

import datetime
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from casework.actions.announcing import announce
from casework.actions.locking import demand, finish, locked
from casework.rules import Fact
from complaints import events
from complaints.models import Complaint, Handler, Side, Writing
from complaints.policies import standing_aside as policies
from complaints.policies.parts import Part, parts_of
from complaints.queries.people import Named, next_person
from complaints.queries.replacing import REPLACED, deals_with, keepers_of, replacements
from council.models import Person
from council.queries import Standing


@transaction.atomic
def stand_aside(
    *,
    who: Standing,
    row: Complaint,
    reasons: str,
    replaced_by: int | None,
    seen_version: int | None,
    at: datetime.datetime,
) -> Complaint:
    """The person deals with it no longer, in any part; who takes their place is confirmed by them, dated.

    Raises Refused and Stale, and ValidationError where the one who was chosen may not have it any more.
    """
    row = locked(row, seen_version=seen_version)
    demand(policies.may_stand_aside(who, row))
    mine = [one for one in deals_with(row) if one.person_id == who.person.pk]
    named = _chosen(row, mine, replaced_by, on=who.on)
    writing = _reasons(row, who.person, reasons, at, Side.HANDLERS)
    _end_all(row, mine, named, because=Handler.Ended.STOOD_ASIDE, by=who.person, at=at)
    facts = {"writing": writing.pk, "handler": mine[0].pk}
    finish(row, kind=events.STOOD_ASIDE, by=who.person, at=at, facts=facts)
    return row


@transaction.atomic
def name_another(
    *,
    who: Standing,
    row: Complaint,
    handler: Handler,
    reasons: str,
    replaced_by: int | None,
    seen_version: int | None,
    at: datetime.datetime,
) -> Complaint:
    """Somebody entitled confirms that another deals with it in this one’s place. Raises as `stand_aside`."""
    row = locked(row, seen_version=seen_version)
    handler = Handler.objects.select_related("person", "complaint").get(pk=handler.pk)
    demand(policies.may_name_another(who, row, handler))
    theirs = [one for one in deals_with(row) if one.person_id == handler.person_id]
    named = _chosen(row, theirs, replaced_by, on=who.on)
    writing = _reasons(row, who.person, reasons, at, Side.HANDLERS)
    _end_all(row, theirs, named, because=Handler.Ended.REPLACED, by=who.person, at=at)
    facts = {"writing": writing.pk, "handler": handler.pk}
    finish(row, kind=events.STOOD_ASIDE, by=who.person, at=at, facts=facts)
    return row


@transaction.atomic
def ask_for_another(
    *,
    who: Standing,
    row: Complaint,
    handler: Handler,
    reasons: str,
    seen_version: int | None,
    at: datetime.datetime,
) -> Complaint:
    """Asks, with reasons, that this person stands aside; their own side reads the reasons, and who deals with
    it. Where nobody else is there to say so, the next in line has it beside them. Raises Refused and Stale.
    """
    row = locked(row, seen_version=seen_version)
    demand(policies.may_ask_for_another(who, row))
    open_rows = deals_with(row)
    if handler.pk not in {one.pk for one in open_rows}:
        raise ValidationError(_("This person deals with it no longer."))
    writing = _reasons(row, who.person, reasons, at, _side_of(who, row))
    facts = {"writing": writing.pk, "handler": handler.pk}
    others = {one.person_id for one in keepers_of(row)} - {handler.person_id}
    # Whoever helps is not replaced: nobody comes to deal with a concern that the two try to settle.
    if handler.part in REPLACED and not others:
        named = next_person(row, on=who.on, without={one.person_id for one in open_rows})
        if named is not None:
            give(row, Handler.Part.RECIPIENT, named, confirmed_by=None, by=who.person, at=at)
    finish(row, kind=events.ASIDE_ASKED, by=who.person, at=at, facts=facts)
    return row


def give(
    row: Complaint,
    part: str,
    named: Named,
    *,
    confirmed_by: Person | None,
    by: Person | None,
    at: datetime.datetime,
) -> Handler:
    """The person has the part from now on, and hears of it; the row that they have already, where they do.

    They read nothing before they say that they keep it confidential. The caller locked the complaint.
    """
    found, is_new = Handler.objects.get_or_create(
        complaint=row,
        person=named.person,
        part=part,
        ended_at=None,
        defaults={"post": named.post.value, "named_at": at, "confirmed_by": confirmed_by},
    )
    if is_new:
        facts: dict[str, Fact] = {"complaint": row.pk, "handler": found.pk, "part": part}
        announce(stream=row.stream, kind=events.HANDLER_NAMED, by=by, at=at, facts=facts)
    return found


def end(handler: Handler, *, because: str, replaced_by: Handler | None, at: datetime.datetime) -> None:
    """They deal with it no longer, from this moment on. The caller locked the complaint."""
    handler.ended_at, handler.ended_because, handler.replaced_by = at, because, replaced_by
    handler.save(update_fields=["ended_at", "ended_because", "replaced_by"])


def _end_all(
    row: Complaint,
    rows: Iterable[Handler],
    named: Named | None,
    *,
    because: str,
    by: Person,
    at: datetime.datetime,
) -> None:
    for one in rows:
        following = None
        if named is not None and one.part in REPLACED:
            following = give(row, one.part, named, confirmed_by=by, by=by, at=at)
        end(one, because=because, replaced_by=following, at=at)


def _chosen(row: Complaint, ending: list[Handler], number: int | None, *, on: datetime.date) -> Named | None:
    """Who was chosen of those who may take it today; none where nobody needs to."""
    replaced = [one for one in ending if one.part in REPLACED]
    if not replaced:
        return None
    offered = replacements(row, replaced[0].person, part=replaced[0].part, on=on)
    found = next((one for one in offered if one.person.pk == number), None)
    if found is None and (offered or len(replaced) == len(keepers_of(row))):
        raise ValidationError(_("Choose who takes it: whoever was chosen may not have it any more."))
    return found


def _reasons(row: Complaint, by: Person, reasons: str, at: datetime.datetime, side: str) -> Writing:
    made: Writing = row.writings.create(
        kind=Writing.Kind.RECUSAL, side=side, by=by, at=at, text=reasons.strip()
    )
    return made


def _side_of(who: Standing, row: Complaint) -> str:
    parts = parts_of(who, row)
    if Part.COMPLAINANT in parts:
        return Side.COMPLAINANT.value
    return Side.SUBJECT.value if Part.SUBJECT in parts else Side.HANDLERS.value
