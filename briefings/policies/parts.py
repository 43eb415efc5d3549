"""Which part somebody has in a group’s briefing today; every page asks its questions in these words."""

from collections.abc import Callable
from enum import StrEnum

from django.utils.functional import Promise

from briefings.models import Briefing, Speaker
from briefings.queries import OF_A_DIRECTORATE, directed_by, is_nobodys, own_and_covered, visible_to
from briefings.states import UNDECIDED
from casework.policies.asking import Question, answer
from council.queries import Standing, asked_once, who_act_in
from council.rules import Role
from rulebook.briefing.request import Requester
from rulebook.decision import Decision
from rulebook.duty import Duty
from rulebook.post import Post
from rulebook.protocols import protocol


class Part(StrEnum):
    """The parts; officers may have several."""

    GROUP = "group"
    SPEAKS_FOR_GROUP = "speaks-for-group"
    DECIDER = "decider"
    LEAD = "lead"
    SPEAKER = "speaker"
    MONITORING_OFFICER = "monitoring-officer"


OFFICERS = frozenset({Part.DECIDER, Part.LEAD, Part.SPEAKER, Part.MONITORING_OFFICER})
Whose = Callable[[Standing, Briefing], bool]


@asked_once
def knows(who: Standing, briefing: Briefing) -> bool:
    """Whether the person may learn that it exists: the one query."""
    return visible_to(who).filter(pk=briefing.pk).exists()


def leads_group(who: Standing, group_id: int | None) -> bool:
    """Whether the person is the group's leader on the day, or stands in for the leader."""
    held = (*who.held, *(one for one, _holder in who.stands_in_for))
    return any(one.post is Post.GROUP_LEADER and one.group_id == group_id for one in held)


def asks_as_leader(who: Standing, text: str) -> bool:
    """Whether the person asks for their own group as its leader: whom the register of groups names, and the
    Leader of the Council where the text names that post beside (HA-4.10a, HA-4.13).

    Whoever stands in for the Leader of the Council may be of another group, and leads none by that.
    """
    if who.group_id is None:
        return False
    names_post = Requester.COUNCIL_LEADER in protocol(text).briefings.requesters
    return leads_group(who, who.group_id) or (names_post and any(one.post is Post.LEADER for one in who.held))


def speaks_for(who: Standing, group_id: int | None, text: str) -> bool:
    """Whether the person may ask and answer for the group: its leader; any member where the text has it."""
    if not group_id or who.group_id != group_id:
        return False
    if asks_as_leader(who, text):
        return True
    return Requester.GROUP_MEMBER in protocol(text).briefings.requesters


def decides(who: Standing, briefing: Briefing) -> bool:
    """Whether the person decides it today: by post, in somebody's place, or because nobody holds the post.

    A member of the group never decides for it, whatever post they hold.
    """
    if briefing.state not in UNDECIDED or who.group_id == briefing.group_id:
        return False
    if not briefing.to_decide:
        return who.has(Role.MONITORING_OFFICER)
    post = Post(briefing.to_decide)
    if post in OF_A_DIRECTORATE:
        if briefing.directorate_id is not None and briefing.directorate_id in directed_by(who, post):
            return True
    elif post in who.posts:
        return True
    return who.has(Role.MONITORING_OFFICER) and not _acting(post, briefing, who)


def _acting(post: Post, briefing: Briefing, who: Standing) -> bool:
    if is_nobodys(post, briefing):
        return False
    directorate = briefing.directorate if post in OF_A_DIRECTORATE else None
    return bool(who_act_in(post, on=who.on, directorate=directorate))


@asked_once
def parts_of(who: Standing, briefing: Briefing) -> frozenset[Part]:
    """The parts that the person has today."""
    if briefing.group_id in (who.group_id, who.assists_group_id):
        parts = {Part.GROUP}
        return frozenset(parts | ({Part.SPEAKS_FOR_GROUP} if _speaks(who, briefing) else set()))
    mine = own_and_covered(who)
    matter = briefing.matter
    speaks = Speaker.objects.filter(session=briefing.session_id, person__in=mine, ended_at__isnull=True)
    has = {
        Part.DECIDER: decides(who, briefing) or briefing.decided_by_id == who.person.pk,
        Part.LEAD: matter is not None and matter.lead_id in mine,
        Part.SPEAKER: briefing.session_id is not None and speaks.exists(),
        Part.MONITORING_OFFICER: who.has(Role.MONITORING_OFFICER),
    }
    return frozenset(part for part, yes in has.items() if yes)


def _speaks(who: Standing, briefing: Briefing) -> bool:
    return speaks_for(who, briefing.group_id, briefing.protocol) or (
        briefing.asked_by_id == who.person.pk and who.group_id == briefing.group_id
    )


def one_of(*parts: Part) -> Whose:
    """Asks whether the person has one of the parts."""
    wanted = frozenset(parts)
    return lambda who, briefing: bool(parts_of(who, briefing) & wanted)


def question(
    duty: Duty,
    whose: Whose,
    not_yours: str | Promise,
    states: tuple[str, ...] | None = None,
    not_now: str | Promise = "",
) -> Question[Briefing]:
    """A question of this app's tables: its duty, whose part it is, in which states, and the two sentences."""
    return Question(
        duty, whose, not_yours, tuple(str(state) for state in states) if states else None, not_now
    )


def ask(asked: Question[Briefing], who: Standing, briefing: Briefing) -> Decision:
    """What it answers for this person and this briefing, in the house's order."""
    return answer(asked, who, briefing, text=briefing.protocol, state=briefing.state, knows=knows)
