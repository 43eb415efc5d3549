"""The pack of a matter: added, certified by its author, cleared by a second reader, released to groups."""

import datetime
from collections.abc import Sequence

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from briefings import events
from briefings.actions.giving import give_to_all
from briefings.actions.sharing import share
from briefings.models import Briefing, Matter, Pack
from briefings.policies import packs as policies
from briefings.queries.giving import newest_pack
from briefings.rules.giving import statements
from casework.actions.announcing import announce
from casework.actions.attaching import attach, files_and_rows
from casework.actions.locking import demand, finish, locked
from casework.models import CaseEvent
from casework.policies.asking import rule_of
from council.models import Person
from council.queries import Standing
from rulebook.decision import Refused, refused
from rulebook.duty import Duty
from rulebook.protocols import protocol


@files_and_rows()
def add_pack(
    *,
    who: Standing,
    matter: Matter,
    upload: "UploadedFile[bytes]",
    seen_version: int | None,
    at: datetime.datetime,
) -> Pack:
    """The next version, by this author; no group reads it before it is released. Raises Refused, Stale.

    ValidationError names a file that cannot be kept.
    """
    matter = locked(matter, seen_version=seen_version)
    demand(policies.may_add_pack(who, matter))
    file = attach(stream=matter.stream, upload=upload, by=who.person, at=at)
    before = newest_pack(matter)
    pack = Pack.objects.create(
        matter=matter,
        number=before.number + 1 if before else 1,
        file=file,
        sha256=file.sha256,
        author=who.person,
        made_at=at,
    )
    finish(matter, kind=events.PACK_WRITTEN, by=who.person, at=at, facts=_facts(pack))
    return pack


@transaction.atomic
def certify_pack(
    *,
    who: Standing,
    matter: Matter,
    certified: Sequence[str],
    reader: Person,
    seen_version: int | None,
    at: datetime.datetime,
) -> Pack:
    """Its author confirms every statement that the text asks for, and names who reads it next.

    Raises Refused, also for a statement that is missing and for an author as own reader; Stale.
    """
    matter = locked(matter, seen_version=seen_version)
    demand(policies.may_certify(who, matter))
    pack = _newest(matter)
    wanted = [one.key for one in statements(protocol(matter.protocol))]
    if set(certified) != set(wanted) or reader.pk == pack.author_id:
        rule = rule_of(Duty.PREPARE_BRIEFING, matter.protocol)
        raise Refused(refused(rule, _("Confirm every statement, and choose another officer to read it.")))
    pack.record_certificate(statements=wanted, reader=reader, at=at)
    pack.save()
    finish(matter, kind=events.PACK_CERTIFIED, by=who.person, at=at, facts=_facts(pack))
    return pack


@transaction.atomic
def clear_pack(*, who: Standing, matter: Matter, seen_version: int | None, at: datetime.datetime) -> Pack:
    """A second reader found nothing in it that groups must not be given. Raises Refused, Stale."""
    matter = locked(matter, seen_version=seen_version)
    demand(policies.may_clear(who, matter))
    pack = _newest(matter)
    # Whoever reads in the place of a reader who is away is named as the reader.
    pack.reader = who.person
    pack.record_clearing(at=at)
    pack.save()
    finish(matter, kind=events.PACK_CLEARED, by=who.person, at=at, facts=_facts(pack))
    return pack


@transaction.atomic
def return_pack(
    *, who: Standing, matter: Matter, because: str, seen_version: int | None, at: datetime.datetime
) -> Pack:
    """It goes back to its author, with what was found in it. Raises Refused, Stale."""
    matter = locked(matter, seen_version=seen_version)
    demand(policies.may_return(who, matter))
    pack = _newest(matter)
    pack.reader = who.person
    pack.record_return(because=because.strip())
    pack.save()
    finish(matter, kind=events.PACK_RETURNED, by=who.person, at=at, facts=_facts(pack))
    return pack


@transaction.atomic
def release_pack(*, who: Standing, matter: Matter, seen_version: int | None, at: datetime.datetime) -> Pack:
    """Every group that took it up gets exactly this file; a text that has the others told has them told.

    Raises Refused, Stale.
    """
    matter = locked(matter, seen_version=seen_version)
    demand(policies.may_release(who, matter))
    pack = _newest(matter)
    pack.record_release(at=at)
    pack.save()
    finish(matter, kind=events.PACK_RELEASED, by=who.person, at=at, facts=_facts(pack))
    give_to_all(matter, pack, by=who.person, at=at)
    share(matter, by=who.person, on=who.on, at=at)
    return pack


@transaction.atomic
def record_reading(*, who: Standing, row: Briefing, pack: Pack, at: datetime.datetime) -> None:
    """That somebody opened the pack, once for each person and version: the group alone reads of it."""
    row = locked(row)
    read = CaseEvent.objects.filter(
        stream=row.stream, kind=events.PACK_READ.name, by=who.person, facts__pack=pack.pk
    )
    if row.group_id == who.group_id and not read.exists():
        facts = {"briefing": row.pk, "pack": pack.pk}
        announce(stream=row.stream, kind=events.PACK_READ, by=who.person, at=at, facts=facts)


def _newest(matter: Matter) -> Pack:
    pack = newest_pack(matter)
    if pack is None:
        raise Pack.DoesNotExist
    return pack


def _facts(pack: Pack) -> dict[str, int]:
    return {"pack": pack.pk, "number": pack.number}
