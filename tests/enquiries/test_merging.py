"""Two enquiries of one member become one: history, files, the earlier date, and what may not be merged."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from casework.models import Attachment, CaseEvent, Delivery
from council.models import Person
from enquiries.actions.enclosing import add_files
from enquiries.actions.following import add_information, reopen_enquiry
from enquiries.actions.linking import link_enquiries
from enquiries.actions.locking import Stale
from enquiries.actions.merging import merge_enquiries
from enquiries.actions.replying import add_note, send_reply
from enquiries.models import Contribution, Enquiry, Link, Privacy
from enquiries.policies import joining
from enquiries.queries.written import FirstReplyOn
from enquiries.screens.joining import goes_on_panel, mergeable, merged_panel
from enquiries.screens.narrowing import counted, promise_broken, promise_kept
from enquiries.states import UNANSWERED, State
from rulebook.decision import Outcome, Refused
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.enquiries import MISSING, REPLY, moment, on_day
from tests.factories.preparing import a_part, another_team
from tests.factories.repairs import Council, a_case, the_repairs_team

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
EARLIER = TODAY - datetime.timedelta(days=3)


@pytest.fixture
def council() -> Council:
    return the_repairs_team()


def merge(council: Council, merged: Enquiry, into: Enquiry, by: Person | None = None) -> Enquiry:
    return merge_enquiries(who=on_day(by or council.officer), merged=merged, into=into, at=timezone.now())


@pytest.mark.parametrize("newer_goes_on", [True, False])
def test_the_earlier_date_stays_owed_whichever_goes_on(council: Council, newer_goes_on: bool) -> None:
    older, newer = a_case(council, received_on=EARLIER), a_case(council)
    merged, into = (older, newer) if newer_goes_on else (newer, older)
    due, owed, received = older.due_on, older.owed_on, older.received_on
    merge(council, merged, into)
    into = Enquiry.objects.get(pk=into.pk)
    merged = Enquiry.objects.get(pk=merged.pk)
    assert (into.due_on, into.owed_on, into.received_on) == (due, owed, received)
    assert (merged.state, merged.merged_into, merged.ended_on) == (State.MERGED, into, TODAY)
    assert into.state == State.ALLOCATED


def test_what_was_said_and_the_files_are_read_from_the_one_that_goes_on(council: Council) -> None:
    case, other = a_case(council), a_case(council)
    message = add_information(
        who=on_day(council.member), enquiry=other, text="It leaks too.", at=timezone.now()
    )
    upload = SimpleUploadedFile("photo.txt", b"wet", content_type="text/plain")
    add_files(
        who=on_day(council.officer), enquiry=other, uploads=[upload], token="merge-files", at=timezone.now()
    )
    add_note(who=on_day(council.officer), enquiry=other, text="Only for us.", at=timezone.now())
    merge(council, other, case)
    for reader in (council.officer, council.member):
        panel = merged_panel(on_day(reader), case)
        assert panel is not None
        [thread] = panel.given["threads"]
        assert thread.enquiry == other
        assert [said for said, _files in thread.said] == [message], "notes stay where they were"
    assert Attachment.objects.get().stream == case.stream
    assert not other.messages.exclude(enquiry=other).exists(), "no message moves: the chain proves them there"


def test_a_merge_of_merged_ones_shows_all_of_them(council: Council) -> None:
    first, second, third = a_case(council), a_case(council), a_case(council)
    merge(council, first, second)
    merge(council, second, third)
    panel = merged_panel(on_day(council.officer), third)
    assert panel is not None
    assert [thread.enquiry for thread in panel.given["threads"]] == [second, first]


def test_the_merged_one_leads_to_the_other(council: Council) -> None:
    case, other = a_case(council), a_case(council)
    assert goes_on_panel(on_day(council.member), other) is None
    merge(council, other, case)
    panel = goes_on_panel(on_day(council.member), Enquiry.objects.get(pk=other.pk))
    assert panel is not None
    assert panel.given["into"] == case


def test_parts_and_links_go_to_the_one_that_goes_on(council: Council) -> None:
    case, other = a_case(council), a_case(council)
    third = a_case(council, member=make.a_member())
    for one in (case, third):
        link_enquiries(who=on_day(council.officer), enquiry=other, other=one, at=timezone.now())
    a_part(other, another_team()[0], by=council.officer)
    merge(council, other, case)
    assert Contribution.objects.get().enquiry == case
    assert [{link.first, link.second} for link in Link.objects.all()] == [{case, third}]


@pytest.mark.parametrize("state", [state for state in State if state is not State.REDIRECTED])
def test_only_what_waits_for_its_reply_is_merged(council: Council, state: State) -> None:
    if state is State.MERGED:
        case, other = a_case(council), a_case(council)
        merge(council, case, other)
        case = Enquiry.objects.get(pk=case.pk)
    else:
        case = a_case(council, state)
    decision = joining.may_merge(on_day(council.officer), case)
    assert decision.allowed == (state in UNANSWERED)


@pytest.mark.parametrize(
    ("different", "words"),
    [
        ({"member": "another"}, "two members"),
        ({"is_confidential": True}, "same readers"),
        ({"privacy": Privacy.PRIVATE}, "same readers"),
        ({"protocol": "mwda"}, "different protocols"),
        ({}, "another enquiry than this one"),
    ],
)
def test_what_does_not_belong_together_stays_apart(
    council: Council, different: dict[str, object], words: str
) -> None:
    case = a_case(council)
    other = case if not different else a_case(council)
    if different.get("member"):
        different = {"member": make.a_member()}
    if different:
        Enquiry.objects.filter(pk=other.pk).update(**different)
    other = Enquiry.objects.get(pk=other.pk)
    with pytest.raises(Refused) as refusal:
        merge(council, other, case)
    assert words in refusal.value.decision.sentence
    assert other not in mergeable(on_day(council.officer), case)


@pytest.mark.parametrize(
    ("who", "outcome"),
    [
        ("owner", Outcome.ALLOWED),
        ("director", Outcome.ALLOWED),
        ("democratic services", Outcome.ALLOWED),
        ("member", Outcome.REFUSED),
        ("asked for a part", Outcome.REFUSED),
        ("officer elsewhere", Outcome.UNKNOWN),
    ],
)
def test_who_may_merge(council: Council, who: str, outcome: Outcome) -> None:
    case, other = a_case(council), a_case(council)
    team, lena = another_team()
    a_part(case, team, by=council.officer)
    people = {
        "owner": council.officer,
        "director": council.director,
        "democratic services": make.a_holder_of(Post.DEMOCRATIC_SERVICES),
        "member": council.member,
        "asked for a part": lena,
        "officer elsewhere": make.an_officer(team=make.a_team()),
    }
    assert joining.may_merge_two(on_day(people[who]), case, other).outcome is outcome


def test_two_who_merge_at_once_merge_once(council: Council) -> None:
    case, other = a_case(council), a_case(council)
    merge(council, other, case)
    with pytest.raises(Refused):
        merge(council, other, case)
    with pytest.raises(Refused):
        merge(council, case, other, by=council.colleague)


@pytest.mark.parametrize("changed", ["merged", "into"])
def test_what_changed_since_it_was_read_is_not_merged(council: Council, changed: str) -> None:
    case, other = a_case(council), a_case(council)
    seen = {case.pk: case.version, other.pk: other.version}
    row = other if changed == "merged" else case
    add_note(who=on_day(council.colleague), enquiry=row, text="Chased.", at=timezone.now())
    with pytest.raises(Stale) as stale:
        merge_enquiries(who=on_day(council.officer), merged=other, into=case, at=timezone.now(), seen=seen)
    assert stale.value.enquiry == row


def test_who_is_told_of_a_merge(council: Council) -> None:
    case, other = a_case(council), a_case(council, officer=council.colleague)
    merge(council, other, case, by=council.director)
    told = {
        kind: {one.person for one in Delivery.objects.filter(event__kind=kind)}
        for kind in ("enquiry.merged_into", "enquiry.took_in")
    }
    assert told == {
        "enquiry.merged_into": {council.member, council.colleague},
        "enquiry.took_in": {council.officer},
    }
    assert CaseEvent.objects.filter(kind="enquiry.took_in").get().facts["merged"] == other.pk


def test_a_merged_one_counts_in_no_figure_of_time(council: Council) -> None:
    case, other = a_case(council, received_on=EARLIER), a_case(council)
    merge(council, case, other)
    assert list(Enquiry.objects.filter(counted())) == [other]


def ago(days: int) -> datetime.date:
    return TODAY - datetime.timedelta(days=days)


# For which day each promised, and on which day it had its full reply before they were merged: days ago.
@pytest.mark.parametrize(
    ("merged", "into", "broken", "kept"),
    [
        ({"promised": 5}, {}, 1, 0),
        ({"promised": 5}, {"promised": -5}, 1, 0),
        ({"promised": -5}, {"promised": 5}, 1, 0),
        ({"promised": -5}, {}, 0, 1),
        ({}, {}, 0, 0),
        ({"promised": 9, "replied": 8}, {}, 1, 0),
        ({"promised": 9, "replied": 9}, {}, 0, 0),
        ({"promised": 5}, {"replied": 4}, 1, 0),
        ({"promised": 5}, {"replied": 5}, 0, 0),
        ({"promised": 5}, {"promised": 9, "replied": 8}, 1, 0),
    ],
)
def test_a_promise_is_neither_undone_nor_broken_by_merging(
    council: Council, merged: dict[str, int], into: dict[str, int], broken: int, kept: int
) -> None:
    merge(council, with_history(council, **merged), with_history(council, **into))
    counts = Enquiry.objects.filter(counted()).annotate(first_reply_on=FirstReplyOn())
    assert counts.filter(promise_broken(TODAY)).count() == broken
    assert counts.filter(promise_kept(TODAY)).count() == kept


def with_history(council: Council, promised: int | None = None, replied: int | None = None) -> Enquiry:
    """Received ten days ago, promised for a day, answered on a day and reopened, so many days ago."""
    state = State.ALLOCATED if promised is None else State.HOLDING
    case = a_case(council, state, received_on=ago(10), promised_on=ago(promised or 0))
    if replied is not None:
        at, who = moment(ago(replied), 12), on_day(council.officer, ago(replied))
        send_reply(who=who, enquiry=case, text=REPLY, forward_text="", at=at)
        reopen_enquiry(who=on_day(council.member), enquiry=case, missing=MISSING, at=timezone.now())
    return Enquiry.objects.get(pk=case.pk)
