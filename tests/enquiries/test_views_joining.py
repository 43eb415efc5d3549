"""Parts, links, merging and the same reply in the browser, with each wrong input and each second press."""

import datetime

import pytest
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from casework.wording import short_date
from council.models import Person
from enquiries.actions.linking import link_enquiries
from enquiries.actions.replying import add_note
from enquiries.models import Contribution, Enquiry, Link, Message
from enquiries.states import State
from rulebook.post import Post
from tests.factories.browsers import signed_in
from tests.factories.council import a_holder_of, a_member
from tests.factories.enquiries import REPLY, on_day
from tests.factories.preparing import PART, QUESTION, a_part, another_team
from tests.factories.repairs import Council, a_case, the_repairs_team

SECRET = "Ivy Quennell"


@pytest.fixture
def council(db: None) -> Council:
    return the_repairs_team()


def page_of(response: HttpResponse) -> str:
    return response.content.decode()


def post(person: Person, name: str, case: Enquiry, **boxes: str) -> HttpResponse:
    boxes = {"version": str(Enquiry.objects.get(pk=case.pk).version), "token": f"token-{name}", **boxes}
    return signed_in(person).post(reverse(name, args=[case.reference]), boxes, follow=True)


def shown(person: Person, name: str, case: Enquiry) -> str:
    return page_of(signed_in(person).get(reverse(name, args=[case.reference])))


def asks(number: str, **more: str) -> dict[str, str]:
    return {"team": number, "question": QUESTION, "due_on": short_date(timezone.localdate()), **more}


def test_a_part_is_asked_for_once_however_often_it_is_pressed(council: Council) -> None:
    case, (team, _lena) = a_case(council), another_team()
    assert "Ask another team for its part" in shown(council.officer, "enquiry", case)
    version = str(case.version)
    for _time in range(2):
        page = page_of(
            post(council.officer, "enquiry-contributions", case, version=version, **asks(str(team.pk)))
        )
        assert QUESTION in page
    assert Contribution.objects.count() == 1
    assert "Lettings" in shown(council.officer, "enquiry", case)


@pytest.mark.parametrize(
    ("box", "given", "sentence"),
    [
        ("team", "", "Choose a team"),
        ("question", " ", "Say what you need from them"),
        ("due_on", "", "Enter the day by which you need it"),
        ("due_on", "soon", "Enter a real date"),
        ("due_on", "1/1/2020", "The day must be today or later"),
        ("due_on", "1/1/2199", "or earlier"),
    ],
)
def test_a_fault_of_the_question_is_said_and_the_rest_kept(
    council: Council, box: str, given: str, sentence: str
) -> None:
    case, (team, _lena) = a_case(council), another_team()
    page = page_of(post(council.officer, "enquiry-contributions", case, **asks(str(team.pk), **{box: given})))
    assert sentence in page
    assert "<title>Error: " in page
    assert box == "question" or QUESTION in page
    assert not Contribution.objects.exists()


def test_two_who_ask_the_same_team_ask_once_and_the_second_is_told(council: Council) -> None:
    case, (team, _lena) = a_case(council), another_team()
    version = str(case.version)
    a_part(case, team, by=council.colleague)
    page = page_of(
        post(council.officer, "enquiry-contributions", case, version=version, **asks(str(team.pk)))
    )
    assert "This case changed while you were typing" in page
    assert QUESTION in page
    again = page_of(post(council.officer, "enquiry-contributions", case, **asks(str(team.pk))))
    assert "Lettings is asked for its part already." in again
    assert Contribution.objects.count() == 1


def test_the_team_asked_reads_the_enquiry_and_gives_its_part(council: Council) -> None:
    case, (team, lena) = a_case(council, resident_name=SECRET), another_team()
    add_note(who=on_day(council.officer), enquiry=case, text="Between us.", at=timezone.now())
    a_part(case, team, by=council.officer)
    listed = page_of(signed_in(lena).get(reverse("team-cases")))
    assert "Parts asked of us" in listed
    assert case.reference in listed
    page = page_of(signed_in(lena).get(reverse("enquiry", args=[case.reference]), follow=True))
    assert QUESTION in page
    assert case.details in page
    for words in (SECRET, "Between us.", "Reply</a>"):
        assert words not in page
    part = str(Contribution.objects.get().pk)
    assert "Enter your part of the reply" in page_of(post(lena, "enquiry-part", case, part=part, text=""))
    for _time in range(2):
        page = page_of(post(lena, "enquiry-part", case, part=part, text=PART))
        assert PART in page
    assert PART in shown(council.officer, "enquiry", case)
    member = shown(council.member, "enquiry", case)
    assert PART not in member
    assert QUESTION not in member


@pytest.mark.parametrize(
    "name", ["enquiry-reply", "enquiry-notes", "enquiry-contributions", "enquiry-merge", "enquiry-files"]
)
def test_the_team_asked_opens_no_page_of_those_who_deal_with_it(council: Council, name: str) -> None:
    case, (team, lena) = a_case(council), another_team()
    a_part(case, team, by=council.officer)
    assert signed_in(lena).get(reverse(name, args=[case.reference])).status_code == 403


def test_a_part_that_came_too_late_is_not_lost_on_the_page(council: Council) -> None:
    case, (team, lena) = a_case(council), another_team()
    part = a_part(case, team, by=council.officer)
    Enquiry.objects.filter(pk=case.pk).update(state=State.WITHDRAWN)
    page = page_of(post(lena, "enquiry-part", case, part=str(part.pk), text=PART))
    assert PART in page
    assert "your part is not needed now" in page


def test_while_a_part_is_owed_the_reply_page_says_so_and_keeps_the_text(council: Council) -> None:
    case, (team, _lena) = a_case(council), another_team()
    a_part(case, team, by=council.officer)
    assert "The reply waits for the part of Lettings" in shown(council.officer, "enquiry-reply", case)
    page = page_of(post(council.officer, "enquiry-check", case, answer="full", text=REPLY))
    assert "The reply waits for the part of Lettings" in page
    assert REPLY in page
    assert "What this does to the clock" not in page
    forged = post(council.officer, "enquiry-check", case, answer="full", text=REPLY, send="1")
    assert "The reply waits for the part of Lettings" in page_of(forged)
    assert not case.messages.exists()


def test_a_part_is_done_without_on_its_page(council: Council) -> None:
    case, (team, _lena) = a_case(council), another_team()
    part = str(a_part(case, team, by=council.officer).pk)
    page = page_of(post(council.officer, "enquiry-contributions", case, part=part, waive="1", reason=""))
    assert "Say why the reply does without it" in page
    for sentence in ("The reply does not wait for Lettings any more.", "This part is not owed any more."):
        page = page_of(
            post(council.officer, "enquiry-contributions", case, part=part, waive="1", reason="Away.")
        )
        assert sentence in page
    assert "Away." in page


def test_links_are_made_and_taken_away_from_the_case(council: Council) -> None:
    case, other = a_case(council), a_case(council, member=a_member(name="Tom Lowe"))
    assert f'value="{other.reference}"' in shown(council.officer, "enquiry", case)
    for _time in range(2):
        post(council.officer, "enquiry-link", case, other=other.reference)
    assert Link.objects.count() == 1
    member = shown(council.member, "enquiry", case)
    assert "Another member has asked about the same matter." in member
    for words in (other.reference, "Tom Lowe"):
        assert words not in member
    for _time in range(2):
        post(council.officer, "enquiry-link", case, other=other.reference, unlink="1")
    assert not Link.objects.exists()


@pytest.mark.parametrize("number", ["ENQ-2222-2", "", "\x00"])
def test_a_link_with_what_never_was_is_a_page_that_never_was(council: Council, number: str) -> None:
    assert post(council.officer, "enquiry-link", a_case(council), other=number).status_code == 404


def test_linked_ones_are_answered_with_one_press_and_read_nothing_of_each_other(council: Council) -> None:
    tom = a_member(name="Tom Lowe")
    case, other = a_case(council), a_case(council, member=tom, details="My own words.")
    link_enquiries(who=on_day(council.officer), enquiry=case, other=other, at=timezone.now())
    boxes = {"answer": "full", "text": REPLY}
    look = page_of(post(council.officer, "enquiry-check", case, **boxes))
    version = Enquiry.objects.get(pk=other.pk).version
    value = f"{other.pk}:{version}"
    assert f'value="{value}"' in look
    assert "Answer linked enquiries with the same reply" in look
    add_note(who=on_day(council.colleague), enquiry=other, text="Chased.", at=timezone.now())
    stale = page_of(post(council.officer, "enquiry-check", case, send="1", also=value, **boxes))
    assert f"{other.reference} changed while you were typing" in stale
    assert REPLY in stale
    assert not Message.objects.filter(kind=Message.Kind.REPLY).exists()
    for _time in range(2):
        post(council.officer, "enquiry-check", case, send="1", also=f"{other.pk}:{version + 1}", **boxes)
    assert Message.objects.filter(kind=Message.Kind.REPLY).count() == 2
    first, second = shown(council.member, "enquiry", case), shown(tom, "enquiry", other)
    assert REPLY in first
    assert REPLY in second
    assert "My own words." not in first
    assert case.details not in second


def test_a_forged_tick_answers_nothing_that_is_not_linked(council: Council) -> None:
    case, other = a_case(council), a_case(council, member=a_member())
    boxes = {"answer": "full", "text": REPLY, "send": "1", "also": f"{other.pk}:{other.version}"}
    post(council.officer, "enquiry-check", case, **boxes)
    assert case.messages.exists()
    assert not other.messages.exists()


def merging(case: Enquiry, second: Enquiry, **more: str) -> dict[str, str]:
    seen = f"{second.pk}:{Enquiry.objects.get(pk=second.pk).version}"
    return {"other": str(second.pk), "goes_on": "other", "seen": seen, **more}


def test_two_enquiries_are_merged_on_a_page_and_pressed_twice_once(council: Council) -> None:
    case, other = a_case(council), a_case(council, details="It leaks too.")
    boxes = {**merging(case, other), "version": str(case.version)}
    assert other.reference in shown(council.officer, "enquiry-merge", case)
    for _time in range(2):
        page = page_of(post(council.officer, "enquiry-merge", case, **boxes))
        assert f"Merged into this one: {case.reference}" in page
    member = shown(council.member, "enquiry", case)
    assert reverse("enquiry", args=[other.reference]) in member
    assert f"Merged into this one: {case.reference}" in shown(council.member, "enquiry", other)
    assert case.details in shown(council.member, "enquiry", other)


@pytest.mark.parametrize(
    ("box", "sentence"), [("other", "Choose the other enquiry"), ("goes_on", "Choose which one goes on")]
)
def test_a_fault_of_the_merge_is_said(council: Council, box: str, sentence: str) -> None:
    case, other = a_case(council), a_case(council)
    page = page_of(post(council.officer, "enquiry-merge", case, **merging(case, other, **{box: ""})))
    assert sentence in page
    assert not Enquiry.objects.filter(state=State.MERGED).exists()


@pytest.mark.parametrize("seen", ["changed", "lost"])
def test_a_merge_of_what_changed_meanwhile_says_what_came(council: Council, seen: str) -> None:
    case, other = a_case(council), a_case(council)
    boxes = merging(case, other, **({"seen": ""} if seen == "lost" else {}))
    add_note(who=on_day(council.colleague), enquiry=other, text="Chased.", at=timezone.now())
    page = page_of(post(council.officer, "enquiry-merge", case, **boxes))
    assert "Amir Hussain added a note at" in page
    assert not Enquiry.objects.filter(state=State.MERGED).exists()


def test_where_there_is_nothing_to_merge_the_page_says_so(council: Council) -> None:
    page = shown(council.officer, "enquiry-merge", a_case(council))
    assert "There is no other open enquiry of Councillor Nair" in page


def test_satisfaction_stands_on_both_dashboards(council: Council) -> None:
    case = a_case(council, State.ANSWERED)
    signed_in(council.member).post(reverse("enquiry-verdict", args=[case.reference]), {"answer": "yes"})
    director = page_of(signed_in(council.director).get(reverse("directorate")))
    officer = page_of(signed_in(a_holder_of(Post.MONITORING_OFFICER)).get(reverse("dashboard")))
    for page, words in (
        (director, "Did the reply answer the member?"),
        (officer, "of the replies that members"),
    ):
        assert words in page
        assert "1 of 1" in page


def test_a_later_day_than_the_reply_is_refused_by_its_day(council: Council) -> None:
    case, (team, _lena) = a_case(council), another_team()
    assert case.owed_on is not None
    late = short_date(case.owed_on + datetime.timedelta(days=1))
    page = page_of(post(council.officer, "enquiry-contributions", case, **asks(str(team.pk), due_on=late)))
    assert "or earlier" in page
