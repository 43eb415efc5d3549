"""Plays what people ask of documents: to see them, to tell of them, what the text means; and who knows."""

import datetime

from access_rules.actions import advising, challenging, deciding_requests, requesting, telling
from access_rules.actions.granting import Given, grant
from access_rules.actions.interests import Declared, Matter, declare_on
from access_rules.actions.privy import Knower, add_privy
from access_rules.models import AccessRequest
from access_rules.queries.asked import MEMBER, deciders_of
from access_rules.rules.findings import found
from access_rules.rules.outcomes import NO, PARTLY
from access_rules.rules.ruling import Ruling
from access_rules.states import RequestState
from casework.actions.disputing import answer_dispute
from protocol_portal.demonstration import papers as told_of
from protocol_portal.demonstration.moments import ONE_DAY, day_of, moment
from protocol_portal.demonstration.registry import Registry
from rulebook.access.telling import Asked, who_is_asked
from rulebook.obligations import anchor_of
from rulebook.post import Post

# Requests and answers lie a day apart, so that the last of them was done by yesterday.
LASTS = 3
OPEN_FOR = 28 * ONE_DAY


def play_requests(registry: Registry, asks: tuple[told_of.AskTold, ...]) -> None:
    """All of them: answered by the rules at once, decided by a person, waiting, disputed."""
    for told in asks:
        _Request(registry, told).perform()


class _Request:
    """One request."""

    def __init__(self, registry: Registry, told: told_of.AskTold) -> None:
        self.registry, self.told = registry, told

    def at(self, later: int, hour: int, minute: int = 0) -> datetime.datetime:
        """So many days after it was asked, on a working day, and never today."""
        return moment(self.registry.past(max(self.told.days - later, 1)), hour, minute)

    def perform(self) -> None:
        told, registry, at = self.told, self.registry, self.at(0, 8, 40)
        document = registry.papers[told.paper] if told.paper else None
        wanted = requesting.Wanted(
            **{
                "described": document.title if document else told.described,
                "purpose": "duties",
                **told.columns,
            },
            capacity=MEMBER,
            document=document,
            purpose_words=told.why,
        )
        row = requesting.ask_for(who=registry.who(registry.member(told.by), at), wanted=wanted, at=at)
        if row.state == RequestState.REFERRED:
            self._decide(row)
        self._dispute(AccessRequest.objects.get(pk=row.pk))

    def _decide(self, row: AccessRequest) -> None:
        """What a person found, and the decision with its reasons, where they are told."""
        told, at = self.told, self.at(1, 11)
        who = self.registry.who(deciders_of(row, on=day_of(at))[0], at)
        what = found(told.found[0]) if told.found else None
        if told.found and what:
            deciding_requests.record_finding(
                who=who, row=row, found=what, reasons=told.found[1], seen_version=None, at=at
            )
        if told.ruling:
            row = AccessRequest.objects.get(pk=row.pk)
            outcome, reasons = told.ruling
            cites = tuple(str(one) for one in row.answer["enforced"]["cite"])
            until = None if outcome == NO else day_of(at) + OPEN_FOR
            ruling = Ruling(outcome, reasons, cites, until=until)
            at = self.at(1, 13, 20)
            deciding_requests.decide_request(who=who, row=row, ruling=ruling, seen_version=None, at=at)

    def _dispute(self, row: AccessRequest) -> None:
        """«I do not agree», and what whoever answers for the decision says to it."""
        if self.told.disputed is None or row.outcome not in (NO, PARTLY):
            return
        words, answer = self.told.disputed
        at = self.at(2, 14, 30)
        who = self.registry.who(row.asked_by, at)
        dispute = challenging.dispute_answer(who=who, row=row, words=words, seen_version=None, at=at)
        at = self.at(LASTS, 16, 10)
        answer_dispute(who=self.registry.who(dispute.respondent, at), dispute=dispute, words=answer, at=at)


def play_circle(registry: Registry, told: told_of.Papers) -> None:
    """Who knows, who has access by name, and who asks before telling somebody."""
    people = registry.stage.roll.people
    at = moment(registry.past(2), 10)
    for knower in told.knowers:
        person = people.get(knower.name)
        row = Knower(knower.because, person, "" if person else knower.name)
        add_privy(who=registry.keeper(at), document=registry.papers[knower.paper], knower=row, at=at)
    at = moment(registry.past(2), 11)
    for one in told.grants:
        given = Given(one.purpose, registry.today + one.days * ONE_DAY)
        document, to = registry.papers[one.paper], registry.member(one.to)
        who = registry.holder(Post.MONITORING_OFFICER, at)
        grant(who=who, document=document, person=to, given=given, at=at)
    at = moment(registry.past(1), 17, 15)
    asked = _whom_to_ask(registry)
    for wish in told.tellings:
        paper = registry.papers[wish.paper]
        telling.ask_before_telling(
            who=registry.who(registry.member(wish.by), at),
            wish=telling.Wish(wish.to_whom, wish.why, asked, document=paper),
            at=at,
        )


def _whom_to_ask(registry: Registry) -> Asked:
    """The monitoring officer, where the text names that post; else the first that it names."""
    named = tuple(who_is_asked(registry.text.access))
    return Asked.MONITORING_OFFICER if Asked.MONITORING_OFFICER in named else named[0]


def play_advice(registry: Registry, advice: tuple[told_of.AdviceTold, ...]) -> None:
    """Questions on what the text says of a need to know; an answer is published in general words."""
    text = registry.text
    cites = tuple(cite for said in text.access.need_to_know.values() for cite in said)
    anchor = anchor_of(cites[0].id)
    for told in advice:
        at = moment(registry.past(told.days), 9, 50)
        who = registry.who(registry.member(told.by), at)
        row = advising.ask(who=who, asked=advising.Asked(told.question, anchor), at=at)
        if not told.answer:
            continue
        at = moment(registry.past(told.days - 1), 15)
        who = registry.holder(Post.MONITORING_OFFICER, at)
        row = advising.answer_question(
            who=who, advice=row, words=told.answer, cites=(cites[0].id,), follows=None, at=at
        )
        row = advising.write_reading(who=who, advice=row, words=told.reading, anchor=anchor, at=at)
        advising.publish_reading(who=who, advice=row, at=at + datetime.timedelta(minutes=20))


def play_interests(registry: Registry, interests: tuple[told_of.InterestTold, ...]) -> None:
    """What members declared: for the register, or in an item."""
    for told in interests:
        at = moment(registry.past(4), 18, 5)
        matter = None
        if told.meeting:
            matter = Matter(item=registry.meetings[told.meeting].items.get(number=told.item))
        who = registry.who(registry.member(told.by), at)
        declare_on(who=who, declared=Declared(told.standing, told.matter), matter=matter, at=at)
