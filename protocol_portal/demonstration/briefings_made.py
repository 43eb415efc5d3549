"""Plays what is told of briefings: a group asks, whoever decides answers, the others say what they want."""

import datetime

from briefings.actions.asking import ask_for_group
from briefings.actions.deciding import agree, decline
from briefings.actions.sharing import pass_by, take_up
from briefings.models import Briefing
from briefings.policies.asking import may_ask
from briefings.policies.deciding import may_agree
from briefings.policies.sharing import may_pass_by, may_take_up
from briefings.queries.answering import Request
from briefings.states import UNDECIDED
from council.models import Directorate, Person
from council.queries import Standing, who_held
from protocol_portal.demonstration.entries import Office
from protocol_portal.demonstration.groups_told import BriefingTold
from protocol_portal.demonstration.moments import ONE_DAY, moment
from protocol_portal.demonstration.registry import Registry
from rulebook.briefing.request import Form
from rulebook.post import Post


def play_briefings(registry: Registry, told: tuple[BriefingTold, ...]) -> None:
    """All of them, the oldest first."""
    for one in sorted(told, key=lambda one: -one.days):
        if one.texts(registry.text):
            _play(registry, one)


def _play(registry: Registry, told: BriefingTold) -> None:
    at = moment(registry.past(told.days), 10, 25)
    who = _leader(registry, told.group, at)
    if not may_ask(who).allowed:
        return
    row = ask_for_group(who=who, request=_request(registry, told), at=at)
    if row.state not in UNDECIDED or not (told.agreed or told.declined):
        return
    _decide(registry, row, told)
    for group, wants in (*((one, True) for one in told.taken_up), *((one, False) for one in told.passed_by)):
        _answer(registry, row, group, told, wants=wants)


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


def _decide(registry: Registry, row: Briefing, told: BriefingTold) -> None:
    at = moment(registry.past(max(told.days - told.after, 0)), 15, 40)
    person = _decider(row, registry.past(max(told.days - told.after, 0)))
    who = registry.who(person, at)
    if not may_agree(who, row).allowed:
        return
    if told.agreed:
        agree(who=who, row=row, subject=told.agreed, same_as=None, lead=None, seen_version=None, at=at)
    else:
        decline(who=who, row=row, reasons=told.declined, same_as=None, seen_version=None, at=at)


def _decider(row: Briefing, on: datetime.date) -> Person:
    post = Post(row.to_decide)
    directorate = row.directorate if post in (Post.DIRECTOR, Post.EXECUTIVE_DIRECTOR) else None
    found = who_held(post, on=on, directorate=directorate) or who_held(Post.MONITORING_OFFICER, on=on)
    if found is None:
        raise LookupError(f"Nobody decides {row}.")
    return found


def _answer(registry: Registry, row: Briefing, group: str, told: BriefingTold, *, wants: bool) -> None:
    row.refresh_from_db(fields=["matter"])
    offer = Briefing.objects.filter(matter=row.matter, group__name=group).exclude(pk=row.pk).first()
    if offer is None:
        return
    at = moment(registry.past(max(told.days - told.after - 2, 0)), 11, 5) + ONE_DAY / 24
    who = _leader(registry, group, at)
    act, may = (take_up, may_take_up) if wants else (pass_by, may_pass_by)
    if may(who, offer).allowed:
        act(who=who, row=offer, seen_version=None, at=at)


def _leader(registry: Registry, group: str, at: datetime.datetime) -> Standing:
    members = [one for one in registry.council.members if one.group == group]
    name = next(one.name for one in members if one.office is Office.LEADER)
    return registry.who(registry.stage.roll.people[name], at)
