"""Plays what is told of notices, visits and contacts, in the registers that the text in force asks for."""

import datetime

from casework.actions.entering import approve_entry, enter, withdraw_entry
from casework.models import RegisterEntry
from casework.policies.entries import Filled, may_enter, may_stand
from casework.queries.entries import approvers_of
from council.models import Ward
from protocol_portal.demonstration.moments import moment
from protocol_portal.demonstration.notices_told import EntryTold
from protocol_portal.demonstration.registry import Registry
from rulebook.register import Field, Register, Takes, Wards


def play_notices(registry: Registry, told: tuple[EntryTold, ...]) -> None:
    """All that the text has a register for, the oldest first."""
    for one in sorted(told, key=lambda one: -one.days):
        register = registry.text.register(one.kind.value)
        if register is not None:
            _play(registry, register, one)


def _play(registry: Registry, register: Register, told: EntryTold) -> None:
    """Entered as on the page, unless an election stops it; then approved or taken back, if it was."""
    at = moment(registry.past(told.days), 9, 40)
    who = registry.who(registry.stage.roll.people[told.by], at)
    filled, text = _filled(registry, register, told), registry.text.key
    if not (may_enter(who, register).allowed and may_stand(who, register, filled, text=text).allowed):
        return
    named = told.wards if register.wards is not Wards.NONE else ()
    wards = list(Ward.objects.filter(name__in=named))
    entry = enter(who=who, protocol=text, register=register, filled=filled, wards=wards, at=at)
    later = moment(registry.past(max(told.days - 1, 1)), 16, 20)
    if told.approved:
        _approve(registry, entry, told.approved, later)
    if told.withdrawn:
        withdraw_entry(who=registry.who(who.person, later), entry=entry, words=told.withdrawn, at=later)


def _approve(registry: Registry, entry: RegisterEntry, words: str, at: datetime.datetime) -> None:
    """By the first whom the text names."""
    approver = approvers_of(entry, on=at.date())[0]
    approve_entry(who=registry.who(approver, at), entry=entry, words=words, at=at)


def _filled(registry: Registry, register: Register, told: EntryTold) -> Filled:
    answers = {box.key: _answer(registry, box, told.answers.get(box.key, ())) for box in register.fields}
    return Filled(told.about, answers, _day(registry, told.day) if register.day else None)


def _day(registry: Registry, days: int) -> datetime.date:
    return registry.past(-days) if days < 0 else registry.coming(days)


def _answer(registry: Registry, box: Field, given: tuple[str, ...]) -> object:
    """As a form gives it: people by their numbers, anything else as it was typed or chosen."""
    if box.takes is Takes.PEOPLE:
        return [registry.stage.roll.people[name].pk for name in given]
    if box.takes is Takes.CHOICE:
        return next((value for value in given if box.choice(value)), "")
    return " ".join(given)
