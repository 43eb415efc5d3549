"""What is done in the stories of private, copied, shared, joined, approved and corrected enquiries."""

from council.models import Person
from enquiries.actions import privacy
from enquiries.actions.approving import ask_approval
from enquiries.actions.contributing import ask_contribution, give_contribution
from enquiries.actions.copying import CopyWish, send_copy
from enquiries.actions.correcting import Sent, correct_service
from enquiries.actions.issuing import Signature, issue_letter
from enquiries.actions.linking import link_enquiries
from enquiries.actions.replying import Reply
from enquiries.actions.sharing import share_enquiry
from enquiries.models import Enquiry
from enquiries.policies.letters import signers
from enquiries.policies.preparing import open_parts
from enquiries.queries import copyable
from protocol_portal.demonstration.acts_of_deciding import DECIDING, said, story_of
from protocol_portal.demonstration.lives import Move, Verb
from protocol_portal.demonstration.moments import ONE_DAY, day_of
from protocol_portal.demonstration.playing import ACTS, Acts, Play
from rulebook.correspondence import PrivacyGround
from rulebook.protocols import protocol

A_MONTH = 30 * ONE_DAY


def colleague_of(play: Play) -> Person:
    """The other member who can sign in."""
    return play.case.colleague or play.case.member


def token_of(play: Play) -> str:
    """The one-time token that the form of the page would carry."""
    return f"{play.rng.getrandbits(128):032x}"


def keep_private(play: Play, move: Move) -> None:
    """To whom it is addressed says that it is kept private."""
    _settle(play, move, privacy.PrivacyAnswer(keeps=True))


def decline_privacy(play: Play, move: Move) -> None:
    """To whom it is addressed says that it cannot be kept private, and why."""
    (words,) = said(play, move)
    listed = protocol(play.enquiry.protocol).correspondence.privacy_grounds
    ground = PrivacyGround.ANOTHER_WAY.value if PrivacyGround.ANOTHER_WAY in listed else ""
    _settle(play, move, privacy.PrivacyAnswer(keeps=False, ground=ground, words=words))


def _settle(play: Play, move: Move, answer: privacy.PrivacyAnswer) -> None:
    who = play.who(play.service.addressee, move)
    privacy.settle_privacy(who=who, enquiry=play.enquiry, answer=answer, at=move.at)


def note_talk(play: Play, move: Move) -> None:
    """A talk with the member is written down, and the member has it too."""
    (text,) = said(play, move)
    privacy.note_talk(who=play.who(play.owner, move), enquiry=play.enquiry, text=text, at=move.at)


def copy(play: Play, move: Move) -> None:
    """The reply is copied to whom the enquiry was addressed."""
    _copy(play, move, to=play.service.addressee)


def ask_to_copy(play: Play, move: Move) -> None:
    """Another member is to have a copy: its author is asked."""
    _copy(play, move, to=colleague_of(play))


def _copy(play: Play, move: Move, *, to: Person) -> None:
    (reason,) = said(play, move)
    letter = copyable(play.enquiry)[0]
    wish = CopyWish(letter, to, reason)
    send_copy(who=play.who(play.owner, move), enquiry=play.enquiry, wish=wish, at=move.at)


def share(play: Play, move: Move) -> None:
    """The member shares it with a colleague for a month."""
    share_enquiry(
        who=play.who(play.case.member, move),
        enquiry=play.enquiry,
        person=colleague_of(play),
        until=day_of(move.at) + A_MONTH,
        at=move.at,
    )


def ask_for_approval(play: Play, move: Move) -> None:
    """The reply waits for a senior officer."""
    text, forward = said(play, move)
    reply = Reply(
        f"Dear {play.case.member.short_name}\n\n{text}\n\nYours sincerely\n{play.owner.name}", forward
    )
    ask_approval(who=play.who(play.owner, move), enquiry=play.enquiry, reply=reply, at=move.at)


def ask_part(play: Play, move: Move) -> None:
    """Another team is asked for its part, by the day before the reply is due."""
    (question,) = said(play, move)
    enquiry, on = play.now(), day_of(move.at)
    team = play.other_service.team
    if team is None:
        raise LookupError("The other service has no team.")
    due_on = max(on, (enquiry.owed_on or on) - ONE_DAY)
    ask_contribution(
        who=play.who(play.owner, move),
        enquiry=enquiry,
        team=team,
        question=question,
        due_on=due_on,
        at=move.at,
    )


def give_part(play: Play, move: Move) -> None:
    """Somebody of the other team gives it."""
    (text,) = said(play, move)
    part = open_parts(play.now())[0]
    team = [one for one in play.stage.roll.staff[part.team.name] if one != part.asked_by]
    give_contribution(who=play.who(team[-1], move), enquiry=play.enquiry, part=part.pk, text=text, at=move.at)


def link(play: Play, move: Move) -> None:
    """Two members' enquiries on one matter are linked: the one that was told first is kept under the key."""
    told = play.stage.told
    other: Enquiry | None = told.get(story_of(play).key)
    if other is None:
        told[story_of(play).key] = play.enquiry
        return
    link_enquiries(who=play.who(play.owner, move), enquiry=play.enquiry, other=other, at=move.at)


def put_service_right(play: Play, move: Move) -> None:
    """It went to the wrong service: democratic services put that right."""
    (reason,) = said(play, move)
    sent = Sent(play.router(move), move.at, reason, token_of(play))
    correct_service(sent=sent, enquiry=play.enquiry, service=play.service)
    play.sent_to = play.service


def issue(play: Play, move: Move) -> None:
    """The reply goes out in the name of a member who may sign it."""
    enquiry = play.now()
    issue_letter(
        who=play.who(play.owner, move),
        enquiry=enquiry,
        message=copyable(enquiry)[0],
        signature=Signature(signers(enquiry, on=day_of(move.at))[0].key, undertakes=False),
        token=token_of(play),
        at=move.at,
    )


ALL_ACTS: Acts = {
    **ACTS,
    **DECIDING,
    Verb.KEEP_PRIVATE: keep_private,
    Verb.DECLINE_PRIVACY: decline_privacy,
    Verb.NOTE_TALK: note_talk,
    Verb.COPY: copy,
    Verb.ASK_TO_COPY: ask_to_copy,
    Verb.SHARE: share,
    Verb.ASK_APPROVAL: ask_for_approval,
    Verb.ASK_PART: ask_part,
    Verb.GIVE_PART: give_part,
    Verb.LINK: link,
    Verb.CORRECT_SERVICE: put_service_right,
    Verb.ISSUE: issue,
}
