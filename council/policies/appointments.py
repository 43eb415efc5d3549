"""May an officer have this line manager, and may this officer assist a group? (WO-E-9.3.33, 9.3.33b)"""

import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from council.models import GroupAssistant, OfficerAppointment
from council.rules.registers import NO_DIRECTION, POLITICAL_ASSISTANTS
from rulebook.decision import Decision, allowed, refused


def may_manage(appointment: OfficerAppointment) -> Decision:
    """A political assistant is nobody's line manager, but of their own secretarial and clerical support."""
    if appointment.line_manager_id is None or appointment.is_group_support:
        return allowed(NO_DIRECTION)
    assists = GroupAssistant.objects.filter(person=appointment.line_manager_id)
    if _meeting(assists, appointment.from_on, appointment.to_on).exists():
        return refused(
            NO_DIRECTION,
            _(
                "%(name)s is a political assistant, who manages nobody but their own secretarial and "
                "clerical support."
            )
            % {"name": appointment.line_manager.name if appointment.line_manager else ""},
        )
    return allowed(NO_DIRECTION)


def may_appoint_assistant(assistant: GroupAssistant) -> Decision:
    """An officer on the first day, who manages nobody but their own secretarial and clerical support."""
    jobs = OfficerAppointment.objects.on(assistant.from_on)
    if not jobs.filter(person=assistant.person_id).exists():
        return refused(
            POLITICAL_ASSISTANTS,
            _("%(name)s is no officer on the first day. Enter the appointment first.")
            % {"name": assistant.person.name},
        )
    managed = OfficerAppointment.objects.filter(line_manager=assistant.person_id, is_group_support=False)
    found = _meeting(managed, assistant.from_on, assistant.to_on).select_related("person").first()
    if found is not None:
        return refused(
            NO_DIRECTION,
            _("%(name)s is the line manager of %(officer)s. A political assistant manages nobody.")
            % {"name": assistant.person.name, "officer": found.person.name},
        )
    return allowed(POLITICAL_ASSISTANTS)


def _meeting(
    rows: QuerySet[Any],
    first: datetime.date,
    last: datetime.date | None,
) -> QuerySet[Any]:
    """Those that hold on one of the days."""
    rows = rows.filter(Q(to_on__isnull=True) | Q(to_on__gte=first))
    return rows.filter(from_on__lte=last) if last else rows
