"""The figures of the dashboard, counted by plain SQL over everything."""

from django.http import HttpRequest, HttpResponse

from protocol_portal.benchmark.bare.lists import OPEN
from protocol_portal.benchmark.bare.plain import Table, asked, number, shown

_WHERE_LATE = f"""
    SELECT {{name}}, count(*), count(*) FILTER (WHERE e.owed_on < CURRENT_DATE),
        count(*) FILTER (WHERE e.owner_id IS NULL), min(e.owed_on)
    FROM enquiries_enquiry e LEFT JOIN council_team t ON t.id = e.team_id
        LEFT JOIN council_directorate d ON d.id = t.directorate_id
        LEFT JOIN council_service s ON s.id = e.service_id LEFT JOIN council_person o ON o.id = e.owner_id
    WHERE e.state IN {OPEN} {{more}} GROUP BY 1 ORDER BY 3 DESC
"""  # noqa: S608
_MONTHS = """
    SELECT to_char(e.received_on, 'YYYY-MM'), count(*), count(*) FILTER (WHERE e.answered_on <= e.due_on),
        count(e.first_promised_on), count(*) FILTER (WHERE e.answered_on <= e.first_promised_on)
    FROM enquiries_enquiry e
    WHERE e.state NOT IN ('draft', 'withdrawn', 'merged') AND e.received_on > CURRENT_DATE - 365
    GROUP BY 1 ORDER BY 1
"""
_REASONS = """
    SELECT late_because, count(*) FROM enquiries_enquiry WHERE answered_on > due_on GROUP BY 1 ORDER BY 2 DESC
"""
_ACKNOWLEDGED = """
    SELECT count(*), count(*) FILTER (WHERE acknowledged_at::date <= acknowledge_by)
    FROM enquiries_enquiry WHERE acknowledge_by IS NOT NULL
"""
_JUDGED = """
    SELECT s.name, count(*), count(*) FILTER (WHERE v.answers)
    FROM enquiries_verdict v JOIN enquiries_enquiry e ON e.id = v.enquiry_id
        LEFT JOIN council_service s ON s.id = e.service_id
    GROUP BY 1 ORDER BY 2 DESC
"""
_COMPLAINTS = "SELECT state, count(*) FROM complaints_complaint GROUP BY 1 ORDER BY 1"
_BRIEFINGS = """
    SELECT g.name, count(*), count(*) FILTER (WHERE b.state = 'agreed')
    FROM briefings_briefing b JOIN council_politicalgroup g ON g.id = b.group_id GROUP BY 1 ORDER BY 1
"""
_REQUESTS = "SELECT state, outcome, count(*) FROM access_rules_accessrequest GROUP BY 1, 2 ORDER BY 1, 2"
_UNDELIVERED = """
    SELECT p.first_name || ' ' || p.last_name, v.kind, s.name, y.not_before::date
    FROM casework_delivery y JOIN casework_caseevent v ON v.id = y.event_id
        JOIN casework_stream s ON s.id = v.stream_id JOIN council_person p ON p.id = y.person_id
    WHERE y.state = 'failed' ORDER BY y.not_before DESC, y.id DESC LIMIT 20
"""
_DISPUTES = """
    SELECT reference, state, opened_at::date, case_reference FROM casework_dispute
    WHERE state = 'opened' ORDER BY decide_by, opened_at, id LIMIT 100
"""


def dashboard(request: HttpRequest) -> HttpResponse:
    """Each table of the page by one statement."""
    where = number(request, "directorate")
    values = (where,) if where else ()

    def late(name: str) -> Table:
        sql = _WHERE_LATE.format(name=name, more="AND t.directorate_id = %s" if where else "")
        return Table(name, asked(sql, *values))

    tables = [late("d.name"), late("s.name"), late("o.first_name || ' ' || o.last_name")]
    if not where:
        for sql in (_MONTHS, _REASONS, _ACKNOWLEDGED, _JUDGED, _COMPLAINTS, _BRIEFINGS, _REQUESTS):
            tables.append(Table("Figures", asked(sql)))
        tables += [Table("Undelivered", asked(_UNDELIVERED)), Table("Disputes", asked(_DISPUTES))]
    return shown(request, "Dashboard", tables)
