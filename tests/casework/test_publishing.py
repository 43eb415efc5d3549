"""A determination is published to members: by the monitoring officer, once, and so that nobody is named."""

import pytest
from django.urls import reverse

from casework.models import CaseEvent, Digest, Dispute
from council.models import Person
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.disputes import a_dispute, determined
from tests.factories.elections import an_election, words_of_care
from tests.factories.pages import read_of

pytestmark = pytest.mark.django_db
WORDS = {
    "title": "A survey with names in it",
    "words": "Names are left out, the rest is sent.",
    "token": "token-publish",
}


@pytest.fixture
def judge(db: None) -> Person:
    """The monitoring officer, who decides and publishes."""
    return make.a_holder_of(Post.MONITORING_OFFICER)


@pytest.fixture
def dispute(judge: Person) -> Dispute:
    """Determined, and not published."""
    return determined(a_dispute(), by=judge).dispute


def publish(by: Person, dispute: Dispute, **typed: str) -> str:
    """The page that comes of it."""
    address = reverse("dispute-publish", args=[dispute.reference])
    return signed_in(by).post(address, {**WORDS, **typed}, follow=True).content.decode()


def test_every_member_reads_the_words_and_the_paragraphs_and_no_name(judge: Person, dispute: Dispute) -> None:
    publish(judge, dispute)
    page = signed_in(make.a_member(name="Rosa Quillfeather")).get(reverse("dispute-digest")).content.decode()
    assert WORDS["title"] in page
    assert WORDS["words"] in page
    assert "WF-6" in page
    for hidden in (dispute.reference, dispute.case_reference, dispute.opened_by.last_name):
        assert hidden not in page
    assert CaseEvent.objects.filter(stream=dispute.stream, kind="dispute.published").count() == 1


def test_whoever_publishes_while_an_election_is_near_is_cautioned(judge: Person, dispute: Dispute) -> None:
    address = reverse("dispute-publish", args=[dispute.reference])
    before = read_of(signed_in(judge).get(address))
    an_election()
    assert words_of_care() not in before
    assert words_of_care() in read_of(signed_in(judge).get(address))
    publish(judge, dispute)
    assert Digest.objects.exists()


def test_without_a_published_determination_the_page_says_so() -> None:
    assert (
        "Nothing is published yet"
        in signed_in(make.a_member()).get(reverse("dispute-digest")).content.decode()
    )


@pytest.mark.parametrize("box", ["title", "words"])
@pytest.mark.parametrize("mark", ["opener", "respondent", "number", "case"])
def test_a_name_or_number_is_sent_back_with_what_was_typed(
    judge: Person, dispute: Dispute, box: str, mark: str
) -> None:
    marks = {
        "opener": dispute.opened_by.last_name.upper(),
        "respondent": dispute.respondent.last_name,
        "number": dispute.reference,
        "case": dispute.case_reference,
    }
    page = publish(judge, dispute, **{box: f"What {marks[mark]} had asked for"})
    assert "nobody may be recognised in it" in page
    assert "had asked for" in page
    assert not Digest.objects.exists()


def test_it_is_published_once(judge: Person, dispute: Dispute) -> None:
    publish(judge, dispute)
    assert "This determination is published already." in publish(judge, dispute, token="another")
    assert Digest.objects.count() == 1


@pytest.mark.parametrize("who", ["opener", "respondent", "democratic services"])
def test_nobody_else_publishes(judge: Person, dispute: Dispute, who: str) -> None:
    people = {"opener": dispute.opened_by, "respondent": dispute.respondent}
    person = people.get(who) or make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    publish(person, dispute)
    assert not Digest.objects.exists()


def test_what_is_not_determined_is_not_published(judge: Person) -> None:
    assert "not determined yet" in publish(judge, a_dispute())
