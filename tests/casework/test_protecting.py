"""A form that is sent twice makes one record."""

import threading

import pytest
from django.db import connection, transaction

from casework.actions.protecting import AlreadyUsed, use_form_token
from casework.models import FormToken
from tests.factories.casework import MONDAY_MORNING
from tests.factories.council import a_person
from tests.harness.databases import Database


@pytest.mark.django_db
def test_the_second_time_it_leads_to_the_first_record() -> None:
    person = a_person()
    use_form_token("a-token", by=person, at=MONDAY_MORNING, result="ENQ-7K4M-2")
    with pytest.raises(AlreadyUsed) as found:
        use_form_token("a-token", by=person, at=MONDAY_MORNING, result="ENQ-9999-9")
    assert found.value.result == "ENQ-7K4M-2"


@pytest.mark.django_db
def test_somebody_elses_form_tells_nothing_of_what_it_made() -> None:
    use_form_token("a-token", by=a_person(), at=MONDAY_MORNING, result="ENQ-7K4M-2")
    with pytest.raises(AlreadyUsed) as found:
        use_form_token("a-token", by=a_person(), at=MONDAY_MORNING)
    assert found.value.result == ""


def test_a_form_is_not_used_up_when_its_record_was_not_made(own_database: Database) -> None:
    person = a_person()
    with transaction.atomic():
        use_form_token("a-token", by=person, at=MONDAY_MORNING)
        transaction.set_rollback(True)
    with transaction.atomic():
        use_form_token("a-token", by=person, at=MONDAY_MORNING)
    with pytest.raises(transaction.TransactionManagementError):
        use_form_token("another", by=person, at=MONDAY_MORNING)


def test_two_presses_at_once_make_one_record(own_database: Database) -> None:
    person, started, ends = a_person(), threading.Barrier(3), []

    def press(number: int) -> None:
        started.wait()
        try:
            with transaction.atomic():
                use_form_token("a-token", by=person, at=MONDAY_MORNING, result=f"ENQ-{number}")
            ends.append(f"made ENQ-{number}")
        except AlreadyUsed as used:
            ends.append(used.result)
        connection.close()

    threads = [threading.Thread(target=press, args=[number]) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    made = FormToken.objects.get().result
    assert sorted(ends) == sorted([made, made, f"made {made}"])
