"""Raising a concern: noting it, changing the note, sending it where the text has it go, and receiving it."""

import datetime
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from casework.actions.announcing import announce, open_case
from casework.actions.locking import demand, finish, locked
from casework.rules import Fact
from complaints import events
from complaints.clock import acknowledge_by, kept_from
from complaints.models import Complaint, Handler, Side, Writing
from complaints.policies import raising as policies
from complaints.queries.parties import kind_of
from complaints.queries.people import Named, People, people_of
from complaints.queries.settling import was_tried
from complaints.rules.raising import alleged_by, at_once
from complaints.rules.retention import Ending
from council.models import Person
from council.queries import Standing, protocol_in_force, standing_of
from rulebook.complaint import Allegation, PartyKind, Step, Wrong
from rulebook.protocols import protocol

# A note is of one side, and so is its line in the timeline.
_OF_ITS_AUTHOR: dict[str, Fact] = {"side": Side.COMPLAINANT.value}
# Nobody is asked to help yet: the two try it between them.
BETWEEN_THEM = 0


@dataclass(frozen=True)
class Concern:
    """What somebody raises: as the form has it. `tried` is what was tried informally, `skipped` why not."""

    what: str
    wanted: str
    alleges: frozenset[Allegation] = frozenset()
    wrongs: frozenset[Wrong] = frozenset()
    in_public: bool = False
    toward_officers: bool | None = None
    tried: str = ""
    skipped: str = ""


@transaction.atomic
def note(*, who: Standing, subject: Person, concern: Concern, at: datetime.datetime) -> Complaint:
    """A concern that nobody sees but whoever notes it. Raises Refused, also for one outside the protocol."""
    demand(policies.may_raise_about(who, subject))
    text = protocol_in_force().key
    row = Complaint(
        protocol=text,
        complainant=who.person,
        complainant_kind=kind_of(who),
        subject=subject,
        subject_kind=kind_of(standing_of(subject, on=who.on)),
        raised_at=at,
    )
    _fill_in(row, concern)
    _demand_inside(row, concern, on=who.on)
    row.reference, row.stream = open_case("complaint", "CMP")
    row.keep_until = kept_from(Ending.NOT_SENT, who.on)
    finish(row, kind=events.NOTED, by=who.person, at=at, facts=_OF_ITS_AUTHOR)
    _write(row, concern, by=who.person, at=at)
    return row


@transaction.atomic
def change_note(
    *, who: Standing, row: Complaint, concern: Concern, seen_version: int | None, at: datetime.datetime
) -> Complaint:
    """Another wording, or other allegations, before it is sent. Raises Refused and Stale."""
    row = locked(row, seen_version=seen_version)
    demand(policies.may_change(who, row))
    _fill_in(row, concern)
    _demand_inside(row, concern, on=who.on)
    # A note is its author's alone until it is sent: nothing of an earlier wording is kept.
    row.writings.all().delete()
    row.keep_until = kept_from(Ending.NOT_SENT, who.on)
    _write(row, concern, by=who.person, at=at)
    finish(row, kind=events.NOTED, by=who.person, at=at, facts=_OF_ITS_AUTHOR)
    return row


@transaction.atomic
def send(
    *, who: Standing, row: Complaint, choice: int | None, seen_version: int | None, at: datetime.datetime
) -> Complaint:
    """Sends the note: to be settled informally, or as a formal complaint, as the text has it that day.

    `choice` is the person's number where one of several is chosen, `BETWEEN_THEM` where nobody helps yet.
    Raises Refused, also where nobody is left to receive it; Stale; ValidationError for a choice not offered.
    """
    row = locked(row, seen_version=seen_version)
    demand(policies.may_send(who, row))
    people = destination(row, on=who.on)
    demand(policies.may_go(people, row.protocol))
    if people.plan.step is Step.INFORMAL:
        row.begin_informally(on=who.on)
        row.route = people.answer.as_json()
        finish(row, kind=events.INFORMAL, by=who.person, at=at)
        if choice != BETWEEN_THEM:
            helpers = _chosen(people, choice, nobody=_("Choose who helps, or nobody yet"))
            _name(row, Handler.Part.HELPER, helpers, by=who.person, at=at)
        return row
    return _receive(row, people, who=who, choice=choice, at=at)


def receive(*, row: Complaint, who: Standing, at: datetime.datetime, choice: int | None = None) -> Complaint:
    """A formal complaint out of the informal stage: the step, its people, what they are told.

    The caller has locked the row, asked its own policy, and kept the reason where the stage was not tried to
    its end. Raises Refused where nobody is left to receive it, and ValidationError where the text lets one of
    several be chosen and nobody was.
    """
    row.informal_tried = was_tried(row, on=who.on)
    people = people_of(row, on=who.on, passed_over=True)
    demand(policies.may_go(people, row.protocol))
    return _receive(row, people, who=who, choice=choice, at=at)


def destination(row: Complaint, *, on: datetime.date) -> People:
    """Where a note goes that day: past the informal stage where that is so by rule, or for a reason."""
    return people_of(row, on=on, passed_over=passes_over(row))


def passes_over(row: Complaint) -> bool:
    """Whether the informal stage is passed over: by what is alleged, or for a reason that was given."""
    if at_once([Allegation(one) for one in row.alleges]):
        return True
    return row.writings.filter(kind=Writing.Kind.SKIPPED).exists()


def _receive(
    row: Complaint, people: People, *, who: Standing, choice: int | None, at: datetime.datetime
) -> Complaint:
    named = people.parts["to"]
    to = _chosen(people, choice, nobody=_("Choose who receives it")) if people.plan.choose_one else named
    row.record_receipt(on=who.on, acknowledge_by=acknowledge_by(who.on))
    row.route = people.answer.as_json()
    finish(row, kind=events.RECEIVED, by=who.person, at=at, facts={"acknowledge_by": str(row.acknowledge_by)})
    # Whoever helped to settle it has no part in what is formal, unless the text names them again.
    row.handlers.filter(part=Handler.Part.HELPER, ended_at__isnull=True).update(
        ended_at=at, ended_because=Handler.Ended.OVER
    )
    for part in (
        Handler.Part.RECIPIENT,
        Handler.Part.COPIED,
        Handler.Part.INVESTIGATOR,
        Handler.Part.DECIDER,
    ):
        _name(row, part, _in_part(people, part, to), by=who.person, at=at)
    return row


def _in_part(people: People, part: Handler.Part, to: tuple[Named, ...]) -> tuple[Named, ...]:
    """Who has a part from the start; whoever receives it has no copy besides."""
    if part is Handler.Part.RECIPIENT or part.value in people.plan.with_recipient:
        return to
    named = people.parts.get(part.value, ())
    if part is Handler.Part.COPIED:
        receive_it = {one.person.pk for one in to}
        return tuple(one for one in named if one.person.pk not in receive_it)
    return named


def _chosen(people: People, choice: int | None, *, nobody: str) -> tuple[Named, ...]:
    """Whoever was chosen of those whom the text offers; `nobody` is said where nobody was."""
    if choice is None:
        raise ValidationError(nobody)
    found = tuple(one for one in people.parts.get("to", ()) if one.person.pk == choice)
    if not found:
        raise ValidationError(_("Choose one of those who can receive it today"))
    return found


def _name(
    row: Complaint, part: Handler.Part, named: tuple[Named, ...], *, by: Person, at: datetime.datetime
) -> None:
    for one in named:
        handler = row.handlers.create(person=one.person, part=part, post=one.post.value, named_at=at)
        facts: dict[str, Fact] = {"complaint": row.pk, "handler": handler.pk, "part": part.value}
        announce(stream=row.stream, kind=events.HANDLER_NAMED, by=by, at=at, facts=facts)


def _fill_in(row: Complaint, concern: Concern) -> None:
    terms = protocol(row.protocol).complaints
    alleged = concern.alleges | alleged_by(terms, PartyKind(row.subject_kind), concern.wrongs)
    row.alleges = [one.value for one in Allegation if one in alleged]
    row.wrongs = [one.value for one in Wrong if one in concern.wrongs]
    row.in_public = concern.in_public
    row.toward_officers = concern.toward_officers
    row.informal_tried = bool(concern.tried.strip())


def _demand_inside(row: Complaint, concern: Concern, *, on: datetime.date) -> None:
    """What the text does not cover is not taken: its own procedure is named instead."""
    by_rule = at_once([Allegation(one) for one in row.alleges])
    people = people_of(row, on=on, passed_over=by_rule or bool(concern.skipped.strip()))
    if people.plan.outside:
        demand(policies.may_go(people, row.protocol))


def _write(row: Complaint, concern: Concern, *, by: Person, at: datetime.datetime) -> None:
    words = {
        Writing.Kind.CONCERN: concern.what,
        Writing.Kind.WANTED: concern.wanted,
        Writing.Kind.ATTEMPT: concern.tried,
        Writing.Kind.SKIPPED: concern.skipped,
    }
    for kind, text in words.items():
        if text.strip():
            row.writings.create(kind=kind, side=Side.COMPLAINANT, by=by, at=at, text=text.strip())
