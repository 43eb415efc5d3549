"""The door of every letter about a briefing: who may have it that day, to whom, in which words."""

import datetime
from collections.abc import Callable, Iterable

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from briefings.events import DECLINED
from briefings.models import Briefing
from briefings.policies.asking import may_know
from briefings.queries import OF_A_DIRECTORATE, is_nobodys
from briefings.queries.sharing import rests_on
from casework.events import Letter
from casework.models import CaseEvent
from casework.subscribers.plan import Plan
from council.models import GroupMembership, Person
from council.queries import standing_of, who_act_in, who_covers, who_held
from rulebook.citation import Citation
from rulebook.decision import Decision
from rulebook.duty import Duty
from rulebook.post import Post
from rulebook.protocols import protocol
from rulebook.protocols.cites import cited

Recipients = Callable[[CaseEvent], Iterable[Person]]
Words = str | Promise
# One sentence, or how it reads of this briefing.
Line = Words | Callable[[Briefing], Words]


def briefing_of(event: CaseEvent) -> Briefing:
    """The briefing that the event is about. Raises Briefing.DoesNotExist for an event of another stream."""
    rows = Briefing.objects.select_related("group", "matter__lead", "asked_by", "directorate", "session")
    return rows.get(stream=event.stream_id)


def may_receive(person: Person, event: CaseEvent, on: datetime.date) -> Decision:
    """Whether the person may still have the letter on the day: as the page asks."""
    return may_know(standing_of(person, on=on), briefing_of(event))


def group(event: CaseEvent) -> list[Person]:
    """For the group: whoever asked, if still in it, and its leader; where it has none, all its members."""
    row, on = briefing_of(event), timezone.localdate(event.at)
    members = GroupMembership.objects.on(on).filter(group=row.group)
    asked = [row.asked_by] if row.asked_by and members.filter(person=row.asked_by).exists() else []
    leader = who_held(Post.GROUP_LEADER, on=on, group=row.group)
    if leader is None and not asked:
        return list(Person.objects.filter(pk__in=members.values("person")).order_by("pk"))
    return list(dict.fromkeys(one for one in (*asked, leader) if one))


def deciders(event: CaseEvent) -> list[Person]:
    """Those with whom the decision lies that day; the monitoring officer where the post has nobody."""
    row, on = briefing_of(event), timezone.localdate(event.at)
    post = Post(row.to_decide) if row.to_decide else Post.MONITORING_OFFICER
    where = row.directorate if post in OF_A_DIRECTORATE else None
    found = [] if is_nobodys(post, row) else who_act_in(post, on=on, directorate=where)
    return found or who_act_in(Post.MONITORING_OFFICER, on=on)


def lead(event: CaseEvent) -> list[Person]:
    """Whoever sees to the matter that day; the monitoring officer once the lead has left."""
    row, on = briefing_of(event), timezone.localdate(event.at)
    if row.matter is None:
        return []
    acts = who_covers([row.matter.lead], on=on)[row.matter.lead_id]
    in_post = standing_of(acts, on=on).in_post
    return [acts] if in_post else who_act_in(Post.MONITORING_OFFICER, on=on)


def monitoring_officer(event: CaseEvent) -> list[Person]:
    """The monitoring officer, or whoever acts in their place."""
    return who_act_in(Post.MONITORING_OFFICER, on=timezone.localdate(event.at))


def paragraphs(row: Briefing, duty: Duty) -> str:
    """«The protocol, paragraph 4.12 …»: every letter names the paragraph, or that the text is silent."""
    if duty is Duty.SHARE_BRIEFING and row.matter is not None:
        return named(rests_on(row.matter))
    return named(protocol(row.protocol).cite(duty))


def named(cites: Iterable[Citation]) -> str:
    """The paragraphs in a sentence of their own."""
    places = "; ".join(dict.fromkeys(one.pinpoint for one in cites))
    if not places:
        return _("The protocol is silent on this; the portal does it for everybody.")
    return _("This rests on the protocol: %(places)s.") % {"places": places}


def letter(title: Words, line: Line, duty: Duty) -> Callable[[Person, CaseEvent], Letter]:
    """The words of a letter: what it is with the number, one sentence, its paragraph, the way to the page."""

    def words(person: Person, event: CaseEvent) -> Letter:
        row = briefing_of(event)
        subject = _("%(title)s: %(reference)s") % {"title": title, "reference": row.reference}
        # A refusal rests on what decided it.
        own = row.cites if event.kind == DECLINED.name else []
        rests = named(cited(one) for one in own) if own else paragraphs(row, duty)
        lines = (str(line(row) if callable(line) else line), rests)
        return Letter(subject, lines, reverse("briefing", args=[row.reference]))

    return words


def plan(to: Recipients, title: Words, line: Line, duty: Duty) -> Plan:
    """The usual letter of one kind of event, through the usual door."""
    return Plan(to=to, may=may_receive, words=letter(title, line, duty))
