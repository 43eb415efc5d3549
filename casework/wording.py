"""How days, times and counts are written on a page, in a mail and in a letter: one way, here."""

import datetime

from django.utils import dates, timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rulebook.local_term import PER_CENT

NO_BREAK = "\N{NO-BREAK SPACE}"
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


# What `days` calls the units of local terms, by their keys.
_UNITS = {
    "calendar-days": "calendar days",
    "working-days": "working days",
    "clear-days": "clear days",
    "month": "months",
}


def plain_date(day: datetime.date) -> str:
    """«1 December 2026», day, month and year kept on one line."""
    return f"{day.day}{NO_BREAK}{dates.MONTHS[day.month]}{NO_BREAK}{day.year}"


def long_date(day: datetime.date) -> str:
    """«Tuesday 1 December 2026»; the line may break after the weekday alone."""
    return f"{dates.WEEKDAYS[day.weekday()]} {plain_date(day)}"


def short_date(day: datetime.date) -> str:
    """«1/12/2026», for long tables and for the example under a date box."""
    return f"{day.day}/{day.month}/{day.year}"


def clock_time(moment: datetime.datetime) -> str:
    """«9:32am», «8am», «midday», «midnight», in the council's own time."""
    local = timezone.localtime(moment)
    if local.minute == 0 and local.hour == 0:
        return _("midnight")
    if local.minute == 0 and local.hour == 12:
        return _("midday")
    hour = local.hour % 12 or 12
    minutes = f":{local.minute:02}" if local.minute else ""
    return f"{hour}{minutes}{'am' if local.hour < 12 else 'pm'}"


def date_time(moment: datetime.datetime) -> str:
    """«14 November 2026 at 11:20am»; no weekday, because it is past."""
    return _("%(day)s at %(time)s") % {
        "day": plain_date(timezone.localtime(moment).date()),
        "time": clock_time(moment),
    }


def shortened(words: str, longest: int) -> str:
    """The beginning of a long text on one line of at most `longest` signs: «The guidance is …»."""
    line = " ".join(words.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rsplit(' ', 1)[0]} …"


def days(number: int, unit: str = "days") -> str:
    """«1 day», «10 days», «2 working days», «5 clear days», «1 month»: the protocol's own unit.

    `unit` is the plural that a `rulebook.period` carries, or «calendar days» where a page must tell them from
    working days; another word is refused with ValueError.
    """
    if unit == "days":
        return ngettext("%(number)d day", "%(number)d days", number) % {"number": number}
    if unit == "calendar days":
        return ngettext("%(number)d calendar day", "%(number)d calendar days", number) % {"number": number}
    if unit == "working days":
        return ngettext("%(number)d working day", "%(number)d working days", number) % {"number": number}
    if unit == "clear days":
        return ngettext("%(number)d clear day", "%(number)d clear days", number) % {"number": number}
    if unit == "months":
        return ngettext("%(number)d month", "%(number)d months", number) % {"number": number}
    raise ValueError(f"A period is counted in days, working days, clear days or months, not in {unit!r}.")


def amount(number: int, unit: str) -> str:
    """«8 calendar days», «1 month», «90%»: how much a local term sets; `unit` is the key of its unit."""
    return f"{number}%" if unit == PER_CENT else days(number, _UNITS.get(unit, unit))
