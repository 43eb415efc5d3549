"""What the demonstration council has signed: most of its people, the protocol as adopted, a month ago."""

import datetime

from django.utils import timezone

from council.events import SIGNED, Signed, tell
from council.models import Person, SignOff
from council.queries.signing import fingerprint, signings_on
from council.rules.signing import PROTOCOL
from rulebook.signing import Signer

# One in so many has not signed yet, so that there is somebody to remind.
ONE_IN = 6
AGO = datetime.timedelta(days=30)


def write_signatures(*, now: datetime.datetime) -> int:
    """One signature each, with its event, of everybody who was in post then but one in six; how many.

    Written together, because a page for each of a hundred people would take as long as a year of enquiries.
    """
    at = now - AGO
    day = timezone.localdate(at)
    found = [one for place, one in enumerate(signings_on(day)) if place % ONE_IN]
    people = Person.objects.in_bulk([one.person_id for one in found])
    rows: list[SignOff] = []
    for one in found:
        document = next(owed.document for owed in one.owed if owed.document.key == PROTOCOL)
        person = people[one.person_id]
        rows.append(
            SignOff(
                person=person,
                title=document.title,
                version=document.version,
                label=document.label,
                name=f"{person.first_name} {person.last_name}",
                signed_as=next(signer for signer in Signer if signer in one.signers),
                shown=fingerprint(document, on=day) if not rows else rows[0].shown,
                signed_on=day,
                recorded_at=at,
                recorded_by=person,
            )
        )
    for row in SignOff.objects.bulk_create(rows):
        tell(SIGNED, Signed(row, row.person, at))
    return len(rows)
