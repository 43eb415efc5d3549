"""Cases that figures were once wrong about: promised twice, agreed, declined, reopened, inherited, merged."""

import datetime

from council.models import MemberTerm, Person, PoliticalGroup, PostHolding
from enquiries.actions.agreeing import Offer, Side, answer_offer, offer_alternative
from enquiries.actions.declining import Refusal, decline_enquiry
from enquiries.actions.following import reopen_enquiry
from enquiries.actions.merging import merge_enquiries
from enquiries.actions.redirecting import record_outcome
from enquiries.actions.replying import HoldingReply, send_holding_reply, send_reply
from enquiries.actions.succeeding import Choice, pass_on_enquiry
from enquiries.models import Enquiry, Proposal
from enquiries.states import State
from rulebook.declining import ways_to_decline
from rulebook.post import Post
from rulebook.protocols import protocol
from tests.factories.council import LONG_AGO, a_member
from tests.factories.enquiries import ACTION, MISSING, REASON, REPLY, moment, on_day
from tests.factories.repairs import Council, a_case


def promised(case: Enquiry, by: Person, on: datetime.date, *, until: datetime.date) -> None:
    """A holding reply of that day."""
    reply = HoldingReply(REASON, ACTION, until)
    send_holding_reply(who=on_day(by, on), enquiry=case, reply=reply, at=moment(on))


def promised_twice(repairs: Council, received: datetime.date, today: datetime.date) -> Enquiry:
    """The first promise was missed, and another was made after it; the reply came before the second day."""
    case = a_case(repairs, received_on=received)
    days = [received + datetime.timedelta(days=number) for number in (3, 14, 20, 22)]
    promised(case, repairs.officer, days[0], until=days[1])
    promised(case, repairs.officer, days[2], until=today + datetime.timedelta(days=9))
    who = on_day(repairs.officer, days[3])
    send_reply(who=who, enquiry=case, text=REPLY, forward_text="", at=moment(days[3]))
    return Enquiry.objects.get(pk=case.pk)


def agreed_alone(repairs: Council, received: datetime.date, today: datetime.date) -> Enquiry:
    """Both sides agreed another date, which has passed; no holding reply was ever sent."""
    case = a_case(repairs, received_on=received)
    day = received + datetime.timedelta(days=2)
    offer = Offer("Ten years of files.", today - datetime.timedelta(days=1))
    offer_alternative(who=on_day(repairs.head, day), enquiry=case, offer=offer, at=moment(day))
    answer_offer(
        who=on_day(repairs.member, day),
        enquiry=case,
        side=Side.MEMBER,
        agrees=True,
        words="So be it.",
        about=Proposal.objects.get(enquiry=case).pk,
        at=moment(day, 12),
    )
    return Enquiry.objects.get(pk=case.pk)


def declined(repairs: Council, received: datetime.date) -> Enquiry:
    """Declined in time, and reopened; the reply came late."""
    case = a_case(repairs, received_on=received)
    way = ways_to_decline(protocol(case.protocol).triage)[0]
    days = [received + datetime.timedelta(days=number) for number in (3, 5, 20)]
    refusal = Refusal(way.ground, "It would take weeks.", "Ask for less.", no_exception=True)
    decline_enquiry(who=on_day(repairs.officer, days[0]), enquiry=case, refusal=refusal, at=moment(days[0]))
    who = on_day(case.member, days[1])
    reopen_enquiry(who=who, enquiry=case, missing=MISSING, at=moment(days[1]))
    who = on_day(repairs.officer, days[2])
    send_reply(who=who, enquiry=case, text=REPLY, forward_text="", at=moment(days[2]))
    return Enquiry.objects.get(pk=case.pk)


def inherited(
    repairs: Council, received: datetime.date, *, left: Person, heir: Person, keeper: Person
) -> Enquiry:
    """Its member left office the day after, and somebody else goes on with it."""
    case = a_case(repairs, member=left, received_on=received)
    day = received + datetime.timedelta(days=1)
    MemberTerm.objects.filter(person=left).update(to_on=received)
    left.group_memberships.update(to_on=received)
    choice = Choice(member=heir)
    pass_on_enquiry(who=on_day(keeper, day), enquiry=case, choice=choice, at=moment(day))
    return Enquiry.objects.get(pk=case.pk)


def promised_and_merged(repairs: Council, received: datetime.date) -> None:
    """The promise was missed; then the case ended in another, which had promised a later day or nothing."""
    days = [received + datetime.timedelta(days=number) for number in (1, 4, 6)]
    for promises in (True, False):
        case, into = a_case(repairs, received_on=received), a_case(repairs, received_on=received)
        promised(case, repairs.officer, days[0], until=days[1])
        if promises:
            promised(into, repairs.officer, days[0], until=days[2])
        merge_enquiries(who=on_day(repairs.officer, days[2]), merged=case, into=into, at=moment(days[2]))


def moved_and_merged(repairs: Council, received: datetime.date) -> None:
    """Moved in time, reopened after its outcome, and ended in another."""
    case = a_case(repairs, State.REDIRECTED, received_on=received)
    into = a_case(repairs, received_on=received)
    day = received + datetime.timedelta(days=9)
    who = on_day(repairs.officer, day)
    record_outcome(who=who, enquiry=case, text="Upheld.", at=moment(day))
    reopen_enquiry(who=on_day(case.member, day), enquiry=case, missing=MISSING, at=moment(day, 11))
    merge_enquiries(who=who, merged=case, into=into, at=moment(day, 12))


def odd_cases(
    repairs: Council, groups: tuple[PoliticalGroup, PoliticalGroup], keeper: Person, today: datetime.date
) -> None:
    """One of each; the one that was left goes from a leader of the council to a member of the other group."""
    received = today - datetime.timedelta(days=45)
    promised_twice(repairs, received, today)
    agreed_alone(repairs, received, today)
    declined(repairs, received)
    promised_and_merged(repairs, received)
    moved_and_merged(repairs, received)
    left, heir = a_member(group=groups[0]), a_member(group=groups[1])
    PostHolding.objects.create(post=Post.LEADER, person=left, from_on=LONG_AGO, to_on=received)
    inherited(repairs, received, left=left, heir=heir, keeper=keeper)
