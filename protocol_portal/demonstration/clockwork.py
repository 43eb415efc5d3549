"""What the demonstration council entered about time: local terms, closed days, bank holidays, elections."""

import datetime

from casework.models import BankHoliday, ClosureDay, Election, LocalTerm
from council.models import Person
from protocol_portal.demonstration.moments import ONE_DAY, at_nine
from rulebook.bank_holidays import Region, bank_holidays
from rulebook.duty import Duty
from rulebook.protocol import BodyKind, Protocol

_MEETINGS = {
    BodyKind.COUNCIL: "Council",
    BodyKind.AUTHORITY: "Authority",
    BodyKind.PARISH: "Parish council",
}
_ELECTIONS = {
    BodyKind.COUNCIL: "Local elections",
    BodyKind.AUTHORITY: "Elections to the constituent councils",
    BodyKind.PARISH: "Parish elections",
}
# A Tuesday, more than the 25 working days before the poll by which the law wants the notice published.
_NOTICE = 44 * ONE_DAY
# What the texts leave open: how much, in which unit, and the minute of the meeting.
_TERMS = (
    (Duty.ACKNOWLEDGE, 2, LocalTerm.Unit.WORKING_DAYS, 31),
    (Duty.CLOSE, 5, LocalTerm.Unit.WORKING_DAYS, 32),
    (Duty.REOPEN, 5, LocalTerm.Unit.WORKING_DAYS, 33),
    (Duty.ANSWER_IN_TIME, 90, LocalTerm.Unit.PER_CENT, 34),
)
_REPLY = (Duty.REPLY, 10, LocalTerm.Unit.WORKING_DAYS, 30)


def write_clockwork(text: Protocol, *, today: datetime.date, by: Person) -> None:
    """Local terms for what the text leaves open, and the closure at Christmas."""
    met_on = datetime.date(today.year - 3, 5, 18)
    terms = _TERMS if text.enquiries.reply is not None else (_REPLY, *_TERMS)
    LocalTerm.objects.bulk_create(
        LocalTerm(
            duty=duty.value,
            value=value,
            unit=unit,
            paragraph=f"{_MEETINGS[text.body]}, 18 May {met_on.year}, minute {minute}",
            from_on=met_on + 14 * ONE_DAY,
            set_by=by,
            set_at=at_nine(met_on + 14 * ONE_DAY),
        )
        for duty, value, unit, minute in terms
    )
    ClosureDay.objects.bulk_create(
        ClosureDay(on=day, name="Christmas closure")
        for year in (today.year - 1, today.year, today.year + 1)
        for day in _between_christmas_and_new_year(year)
    )


def write_elections(text: Protocol, *, today: datetime.date) -> None:
    """The ordinary elections of May: last year’s, this year’s and the next."""
    for year in (today.year - 1, today.year, today.year + 1):
        poll = _first_thursday_in_may(year)
        Election.objects.create(
            name=f"{_ELECTIONS[text.body]} {year}",
            kind=Election.Kind.LOCAL,
            notice_on=poll - _NOTICE,
            poll_on=poll,
        )


def _first_thursday_in_may(year: int) -> datetime.date:
    """The ordinary day of election."""
    first = datetime.date(year, 5, 1)
    return first + (3 - first.weekday()) % 7 * ONE_DAY


def write_bank_holidays() -> None:
    """The bank holidays that came with the portal, as rows that democratic services can correct."""
    if not BankHoliday.objects.exists():
        BankHoliday.objects.bulk_create(
            BankHoliday(on=day, region=region.value, name=name)
            for region in Region
            for day, name in bank_holidays((region,)).items()
        )


def _between_christmas_and_new_year(year: int) -> list[datetime.date]:
    """The weekdays between the two that are no bank holidays."""
    days = [datetime.date(year, 12, number) for number in range(27, 32)]
    holidays = bank_holidays((Region.ENGLAND_AND_WALES,))
    return [day for day in days if day.weekday() < 5 and day not in holidays]
