"""Every register of every text by its own pages: the form, an entry that stands, each bar, each caution."""

from html import unescape
from typing import Any

import pytest
from django.urls import reverse
from pytest_django import Settings

from casework.models import RegisterEntry
from casework.states import EntryState
from rulebook.protocols import protocol
from rulebook.register import Register, Whom
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.entries import ABOUT, IDS, REGISTERS, Council, a_council, ahead, an_entry, boxes

pytestmark = pytest.mark.django_db


def text_of(answer: Any) -> str:
    """The page as somebody reads it."""
    return unescape(answer.content.decode()).replace("\xa0", " ")


def expected(register: Register, council: Council) -> set[int]:
    """Whom the register tells of the entry that `boxes` makes, by its description."""
    found = set()
    for tells in register.tells:
        if tells.whom in (Whom.WARD_MEMBERS, Whom.WARD_MEMBERS_ELSEWHERE):
            found |= {one.pk for one in council.ward_members}
        elif tells.whom is Whom.MANAGERS:
            found.add(council.manager.pk)
        elif tells.whom is not Whom.NAMED:
            acts = council.acting(tells.whom)
            found |= {acts.pk} if acts else set()
        else:
            box = register.field_of(tells.field)
            assert box is not None
            found.add(council.named(box.of).pk)
    return found


@pytest.mark.parametrize(("key", "register"), REGISTERS, ids=IDS)
def test_a_whole_entry_stands_and_tells_exactly_those_whom_the_text_names(
    settings: Settings, key: str, register: Register
) -> None:
    settings.PROTOCOL = key
    council = a_council()
    by = council.who(register.enters[0])
    browser, address = signed_in(by), reverse("notice-enter", args=[register.kind.value])
    assert browser.get(address).status_code == 200
    sent = browser.post(address, boxes(register, council))
    assert sent.status_code == 302, text_of(sent)
    entry = RegisterEntry.objects.get()
    assert entry.state == (EntryState.PROPOSED if register.approval else EntryState.STANDS)
    told = set(entry.told.values_list("person", flat=True))
    assert told == (set() if register.approval else expected(register, council) - {by.pk})
    page = text_of(browser.get(sent.headers["Location"]))
    assert entry.reference in page
    assert ABOUT in page
    listed = text_of(browser.get(reverse("notices-of", args=[register.kind.value])))
    assert entry.reference in listed


@pytest.mark.parametrize(("key", "register"), REGISTERS, ids=IDS)
def test_what_the_text_bars_is_refused_with_its_paragraph_and_nothing_typed_is_lost(
    settings: Settings, key: str, register: Register
) -> None:
    settings.PROTOCOL = key
    council = a_council()
    address = reverse("notice-enter", args=[register.kind.value])
    for box in register.fields:
        for choice in (one for one in box.choices if one.bar):
            browser = signed_in(council.who((*choice.by, *register.enters)[0]))
            page = text_of(browser.post(address, boxes(register, council, **{box.key: choice.value})))
            assert choice.bar is not None
            assert choice.bar.sentence in page
            for cite in choice.bar.cites:
                assert reverse("protocol-paragraph", args=[cite.id]) in page
            assert f'value="{ABOUT}"' in page
    assert not RegisterEntry.objects.exists()


@pytest.mark.parametrize(("key", "register"), REGISTERS, ids=IDS)
def test_a_caution_is_read_before_the_entry_stands(settings: Settings, key: str, register: Register) -> None:
    settings.PROTOCOL = key
    council = a_council()
    address = reverse("notice-enter", args=[register.kind.value])
    for box in register.fields:
        for choice in (one for one in box.choices if one.caution):
            browser = signed_in(council.who((*choice.by, *register.enters)[0]))
            typed = boxes(register, council, **{box.key: choice.value})
            assert choice.caution is not None
            assert choice.caution.sentence in text_of(browser.post(address, typed))
            assert not RegisterEntry.objects.filter(**{f"answers__{box.key}": choice.value}).exists()
            assert browser.post(address, {**typed, "heeded": "on"}).status_code == 302
            entry = RegisterEntry.objects.get(**{f"answers__{box.key}": choice.value})
            assert choice.caution.sentence in text_of(browser.get(reverse("notice", args=[entry.reference])))


@pytest.mark.parametrize("key", ["waltham-forest", "parish", "haringey"])
def test_a_register_that_the_text_has_not_is_nowhere(settings: Settings, key: str) -> None:
    settings.PROTOCOL = key
    council = a_council()
    browser = signed_in(council.member)
    for name in ("notices-of", "notice-enter"):
        for kind in ("visit", "surgery", "never-was"):
            assert browser.get(reverse(name, args=[kind])).status_code == 404
            assert browser.post(reverse("notice-enter", args=[kind]), {}).status_code == 404
    page = text_of(browser.get(reverse("notices")))
    assert ("asks for no notices" in page) == (not protocol(key).registers)


def test_whoever_may_not_enter_reads_who_may(settings: Settings) -> None:
    settings.PROTOCOL = "wokingham-2007"
    council = a_council()
    answer = signed_in(council.officer).get(reverse("notice-enter", args=["surgery"]))
    assert answer.status_code == 403
    assert "Members enter it." in text_of(answer)
    assert reverse("protocol-paragraph", args=["WO-E-9.3.34.3a"]) in text_of(answer)


def test_a_box_of_people_says_which_line_is_nobody_and_who_is_the_wrong_person(settings: Settings) -> None:
    settings.PROTOCOL = "wokingham-2007"
    council = a_council()
    summons = protocol("wokingham-2007").register("scrutiny-summons")
    assert summons is not None
    address = reverse("notice-enter", args=["scrutiny-summons"])
    browser = signed_in(council.chair)
    for typed, says in (
        ("Nobody Atall", "Nobody in office today is called Nobody Atall"),
        (council.officer.email, f"{council.officer.name} is neither chief executive, deputy nor director"),
        ("", "Answer this question: Who must attend?"),
    ):
        page = text_of(browser.post(address, boxes(summons, council, officer=typed)))
        assert says in page
    assert not RegisterEntry.objects.exists()


def test_a_day_that_is_past_is_refused_where_others_are_told_before_it(settings: Settings) -> None:
    settings.PROTOCOL = "wokingham-2014"
    council = a_council()
    [visit] = [one for one in protocol("wokingham-2014").registers if one.kind == "visit"]
    address = reverse("notice-enter", args=["visit"])
    typed = boxes(visit, council, day=ahead(-1).isoformat())
    assert "must be today or later" in text_of(signed_in(council.member).post(address, typed))
    assert not RegisterEntry.objects.exists()


def test_the_form_says_that_no_resident_and_no_complaint_belongs_there(settings: Settings) -> None:
    settings.PROTOCOL = "haringey"
    council = a_council()
    page = text_of(signed_in(council.officer).get(reverse("notice-enter", args=["ward-notice"])))
    assert "Name no resident, and write nothing of a complaint" in page


def test_a_list_is_narrowed_by_ward_and_status(settings: Settings) -> None:
    settings.PROTOCOL = "haringey"
    council = a_council()
    entry = an_entry("haringey", "ward-notice", council)
    browser, address = signed_in(council.keeper), reverse("notices-of", args=["ward-notice"])
    for query, is_there in (
        (f"?ward={council.elsewhere.pk}", True),
        (f"?ward={council.own.pk}", False),
        ("?state=stands", True),
        ("?state=withdrawn", False),
    ):
        assert (entry.reference in text_of(browser.get(address + query))) is is_there, query


def test_a_page_of_entries_asks_as_much_for_ten_as_for_one(
    settings: Settings, django_assert_max_num_queries: Any
) -> None:
    settings.PROTOCOL = "haringey"
    council = a_council()
    browser = signed_in(council.keeper)
    address = reverse("notices-of", args=["update"])
    for _each in range(10):
        an_entry("haringey", "update", council, by=make.an_officer())
    browser.get(address)
    with django_assert_max_num_queries(30):
        browser.get(address)
    with django_assert_max_num_queries(30):
        browser.get(reverse("notices"))
