"""A council that lives by chance: groups ask, are served, form, end, merge; every step is a real action."""

import datetime
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

import time_machine
from django.db.models import Model, QuerySet

from briefings.actions.asking import ask_for_group, withdraw
from briefings.actions.closing import close_matter
from briefings.actions.deciding import agree, decline, pass_on
from briefings.actions.offering import offer_to_every_group
from briefings.actions.sharing import pass_by, share, take_up
from briefings.models import Briefing, Matter, Session
from briefings.policies.deciding import may_agree
from briefings.policies.parity import may_close
from briefings.queries.answering import groups_on
from briefings.queries.listing import matters_of_others
from briefings.states import OPEN_OFFERS, SERVED, UNDECIDED
from briefings.tasks import compare_waits_on, remind_of_offers_on, share_on
from council.models import GroupMembership, Person, PoliticalGroup
from council.queries import Standing, standing_of
from rulebook.briefing.request import Form
from rulebook.decision import Refused
from rulebook.post import Post
from rulebook.protocols import protocol
from tests.briefings import giving
from tests.factories import briefings as make
from tests.factories import council
from tests.factories.enquiries import moment

ONE_DAY = datetime.timedelta(days=1)
Leader = GroupMembership.Office.LEADER
Row = TypeVar("Row", bound=Model)


@dataclass
class Town:
    """The council on a day that moves on. `refused_twice` are requests that were declined although another
    group was served on the same matter and the text has no discretion left: there must be none.
    """

    text: str
    day: datetime.date
    chance: random.Random
    officers: tuple[Person, ...]
    refused_twice: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)

    def as_of(self, person: Person) -> Standing:
        """What the person is on the day."""
        return standing_of(person, on=self.day)

    @property
    def at(self) -> datetime.datetime:
        """Noon of the day."""
        return moment(self.day)


def a_town(text: str, *, on: datetime.date, seed: int) -> Town:
    """Three groups of three, and the officers who may be asked."""
    posts = (Post.CHIEF_EXECUTIVE, Post.CLERK, Post.MONITORING_OFFICER)
    officers = tuple(council.a_holder_of(post) for post in posts)
    town = Town(text, on, random.Random(seed), officers)  # noqa: S311 - a town for a test, no secret
    for _number in range(3):
        _form(town, members=3)
    town.day += ONE_DAY
    return town


def ask(town: Town) -> None:
    """Some group asks for something, as somebody who may or may not."""
    row = _any(town, _now(town).filter(group__in=groups_on(town.day)))
    if row is None:
        return
    asked_of = Post.CLERK if town.text in ("mwda", "parish") else Post.CHIEF_EXECUTIVE
    request = make.a_request(
        form=town.chance.choice((*Form, *protocol(town.text).briefings.second_group)),
        asked_of=asked_of,
        subject=f"Subject of group {row.group_id}",
        words=words_of(row.group_id),
        party_political=town.chance.random() < 0.1,
    )
    ask_for_group(who=town.as_of(row.person), request=request, at=town.at)


def offer(town: Town) -> None:
    """Officers offer something of their own accord; whoever is none of those may not."""
    who = town.as_of(town.chance.choice(town.officers))
    form = town.chance.choice((Form.BRIEFING, Form.REPORT))
    offer_to_every_group(who=who, form=form, subject="What comes next", lead=None, at=town.at)


def words_of(group: int) -> str:
    """What only this group says."""
    return f"The talk of group number {group}, and nobody else’s."


def decide(town: Town) -> None:
    """Whoever decides agrees, declines or passes on; it may be the matter of another group."""
    row = _any(town, Briefing.objects.filter(state__in=UNDECIDED))
    who = next((one for one in map(town.as_of, town.officers) if row and may_agree(one, row).allowed), None)
    if row is None or who is None:
        return
    same = _any(town, matters_of_others(row)) if town.chance.random() < 0.8 else None
    given: dict[str, Any] = {"who": who, "row": row, "seen_version": None, "at": town.at}
    way = town.chance.choice(("agree", "agree", "agree", "decline", "decline", "pass-on"))
    if way == "agree":
        agree(subject="Plans", same_as=same, lead=None, **given)
    elif way == "pass-on":
        pass_on(because="It is difficult.", **given)
    else:
        served = same is not None and same.briefings.filter(state__in=SERVED).exists()
        said = protocol(town.text).briefings.second_group.get(Form(row.form))
        decline(reasons="No time.", same_as=same, **given)
        if served and said is not None and said.value is not None and not row.party_political:
            town.refused_twice.append(row.reference)


def give(town: Town) -> None:
    """What was agreed takes place; the others are told where the text has it."""
    row = _any(town, Briefing.objects.filter(state="agreed"))
    if row is None or row.matter is None:
        return
    if row.form == Form.REPORT:
        with time_machine.travel(town.at, tick=False):
            giving.released(row.matter)
        return
    lead = row.matter.lead
    held = Session.objects.create(
        matter=row.matter, starts_at=town.at, place="Room 1", offered_by=lead, offered_at=town.at
    )
    for step in (held.record_choice, held.record_holding):
        step()
        held.save()
    row.record_giving(at=town.at, pack=None)
    row.save()
    share(row.matter, by=lead, on=town.day, at=town.at)


def answer(town: Town) -> None:
    """A group answers what it was offered or told of, or takes its own request back."""
    row = _any(town, Briefing.objects.filter(state__in=(*OPEN_OFFERS, *UNDECIDED, "agreed")))
    leader = _now(town).filter(group=row.group, office=Leader).first() if row else None
    if row is None or leader is None:
        return
    action = town.chance.choice((take_up, take_up, pass_by, withdraw))
    action(who=town.as_of(leader.person), row=row, seen_version=None, at=town.at)


def close(town: Town) -> None:
    """Whoever sees to a matter closes it, where that may be."""
    row = _any(town, Matter.objects.filter(closed_on__isnull=True))
    if row is not None and may_close(town.as_of(row.lead), row).allowed:
        close_matter(who=town.as_of(row.lead), row=row, seen_version=None, at=town.at)


def form(town: Town) -> None:
    """A new group."""
    _form(town, members=2)


def end(town: Town) -> None:
    """A group is no more, or two merge into a third."""
    groups = [one for one in groups_on(town.day).order_by("pk") if one.from_on < town.day]
    if len(groups) < 3:
        return
    gone = town.chance.sample(groups, town.chance.choice((1, 2)))
    people = list(
        Person.objects.filter(group_memberships__in=_now(town).filter(group__in=gone)).order_by("pk")
    )
    if _now(town).filter(group__in=gone, from_on=town.day).exists():
        return
    last = town.day - ONE_DAY
    _now(town).filter(group__in=gone).update(to_on=last)
    PoliticalGroup.objects.filter(pk__in=[one.pk for one in gone]).update(to_on=last)
    if len(gone) > 1:
        merged = council.a_group(from_on=town.day)
        for place, person in enumerate(people):
            _join(town, person, merged, leads=place == 0)


def move(town: Town) -> None:
    """A member goes over to another group."""
    row = _any(town, _now(town).filter(from_on__lt=town.day).exclude(office=Leader))
    group = _any(town, groups_on(town.day).exclude(pk=row.group_id)) if row else None
    if row and group:
        GroupMembership.objects.filter(pk=row.pk).update(to_on=town.day - ONE_DAY)
        _join(town, row.person, group)


def wait(town: Town) -> None:
    """Days pass, and the clock does its work, or was down for some of them."""
    town.day += ONE_DAY * town.chance.randrange(1, 9)
    night(town)


def night(town: Town) -> None:
    """What the timetable starts."""
    share_on(on=town.day, at=town.at)
    remind_of_offers_on(on=town.day, at=town.at)
    compare_waits_on(on=town.day, at=town.at)


STEPS: tuple[tuple[Callable[[Town], None], int], ...] = (
    (ask, 6),
    (offer, 1),
    (decide, 6),
    (give, 3),
    (answer, 4),
    (close, 1),
    (form, 1),
    (end, 1),
    (move, 1),
    (wait, 3),
)


def live(town: Town, *, steps: int) -> None:
    """So many steps, whatever comes; one that may not be taken is refused and changes nothing."""
    ways, weights = zip(*STEPS, strict=True)
    for step in town.chance.choices(ways, weights=weights, k=steps):
        try:
            step(town)
            town.done.append(step.__name__)
        except Refused:
            town.done.append(f"{step.__name__} refused")
    night(town)


def _form(town: Town, *, members: int) -> None:
    group = council.a_group(from_on=town.day)
    for place in range(members):
        _join(town, council.a_member(), group, leads=place == 0)


def _join(town: Town, person: Person, group: PoliticalGroup, *, leads: bool = False) -> None:
    office = Leader if leads else GroupMembership.Office.MEMBER
    GroupMembership.objects.create(person=person, group=group, office=office, from_on=town.day)


def _now(town: Town) -> QuerySet[GroupMembership]:
    rows: QuerySet[GroupMembership] = GroupMembership.objects.on(town.day)
    return rows


def _any(town: Town, rows: QuerySet[Row]) -> Row | None:
    found = list(rows.order_by("pk"))
    return town.chance.choice(found) if found else None
