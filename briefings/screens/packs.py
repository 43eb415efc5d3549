"""Packs on the pages: the one that is worked on, its certificate, and that all groups have one file."""

import hashlib
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from briefings.models import Briefing, Matter, Pack
from briefings.queries.giving import newest_pack, pack_for, released_pack
from briefings.rules.giving import certified, says_what_is_given, statements
from briefings.screens.deciding import Bears
from briefings.states import PACK_FACES, BriefingState, PackState
from casework.screens.panels import Panel
from casework.wording import date_time
from council.queries import Standing
from rulebook.citation import Citation
from rulebook.protocols import protocol
from rulebook.stated import WHEN_SILENT


@dataclass(frozen=True)
class Line:
    """One statement of a certificate, with its paragraphs."""

    sentence: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class PackLine:
    """One version as a page shows it; `lines` are its certificate, empty while there is none."""

    title: str
    state: str
    colour: str
    url: str
    name: str
    lines: tuple[Line, ...]
    signed: tuple[str, ...]
    because: str
    sha256: str


@dataclass(frozen=True)
class GroupHas:
    """One group, and whether it has the very file that was released."""

    group: str
    words: str
    colour: str


def pack_panel(who: Standing, matter: Matter) -> Panel | None:
    """For officers: the version that is worked on, and the one that groups have."""
    newest, released = newest_pack(matter), released_pack(matter)
    packs = dict.fromkeys(one for one in (newest, released) if one is not None)
    given = {"packs": [_of_matter(matter, one) for one in packs], "same": _same(matter, released)}
    return Panel("briefings/giving/packs.html", given)


def _of_matter(matter: Matter, pack: Pack) -> PackLine:
    url = reverse("briefing-matter-pack-file", args=[matter.reference, pack.number])
    return _line(pack, matter.protocol, url, _("Version %(number)s") % {"number": pack.number})


def group_pack_panel(who: Standing, row: Briefing) -> Panel | None:
    """For the group, and officers who read its page: what it may read, with its certificate."""
    pack = pack_for(row, on=who.on)
    if pack is None:
        return None
    url = reverse("briefing-pack", args=[row.reference])
    return Panel("briefings/giving/group_pack.html", {"pack": _line(pack, row.protocol, url, pack.file.name)})


def _line(pack: Pack, text: str, url: str, title: str) -> PackLine:
    state, colour = PACK_FACES[PackState(pack.state)]
    cites = {one.key: one.cites for one in statements(protocol(text))}
    return PackLine(
        title=title,
        state=_(state),
        colour=colour,
        url=url,
        name=pack.file.name,
        lines=tuple(Line(_(certified(key)), cites.get(key, ())) for key in pack.certified),
        signed=tuple(_signed(pack)),
        because=pack.returned_because,
        sha256=pack.sha256,
    )


def _signed(pack: Pack) -> list[str]:
    """Who added, certified, cleared and released it, and when; a line each."""
    lines = [(_("Added by %(name)s on %(moment)s."), pack.author.name, pack.made_at)]
    if pack.certified_at:
        lines.append((_("Certified by %(name)s on %(moment)s."), pack.author.name, pack.certified_at))
    if pack.cleared_at and pack.reader:
        lines.append((_("Read and cleared by %(name)s on %(moment)s."), pack.reader.name, pack.cleared_at))
    if pack.released_at:
        lines.append((_("Released on %(moment)s."), "", pack.released_at))
    return [words % {"name": name, "moment": date_time(moment)} for words, name, moment in lines]


def _same(matter: Matter, released: Pack | None) -> list[GroupHas]:
    """Each group that has the matter: whether its file is the released one, by the file as it lies there."""
    if released is None:
        return []
    there = _hash_of_file(released)
    rows = matter.briefings.filter(state=BriefingState.GIVEN.value).select_related("group")
    return [_has(row, released, there) for row in rows.order_by("group__name", "pk")]


def _has(row: Briefing, released: Pack, there: str) -> GroupHas:
    if row.pack_sha256 == released.sha256 == there:
        return GroupHas(row.group.name, _("Has this file"), "green")
    if not row.pack_sha256:
        return GroupHas(row.group.name, _("Has no file"), "yellow")
    return GroupHas(row.group.name, _("Has another file"), "red")


def _hash_of_file(pack: Pack) -> str:
    """The hash of what lies on the disk; empty where nothing does."""
    try:
        with pack.file.file.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def said_of_content(matter: Matter) -> list[Bears]:
    """What officers may give by the text, and what they must not; of a silent text that it says nothing."""
    terms = protocol(matter.protocol).briefings
    said = [Bears(_(one.says), at) for one, at in (*terms.content.items(), *terms.must_not.items())]
    if not says_what_is_given(protocol(matter.protocol)):
        silent = type(terms).__dataclass_fields__["content"].metadata[WHEN_SILENT]
        said.append(Bears(_(silent), ()))
        said.append(Bears(_("The portal asks for facts and nothing else."), ()))
    return said
