"""What whoever asked is told once the answer that was given opens nothing."""

import pytest

from tests.factories.asking import a_referred_request, decided, the_monitoring_officer
from tests.factories.browsers import signed_in
from tests.factories.council import a_member

pytestmark = pytest.mark.django_db


def test_the_answer_stands_and_the_page_says_why_nothing_opens() -> None:
    judge, member = the_monitoring_officer(), a_member()
    # Decided for the member, and no file was ever added.
    row = decided(a_referred_request(by=member), "yes", by=judge)
    answer = signed_in(member).get(f"/documents/requests/{row.reference}/")
    assert answer.status_code == 200
    assert "Read it</a>" not in answer.content.decode()
