"""A group opens its pack as a browser does: outside of any transaction of a test."""

from pytest_django import Settings

from rulebook.briefing.request import Form
from tests.briefings import giving
from tests.factories import briefings as make


def test_a_pack_is_read_outside_of_any_transaction(own_database: object, settings: Settings) -> None:
    settings.PROTOCOL = "haringey"
    hall = make.a_hall()
    row = make.agreed(hall, form=Form.REPORT)
    assert row.matter is not None
    giving.released(row.matter)
    response = giving.client_of(hall.leaders[0]).get(f"/briefings/{row.reference}/pack/")
    assert (response.status_code, b"".join(response)) == (200, giving.WORDS)  # type: ignore[call-overload]
