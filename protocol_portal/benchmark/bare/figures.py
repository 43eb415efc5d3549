"""The dashboard, and a directorate’s: each table of the page by one plain statement."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from casework.rules.periods import year_of
from protocol_portal.benchmark.bare.counted import CASES, TABLES, WATCHED
from protocol_portal.benchmark.bare.lists import OPEN
from protocol_portal.benchmark.bare.plain import Table, asked_with, number, shown

_LATE = f"""
    SELECT coalesce({{name}}, 'All'), count(*), count(*) FILTER (WHERE e.owed_on < CURRENT_DATE),
        count(*) FILTER (WHERE e.owner_id IS NULL),
        CURRENT_DATE - min(e.owed_on) FILTER (WHERE e.owed_on < CURRENT_DATE)
    FROM enquiries_enquiry e LEFT JOIN council_team t ON t.id = e.team_id
        LEFT JOIN council_directorate d ON d.id = t.directorate_id
        LEFT JOIN council_service s ON s.id = e.service_id LEFT JOIN council_person o ON o.id = e.owner_id
    WHERE e.state IN {OPEN} AND {{seen}} AND {{more}}
    GROUP BY ROLLUP (({{name}})) ORDER BY GROUPING({{name}}), 3 DESC, 2 DESC, 1
"""  # noqa: S608
_LATE_BY = {
    "By directorate": ("d.name", "true"),
    "By service": ("s.name", "true"),
    "By officer": ("o.first_name || ' ' || o.last_name", "e.owner_id IS NOT NULL"),
}
_OTHER = {
    "Complaints": """
        SELECT CASE WHEN c.state = 'withdrawn' THEN 'withdrawn' WHEN c.outcome <> '' THEN c.outcome
            WHEN c.referred_to <> '' THEN 'elsewhere' WHEN c.state = 'informal' THEN 'informal'
            ELSE 'in hand' END, count(*) FILTER (WHERE b.day >= %(first)s),
            count(*) FILTER (WHERE b.day <= %(until)s)
        FROM complaints_complaint c, LATERAL (SELECT coalesce(c.informal_on, c.received_on) AS day) b
        WHERE b.day BETWEEN %(earliest)s AND %(last)s AND EXISTS (
            SELECT 1 FROM complaints_handler h
            WHERE h.complaint_id = c.id AND h.person_id = %(person)s AND h.ended_at IS NULL)
        GROUP BY 1 ORDER BY 1""",
    "Briefings": """
        SELECT g.name, count(*) FILTER (WHERE asked), count(*) FILTER (WHERE asked AND state = 'given'),
            count(*) FILTER (WHERE asked AND state = 'agreed'),
            count(*) FILTER (WHERE asked AND state = 'declined'),
            count(*) FILTER (WHERE asked AND state IN ('asked', 'referred')),
            count(*) FILTER (WHERE asked AND state = 'withdrawn'), count(*) FILTER (WHERE NOT asked),
            count(*) FILTER (WHERE NOT asked AND state IN ('agreed', 'given')),
            count(*) FILTER (WHERE NOT asked AND state = 'not-taken'),
            count(*) FILTER (WHERE NOT asked AND state = 'told'),
            percentile_cont(0.5) WITHIN GROUP (ORDER BY decided_at::date - asked_at::date),
            (SELECT count(*) FROM council_groupmembership m WHERE m.group_id = g.id
                AND m.from_on <= %(today)s AND (m.to_on IS NULL OR m.to_on >= %(today)s))
        FROM (SELECT *, origin = 'asked' AS asked FROM briefings_briefing) b
            RIGHT JOIN council_politicalgroup g ON g.id = b.group_id
            AND b.asked_at::date BETWEEN %(first)s AND %(last)s
        GROUP BY g.id ORDER BY 1""",
    "Briefings before": """
        SELECT origin, state, count(*) FROM briefings_briefing
        WHERE asked_at::date BETWEEN %(earliest)s AND %(until)s GROUP BY 1, 2""",
    "Requests": """
        SELECT g.name, count(*), count(*) FILTER (WHERE a.outcome = 'yes'),
            count(*) FILTER (WHERE a.outcome = 'partly'), count(*) FILTER (WHERE a.outcome = 'no'),
            count(*) FILTER (WHERE a.outcome = '' AND a.state = 'referred'),
            count(*) FILTER (WHERE a.outcome = '' AND a.state NOT IN ('referred', 'withdrawn')),
            count(*) FILTER (WHERE a.outcome = '' AND a.state = 'withdrawn')
        FROM access_rules_accessrequest a
            LEFT JOIN council_groupmembership m ON m.person_id = coalesce(a.on_behalf_of_id, a.asked_by_id)
                AND m.from_on <= a.asked_at::date AND (m.to_on IS NULL OR m.to_on >= a.asked_at::date)
            LEFT JOIN council_politicalgroup g ON g.id = m.group_id
        WHERE a.asked_at::date BETWEEN %(earliest)s AND %(last)s
        GROUP BY a.asked_at < %(first)s, g.name ORDER BY 1""",
}
_WAITING = {
    "Disputes": """
        SELECT d.reference, d.state, d.opened_at::date, d.case_reference, d.decide_by
        FROM casework_dispute d WHERE d.state = 'opened' ORDER BY d.decide_by, d.opened_at, d.id LIMIT 100""",
    "To carry out": """
        SELECT d.reference, d.state, d.opened_at::date, d.case_reference, t.must_by
        FROM casework_dispute d JOIN casework_determination t ON t.dispute_id = d.id
        WHERE d.state = 'determined' AND t.must_do <> '' ORDER BY d.decide_by, d.opened_at, d.id LIMIT 100""",
    "Refusals": """
        SELECT a.reference, a.described, d.title, p.first_name || ' ' || p.last_name, a.asked_at::date,
            a.outcome
        FROM access_rules_accessrequest a JOIN council_person p ON p.id = a.asked_by_id
            LEFT JOIN access_rules_document d ON d.id = a.document_id
        WHERE a.outcome IN ('no', 'partly') AND a.decided_at > %(today)s::date - 28
            AND a.copied_to_id = %(person)s ORDER BY a.decided_at DESC, a.id DESC LIMIT 100""",
    "Requests to decide": "SELECT count(*) FROM access_rules_accessrequest WHERE state = 'referred'",
    "Briefings to decide": """
        SELECT count(*) FROM briefings_briefing
        WHERE state IN ('asked', 'referred') AND to_decide IN ('', 'monitoring-officer')""",
    "Questions": "SELECT count(*) FROM access_rules_advice WHERE state = 'asked'",
    "Complaints with you": """
        SELECT c.state, count(*)
        FROM complaints_complaint c JOIN complaints_handler h ON h.complaint_id = c.id
        WHERE h.person_id = %(person)s AND h.ended_at IS NULL AND c.erased_at IS NULL GROUP BY 1""",
    "To put right": """
        SELECT count(*) FROM complaints_remedy WHERE owner_id = %(person)s AND done_on IS NULL""",
    "Nobody deals": """
        SELECT count(*) FROM complaints_complaint c
        WHERE c.state IN ('received', 'acknowledged', 'assessed', 'investigating') AND NOT EXISTS (
            SELECT 1 FROM complaints_handler h WHERE h.complaint_id = c.id AND h.ended_at IS NULL)""",
    "Matters not shared": """
        SELECT m.reference, m.subject, g.name FROM briefings_matter m CROSS JOIN council_politicalgroup g
        WHERE m.closed_on IS NULL AND m.equal_access = 'offer-all' AND g.to_on IS NULL AND NOT EXISTS (
            SELECT 1 FROM briefings_briefing b WHERE b.matter_id = m.id AND b.group_id = g.id
            AND b.state NOT IN ('declined', 'withdrawn')) ORDER BY 1""",
    "Declined": """
        SELECT b.reference, g.name, b.subject, b.form, b.decided_at::date FROM briefings_briefing b
            JOIN council_politicalgroup g ON g.id = b.group_id
        WHERE b.state = 'declined' AND b.decided_at > %(today)s::date - 28
        ORDER BY b.decided_at DESC, b.id DESC LIMIT 10""",
    "Waited": """
        SELECT group_id, percentile_cont(0.5) WITHIN GROUP (
            ORDER BY coalesce(decided_at::date, %(today)s) - asked_at::date)
        FROM briefings_briefing WHERE origin = 'asked'
            AND (state IN ('asked', 'referred') OR asked_at::date >= %(today)s::date - 90) GROUP BY 1""",
    "Undelivered": """
        SELECT p.first_name || ' ' || p.last_name, v.kind, s.name, y.not_before::date
        FROM casework_delivery y JOIN casework_caseevent v ON v.id = y.event_id
            JOIN casework_stream s ON s.id = v.stream_id JOIN council_person p ON p.id = y.person_id
        WHERE y.state = 'failed' ORDER BY y.not_before DESC, y.id DESC LIMIT 20""",
    "Not followed": "SELECT count(*) FROM casework_effect WHERE state = 'failed'",
}


def dashboard(request: HttpRequest) -> HttpResponse:
    """Of the council year, as the page has it; within a directorate fewer tables, and no policy."""
    where = number(request, "directorate")
    seen = "t.directorate_id = %(directorate)s" if where else "true"
    place = "service" if where else "directorate"
    late = {
        caption: _LATE.format(name=name, more=more, seen=seen) for caption, (name, more) in _LATE_BY.items()
    }
    statements = {**late, **TABLES, **({} if where else {**WATCHED, **_OTHER, **_WAITING})}
    given = _given(request, where)
    tables = [
        Table(caption, asked_with(_with(sql, cases=CASES, open=OPEN, seen=seen, place=place), given))
        for caption, sql in statements.items()
    ]
    return shown(request, "Dashboard", tables)


def _with(sql: str, **words: str) -> str:
    for place, said in words.items():
        sql = sql.replace(f"{{{place}}}", said)
    return sql


def _given(request: HttpRequest, directorate: int) -> dict[str, Any]:
    today = timezone.localdate()
    period = year_of(today)
    before = period.before_until(today)
    return {
        "today": today,
        "first": period.first,
        "last": period.last,
        "earliest": before.first,
        "until": before.last,
        "directorate": directorate,
        "person": request.user.person_id if request.user.is_authenticated else None,
    }
