"""Officers who speak at a date: named, taken off, and what they undertake."""

import datetime

from django.db import transaction

from briefings import events
from briefings.models import Session, Speaker
from briefings.policies import speakers as policies
from briefings.queries.giving import day_of, seniors
from briefings.rules.giving import speaks_as
from casework.actions.locking import demand, finish, locked
from council.models import Person
from council.queries import Standing
from rulebook.protocols import protocol


@transaction.atomic
def name_speaker(
    *,
    who: Standing,
    session: Session,
    person: Person,
    specialism: str,
    seen_version: int | None,
    at: datetime.datetime,
) -> Speaker:
    """An officer speaks, as what the text lets one of their grade come on that day. Raises Refused, Stale."""
    matter = locked(session.matter, seen_version=seen_version)
    session = Session.objects.select_related("matter").get(pk=session.pk)
    demand(policies.may_name_speaker(who, session, person, specialism=specialism))
    speaker = policies.unnamed(who, session, person, specialism)
    speaker.speaks_as = speaks_as(
        protocol(matter.protocol),
        senior=seniors([person.pk], matter.protocol)(person.pk, day_of(session)),
        named_by_director=speaker.speaks_as == Speaker.As.NOMINEE,
    )
    speaker.named_by, speaker.named_at = who.person, at
    speaker.save()
    facts = {"date": session.pk, "speaker": speaker.pk}
    finish(matter, kind=events.SPEAKER_NAMED, by=who.person, at=at, facts=facts)
    return speaker


@transaction.atomic
def take_off(*, who: Standing, speaker: Speaker, seen_version: int | None, at: datetime.datetime) -> Speaker:
    """The officer does not speak after all. Raises Refused, Stale."""
    matter = locked(speaker.session.matter, seen_version=seen_version)
    speaker = Speaker.objects.select_related("session__matter").get(pk=speaker.pk)
    demand(policies.may_take_off(who, speaker))
    speaker.ended_at = at
    speaker.save(update_fields=["ended_at"])
    facts = {"date": speaker.session_id, "speaker": speaker.pk}
    finish(matter, kind=events.SPEAKER_ENDED, by=who.person, at=at, facts=facts)
    return speaker


@transaction.atomic
def undertake(*, who: Standing, session: Session, at: datetime.datetime) -> None:
    """The officer read what may be said, and keeps to it: once. Raises Refused."""
    matter = locked(session.matter)
    session = Session.objects.select_related("matter").get(pk=session.pk)
    demand(policies.may_undertake(who, session))
    session.speakers.filter(person=who.person, ended_at__isnull=True).update(undertook_at=at)
    finish(matter, kind=events.UNDERTOOK, by=who.person, at=at, facts={"date": session.pk})
