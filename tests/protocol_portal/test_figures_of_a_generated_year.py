"""Every figure of a generated year of 2,000 cases once more in plain SQL: of the whole council, of a
directorate, and of a group before small numbers are hidden.
"""

import datetime
from collections.abc import Iterator, Mapping

import pytest
from pytest_django import DjangoDbBlocker

from casework.rules.periods import Period, quarter_of
from council.models import GroupMembership, Person, PostHolding
from council.queries import standing_of
from rulebook.post import Post
from tests.factories.generated import TODAY, a_generated_year
from tests.protocol_portal.compared_figures import Asked, wrong_in
from tests.protocol_portal.sql_figures import sums

HALF_A_YEAR = Period(TODAY - datetime.timedelta(days=181), TODAY)
GOES_ON = quarter_of(TODAY)


@pytest.fixture(scope="module")
def generated(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Mapping[str, Person]]:
    """The people of the generated year whose figures are compared."""
    with a_generated_year(django_db_blocker):
        held = PostHolding.objects.on(TODAY)
        leads = GroupMembership.objects.on(TODAY).filter(office=GroupMembership.Office.LEADER)
        yield {
            "monitoring officer": held.filter(post=Post.MONITORING_OFFICER)[0].person,
            "director": held.filter(directorate__isnull=False).order_by("pk")[0].person,
            "leader": leads.order_by("pk")[0].person,
        }


@pytest.mark.parametrize(
    ("name", "period", "least"),
    [
        ("monitoring officer", HALF_A_YEAR, 700),
        ("monitoring officer", GOES_ON, 200),
        ("director", HALF_A_YEAR, 50),
        ("leader", HALF_A_YEAR, 50),
    ],
)
def test_each_figure_of_a_generated_year_equals_what_plain_sql_counts(
    generated: Mapping[str, Person], name: str, period: Period, least: int
) -> None:
    asked = Asked(standing_of(generated[name], on=TODAY), period, TODAY)
    [received] = asked.in_sql(sums("accounted", asked.scope.reach.value), period).values()
    assert received[0] >= least
    assert wrong_in(asked) == []
