"""Standing aside in the browser: the proposal, the reasons, the panel, the letters, and who finds no page."""

import re

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from casework.models import CaseEvent, Delivery
from complaints import events
from complaints.models import Complaint, Handler, Writing
from complaints.subscribers import PLANS
from council.models import Person, Relationship
from rulebook.post import Post
from tests.complaints.standing import by_an_officer, open_of, the_line
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.complaints import dealing
from tests.factories.pages import read_of, send

pytestmark = pytest.mark.django_db
WHY = "We worked on the same report."


def a_case() -> tuple[dict[str, Person], Complaint, Handler]:
    """An officer’s complaint with the monitoring officer, acknowledged; the member knows of it."""
    line = the_line()
    row = by_an_officer(subject_knows=True, acknowledged_at=timezone.now())
    return line, row, dealing(row, line["monitoring officer"], post=Post.MONITORING_OFFICER)


def page_of(browser: Client, name: str, row: Complaint, *more: object) -> HttpResponse:
    """The page as that browser gets it."""
    answer: HttpResponse = browser.get(reverse(name, args=[row.reference, *more]))
    return answer


def again(row: Complaint) -> Complaint:
    """As it stands now."""
    return Complaint.objects.get(pk=row.pk)


def test_the_page_proposes_the_next_in_line_and_the_old_one_finds_no_page_afterwards() -> None:
    line, row, _handler = a_case()
    olive, chief = line["monitoring officer"], line["chief executive"]
    browser = signed_in(olive)
    page = page_of(browser, "complaint-stand-aside", row)
    assert chief.name in read_of(page)
    [first, *_others] = re.findall(r"<input[^>]*name=\"replaced_by\"[^>]*>", page.content.decode())
    assert f'value="{chief.pk}"' in first
    assert "checked" in first
    assert "Stand aside" in read_of(page_of(browser, "complaint", row))
    done = read_of(send(browser, "complaint-stand-aside", row, reasons=WHY, replaced_by=str(chief.pk)))
    assert "You stood aside, and do not see this complaint any more" in done
    for name in ("complaint", "complaint-stand-aside", "complaint-ask-aside"):
        assert page_of(browser, name, row).status_code == 404
    assert open_of(row) == {("to", chief.pk)}
    assert row.writings.get(kind=Writing.Kind.RECUSAL).text == WHY


def test_pressed_twice_it_is_one_standing_aside() -> None:
    line, row, _handler = a_case()
    browser = signed_in(line["monitoring officer"])
    boxes = {"token": "once", "version": row.version, "reasons": WHY}
    boxes |= {"replaced_by": str(line["chief executive"].pk)}
    address = reverse("complaint-stand-aside", args=[row.reference])
    browser.post(address, boxes)
    assert browser.post(address, boxes).status_code == 404
    assert row.writings.filter(kind=Writing.Kind.RECUSAL).count() == 1


@pytest.mark.parametrize(
    ("boxes", "says"),
    [
        ({"reasons": " ", "replaced_by": "1"}, "Say why"),
        ({"reasons": WHY, "replaced_by": ""}, "Choose who deals with it from now on"),
        ({"reasons": WHY, "replaced_by": "999999"}, "Choose who deals with it from now on"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_is_kept(boxes: dict[str, str], says: str) -> None:
    line, row, _handler = a_case()
    page = send(signed_in(line["monitoring officer"]), "complaint-stand-aside", row, **boxes)
    assert says in read_of(page)
    assert boxes["reasons"].strip() in read_of(page)
    assert open_of(row) == {("to", line["monitoring officer"].pk)}


def test_somebody_who_has_not_accepted_the_duty_stands_aside_before_reading_a_word() -> None:
    line, row, handler = a_case()
    Handler.objects.filter(pk=handler.pk).update(accepted_at=None)
    browser = signed_in(line["monitoring officer"])
    concern = row.writings.get(kind=Writing.Kind.CONCERN).text
    page = read_of(page_of(browser, "complaint-stand-aside", row))
    assert concern not in page
    assert "Who deals with it from now on?" in page
    assert page_of(browser, "complaint-ask-aside", row).status_code == 403


def test_a_side_asks_the_panel_says_so_and_another_confirms() -> None:
    line, row, handler = a_case()
    chief = line["chief executive"]
    dealing(row, chief, Handler.Part.INVESTIGATOR)
    assert row.complainant is not None
    browser, other = signed_in(row.complainant), signed_in(chief)
    assert page_of(other, "complaint-replace", row, handler.pk).status_code == 403
    page = read_of(page_of(browser, "complaint-ask-aside", row))
    assert line["monitoring officer"].name in page
    send(browser, "complaint-ask-aside", again(row), handler=str(handler.pk), reasons=WHY)
    assert "Should somebody stand aside?" not in read_of(page_of(browser, "complaint", row))
    assert "Somebody asks that they stand aside" in read_of(page_of(other, "complaint", row))
    boxes = {"token": "two", "version": again(row).version, "reasons": "So be it."}
    boxes |= {"replaced_by": str(line["deputy"].pk)}
    address = reverse("complaint-replace", args=[row.reference, handler.pk])
    assert "Somebody else deals with it now" in read_of(other.post(address, boxes, follow=True))
    assert open_of(row) == {("to", line["deputy"].pk), ("investigates", chief.pk)}


def test_a_side_is_not_told_who_deals_with_it_before_the_complaint_is_acknowledged() -> None:
    line = the_line()
    row = by_an_officer()
    dealing(row, line["monitoring officer"], post=Post.MONITORING_OFFICER)
    assert row.complainant is not None
    page = read_of(page_of(signed_in(row.complainant), "complaint-ask-aside", row))
    assert line["monitoring officer"].name not in page
    assert "You have not been told yet who deals with it" in page


def test_a_tie_of_the_register_shows_on_nobody_elses_page() -> None:
    line, row, handler = a_case()
    dealing(row, line["chief executive"], Handler.Part.INVESTIGATOR)
    Relationship.objects.create(
        person=row.subject, other=handler.person, tie="friendship", from_on=make.LONG_AGO,
        declared_on=make.LONG_AGO,
    )  # fmt: skip
    words = "The register of relationships has a tie"
    assert words in read_of(page_of(signed_in(handler.person), "complaint", row))
    for person in (line["chief executive"], row.subject, row.complainant):
        assert person is not None
        assert words not in read_of(page_of(signed_in(person), "complaint", row))
    assert (
        page_of(signed_in(line["chief executive"]), "complaint-replace", row, handler.pk).status_code == 403
    )


def test_nobody_else_finds_a_page_and_a_number_of_another_complaint_is_none() -> None:
    line, row, handler = a_case()
    other = by_an_officer()
    elsewhere = dealing(other, line["deputy"], post=Post.DEPUTY_MONITORING_OFFICER)
    near = (line["deputy"], make.a_holder_of(Post.DEMOCRATIC_SERVICES), make.a_member())
    for person in near:
        for name, more in (("complaint-stand-aside", ()), ("complaint-replace", (handler.pk,))):
            assert page_of(signed_in(person), name, row, *more).status_code == 404
    browser = signed_in(line["monitoring officer"])
    assert page_of(browser, "complaint-replace", row, elsewhere.pk).status_code == 404


def test_letters_have_number_and_link_and_name_nobody() -> None:
    line, row, handler = a_case()
    browser = signed_in(line["monitoring officer"])
    dealing(row, line["deputy"], Handler.Part.INVESTIGATOR, post=Post.DEPUTY_MONITORING_OFFICER)
    chief = line["chief executive"]
    send(browser, "complaint-stand-aside", row, reasons=WHY, replaced_by=str(chief.pk))
    [event] = CaseEvent.objects.filter(kind=events.STOOD_ASIDE.name)
    told = {one.person for one in Delivery.objects.filter(event=event)}
    assert told == {line["deputy"], row.complainant}
    named = [one.person for one in Delivery.objects.filter(event__kind=events.HANDLER_NAMED.name)]
    assert named == [chief]
    for kind in (events.STOOD_ASIDE, events.ASIDE_ASKED, events.CONFLICT_FOUND):
        for person in (line["deputy"], row.complainant):
            assert person is not None
            letter = PLANS[kind].words(person, event)
            said = " ".join((letter.subject, *letter.lines))
            assert row.reference in letter.subject
            assert letter.link == reverse("complaint", args=[row.reference])
            assert not any(
                one.last_name in said for one in (*line.values(), row.complainant, row.subject) if one
            )
            assert WHY not in said
    assert not PLANS[events.STOOD_ASIDE].may(handler.person, event, timezone.localdate()).allowed
