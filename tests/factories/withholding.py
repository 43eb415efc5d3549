"""Decisions to withhold for tests, and conditions that a case waits for; by the portal’s own actions."""

import datetime

from council.models import Person
from enquiries.actions import conditions
from enquiries.actions.withholding import withhold
from enquiries.models import Enquiry, Message
from enquiries.rules.conditions import grounds
from enquiries.screens.withheld import Withheld
from rulebook.protocols import protocol
from tests.factories.enquiries import moment, on_day

DAY = datetime.date(2026, 11, 25)


def withheld(enquiry: Enquiry, **more: object) -> Withheld:
    """A decision with everything that it needs."""
    rules = (grounds(protocol(enquiry.protocol))[0],)
    words = {"what": "The contractor’s prices.", "reason": "They are still being negotiated.", "rules": rules}
    return Withheld(**{**words, **more})  # type: ignore[arg-type]


def send_withheld(enquiry: Enquiry, officer: Person, *, day: datetime.date = DAY, **more: object) -> Message:
    """The reply that withholds."""
    return withhold(
        who=on_day(officer, day), enquiry=enquiry, withheld=withheld(enquiry, **more), at=moment(day)
    )


def ask_for_promise(enquiry: Enquiry, officer: Person, *, day: datetime.date = DAY) -> None:
    """The officer asks for a promise of confidentiality."""
    conditions.require_undertaking(
        who=on_day(officer, day),
        enquiry=enquiry,
        reason="Staff are named in it.",
        promise="I undertake.",
        at=moment(day),
    )


def ask_for_authority(enquiry: Enquiry, officer: Person, *, day: datetime.date = DAY) -> None:
    """The officer asks for a resident’s authority."""
    conditions.ask_for_authority(
        who=on_day(officer, day), enquiry=enquiry, reason="Mr Q’s file.", at=moment(day)
    )
