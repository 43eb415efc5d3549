"""Changes of interests and close relationships on the audit desk: for whom their own pages are, no more."""

import pytest
from django.utils import timezone

from casework.wording import plain_date
from complaints.actions.relationships import Declared, declare_relationship, settle
from complaints.policies.relationships import may_see_relationship
from complaints.queries.relationships import known_to
from council.models import Interest, Person, Relationship
from council.rules import Grade
from protocol_portal.audit.changed import found, registers
from rulebook.post import Post
from tests.factories.advice import an_interest
from tests.factories.browsers import signed_in
from tests.factories.council import a_holder_of, a_member, an_officer
from tests.factories.enquiries import on_day
from tests.factories.pages import read_of

pytestmark = pytest.mark.django_db
NOW = timezone.now()
INTERESTS, TIES = {"register": "council.interest"}, {"register": "council.relationship"}


def a_tie(person: Person, other: Person, words: str) -> Relationship:
    """What one of them declares of the two."""
    declared = Declared(other=other, tie=Relationship.Tie.FRIENDSHIP.value, words=words)
    return declare_relationship(who=on_day(person), declared=declared, at=NOW)


def page_of(person: Person, chosen: dict[str, str]) -> str:
    """The changes of that register as the person reads them."""
    return read_of(signed_in(person).get("/audit/changes/", chosen))


def test_who_declared_an_interest_and_when_it_ended() -> None:
    row = an_interest(person=a_member(name="Priya Nair"), matter="A share in the marrowfat works")
    Interest.objects.filter(pk=row.pk).update(to_on=timezone.localdate())
    page = page_of(a_holder_of(Post.MONITORING_OFFICER), INTERESTS)
    assert "Priya Nair" in page
    assert "Matter: nothing → A share in the marrowfat works" in page
    today = plain_date(timezone.localdate()).replace("\N{NO-BREAK SPACE}", " ")
    assert f"To: nothing → {today}" in page


def test_a_sensitive_interest_shows_no_details_of_before_or_after() -> None:
    row = an_interest(person=a_member(name="Priya Nair"), matter="A house in Secret Street")
    Interest.objects.filter(pk=row.pk).update(matter="A house in Hidden Lane", is_sensitive=True)
    Interest.objects.filter(pk=row.pk).update(matter="A house in Hushed Row", is_sensitive=False)
    officer = a_holder_of(Post.MONITORING_OFFICER)
    taken = signed_in(officer).get("/audit/changes.csv", INTERESTS).content.decode()
    for shown in (page_of(officer, INTERESTS), taken):
        assert "Priya Nair" in shown
        assert "Sensitive: no → yes" in shown
        assert "Details are not shown" in shown
        assert not [street for street in ("Secret", "Hidden", "Hushed") if street in shown]


def test_of_close_relationships_the_reader_has_those_that_their_own_page_shows() -> None:
    officer, deputy = a_holder_of(Post.MONITORING_OFFICER), a_holder_of(Post.DEPUTY_MONITORING_OFFICER)
    a_holder_of(Post.CHIEF_EXECUTIVE)
    told = a_tie(a_member(name="Priya Nair"), an_officer(name="Dana Whitfield"), "We row in one boat.")
    of_deputy = a_tie(a_member(name="Olu Bright"), deputy, "We sing in a choir.")
    about = a_tie(a_member(name="Tom Ashby"), officer, "We keep bees.")
    manager = an_officer(grade=Grade.HEAD_OF_SERVICE)
    hidden = a_tie(an_officer(line_manager=manager), a_member(name="Amir Hussain"), "We share a hut.")
    settle(who=on_day(officer), row=told, words="They stay apart.", at=NOW)
    for person, knows in ((officer, {told, of_deputy, about}), (deputy, {of_deputy})):
        who = on_day(person)
        shown = set(found(who, TIES).values_list("pgh_obj", flat=True))
        assert shown == {one.pk for one in knows} == set(known_to(who).values_list("pk", flat=True))
        assert shown == {
            one.pk for one in Relationship.objects.all() if may_see_relationship(who, one).allowed
        }
        page = page_of(person, TIES)
        for one in (told, of_deputy, about, hidden):
            assert (one.words in page) is (one in knows), (person, one)
    assert "What was settled: nothing → They stay apart." in page_of(officer, TIES)


def test_no_file_is_made_of_relationships_and_none_is_offered() -> None:
    officer = a_holder_of(Post.MONITORING_OFFICER)
    a_tie(a_member(), an_officer(), "We row in one boat.")
    an_interest(person=a_member())
    browser = signed_in(officer)
    assert "changes.csv" not in browser.get("/audit/changes/", TIES).content.decode()
    answer = browser.get("/audit/changes.csv", TIES)
    assert answer.status_code == 302
    assert "changes.csv" in browser.get("/audit/changes/", INTERESTS).content.decode()


def test_whoever_does_not_keep_interests_is_offered_no_list_of_them() -> None:
    who = on_day(an_officer())
    an_interest(person=a_member())
    assert "council.interest" not in dict(registers(who))
    assert not found(who, INTERESTS).exists()
