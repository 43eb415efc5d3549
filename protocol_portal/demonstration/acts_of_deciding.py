"""What is done in the stories of moved, declined, withheld, agreed and disputed enquiries."""

import datetime

from casework.actions.disputing import Verdict, answer_dispute, determine_dispute
from casework.events import DISPUTE_DETERMINED
from casework.models import Attachment, CaseEvent, Determination, Dispute
from casework.queries.disputes import deciders_of
from council.models import Person
from council.queries import who_held
from enquiries.actions import agreeing, conditions, redirecting
from enquiries.actions.declining import Refusal, decline_enquiry
from enquiries.actions.disputing import bring_determination, dispute_decision
from enquiries.actions.redirecting import record_outcome
from enquiries.actions.withholding import withhold
from enquiries.policies.agreeing import management_of
from enquiries.policies.disputing import open_to_dispute
from enquiries.policies.redirecting import may_redirect_to
from enquiries.queries import offer_waiting
from enquiries.rules.conditions import EXEMPT, PERSONAL_DATA, grounds
from enquiries.screens.withheld import Withheld
from protocol_portal.demonstration.files import file_named
from protocol_portal.demonstration.lives import Move, Story, Verb
from protocol_portal.demonstration.moments import ONE_DAY, day_of
from protocol_portal.demonstration.playing import Acts, Play
from rulebook.post import Post
from rulebook.protocols import protocol

A_FORTNIGHT = 14 * ONE_DAY


def said(play: Play, move: Move) -> tuple[str, ...]:
    """The words of the move, with the place in them."""
    return tuple(words.format(street=play.case.street) for words in move.words)


def story_of(play: Play) -> Story:
    story = play.case.life.story
    if story is None:
        raise LookupError("This move belongs to a story.")
    return story


def open_day(play: Play, day: datetime.date) -> datetime.date:
    """The day, or the Monday after it where it is a Saturday or Sunday."""
    return day + max(0, 7 - day.weekday() if day.weekday() > 4 else 0) * ONE_DAY


def refer(play: Play, move: Move) -> None:
    """The officer asks the monitoring officer where it belongs."""
    (note,) = said(play, move)
    redirecting.refer_to_monitoring_officer(
        who=play.who(play.owner, move), enquiry=play.enquiry, note=note, at=move.at
    )


def redirect(play: Play, move: Move) -> None:
    """It goes elsewhere: by the officer where the text says where, else by the monitoring officer."""
    story = story_of(play)
    place, text, number = said(play, move)
    if story.process is None:
        raise LookupError("The story does not say where it goes.")
    who = play.who(play.owner, move)
    chief = who_held(Post.MONITORING_OFFICER, on=day_of(move.at))
    if not may_redirect_to(who, play.now(), story.process).allowed and chief is not None:
        who = play.who(chief, move)
    there = redirecting.Move(
        story.process,
        place,
        text,
        their_reference=number,
        expected_on=open_day(play, day_of(move.at) + story.expects * ONE_DAY),
    )
    redirecting.redirect_enquiry(who=who, enquiry=play.enquiry, move=there, at=move.at)


def bring_outcome(play: Play, move: Move) -> None:
    """What came of it elsewhere is told to the member."""
    (text,) = said(play, move)
    record_outcome(who=play.who(play.owner, move), enquiry=play.enquiry, text=text, at=move.at)


def decline(play: Play, move: Move) -> None:
    """The officer declines it, and says what is left."""
    reason, instead = said(play, move)
    refusal = Refusal(story_of(play).ground, reason, instead, no_exception=True)
    decline_enquiry(who=play.who(play.owner, move), enquiry=play.enquiry, refusal=refusal, at=move.at)


def withhold_part(play: Play, move: Move) -> None:
    """The reply gives what can be given; the rest by the text's paragraph, and the Act where it applies."""
    what, reason, given, forward, paragraph = said(play, move)
    known = grounds(protocol(play.enquiry.protocol))
    rules = (*known[:1], *(rule for rule in known[1:] if rule == EXEMPT))
    pinpoint = paragraph if EXEMPT in rules else ""
    if known[0] == PERSONAL_DATA:
        rules, pinpoint = (PERSONAL_DATA,), ""
    withheld = Withheld(what, reason, rules, pinpoint, given, forward)
    withhold(who=play.who(play.owner, move), enquiry=play.enquiry, withheld=withheld, at=move.at)


def ask_promise(play: Play, move: Move) -> None:
    """A promise of confidentiality is asked for, with the reasons."""
    reason, promise = said(play, move)
    conditions.require_undertaking(
        who=play.who(play.owner, move), enquiry=play.enquiry, reason=reason, promise=promise, at=move.at
    )


def ask_authority(play: Play, move: Move) -> None:
    """The resident's authority is asked for."""
    (reason,) = said(play, move)
    conditions.ask_for_authority(
        who=play.who(play.owner, move), enquiry=play.enquiry, reason=reason, at=move.at
    )


def show_authority(play: Play, move: Move) -> None:
    """The member sends the resident's letter."""
    (text,) = said(play, move)
    upload = file_named("letter.pdf", play.rng)
    conditions.show_authority(
        who=play.who(play.case.member, move), enquiry=play.enquiry, text=text, files=[upload], at=move.at
    )
    kept = Attachment.objects.filter(event__stream=play.enquiry.stream_id)
    play.stage.files += [str(one.file.name) for one in kept]


def offer(play: Play, move: Move) -> None:
    """Too much work: another date is offered, a fortnight after the first."""
    burden, other_reply = said(play, move)
    enquiry = play.now()
    other = open_day(play, (enquiry.due_on or day_of(move.at)) + A_FORTNIGHT)
    agreeing.offer_alternative(
        who=play.who(play.owner, move),
        enquiry=enquiry,
        offer=agreeing.Offer(burden, other, other_reply),
        at=move.at,
    )


def agree_as_manager(play: Play, move: Move) -> None:
    """Senior management agrees, where the offer was not its own."""
    near = management_of(play.now(), on=day_of(move.at))
    if play.owner not in near:
        _agree(play, move, by=near[0], side=agreeing.Side.MANAGEMENT)


def agree_as_member(play: Play, move: Move) -> None:
    """The member agrees."""
    _agree(play, move, by=play.case.member, side=agreeing.Side.MEMBER)


def _agree(play: Play, move: Move, *, by: Person, side: agreeing.Side) -> None:
    (words,) = said(play, move)
    waiting = offer_waiting(play.enquiry)
    agreeing.answer_offer(
        who=play.who(by, move),
        enquiry=play.enquiry,
        side=side,
        agrees=True,
        words=words,
        about=waiting.pk if waiting else 0,
        at=move.at,
    )


def dispute(play: Play, move: Move) -> None:
    """«I do not agree», says the member, of what was decided last."""
    (words,) = said(play, move)
    enquiry = play.now()
    place = open_to_dispute(enquiry)[0].contested.place
    dispute_decision(
        who=play.who(play.case.member, move), enquiry=enquiry, place=place, words=words, at=move.at
    )


def _disputed(play: Play) -> Dispute:
    return Dispute.objects.get(about=play.enquiry.stream_id)


def answer_the_dispute(play: Play, move: Move) -> None:
    """Whoever decided says why."""
    (words,) = said(play, move)
    answer_dispute(who=play.who(play.owner, move), dispute=_disputed(play), words=words, at=move.at)


def determine(play: Play, move: Move) -> None:
    """Whoever decides it under the text finds for the member in part, and says what must be done."""
    reasons, must_do = said(play, move)
    about, on = _disputed(play), day_of(move.at)
    seats, _barred = deciders_of(about, on=on)
    verdict = Verdict(
        Determination.Outcome.PARTLY,
        reasons,
        tuple(about.cites.splitlines()),
        must_do,
        open_day(play, on + 7 * ONE_DAY),
    )
    determine_dispute(who=play.who(seats[0].person, move), dispute=about, verdict=verdict, at=move.at)
    told = CaseEvent.objects.filter(stream=about.stream_id, kind=DISPUTE_DETERMINED.name)
    bring_determination(event=told.get())


DECIDING: Acts = {
    Verb.REFER: refer,
    Verb.REDIRECT: redirect,
    Verb.BRING_OUTCOME: bring_outcome,
    Verb.DECLINE: decline,
    Verb.WITHHOLD: withhold_part,
    Verb.ASK_PROMISE: ask_promise,
    Verb.ASK_AUTHORITY: ask_authority,
    Verb.SHOW_AUTHORITY: show_authority,
    Verb.OFFER: offer,
    Verb.AGREE_AS_MANAGER: agree_as_manager,
    Verb.AGREE_AS_MEMBER: agree_as_member,
    Verb.DISPUTE: dispute,
    Verb.ANSWER_DISPUTE: answer_the_dispute,
    Verb.DETERMINE: determine,
}
