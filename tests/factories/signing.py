"""Codes to sign, signatures and versions for tests; name only what the test is about."""

import datetime
from typing import Any

from django.utils import timezone

from council.actions.adopting import adopt_version
from council.actions.signing import owed_by, sign
from council.models import Adopted, CodeToSign, OfficerAppointment, Person, SignOff
from council.queries import protocol_in_force, standing_of
from council.queries.signing import fingerprint
from council.rules.versions import Change
from rulebook.text import paragraphs
from tests.factories.council import LONG_AGO, a_person, an_officer

PROTOCOL = "protocol"


def a_code(*, title: str = "Members’ code of conduct", version: str = "2026", **fields: Any) -> CodeToSign:
    """A code for members, unless the test says for whom."""
    given: dict[str, Any] = {"from_on": LONG_AGO, "words": "Be kind.\n\nBe honest.", **fields}
    if not {"for_members", "for_officers", "for_engaged"} & given.keys():
        given["for_members"] = True
    return CodeToSign.objects.create(title=title, version=version, **given)


def a_signature(
    person: Person, *, key: str = PROTOCOL, at: datetime.datetime | None = None, name: str = ""
) -> SignOff:
    """This person signs what stands on the day."""
    moment = at or timezone.now()
    day = timezone.localdate(moment)
    owed = owed_by(person, key, on=day)
    assert owed is not None
    return sign(
        who=standing_of(person, on=day),
        key=key,
        name=name or person.name,
        seen=fingerprint(owed.document, on=day),
        at=moment,
    )


def a_version(*, from_on: datetime.date, label: str = "Amended version", after: str = "") -> Adopted:
    """The text in force with its first paragraph in other words."""
    first = next(one for one in paragraphs(protocol_in_force().key) if one.level == 0)
    change = Change(first.anchor, first.text, after or f"{first.text} This was added.")
    return adopt_version(
        text=protocol_in_force().key,
        label=label,
        from_on=from_on,
        minute="Council, minute 47",
        changes=[change],
        by=a_person(),
        at=timezone.now(),
    )


def somebody_engaged(*, line_manager: Person | None = None, **fields: Any) -> Person:
    """Somebody from an agency, with a job."""
    worker = an_officer(line_manager=line_manager, **fields)
    OfficerAppointment.objects.filter(person=worker).update(employer=OfficerAppointment.Employer.AGENCY)
    return worker
