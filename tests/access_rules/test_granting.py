"""Who gives access by name, ends it and reads who has it: every post, and the nearly allowed."""

import datetime

import pytest
from django.utils import timezone

from access_rules.models import AccessRequest, Document
from access_rules.policies.granting import may_end_grant, may_grant, may_see_grants
from casework.actions.announcing import open_case
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.access import a_document
from tests.factories.enquiries import on_day
from tests.factories.onward import an_exempt_document

pytestmark = pytest.mark.django_db
YESTERDAY = timezone.localdate() - datetime.timedelta(days=1)


@pytest.fixture
def document() -> Document:
    return an_exempt_document()


# Who; whether they may give, end and read the list of access by name.
ROLES = [
    ("democratic services", lambda: make.a_holder_of(Post.DEMOCRATIC_SERVICES), True),
    ("proper officer", lambda: make.a_holder_of(Post.PROPER_OFFICER), True),
    ("monitoring officer", lambda: make.a_holder_of(Post.MONITORING_OFFICER), True),
    ("deputy monitoring officer", lambda: make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER), True),
    ("section 151 officer", lambda: make.a_holder_of(Post.SECTION_151_OFFICER), True),
    (
        "section 151 officer, not confirmed",
        lambda: make.a_holder_of(Post.SECTION_151_OFFICER, confirmed=False),
        False,
    ),
    ("chief executive", lambda: make.a_holder_of(Post.CHIEF_EXECUTIVE), False),
    ("officer", make.an_officer, False),
    ("member", make.a_member, False),
    ("leader of a group", lambda: make.a_member(group=make.a_group(), office="leader"), False),
    (
        "democratic services until yesterday",
        lambda: make.a_holder_of(Post.DEMOCRATIC_SERVICES, to_on=YESTERDAY),
        False,
    ),
    ("nobody any more", lambda: make.a_member(to_on=YESTERDAY), False),
]


@pytest.mark.parametrize(("role", "who", "may"), ROLES, ids=[role for role, _who, _may in ROLES])
def test_who_gives_ends_and_reads_access_by_name(
    document: Document, role: str, who: object, may: bool
) -> None:
    standing = on_day(who())  # type: ignore[operator]
    asked = [policy(standing, document).allowed for policy in (may_grant, may_end_grant, may_see_grants)]
    assert asked == [may] * 3


def test_whoever_decided_a_request_gives_what_was_decided_and_nothing_else(document: Document) -> None:
    officer, reference = make.an_officer(), open_case("access", "ACC")
    request = AccessRequest(
        reference=reference[0], stream=reference[1], document=document, decided_by=officer
    )
    assert may_grant(on_day(officer), document, request).allowed
    assert not may_grant(on_day(officer), a_document(), request).allowed
    assert not may_grant(on_day(make.an_officer()), document, request).allowed
