"""Walks the rules for a request in their order: what bars it, what the text is silent on, who decides."""

from collections.abc import Callable
from dataclasses import dataclass, field

from briefings.rules import barring
from briefings.rules import wordings as say
from briefings.rules.case import Case, decider, is_asked, is_nominated
from briefings.rules.facts import Organiser, Speaker
from briefings.rules.found import Citations, Found, Hit, Sentence
from briefings.rules.rules import Outcome, Trying
from rulebook.briefing.given import Briefer
from rulebook.briefing.request import NonMembers, PartyPolitical
from rulebook.decision import Tried
from rulebook.post import Post
from rulebook.protocol import Protocol
from rulebook.stated import Stated, Worded


@dataclass(frozen=True)
class Way:
    """The rule that decided, what it found, and every rule that was tried on the way."""

    rule: Trying
    hit: Hit
    tried: tuple[Tried, ...] = field(default=(), compare=False)


def find(protocol: Protocol, case: Case) -> Way:
    """The first rule that matches; the last always does."""
    tried: list[Tried] = []
    for rule, of in RULES.items():
        found = of(protocol, case)
        if isinstance(found, Hit):
            tried.append(Tried(rule.value, True, f"the request comes to «{found.outcome}»"))
            return Way(rule, found, tuple(tried))
        tried.append(Tried(rule.value, False, found))
    hit = _not_barred(protocol, case)
    return Way(
        Trying.NOT_BARRED, hit, (*tried, Tried(Trying.NOT_BARRED.value, True, "no other rule matches"))
    )


def _silent(protocol: Protocol, case: Case) -> Found:
    """Whether the text knows what is asked for, and the meeting."""
    terms = protocol.briefings
    what = None
    if case.form not in terms.forms:
        what = say.NO_RULE_ON[case.form]
    elif case.organised_by is Organiser.PARTY:
        what = say.PARTY_MEETINGS
    if what is None:
        return "the text has a rule on it"
    says = say.SILENT.format(what=what, post=_the(protocol, Post.MONITORING_OFFICER))
    return Hit(Outcome.REFER, (Sentence(says),), Post.MONITORING_OFFICER, gap=True)


def _second_group(protocol: Protocol, case: Case) -> Found:
    said = protocol.briefings.second_group.get(case.form)
    if not case.already_briefed_another_group_on_this:
        return "no other group was served on it"
    if said is None or said.value is None:
        return "the text does not say that a second group must be served in this form"
    who = decider(protocol, case)
    return Hit(Outcome.MUST_ACCEPT, (_says(said), _of(say.NO_DISCRETION, protocol, case, who)), who)


def _other_post(protocol: Protocol, case: Case) -> Found:
    if is_asked(protocol, case) or is_nominated(protocol, case):
        return "whoever is asked is named by the text, or by a Director"
    asked = tuple(Sentence(one.says, at) for one, at in protocol.briefings.asked.items())
    who = decider(protocol, case)
    return Hit(Outcome.REFER, (*asked, _of(say.HANDED_ON, protocol, case, who)), who)


def _unreasonable(protocol: Protocol, case: Case) -> Found:
    said = protocol.briefings.unreasonable.get(case.form)
    if not case.deemed_unreasonable:
        return "no officer thinks it unreasonable"
    if said is None or said.value is None:
        return "the text names nobody who decides on an unreasonable request in this form"
    return Hit(Outcome.REFER, (_says(said),), Post(said.value))


def _too_political(protocol: Protocol, case: Case) -> Found:
    said = protocol.briefings.party_political.get(case.form)
    if not case.party_political:
        return "it is not wholly party political"
    if said is None or said.value is not PartyPolitical.MAY_DECLINE:
        return "the text leaves nothing to the officer here"
    return _may_decline(protocol, case, said)


def _strangers(protocol: Protocol, case: Case) -> Found:
    said = protocol.briefings.non_members
    if not (case.non_members_attending and case.in_person):
        return "no officer would meet anybody but members"
    if said.value not in (NonMembers.MAY_DECLINE, NonMembers.NOT_EXPECTED):
        return "the text leaves nothing to the officer here"
    return _may_decline(protocol, case, said)


def _may_decline(protocol: Protocol, case: Case, said: Stated[Worded]) -> Hit:
    who = decider(protocol, case)
    return Hit(Outcome.MAY_DECLINE, (_says(said), _of(say.MAY_DECLINE, protocol, case, who)), who)


def _not_barred(protocol: Protocol, case: Case) -> Hit:
    """Nothing bars it: what the text has for such a request, who speaks, and who decides."""
    terms = protocol.briefings
    asked_for = Sentence(case.form.says, terms.forms[case.form])
    decides = _says(terms.in_absence if _absence(protocol, case) else terms.decided_by)
    business = (_says(terms.subject),) if not terms.subject.is_silent else ()
    sentences = (asked_for, *business, decides, *_speakers(protocol, case))
    return Hit(Outcome.ALLOW, sentences, decider(protocol, case))


def _speakers(protocol: Protocol, case: Case) -> tuple[Sentence, ...]:
    """What the text says of whoever comes, as far as it is about this meeting."""
    if not case.in_person:
        return ()
    comes = {
        Briefer.SENIOR: True,
        Briefer.JUNIOR_BESIDE: {case.briefer, case.accompanied_by} - {None, Speaker.SENIOR} != set(),
        Briefer.NOMINEE: case.nominated_by_director,
        Briefer.REPRESENTATIVE: case.representative,
    }
    said = protocol.briefings.briefers
    return tuple(Sentence(one.says, at) for one, at in said.items() if comes[one])


def _absence(protocol: Protocol, case: Case) -> Citations:
    return protocol.briefings.in_absence.cites if case.chief_executive_absent else ()


def _says(said: Stated[Worded]) -> Sentence:
    """What the text says, in its sentence; nothing where it is silent."""
    return Sentence(said.value.says if said.value is not None else "", said.cites)


def _the(protocol: Protocol, post: Post) -> str:
    return f"the {protocol.title_of(post)}"


def _of(template: str, protocol: Protocol, case: Case, who: Post) -> Sentence:
    """A sentence about whoever decides, with the paragraph by which somebody stands in."""
    says = template.format(post=_the(protocol, who))
    return Sentence(says[:1].upper() + says[1:], _absence(protocol, case))


RULES: dict[Trying, Callable[[Protocol, Case], Found]] = {
    Trying.REQUESTER: barring.requester,
    Trying.COUNCIL_BUSINESS: barring.council_business,
    Trying.PARTY_POLITICAL: barring.party_political,
    Trying.PARTY_MEETING: barring.party_meeting,
    Trying.CONFIDENTIAL: barring.confidential_matter,
    Trying.NON_MEMBERS: barring.non_members,
    Trying.OTHER_OFFICERS: barring.other_officers,
    Trying.SPEAKER: barring.speaker,
    Trying.SILENT: _silent,
    Trying.SECOND_GROUP: _second_group,
    Trying.OTHER_POST: _other_post,
    Trying.UNREASONABLE: _unreasonable,
    Trying.TOO_POLITICAL: _too_political,
    Trying.STRANGERS: _strangers,
}
