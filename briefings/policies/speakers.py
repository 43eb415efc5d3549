"""May an officer be named to speak, be taken off, or undertake to keep to the text; and if not, why not?"""

from django.utils.translation import gettext as _

from briefings.models import Session, Speaker
from briefings.policies.matters import KEEPERS, MatterPart, MatterParts, answer, not_keeper
from briefings.queries import directed_by
from briefings.queries.giving import STANDING, answer_to_speaker, seniors
from briefings.rules import giving as rules
from council.models import Person
from council.queries import Standing
from rulebook.decision import Answer, Decision, refused
from rulebook.duty import Duty
from rulebook.post import Post

_NAMES = KEEPERS | {MatterPart.DIRECTOR, MatterPart.DECIDER}


def may_name_speakers(who: Standing, session: Session) -> Decision:
    """May the person name speakers at all? Whoever sees to it, decided, or is a director (WO-E-9.3.32k)."""
    return answer(who, session.matter, Duty.SPEAK_TO_GROUP, lambda parts: naming(session, parts))


def naming(session: Session, parts: MatterParts) -> str:
    """Why not to name anybody; empty where nothing bars it."""
    if session.state not in STANDING:
        return _("It was held, or is cancelled.")
    return "" if parts & _NAMES else not_keeper(parts)


def may_name_speaker(who: Standing, session: Session, person: Person, *, specialism: str) -> Decision:
    """May the person name this officer: by the text, their grade on that day and who else comes?"""
    decision = may_name_speakers(who, session)
    if not decision.allowed or decision.rule is None:
        return decision
    standing = [one for one in session.speakers.all() if one.ended_at is None]
    if person.pk in {one.person_id for one in standing}:
        return refused(decision.rule, _("%(name)s is named already.") % {"name": person.name})
    found = _answer(who, session, person, specialism, standing)
    if not rules.is_barred(found):
        return decision
    return refused(decision.rule, found.reason, found.cite)


def _answer(
    who: Standing, session: Session, person: Person, specialism: str, standing: list[Speaker]
) -> Answer:
    senior = seniors([person.pk, *(one.person_id for one in standing)], session.matter.protocol)
    return answer_to_speaker(session, unnamed(who, session, person, specialism), standing, senior)


def unnamed(who: Standing, session: Session, person: Person, specialism: str) -> Speaker:
    """The speaker that the person would make, a director’s nominee where they are a director; not saved."""
    is_director = bool(directed_by(who, Post.DIRECTOR) or who.posts.intersection(rules.SENIOR_POSTS))
    comes_as = Speaker.As.NOMINEE if is_director else Speaker.As.OFFICER
    return Speaker(session=session, person=person, speaks_as=comes_as, specialism=specialism.strip())


def may_take_off(who: Standing, speaker: Speaker) -> Decision:
    """May the person take a speaker off the date?"""
    session = speaker.session

    def fault(parts: MatterParts) -> str:
        if speaker.ended_at is not None:
            return _("This officer is off the date already.")
        return naming(session, parts)

    return answer(who, session.matter, Duty.SPEAK_TO_GROUP, fault)


def may_undertake(who: Standing, session: Session) -> Decision:
    """May the person say that they read what may be said, and keep to it? For themselves, once."""
    speaks = [one for one in session.speakers.all() if one.ended_at is None]
    return answer(who, session.matter, Duty.PREPARE_BRIEFING, lambda _p: undertaking(session, who, speaks))


def undertaking(session: Session, who: Standing, speaks: list[Speaker]) -> str:
    """Why not to press; empty where nothing bars it."""
    own = next((one for one in speaks if one.person_id == who.person.pk), None)
    if own is None or session.state not in STANDING:
        return _("Whoever speaks at this date says this.")
    return _("You have said so already.") if own.undertook_at else ""
