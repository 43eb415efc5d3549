"""Every address of a document with every role: whoever may not know of it finds a page that never was."""

from itertools import product

import pytest
from django.test import Client

from access_rules.models import Document
from access_rules.policies.seeing import may_know_of
from council.models import Person
from rulebook.post import Post
from tests.architecture.table import ALL, NO_DOCUMENT, OF_A_DOCUMENT, Address
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.documents import a_draft, a_keeper, on_day, weighed
from tests.factories.pages import body_of

pytestmark = pytest.mark.django_db

# In the title alone, so that nobody but its knowers may read it anywhere.
SECRET = "Quernstone"
ROLES = (
    "member",
    "group leader",
    "officer",
    "chief executive",
    "democratic services",
    "proper officer",
    "monitoring officer",
    "section 151 officer",
)
KNOW = {"democratic services", "proper officer", "monitoring officer", "section 151 officer"}


def somebody(role: str) -> Person:
    """A person of that role."""
    if role == "member":
        return make.a_member()
    if role == "group leader":
        return make.a_member(group=make.a_group(), office="leader")
    if role == "officer":
        return make.an_officer()
    return make.a_holder_of(Post(role.replace(" ", "-")))


def ask(browser: Client, verb: str, address: Address, ref: str) -> tuple[int, bytes]:
    """What an address of the document answers."""
    answer = getattr(browser, verb)(f"{address.path(ref=ref)}?q={SECRET}")
    return answer.status_code, body_of(answer).replace(ref.encode(), NO_DOCUMENT.encode())


@pytest.mark.parametrize("role", ROLES)
def test_a_draft_is_known_to_its_keepers_and_the_statutory_officers_alone(role: str) -> None:
    person, document = somebody(role), a_draft(title=f"{SECRET} Hall")
    assert may_know_of(on_day(person), document) is (role in KNOW)
    browser = signed_in(person)
    for address, verb in product(OF_A_DOCUMENT, ("get", "post")):
        status, shown = ask(browser, verb, address, document.reference)
        assert status < 500, address.route
        if role not in KNOW:
            assert (status, shown) == ask(browser, verb, address, NO_DOCUMENT), address.route
            assert status in (403, 404, 405), address.route


@pytest.mark.parametrize("role", [role for role in ROLES if role not in KNOW])
def test_no_page_of_the_portal_tells_them_its_title(role: str) -> None:
    person = somebody(role)
    documents = [
        a_draft(title=f"{SECRET} Hall"),
        weighed("1", by=a_keeper(), title=f"{SECRET} staffing", kind=Document.Kind.FILE),
    ]
    browser = signed_in(person)
    for address in (one for one in ALL if not one.route.startswith("admin/")):
        for document in documents:
            answer = browser.get(f"{address.path(ref=document.reference)}?q={SECRET}&body={document.body_id}")
            assert f"{SECRET} Hall" not in body_of(answer).decode("utf-8", "replace"), address.route
            assert f"{SECRET} staffing" not in body_of(answer).decode("utf-8", "replace"), address.route
