"""The demonstration tells what each text promises of enquiries: something moved, withheld, agreed, shared."""

import datetime
from zoneinfo import ZoneInfo

import pytest

from casework.models import CaseShare, Determination, Dispute
from casework.queries import broken_streams
from casework.states import DisputeState
from council.models import Directorate, User
from enquiries import events
from enquiries.models import (
    Contribution,
    Copy,
    CopyConsent,
    Enquiry,
    IssuedLetter,
    Link,
    Message,
    PreparedReply,
    Privacy,
    Proposal,
    Redirection,
    Withholding,
)
from enquiries.rules.conditions import on_authority, on_withholding, undertaking_cites
from enquiries.states import OPEN, State
from protocol_portal.demonstration.councils import council_under
from protocol_portal.demonstration.lives import Verb
from protocol_portal.demonstration.promised import STORIES
from rulebook.declining import ways_to_decline
from rulebook.protocols import PROTOCOLS, protocol

NOW = datetime.datetime(2026, 11, 23, 10, 30, tzinfo=ZoneInfo("Europe/London"))
SUBJECT = Enquiry._meta.get_field("subject").max_length


def told_of(kind) -> bool:
    """Does an enquiry's history have such an event?"""
    return Enquiry.objects.filter(stream__events__kind=kind.name).exists()


def is_silent(key: str, verb: Verb) -> bool:
    return not any(
        verb in {line.verb for line in story.script} for story in STORIES if story.texts(protocol(key))
    )


@pytest.mark.parametrize("key", PROTOCOLS)
def test_every_story_has_a_team_fits_its_column_and_is_told_by_two_members(key):
    text = protocol(key)
    council = council_under(text)
    teams = {service.team for service in council.services}
    longest = max((street for streets in council.streets.values() for street in streets), key=len)
    stories = [story for story in STORIES if story.texts(text)]
    for story in stories:
        assert teams & set(story.teams), story.subject
        assert len(story.subject.format(street=longest)) <= SUBJECT, story.subject
        assert all("{street}" not in words.format(street="") for words in (story.details, story.reply))
    members = {entry.name for entry in council.members}
    assert len([one for one in council.sign_ins if one.name in members]) >= 2
    assert {story.by for story in stories} == {0, 1}
    assert len({story.subject for story in stories}) == len(stories)


@pytest.mark.parametrize("key", PROTOCOLS)
def test_what_is_told_follows_from_the_text_alone(key):
    text = protocol(key)
    assert is_silent(key, Verb.ASK_PROMISE) is not bool(undertaking_cites(text))
    assert is_silent(key, Verb.ASK_AUTHORITY) is not on_authority(text).may_ask
    letters = text.correspondence
    assert is_silent(key, Verb.ISSUE) is not bool(letters.members_may_sign or letters.in_own_name)
    grounds = {story.ground for story in STORIES if story.texts(text) and Verb.DECLINE in verbs(story)}
    assert grounds
    assert grounds <= {way.ground for way in ways_to_decline(text.triage)}


def verbs(story) -> set[Verb]:
    return {line.verb for line in story.script}


def moved_withheld_agreed_and_disputed(told) -> None:
    today = NOW.date()
    there = Redirection.objects.filter(ended_at=None, enquiry__state=State.REDIRECTED)
    assert there.filter(expected_on__gt=today).exists()
    assert there.filter(expected_on__lt=today).exists()
    assert Redirection.objects.exclude(ended_at=None).filter(enquiry__state=State.CLOSED).exists()
    declined = Withholding.objects.filter(
        ground__in=[way.ground.value for way in ways_to_decline(told.triage)]
    )
    assert declined.exclude(cites="").exists()
    withheld = Withholding.objects.filter(ground=Withholding.Ground.WITHHELD)
    assert withheld.exists()
    assert withheld.exclude(copied_to=None).exists() is bool(on_withholding(told).copy_to)
    waiting = Withholding.objects.filter(stage=Withholding.Stage.ASKED)
    assert waiting.filter(ground=Withholding.Ground.UNDERTAKING).exists() is bool(undertaking_cites(told))
    assert waiting.filter(ground=Withholding.Ground.AUTHORITY).exists() is on_authority(told).may_ask
    offered = Proposal.objects.filter(ended_at=None, member_says=Proposal.Answer.NONE)
    assert offered.filter(senior_says=Proposal.Answer.AGREED).exists()
    assert Enquiry.objects.filter(agreed_on__gt=today, state__in=OPEN).exists()
    assert Dispute.objects.filter(state=DisputeState.OPENED).exclude(respondent_words="").exists()
    decided = Determination.objects.exclude(must_do="").get()
    assert Enquiry.objects.filter(stream=decided.dispute.about, owed_on=decided.must_by).exists()
    assert decided.by not in (decided.dispute.opened_by, decided.dispute.respondent)


def private_shared_prepared_joined_and_corrected(told) -> None:
    assert set(Enquiry.objects.values_list("privacy", flat=True)) == {one.value for one in Privacy}
    assert Copy.objects.filter(permission=Copy.Permission.OFFICER).exists()
    assert CopyConsent.objects.filter(agreed=None).exists()
    assert CaseShare.objects.filter(until__gt=NOW.date()).exists()
    assert Message.objects.filter(kind=Message.Kind.TALK).count() == 2
    approving = Directorate.objects.filter(approves_replies=True)
    assert list(approving.values_list("name", flat=True)) == [
        name for name in (council_under(told).approving,) if name
    ]
    assert PreparedReply.objects.filter(stage=PreparedReply.Stage.WAITING).exists() is approving.exists()
    assert Contribution.objects.filter(given_at=None).exists()
    assert Contribution.objects.exclude(given_at=None).exists()
    linked = Link.objects.get()
    assert linked.first.member != linked.second.member
    assert told_of(events.SERVICE_CORRECTED)
    signs = bool(told.correspondence.members_may_sign or told.correspondence.in_own_name)
    assert IssuedLetter.objects.exists() is signs
    assert not list(broken_streams({}))


def told_by_whoever_can_sign_in(told) -> None:
    subjects = {story.subject.partition("{")[0] for story in STORIES if story.texts(told)}
    visitors = set(User.objects.values_list("person", flat=True))
    for subject in subjects - {""}:
        enquiry = Enquiry.objects.get(subject__startswith=subject)
        assert enquiry.member_id in visitors, enquiry
        assert "{" not in enquiry.details
