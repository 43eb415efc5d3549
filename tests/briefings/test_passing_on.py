"""A request is passed on to whom the text names for it, in the forms of help for which it names anybody."""

import pytest
from django.utils import timezone
from pytest_django import Settings

from briefings.actions.deciding import pass_on
from briefings.models import Briefing
from briefings.policies.deciding import may_pass_on, passed_on_to
from rulebook.briefing.request import Form
from rulebook.post import Post
from tests.factories import briefings as make
from tests.factories.briefings import Hall
from tests.factories.browsers import signed_in

pytestmark = pytest.mark.django_db
DETERMINES = "The Chief Executive decides on a request for a briefing or report that an officer thinks"
CONSULTED = "Which leaders of political groups did you consult?"
PASS_ON = "Pass the request on"


@pytest.fixture
def hall(settings: Settings) -> Hall:
    settings.PROTOCOL = "haringey"
    return make.a_hall()


def of_director(hall: Hall, **more: object) -> Briefing:
    """A request of a director."""
    return make.asked(hall, asked_of=Post.DIRECTOR, directorate=hall.directorate, **more)


@pytest.mark.parametrize(
    ("text", "form", "to"),
    [
        ("haringey", Form.BRIEFING, Post.CHIEF_EXECUTIVE),
        ("haringey", Form.REPORT, Post.CHIEF_EXECUTIVE),
        # HA-4.10 is about a briefing or written report, and no other paragraph names anybody.
        ("haringey", Form.ATTENDANCE, None),
        ("wokingham-2007", Form.BRIEFING, Post.MONITORING_OFFICER),
        ("wokingham-2007", Form.ATTENDANCE, Post.MONITORING_OFFICER),
        ("waltham-forest", Form.BRIEFING, None),
        ("mwda", Form.REPORT, None),
        ("wokingham-2014", Form.BRIEFING, None),
        ("parish", Form.BRIEFING, None),
    ],
)
def test_a_request_is_passed_on_to_whom_the_text_names_for_its_form(
    hall: Hall, text: str, form: Form, to: Post | None
) -> None:
    row = make.a_briefing(hall.groups[0], hall.leaders[0], protocol=text, form=form.value)
    assert passed_on_to(row) is to


def test_an_officer_at_a_meeting_is_not_passed_on_and_the_page_says_what_to_do(hall: Hall) -> None:
    row = of_director(hall, form=Form.ATTENDANCE)
    decision = may_pass_on(make.today(hall.director), row)
    assert not decision.allowed
    assert "Agree to it, or decline it and say why" in decision.sentence
    assert decision.citations == ()
    browser = signed_in(hall.director)
    assert PASS_ON not in browser.get(f"/briefings/{row.reference}/").content.decode()
    assert browser.get(f"/briefings/{row.reference}/pass-on/").status_code == 403


def passed_on(hall: Hall, **more: object) -> Briefing:
    """A request that its director thinks unreasonable."""
    row = of_director(hall, **more)
    who = make.today(hall.director)
    return pass_on(who=who, row=row, because="It would take a month.", seen_version=None, at=timezone.now())


def test_whoever_passes_it_on_reads_who_determines_it(hall: Hall) -> None:
    row = of_director(hall)
    browser = signed_in(hall.director)
    address = f"/briefings/{row.reference}"
    assert DETERMINES in browser.get(f"{address}/pass-on/").content.decode()
    assert DETERMINES not in browser.get(f"{address}/decline/").content.decode()


@pytest.mark.parametrize("page", ["agree", "decline"])
def test_whoever_determines_it_reads_why_it_came_and_whom_to_consult(hall: Hall, page: str) -> None:
    row = passed_on(hall)
    words = signed_in(hall.chief).get(f"/briefings/{row.reference}/{page}/").content.decode()
    assert "It would take a month." in words
    assert DETERMINES in words
    assert CONSULTED in words
    assert "The officer who was asked decides" not in words


@pytest.mark.parametrize(
    ("page", "typed", "state"),
    [
        ("agree", {"subject": "The library"}, "agreed"),
        ("decline", {"reasons": "It is too much."}, "declined"),
    ],
)
@pytest.mark.parametrize("consulted", ["Ann Hill and Ben Cole", ""])
def test_the_leaders_who_were_consulted_are_kept_with_the_decision(
    hall: Hall, page: str, typed: dict[str, str], state: str, consulted: str
) -> None:
    row = passed_on(hall)
    chief, address = signed_in(hall.chief), f"/briefings/{row.reference}/"
    assert chief.post(f"{address}{page}/", {**typed, "consulted": consulted}).status_code == 302
    row = Briefing.objects.get(pk=row.pk)
    assert (row.state, {"HA-4.10b", "HA-4.10c"} <= set(row.cites)) == (state, True)
    for reader in (chief, signed_in(hall.leaders[0])):
        words = reader.get(address).content.decode()
        assert "It would take a month." in words
        assert (consulted in words, "Leaders consulted" in words) == (True, bool(consulted))


def test_what_was_not_passed_on_is_decided_without_that_question(hall: Hall) -> None:
    row = make.asked(hall)
    for page in ("agree", "decline"):
        assert (
            CONSULTED not in signed_in(hall.chief).get(f"/briefings/{row.reference}/{page}/").content.decode()
        )


def test_a_difficult_case_is_no_unreasonable_one(settings: Settings) -> None:
    settings.PROTOCOL = "wokingham-2007"
    hall = make.a_hall()
    row = passed_on(hall, form=Form.ATTENDANCE)
    words = signed_in(hall.monitoring_officer).get(f"/briefings/{row.reference}/agree/").content.decode()
    assert "It would take a month." in words
    assert CONSULTED not in words


def test_an_agreement_to_what_was_passed_on_is_offered_to_the_others(hall: Hall) -> None:
    row = passed_on(hall)
    make.agreed(hall, row=row)
    assert set(Briefing.objects.exclude(pk=row.pk).values_list("state", flat=True)) == {"offered"}
