"""A council whose people may enter whatever a text's registers ask for, and entries of every kind."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from casework.actions.entering import enter
from casework.models import RegisterEntry
from casework.policies.entries import REASON, Filled
from council.models import Person, Portfolio, Ward
from council.rules import BodyType, Grade
from rulebook.post import Post
from rulebook.protocols import PROTOCOLS, protocol
from rulebook.register import Enters, Field, Of, Register, Takes, Wards, When, Whom
from tests.factories import council as make
from tests.factories.enquiries import on_day

ABOUT = "Quillwort lane"
REGISTERS = [(text.key, one) for text in PROTOCOLS.values() for one in text.registers]
IDS = [f"{key} {one.kind.value}" for key, one in REGISTERS]


@dataclass(frozen=True)
class Council:
    """Those whom entries are about, and two wards: the entering member's own, and another."""

    member: Person
    own: Ward
    elsewhere: Ward
    ward_members: tuple[Person, ...]
    officer: Person
    manager: Person
    director: Person
    holder: Person
    chair: Person
    entering_officer: Person
    keeper: Person
    clerk: Person
    chairman: Person
    assistant: Person

    def who(self, one: Enters) -> Person:
        """Somebody who may enter so."""
        return {
            Enters.MEMBERS: self.member,
            Enters.OFFICERS: self.entering_officer,
            Enters.SCRUTINY_MEMBERS: self.chair,
            Enters.SCRUTINY_CHAIRS: self.chair,
            Enters.SCRUTINY_CHAIR: self.chair,
            Enters.DEMOCRATIC_SERVICES: self.keeper,
            Enters.EXECUTIVE: self.holder,
            Enters.CHIEF_OFFICERS: self.director,
            Enters.ASSISTANTS: self.assistant,
        }[one]

    def named(self, of: Of) -> Person:
        """Somebody whom a box for such people takes."""
        return {
            Of.MEMBERS: self.holder,
            Of.OFFICERS: self.officer,
            Of.CHIEF_OFFICERS: self.director,
            Of.PORTFOLIO_HOLDERS: self.holder,
            Of.CHAIRS: self.chair,
            Of.ANYBODY: self.officer,
            Of.OFFICE_HOLDERS: self.chair,
        }[of]

    def acting(self, whom: Whom) -> Person | None:
        """Whoever acts in the post that is told; None where somebody else is."""
        acts = {
            Whom.CLERK: self.clerk,
            Whom.CHAIRMAN: self.chairman,
            Whom.DEMOCRATIC_SERVICES: self.keeper,
        }
        return acts.get(whom)


def a_council() -> Council:
    """The people, each in office since long ago."""
    own, elsewhere, housing = make.a_ward(), make.a_ward(), make.a_directorate()
    manager = make.an_officer(grade=Grade.HEAD_OF_SERVICE, directorate=housing)
    holder, chair, chairman = make.a_member(), make.a_member(), make.a_member()
    make.a_seat(make.a_body(kind=BodyType.COUNCIL), chairman, office="chair")
    Portfolio.objects.create(title="Housing", person=holder, from_on=make.LONG_AGO)
    make.a_seat(make.a_body(kind=BodyType.SCRUTINY), chair, office="chair")
    return Council(
        member=make.a_member(ward=own),
        own=own,
        elsewhere=elsewhere,
        ward_members=(make.a_member(ward=elsewhere), make.a_member(ward=elsewhere)),
        officer=make.an_officer(directorate=housing, line_manager=manager),
        manager=manager,
        director=make.an_officer(grade=Grade.DIRECTOR, directorate=housing),
        holder=holder,
        chair=chair,
        entering_officer=make.an_officer(),
        keeper=make.a_holder_of(Post.DEMOCRATIC_SERVICES),
        clerk=make.a_holder_of(Post.CLERK),
        chairman=chairman,
        assistant=make.a_political_assistant(make.a_group()),
    )


def ahead(days: int = 7) -> datetime.date:
    """A day after today."""
    return timezone.localdate() + datetime.timedelta(days=days)


def plain(one: Field) -> str:
    """An answer that neither bars the entry nor asks for anything to be read."""
    return next(choice.value for choice in one.choices if not choice.bar and not choice.caution)


def a_day(register: Register) -> datetime.date:
    """A day that the register takes: ahead, or behind where it is about what has happened."""
    return ahead(-1) if register.when is When.AFTER else ahead()


def boxes(register: Register, council: Council, **given: Any) -> dict[str, Any]:
    """What somebody types and chooses in the register's form."""
    typed: dict[str, Any] = {"about": ABOUT, "token": make.a_person().email}
    if register.day:
        typed["day"] = a_day(register).isoformat()
    if register.wards is not Wards.NONE:
        typed["wards"] = [council.elsewhere.pk]
    for one in register.fields:
        if one.takes is Takes.CHOICE:
            typed[one.key] = plain(one)
        else:
            typed[one.key] = council.named(one.of).email if one.takes is Takes.PEOPLE else ABOUT
    return typed | given


def filled(register: Register, council: Council, **given: Any) -> Filled:
    """The same as the form hands it on."""
    answers: dict[str, object] = {}
    for one in register.fields:
        typed = boxes(register, council)[one.key]
        answers[one.key] = [council.named(one.of).pk] if one.takes is Takes.PEOPLE else typed
    return Filled(ABOUT, answers | given, a_day(register) if register.day else None)


def an_entry(key: str, kind: str, council: Council | None = None, by: Person | None = None) -> RegisterEntry:
    """An entry in that register of that text, made by somebody who may."""
    council = council or a_council()
    register = protocol(key).register(kind)
    assert register is not None
    return enter(
        who=on_day(by or council.who(register.enters[0])),
        protocol=key,
        register=register,
        filled=filled(register, council),
        wards=[council.elsewhere] if register.wards is not Wards.NONE else [],
        at=timezone.now(),
    )


def a_visit(member: Person, officer: Person) -> RegisterEntry:
    """A visit of the member at the waste authority, told to the officer in charge."""
    visit = protocol("mwda").register("visit")
    assert visit is not None
    answers: dict[str, object] = {"why": "scrutiny", "need": ABOUT, "officer": [officer.pk]}
    given = Filled(ABOUT, answers, ahead())
    return enter(who=on_day(member), protocol="mwda", register=visit, filled=given, at=timezone.now())


def an_attendance(member: Person, officer: Person) -> RegisterEntry:
    """An officer’s attendance at a public meeting there, which waits for approval."""
    register = protocol("mwda").register("officer-attends")
    assert register is not None
    # The town has an election that is near, before which an officer needs a reason.
    answers: dict[str, object] = {"place": ABOUT, "officer": [officer.pk], "politics": "no", REASON: ABOUT}
    given = Filled(ABOUT, answers, ahead())
    return enter(who=on_day(member), protocol="mwda", register=register, filled=given, at=timezone.now())
