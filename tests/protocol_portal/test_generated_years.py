"""A generated year is the same for the same seed, stands under any text, and is put over nobody's data."""

from typing import Any

import pytest
from django.core.management import CommandError, call_command

from casework.queries import broken_streams
from council.models import Person
from enquiries.models import Enquiry
from enquiries.queries import rewritten_messages
from tests.factories.generated import a_generated_year


def _told() -> list[tuple[Any, ...]]:
    """What was written, without the numbers that a table gave."""
    rows = Enquiry.objects.order_by("sent_at", "reference")
    return list(rows.values_list("reference", "state", "sent_at", "owed_on", "version", "subject", "street"))


def test_the_same_seed_gives_the_same_year_and_another_seed_another(django_db_setup, django_db_blocker):
    made = []
    for seed in (7, 7, 8):
        with a_generated_year(django_db_blocker, cases=40, seed=seed, has_others=False):
            made.append(_told())
    assert made[0] == made[1]
    assert made[0] != made[2]


@pytest.mark.django_db
def test_a_database_that_holds_people_or_cases_is_left_alone():
    Person.objects.create(first_name="Priya", last_name="Nair")
    with pytest.raises(CommandError, match="needs an empty one"):
        call_command("generate_year", cases=10)
    assert not Enquiry.objects.exists()


@pytest.mark.parametrize("text", ["haringey", "mwda", "parish", "wokingham-2014"])
def test_it_can_be_generated_under_other_texts(text, django_db_setup, django_db_blocker):
    with a_generated_year(django_db_blocker, cases=60, text=text, has_others=False):
        assert set(Enquiry.objects.values_list("protocol", flat=True)) == {text}
        assert not list(broken_streams({}))
        assert not list(rewritten_messages())
