"""One case: what is on record of it, what was said, what happened; and writing one without a rule."""

import csv
import secrets

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from casework.events import Audience
from casework.models import CaseEvent, Stream
from casework.references import new_reference
from council.sign_in import SignedInRequest
from enquiries.models import Enquiry
from enquiries.states import State
from protocol_portal.benchmark.bare.plain import Table, asked, shown

_CASE = """
    SELECT e.reference, e.subject, e.details, e.street, e.state, e.received_on, e.due_on, e.promised_on,
        e.owed_on, e.acknowledged_at, m.first_name || ' ' || m.last_name, s.name, t.name, d.name,
        o.first_name || ' ' || o.last_name, a.first_name || ' ' || a.last_name
    FROM enquiries_enquiry e JOIN council_person m ON m.id = e.member_id
        LEFT JOIN council_service s ON s.id = e.service_id LEFT JOIN council_team t ON t.id = e.team_id
        LEFT JOIN council_directorate d ON d.id = t.directorate_id
        LEFT JOIN council_person o ON o.id = e.owner_id LEFT JOIN council_person a ON a.id = e.addressee_id
    WHERE e.reference = %s
"""
_SAID = """
    SELECT g.kind, p.first_name || ' ' || p.last_name, g.at, g.text, g.action, g.promised_on, g.forward_text
    FROM enquiries_message g JOIN council_person p ON p.id = g.by_id
        JOIN enquiries_enquiry e ON e.id = g.enquiry_id
    WHERE e.reference = %s ORDER BY g.at, g.id
"""
_HAPPENED = """
    SELECT v.kind, p.first_name || ' ' || p.last_name, v.at, c.body
    FROM casework_caseevent v JOIN enquiries_enquiry e ON e.stream_id = v.stream_id
        LEFT JOIN council_person p ON p.id = v.by_id LEFT JOIN casework_eventcontent c ON c.event_id = v.id
    WHERE e.reference = %s ORDER BY v.place
"""
_FILES = """
    SELECT f.name, f.uploaded_at
    FROM casework_attachment f JOIN enquiries_enquiry e ON e.stream_id = f.stream_id
    WHERE e.reference = %s AND f.erased_at IS NULL
"""
_LIST = """
    SELECT e.reference, e.subject, e.state, e.received_on, e.due_on, e.promised_on, e.owed_on, e.answered_on,
        m.first_name || ' ' || m.last_name, s.name, t.name, o.first_name || ' ' || o.last_name
    FROM enquiries_enquiry e JOIN council_person m ON m.id = e.member_id
        LEFT JOIN council_service s ON s.id = e.service_id LEFT JOIN council_team t ON t.id = e.team_id
        LEFT JOIN council_person o ON o.id = e.owner_id
    WHERE e.state <> 'draft' ORDER BY e.owed_on, e.id LIMIT 20000
"""


def case(request: HttpRequest, reference: str) -> HttpResponse:
    """Everything of it on one page."""
    tables = (
        Table("On record", asked(_CASE, reference)),
        Table("Said", asked(_SAID, reference)),
        Table("Happened", asked(_HAPPENED, reference)),
        Table("Files", asked(_FILES, reference)),
    )
    return shown(request, reference, tables)


def all_csv(request: HttpRequest) -> HttpResponse:
    """Every case as a file."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    csv.writer(response).writerows(asked(_LIST))
    return response


@transaction.atomic
def new(request: SignedInRequest) -> HttpResponse:
    """A row, its stream and one event, and back to the page of the case."""
    now = timezone.now()
    reference = new_reference("ENQ")
    stream = Stream.objects.create(name=f"bare:{reference}", length=1)
    Enquiry.objects.create(
        reference=reference,
        stream=stream,
        member=request.person,
        logged_by=request.person,
        subject=request.POST["subject"],
        details=request.POST["details"],
        service_id=int(request.POST["service"]),
        state=State.SENT,
        saved_at=now,
        sent_at=now,
        received_on=timezone.localdate(now),
    )
    CaseEvent.objects.create(
        stream=stream,
        place=1,
        kind="bare.sent",
        at=now,
        by=request.person,
        audience=Audience.STAFF.value,
        chain=secrets.token_hex(32),
    )
    return redirect("bare-case", reference)
