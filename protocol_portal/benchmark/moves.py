"""What each move leaves in the tables: a function for each verb, as its action in enquiries has it."""

import datetime
from collections.abc import Callable, Mapping

from casework.rules import Fact, rung_owed
from enquiries import events
from enquiries.models import Lateness, Message
from enquiries.states import OPEN
from protocol_portal.benchmark.telling import Telling
from protocol_portal.demonstration import phrases
from protocol_portal.demonstration.lives import Move, Verb
from protocol_portal.demonstration.moments import day_of

Kind = Message.Kind


def save(case: Telling, move: Move) -> None:
    """Written down and kept as a draft."""
    case.keep(move.at)


def send(case: Telling, move: Move) -> None:
    """Written and sent at once."""
    case.begin(move.at)


def route(case: Telling, move: Move) -> None:
    """Democratic services send it to the service that answers for it."""
    case.sent_to = case.service
    case.address(case.service)
    facts: dict[str, Fact] = {"service": case.service.pk}
    case.finish(events.ROUTED, move.at, _router(case), facts, told=(case.service.addressee_id,))


def _router(case: Telling) -> int:
    keepers = [one.pk for one in case.desk.roll.keepers if one.pk != case.case.writer.pk]
    return case.desk.rng.choice(keepers)


def allocate(case: Telling, move: Move) -> None:
    """Whoever it is addressed to gives it to an officer; the first time, that acknowledges it."""
    addressee = case.sent_to.addressee_id
    by = _router(case) if addressee in (None, case.case.writer.pk) else int(str(addressee))
    owner = case.officer if case.sent_to is case.service else addressee
    row = case.row
    case.step("allocate_to")
    row["owner_id"] = owner
    if row.get("acknowledged_at") is None:
        row["acknowledged_at"], row["acknowledged_by_id"] = move.at, by
    case.finish(events.ALLOCATED, move.at, by, {"owner": owner}, told=(row["member_id"], owner))


def hand_back(case: Telling, move: Move) -> None:
    """«Not ours»: back to be routed."""
    by = case.row["owner_id"]
    said = case.say(Kind.HAND_BACK, move.at, by, case.desk.rng.choice(phrases.HANDED_BACK))
    case.row["team_id"] = case.row["addressee_id"] = case.row["owner_id"] = None
    case.step("route_to")
    case.finish(events.HANDED_BACK, move.at, by, said)


def note(case: Telling, move: Move) -> None:
    """An officer's note."""
    text = case.case.matter.note or case.desk.rng.choice(phrases.NOTES)
    case.finish(events.NOTE_ADDED, move.at, case.officer, case.say(Kind.NOTE, move.at, case.officer, text))


def ask(case: Telling, move: Move) -> None:
    """The officer's question."""
    text = case.case.matter.question or "Could you tell me since when this has been so?"
    case.step("record_question")
    case.row["member_owes_on"] = case.desk.days.answer_by[day_of(move.at)]
    said = case.say(Kind.QUESTION, move.at, case.officer, text)
    case.finish(events.QUESTION_ASKED, move.at, case.officer, said, told=(case.row["member_id"],))


def answer(case: Telling, move: Move) -> None:
    """The member's answer."""
    text = case.case.matter.answer or "Since the end of last month, as far as the residents remember."
    case.step("record_member_answer")
    by = case.row["member_id"]
    said = case.say(Kind.ANSWER, move.at, by, text)
    case.finish(events.QUESTION_ANSWERED, move.at, by, said, told=(case.row["owner_id"],))


def inform(case: Telling, move: Move) -> None:
    """Something that the member adds."""
    by = case.row["member_id"]
    said = case.say(Kind.INFORMATION, move.at, by, case.desk.rng.choice(phrases.INFORMATION))
    case.finish(events.INFORMATION_ADDED, move.at, by, said, told=(case.row["owner_id"],))


def hold(case: Telling, move: Move) -> None:
    """The holding reply with its three parts; the first deadline stays."""
    matter, street = case.case.matter, case.case.street
    said = case.say(
        Kind.HOLDING_REPLY,
        move.at,
        case.officer,
        matter.why.format(street=street),
        action=matter.doing.format(street=street),
        promised_on=move.promised_on,
    )
    case.step("record_holding_reply")
    case.row["promised_on"] = case.row["owed_on"] = move.promised_on
    if move.promised_on and not case.row.get("reopened_on"):
        first = case.row.get("first_promised_on") or move.promised_on
        case.row["first_promised_on"] = min(first, move.promised_on)
    facts: dict[str, Fact] = {**said, "promised": str(move.promised_on)}
    case.finish(events.HOLDING_REPLY_SENT, move.at, case.officer, facts, told=(case.row["member_id"],))


def chase(case: Telling, move: Move) -> None:
    """The member asks where the reply is."""
    by = case.row["member_id"]
    said = case.say(Kind.CHASE, move.at, by)
    case.finish(events.CHASED, move.at, by, said, told=(case.row["owner_id"],))


def remind(case: Telling, move: Move) -> None:
    """The clock's reminder, where one is owed that day."""
    owed_on = case.row["owed_on"]
    if case.state not in OPEN or owed_on is None:
        return
    owed = rung_owed(owed_on, day_of(move.at), case.desk.days.calendar, case.climbed)
    if owed is None:
        return
    case.climbed.add((owed.rung.name, owed_on))
    case.desk.book.remind(case.thread, owed.rung.name, owed_on, move.at)
    facts: dict[str, Fact] = {
        "enquiry": case.pk,
        "rung": owed.rung.name,
        "told": ",".join(sorted(owed.told)),
        "owed": str(owed_on),
    }
    to = (case.row["owner_id"] or case.row["addressee_id"],)
    case.announce(events.REMINDER_DUE, move.at, None, facts, told=to)


def reply(case: Telling, move: Move) -> None:
    """The reply, and the version for a resident."""
    matter, street, rng = case.case.matter, case.case.street, case.desk.rng
    body = rng.choice(phrases.SECOND_REPLIES) if case.last_reply else matter.reply.format(street=street)
    forward = f"{rng.choice(phrases.FORWARD_OPENINGS)} {matter.forward.format(street=street)}"
    text = f"{rng.choice(phrases.OPENINGS)} {body}\n\n{rng.choice(phrases.ENDINGS)}"
    said = case.say(Kind.REPLY, move.at, case.officer, text, forward_text=forward)
    late = _late_because(case, day_of(move.at))
    case.last_reply = int(str(said["message"]))
    case.step("record_reply")
    answered(case, day_of(move.at))
    case.finish(events.REPLY_SENT, move.at, case.officer, said, told=(case.row["member_id"],))
    if late:
        reason, words = late
        content = {"reason": f"{Lateness(reason).label}. {words}"}
        facts: dict[str, Fact] = {"enquiry": case.pk, "because": reason}
        case.announce(events.LATENESS_EXPLAINED, move.at, case.officer, facts, content=content)


def _late_because(case: Telling, on: datetime.date) -> tuple[str, str] | None:
    """Why it comes after its deadline; most officers say it. None where it does not, or nobody said."""
    reopened_on = case.row.get("reopened_on")
    deadline = case.desk.days.due_again[reopened_on] if reopened_on else case.row["due_on"]
    if deadline is None or on <= deadline or case.desk.rng.random() < 0.1:
        return None
    found = case.desk.rng.choice(phrases.WHY_LATE)
    if not case.row.get("late_because"):
        case.row["late_because"], case.row["late_words"] = found
    return found


def answered(case: Telling, on: datetime.date) -> None:
    """With the member, until the day on which it closes by itself."""
    case.row["answered_on"], case.row["closes_on"] = on, case.desk.days.closes[on]


def close(case: Telling, move: Move) -> None:
    """«Yes, this answers me.»"""
    by = case.row["member_id"]
    _judge(case, move, answers=True)
    _end(case, move, "record_closing")
    case.finish(events.CLOSED, move.at, by, told=(case.row["owner_id"],))


def _judge(case: Telling, move: Move, *, answers: bool) -> None:
    """What the member says of the last reply; of what was declined nothing is said."""
    if case.last_reply:
        case.desk.verdicts.add(
            enquiry_id=case.pk,
            reply_id=case.last_reply,
            answers=answers,
            by_id=case.row["member_id"],
            at=move.at,
        )


def _end(case: Telling, move: Move, step: str) -> None:
    case.step(step)
    case.row["ended_on"] = day_of(move.at)


def warn(case: Telling, move: Move) -> None:
    """The clock tells the member that it is about to close."""
    if case.row["closes_on"]:
        case.desk.book.remind(case.thread, "closing-soon", case.row["closes_on"], move.at)
        told = (case.row["member_id"],)
        case.announce(events.CLOSING_SOON, move.at, None, {"enquiry": case.pk}, told=told)


def lapse(case: Telling, move: Move) -> None:
    """Closed by the clock, when the member said nothing."""
    _end(case, move, "record_closing")
    case.finish(events.CLOSED_BY_ITSELF, move.at, None, told=(case.row["member_id"],))


def reopen(case: Telling, move: Move) -> None:
    """«No, not yet»: a reply is owed again, the first deadline stays on record."""
    by, on = case.row["member_id"], day_of(move.at)
    _judge(case, move, answers=False)
    said = case.say(Kind.REOPENING, move.at, by, case.desk.rng.choice(phrases.MISSING))
    case.step("record_reopening")
    case.row.update(reopened_on=on, owed_on=case.desk.days.due_again[on])
    case.row.update(promised_on=None, closes_on=None, ended_on=None)
    case.finish(events.REOPENED, move.at, by, said, told=(case.row["owner_id"],))


def withdraw(case: Telling, move: Move) -> None:
    """Taken back by the member."""
    _end(case, move, "record_withdrawal")
    case.finish(events.WITHDRAWN, move.at, case.row["member_id"], told=(case.row["owner_id"],))


Acts = Mapping[Verb, Callable[[Telling, Move], None]]
# The step of an enquiry that each move takes: from another state the move is left out.
STEPS: Mapping[Verb, str] = {
    Verb.ROUTE: "route_to",
    Verb.ALLOCATE: "allocate_to",
    Verb.HAND_BACK: "route_to",
    Verb.ASK: "record_question",
    Verb.ANSWER: "record_member_answer",
    Verb.HOLD: "record_holding_reply",
    Verb.REPLY: "record_reply",
    Verb.CLOSE: "record_closing",
    Verb.WARN: "record_closing",
    Verb.LAPSE: "record_closing",
    Verb.REOPEN: "record_reopening",
    Verb.WITHDRAW: "record_withdrawal",
    Verb.REDIRECT: "record_redirection",
    Verb.BRING_OUTCOME: "record_outcome",
    Verb.DECLINE: "record_reply",
    Verb.KEEP_PRIVATE: "record_privacy",
    Verb.MERGE: "record_merging",
}
ACTS: Acts = {
    Verb.SAVE: save,
    Verb.SEND: send,
    Verb.ROUTE: route,
    Verb.ALLOCATE: allocate,
    Verb.HAND_BACK: hand_back,
    Verb.NOTE: note,
    Verb.ASK: ask,
    Verb.ANSWER: answer,
    Verb.INFORM: inform,
    Verb.HOLD: hold,
    Verb.CHASE: chase,
    Verb.REMIND: remind,
    Verb.REPLY: reply,
    Verb.CLOSE: close,
    Verb.WARN: warn,
    Verb.LAPSE: lapse,
    Verb.REOPEN: reopen,
    Verb.WITHDRAW: withdraw,
}
