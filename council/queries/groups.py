"""Political groups in the form of the Regulations of 1990 (regulation 8): members, leader, notice."""

import datetime

from django.utils.translation import gettext as _

from council.models import GroupMembership, PoliticalGroup
from council.queries.holdings import terms_of_members

FEWEST_MEMBERS = 2


def faults_of_group(group: PoliticalGroup, *, on: datetime.date) -> list[str]:
    """What the group lacks on the day, a sentence each; nothing where it is whole."""
    offices = list(
        GroupMembership.objects.on(on)
        .filter(group=group, person__in=terms_of_members(on=on).values("person"))
        .values_list("office", flat=True)
    )
    return faults(
        len(offices), has_leader=GroupMembership.Office.LEADER in offices, notified_on=group.notified_on
    )


def faults(members: int, *, has_leader: bool, notified_on: datetime.date | None) -> list[str]:
    """The same from figures that a page has already."""
    found = []
    if members < FEWEST_MEMBERS:
        found.append(_("It has fewer than two members, so it is no political group under the Regulations."))
    if not has_leader:
        found.append(_("It has no leader."))
    if notified_on is None:
        found.append(_("No notice to the proper officer is recorded."))
    return found
