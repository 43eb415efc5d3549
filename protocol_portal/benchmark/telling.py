"""One enquiry from its first move to its last, as rows: what the portal's actions would have written."""

import datetime
from typing import Any

from casework.events import EventKind
from casework.rules import Fact, content_digest
from casework.steps import steps_in
from council.models import Service
from enquiries import events
from enquiries.models import Channel, Enquiry, Message, Privacy
from enquiries.states import State
from protocol_portal.benchmark.book import Thread
from protocol_portal.benchmark.desk import Desk
from protocol_portal.demonstration.cases import Case
from protocol_portal.demonstration.lives import Verb

Row = dict[str, Any]


def _steps() -> dict[tuple[str, str], tuple[str, ...]]:
    """Where each step of an enquiry leads from each state, as the model has it."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for step in steps_in(vars(Enquiry)):
        key = step.name, step.source
        found[key] = (*found.get(key, ()), step.target)
    return found


_STEPS = _steps()


class Telling:
    """The row of one enquiry as it stands between two moves, and the rows that its moves leave behind."""

    def __init__(self, desk: Desk, case: Case, *, asks_privacy: bool = False) -> None:
        """Nothing is sent yet; who will answer is known from the start."""
        self.desk, self.case, self.asks_privacy = desk, case, asks_privacy
        service = desk.roll.services[case.matter.service]
        self.service, self.sent_to = service, service
        if any(move.verb is Verb.HAND_BACK for move in case.life.moves):
            others = [one for one in desk.roll.services.values() if one.pk != service.pk]
            self.sent_to = desk.rng.choice(others)
        parties = (case.writer.pk, case.member.pk)
        staff = [one.pk for one in desk.roll.staff[case.matter.service] if one.pk not in parties]
        self.officer = service.addressee_id if asks_privacy or not staff else desk.rng.choice(staff)
        self.row: Row = {}
        self.thread = Thread(0, "")
        self.last_reply = 0
        self.climbed: set[tuple[str, datetime.date]] = set()
        self.dispute: Row = {}
        self.dispute_thread = Thread(0, "")
        self.redirection: Row = {}
        # The place of the event by which it was declined, and on which paragraphs.
        self.declined: tuple[int, str] = (0, "")

    def keep(self, at: datetime.datetime) -> None:
        """It is written, and kept as a draft: nobody else knows of it, and nothing is told."""
        case, desk = self.case, self.desk
        reference, self.thread = desk.book.open("enquiry", "ENQ")
        self.row = {
            "id": desk.enquiries.number(),
            "reference": reference,
            "stream_id": self.thread.pk,
            "protocol": desk.text.key,
            "state": State.DRAFT.value,
            "member_id": case.member.pk,
            "logged_by_id": case.writer.pk,
            "channel": case.channel.value,
            "service_id": self.sent_to.pk if case.life.has_service else None,
            "subject": case.matter.subject.format(street=case.street),
            "details": case.details,
            "street": case.street,
            "resident_name": case.resident,
            "resident_contact": case.resident_contact,
            "is_confidential": case.matter.is_confidential,
            "privacy": Privacy.ASKED.value if self.asks_privacy else Privacy.ORDINARY.value,
            "saved_at": at,
            "version": 0,
        }

    def begin(self, at: datetime.datetime) -> None:
        """It is written and sent, for the service that the member chose, or for none; its clocks begin."""
        received_on, days = self.case.life.received_on, self.desk.days
        self.keep(at)
        self.row.update(
            sent_at=at,
            received_on=received_on,
            due_on=days.due[received_on],
            owed_on=days.due[received_on],
            acknowledge_by=days.acknowledge_by[received_on],
            facts={"channel": self.case.channel.value},
        )
        self.send(at, self.sent_to if self.case.life.has_service else None)

    def send(self, at: datetime.datetime, to: Service | None) -> None:
        """The clock begins; where the member wants it private, that is asked with it."""
        self.address(to)
        self.row["state"] = State.SENT.value
        own = self.case.channel is Channel.WEB and self.case.writer.pk == self.case.member.pk
        kind = events.SENT if own else events.LOGGED_FOR_MEMBER
        service = to.pk if to else None
        facts: dict[str, Fact] = {"service": service, "channel": self.case.channel.value}
        told = (self.row["addressee_id"], self.row["member_id"])
        self.finish(kind, at, self.case.writer.pk, facts, told=told)
        if self.asks_privacy:
            self.announce(events.PRIVACY_ASKED, at, self.case.writer.pk, {})

    def address(self, to: Service | None) -> None:
        """To the service, its team and its addressee; to nobody while it has none."""
        self.row["service_id"] = to.pk if to else None
        self.row["team_id"] = to.team_id if to else None
        self.row["addressee_id"] = to.addressee_id if to else None
        self.row["owner_id"] = None

    @property
    def pk(self) -> int:
        """The number of the enquiry."""
        return int(self.row["id"])

    @property
    def state(self) -> State:
        """Where it stands."""
        return State(self.row["state"])

    def may_step(self, name: str) -> bool:
        """Does the step begin in the state in which it stands?"""
        return (name, self.row.get("state", "")) in _STEPS

    def step(self, name: str) -> None:
        """Takes the step of the model. KeyError from a state in which it does not begin.

        Where it ends in one of two states, the first is for an enquiry of which a day was promised.
        """
        targets = _STEPS[name, self.row["state"]]
        self.row["state"] = targets[0] if self.row.get("promised_on") else targets[-1]

    def announce(
        self,
        kind: EventKind,
        at: datetime.datetime,
        by: int | None,
        facts: dict[str, Fact],
        *,
        content: dict[str, str] | None = None,
        told: tuple[int | None, ...] = (),
    ) -> int:
        """An event in its timeline; its place."""
        return self.desk.book.tell(self.thread, kind, at=at, by=by, facts=facts, content=content, told=told)

    def finish(
        self,
        kind: EventKind,
        at: datetime.datetime,
        by: int | None,
        facts: dict[str, Fact] | None = None,
        *,
        content: dict[str, str] | None = None,
        told: tuple[int | None, ...] = (),
    ) -> int:
        """The row changed: counted, and told of as `enquiries.actions.locking.finish` tells of it."""
        self.row["version"] += 1
        held: dict[str, Fact] = {"team": self.row["team_id"]} if kind in events.MOVES else {}
        all_facts = {"enquiry": self.pk, **held, **(facts or {})}
        return self.announce(kind, at, by, all_facts, content=content, told=told)

    def say(
        self, kind: Message.Kind, at: datetime.datetime, by: int, text: str = "", **parts: Any
    ) -> dict[str, Fact]:
        """Something said in it; what the event must hold of it, so that nobody rewrites it unseen."""
        salt = self.desk.book.salt()
        said = {
            "kind": kind.value,
            "text": text,
            "action": parts.get("action", ""),
            "promised": str(parts.get("promised_on") or ""),
            "forward": parts.get("forward_text", ""),
        }
        number = self.desk.messages.add(
            enquiry_id=self.pk, kind=kind.value, by_id=by, at=at, text=text, salt=salt, **parts
        )
        return {"message": number, "said": content_digest(said, salt)}

    def done(self) -> None:
        """No move is left: its rows are complete."""
        if self.redirection:
            self.desk.redirections.add(**self.redirection)
        if self.dispute:
            self.desk.disputes.add(**self.dispute)
            self.desk.book.close(self.dispute_thread)
        self.desk.enquiries.add(**self.row)
        self.desk.book.close(self.thread)
