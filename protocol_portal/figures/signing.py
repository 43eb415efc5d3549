"""Who has signed the protocol on a day, by political group and directorate."""

import datetime
from collections.abc import Iterable
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from casework.screens.figures import Cell, Column, Row, Table, Unit
from council.policies.signing import may_see_sign_offs
from council.queries import Standing
from council.rules.signing import PROTOCOL, Document
from protocol_portal.signing.people import Place, Places, Signer, places_of, signers_on


def signed(who: Standing, on: datetime.date, *, key: str = PROTOCOL) -> Table | None:
    """How many are asked to sign, and have signed, by group and directorate; None for who may not see it.

    Of the protocol, unless `key` names a code. Each person counts once: a member in the group, everybody else
    in the directorate. Nine queries and three for names, however many people there are.
    """
    if not may_see_sign_offs(who).allowed:
        return None
    found = [one for one in signers_on(on) if one.owed(key) is not None]
    document = next((one.document for each in found if (one := each.owed(key))), None)
    return table(found, places_of(found), document, key=key)


def table(found: Iterable[Signer], places: Places, document: Document | None, *, key: str) -> Table:
    """The same of people who were read already: the page draws it above its list."""
    by_place: dict[Place, list[Signer]] = {}
    for one in found:
        if one.owed(key) is not None:
            by_place.setdefault(one.place, []).append(one)
    rows = tuple(
        _row(place, places.name(place), by_place[place], key)
        for place in sorted(by_place, key=lambda place: (place.kind, places.name(place)))
    )
    everybody = [one for people in by_place.values() for one in people]
    total = _row(Place("", None), _("Everybody"), everybody, key) if everybody else None
    title = document.title if document is not None else ""
    return Table(
        key="signed" if key == PROTOCOL else f"signed-{key}",
        heading=_heading(everybody, key),
        about=_("%(title)s, signed as read, by political group and directorate") % {"title": title},
        columns=(
            Column("asked", _("Asked to sign"), is_whole=True),
            Column("signed", _("Signed"), Unit.SHARE),
            Column("not-signed", _("Not signed")),
        ),
        rows=rows,
        total=total,
        means=(
            (
                _("Asked to sign"),
                _(
                    "Members, officers, agency staff and contractors in post on the day, and holders of a "
                    "post from outside. A member counts in the political group, everybody else in the "
                    "directorate."
                ),
            ),
            (
                _("Signed"),
                _(
                    "The version in force on the day, here or on paper, and not so long ago that it is asked "
                    "again."
                ),
            ),
        ),
    )


def _heading(found: list[Signer], key: str) -> str:
    missing = sum(one.owes(key) for one in found)
    if not found:
        return _("Nobody is asked to sign")
    if not missing:
        return _("Everyone has signed")
    return _("%(missing)d of %(asked)d have not signed") % {"missing": missing, "asked": len(found)}


def _row(place: Place, name: str, people: list[Signer], key: str) -> Row:
    missing = sum(one.owes(key) for one in people)
    asked = len(people)

    def url(**more: str) -> str:
        chosen = {"document": key, **place.filters, **more}
        return f"{reverse('signed')}?{urlencode(chosen)}"

    return Row(
        place.key,
        name,
        (
            Cell(asked, url=url()),
            Cell(asked - missing, asked, url(state="signed")),
            Cell(missing, url=url(state="not-signed")),
        ),
    )
