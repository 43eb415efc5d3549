"""The Independent Person reads what was put to them and nothing else, and their view stands on the file."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from casework.models import Attachment, CaseEvent, Delivery
from complaints.actions.consulting import Asked, accept_put, ask_independent, enter_views, give_views
from complaints.actions.looking_at_handlers import look_at_handlers
from complaints.actions.referring import refer
from complaints.models import Handler, Writing
from complaints.policies import consulting as policies
from complaints.queries import visible_to
from complaints.queries.consulting import asked_of, may_be_independent, put_to, views_of
from complaints.subscribers.consulting import PLANS
from council.models import Person
from rulebook.complaint import Procedure
from rulebook.decision import Outcome, Refused
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.complaints import a_complaint
from tests.factories.deciding import Case, about_a_member
from tests.factories.enquiries import on_day
from tests.factories.pages import body_of, read_of

pytestmark = pytest.mark.django_db
PUT, VIEW, SECRET = (
    "Was this a breach of paragraph 3?",
    "It was a breach.",
    "Only for those who deal with it.",
)
A_DAY = datetime.timedelta(days=1)


def with_the_code() -> Case:
    """Serious, and with the code of conduct; the monitoring officer decides. One paper is a secret."""
    case = about_a_member(protocol="wokingham-2014", receives=Post.MONITORING_OFFICER, severity="serious")
    receiver = case["receiver"]
    refer(
        who=on_day(receiver),
        row=case.complaint,
        to=Procedure.CODE_OF_CONDUCT,
        because="It is grave.",
        seen_version=None,
        at=timezone.now(),
    )
    row = case.again()
    row.writings.create(kind=Writing.Kind.NOTE, by=receiver, at=timezone.now(), text=SECRET)
    case.people["independent"] = make.a_member(kind="independent", name="Ines Marsh")
    return case


def ask(case: Case, person: Person | None = None, *papers: Writing) -> Handler:
    asked = Asked(person or case["independent"], PUT, papers)
    who = on_day(case["receiver"])
    return ask_independent(who=who, row=case.again(), asked=asked, seen_version=None, at=timezone.now())


def page(case: Case, handler: Handler, name: str = "independent") -> HttpResponse:
    return signed_in(case[name]).get(reverse("complaint-asked", args=[handler.pk]))


def accepted(case: Case, handler: Handler) -> Handler:
    accept_put(who=on_day(case["independent"]), handler=handler, at=timezone.now())
    return Handler.objects.select_related("complaint").get(pk=handler.pk)


def give(case: Case, handler: Handler, by: str = "independent") -> None:
    give_views(who=on_day(case[by]), handler=handler, views=VIEW, at=timezone.now())


def test_they_read_what_was_put_to_them_and_nothing_of_the_case() -> None:
    case = with_the_code()
    concern = case.complaint.writings.get(kind=Writing.Kind.CONCERN)
    handler = accepted(case, ask(case, None, concern))
    said = read_of(page(case, handler))
    assert PUT in said
    assert concern.text in said
    for word in (SECRET, case.complaint.reference, "It is grave."):
        assert word not in said
    assert {row.kind for row in put_to(handler)} == {"asked", "concern"}
    who = on_day(case["independent"])
    assert not visible_to(who).exists()
    assert signed_in(who.person).get(reverse("complaint", args=[case.complaint.reference])).status_code == 404


def test_nothing_is_shown_before_they_keep_it_confidential() -> None:
    case = with_the_code()
    handler = ask(case)
    said = read_of(page(case, handler))
    assert PUT not in said
    assert "You read what was put to you and nothing else." in said
    with pytest.raises(Refused, match="Say first"):
        give(case, handler)
    answer = signed_in(case["independent"]).post(
        reverse("complaint-asked", args=[handler.pk]), {"token": "t"}
    )
    assert answer.status_code == 302
    assert PUT in read_of(page(case, handler))
    assert CaseEvent.objects.filter(stream=case.complaint.stream, kind="complaint.duty_accepted").exists()


def test_they_give_their_view_once_and_it_stands_in_the_chain_with_its_day() -> None:
    case = with_the_code()
    handler = accepted(case, ask(case))
    browser, address = signed_in(case["independent"]), reverse("complaint-asked", args=[handler.pk])
    assert browser.post(address, {"token": "a", "views": ""}).status_code == 200
    assert browser.post(address, {"token": "b", "views": VIEW}).status_code == 302
    row = views_of(case.complaint)
    assert row is not None
    assert (row.text, row.by) == (VIEW, case["independent"])
    event = CaseEvent.objects.get(stream=case.complaint.stream, kind="complaint.views_given")
    assert (event.by, event.facts["entered"]) == (case["independent"], False)
    said = read_of(browser.get(address))
    assert "Your view is on the file already." in said
    assert VIEW in said
    again = Handler.objects.select_related("complaint").get(pk=handler.pk)
    assert policies.may_give_views(on_day(case["independent"]), again).outcome is Outcome.REFUSED
    assert not policies.may_ask_independent(on_day(case["receiver"]), case.again()).allowed


@pytest.mark.parametrize("name", ["complainant", "subject", "leader", "receiver", "another"])
def test_nobody_else_gets_their_page(name: str) -> None:
    case = with_the_code()
    case.people["another"] = make.a_member(kind="independent")
    handler = ask(case)
    assert page(case, handler, name).status_code == 404
    with pytest.raises(Refused):
        give(case, handler, name)


def test_one_without_a_login_has_their_view_entered_and_the_file_says_by_whom() -> None:
    case = with_the_code()
    ask(case)
    who = on_day(case["receiver"])
    enter_views(who=who, row=case.again(), views=VIEW, seen_version=None, at=timezone.now())
    row = views_of(case.complaint)
    assert row is not None
    assert row.by == case["receiver"]
    event = CaseEvent.objects.get(stream=case.complaint.stream, kind="complaint.views_given")
    assert event.facts["entered"] is True
    handler = accepted(case, Handler.objects.get(part="independent-person"))
    assert f"Entered by {case['receiver'].name}" in read_of(page(case, handler))


def test_for_one_who_signs_in_nobody_else_speaks() -> None:
    case = with_the_code()
    ask(case)
    signed_in(case["independent"])
    decision = policies.may_enter_views(on_day(case["receiver"]), case.again())
    assert decision.sentence == "The Independent Person signs in here and gives their view themselves."


def test_nobody_enters_a_view_before_somebody_was_asked() -> None:
    case = with_the_code()
    decision = policies.may_enter_views(on_day(case["receiver"]), case.complaint)
    assert decision.sentence == "The Independent Person was not asked yet."
    assert policies.may_enter_views(on_day(case["complainant"]), case.complaint).outcome is Outcome.REFUSED


def test_another_may_be_asked_where_one_is_silent_and_the_first_loses_the_page() -> None:
    case = with_the_code()
    first, second = ask(case), ask(case, make.a_person())
    assert not asked_of(on_day(case["independent"])).exists()
    assert page(case, first).status_code == 404
    assert Handler.objects.get(pk=first.pk).ended_because == Handler.Ended.REPLACED
    assert second.post == ""


@pytest.mark.parametrize("name", ["complainant", "subject", "leader", "receiver"])
def test_the_independent_person_is_no_member_no_officer_and_no_side(name: str) -> None:
    case = with_the_code()
    with pytest.raises(ValidationError, match="no member and no officer"):
        ask(case, case[name])


def test_nor_was_one_in_the_five_years_before() -> None:
    on = timezone.localdate()
    lately, long_ago = (make.a_member(to_on=on - years * 365 * A_DAY) for years in (4, 6))
    assert set(may_be_independent(on)) & {lately, long_ago} == {long_ago}
    assert make.a_member(kind="independent") in may_be_independent(on)


def test_a_paper_of_another_complaint_is_not_put_to_them() -> None:
    case, other = with_the_code(), a_complaint()
    with pytest.raises(ValidationError, match="papers of this complaint"):
        ask(case, None, other.writings.get(kind=Writing.Kind.CONCERN))


def test_a_file_that_was_put_to_them_opens_and_no_other() -> None:
    case = with_the_code()
    attachment = Attachment(
        stream=case.complaint.stream,
        name="note.txt",
        size=4,
        content_type="text/plain",
        sha256="0" * 64,
        uploaded_by=case["receiver"],
        uploaded_at=timezone.now(),
    )
    attachment.file.save("note.txt", ContentFile(b"Note"))
    paper, other = (
        case.complaint.writings.create(
            kind=Writing.Kind.EVIDENCE, by=case["receiver"], at=timezone.now(), file=attachment
        )
        for _ in range(2)
    )
    handler = ask(case, None, paper)
    browser = signed_in(case["independent"])

    def status(one: Writing) -> int:
        answer = browser.get(reverse("complaint-asked-file", args=[handler.pk, one.pk]))
        body_of(answer)
        return answer.status_code

    assert status(paper) == 404
    accepted(case, handler)
    assert (status(paper), status(other)) == (200, 404)


def test_they_hear_by_a_letter_without_number_or_name_and_see_it_on_their_list() -> None:
    case = with_the_code()
    handler = ask(case)
    event = CaseEvent.objects.get(stream=case.complaint.stream, kind="complaint.independent_asked")
    assert [one.person for one in Delivery.objects.filter(event=event)] == [case["independent"]]
    (plan,) = [plan for kind, plan in PLANS.items() if kind.name == event.kind]
    letter = plan.words(case["independent"], event)
    said = " ".join((letter.subject, *letter.lines))
    assert letter.link == reverse("complaint-asked", args=[handler.pk])
    assert case.complaint.reference not in said
    assert case["subject"].last_name not in said
    shown = read_of(signed_in(case["independent"]).get(reverse("complaints")))
    assert "Put to you as the Independent Person" in shown
    assert case.complaint.reference not in shown
    assert plan.may(case["independent"], event, timezone.localdate()).allowed
    assert not plan.may(case["leader"], event, timezone.localdate()).allowed


def test_the_clock_leaves_somebody_who_holds_no_post_in_their_part() -> None:
    case = with_the_code()
    handler = ask(case, make.a_person())
    look_at_handlers(row=case.again(), on=timezone.localdate(), at=timezone.now())
    assert Handler.objects.get(pk=handler.pk).ended_at is None


def test_once_it_is_decided_no_view_is_asked_for_any_more() -> None:
    case = with_the_code()
    handler = accepted(case, ask(case))
    row = case.again()
    row.record_close(on=timezone.localdate())
    row.save()
    again = Handler.objects.select_related("complaint").get(pk=handler.pk)
    assert "decided already" in policies.may_give_views(on_day(case["independent"]), again).sentence
