"""The lists: enquiries in each order, complaints, briefings, documents, disputes."""

from django.http import HttpRequest, HttpResponse

from protocol_portal.benchmark.bare.plain import Table, asked, number, read_calendar, shown, waiting_for

OPEN = "('sent', 'allocated', 'waiting', 'holding', 'reopened', 'redirected')"
_ENDED = f"CASE WHEN e.state IN {OPEN} THEN 0 WHEN e.state = 'answered' THEN 1 ELSE 2 END"
_COLUMNS = """
    SELECT e.owed_on, e.subject, e.reference, m.title || ' ' || m.last_name, e.received_on, s.name,
        o.first_name || ' ' || o.last_name, e.state
    FROM enquiries_enquiry e JOIN council_person m ON m.id = e.member_id
        LEFT JOIN council_service s ON s.id = e.service_id LEFT JOIN council_person o ON o.id = e.owner_id
"""
_OWN = f"""
    SELECT count(*) FILTER (WHERE state IN ('waiting', 'answered')),
        count(*) FILTER (WHERE state IN {OPEN} AND owed_on < CURRENT_DATE),
        count(*) FILTER (WHERE state IN {OPEN} AND owed_on BETWEEN CURRENT_DATE AND CURRENT_DATE + 3),
        count(*) FILTER (WHERE state IN ('answered', 'closed') AND answered_on >= CURRENT_DATE - 30),
        count(*) FILTER (WHERE state IN {OPEN} OR state = 'answered'),
        count(*) FILTER (WHERE state IN ('answered', 'closed', 'withdrawn', 'merged')),
        count(*) FILTER (WHERE state = 'draft')
    FROM enquiries_enquiry WHERE member_id = %s
"""  # noqa: S608
# What a list offers to narrow it by.
_SERVICES = "SELECT id, name FROM council_service ORDER BY position, name"
_DIRECTORATES = "SELECT id, name FROM council_directorate ORDER BY name"
_COLLEAGUES = """
    SELECT DISTINCT p.id, p.first_name || ' ' || p.last_name
    FROM council_officerappointment a JOIN council_person p ON p.id = a.person_id
    WHERE a.team_id = %s AND a.from_on <= CURRENT_DATE AND (a.to_on IS NULL OR a.to_on >= CURRENT_DATE)
"""
_TO_APPROVE = f"""{_COLUMNS} JOIN enquiries_preparedreply r ON r.enquiry_id = e.id
    JOIN council_team t ON t.id = e.team_id
    WHERE r.stage = 'waiting' AND r.by_id <> %s AND t.id =
        (SELECT team_id FROM council_officerappointment WHERE person_id = %s ORDER BY from_on DESC LIMIT 1)
    ORDER BY e.owed_on, e.id LIMIT 50
"""  # noqa: S608
_TO_AGREE = f"""{_COLUMNS} JOIN enquiries_proposal f ON f.enquiry_id = e.id
    WHERE f.ended_at IS NULL AND f.senior_says = '' AND f.by_id <> %s ORDER BY e.owed_on, e.id LIMIT 50
"""
_PARTS = """
    SELECT e.reference, e.subject, c.due_on, p.first_name || ' ' || p.last_name
    FROM enquiries_contribution c JOIN enquiries_enquiry e ON e.id = c.enquiry_id
        JOIN council_person p ON p.id = c.asked_by_id
    WHERE c.team_id = %s AND c.given_at IS NULL AND c.waived_at IS NULL ORDER BY c.due_on, c.id
"""
_NOBODY_DEALS = """
    SELECT c.reference, c.state FROM complaints_complaint c
    WHERE c.state IN ('received', 'acknowledged', 'assessed', 'investigating', 'decided') AND NOT EXISTS (
        SELECT 1 FROM complaints_handler h WHERE h.complaint_id = c.id AND h.ended_at IS NULL)
        AND EXISTS (SELECT 1 FROM casework_caseevent v
            WHERE v.stream_id = c.stream_id AND v.kind = 'complaint.nobody_deals')
    LIMIT 100
"""
_LETTERS = """
    SELECT c.reference, p.first_name || ' ' || p.last_name, v.kind FROM casework_delivery y
        JOIN casework_caseevent v ON v.id = y.event_id
        JOIN complaints_complaint c ON c.stream_id = v.stream_id
        JOIN council_person p ON p.id = y.person_id
    WHERE y.state = 'failed' LIMIT 100
"""
_REMEDIES = """
    SELECT id, due_on FROM complaints_remedy WHERE owner_id = %s AND done_on IS NULL ORDER BY due_on LIMIT 100
"""
_INDEPENDENT = """
    SELECT h.id, h.named_at::date FROM complaints_handler h
    WHERE h.person_id = %s AND h.part = 'independent' AND h.ended_at IS NULL
"""


def my_enquiries(request: HttpRequest) -> HttpResponse:
    """A member's own: the figures, those that wait for the member, those with officers."""
    read_calendar()
    member = number(request, "member")
    waiting = f"{_COLUMNS} WHERE e.member_id = %s AND e.state IN ('waiting', 'answered')"
    rest = f"{_COLUMNS} WHERE e.member_id = %s AND e.state IN {OPEN} AND e.state <> 'waiting'"
    tables = (
        waiting_for(member),
        Table("Figures", asked(_OWN, member)),
        Table("Services", asked(_SERVICES)),
        Table("Waiting for you", asked(f"{waiting} ORDER BY e.owed_on, e.id LIMIT 20", member)),
        Table("With officers", asked(f"{rest} ORDER BY e.owed_on, e.id LIMIT 20", member)),
    )
    return shown(request, "My enquiries", tables)


def my_cases(request: HttpRequest) -> HttpResponse:
    """What an officer answers, by what is owed; and what waits for their word."""
    read_calendar()
    person = number(request, "officer")
    sql = f"""{_COLUMNS}
        WHERE (e.owner_id = %s OR e.addressee_id = %s AND e.state = 'sent') AND e.state IN {OPEN}
        ORDER BY CASE WHEN e.state = 'sent' THEN 0 WHEN e.owed_on < CURRENT_DATE THEN 1
            WHEN e.state = 'redirected' THEN 5 WHEN e.state = 'waiting' THEN 3
            WHEN e.owed_on <= CURRENT_DATE + 3 THEN 2 ELSE 4 END, e.owed_on, e.id LIMIT 50"""
    tables = (
        waiting_for(person),
        Table("To approve", asked(_TO_APPROVE, person, person)),
        Table("To agree", asked(_TO_AGREE, person)),
        Table("Open", asked(sql, person, person)),
    )
    return shown(request, "My cases", tables)


def team_cases(request: HttpRequest) -> HttpResponse:
    """A team's, the open first."""
    team = number(request, "team")
    beside = (Table("Parts asked of us", asked(_PARTS, team)), Table("Officers", asked(_COLLEAGUES, team)))
    return _table(request, "Team cases", "e.team_id = %s", team, *beside)


def all_cases(request: HttpRequest) -> HttpResponse:
    """Everybody's, the open first."""
    beside = Table("Directorates", asked(_DIRECTORATES))
    return _table(request, "All cases", "e.state <> %s", "draft", beside)


def _table(request: HttpRequest, title: str, where: str, value: int | str, *beside: Table) -> HttpResponse:
    read_calendar()
    rows = asked(f"{_COLUMNS} WHERE {where} ORDER BY {_ENDED}, e.owed_on, e.id LIMIT 50", value)
    counted = asked(
        f"SELECT count(*) FROM (SELECT 1 FROM enquiries_enquiry e WHERE {where} LIMIT 1001) AS capped",  # noqa: S608
        value,
    )
    services = Table("Services", asked(_SERVICES))
    tables = (services, *beside, Table("How many", counted), Table("Cases", rows))
    return shown(request, title, tables)


def complaints(request: HttpRequest) -> HttpResponse:
    """The newest complaints, with both sides; before them what waits for the person, and what is wrong."""
    sql = """
        SELECT c.reference, c.state, c.raised_at::date, a.first_name || ' ' || a.last_name,
            b.first_name || ' ' || b.last_name, c.progress_on
        FROM complaints_complaint c LEFT JOIN council_person a ON a.id = c.complainant_id
            LEFT JOIN council_person b ON b.id = c.subject_id
        WHERE c.state <> 'raised' AND {more} ORDER BY c.raised_at DESC, c.id DESC LIMIT {most}
    """
    mine = """EXISTS (SELECT 1 FROM complaints_handler h WHERE h.complaint_id = c.id AND h.person_id = %s
        AND h.ended_at IS NULL AND (c.progress_on <= CURRENT_DATE
        OR c.state IN ('received', 'acknowledged', 'assessed', 'investigating', 'decided', 'informal')))"""
    person = number(request, "person")
    tables = (
        Table("Waiting", asked(sql.format(more=mine, most=100), person)),
        Table("Complaints", asked(sql.format(more="true", most=20))),
        Table("Nobody deals", asked(_NOBODY_DEALS)),
        Table("Letters", asked(_LETTERS)),
        Table("To put right", asked(_REMEDIES, person)),
        Table("Asked", asked(_INDEPENDENT, person)),
    )
    return shown(request, "Complaints", tables)


def briefings(request: HttpRequest) -> HttpResponse:
    """The newest briefings and the matters that are open."""
    sql = """
        SELECT b.reference, g.name, COALESCE(NULLIF(b.subject, ''), m.subject), b.form, b.state,
            b.asked_at::date
        FROM briefings_briefing b JOIN council_politicalgroup g ON g.id = b.group_id
            LEFT JOIN briefings_matter m ON m.id = b.matter_id
        ORDER BY b.asked_at DESC, b.id DESC LIMIT 20
    """
    matters = """
        SELECT m.reference, m.subject, m.form, m.opened_at::date, p.first_name || ' ' || p.last_name
        FROM briefings_matter m JOIN council_person p ON p.id = m.lead_id
        WHERE m.closed_on IS NULL ORDER BY m.opened_at DESC, m.id DESC LIMIT 50
    """
    return shown(request, "Briefings", (Table("Briefings", asked(sql)), Table("Matters", asked(matters))))


def documents(request: HttpRequest) -> HttpResponse:
    """The newest documents that are with members, what the person asked for, and the bodies to narrow by."""
    sql = """
        SELECT d.reference, d.title, d.kind, b.name, d.made_on, d.marking, d.sch12a, m.on, i.is_private,
            d.decided_on, EXISTS (
                SELECT 1 FROM access_rules_version v
                WHERE v.document_id = d.id AND v.kind = 'redacted' AND v.is_current AND v.stage = 'ready'
            )
        FROM access_rules_document d LEFT JOIN council_body b ON b.id = d.body_id
            LEFT JOIN access_rules_meeting m ON m.id = d.meeting_id
            LEFT JOIN access_rules_item i ON i.id = d.item_id
        WHERE d.state = 'released' AND d.marking = 'public' ORDER BY d.made_on DESC, d.id DESC LIMIT 20
    """
    own = """
        SELECT reference, described, state, outcome, asked_at::date
        FROM access_rules_accessrequest WHERE asked_by_id = %s ORDER BY asked_at DESC, id DESC LIMIT 10
    """
    bodies = "SELECT id, name FROM council_body WHERE to_on IS NULL OR to_on >= CURRENT_DATE ORDER BY name"
    tables = (
        Table("Bodies", asked(bodies)),
        Table("Documents", asked(sql)),
        Table("Asked for", asked(own, number(request, "member"))),
    )
    return shown(request, "Documents", tables)


def disputes(request: HttpRequest) -> HttpResponse:
    """Those to determine, and the others; a hundred each at most."""
    sql = """
        SELECT d.reference, d.case_reference, d.state, p.first_name || ' ' || p.last_name, d.opened_at::date,
            d.decide_by, (SELECT t.outcome FROM casework_determination t WHERE t.dispute_id = d.id LIMIT 1)
        FROM casework_dispute d JOIN council_person p ON p.id = d.opened_by_id
        WHERE (d.state = 'opened') = %s ORDER BY d.decide_by, d.opened_at, d.id LIMIT 100
    """
    tables = (Table("To determine", asked(sql, True)), Table("Others", asked(sql, False)))
    return shown(request, "Disputes", tables)
