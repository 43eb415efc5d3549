"""The tables of the dashboard that count enquiries, one plain statement each.

Lines of the period, their sum, and the sum of the period before: as the page shows them.
"""

CASES = """
WITH cases AS (
    SELECT e.*, t.directorate_id, e.received_on < %(first)s AS was,
        CASE WHEN e.reopened_on IS NULL THEN e.answered_on ELSE (
            SELECT (min(m.at) AT TIME ZONE 'Europe/London')::date
            FROM enquiries_message m LEFT JOIN enquiries_retraction r ON r.message_id = m.id
            WHERE m.enquiry_id = e.id AND r.id IS NULL AND m.kind IN ('reply', 'outcome', 'refusal')
        ) END AS replied_on
    FROM enquiries_enquiry e LEFT JOIN council_team t ON t.id = e.team_id
    WHERE e.state <> 'draft' AND {seen} AND (e.received_on BETWEEN %(first)s AND %(last)s
        OR e.received_on BETWEEN %(earliest)s AND %(until)s)
), counted AS (
    SELECT *, coalesce(replied_on, %(today)s) <= due_on AS in_time, replied_on - received_on AS days,
        CASE WHEN first_promised_on IS NULL THEN NULL
            WHEN coalesce(replied_on, %(today)s) <= first_promised_on THEN true
            WHEN redirected_on <= first_promised_on THEN NULL ELSE false END AS kept
    FROM cases
    WHERE state NOT IN ('withdrawn', 'merged') AND due_on IS NOT NULL
        AND (redirected_on IS NULL OR redirected_on > due_on)
), grouped AS (
    SELECT c.*, coalesce(c.left_by_id, c.member_id) AS asked_by, g.group_id, g.office AS in_group
    FROM counted c LEFT JOIN council_groupmembership g ON g.person_id = coalesce(c.left_by_id, c.member_id)
        AND g.from_on <= c.received_on AND (g.to_on IS NULL OR g.to_on >= c.received_on)
)
"""
_COMPARED = """
SELECT CASE WHEN was THEN 'Before' WHEN GROUPING(label) = 1 THEN 'All' ELSE label END, {numbers}
FROM ({rows}) AS rows GROUP BY GROUPING SETS ((was, label), (was))
HAVING NOT was OR GROUPING(label) = 1 ORDER BY was, GROUPING(label), {order}
"""
_TREATED = """count(*), count(*) FILTER (WHERE in_time), count(days),
    percentile_cont(0.5) WITHIN GROUP (ORDER BY days)"""
_HELD = "EXISTS (SELECT 1 FROM {rows} AND h.from_on <= {day} AND (h.to_on IS NULL OR h.to_on >= {day}))"


_LEADS = "council_postholding h WHERE h.person_id = g.asked_by AND h.post IN ('leader', 'deputy-leader')"


def _held(rows: str) -> str:
    return _HELD.format(rows=rows, day="g.received_on")


_OFFICE = f"""CASE
    WHEN {_held("council_portfolio h WHERE h.person_id = g.asked_by AND NOT h.is_deputy")}
        OR {_held(_LEADS)} THEN 'executive'
    WHEN {_held("council_seat h WHERE h.person_id = g.asked_by AND h.office = 'chair'")} THEN 'chair'
    WHEN g.in_group = 'leader' THEN 'leader'
    WHEN g.group_id IS NULL THEN 'no-group'
    WHEN {_held("council_administration h WHERE h.group_id = g.group_id")} THEN 'backbench'
    WHEN {_held("council_administration h WHERE true")} THEN 'opposition' ELSE 'of-group' END"""


def _compared(rows: str, numbers: str, order: str = "label") -> str:
    return "{cases}" + _COMPARED.format(rows=rows, numbers=numbers, order=order)


# By the caption; `{cases}` are those above, `{place}` is a directorate, or within one a service.
TABLES: dict[str, str] = {
    "In time by month": _compared(
        "SELECT *, to_char(received_on, 'YYYY-MM') AS label FROM counted",
        """count(*), count(*) FILTER (WHERE in_time), count(*) FILTER (WHERE NOT in_time),
            count(*) FILTER (WHERE kept), count(kept)""",
    ),
    "Promises": _compared(
        """SELECT c.*, p.name AS label FROM counted c LEFT JOIN council_{place} p ON p.id = c.{place}_id
            WHERE c.kept IS NOT NULL""",
        "count(*), count(*) FILTER (WHERE kept), count(*) FILTER (WHERE NOT kept)",
        "4 DESC",
    ),
    "Where each is counted": _compared(
        """SELECT was, CASE WHEN state IN ('withdrawn', 'merged') THEN state
            WHEN due_on IS NULL THEN 'undated' WHEN redirected_on <= due_on THEN 'moved'
            WHEN coalesce(replied_on, %(today)s) <= due_on THEN 'in time' ELSE 'late' END AS label
            FROM cases""",
        "count(*)",
    ),
    "Judged": _compared(
        """SELECT DISTINCT ON (v.enquiry_id) c.was, s.name AS label, v.answers
            FROM enquiries_verdict v JOIN cases c ON c.id = v.enquiry_id
                LEFT JOIN enquiries_retraction x ON x.message_id = v.reply_id
                LEFT JOIN council_service s ON s.id = c.service_id
            WHERE x.id IS NULL ORDER BY v.enquiry_id, v.at DESC, v.id DESC""",
        "count(*), count(*) FILTER (WHERE answers), count(*) FILTER (WHERE NOT answers)",
        "2 DESC",
    ),
    "Groups": _compared(
        "SELECT g.*, p.name AS label FROM grouped g LEFT JOIN council_politicalgroup p ON p.id = g.group_id",
        _TREATED,
    ),
    "Offices": _compared(f"SELECT g.*, {_OFFICE} AS label FROM grouped g", _TREATED),  # noqa: S608
}
# For the monitoring officer alone.
WATCHED: dict[str, str] = {
    "Contacts": """{cases}, each AS (
        SELECT owner_id, group_id, count(*) AS replies,
            floor(percentile_cont(0.5) WITHIN GROUP (ORDER BY days) + 0.5)::int AS days
        FROM grouped WHERE NOT was AND group_id IS NOT NULL AND owner_id IS NOT NULL AND days IS NOT NULL
        GROUP BY 1, 2 HAVING count(*) >= 3
    ), first AS (SELECT DISTINCT ON (owner_id) * FROM each ORDER BY owner_id, days, group_id)
    SELECT o.first_name || ' ' || o.last_name, p.name, q.name, f.days, f.replies, e.days, e.replies
    FROM each e JOIN first f USING (owner_id) JOIN council_person o ON o.id = e.owner_id
        JOIN council_politicalgroup p ON p.id = f.group_id JOIN council_politicalgroup q ON q.id = e.group_id
    WHERE e.days >= 2 * f.days AND e.days - f.days >= 3""",
    "Why late": """{cases} SELECT late_because, count(*) FROM counted
        WHERE NOT was AND NOT in_time AND replied_on IS NOT NULL GROUP BY 1 ORDER BY 2 DESC""",
    "Acknowledged": """{cases} SELECT count(*), count(*) FILTER (
            WHERE coalesce((acknowledged_at AT TIME ZONE 'Europe/London')::date, %(today)s) <= acknowledge_by)
        FROM counted WHERE NOT was AND acknowledge_by IS NOT NULL""",
    "Days with each directorate": """{cases}, late AS (
        SELECT id, stream_id, received_on, coalesce(answered_on, ended_on, %(today)s) AS until FROM counted
        WHERE NOT was AND NOT in_time AND replied_on IS NOT NULL
        ORDER BY received_on DESC, id DESC LIMIT 2000
    ), moves AS (
        SELECT l.id, (v.facts ->> 'team')::bigint AS team_id,
            CASE WHEN lag(v.at) OVER cases IS NULL THEN l.received_on
                ELSE (v.at AT TIME ZONE 'Europe/London')::date END AS day, l.until,
            lead((v.at AT TIME ZONE 'Europe/London')::date) OVER cases AS next
        FROM late l JOIN casework_caseevent v ON v.stream_id = l.stream_id WHERE v.facts ? 'team'
        WINDOW cases AS (PARTITION BY l.id ORDER BY v.place)
    )
    SELECT d.name, sum(least(coalesce(m.next, m.until), m.until) - m.day)
    FROM moves m JOIN council_team t ON t.id = m.team_id JOIN council_directorate d ON d.id = t.directorate_id
    GROUP BY 1 ORDER BY 2 DESC""",
    "Waiting": """
        SELECT count(*) FILTER (WHERE state = 'sent' AND team_id IS NULL),
            count(*) FILTER (WHERE owed_on IS NULL),
            count(*) FILTER (WHERE EXISTS (
                SELECT 1 FROM casework_caseevent v
                WHERE v.stream_id = e.stream_id AND v.kind = 'enquiry.referred' AND NOT EXISTS (
                    SELECT 1 FROM casework_caseevent w
                    WHERE w.stream_id = e.stream_id AND w.place > v.place AND (
                        w.kind IN ('enquiry.redirected', 'enquiry.routed', 'enquiry.service_corrected')
                        OR w.kind = 'enquiry.note_added' AND w.by_id = %(person)s))))
        FROM enquiries_enquiry e WHERE state IN {open}""",
    "Withheld": """
        SELECT count(DISTINCT enquiry_id) FROM enquiries_withholding
        WHERE copied_to_id = %(person)s AND at > %(today)s::date - 28""",
}
