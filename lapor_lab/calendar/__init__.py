"""Working days of Indonesia, frozen and dated; office hours; legal limits with their base."""

from lapor_lab.calendar.days import UNKNOWN
from lapor_lab.calendar.legal_limit import AUTOCLOSE, STAGES, LegalLimit
from lapor_lab.calendar.limits import Limits, load_limits
from lapor_lab.calendar.non_working_days import NonWorkingDay, NonWorkingTable
from lapor_lab.calendar.office_hours import OfficeHours
from lapor_lab.calendar.working_calendar import WorkingCalendar, load_calendar

__all__ = [
    "AUTOCLOSE",
    "STAGES",
    "UNKNOWN",
    "LegalLimit",
    "Limits",
    "NonWorkingDay",
    "NonWorkingTable",
    "OfficeHours",
    "WorkingCalendar",
    "load_calendar",
    "load_limits",
]
