"""Plays an enquiry's course through the portal's own actions, at its moments, by the people of that day."""

import datetime
import random
from collections.abc import Callable, Mapping
from dataclasses import replace

from casework.actions.attaching import attach
from council.models import Person, Service
from council.queries import Standing, standing_of
from enquiries.actions.allocating import allocate_enquiry, hand_back, route_enquiry
from enquiries.actions.following import (
    add_information,
    answer_question,
    chase,
    close_enquiry,
    reopen_enquiry,
    withdraw_enquiry,
)
from enquiries.actions.keeping_time import close_by_itself, remind, tell_closing_soon
from enquiries.actions.logging import Draft, save_draft, send_enquiry
from enquiries.actions.merging import merge_enquiries
from enquiries.actions.replying import (
    HoldingReply,
    WhyLate,
    add_note,
    ask_member,
    send_holding_reply,
    send_reply,
)
from enquiries.models import Channel, Enquiry, Lateness, Privacy
from protocol_portal.demonstration import phrases
from protocol_portal.demonstration.cases import Case
from protocol_portal.demonstration.files import file_named
from protocol_portal.demonstration.lives import Move, Verb
from protocol_portal.demonstration.moments import day_of
from protocol_portal.demonstration.roll import Roll

Acts = Mapping[Verb, Callable[["Play", Move], None]]


class Stage:
    """What every play needs: the roll, and what each person was, asked once for each time of office."""

    def __init__(self, roll: Roll, rng: random.Random, files: list[str], acts: Acts) -> None:
        """An empty stage; `files` fills with the names of files written, for whoever has to undo it.

        `acts` says how each move is made.
        """
        self.roll, self.rng, self.files, self.acts = roll, rng, files, acts
        self._standings: dict[tuple[int, bool], Standing] = {}
        # Stories that another one is linked with, by their names.
        self.told: dict[str, Enquiry] = {}

    def standing(self, person: Person, at: datetime.datetime) -> Standing:
        """What the person was on the day of that moment.

        In the year that is played the registers change on one day alone, when the new members took office.
        """
        day = day_of(at)
        key = person.pk, day >= self.roll.took_office
        if key not in self._standings:
            self._standings[key] = standing_of(person, on=day)
        return replace(self._standings[key], on=day)


class Play:
    """One enquiry, from its first move to its last."""

    def __init__(self, stage: Stage, case: Case) -> None:
        """The officer who will answer is known from the start; the enquiry is written by the first move."""
        self.stage, self.case, self.rng = stage, case, stage.rng
        service = stage.roll.services[case.matter.service]
        self.service: Service = service
        self.sent_to: Service = self._first_service()
        staff = [
            one for one in stage.roll.staff[case.matter.service] if one not in (case.writer, case.member)
        ]
        # Of a confidential enquiry nobody in the team knows but whom it was given to.
        staff = [one for one in staff if one.name in case.shown and one != service.addressee] or staff
        told = case.life.story
        # What is asked to be private is read by whom it is addressed to, who answers it too.
        if told and told.asks_privacy:
            staff = []
        self.owner: Person = self.rng.choice(staff) if staff else service.addressee
        self.enquiry = Enquiry()
        self.merged: list[Enquiry] = []
        self.replies = 0

    def perform(self) -> list[Enquiry]:
        """All moves, one after the other; the enquiry as they left it, and what it took in."""
        for move in self.case.life.moves:
            self.stage.acts[move.verb](self, move)
        return [self.enquiry, *self.merged]

    def who(self, person: Person, move: Move) -> Standing:
        """The person as of the move's day."""
        return self.stage.standing(person, move.at)

    @property
    def other_service(self) -> Service:
        """The other service that a story names: that has a part in it, or got it by mistake."""
        story, services = self.case.life.story, self.stage.roll.services
        return next(services[team] for team in story.others if team in services) if story else self.service

    def now(self) -> Enquiry:
        """The enquiry as the last move left it, for what has to be asked of it."""
        return Enquiry.objects.get(pk=self.enquiry.pk)

    def _first_service(self) -> Service:
        """Where it goes first: to the service that answers for it, or to another, which will hand it back."""
        story = self.case.life.story
        if story and any(line.verb is Verb.CORRECT_SERVICE for line in story.script):
            return self.other_service
        if any(move.verb is Verb.HAND_BACK for move in self.case.life.moves):
            others = [one for one in self.stage.roll.services.values() if one != self.service]
            return self.rng.choice(others)
        return self.service

    def _draft(self) -> Draft:
        """What the member writes."""
        case, story = self.case, self.case.life.story
        return Draft(
            service=self.sent_to if case.life.has_service else None,
            subject=case.matter.subject.format(street=case.street),
            details=case.details,
            street=case.street,
            resident_name=case.resident,
            resident_contact=case.resident_contact,
            is_confidential=case.matter.is_confidential,
            channel=case.channel,
            received_on=None if case.channel == Channel.WEB else case.life.received_on,
            privacy=Privacy.ASKED if story and story.asks_privacy else Privacy.ORDINARY,
            facts=story.facts if story else {},
        )

    def save(self, move: Move) -> None:
        """Written down and kept as a draft."""
        writer, member = self.who(self.case.writer, move), self.case.member
        self.enquiry = save_draft(who=writer, member=member, draft=self._draft(), at=move.at)

    def send(self, move: Move) -> None:
        """Written and sent at once, a photograph or letter with it where the matter has one."""
        self.save(move)
        send_enquiry(who=self.who(self.case.writer, move), enquiry=self.enquiry, at=move.at)
        if self.case.matter.file and self.rng.random() < 0.5:
            upload = file_named(self.case.matter.file, self.rng)
            kept = attach(stream=self.enquiry.stream, upload=upload, by=self.case.writer, at=move.at)
            self.stage.files.append(str(kept.file.name))

    def route(self, move: Move) -> None:
        """Democratic services send it to the service that answers for it."""
        self.sent_to = self.service
        route_enquiry(who=self.router(move), enquiry=self.enquiry, service=self.service, at=move.at)

    def router(self, move: Move) -> Standing:
        """A keeper who is no party to the case."""
        keepers = [one for one in self.stage.roll.keepers if one != self.case.writer]
        return self.who(self.rng.choice(keepers), move)

    def allocate(self, move: Move) -> None:
        """Whoever it is addressed to gives it to an officer."""
        addressee = self.sent_to.addressee
        who = self.router(move) if addressee == self.case.writer else self.who(addressee, move)
        owner = self.owner if self.sent_to == self.service else addressee
        allocate_enquiry(who=who, enquiry=self.enquiry, owner=owner, at=move.at)

    def hand_back(self, move: Move) -> None:
        """«Not ours», says whoever got it first."""
        hand_back(
            who=self.who(self.sent_to.addressee, move),
            enquiry=self.enquiry,
            note=self.rng.choice(phrases.HANDED_BACK),
            at=move.at,
        )

    def note(self, move: Move) -> None:
        """An officer's note."""
        text = self.case.matter.note or self.rng.choice(phrases.NOTES)
        add_note(who=self.who(self.owner, move), enquiry=self.enquiry, text=text, at=move.at)

    def ask(self, move: Move) -> None:
        """The officer's question."""
        text = self.case.matter.question or "Could you tell me since when this has been so?"
        ask_member(who=self.who(self.owner, move), enquiry=self.enquiry, question=text, at=move.at)

    def answer(self, move: Move) -> None:
        """The member's answer."""
        text = self.case.matter.answer or "Since the end of last month, as far as the residents remember."
        answer_question(who=self.who(self.case.member, move), enquiry=self.enquiry, text=text, at=move.at)

    def inform(self, move: Move) -> None:
        """Something that the member adds."""
        text = self.rng.choice(phrases.INFORMATION)
        add_information(who=self.who(self.case.member, move), enquiry=self.enquiry, text=text, at=move.at)

    def hold(self, move: Move) -> None:
        """The holding reply with its three parts."""
        matter, street = self.case.matter, self.case.street
        reply = HoldingReply(
            reason=matter.why.format(street=street),
            action=matter.doing.format(street=street),
            promised_on=move.promised_on,
        )
        send_holding_reply(who=self.who(self.owner, move), enquiry=self.enquiry, reply=reply, at=move.at)

    def chase(self, move: Move) -> None:
        """The member asks where the reply is."""
        chase(who=self.who(self.case.member, move), enquiry=self.enquiry, at=move.at)

    def remind(self, move: Move) -> None:
        """The clock's reminder."""
        remind(enquiry=self.enquiry, on=day_of(move.at), at=move.at)

    def reply(self, move: Move) -> None:
        """The reply, and the version for a resident."""
        matter, street = self.case.matter, self.case.street
        body = self.rng.choice(phrases.SECOND_REPLIES) if self.replies else matter.reply.format(street=street)
        self.replies += 1
        opening, ending = self.rng.choice(phrases.OPENINGS), self.rng.choice(phrases.ENDINGS)
        job = self.stage.roll.jobs[self.owner.name]
        text = (
            f"Dear {self.case.member.short_name}\n\n{opening} {body}\n\n{ending}\n\n"
            f"Yours sincerely\n{self.owner.name}\n{job}"
        )
        reason, words = phrases.WHY_LATE[self.enquiry.pk % len(phrases.WHY_LATE)]
        forward = f"{self.rng.choice(phrases.FORWARD_OPENINGS)} {matter.forward.format(street=street)}"
        send_reply(
            who=self.who(self.owner, move),
            enquiry=self.enquiry,
            text=text,
            forward_text=forward,
            at=move.at,
            late=WhyLate(Lateness(reason), words),
        )

    def close(self, move: Move) -> None:
        """«Yes, this answers me.»"""
        close_enquiry(who=self.who(self.case.member, move), enquiry=self.enquiry, at=move.at)

    def warn(self, move: Move) -> None:
        """The clock tells the member that it is about to close."""
        tell_closing_soon(enquiry=self.enquiry, on=day_of(move.at), at=move.at)

    def lapse(self, move: Move) -> None:
        """Closed by the clock, when the member said nothing."""
        close_by_itself(enquiry=self.enquiry, on=day_of(move.at), at=move.at)

    def reopen(self, move: Move) -> None:
        """«No, not yet.»"""
        text = self.rng.choice(phrases.MISSING)
        reopen_enquiry(who=self.who(self.case.member, move), enquiry=self.enquiry, missing=text, at=move.at)

    def withdraw(self, move: Move) -> None:
        """Taken back by the member."""
        withdraw_enquiry(who=self.who(self.case.member, move), enquiry=self.enquiry, at=move.at)

    def merge(self, move: Move) -> None:
        """The member asks the same again; whoever it is addressed to makes the two one."""
        writer, addressee = self.who(self.case.writer, move), self.service.addressee
        text = replace(self._draft(), details=self.rng.choice(phrases.INFORMATION))
        again = save_draft(who=writer, member=self.case.member, draft=text, at=move.at)
        again = send_enquiry(who=writer, enquiry=again, at=move.at)
        who = self.router(move) if addressee == self.case.writer else self.who(addressee, move)
        merge_enquiries(who=who, merged=again, into=self.enquiry, at=move.at)
        self.merged.append(again)


ACTS: Acts = {
    Verb.SAVE: Play.save,
    Verb.SEND: Play.send,
    Verb.ROUTE: Play.route,
    Verb.ALLOCATE: Play.allocate,
    Verb.HAND_BACK: Play.hand_back,
    Verb.NOTE: Play.note,
    Verb.ASK: Play.ask,
    Verb.ANSWER: Play.answer,
    Verb.INFORM: Play.inform,
    Verb.HOLD: Play.hold,
    Verb.CHASE: Play.chase,
    Verb.REMIND: Play.remind,
    Verb.REPLY: Play.reply,
    Verb.CLOSE: Play.close,
    Verb.WARN: Play.warn,
    Verb.LAPSE: Play.lapse,
    Verb.REOPEN: Play.reopen,
    Verb.WITHDRAW: Play.withdraw,
    Verb.MERGE: Play.merge,
}
