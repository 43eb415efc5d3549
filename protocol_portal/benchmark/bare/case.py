"""One case: what is on record of it, what was said, what happened; and writing one without a rule."""

import csv
import secrets

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from casework.actions.announcing import open_case
from casework.events import Audience
from casework.models import CaseEvent, Delivery, FormToken, Stream
from council.models import Service
from council.sign_in import SignedInRequest
from enquiries.models import Enquiry
from enquiries.states import OPEN, State
from protocol_portal.benchmark.bare.plain import Cells, Table, asked, fetched, read_calendar, shown

# Shorter words tell nothing of a matter.
_SHORT = 3
_NUMBER = "SELECT id FROM enquiries_enquiry WHERE reference = %s"
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
# Every other table that the page of a case draws on: mostly without a row, which the page shows by silence.
_BESIDE = {
    "Redirections": "SELECT process, place, expected_on FROM enquiries_redirection WHERE enquiry_id = %s",
    "Offers": "SELECT other_date, other_reply FROM enquiries_proposal WHERE enquiry_id = %s",
    "Withheld": "SELECT ground, cites, stage FROM enquiries_withholding WHERE enquiry_id = %s",
    "Parts": "SELECT question, due_on, text FROM enquiries_contribution WHERE enquiry_id = %s",
    "Prepared": "SELECT stage, text FROM enquiries_preparedreply WHERE enquiry_id = %s",
    "Links": "SELECT first_id, second_id FROM enquiries_link WHERE %s IN (first_id, second_id)",
    "Merged": "SELECT reference FROM enquiries_enquiry WHERE merged_into_id = %s",
    "Asked to copy": "SELECT reason, agreed FROM enquiries_copyconsent WHERE enquiry_id = %s",
    "Copies": """
        SELECT c.permission, c.at FROM enquiries_copy c JOIN enquiries_message g ON g.id = c.message_id
        WHERE g.enquiry_id = %s
    """,
    "Taken back": """
        SELECT r.reason, r.at FROM enquiries_retraction r JOIN enquiries_message g ON g.id = r.message_id
        WHERE g.enquiry_id = %s
    """,
    "Disputes": """
        SELECT d.reference, d.state
        FROM casework_dispute d JOIN enquiries_enquiry e ON e.stream_id = d.about_id
        WHERE e.id = %s
    """,
    "Shared": """
        SELECT s.until, s.granted_by_id FROM casework_caseshare s
            JOIN enquiries_enquiry e ON e.stream_id = s.content_object_id
        WHERE e.id = %s
    """,
    # The page counts the team and names the jobs of those who have the case, and the member's ward.
    "Team": """
        SELECT count(*) FROM council_officerappointment a JOIN enquiries_enquiry e ON e.team_id = a.team_id
        WHERE e.id = %s AND a.from_on <= CURRENT_DATE AND (a.to_on IS NULL OR a.to_on >= CURRENT_DATE)
    """,
    "Jobs": """
        SELECT a.job_title FROM council_officerappointment a
            JOIN enquiries_enquiry e ON a.person_id IN (e.owner_id, e.addressee_id)
        WHERE e.id = %s AND a.from_on <= CURRENT_DATE AND (a.to_on IS NULL OR a.to_on >= CURRENT_DATE)
    """,
    # Who is told when it is late, and who may read every case, by name.
    "Posts": """
        SELECT h.post, p.first_name || ' ' || p.last_name FROM council_postholding h
            JOIN council_person p ON p.id = h.person_id JOIN enquiries_enquiry e ON e.id = %s
            LEFT JOIN council_team t ON t.id = e.team_id
        WHERE h.from_on <= CURRENT_DATE AND (h.to_on IS NULL OR h.to_on >= CURRENT_DATE)
            AND (h.post IN ('monitoring-officer', 'deputy-monitoring-officer')
                OR h.post IN ('executive-director', 'director') AND h.directorate_id = t.directorate_id)
    """,
    "Ward": """
        SELECT w.name FROM council_memberterm t JOIN council_ward w ON w.id = t.ward_id
            JOIN enquiries_enquiry e ON e.member_id = t.person_id
        WHERE e.id = %s AND t.from_on <= CURRENT_DATE AND (t.to_on IS NULL OR t.to_on >= CURRENT_DATE)
    """,
}
_SERVICES = """
    SELECT s.id, s.name, s.procedure, p.first_name || ' ' || p.last_name
    FROM council_service s JOIN council_person p ON p.id = s.addressee_id WHERE s.is_open
"""
# Open ones on the same matter, as the officers' page offers them: two words of the subject in common.
_ALIKE = """
    SELECT e.reference, e.subject, e.owed_on, m.first_name || ' ' || m.last_name
    FROM enquiries_enquiry e JOIN council_person m ON m.id = e.member_id
        CROSS JOIN LATERAL (
            SELECT count(*) AS words FROM unnest(%s) word WHERE e.subject ILIKE '%%' || word || '%%'
        ) shared
    WHERE e.state = ANY(%s) AND NOT e.is_confidential AND e.privacy = 'ordinary' AND e.reference <> %s
        AND shared.words >= 2
    ORDER BY shared.words DESC, e.owed_on, e.id LIMIT 5
"""
# Whom the names of offices on the page rest on; the page reads them and prints hardly any, so that they are
# read here and not formatted.
_ABSENT = "SELECT person_id, substitute_id, from_on, to_on FROM council_absence WHERE to_on >= CURRENT_DATE"
_POSTS = "SELECT post, person_id, from_on, to_on FROM council_postholding WHERE to_on IS NULL"
_LIST = """
    SELECT e.stream_id, e.reference, e.subject, s.name, m.first_name || ' ' || m.last_name,
        o.first_name || ' ' || o.last_name, e.state, e.received_on, e.due_on, e.promised_on, e.owed_on,
        e.answered_on, e.redirected_on, e.acknowledge_by, e.acknowledged_at::date, e.late_because
    FROM enquiries_enquiry e JOIN council_person m ON m.id = e.member_id
        LEFT JOIN council_service s ON s.id = e.service_id LEFT JOIN council_person o ON o.id = e.owner_id
    WHERE e.state <> 'draft' ORDER BY e.owed_on, e.id LIMIT 20000
"""
# Which team had each of them, and from when.
_HELD = f"""
    SELECT v.stream_id, t.name, v.at::date
    FROM casework_caseevent v LEFT JOIN council_team t ON t.id = (v.facts -> 'team')::int
    WHERE v.facts ? 'team' AND v.stream_id IN (SELECT stream_id FROM ({_LIST}) AS listed)
    ORDER BY v.stream_id, v.place
"""  # noqa: S608


def case(request: HttpRequest, reference: str) -> HttpResponse:
    """Everything of it on one page; for officers with the open ones that may be about the same."""
    read_calendar()
    fetched(_ABSENT)
    fetched(_POSTS)
    number = int(str(asked(_NUMBER, reference)[0][0]))
    beside = [Table(caption, asked(sql, number)) for caption, sql in _BESIDE.items()]
    tables = (
        Table("On record", asked(_CASE, reference)),
        Table("Said", asked(_SAID, reference)),
        Table("Happened", asked(_HAPPENED, reference)),
        Table("Files", asked(_FILES, reference)),
        *beside,
    )
    alike = [Table("Alike", _alike(reference, str(tables[0].rows[0][1])))] if "officer" in request.GET else []
    return shown(request, reference, (*tables, *alike))


def _alike(reference: str, subject: str) -> list[Cells]:
    words = [word for word in subject.split() if len(word) > _SHORT]
    return asked(_ALIKE, words, [state.value for state in OPEN], reference)


def all_csv(request: HttpRequest) -> HttpResponse:
    """Every case as a file, with the teams that had it."""
    held: dict[object, list[str]] = {}
    for stream, team, on in fetched(_HELD):
        held.setdefault(stream, []).append(f"{team}: {on}")
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    lines = ((*cells, "; ".join(held.get(stream, ()))) for stream, *cells in fetched(_LIST))
    csv.writer(response).writerows(lines)
    return response


@transaction.atomic
def new(request: SignedInRequest) -> HttpResponse:
    """The rows that sending an enquiry writes, without a rule; and back to the page of the case.

    Read besides: the services to choose from, what a date rests on, and who is away.
    """
    read_calendar()
    fetched(_SERVICES)
    fetched(_ABSENT)
    now = timezone.now()
    service = Service.objects.select_related("team", "addressee").get(pk=int(request.POST["service"]))
    # A number that no case has: two draws may coincide.
    reference, stream = open_case("enquiry", "ENQ")
    FormToken.objects.create(
        token=secrets.token_hex(20), person=request.person, used_at=now, result=reference
    )
    Enquiry.objects.create(
        reference=reference,
        stream=stream,
        member=request.person,
        logged_by=request.person,
        subject=request.POST["subject"],
        details=request.POST["details"],
        service=service,
        team=service.team,
        addressee=service.addressee,
        state=State.SENT,
        saved_at=now,
        sent_at=now,
        received_on=timezone.localdate(now),
    )
    Stream.objects.filter(pk=stream.pk).update(length=1)
    event = CaseEvent.objects.create(
        stream=stream,
        place=1,
        kind="bare.sent",
        at=now,
        by=request.person,
        audience=Audience.STAFF.value,
        chain=secrets.token_hex(32),
    )
    Delivery.objects.create(
        event=event,
        person=service.addressee,
        not_before=now,
        state=Delivery.State.SENT,
        sent_at=now,
    )
    return redirect("bare-case", reference)
