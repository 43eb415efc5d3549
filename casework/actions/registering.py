"""Keeps the registers of the clock: bank holidays as they came with the portal, and word of every change."""

import datetime

from django.db import transaction

from casework.actions.announcing import announce, open_stream
from casework.events import CALENDAR_CHANGED
from casework.models import BankHoliday, CaseEvent
from council.models import Person
from rulebook.bank_holidays import Region, bank_holidays

CALENDAR = "register:calendar"


def record_calendar_change(*, by: Person | None, at: datetime.datetime) -> CaseEvent:
    """Say that a closed day came, moved or went: the apps that keep deadlines work them out again."""
    with transaction.atomic():
        return announce(stream=open_stream(CALENDAR), kind=CALENDAR_CHANGED, by=by, at=at)


def load_bank_holidays(*, at: datetime.datetime) -> int:
    """Bring in the bank holidays that came with the portal and are not in the table; returns how many.

    What democratic services entered or renamed stays.
    """
    with transaction.atomic():
        known = set(BankHoliday.objects.values_list("region", "on"))
        new = [
            BankHoliday(on=on, region=region.value, name=name)
            for region in Region
            for on, name in bank_holidays((region,)).items()
            if (region.value, on) not in known
        ]
        BankHoliday.objects.bulk_create(new)
        if new:
            record_calendar_change(by=None, at=at)
    return len(new)
