"""The page on which a request is decided, as whoever decides asks for it under several texts."""

import pytest
from django.urls import reverse
from pytest_django import Settings

from tests.factories.asking import a_referred_request, the_monitoring_officer
from tests.factories.browsers import signed_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "says", "cites"),
    [
        ("parish", "Officers hand over no file before it is clear", "PA-ATI.5"),
        ("mwda", "supplied unless there is good reason", "MW-5.1a"),
        ("waltham-forest", "withheld without good reason", "WF-6.3"),
        ("haringey", "A request is met where the member has a legal right", "HA-4.6b"),
    ],
)
def test_whoever_decides_reads_what_the_text_starts_from(
    settings: Settings, text: str, says: str, cites: str
) -> None:
    settings.PROTOCOL = text
    judge, row = the_monitoring_officer(), a_referred_request()
    form = signed_in(judge).get(reverse("access-decide", args=[row.reference]))
    assert says in form.content.decode()
    assert cites in {citation.id for citation in form.context["starts_from"].citations}
