"""A pack is certified, read by a second person and released: every group has the very same file."""

import hashlib

import pytest
from django.test import Client
from django.utils import timezone

from briefings import events
from briefings.actions import packs
from briefings.actions.deciding import agree
from briefings.actions.sharing import take_up
from briefings.models import Briefing, Matter
from briefings.policies import packs as policies
from briefings.screens.packs import pack_panel
from casework.models import CaseEvent
from council.models import Person
from rulebook.briefing.request import Form
from rulebook.decision import Refused
from rulebook.post import Post
from tests.briefings import giving
from tests.factories import briefings as make
from tests.factories import council
from tests.factories.briefings import Hall

pytestmark = pytest.mark.django_db
SHA256 = hashlib.sha256(giving.WORDS).hexdigest()


@pytest.fixture
def hall(settings: object) -> Hall:
    settings.PROTOCOL = "haringey"  # type: ignore[attr-defined]
    return make.a_hall()


def a_report(hall: Hall) -> tuple[Briefing, Matter]:
    row = make.agreed(hall, form=Form.REPORT)
    assert row.matter is not None
    return row, row.matter


def offer_of(hall: Hall, group: int) -> Briefing:
    return Briefing.objects.select_related("matter").get(group=hall.groups[group])


def taken_up(hall: Hall, group: int) -> Briefing:
    who = make.today(hall.leaders[group])
    return take_up(who=who, row=offer_of(hall, group), seen_version=None, at=timezone.now())


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(council.a_login(person))
    return client


def test_every_group_has_the_same_file_also_one_that_comes_later(hall: Hall) -> None:
    row, matter = a_report(hall)
    taken_up(hall, 1)
    giving.released(matter)
    assert [offer_of(hall, one).pack_sha256 for one in (0, 1)] == [SHA256, SHA256]
    late = taken_up(hall, 2)
    assert (late.state, late.pack_sha256) == ("given", SHA256)
    # A version that replaces it reaches all of them.
    giving.a_pack(matter, content=b"The library costs 41,000 pounds a year.")
    assert {one.pack_sha256 for one in Briefing.objects.all()} == {SHA256}
    who, reader = make.today(matter.lead), giving.a_head()
    packs.certify_pack(
        who=who,
        matter=matter,
        certified=["facts", "options", "recommendation", "political-implications", "business"],
        reader=reader,
        seen_version=None,
        at=timezone.now(),
    )
    packs.clear_pack(who=make.today(reader), matter=matter, seen_version=None, at=timezone.now())
    second = packs.release_pack(who=who, matter=matter, seen_version=None, at=timezone.now())
    assert {one.pack_sha256 for one in Briefing.objects.all()} == {second.sha256}
    panel = pack_panel(who, matter)
    assert panel is not None
    assert {one.words for one in panel.given["same"]} == {"Has this file"}
    Briefing.objects.filter(pk=row.pk).update(pack_sha256="0" * 64)
    panel = pack_panel(who, matter)
    assert panel is not None
    assert "Has another file" in {one.words for one in panel.given["same"]}


def test_no_statement_is_left_out_and_nobody_reads_their_own(hall: Hall) -> None:
    _row, matter = a_report(hall)
    giving.a_pack(matter)
    who, reader = make.today(matter.lead), giving.a_head()
    every = ["facts", "options", "recommendation", "political-implications", "business"]
    for certified, by in ((every[:-1], reader), (every, matter.lead)):
        with pytest.raises(Refused) as refusal:
            packs.certify_pack(
                who=who,
                matter=matter,
                certified=certified,
                reader=by,
                seen_version=None,
                at=timezone.now(),
            )
        assert "HA-4.11" in [cite.id for cite in refusal.value.decision.citations]


def test_what_a_second_reader_found_goes_back_and_another_version_follows(hall: Hall) -> None:
    _row, matter = a_report(hall)
    reader = giving.a_head()
    giving.certified(matter, reader=reader)
    assert not policies.may_add_pack(make.today(matter.lead), matter).allowed
    packs.return_pack(
        who=make.today(reader),
        matter=matter,
        because="Page 2 recommends closing it.",
        seen_version=None,
        at=timezone.now(),
    )
    assert not policies.may_release(make.today(matter.lead), matter).allowed
    assert giving.a_pack(matter).number == 2


def test_nothing_is_read_before_it_is_released_nor_by_another_group(hall: Hall) -> None:
    row, matter = a_report(hall)
    giving.cleared(matter)
    leader, other = client_of(hall.leaders[0]), client_of(hall.leaders[1])
    address = f"/briefings/{row.reference}/pack/"
    assert leader.get(address).status_code == 403
    packs.release_pack(who=make.today(matter.lead), matter=matter, seen_version=None, at=timezone.now())
    for _time in range(2):
        response = leader.get(address)
        assert (response.status_code, b"".join(response)) == (200, giving.WORDS)  # type: ignore[call-overload]
    assert other.get(address).status_code == 404
    # A group reads no version by its number.
    assert leader.get(f"/briefings/matters/{matter.reference}/pack/1/").status_code == 404
    assert CaseEvent.objects.filter(kind=events.PACK_READ.name).count() == 1
    page = leader.get(f"/briefings/{row.reference}/").content.decode()
    assert SHA256 in page
    assert "It recommends nothing" in page


def test_the_others_are_told_once_a_report_was_prepared(settings: object) -> None:
    settings.PROTOCOL = "mwda"  # type: ignore[attr-defined]
    hall = make.a_hall()
    clerk = council.a_holder_of(Post.CLERK)
    row = make.asked(hall, form=Form.REPORT, asked_of=Post.CLERK)
    row = agree(
        who=make.today(clerk),
        row=row,
        subject=make.SUBJECT,
        same_as=None,
        lead=None,
        seen_version=None,
        at=timezone.now(),
    )
    assert row.matter is not None
    assert Briefing.objects.count() == 1
    giving.released(row.matter)
    assert set(Briefing.objects.exclude(pk=row.pk).values_list("state", flat=True)) == {"told"}


PAGES = ("pack/", "pack/certify/", "pack/clear/", "pack/return/", "pack/release/", "dates/")


def test_each_page_of_a_pack_is_for_its_part_alone(hall: Hall) -> None:
    _row, matter = a_report(hall)
    reader = giving.a_head()
    giving.certified(matter, reader=reader)
    # add, certify, clear, return, release, offer dates (of a report there are none)
    table = {
        hall.chief: (403, 403, 403, 200, 403, 403),
        reader: (403, 403, 200, 200, 403, 403),
        giving.a_head(): (404,) * 6,
        hall.leaders[0]: (404,) * 6,
        council.an_officer(): (404,) * 6,
    }
    for person, statuses in table.items():
        client = client_of(person)
        base = f"/briefings/matters/{matter.reference}/"
        found = tuple(client.get(f"{base}{page}").status_code for page in PAGES)
        assert found == statuses, person
    packs.clear_pack(who=make.today(reader), matter=matter, seen_version=None, at=timezone.now())
    assert policies.may_release(make.today(hall.chief), matter).allowed
    assert policies.may_release(make.today(hall.monitoring_officer), matter).allowed
    assert not policies.may_release(make.today(reader), matter).allowed


def test_a_pack_is_added_and_certified_on_its_pages(hall: Hall) -> None:
    row, matter = a_report(hall)
    reader, client = giving.a_head(), client_of(hall.chief)
    base = f"/briefings/matters/{matter.reference}/"
    assert client.post(f"{base}pack/", {"upload": giving.a_file()}).status_code == 302
    page = client.get(f"{base}pack/certify/").content.decode()
    assert "It recommends nothing" in page
    boxes = ("facts", "options", "recommendation", "political-implications", "business")
    typed = {"reader": reader.pk, **{f"says_{one}": "on" for one in boxes}}
    missing = client.post(f"{base}pack/certify/", {**typed, "says_facts": ""})
    assert "Confirm it: It states the facts" in missing.content.decode()
    assert client.post(f"{base}pack/certify/", typed).status_code == 302
    assert client_of(reader).post(f"{base}pack/clear/", {}).status_code == 302
    assert client.post(f"{base}pack/release/", {}).status_code == 302
    assert Briefing.objects.get(pk=row.pk).state == "given"
    assert "Has this file" in client.get(base).content.decode()
