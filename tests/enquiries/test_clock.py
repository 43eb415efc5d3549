"""Pages and the command name the same day, under each text, whatever the council set."""

import datetime
import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone
from hypothesis import HealthCheck, given
from hypothesis import settings as tried
from hypothesis import strategies as st
from pytest_django import Settings

from casework.actions.registering import load_bank_holidays
from casework.models import ClosureDay, LocalTerm
from casework.wording import long_date
from enquiries.clock import Clock, DeadlineReceipt
from enquiries.models import Enquiry
from enquiries.views.receipts import receipt_of_day
from enquiries.views.who_replies import reply_by
from rulebook.period import CalendarDays, Months, Period, WorkingDays
from rulebook.protocols import PROTOCOLS, protocol
from tests.factories.council import a_person

pytestmark = pytest.mark.django_db

AMENDED_ON = datetime.date(2026, 7, 1)
MINUTE = "Minute 14"
TERMS = {
    "no local term": None,
    "calendar days": CalendarDays(14),
    "working days": WorkingDays(8),
    "a month": Months(1),
}
# Years of which the shipped bank holidays know every day.
days = st.dates(datetime.date(2025, 1, 1), datetime.date(2027, 9, 30))
fifty = tried(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], database=None
)


@pytest.fixture(params=TERMS)
def term(request: pytest.FixtureRequest, db: None) -> Period | None:
    """A council with closure days, and with or without a term that begins in the middle of its time."""
    load_bank_holidays(at=timezone.now())
    for day in (datetime.date(2025, 12, 29), datetime.date(2026, 8, 3), datetime.date(2026, 12, 30)):
        ClosureDay.objects.create(on=day, name="Closed")
    found = TERMS[request.param]
    if found:
        LocalTerm.objects.create(
            duty="reply",
            value=found.n,
            unit=found.key,
            paragraph=MINUTE,
            from_on=AMENDED_ON,
            set_by=a_person(),
        )
    return found


def command_says(key: str, day: datetime.date, folder: Path) -> dict[str, str | None]:
    """What `protocol_answer --local` prints for an enquiry of the text's own kind."""
    facts = {"kind": protocol(key).enquiries.kind, "received": day.isoformat()}
    line = {"id": "day", "protocol": key, "question": "reply-deadline", "facts": facts}
    file, out = folder / "days.jsonl", StringIO()
    file.write_text(json.dumps(line))
    call_command("protocol_answer", str(file), "--local", stdout=out)
    answer: dict[str, str | None] = json.loads(out.getvalue())["answer"]
    return answer


def receipt_for(key: str, day: datetime.date) -> DeadlineReceipt | None:
    """The arithmetic of an enquiry received on the day."""
    clock = Clock.read()
    due_on = clock.first_deadline(key, day)
    return clock.receipt(Enquiry(protocol=key, received_on=day, due_on=due_on))


@pytest.mark.parametrize("key", PROTOCOLS)
def test_page_and_command_name_the_same_day(
    key: str, term: Period | None, settings: Settings, tmp_path: Path
) -> None:
    settings.PROTOCOL = key

    @fifty
    @given(days)
    def on(day: datetime.date) -> None:
        answer = command_says(key, day, tmp_path)
        due = datetime.date.fromisoformat(answer["due"]) if answer["due"] else None
        assert Clock.read().first_deadline(key, day) == due
        shown = long_date(due) if due else ""
        assert reply_by(day, today=day).due == shown
        page = receipt_of_day(day)
        assert (page["due"] if page["receipt"] else "") == shown

    on()


@pytest.mark.parametrize("key", PROTOCOLS)
def test_a_text_that_is_silent_waits_for_its_term_and_no_text_ignores_it(
    key: str, term: Period | None, settings: Settings, tmp_path: Path
) -> None:
    settings.PROTOCOL = key
    own = protocol(key).enquiries.reply
    before, after = AMENDED_ON - datetime.timedelta(days=1), AMENDED_ON
    calendar = Clock.read().calendar
    assert receipt_due(key, before) == (own.due(before, calendar) if own else None)
    holds = term or own
    assert receipt_due(key, after) == (holds.due(after, calendar) if holds else None)
    assert command_says(key, after, tmp_path)["set_by"] == (
        "protocol" if own and not term else "local-setting"
    )


def receipt_due(key: str, day: datetime.date) -> datetime.date | None:
    """The day on which that receipt ends."""
    receipt = receipt_for(key, day)
    return receipt.due_on if receipt else None


@pytest.mark.parametrize("key", PROTOCOLS)
def test_a_receipt_ends_on_the_day_it_is_due_and_has_counted_every_day_of_the_limit(
    key: str, term: Period | None, settings: Settings
) -> None:
    settings.PROTOCOL = key

    @fifty
    @given(days)
    def on(day: datetime.date) -> None:
        receipt = receipt_for(key, day)
        if receipt is None:
            return
        limit, lines = receipt.limit.period, receipt.lines
        assert (lines[0].on, lines[0].number) == (day, 0)
        assert lines[-1].on == receipt.due_on
        assert [line.number for line in lines if line.counted] == list(range(1, lines[-1].number + 1))
        assert lines[-1].number == limit.n

    on()


def test_a_receipt_names_the_minute_where_a_term_set_the_time(settings: Settings) -> None:
    settings.PROTOCOL = "haringey"
    load_bank_holidays(at=timezone.now())
    assert receipt_for("haringey", AMENDED_ON) is None
    LocalTerm.objects.create(
        duty="reply", value=10, unit="working-days", paragraph=MINUTE, from_on=AMENDED_ON, set_by=a_person()
    )
    receipt = receipt_for("haringey", AMENDED_ON)
    assert receipt is not None
    assert receipt.limit.is_local
    assert receipt.limit.citations[0].label.endswith(MINUTE)
