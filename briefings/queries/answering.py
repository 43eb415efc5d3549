"""What the question `briefing-request` answers to a group’s request: its facts drawn from the registers."""

import datetime
from dataclasses import dataclass

from django.db.models import QuerySet

from briefings.events import AGREED, DECLINED
from briefings.models import Briefing, Matter
from briefings.rules import briefing_request
from briefings.states import SERVED
from council.models import Directorate, GroupMembership, PoliticalGroup
from council.queries import Standing, who_act_in
from council.queries.holdings import terms_of_members
from rulebook.briefing.request import Asked, Form, Requester
from rulebook.decision import Answer
from rulebook.post import Post
from rulebook.protocols import protocol


@dataclass(frozen=True)
class Request:
    """What a group asks, as the form has it; `others_present` names who is neither member nor officer."""

    form: Form
    asked_of: Post
    subject: str
    words: str
    directorate: Directorate | None = None
    wanted_by: datetime.date | None = None
    council_business: bool = True
    party_political: bool = False
    seeks_confidential: bool = False
    recommends: bool = False
    organised_by: str = "group"
    others_present: str = ""


def facts_of(
    request: Request,
    *,
    asked_as: Requester,
    text: str,
    on: datetime.date,
    other_groups: int,
    served_before: bool = False,
    unreasonable: bool = False,
) -> dict[str, object]:
    """The facts of the question, as scenario files name them.

    Who speaks is settled later, by a policy of its own, so the answer is that to a speaker whom every text
    allows.
    """
    facts: dict[str, object] = {
        "requested_by": asked_as.value,
        "asked_of": request.asked_of.value,
        "form": request.form.value,
        "council_business": request.council_business,
        "seeks_confidential": request.seeks_confidential,
        "party_political": request.party_political,
        "non_members_attending": bool(request.others_present.strip()),
        "organised_by": request.organised_by,
        "recommends": request.recommends,
        "briefer": "senior-officer",
        "accompanied_by": None,
        "representative": False,
        "deemed_unreasonable": unreasonable,
        "already_briefed_another_group_on_this": served_before,
        "other_groups": other_groups,
    }
    if Asked.CHIEF_EXECUTIVE in protocol(text).briefings.asked:
        facts["chief_executive_absent"] = not who_act_in(Post.CHIEF_EXECUTIVE, on=on)
    return facts


def answer_to(
    request: Request,
    *,
    group: PoliticalGroup,
    asked_as: Requester,
    text: str,
    on: datetime.date,
    served_before: bool = False,
    unreasonable: bool = False,
) -> Answer:
    """What the text answers to the request on the day."""
    facts = facts_of(
        request,
        asked_as=asked_as,
        text=text,
        on=on,
        other_groups=groups_on(on).exclude(pk=group.pk).count(),
        served_before=served_before,
        unreasonable=unreasonable,
    )
    return briefing_request(protocol(text), facts)


def request_of(row: Briefing) -> Request:
    """What was asked, read back from its row."""
    return Request(
        form=Form(row.form),
        asked_of=Post(row.asked_of),
        subject=row.subject,
        words=row.words,
        directorate=row.directorate,
        wanted_by=row.wanted_by,
        council_business=row.council_business,
        party_political=row.party_political,
        seeks_confidential=row.seeks_confidential,
        recommends=row.recommends,
        organised_by=row.organised_by,
        others_present=row.others_present,
    )


def answer_today(
    row: Briefing, *, on: datetime.date, same_as: Matter | None = None, passing_on: bool = False
) -> Answer:
    """What the text answers on the day, where another group was served on the same matter or was not.

    Of a request that was passed on as unreasonable, or is by `passing_on`: who determines it (HA-4.10c).
    """
    return answer_to(
        request_of(row),
        group=row.group,
        asked_as=Requester(row.asked_as),
        text=row.protocol,
        on=on,
        served_before=same_as is not None and served_others(same_as, besides=row.group),
        unreasonable=passing_on or thought_unreasonable(row),
    )


def thought_unreasonable(row: Briefing) -> bool:
    """Whether an officer passed it on, and the text has who determines what is unreasonable in its form."""
    return bool(row.passed_on_because) and Form(row.form) in protocol(row.protocol).briefings.unreasonable


def consulted_on(row: Briefing) -> str:
    """The leaders of groups whom whoever decided says to have consulted, as the last decision has it."""
    if not thought_unreasonable(row):
        return ""
    kinds = (AGREED.name, DECLINED.name)
    told = row.stream.events.filter(kind__in=kinds).select_related("content").order_by("-place").first()
    return str(told.body.get("consulted", "")) if told else ""


def served_others(matter: Matter, *, besides: PoliticalGroup) -> bool:
    """Whether another group was given it, or is to be."""
    rows = matter.briefings.filter(state__in=[state.value for state in SERVED])
    return rows.exclude(group=besides).exists()


def groups_on(on: datetime.date) -> QuerySet[PoliticalGroup]:
    """The political groups of the day that have a member in office."""
    from_members = GroupMembership.objects.on(on).filter(person__in=terms_of_members(on=on).values("person"))
    return PoliticalGroup.objects.on(on).filter(pk__in=from_members.values("group"))


def own_group(who: Standing) -> PoliticalGroup:
    """The person’s group on the day. Raises PoliticalGroup.DoesNotExist for one who is in none."""
    return PoliticalGroup.objects.get(pk=who.group_id or 0)
