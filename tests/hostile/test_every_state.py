"""Every page of a case in every state that a case has: whoever opens it reads a page or why not, no error."""

import pytest
from django.test import Client

from enquiries.states import State
from rulebook.post import Post
from tests.architecture.test_addresses import OF_AN_ENQUIRY
from tests.factories.browsers import signed_in
from tests.factories.council import a_holder_of
from tests.factories.repairs import a_case, the_repairs_team

pytestmark = pytest.mark.django_db

# A number of a file, a copy or a share that the case does not have stands for those that it has: the pages
# that take one are read in tests of their own.
PAGES = [address for address in OF_AN_ENQUIRY if address.takes == ("reference",)]


@pytest.mark.parametrize("state", State)
def test_no_page_of_a_case_breaks_in_any_state(state: State) -> None:
    council = the_repairs_team()
    case = a_case(council, state)
    people = (
        council.member,
        council.officer,
        a_holder_of(Post.DEMOCRATIC_SERVICES),
        a_holder_of(Post.MONITORING_OFFICER),
    )
    browsers = [browser_of(signed_in(one)) for one in people]
    broken = [
        (address.name, place)
        for address in PAGES
        for place, browser in enumerate(browsers)
        if browser.get(address.path(reference=case.reference)).status_code >= 500
    ]
    assert broken == []


def browser_of(browser: Client) -> Client:
    """The browser, which shows an error as a page."""
    browser.raise_request_exception = False
    return browser
