"""What may be given by the text: what a pack’s author certifies, who speaks, who else is in the room."""

from dataclasses import dataclass

from briefings.rules.facts import Facts, Organiser, RequestedBy, Speaker
from briefings.rules.request import answer
from briefings.rules.rules import Outcome
from council.rules import Grade
from rulebook.briefing.given import Briefer, Content, MustNot
from rulebook.briefing.request import Form
from rulebook.citation import Citation
from rulebook.decision import Answer
from rulebook.post import Post
from rulebook.protocol import Protocol
from rulebook.wording import gettext_noop

FACTS_ONLY = "facts-only"
BUSINESS = "business"
_CERTIFIED: dict[str, str] = {
    Content.FACTS.value: gettext_noop("It states the facts"),
    Content.OPTIONS.value: gettext_noop("It sets out the options with their merits and demerits"),
    Content.ADVICE.value: gettext_noop("Its advice is on the authority’s business and on nothing else"),
    MustNot.RECOMMENDATION.value: gettext_noop("It recommends nothing"),
    MustNot.POLITICAL_IMPLICATIONS.value: gettext_noop("It deals with no political implication"),
    FACTS_ONLY: gettext_noop("It states facts and nothing else"),
    BUSINESS: gettext_noop("It is about the authority’s own business"),
}
# Posts that are senior in every text, whatever grade the register of officers has.
SENIOR_POSTS = (Post.CHIEF_EXECUTIVE, Post.DIRECTOR, Post.EXECUTIVE_DIRECTOR, Post.CLERK)


@dataclass(frozen=True)
class Statement:
    """One statement of the certificate, with the paragraphs that ask for it, if the text has any."""

    key: str
    says: str
    cites: tuple[Citation, ...]


def statements(text: Protocol) -> tuple[Statement, ...]:
    """What the author of a pack certifies: what the text has officers give, and what it bars.

    A text that says neither is asked for nothing but facts, by the portal and without a paragraph (WF, WO-P).
    """
    terms = text.briefings
    said = {one.value: cites for one, cites in (*terms.content.items(), *terms.must_not.items())}
    found = said or {FACTS_ONLY: ()}
    if not terms.subject.is_silent:
        found = {**found, BUSINESS: terms.subject.cites}
    return tuple(Statement(key, _CERTIFIED[key], cites) for key, cites in found.items())


def says_what_is_given(text: Protocol) -> bool:
    """Whether the text says at all what officers give a group."""
    return bool(text.briefings.content or text.briefings.must_not)


def certified(key: str) -> str:
    """The statement of a certificate that was made, by its key."""
    return _CERTIFIED.get(key, key)


def is_senior(text: Protocol, grade: str) -> bool:
    """Whether an officer of this grade is senior: by the text (WO-E-9.3.2c), else from head of service up."""
    lowest = Grade.HEAD_OF_SERVICE if text.briefings.senior.is_silent else Grade.DIRECTOR
    return bool(grade) and Grade(grade).rank >= lowest.rank


def speaks_as(text: Protocol, *, senior: bool, named_by_director: bool) -> str:
    """As what the text lets an officer come: a value of `Briefer`, «junior-officer» or «officer»."""
    ways = text.briefings.briefers
    if senior:
        return Speaker.SENIOR.value
    if Briefer.NOMINEE in ways and named_by_director:
        return "nominee"
    if Briefer.JUNIOR_BESIDE in ways:
        return Speaker.JUNIOR.value
    if Briefer.REPRESENTATIVE in ways and Briefer.SENIOR not in ways:
        return "representative"
    return Speaker.OFFICER.value


def may_speak(text: Protocol, form: Form, *, comes_as: str, specialist: bool, beside_senior: bool) -> Answer:
    """What the text answers to this speaker: the question `briefing-request`, of a request like any other."""
    grade = Speaker(comes_as) if comes_as in set(Speaker) else Speaker.OFFICER
    beside = Speaker.SENIOR if beside_senior and grade is not Speaker.SENIOR else None
    return _answer(
        text,
        form,
        briefer=grade,
        accompanied_by=beside,
        junior_has_specialist_knowledge=specialist,
        nominated_by_director=comes_as == "nominee",
        representative=comes_as == "representative",
    )


def with_others_in_room(text: Protocol, form: Form) -> Answer:
    """What the text answers where somebody is there who is neither a member nor an officer."""
    return _answer(text, form, briefer=Speaker.SENIOR, non_members_attending=True)


def is_barred(found: Answer) -> bool:
    """Whether the text itself bars it."""
    return found["outcome"] == Outcome.DECLINE


def may_be_refused(found: Answer) -> bool:
    """Whether officers may say no, and need not (WF-4.6, WO-E-9.3.32a)."""
    return found["outcome"] == Outcome.MAY_DECLINE


def _answer(
    text: Protocol,
    form: Form,
    *,
    briefer: Speaker,
    accompanied_by: Speaker | None = None,
    junior_has_specialist_knowledge: bool = False,
    nominated_by_director: bool = False,
    representative: bool = False,
    non_members_attending: bool = False,
) -> Answer:
    asked = next(iter(text.briefings.asked), None)
    facts = Facts(
        requested_by=RequestedBy.GROUP_LEADER,
        asked_of=Post(asked.value) if asked else Post.MONITORING_OFFICER,
        form=form,
        council_business=True,
        seeks_confidential=False,
        party_political=False,
        non_members_attending=non_members_attending,
        organised_by=Organiser.GROUP,
        briefer=briefer,
        accompanied_by=accompanied_by,
        junior_has_specialist_knowledge=junior_has_specialist_knowledge,
        nominated_by_director=nominated_by_director,
        representative=representative,
        chief_executive_absent=False,
        deemed_unreasonable=False,
        already_briefed_another_group_on_this=False,
        recommends=False,
        other_groups=1,
    )
    return answer(facts, text)
