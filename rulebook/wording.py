"""How a day, and a number of things, is written in a sentence."""

from datetime import date

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
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def written(day: date) -> str:
    """«Tuesday 1 December 2026»; names are English on every machine, whatever its locale."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def listed(words: list[str]) -> str:
    """«a», «a and b», «a, b and c»."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def gettext_noop(words: str) -> str:
    """Marks words that pages show for the catalogue, as Django's function of that name does; returns them."""
    return words
