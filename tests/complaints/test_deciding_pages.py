"""The pages from findings to the end, through a browser: what each shows, does, and keeps from whom."""

import datetime
import re
from html import unescape
from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from casework.wording import short_date
from complaints.models import Complaint, Remedy, Told
from complaints.states import ComplaintState
from council.models import Person
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.complaints import CONCERN, dealing
from tests.factories.deciding import (
    FOR_ONE,
    REASONS,
    about_a_member,
    about_an_officer,
    at_merseyside,
    clerk_named,
    decided,
    told_before,
)

pytestmark = pytest.mark.django_db
# Every page of a complaint that this part adds.
PAGES = (
    "decider",
    "before",
    "decide",
    "tell",
    "leader",
    "outcome",
    "refer",
    "consult",
    "views",
    "came",
    "set-remedy",
    "close",
)


def text_of(answer: HttpResponse) -> str:
    """The page as somebody reads it."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).replace("\xa0", " ").split())


def address(name: str, of: Any) -> str:
    return reverse(f"complaint-{name}", args=[of.reference if isinstance(of, Complaint) else of.pk])


def read(person: Person, name: str, of: Any) -> HttpResponse:
    return signed_in(person).get(address(name, of))


def press(by: Person, name: str, of: Any, **boxes: Any) -> HttpResponse:
    """What came of sending the form, at the page where it leads."""
    version = of.version if isinstance(of, Complaint) else ""
    given = {"token": f"token-{name}", "version": version, **boxes}
    return signed_in(by).post(address(name, of), given, follow=True)


def test_from_the_decision_to_the_end() -> None:
    case = about_an_officer()
    chief = case["chief executive"]
    page = press(chief, "decide", case.complaint, outcome="upheld", reasons=REASONS)
    assert "It is decided. Nobody is told yet" in text_of(page)
    assert case["complainant"].name in text_of(page)
    press(chief, "tell", case.again())
    side = text_of(read(case["complainant"], "outcome", case.again()))
    assert side.index("Upheld") < side.index(REASONS) < side.index("What is still open")
    owner, day = make.an_officer(), timezone.localdate() + datetime.timedelta(days=9)
    press(
        chief,
        "set-remedy",
        case.again(),
        words="Write an apology.",
        owner=owner.name,
        due_on=short_date(day),
    )
    remedy = Remedy.objects.get()
    assert (remedy.owner, remedy.due_on) == (owner, day)
    page = press(owner, "remedy", remedy, done_on=short_date(timezone.localdate()))
    assert "It is recorded as done" in text_of(page)
    page = press(chief, "close", case.again(), learning="Answer in five days.")
    assert "The complaint is closed" in text_of(page)
    assert case.again().state == ComplaintState.CLOSED


def test_a_decision_without_reasons_or_outcome_says_what_is_missing() -> None:
    case = about_an_officer()
    page = text_of(press(case["chief executive"], "decide", case.complaint))
    assert "Choose how it is decided" in page
    assert "Give the reasons" in page


def test_what_was_typed_is_kept_where_somebody_must_be_told_first() -> None:
    case = at_merseyside()
    clerk_named(case)
    row = case.again()
    page = press(case["clerk"], "decide", row, outcome="upheld", reasons=REASONS)
    assert "must be told before this is decided" in text_of(page)
    assert REASONS in text_of(page)
    assert case.again().state == ComplaintState.ASSESSED


def test_the_clerk_is_named_tells_the_two_and_decides() -> None:
    case = at_merseyside()
    page = text_of(read(case["receiver"], "decider", case.complaint))
    assert case["clerk"].name in page
    assert "The protocol has the Clerk to the Authority decide" in page
    press(case["receiver"], "decider", case.complaint)
    case.complaint.handlers.update(accepted_at=timezone.now())
    for told_as in ("chair", "group-leader"):
        boxes = {"token": f"token-{told_as}", "told_as": told_as, "words": FOR_ONE}
        press(case["clerk"], "before", case.again(), **boxes)
    press(case["clerk"], "decide", case.again(), outcome="upheld", reasons=REASONS)
    assert case.again().outcome == "upheld"


def test_at_merseyside_the_page_says_who_is_a_side_and_goes_on() -> None:
    case = at_merseyside()
    case["leader"].group_memberships.update(office="member")
    case["subject"].group_memberships.update(office="leader")
    clerk_named(case)
    page = text_of(read(case["clerk"], "before", case.complaint))
    assert "is a side of this complaint and is not told. It goes on without." in page


def test_whoever_was_told_in_words_reads_them_and_finds_no_way_to_the_case() -> None:
    case = at_merseyside()
    clerk_named(case)
    told_before(case, "chair")
    told = Told.objects.get()
    answer = read(case["chair"], "words", told)
    assert FOR_ONE in text_of(answer)
    assert case.complaint.reference not in answer.content.decode()
    for name in ("leader", "complainant", "subject", "receiver", "clerk"):
        assert read(case[name], "words", told).status_code == 404, name


def test_the_monitoring_officer_writes_for_the_leader() -> None:
    case = about_a_member()
    monitoring = make.a_holder_of(Post.MONITORING_OFFICER)
    dealing(case.complaint, monitoring, post=Post.MONITORING_OFFICER)
    row = decided(case, "receiver")
    assert "Nobody has to be told." in text_of(read(monitoring, "leader", row))
    unsaid = press(monitoring, "leader", row, told="tell", words=" ")
    assert "Write what they read" in text_of(unsaid)
    press(monitoring, "leader", row, told="tell", words=FOR_ONE)
    assert Told.objects.get().person == case["leader"]
    refused = read(case["receiver"], "leader", case.again())
    assert refused.status_code == 403
    assert "Only the monitoring officer" in text_of(refused)


def test_the_outcome_says_at_waltham_forest_that_managements_decision_stands() -> None:
    row = decided(about_an_officer(), "chief executive", "not-upheld", told=True)
    assert row.complainant is not None
    assert row.subject is not None
    page = text_of(read(row.complainant, "outcome", row))
    assert "Not upheld" in page
    assert "The decision of management stands. The protocol asks members to accept it. (" in page
    assert "The whistleblowing procedure." in page
    assert "The Ombudsman is for the public." in page
    assert CONCERN not in text_of(read(row.subject, "outcome", row))


def test_the_outcome_leaves_the_code_open_to_the_officer_and_not_to_the_member() -> None:
    case = about_a_member()
    row = decided(case, "receiver", told=True)
    code = "The procedure of the members’ code of conduct."
    assert code in text_of(read(case["complainant"], "outcome", row))
    assert code not in text_of(read(case["subject"], "outcome", row))


def test_a_referral_shows_what_has_overtaken_the_text() -> None:
    case = about_a_member(protocol="wokingham-2007", receives=Post.MONITORING_OFFICER, severity="serious")
    page = text_of(read(case["receiver"], "refer", case.complaint))
    assert "The national standards body was abolished in 2012." in page
    press(case["receiver"], "refer", case.complaint, to="code-of-conduct", because="It is grave.")
    assert case.again().state == ComplaintState.REFERRED
    independent = make.a_person(name="Ines Marsh")
    page = press(case["receiver"], "consult", case.complaint, person=independent.pk, words="Is it a breach?")
    assert "The Independent Person is asked" in text_of(page)
    page = press(case["receiver"], "views", case.again(), views="It is a breach.")
    assert "Their view is on the file" in text_of(page)
    press(case["receiver"], "came", case.again(), outcome="upheld", for_sides="An apology is due.")
    assert case.again().state == ComplaintState.CLOSED


@pytest.mark.parametrize("who", ["another member", "democratic services", "manager of the subject"])
def test_no_page_shows_a_stranger_that_there_is_a_complaint(who: str) -> None:
    case = about_an_officer(state=ComplaintState.DECIDED)
    for name in PAGES:
        assert read(case[who], name, case.complaint).status_code == 404, name
        never = 405 if name == "outcome" else 404
        assert press(case[who], name, case.complaint).status_code == never, name


@pytest.mark.parametrize("who", ["complainant", "subject"])
def test_no_page_is_a_sides_but_the_outcome(who: str) -> None:
    case = about_an_officer()
    row = decided(case, "chief executive", told=True)
    for name in PAGES:
        assert read(case[who], name, row).status_code == (200 if name == "outcome" else 403), name
        assert press(case[who], name, row).status_code in (403, 405), name
    assert case.again().state == ComplaintState.DECIDED


def test_a_remedy_is_nobodys_page_but_its_owners_and_the_handlers() -> None:
    case = about_an_officer()
    row = decided(case, "chief executive", told=True)
    owner = make.an_officer()
    written = row.writings.create(kind="remedy", at=timezone.now(), text="Write an apology.")
    remedy = row.remedies.create(writing=written, owner=owner, due_on=timezone.localdate())
    answer = read(owner, "remedy", remedy)
    assert "Write an apology." in text_of(answer)
    assert row.reference not in answer.content.decode()
    assert read(case["chief executive"], "remedy", remedy).status_code == 200
    assert read(owner, "remedy-owner", remedy).status_code == 403
    for who in ("complainant", "subject", "monitoring officer", "another member"):
        for page in ("remedy", "remedy-owner"):
            assert read(case[who], page, remedy).status_code == 404, who


def test_the_page_of_the_complaint_offers_what_can_be_done_and_shows_what_was() -> None:
    case = about_an_officer()
    chief = case["chief executive"]

    def page(person: Person) -> str:
        return text_of(signed_in(person).get(reverse("complaint", args=[case.complaint.reference])))

    assert "Decide" in page(chief)
    assert "Tell the outcome" not in page(chief)
    decided(case, "chief executive", told=True)
    shown = page(chief)
    assert "Say what is put right" in shown
    assert "Close the complaint" in shown
    assert "Who was told, and what is put right" in shown
    assert "( protocol, section 8 )" in shown
    for side in ("complainant", "subject"):
        assert "Read the outcome" in page(case[side])
        assert "Who was told" not in page(case[side])


def test_the_monitoring_officer_who_tells_no_leader_says_so_once_and_those_who_deal_with_it_read_it() -> None:
    case = about_a_member()
    monitoring = make.a_holder_of(Post.MONITORING_OFFICER)
    dealing(case.complaint, monitoring, post=Post.MONITORING_OFFICER)
    row = decided(case, "receiver")
    way = "Say whether the group leader is told"
    assert way in text_of(signed_in(monitoring).get(reverse("complaint", args=[row.reference])))
    press(monitoring, "leader", row, told="not-tell", words="It was one slip of the tongue.")
    told = Told.objects.get()
    assert (told.what, told.told_as, told.person, told.by) == ("not-told", "group-leader", None, monitoring)
    assert told.cites == "WF-8.11"
    page = text_of(signed_in(monitoring).get(reverse("complaint", args=[row.reference])))
    assert f"Not told, as {monitoring.name} decided" in page
    assert way not in page
    assert "Tell the group leader after all" in page
    other = text_of(signed_in(case["receiver"]).get(reverse("complaint", args=[row.reference])))
    assert f"Not told, as {monitoring.name} decided" in other
    assert "It was one slip of the tongue." in other
    assert "after all" not in other
    for name in ("complainant", "subject"):
        side = text_of(signed_in(case[name]).get(reverse("complaint", args=[row.reference])))
        assert "Not told" not in side
        assert "slip of the tongue" not in side
    again = press(monitoring, "leader", case.again(), told="not-tell", words="", token="again")
    assert "decided already that the group leader is not told" in text_of(again)
    press(monitoring, "leader", case.again(), told="tell", words=FOR_ONE, token="after-all")
    assert Told.objects.get(what="words").person == case["leader"]
