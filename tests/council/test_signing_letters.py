"""Letters that ask for signatures: once a week at most, none for what is signed, none lost."""

import datetime

import pytest
from django.core import mail
from django.test import override_settings
from django.utils import timezone

from casework.models import CaseEvent
from council.actions.reminding import remind, withdraw_settled, write_due_letters
from council.models import OfficerAppointment, Person, SigningLetter
from council.queries import standing_of
from council.queries.signing_letters import to_be_reminded
from council.rules.signing import is_letter_due
from council.tasks import ask_for_signatures, send_signing_letters
from rulebook.decision import Refused
from rulebook.post import Post
from tests.factories.council import a_holder_of, a_member, an_officer
from tests.factories.signing import a_code, a_signature, a_version, somebody_engaged

pytestmark = pytest.mark.django_db
NOW = timezone.now()
TODAY = timezone.localdate(NOW)
DAY = datetime.timedelta(days=1)


def letters_to(person: Person) -> int:
    return SigningLetter.objects.filter(person=person, withdrawn_at__isnull=True).count()


@pytest.mark.parametrize(
    ("since", "last", "due"),
    [
        (None, None, False),
        (0, None, True),
        (1, None, False),
        (-30, -6, False),
        (-30, -7, True),
        (-30, -40, True),
        (0, -1, True),
        (0, 0, False),
    ],
)
def test_a_letter_is_due_at_once_and_then_a_week_after_the_last(since, last, due) -> None:
    def day(offset: int | None) -> datetime.date | None:
        return None if offset is None else TODAY + offset * DAY

    assert is_letter_due(day(since), day(last), on=TODAY) is due


def test_the_clock_asks_once_a_week_and_loses_nothing_while_it_stands_still() -> None:
    officer, signed = an_officer(), an_officer()
    a_signature(signed)
    for passed, number in ((0, 1), (1, 1), (6, 1), (7, 2), (35, 3), (36, 3)):
        write_due_letters(at=NOW + passed * DAY)
        assert letters_to(officer) == number, passed
    assert letters_to(signed) == 0


def test_a_new_version_asks_at_once_though_a_letter_went_yesterday() -> None:
    officer = an_officer()
    write_due_letters(at=NOW)
    a_version(from_on=TODAY + DAY)
    write_due_letters(at=NOW + DAY)
    assert letters_to(officer) == 2


def test_a_letter_says_what_is_missing_and_where_to_sign() -> None:
    a_code()
    member, nobody = a_member(name="Priya Nair"), an_officer(email="")
    Person.objects.filter(pk=nobody.pk).update(email="")
    assert ask_for_signatures() == 1
    assert send_signing_letters() == 1
    (letter,) = mail.outbox
    assert letter.to == [member.email]
    for words in ("Dear Councillor Nair", "Members’ code of conduct (2026)", "/protocol/sign/"):
        assert words in letter.body
    assert [ask_for_signatures(), send_signing_letters()] == [0, 0]


def test_what_was_signed_before_the_letter_left_is_not_asked_for() -> None:
    officer = an_officer()
    write_due_letters(at=NOW)
    a_signature(officer)
    assert withdraw_settled(at=NOW) == 1
    assert send_signing_letters() == 0
    assert mail.outbox == []


@override_settings(PROTOCOL="waltham-forest")
def test_a_line_manager_is_asked_to_show_it_to_agency_staff() -> None:
    manager = an_officer()
    worker = somebody_engaged(name="Sam Pell", line_manager=manager)
    for one in (manager, worker):
        a_signature(one)
    assert ask_for_signatures() == 1
    send_signing_letters()
    (letter,) = mail.outbox
    assert letter.to == [manager.email]
    job = OfficerAppointment.objects.get(person=worker)
    assert "Sam Pell" in letter.subject
    assert f"/protocol/sign/shown/{job.person_id}/" in letter.body


def test_reminding_reaches_those_who_were_chosen_owe_something_and_heard_nothing_today() -> None:
    keeper = standing_of(a_holder_of(Post.DEMOCRATIC_SERVICES), on=TODAY)
    chosen, other, signed = an_officer(), an_officer(), an_officer()
    a_signature(signed)
    silent = an_officer()
    Person.objects.filter(pk=silent.pk).update(email="")
    everybody = [chosen.pk, other.pk, signed.pk, silent.pk]
    assert to_be_reminded(everybody, on=TODAY) == [chosen.pk, other.pk]
    assert remind(who=keeper, ids=[chosen.pk, signed.pk, silent.pk], at=NOW) == 1
    assert to_be_reminded(everybody, on=TODAY) == [other.pk]
    assert (letters_to(chosen), letters_to(other), letters_to(signed)) == (1, 0, 0)
    assert remind(who=keeper, ids=[chosen.pk], at=NOW) == 0
    assert [
        event.facts["letters"] for event in CaseEvent.objects.filter(kind="security.signers-reminded")
    ] == [1, 0]
    with pytest.raises(Refused):
        remind(who=standing_of(chosen, on=TODAY), ids=[other.pk], at=NOW)


def test_a_press_counts_for_the_clock() -> None:
    officer = an_officer()
    keeper = standing_of(a_holder_of(Post.DEMOCRATIC_SERVICES), on=TODAY)
    remind(who=keeper, ids=[officer.pk], at=NOW)
    write_due_letters(at=NOW + DAY)
    assert letters_to(officer) == 1
