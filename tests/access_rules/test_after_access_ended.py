"""Whoever may not know of a document any more reads its title on no page, whatever they did with it."""

import pytest

from access_rules.policies.seeing import may_know_of
from rulebook.post import Post
from tests.architecture.table import ALL
from tests.factories import council as make
from tests.factories.access import a_body, a_grant
from tests.factories.browsers import signed_in
from tests.factories.documents import TODAY, on_day
from tests.factories.onward import an_exempt_document, asked, reported
from tests.factories.pages import body_of

pytestmark = pytest.mark.django_db

TITLE = "Quernstone Lane"


def test_what_was_open_by_name_leaves_no_title_behind() -> None:
    document = an_exempt_document(title=TITLE, body=a_body(), has_contract_terms=True)
    member = make.a_member()
    make.a_login(member)
    grant = a_grant(document=document, to=member)
    make.a_holder_of(Post.MONITORING_OFFICER)
    question = asked(member, document=document)
    reported(member, document=document)
    browser = signed_in(member)
    page = f"/disclosures/{question.reference}/"
    assert may_know_of(on_day(member), document)
    assert TITLE in body_of(browser.get(page)).decode()
    assert TITLE in body_of(browser.get("/disclosures/")).decode()
    grant.expires_on = TODAY.replace(year=TODAY.year - 1)
    grant.save(update_fields=["expires_on"])
    assert not may_know_of(on_day(member), document)
    shown = body_of(browser.get(page)).decode()
    assert document.reference in shown
    assert TITLE not in shown
    for address in (one for one in ALL if not one.route.startswith("admin/")):
        path = address.path(ref=document.reference, disclosure=question.reference)
        answer = browser.get(f"{path}?document={document.reference}&q=Quernstone&words=Quernstone")
        assert TITLE not in body_of(answer).decode("utf-8", "replace"), address.route
