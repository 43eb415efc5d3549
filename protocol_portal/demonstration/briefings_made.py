"""Plays what is told of briefings: a group asks, whoever decides answers, the others say what they want."""

import datetime
from dataclasses import replace

from briefings.actions.asking import ask_for_group
from briefings.actions.deciding import agree, decline
from briefings.actions.sharing import pass_by, take_up
from briefings.models import Briefing, Matter
from briefings.policies.asking import may_ask
from briefings.policies.deciding import may_agree
from briefings.policies.sharing import may_pass_by, may_take_up
from briefings.queries.answering import Request
from briefings.queries.sharing import TELLS
from briefings.states import UNDECIDED
from council.models import Directorate, Person
from council.queries import who_held
from protocol_portal.demonstration.briefings_given import Giving
from protocol_portal.demonstration.groups_told import BriefingTold
from protocol_portal.demonstration.moments import ONE_DAY, day_of, moment
from protocol_portal.demonstration.registry import Registry
from rulebook.briefing.request import Form
from rulebook.post import Post

AN_HOUR = ONE_DAY / 24
# What a group writes that asks for what another has.
_ALIKE = "Our group would like to have this as well."


def play_briefings(registry: Registry, told: tuple[BriefingTold, ...]) -> None:
    """All of them, the oldest first."""
    for one in sorted(told, key=lambda one: -one.days):
        if one.texts(registry.text):
            _play(registry, one)


def _play(registry: Registry, told: BriefingTold) -> None:
    at = moment(registry.past(told.days), 10, 25)
    row = _asked(registry, told, at)
    if row is None or row.state not in UNDECIDED or not (told.agreed or told.declined):
        return
    at = moment(registry.past(max(told.days - told.after, 0)), 15, 40)
    row = _decide(registry, row, told, at=at)
    if row.matter is None or row.decided_by is None:
        return
    at = _so_late(registry, told, 2, after=at)
    _answers(registry, row, told, at=at)
    if told.giving is not None:
        begun = _so_late(registry, told, 4, after=at + AN_HOUR)
        giving = Giving(registry, told.giving, row.matter, decider=row.decided_by, at=begun)
        # Some texts have the others told only of what was given.
        _answers(registry, row, told, at=giving.perform() + ONE_DAY)


def _so_late(
    registry: Registry, told: BriefingTold, days: int, *, after: datetime.datetime
) -> datetime.datetime:
    """Noon, so many days after the decision; later where closed days lie between."""
    return max(after + AN_HOUR, moment(registry.past(max(told.days - told.after - days, 0)), 12, 5))


def _asked(registry: Registry, told: BriefingTold, at: datetime.datetime) -> Briefing | None:
    who = registry.leader(told.group, at)
    if not may_ask(who).allowed:
        return None
    return ask_for_group(who=who, request=_request(registry, told), at=at)


def _request(registry: Registry, told: BriefingTold) -> Request:
    terms = registry.text.briefings
    form = told.form if told.form in terms.forms or not terms.forms else next(iter(terms.forms))
    posts = [Post(one.value) for one in terms.asked] or [Post.CHIEF_EXECUTIVE]
    asked_of = Post.DIRECTOR if told.directorate and Post.DIRECTOR in posts else posts[0]
    return Request(
        form=Form(form),
        asked_of=asked_of,
        subject=told.subject,
        words=told.words,
        directorate=Directorate.objects.filter(name=told.directorate).first(),
        others_present=told.others,
    )


def _decide(
    registry: Registry,
    row: Briefing,
    told: BriefingTold,
    *,
    at: datetime.datetime,
    same_as: Matter | None = None,
) -> Briefing:
    who = registry.who(_decider(row, day_of(at)), at)
    if not may_agree(who, row, same_as).allowed:
        return row
    if not told.agreed:
        return decline(who=who, row=row, reasons=told.declined, same_as=None, seen_version=None, at=at)
    lead = registry.stage.roll.people[told.giving.lead] if told.giving and told.giving.lead else None
    return agree(who=who, row=row, subject=told.agreed, same_as=same_as, lead=lead, seen_version=None, at=at)


def _decider(row: Briefing, on: datetime.date) -> Person:
    post = Post(row.to_decide)
    directorate = row.directorate if post in (Post.DIRECTOR, Post.EXECUTIVE_DIRECTOR) else None
    found = who_held(post, on=on, directorate=directorate) or who_held(Post.MONITORING_OFFICER, on=on)
    if found is None:
        raise LookupError(f"Nobody decides {row}.")
    return found


def _answers(registry: Registry, row: Briefing, told: BriefingTold, *, at: datetime.datetime) -> None:
    """What the other groups say of it, each once: to what they were offered, or told of by now."""
    for group in told.taken_up:
        _take_up(registry, row, replace(told, group=group, words=_ALIKE), at)
    for group in told.passed_by:
        offer, who = _row_of(row, group), registry.leader(group, at)
        if offer is not None and may_pass_by(who, offer).allowed:
            pass_by(who=who, row=offer, seen_version=None, at=at)


def _take_up(registry: Registry, row: Briefing, told: BriefingTold, at: datetime.datetime) -> None:
    """By a press; where nothing is ever offered or told, by a request of its own for the same."""
    offer, who = _row_of(row, told.group), registry.leader(told.group, at)
    if offer is not None:
        if may_take_up(who, offer).allowed:
            take_up(who=who, row=offer, seen_version=None, at=at)
        return
    matter = row.matter
    if matter is None or matter.equal_access in TELLS:
        return
    own = _asked(registry, told, at)
    if own is not None and own.state in UNDECIDED:
        _decide(registry, own, told, at=at + AN_HOUR, same_as=matter)


def _row_of(row: Briefing, group: str) -> Briefing | None:
    return Briefing.objects.filter(matter=row.matter, group__name=group).exclude(pk=row.pk).first()
