"""What a text bars outright, whoever would decide and whoever was served before."""

from collections.abc import Iterable

from briefings.rules import wordings as say
from briefings.rules.case import Case, is_asked, is_nominated
from briefings.rules.facts import Organiser, RequestedBy, Speaker
from briefings.rules.found import Found, Sentence, barred
from rulebook.briefing.given import Briefer
from rulebook.briefing.request import (
    ConfidentialMatter,
    NonMembers,
    OthersAsked,
    PartyMeetings,
    PartyPolitical,
    Subject,
)
from rulebook.citation import Citation
from rulebook.post import Post
from rulebook.protocol import Protocol
from rulebook.stated import Cites

NOT_BARRED = "the text does not bar it"


def requester(protocol: Protocol, case: Case) -> Found:
    """Who asks: all whom the text names, where it names any."""
    named = protocol.briefings.requesters
    if not named:
        return "the text does not say who may ask"
    if case.requested_by in {one.value for one in named}:
        return f"the text names «{case.requested_by}»"
    cites = _all(named.values())
    if case.requested_by is RequestedBy.MEMBER_WITHOUT_GROUP:
        return barred(Sentence(say.GROUPS_ONLY, cites))
    return barred(*(Sentence(one.says, at) for one, at in named.items()), Sentence(say.LEADER_ASKS))


def council_business(protocol: Protocol, case: Case) -> Found:
    """What it is about."""
    said = protocol.briefings.subject
    if case.council_business:
        return "it is about the authority’s business"
    if said.value is not Subject.OWN_BUSINESS:
        return NOT_BARRED
    return barred(Sentence(said.value.says, said.cites), Sentence(say.BUSINESS_ONLY))


def party_political(protocol: Protocol, case: Case) -> Found:
    """Whether it is wholly party political, in a form for which the text bars that."""
    said = protocol.briefings.party_political.get(case.form)
    if not case.party_political:
        return "it is not wholly party political"
    if said is None or said.value in (None, PartyPolitical.MAY_DECLINE):
        return NOT_BARRED
    return barred(Sentence(said.value.says, said.cites), Sentence(say.WITHOUT_POLITICS))


def party_meeting(protocol: Protocol, case: Case) -> Found:
    """Whose meeting it is."""
    said = protocol.briefings.party_meetings
    if case.organised_by is not Organiser.PARTY:
        return "no party arranges the meeting"
    if said.value is not PartyMeetings.BARRED:
        return NOT_BARRED
    return barred(Sentence(said.value.says, said.cites), Sentence(say.OWN_MEETING))


def confidential_matter(protocol: Protocol, case: Case) -> Found:
    """Whether confidential or personal information is asked for; never a bar to asking for a document."""
    said = protocol.briefings.confidential.get(case.form)
    if not case.seeks_confidential:
        return "no confidential or personal information is asked for"
    if said is None or said.value is not ConfidentialMatter.BARRED:
        return NOT_BARRED
    return barred(Sentence(said.value.says, said.cites), Sentence(say.WITHOUT_CONFIDENTIAL))


def non_members(protocol: Protocol, case: Case) -> Found:
    """Who else is in the room."""
    said = protocol.briefings.non_members
    if not (case.non_members_attending and case.in_person):
        return "no officer would meet anybody but members"
    if said.value is not NonMembers.BARRED:
        return NOT_BARRED
    return barred(Sentence(said.value.says, said.cites), Sentence(say.MEMBERS_ONLY))


def other_officers(protocol: Protocol, case: Case) -> Found:
    """Who is asked, where the text keeps other officers out."""
    said = protocol.briefings.others_asked
    if said.value is not OthersAsked.BARRED or not case.in_person:
        return NOT_BARRED
    if is_asked(protocol, case):
        return f"the text names «{case.asked_of}»"
    if is_nominated(protocol, case):
        return "a Director named the officer"
    posts = " or ".join(f"the {protocol.title_of(Post(one.value))}" for one in protocol.briefings.asked)
    return barred(Sentence(said.value.says, said.cites), Sentence(say.ASK_THE_NAMED.format(posts=posts)))


def speaker(protocol: Protocol, case: Case) -> Found:
    """Who speaks and who comes along, where only senior officers speak."""
    said = protocol.briefings.briefers
    if Briefer.SENIOR not in said or not case.in_person or case.briefer is None:
        return NOT_BARRED
    beside = Briefer.JUNIOR_BESIDE in said
    if case.briefer is Speaker.SENIOR:
        return _companion(said[Briefer.JUNIOR_BESIDE], case) if beside else "a senior officer speaks"
    if is_nominated(protocol, case):
        return "a Director named the officer"
    if beside and case.accompanied_by is Speaker.SENIOR and case.junior_has_specialist_knowledge:
        return "the officer is a specialist and comes with a senior officer"
    advice = say.BESIDE_SENIOR if beside else say.SENIOR_ASKED
    return barred(Sentence(Briefer.SENIOR.says, _all(said.values())), Sentence(advice))


def _companion(cites: Cites, case: Case) -> Found:
    """Whoever comes along with a senior officer: another, or a specialist."""
    if case.accompanied_by in (None, Speaker.SENIOR) or case.junior_has_specialist_knowledge:
        return "a senior officer speaks"
    return barred(Sentence(Briefer.JUNIOR_BESIDE.says, cites), Sentence(say.ALONE))


def _all(cites: Iterable[Cites]) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(one for some in cites for one in some))
