"""May they keep the registers?"""

import datetime

from django.utils.translation import gettext as _

from council.models import Person
from council.queries import Standing, standing_of
from council.rules import KEEPS_REGISTERS, Role
from rulebook.decision import Decision, allowed, refused


def may_keep_registers(person: Person | None, *, on: datetime.date) -> Decision:
    """Democratic services, on the day."""
    if person is None:
        return refused(KEEPS_REGISTERS, _("Only democratic services change the registers."))
    return may_keep_registers_as(standing_of(person, on=on))


def may_keep_registers_as(standing: Standing) -> Decision:
    """The same, where the page knows already what the person is on the day."""
    if not standing.has(Role.DEMOCRATIC_SERVICES):
        return refused(KEEPS_REGISTERS, _("Only democratic services change the registers."))
    return allowed(KEEPS_REGISTERS)
