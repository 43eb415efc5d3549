"""Keeps the registers of the clock, and word of every change of a register and of every file made of one."""

import datetime
from collections.abc import Mapping
from urllib.parse import urlencode

from django.db import transaction

from casework.actions.announcing import announce, open_stream, record_security
from casework.events import (
    CALENDAR_CHANGED,
    REGISTER_EXPORTED,
    REGISTER_IMPORTED,
    SIGNATURES_EXPORTED,
)
from casework.models import BankHoliday, CaseEvent, LocalTerm
from council.models import Person
from rulebook.bank_holidays import Region, bank_holidays

CALENDAR = "register:calendar"
# What was taken out where it was no day of a register, but what a file would change in it.
CHANGES = "changes"


class EndedAlready(Exception):
    """Somebody ended the term in the meantime: an end that was entered stands."""


def set_local_term(*, term: LocalTerm, by: Person, at: datetime.datetime) -> LocalTerm:
    """Sets a new term. IntegrityError where another holds for the duty on one of its days."""
    term.set_by, term.set_at = by, at
    with transaction.atomic():
        term.save(force_insert=True)
    return term


def end_local_term(*, term: LocalTerm, last_day: datetime.date) -> LocalTerm:
    """Enters the last day of a term, once. Raises EndedAlready where one stands."""
    with transaction.atomic():
        row: LocalTerm = LocalTerm.objects.select_for_update(of=("self",)).get(pk=term.pk)
        if row.to_on is not None:
            raise EndedAlready
        row.to_on = last_day
        row.save(update_fields=["to_on"])
    return row


def record_calendar_change(*, by: Person | None, at: datetime.datetime) -> CaseEvent:
    """Say that a closed day came, moved or went: the apps that keep deadlines work them out again."""
    with transaction.atomic():
        return announce(stream=open_stream(CALENDAR), kind=CALENDAR_CHANGED, by=by, at=at)


def record_register_export(
    *, register: str, on: str, rows: int, by: Person, at: datetime.datetime
) -> CaseEvent:
    """Say that somebody took a register out: which, of which day, how many rows.

    «all» for its history, `CHANGES` for what a file would change, with what stands in the register now.
    """
    return record_security(REGISTER_EXPORTED, by, at, {"register": register, "on": on, "rows": rows})


def record_signatures_export(
    *, chosen: Mapping[str, str], rows: int, by: Person, at: datetime.datetime
) -> CaseEvent:
    """Say that somebody took out who has signed: by which filters, and how many rows."""
    return record_security(SIGNATURES_EXPORTED, by, at, {"filters": urlencode(chosen), "rows": rows})


def record_register_import(
    *, register: str, counts: Mapping[str, int], by: Person, at: datetime.datetime
) -> CaseEvent:
    """Say that somebody changed a register by a file: which, and how many rows did what."""
    return record_security(REGISTER_IMPORTED, by, at, {"register": register, **counts})


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
