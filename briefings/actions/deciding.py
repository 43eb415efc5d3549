"""What a group asked for is agreed, declined or passed on by whoever decides it."""

import datetime

from django.db import transaction

from briefings import events
from briefings.actions.giving import give_what_is_released
from briefings.actions.opening import open_matter
from briefings.actions.sharing import share
from briefings.models import Briefing, Matter
from briefings.policies import deciding as policies
from briefings.queries.answering import answer_today
from casework.actions.locking import demand, finish, locked
from council.models import Person
from council.queries import Standing
from rulebook.briefing.request import Form
from rulebook.citation import Citation
from rulebook.duty import Duty
from rulebook.post import Post
from rulebook.protocols import protocol


@transaction.atomic
def agree(
    *,
    who: Standing,
    row: Briefing,
    subject: str,
    same_as: Matter | None,
    lead: Person | None,
    seen_version: int | None,
    at: datetime.datetime,
    consulted: str = "",
) -> Briefing:
    """The group gets it: on a matter that another group has already, or on a new one with this subject.

    `subject` is what other groups may read of a new matter; `consulted` are the leaders of groups who were
    consulted on what an officer thought unreasonable (HA-4.10c). Where the text has every group offered the
    same, it is offered in the same transaction (HA-4.12). Raises Refused, Stale.
    """
    if same_as is not None:
        locked(same_as)
    row = locked(row, seen_version=seen_version)
    # Nobody shares it in the meantime, which would give the group a second row.
    same_as = None if same_as is None else locked(same_as)
    demand(policies.may_agree(who, row, same_as))
    answer = answer_today(row, on=who.on, same_as=same_as)
    matter = same_as or open_matter(
        kind=events.OPENED,
        protocol=row.protocol,
        subject=subject,
        form=row.form,
        equal_access=_for_the_others(row),
        directorate=row.directorate,
        lead=lead or who.person,
        by=who.person,
        at=at,
    )
    _give_way(row, matter, who=who, at=at)
    row.record_agreement(matter=matter, by=who.person, at=at)
    row.cites = _names(answer.cite or protocol(row.protocol).cite(Duty.DECIDE_BRIEFING))
    kept = {"consulted": consulted.strip()}
    finish(row, kind=events.AGREED, by=who.person, at=at, facts={"matter": matter.pk}, content=kept)
    share(matter, by=who.person, on=who.on, at=at)
    return give_what_is_released(row, by=who.person, at=at)


@transaction.atomic
def decline(
    *,
    who: Standing,
    row: Briefing,
    reasons: str,
    same_as: Matter | None,
    seen_version: int | None,
    at: datetime.datetime,
    consulted: str = "",
) -> Briefing:
    """The group does not get it, with the reason in writing, and whom of the groups’ leaders was consulted
    on what an officer thought unreasonable. Raises Refused, also where another group was
    served on the same matter; Stale.
    """
    row = locked(row, seen_version=seen_version)
    demand(policies.may_decline(who, row, same_as))
    answer = answer_today(row, on=who.on, same_as=same_as)
    row.record_refusal(by=who.person, at=at, reasons=reasons.strip())
    row.cites = _names(answer.cite or protocol(row.protocol).cite(Duty.DECIDE_BRIEFING))
    finish(row, kind=events.DECLINED, by=who.person, at=at, content={"consulted": consulted.strip()})
    return row


@transaction.atomic
def pass_on(
    *, who: Standing, row: Briefing, because: str, seen_version: int | None, at: datetime.datetime
) -> Briefing:
    """Somebody else decides it: what is unreasonable (HA-4.10c) or difficult (WO-E-9.3.32n). Raises Refused,
    Stale.
    """
    row = locked(row, seen_version=seen_version)
    demand(policies.may_pass_on(who, row))
    to = policies.passed_on_to(row) or Post.MONITORING_OFFICER
    row.record_referral(to=to, because=because.strip())
    finish(row, kind=events.REFERRED, by=who.person, at=at, facts={"to": to.value})
    return row


def _for_the_others(row: Briefing) -> str:
    """What the text gives the other groups of such a request, whatever the answer to it was: also where it
    seemed to be barred or to be somebody else's, and where no other group was there that day; one may form.
    """
    stated = protocol(row.protocol).briefings.equal_access.get(Form(row.form))
    return str(stated.value) if stated is not None and stated.value is not None else ""


def _give_way(row: Briefing, matter: Matter, *, who: Standing, at: datetime.datetime) -> None:
    """An offer of the same matter makes way for the group’s own request: one row for each group."""
    open_offers = matter.briefings.filter(group=row.group).exclude(state__in=["declined", "withdrawn"])
    for offer in open_offers.exclude(pk=row.pk):
        offer = locked(offer)
        offer.record_request(on=who.on)
        finish(offer, kind=events.REPLACED, by=who.person, at=at)


def _names(cites: tuple[Citation, ...]) -> list[str]:
    return list(dict.fromkeys(one.id for one in cites))
