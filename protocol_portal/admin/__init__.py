"""The registers that stand in the wiring: they show what every floor below would answer before they save."""

from protocol_portal.admin.closed_days import BankHolidayAdmin, ClosureDayAdmin
from protocol_portal.admin.local_terms import LocalTermAdmin
from protocol_portal.admin.timetable import TimetableAdmin

__all__ = ["BankHolidayAdmin", "ClosureDayAdmin", "LocalTermAdmin", "TimetableAdmin"]
