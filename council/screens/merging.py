"""The page before two entries of one person are merged: both side by side, and what becomes of each row."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.humanize.templatetags.humanize import intcomma
from django.db import models
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from council.files.dated import written
from council.models import Dated, Person, User
from council.queries.merge_plan import InTheWay, Login, MergePlan
from council.queries.merging import LOGIN, Reference, naming, references

LONGEST_LIST = 10
# What the keepers of the registers may see and count.
_OF_REGISTERS = f"{Person._meta.app_label}."


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: what is compared, and what either entry has of it."""

    label: str
    kept: list[str]
    merged: list[str]


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A row that would hold twice: its words, where it is corrected, and the rows that it meets."""

    words: str
    url: str
    sentence: str
    against: list[tuple[str, str]]


def lines(plan: MergePlan) -> list[Line]:
    """Both entries side by side; what neither has is left out.

    Cases, letters and close relationships are neither shown nor counted: a number would tell of one.
    """
    kept, merged = plan.kept, plan.merged
    about = [
        Line(_("Title"), _words(kept.title), _words(merged.title)),
        Line(_("First name"), _words(kept.first_name), _words(merged.first_name)),
        Line(_("Last name"), _words(kept.last_name), _words(merged.last_name)),
        Line(_("Email address"), _address(kept.email), _address(merged.email)),
        Line(_("Telephone"), _words(kept.telephone), _words(merged.telephone)),
        Line(_("Login"), _logins(kept), _logins(merged)),
        Line(_("Number of the entry"), [str(kept.pk)], [str(merged.pk)]),
    ]
    compared = [
        _compared(reference, kept, merged)
        for reference in references()
        if not reference.stays and reference.name.startswith(_OF_REGISTERS) and _is_open(reference.model)
    ]
    return [line for line in (*about, *compared) if line.kept or line.merged]


def obstacles(plan: MergePlan) -> list[Obstacle]:
    """What would hold twice, each with the pages on which it is corrected; nothing that the keepers of the
    registers do not read, not even that it is there.
    """
    return [_obstacle(one) for one in plan.in_the_way if one.is_open]


def _obstacle(one: InTheWay) -> Obstacle:
    return Obstacle(
        dated(one.row), _page(one.row), one.sentence, [(dated(row), _page(row)) for row in one.against]
    )


def how_many_move(plan: MergePlan) -> str:
    """«12 rows will name Priya Nair.»"""
    counted = {one.name for one in references() if _is_open(one.model)}
    number = sum(
        len(rows) for name, rows in plan.moves.items() if name.startswith(_OF_REGISTERS) and name in counted
    )
    if not number:
        return _(
            "No row of the registers has to move. Cases that name the other entry will name the kept one."
        )
    words = ngettext(
        "%(number)s row of the registers that names the other entry, and every case, will name the kept one.",
        "%(number)s rows of the registers that name the other entry, and every case, will name the kept one.",
        number,
    )
    return words % {"number": intcomma(number)}


def login_sentence(plan: MergePlan) -> str:
    """Which login stays."""
    table = {
        Login.NONE: _("Neither entry has a login."),
        Login.STAYS: _("The login of the entry that is kept stays as it is."),
        Login.MOVES: _(
            "The only login belongs to the other entry. It moves to the one that is kept, with its address "
            "and password, and whoever is signed in with it has to sign in again."
        ),
        Login.ONE_IS_CLOSED: _(
            "The login of the entry that is kept stays. The other login is closed, and whoever is signed in "
            "with it is signed out."
        ),
    }
    return table[plan.login]


def what_stays() -> list[str]:
    """Why some rows go on naming the other entry: each reason once."""
    reasons = (
        str(reference.stays) for reference in references() if reference.stays and reference.stays is not LOGIN
    )
    return list(dict.fromkeys(reasons))


def dated(row: Any) -> str:
    """A row of a register with its days: «Priya Nair, Elected, 7 May 2020 to today»."""
    first = written(row.from_on)
    if row.to_on is None:
        return _("%(row)s, since %(first)s") % {"row": row, "first": first}
    last = written(row.to_on)
    return _("%(row)s, %(first)s to %(last)s") % {"row": row, "first": first, "last": last}


def rows_in_words(rows: Iterable[Any]) -> list[str]:
    """Rows of the registers in words, those left out that only whom they concern may read."""
    return [dated(row) for row in rows if _is_open(type(row))]


def _is_open(model: type[models.Model]) -> bool:
    """Whether the keepers of the registers read the rows of this model."""
    return not getattr(model, "is_private", False)


def _words(text: str) -> list[str]:
    return [text] if text else []


def _address(email: str) -> list[str]:
    """The address, which a telephone may break after a full stop or the «at»."""
    pieces = ((piece,) for piece in re.split(r"(?<=[.@])", email))
    return [format_html_join(SafeString("<wbr>"), "{}", pieces)] if email else []


def _logins(person: Person) -> list[str]:
    found: list[str] = []
    for user in User.objects.filter(person=person):
        found += [*_address(user.email), *([] if user.is_active else [_("Closed")])]
    return found


def _compared(reference: Reference, kept: Person, merged: Person) -> Line:
    model, name = reference.model, reference.field
    plural, column = str(model._meta.verbose_name_plural), str(model._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
    label = _("%(rows)s (%(column)s)") % {"rows": f"{plural[:1].upper()}{plural[1:]}", "column": column}
    return Line(label, _rows(model, name, kept), _rows(model, name, merged))


def _rows(model: type[models.Model], name: str, person: Person) -> list[str]:
    """The rows of a register of days in words; of other rows the number."""
    if not issubclass(model, Dated):
        number = model._default_manager.filter(**{name: person}).count()
        return [intcomma(number)] if number else []
    found = [dated(row) for row in naming(person, model, [name])]
    rest = len(found) - LONGEST_LIST
    return found if rest <= 0 else [*found[:LONGEST_LIST], _("and %(number)s more") % {"number": rest}]


def _page(row: Any) -> str:
    """Where the row is corrected; nowhere for what no register shows."""
    try:
        return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
    except NoReverseMatch:
        return ""
