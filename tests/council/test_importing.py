"""A file is kept for one keeper, shown before it changes anything, and carried out once as it was shown."""

import datetime
import threading
from typing import Any

import pytest
from django.db import connections
from django.utils import timezone

from council.actions import ChangedSince, RowsRefused, keep_file, make_changes, plan_of
from council.actions.importing import KEPT_FOR
from council.files.columns import Register
from council.models import MemberTerm, Person, RegisterFile, Ward
from council.tasks import clear_register_files
from rulebook.decision import Refused
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.registers import DAY, a_keeper, kept, lines
from tests.harness.databases import Database

FILE = lines("Name,Ward", "Ann Lee,Hale", "Bo Ray,Manor")


def carry_out(file: RegisterFile, *, by: Person | None = None, seen: str = "") -> RegisterFile:
    """The file as it is shown now, or as it was shown then."""
    seen = seen or plan_of(file, today=timezone.localdate()).mark()
    return make_changes(kept=file, seen=seen, by=by or file.keeper, at=timezone.now())


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["member", "officer", "keeper until yesterday"])
def test_only_whoever_keeps_the_registers_brings_a_file_in(kind: str) -> None:
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    person = {
        "member": make.a_member,
        "officer": make.an_officer,
        "keeper until yesterday": lambda: make.a_holder_of(Post.DEMOCRATIC_SERVICES, to_on=yesterday),
    }[kind]()
    given = {"register": Register.MEMBERS, "name": "x", "from_on": DAY, "all_or_nothing": False}
    with pytest.raises(Refused):
        keep_file(content=FILE, by=person, at=timezone.now(), **given)
    file = kept(Register.MEMBERS, FILE)
    RegisterFile.objects.filter(pk=file.pk).update(keeper=person)
    with pytest.raises(Refused):
        carry_out(file, by=person)
    assert not Ward.objects.filter(name="Hale").exists()


@pytest.mark.django_db
def test_pressed_twice_it_is_done_once_and_the_file_is_gone() -> None:
    file = kept(Register.MEMBERS, FILE)
    seen = plan_of(file, today=timezone.localdate()).mark()
    first, second = carry_out(file, seen=seen), carry_out(file, seen=seen)
    assert first.done_at == second.done_at
    assert bytes(second.content) == b""
    assert second.outcome["counts"] == {"new": 2, "changed": 0, "unchanged": 0, "refused": 0}
    assert second.outcome["made"] == {"ward": ["Hale", "Manor"]}
    assert MemberTerm.objects.filter(from_on=DAY).count() == 2


def test_two_presses_at_once_are_one(own_database: Database) -> None:
    file = kept(Register.MEMBERS, FILE)
    seen = plan_of(file, today=timezone.localdate()).mark()
    faults: list[Exception] = []

    def press() -> None:
        try:
            carry_out(file, seen=seen)
        except Exception as fault:
            faults.append(fault)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=press) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert Person.objects.filter(last_name__in=["Lee", "Ray"]).count() == 2


@pytest.mark.django_db
def test_what_changed_after_the_preview_is_shown_anew_and_nothing_is_done() -> None:
    file = kept(Register.MEMBERS, FILE)
    seen = plan_of(file, today=timezone.localdate()).mark()
    make.a_member(name="Ann Lee", ward=make.a_ward(name="Hale"))
    with pytest.raises(ChangedSince) as now:
        carry_out(file, seen=seen)
    assert now.value.plan.counts() == {"new": 1, "changed": 0, "unchanged": 1, "refused": 0}
    assert not Person.objects.filter(last_name="Ray").exists()
    carry_out(file)
    assert Person.objects.filter(last_name="Ray").exists()


@pytest.mark.django_db
def test_all_or_nothing_waits_for_the_last_refused_row() -> None:
    content = lines("Name,Ward", "Ann Lee,Hale", "Half,Manor")
    with pytest.raises(RowsRefused):
        carry_out(kept(Register.MEMBERS, content, all_or_nothing=True))
    assert Ward.objects.count() == 0
    carry_out(kept(Register.MEMBERS, content))
    assert [ward.name for ward in Ward.objects.all()] == ["Hale"]


@pytest.mark.django_db
def test_a_keeper_has_one_file_and_nobody_has_one_for_more_than_a_day() -> None:
    keeper, other = a_keeper(), make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    first = kept(Register.MEMBERS, FILE, by=keeper)
    theirs = kept(Register.MEMBERS, FILE, by=other)
    second = kept(Register.SEATS, lines("Body,Name", "Planning,Ann Lee"), by=keeper)
    assert set(RegisterFile.objects.all()) == {theirs, second}
    assert not RegisterFile.objects.filter(pk=first.pk).exists()
    done = carry_out(theirs)
    RegisterFile.objects.update(kept_at=timezone.now() - KEPT_FOR - datetime.timedelta(minutes=1))
    assert clear_register_files() == 1
    assert list(RegisterFile.objects.all()) == [done], "what was done stays on record, without the file"


@pytest.mark.django_db
def test_the_history_of_each_row_is_kept() -> None:
    member = make.a_member(name="Ann Lee", ward=make.a_ward(name="Hale"))
    carry_out(kept(Register.MEMBERS, lines("Name,Ward", "Ann Lee,Manor")))
    term: Any = MemberTerm.objects.get(person=member, to_on=DAY - datetime.timedelta(days=1))
    assert [event.to_on for event in term.events.order_by("pgh_id")] == [None, term.to_on]


@pytest.mark.django_db
def test_a_preview_is_of_one_person_and_not_of_a_namesake_who_took_over_the_address() -> None:
    hale = make.a_ward(name="Hale")
    one = make.a_member(name="Ann Lee", email="a@x.example", ward=hale)
    file = kept(Register.MEMBERS, lines("Name,Email,Telephone", "Ann Lee,a@x.example,01"))
    seen = plan_of(file, today=timezone.localdate()).mark()
    Person.objects.filter(pk=one.pk).update(email="b@x.example")
    make.a_member(name="Ann Lee", email="a@x.example", ward=hale)
    with pytest.raises(ChangedSince):
        carry_out(file, seen=seen)
