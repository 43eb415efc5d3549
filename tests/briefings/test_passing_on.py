"""A request is passed on to whom the text names for it, in the forms of help for which it names anybody."""

import pytest
from pytest_django import Settings

from briefings.models import Briefing
from briefings.policies.deciding import may_pass_on, passed_on_to
from rulebook.briefing.request import Form
from rulebook.post import Post
from tests.factories import briefings as make
from tests.factories.briefings import Hall
from tests.factories.browsers import signed_in

pytestmark = pytest.mark.django_db
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
