"""Account: «Away from … to …, … stands in», entered by people themselves."""

import datetime

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from council.models import Absence, Person
from council.queries import who_held
from rulebook.post import Post
from tests.factories.council import a_group, a_holder_of, a_login, a_member, an_absence, an_officer

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
LATER = TODAY + datetime.timedelta(days=6)


def client_of(person: Person) -> Client:
    user = a_login(person)
    TOTP.activate(user, generate_totp_secret())
    client = Client()
    client.force_login(user)
    return client


def sent(client: Client, substitute: str, **changed: str) -> str:
    """What the page says after the form was sent."""
    form = {
        "from_on": f"{TODAY:%d/%m/%Y}",
        "to_on": f"{LATER:%d/%m/%Y}",
        "substitute": substitute,
        **changed,
    }
    return client.post(reverse("away"), form, follow=True).content.decode()


def test_a_person_says_when_they_are_away_and_who_stands_in() -> None:
    holder, colleague = a_holder_of(Post.CHIEF_EXECUTIVE), an_officer()
    client = client_of(holder)
    page = sent(client, colleague.name)
    assert "Your days away are in the register." in page
    assert f"{colleague.name} stands in." in page
    assert who_held(Post.CHIEF_EXECUTIVE, on=TODAY) == colleague
    theirs = client_of(colleague).get(reverse("account")).content.decode()
    assert f"You stand in for {holder.name}" in theirs
    assert f"Chief Executive, in place of {holder.name}" in theirs


def test_the_address_names_the_substitute_too_and_nobody_may_be_named() -> None:
    officer, colleague = an_officer(), an_officer()
    assert f"{colleague.name} stands in." in sent(client_of(officer), colleague.email)
    assert "Nobody stands in." in sent(client_of(an_officer()), "")


WRONG = {
    "a name that nobody has": ({"substitute": "Nobody Atall"}, "Nobody in office today has this name"),
    "no first day": ({"from_on": ""}, "Enter the first day away"),
    "a day that is none": ({"to_on": "soon"}, "correct format"),
    "a last day before the first": ({"to_on": "1/1/2020"}, "on or after the first day"),
    "a first day that is over": ({"from_on": "1/1/2020"}, "from today on"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_said_and_nothing_is_saved(case: str) -> None:
    changed, words = WRONG[case]
    page = sent(client_of(an_officer()), **{"substitute": "", **changed})
    assert "There is a problem" in page
    assert words in page
    assert not Absence.objects.exists()


def test_two_of_one_name_are_told_apart_by_address() -> None:
    first, _second = an_officer(name="Sam Poole"), an_officer(name="Sam Poole")
    client = client_of(an_officer())
    assert "More than one person is called that" in sent(client, "Sam Poole")
    assert "Sam Poole stands in." in sent(client, first.email)


def test_an_absence_that_is_there_already_is_refused_in_words() -> None:
    officer = an_officer()
    an_absence(officer)
    assert "You are away on some of these days already" in sent(client_of(officer), "")


def test_a_substitute_who_may_not_is_refused_with_the_reason() -> None:
    leader = a_member(group=a_group(), office="leader")
    page = sent(client_of(leader), a_member(group=a_group()).name)
    assert "not in the same political group" in page
    assert not Absence.objects.exists()


def test_a_confidential_post_is_not_among_the_choices_and_waits_for_a_second_person() -> None:
    lawyer = a_holder_of(Post.MONITORING_OFFICER)
    client = client_of(lawyer)
    assert 'name="post"' not in client.get(reverse("away")).content.decode()
    page = sent(client, an_officer().name)
    assert "until a second person in democratic services confirms this" in page
    assert who_held(Post.MONITORING_OFFICER, on=TODAY) is None


def test_one_post_of_several_can_be_chosen() -> None:
    leader = a_member(group=a_group(), office="leader")
    a_holder_of(Post.LEADER, person=leader)
    colleague = a_member()
    page = sent(client_of(leader), colleague.name, post=Post.LEADER.value)
    assert "Your days away are in the register." in page
    assert who_held(Post.LEADER, on=TODAY) == colleague


def test_back_again_and_not_going_after_all() -> None:
    officer = an_officer()
    client = client_of(officer)
    running = an_absence(officer, from_on=TODAY - datetime.timedelta(days=2))
    later = an_absence(an_officer(), from_on=LATER)
    page = client.post(reverse("away-end", args=[running.pk]), follow=True).content.decode()
    assert "You have not said that you will be away." in page
    assert client.post(reverse("away-withdraw", args=[later.pk])).status_code == 404
    own = an_absence(officer, from_on=LATER)
    assert "I am not going away" in client.get(reverse("account")).content.decode()
    refused = client.post(reverse("away-end", args=[own.pk]), follow=True).content.decode()
    assert "has not begun" in refused
    client.post(reverse("away-withdraw", args=[own.pk]))
    assert not Absence.objects.filter(pk=own.pk).exists()
    assert Absence.objects.filter(pk=later.pk).exists()
