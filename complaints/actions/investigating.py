"""An investigation: what each side adds, interviews, what is shown to whom, the draft and the findings."""

import datetime
from collections.abc import Sequence

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from casework.actions.attaching import attach, files_and_rows
from casework.actions.locking import demand, finish, locked
from casework.rules import Fact
from casework.wording import long_date
from complaints import events
from complaints.actions.writing import disclose_to, write
from complaints.models import Complaint, Side, Writing
from complaints.policies import investigating as policies
from council.queries import Standing
from rulebook.decision import Refused, refused

BOTH = (Side.COMPLAINANT, Side.SUBJECT)


@files_and_rows()
def add(
    *,
    who: Standing,
    row: Complaint,
    at: datetime.datetime,
    kind: str,
    words: str,
    uploads: "Sequence[UploadedFile[bytes]]" = (),
) -> list[Writing]:
    """A side puts a text, files or both on the file; its own alone until it is shown. Raises Refused.

    ValidationError names a file that cannot be kept. No version is asked for: nobody overwrites anything.
    """
    row = locked(row)
    decision = policies.may_add(who, row)
    demand(decision)
    if kind not in policies.kinds_to_add(who, row) and decision.rule:
        raise Refused(refused(decision.rule, _("This cannot be added now. Add a statement instead.")))
    side, made = policies.side_of(who, row), []
    if words:
        made.append(write(row, Writing.Kind(kind), words, by=who.person, at=at, side=side))
    for upload in uploads:
        file = attach(stream=row.stream, upload=upload, by=who.person, at=at)
        given = {"kind": kind, "side": side, "by": who.person, "at": at}
        made.append(row.writings.create(file=file, **given))
    numbers = ",".join(str(one.pk) for one in made)
    facts = {"side": side.value, "writings": numbers, "written": kind}
    finish(row, kind=events.ADDED, by=who.person, at=at, facts=facts)
    return made


@transaction.atomic
def read_bearing(*, who: Standing, row: Complaint, at: datetime.datetime) -> None:
    """Whoever complains has read what the text asks of them meanwhile (WF-8.6 to 8.8). Raises Refused."""
    row = locked(row)
    demand(policies.may_read_bearing(who, row))
    row.bearing_read_at = at
    finish(row, kind=events.DUTY_ACCEPTED, by=who.person, at=at, facts={"side": Side.COMPLAINANT.value})


@transaction.atomic
def note_interview(
    *,
    who: Standing,
    row: Complaint,
    at: datetime.datetime,
    seen_version: int | None,
    interviewed: str,
    on: datetime.date,
    words: str,
    side: str,
) -> Writing:
    """What somebody said, and on which day; shown to their side for correction. Raises Refused, Stale.

    `side` is empty for a witness of neither side, whose note those who deal with it alone read.
    """
    row = locked(row, seen_version=seen_version)
    demand(policies.may_note_interview(who, row))
    head = _("With %(name)s, %(day)s.") % {"name": interviewed, "day": long_date(on)}
    note = write(row, Writing.Kind.INTERVIEW, f"{head}\n\n{words}", by=who.person, at=at)
    facts: dict[str, Fact] = {"writing": note.pk}
    # Who does not know of the complaint was not interviewed as the other side.
    if side and (side != Side.SUBJECT or row.subject_told_at is not None):
        disclose_to(note, Side(side), by=who.person, at=at)
        facts["side"] = side
    kind = events.DISCLOSED if "side" in facts else events.ADDED
    finish(row, kind=kind, by=who.person, at=at, facts=facts)
    return note


@transaction.atomic
def take_statement(
    *,
    who: Standing,
    row: Complaint,
    at: datetime.datetime,
    seen_version: int | None,
    said_by: str,
    on: datetime.date,
    words: str,
) -> Writing:
    """The statement of a witness who has no page here, taken down for them and kept as theirs.

    Those who deal with it alone read it, until it is shown to a side with a reason. Raises Refused, Stale.
    """
    row = locked(row, seen_version=seen_version)
    demand(policies.may_note_interview(who, row))
    made: Writing = row.writings.create(
        kind=Writing.Kind.STATEMENT, by=who.person, at=at, text=words, said_by=said_by.strip(), said_on=on
    )
    facts: dict[str, Fact] = {"writing": made.pk, "written": Writing.Kind.STATEMENT.value}
    finish(row, kind=events.ADDED, by=who.person, at=at, facts=facts)
    return made


@transaction.atomic
def ask_reply(
    *,
    who: Standing,
    row: Complaint,
    at: datetime.datetime,
    seen_version: int | None,
    reply_by: datetime.date,
    words: str,
) -> Writing:
    """The other side is asked to reply by a day, to what is put to it. Raises Refused, Stale."""
    row = locked(row, seen_version=seen_version)
    demand(policies.may_ask_reply(who, row))
    row.reply_by = reply_by
    put = write(row, Writing.Kind.PUT, words, by=who.person, at=at)
    disclose_to(put, Side.SUBJECT, by=who.person, at=at)
    facts: dict[str, Fact] = {"side": Side.SUBJECT.value, "writing": put.pk, "reply_by": reply_by.isoformat()}
    finish(row, kind=events.REPLY_ASKED, by=who.person, at=at, facts=facts)
    return put


@transaction.atomic
def disclose(
    *,
    who: Standing,
    row: Complaint,
    at: datetime.datetime,
    seen_version: int | None,
    writings: Sequence[Writing],
    side: str,
    reason: str,
) -> None:
    """Papers are shown to a side; the reason stays with those who deal with it. Raises Refused, Stale."""
    row = locked(row, seen_version=seen_version)
    demand(policies.may_disclose(who, row))
    for writing in row.writings.filter(pk__in=[one.pk for one in writings], erased_at__isnull=True):
        disclose_to(writing, Side(side), by=who.person, at=at)
    why = write(row, Writing.Kind.NOTE, reason, by=who.person, at=at)
    numbers = ",".join(str(one.pk) for one in writings)
    facts: dict[str, Fact] = {"side": side, "writings": numbers, "reason_in": why.pk}
    finish(row, kind=events.DISCLOSED, by=who.person, at=at, facts=facts)


@transaction.atomic
def send_draft(
    *,
    who: Standing,
    row: Complaint,
    at: datetime.datetime,
    seen_version: int | None,
    comments_by: datetime.date,
    words: str,
) -> Writing:
    """The draft of the findings goes to both sides at once, with a day for comments. Raises as above."""
    row = locked(row, seen_version=seen_version)
    demand(policies.may_send_draft(who, row))
    row.comments_by = comments_by
    draft = write(row, Writing.Kind.DRAFT, words, by=who.person, at=at)
    for side in BOTH:
        disclose_to(draft, side, by=who.person, at=at)
    facts: dict[str, Fact] = {"writing": draft.pk, "comments_by": comments_by.isoformat()}
    finish(row, kind=events.DRAFTED, by=who.person, at=at, facts=facts)
    return draft


@transaction.atomic
def record_findings(
    *, who: Standing, row: Complaint, at: datetime.datetime, seen_version: int | None, words: str
) -> Writing:
    """The findings, for whoever decides; both sides read them with the decision. Raises Refused, Stale."""
    row = locked(row, seen_version=seen_version)
    demand(policies.may_record_findings(who, row))
    found = write(row, Writing.Kind.FINDINGS, words, by=who.person, at=at)
    facts: dict[str, Fact] = {"writing": found.pk, "written": Writing.Kind.FINDINGS.value}
    finish(row, kind=events.ADDED, by=who.person, at=at, facts=facts)
    return found
