"""Who knows what a document holds: the whole list for its keepers, the names alone for whoever is on it."""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext as _

from access_rules.models import Document, Privy
from access_rules.policies.privy import may_see_privy
from access_rules.queries.grants import grants_in_force
from access_rules.queries.privy import is_privy, privy_to
from access_rules.screens.granted import Row as Granted
from access_rules.screens.granted import rows_of
from access_rules.screens.panel import Panel
from casework.wording import date_time, long_date
from council.models import Person
from council.queries import Standing


@dataclass(frozen=True)
class Row:
    """Somebody who knows."""

    pk: int
    name: str
    because: str
    until: str
    added: str


@dataclass(frozen=True)
class Circle:
    """What somebody on the list learns: that they are, by whom, and with whom they may speak."""

    since: str
    until: str
    others: tuple[str, ...]


def rows(document: Document, on: datetime.date) -> list[Row]:
    """The list of the day, for its keepers."""
    return [_row(one) for one in privy_to(document, on)]


def circle_of(person: Person, document: Document, on: datetime.date) -> Circle | None:
    """With whom the person may speak of it; None for whoever is not on the list."""
    if not is_privy(person, document, on):
        return None
    found = list(privy_to(document, on))
    own = next(one for one in found if one.person_id == person.pk)
    added = _("%(name)s named you, %(when)s") % {"name": own.by.name, "when": date_time(own.at)}
    names = dict.fromkeys(_name(one) for one in found if one.person_id != person.pk)
    return Circle(since=added, until=long_date(own.until) if own.until else "", others=tuple(names))


def _name(one: Privy) -> str:
    return one.person.name if one.person else one.name


def _row(one: Privy) -> Row:
    return Row(
        pk=one.pk,
        name=_name(one),
        because=one.because,
        until=long_date(one.until) if one.until else "",
        added=_("By %(name)s, %(when)s") % {"name": one.by.name, "when": date_time(one.at)},
    )


def handling_panel(who: Standing, document: Document) -> Panel | None:
    """On the page of a document: that the reader has it by name, and that they are among those who know."""
    granted: list[Granted] = rows_of(grants_in_force(who, who.on).filter(content_object=document))
    circle = circle_of(who.person, document, who.on)
    if not granted and circle is None:
        return None
    keeps = may_see_privy(who, document).allowed
    return Panel("access_rules/panel_handling.html", {"granted": granted, "circle": circle, "keeps": keeps})
