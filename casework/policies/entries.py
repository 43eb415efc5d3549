"""Who enters what in a register, sees it, approves it, takes it back or puts it right; and why not."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.models import RegisterEntry
from casework.policies.asking import Question, answer, rule_of
from casework.queries.elections import election_periods
from casework.queries.entries import (
    ENTERS,
    acts_in_one_of,
    approvers_of,
    approves,
    close_to,
    may_choose,
    people_in,
    register_of,
    visible_to,
)
from casework.rules.elections import ElectionPeriod, Told, what_is_stopped
from casework.states import EntryState
from council.queries import Standing
from rulebook.citation import Citation
from rulebook.decision import Decision, Outcome, allowed, refused
from rulebook.duty import Duty
from rulebook.pre_election import Effect, Matter
from rulebook.protocols import PROTOCOLS, protocol
from rulebook.register import Register, Takes, When
from rulebook.rule import Rule

# Under this key stands why an entry is needed although an election is near.
REASON = "reason"
_OPEN = (EntryState.PROPOSED, EntryState.STANDS)
# The registers with which an election has to do.
_HELD = {one.kind.value for text in PROTOCOLS.values() for one in text.registers if one.matter}


@dataclass(frozen=True)
class Filled:
    """What somebody filled in: the answers by the keys of the boxes, people by their numbers."""

    about: str
    answers: dict[str, object]
    day: datetime.date | None = None


def _rule(register: Register, cites: tuple[Citation, ...]) -> Rule:
    return Rule(register.kind.rule.id, _(register.kind.says), cites)


def may_enter(who: Standing, register: Register) -> Decision:
    """May the person make an entry in this register?"""
    rule = _rule(register, register.cites)
    if not who.in_post:
        return refused(rule, _("You hold no post here today, so you cannot do this."))
    if any(ENTERS[one](who) for one in register.enters):
        return allowed(rule)
    return refused(rule, " ".join(_(one.says) for one in register.enters))


def must_wait(who: Standing, register: Register) -> bool:
    """Whether what the person enters waits for approval: not where it is about no officer and the person acts
    in a post that approves it (PA-LEG.4: the two deal with it).
    """
    approval = register.approval
    return approval is not None and (bool(approval.officer) or not acts_in_one_of(who, approval))


def before_election(who: Standing, register: Register, text: str, day: datetime.date | None) -> Told | None:
    """What an election does to such an entry: stops it, or asks a reason; None where it does neither.

    A member’s public meeting is neither arranged nor held in those days (WO-E-9.3.34.2d); what an officer
    needs a reason for is to attend in them (MW-10.1c).
    """
    periods = election_periods() if register.matter else ()
    return _by_an_election(register, text, day, made_on=who.on, periods=periods)


def _by_an_election(
    register: Register,
    text: str,
    day: datetime.date | None,
    *,
    made_on: datetime.date,
    periods: Sequence[ElectionPeriod],
) -> Told | None:
    if register.matter is None or day is None:
        return None
    days = (made_on, day) if register.matter is Matter.MEMBERS_MEETING else (day,)
    found = (what_is_stopped(register.matter, one, protocol(text), periods) for one in days)
    return next((told for told in found if told.effect in (Effect.STOPPED, Effect.NEEDS_REASON)), None)


def election_of(entry: RegisterEntry, periods: Sequence[ElectionPeriod] | None = None) -> Told | None:
    """What an election does to an entry that stands or waits: by the elections of today, whenever those were
    entered; None where none does anything, or the entry does not stand any more.

    `periods` are all of them, where somebody asks about several entries.
    """
    register = register_of(entry)
    if entry.state not in _OPEN or register.matter is None:
        return None
    made_on = timezone.localdate(entry.entered_at)
    periods = election_periods() if periods is None else periods
    return _by_an_election(register, entry.protocol, entry.happens_on, made_on=made_on, periods=periods)


def touched_by_elections(*, on: datetime.date) -> dict[int, RegisterEntry]:
    """What stands or waits for the day or a later one, and is stopped by an election or lacks the reason that
    one asks; by number. Two queries.
    """
    periods = election_periods()
    ahead = RegisterEntry.objects.filter(state__in=_OPEN, happens_on__gte=on, register__in=_HELD)
    ahead = ahead.select_related("stream").order_by("pk")
    told = {entry: election_of(entry, periods) for entry in ahead}
    return {
        entry.pk: entry
        for entry, one in told.items()
        if one is not None and (one.effect is Effect.STOPPED or not entry.answers.get(REASON))
    }


def reason_owed(entry: RegisterEntry) -> Told | None:
    """For what whoever approves it must say why: an election asks a reason, and none was given with it."""
    told = election_of(entry)
    owed = told is not None and told.effect is Effect.NEEDS_REASON and not entry.answers.get(REASON)
    return told if owed else None


def faults_in(
    who: Standing, register: Register, answers: dict[str, object]
) -> Iterator[tuple[str, str, tuple[Citation, ...]]]:
    """What is wrong with the answers beside what the text bars: the box, the sentence, the paragraphs."""
    for box in register.lacking(answers):
        yield box.key, _("Answer this question: %(question)s") % {"question": _(box.label)}, register.cites
    for box in register.fields:
        choice = box.choice(str(answers.get(box.key, "")))
        if choice is not None and not may_choose(who, choice):
            yield box.key, _("This answer is not yours to give. Choose another."), register.cites
        named = people_in(register, answers, box.key) if box.takes is Takes.PEOPLE else []
        if box.others and who.person.pk in named:
            yield box.key, _("Name somebody other than yourself."), register.cites
        if box.close and close_to(who, named):
            yield box.key, _(box.close.sentence), box.close.cites


def may_stand(
    who: Standing,
    register: Register,
    filled: Filled,
    *,
    text: str,
    instead_of: RegisterEntry | None = None,
) -> Decision:
    """May this be entered: is none of its answers barred, is it told in time, does no election stop it?

    What is entered in the place of an earlier entry may keep its day.
    """
    bars = register.bars(filled.answers)
    if bars:
        cites = tuple(dict.fromkeys(cite for bar in bars for cite in bar.cites))
        return refused(_rule(register, cites), " ".join(_(bar.sentence) for bar in bars))
    for _key, words, cites in faults_in(who, register, filled.answers):
        return refused(_rule(register, cites), words)
    told = before_election(who, register, text, filled.day)
    if told is not None and (told.effect is Effect.STOPPED or not filled.answers.get(REASON)):
        return refused(told.rule, _(told.sentence), told.citations)
    if register.when is When.AFTER and filled.day and filled.day > who.on:
        return refused(_rule(register, register.cites), _("It is entered once it has happened."))
    kept = instead_of is not None and instead_of.happens_on == filled.day
    if register.when is When.BEFORE and filled.day and filled.day < who.on and not kept:
        return refused(
            _rule(register, register.cites),
            _("Those concerned are told before the day, so a day that is past cannot be entered."),
        )
    return allowed(_rule(register, register.cites))


def _knows(who: Standing, entry: RegisterEntry) -> bool:
    return visible_to(who).filter(pk=entry.pk).exists()


def _entered(who: Standing, entry: RegisterEntry) -> bool:
    return entry.entered_by_id == who.person.pk or entry.entered_by_id in who.covers


def _approves(who: Standing, entry: RegisterEntry) -> bool:
    mine = entry.entered_by_id == who.person.pk
    if who.person.pk in people_in(register_of(entry), entry.answers, ""):
        mine = mine or any(one.pk != who.person.pk for one in approvers_of(entry, on=who.on))
    return not mine and RegisterEntry.objects.filter(approves(who), pk=entry.pk).exists()


def _anyone(who: Standing, entry: RegisterEntry) -> bool:
    return True


_SEE = Question[RegisterEntry](Duty.ENTER_NOTICE, _anyone)
_DECIDE = Question[RegisterEntry](
    Duty.APPROVE_ATTENDANCE,
    _approves,
    gettext_lazy("Somebody else approves this: whoever holds the post that the protocol names."),
    (EntryState.PROPOSED,),
    gettext_lazy("Nothing waits for approval here."),
)
_WITHDRAW = Question[RegisterEntry](
    Duty.ENTER_NOTICE,
    _entered,
    gettext_lazy("Only whoever entered this can take it back."),
    _OPEN,
    gettext_lazy("This entry does not stand any more, so it cannot be taken back."),
)
_CORRECT = Question[RegisterEntry](
    Duty.ENTER_NOTICE,
    _entered,
    gettext_lazy("Only whoever entered this can put it right."),
    _OPEN,
    gettext_lazy("This entry does not stand any more, so it cannot be put right."),
)


def _answer(question: Question[RegisterEntry], who: Standing, entry: RegisterEntry) -> Decision:
    return answer(question, who, entry, text=entry.protocol, state=entry.state, knows=_knows)


def may_see_entry(who: Standing, entry: RegisterEntry) -> Decision:
    """May the person know of it? Seeing is the query."""
    return _answer(_SEE, who, entry)


def may_decide_entry(who: Standing, entry: RegisterEntry) -> Decision:
    """May the person approve it, or not? Never what they entered themselves."""
    decision = _answer(_DECIDE, who, entry)
    waits = entry.state == EntryState.PROPOSED and decision.outcome is Outcome.REFUSED
    if waits and entry.entered_by_id == who.person.pk:
        rule = rule_of(Duty.APPROVE_ATTENDANCE, entry.protocol)
        return refused(rule, _("You entered this, so somebody else approves it."))
    return decision


def may_approve_entry(who: Standing, entry: RegisterEntry, *, with_reason: bool = True) -> Decision:
    """May the person approve it? Not what an election stops, nor without a reason that an election asks."""
    decision = may_decide_entry(who, entry)
    told = election_of(entry) if decision.allowed else None
    if told is not None and (told.effect is Effect.STOPPED or (reason_owed(entry) and not with_reason)):
        return refused(told.rule, _(told.sentence), told.citations)
    return decision


def may_withdraw_entry(who: Standing, entry: RegisterEntry) -> Decision:
    """May the person take it back?"""
    return _answer(_WITHDRAW, who, entry)


def may_correct_entry(who: Standing, entry: RegisterEntry) -> Decision:
    """May the person put it right, by another entry in its place?"""
    decision = _answer(_CORRECT, who, entry)
    return may_enter(who, register_of(entry)) if decision.allowed else decision
