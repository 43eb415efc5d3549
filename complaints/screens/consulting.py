"""What the Independent Person reads: the papers that were put to them, and their own view."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from casework.wording import date_time
from complaints.models import Handler, Writing
from complaints.queries.consulting import asked_of, put_to, views_of
from council.queries import Standing


@dataclass(frozen=True)
class Paper:
    """One writing that was put to them."""

    heading: str
    when: str
    text: str
    file_name: str
    file_url: str


@dataclass(frozen=True)
class AskedLine:
    """A line of the list of what was put to somebody; no number, no name."""

    url: str
    words: str


def papers(handler: Handler) -> list[Paper]:
    """Everything that was put to them, in order."""
    return [_paper(handler, row) for row in put_to(handler)]


def own_view(handler: Handler) -> Paper | None:
    """What they said, and who entered it where they did not give it themselves."""
    row = views_of(handler.complaint)
    if row is None:
        return None
    words = _("Given on %(moment)s")
    if row.by_id != handler.person_id and row.by is not None:
        words = _("Entered by %(name)s on %(moment)s")
    names = {"moment": date_time(row.at), "name": row.by.name if row.by else ""}
    return Paper(_("Your view"), words % names, row.text, "", "")


def asked_lines(who: Standing) -> list[AskedLine]:
    """What was put to the person: what waits for their view says so."""
    return [
        AskedLine(
            reverse("complaint-asked", args=[one.pk]),
            _("Asked on %(moment)s") % {"moment": date_time(one.named_at)},
        )
        for one in asked_of(who)
    ]


def _paper(handler: Handler, row: Writing) -> Paper:
    file = row.file if row.file is not None and row.file.erased_at is None else None
    return Paper(
        heading=str(Writing.Kind(row.kind).label),
        when=date_time(row.at),
        text=row.text,
        file_name=file.name if file else "",
        file_url=reverse("complaint-asked-file", args=[handler.pk, row.pk]) if file else "",
    )
