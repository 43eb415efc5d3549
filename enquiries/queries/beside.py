"""What stands beside one enquiry, in a few questions for all that its page shows: which parts, and whose."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from casework.models import Attachment, CaseEvent, CaseShare, Dispute
from council.models import OfficerAppointment
from council.queries import Offices, Standing, offices_on
from council.queries.prepared import Written
from council.queries.standing_in import Away
from enquiries import events
from enquiries.clock import with_moments
from enquiries.models import (
    Contribution,
    CopyConsent,
    Enquiry,
    Extra,
    Link,
    Message,
    PreparedReply,
    Proposal,
    Redirection,
    Retraction,
    Withholding,
)
from rulebook.post import Post

NOTES = (Message.Kind.NOTE, Message.Kind.HAND_BACK)
DIRECTING = (Post.EXECUTIVE_DIRECTOR, Post.DIRECTOR)
WATCHING = (Post.MONITORING_OFFICER, Post.DEPUTY_MONITORING_OFFICER)


@dataclass(frozen=True)
class Beside:
    """Which parts there are, moments of its clocks; how many files, notes and officers; jobs by person."""

    enquiry: Enquiry
    on: datetime.date
    parts: frozenset[Extra]
    moments: dict[str, datetime.datetime | None]
    files: int
    notes: int
    team: int
    jobs: dict[int, str]
    away: Mapping[int, list[Away]] | None = None

    @cached_property
    def offices(self) -> Offices:
        """Its directors, the monitoring officers and who has the work; asked for when first needed."""
        return offices_beside(self.enquiry, on=self.on, away=self.away)


def beside(enquiry: Enquiry, *, on: datetime.date, away: Mapping[int, list[Away]] | None = None) -> Beside:
    """In one question, whatever there is; its offices in three more, or in two with `away` read."""
    asked_at, reopened_at, first_reply_at, files, notes, team, *rest = _BESIDE(enquiry.pk, on)[0]
    jobs, there = rest[: len(_NAMED)], rest[len(_NAMED) :]
    found = frozenset(part for part, is_there in zip(_PARTS, there, strict=True) if is_there)
    return Beside(
        enquiry,
        on,
        parts=found | {Extra.FILES} if files else found,
        moments={"asked_at": asked_at, "reopened_at": reopened_at, "first_reply_at": first_reply_at},
        files=files or 0,
        notes=notes or 0,
        team=team or 0,
        jobs={getattr(enquiry, who): job for who, job in zip(_NAMED, jobs, strict=True) if job is not None},
        away=away,
    )


def with_beside(who: Standing, enquiry: Enquiry) -> Beside:
    """The same, and the row keeps which parts it has: for a page that reads it and changes nothing."""
    found = beside(enquiry, on=who.on, away=who.away)
    enquiry.parts_read = found.parts
    vars(enquiry).update(found.moments)
    return found


def offices_beside(
    enquiry: Enquiry, *, on: datetime.date, away: Mapping[int, list[Away]] | None = None
) -> Offices:
    """The monitoring officers; where the team may read it, its directors too, and who has the work."""
    if enquiry.is_for_named:
        return offices_on(on, posts=WATCHING, away=away)
    officers = {one.pk: one for one in (enquiry.owner, enquiry.addressee) if one}
    where = enquiry.team.directorate_id if enquiry.team else None
    posts = (*WATCHING, *DIRECTING)
    return offices_on(on, posts=posts, directorate=where, officers=officers.values(), away=away)


_NAMED = ("owner_id", "addressee_id", "logged_by_id")
_ITS_STREAM, _ITSELF = OuterRef("stream_id"), OuterRef("pk")
_PARTS: dict[Extra, QuerySet[Any]] = {
    Extra.MESSAGES: Message.objects.filter(enquiry=_ITSELF),
    Extra.REDIRECTIONS: Redirection.objects.filter(enquiry=_ITSELF),
    Extra.REFERRALS: CaseEvent.objects.filter(stream=_ITS_STREAM, kind=events.REFERRED.name),
    Extra.OFFERS: Proposal.objects.filter(enquiry=_ITSELF),
    Extra.WITHHOLDINGS: Withholding.objects.filter(enquiry=_ITSELF),
    Extra.CONTRIBUTIONS: Contribution.objects.filter(enquiry=_ITSELF),
    Extra.PREPARED: PreparedReply.objects.filter(enquiry=_ITSELF),
    Extra.CONSENTS: CopyConsent.objects.filter(enquiry=_ITSELF),
    Extra.RETRACTIONS: Retraction.objects.filter(message__enquiry=_ITSELF),
    Extra.LINKS: Link.objects.filter(Q(first=_ITSELF) | Q(second=_ITSELF)),
    Extra.MERGED: Enquiry.objects.filter(merged_into=_ITSELF),
    Extra.DISPUTES: Dispute.objects.filter(about=_ITS_STREAM),
    Extra.SHARES: CaseShare.objects.filter(content_object=_ITS_STREAM),
}


def _how_many(rows: QuerySet[Any], by: str) -> Subquery:
    return Subquery(rows.order_by().values(by).annotate(number=Count("pk")).values("number"))


def _beside(pk: int, on: datetime.date) -> QuerySet[Any, Any]:
    said = Message.objects.filter(enquiry=_ITSELF)
    replied = said.filter(kind=Message.Kind.REPLY, retraction__isnull=True).order_by("at", "pk")
    files = Attachment.objects.filter(stream=_ITS_STREAM, erased_at__isnull=True)
    jobs = OfficerAppointment.objects.on(on).order_by("-from_on", "-pk")
    team = OfficerAppointment.objects.on(on).filter(team=OuterRef("team_id"))
    return with_moments(Enquiry.objects.filter(pk=pk)).values_list(
        "asked_at",
        "reopened_at",
        Subquery(replied.values("at")[:1]),
        _how_many(files, "stream"),
        _how_many(said.filter(kind__in=NOTES), "enquiry"),
        Subquery(
            team.order_by().values("team").annotate(number=Count("person", distinct=True)).values("number")
        ),
        *(Subquery(jobs.filter(person=OuterRef(who)).values("job_title")[:1]) for who in _NAMED),
        *(Exists(rows) for rows in _PARTS.values()),
    )


_BESIDE = Written(_beside)
