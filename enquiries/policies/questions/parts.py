"""Whose part a question is: the kinds of people that the tables name, and the shape of a question."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from council.queries import Standing
from council.rules import Role
from enquiries.models import Enquiry
from enquiries.states import State
from rulebook.duty import Duty

Part = Callable[[Standing, Enquiry], bool]


@dataclass(frozen=True)
class Question:
    """One question of this counter: its duty, in which states, whose part it is, and the sentences.

    `unread` says that it may be answered while privacy is asked for and nobody may read the enquiry: every
    other question waits until that is settled.
    """

    duty: Duty
    states: tuple[State, ...]
    part: Part
    not_now: str | Promise
    not_yours: str | Promise
    unread: bool = False


def speaks_for_member(who: Standing, enquiry: Enquiry) -> bool:
    """The member; the member's assistant; whoever in democratic services, or assisting the group, logged it.

    That a political assistant may still know of it is asked before.
    """
    if enquiry.member_id == who.person.pk or enquiry.member_id in who.assisted:
        return True
    in_their_place = who.has(Role.DEMOCRATIC_SERVICES) or who.assists_group_id is not None
    return enquiry.logged_by_id == who.person.pk and in_their_place


def handles(who: Standing, enquiry: Enquiry) -> bool:
    """The officer who has it or to whom it is addressed, who stands in for them, their team, its director.

    Whoever speaks for the member never answers for the council in the same case.
    """
    if not who.has(Role.OFFICER) or speaks_for_member(who, enquiry):
        return False
    named = who.person.pk in (enquiry.owner_id, enquiry.addressee_id)
    if enquiry.is_for_named:
        return named
    named = named or bool(who.covers & {enquiry.owner_id, enquiry.addressee_id})
    if enquiry.team is None:
        return named
    return named or enquiry.team_id == who.team_id or enquiry.team.directorate_id in who.directorates


def routes(who: Standing, enquiry: Enquiry) -> bool:
    """Democratic services and the monitoring officer, of an enquiry that is not their own."""
    return who.has(Role.DEMOCRATIC_SERVICES, Role.MONITORING_OFFICER) and not is_their_own(who, enquiry)


def is_their_own(who: Standing, enquiry: Enquiry) -> bool:
    """Whether the member who sent it asks."""
    return enquiry.member_id == who.person.pk


def handles_or_routes(who: Standing, enquiry: Enquiry) -> bool:
    """Either of the two."""
    return handles(who, enquiry) or routes(who, enquiry)


def passes_on(who: Standing, enquiry: Enquiry) -> bool:
    """Democratic services; what is confidential or private the monitoring officer alone, case by case."""
    if not enquiry.is_ordinary:
        return who.has(Role.MONITORING_OFFICER) and not is_their_own(who, enquiry)
    return routes(who, enquiry)


def wrote(who: Standing, enquiry: Enquiry) -> bool:
    """Whoever wrote the draft."""
    return enquiry.logged_by_id == who.person.pk


def anyone(who: Standing, enquiry: Enquiry) -> bool:
    """Whoever may know of it."""
    return True


MEMBER_ONLY = gettext_lazy("Only the member who sent it, or somebody who speaks for the member, can do this.")
OFFICERS_ONLY = gettext_lazy("Only the officers who deal with this enquiry can do this.")
