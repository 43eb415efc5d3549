"""The figures in plain SQL: each query gives a line’s key, then the numbers of its cells in order.

A cell that is a share gives two numbers, the part and the whole. `sums` gives the line of all of them. They
take the first and the last day of the period, today, and the viewer with what the registers say of them; any
connection to a portal’s database will do.
"""

from collections.abc import Mapping

# Which enquiries a viewer counts.
_MAY_BE_READ = "NOT e.is_confidential AND e.privacy NOT IN ('asked', 'declined')"
SEEN: Mapping[str, str] = {
    "council": "true",
    "directorate": f"""(t.directorate_id = ANY(%(directorates)s) OR t.id = %(team)s)
        AND ({_MAY_BE_READ} OR e.owner_id = %(person)s OR e.addressee_id = %(person)s)""",
    "group": """NOT e.is_confidential AND e.privacy = 'ordinary' AND EXISTS (
        SELECT 1 FROM council_groupmembership m WHERE m.person_id = e.member_id AND m.group_id = %(group)s
        AND daterange(m.from_on, m.to_on, '[]') @> %(today)s)""",
}

# The first full reply and the earliest promise before it, from what was said and not from the row of the
# case, a promise of one that was merged into it too; the member of the day of receipt from what was told when
# another took over.
_CASES = """
WITH said AS (
    SELECT m.enquiry_id, m.kind, m.at, m.promised_on,
           (m.at AT TIME ZONE 'Europe/London')::date AS day
    FROM enquiries_message m
    LEFT JOIN enquiries_retraction r ON r.message_id = m.id
    WHERE r.id IS NULL
), replies AS (
    SELECT enquiry_id, min(at) AS at, min(day) AS day FROM said
    WHERE kind IN ('reply', 'outcome', 'refusal') GROUP BY 1
), promised AS (
    SELECT h.enquiry_id, min(h.promised_on) AS day FROM said h LEFT JOIN replies r USING (enquiry_id)
    WHERE h.kind = 'holding-reply' AND (r.at IS NULL OR h.at < r.at) GROUP BY 1
), promises AS (
    SELECT enquiry_id, min(day) AS day FROM (
        SELECT * FROM promised
        UNION ALL
        SELECT m.merged_into_id, p.day FROM promised p JOIN enquiries_enquiry m ON m.id = p.enquiry_id
        WHERE m.merged_into_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM replies r WHERE r.enquiry_id IN (m.id, m.merged_into_id)
            AND r.day <= p.day AND r.day <= m.ended_on)
    ) AS of_both GROUP BY 1
), heirs AS (
    SELECT DISTINCT ON (stream_id) stream_id, (facts ->> 'left')::bigint AS left_id
    FROM casework_caseevent WHERE kind = 'enquiry.passed_on' ORDER BY stream_id, place
), cases AS (
    SELECT e.*, t.directorate_id, r.day AS replied_on, p.day AS promise_on,
           coalesce(h.left_id, e.member_id) AS asked_by
    FROM enquiries_enquiry e
    LEFT JOIN council_team t ON t.id = e.team_id
    LEFT JOIN replies r ON r.enquiry_id = e.id
    LEFT JOIN promises p ON p.enquiry_id = e.id
    LEFT JOIN heirs h ON h.stream_id = e.stream_id
    WHERE e.state <> 'draft' AND {seen}
), received AS (
    SELECT * FROM cases WHERE received_on BETWEEN %(first)s AND %(last)s
), counted AS (
    SELECT *, coalesce(replied_on, %(today)s) <= due_on AS in_time,
           replied_on - received_on AS days,
           CASE WHEN promise_on IS NULL THEN NULL
                WHEN coalesce(replied_on, %(today)s) <= promise_on THEN true
                WHEN redirected_on <= promise_on THEN NULL
                ELSE false END AS kept
    FROM received
    WHERE state NOT IN ('withdrawn', 'merged') AND due_on IS NOT NULL
      AND (redirected_on IS NULL OR redirected_on > due_on)
), grouped AS (
    SELECT c.*, g.group_id,
           EXISTS (SELECT 1 FROM council_administration a WHERE a.group_id = g.group_id
                   AND daterange(a.from_on, a.to_on, '[]') @> c.received_on) AS governs,
           EXISTS (SELECT 1 FROM council_administration a
                   WHERE daterange(a.from_on, a.to_on, '[]') @> c.received_on) AS is_governed,
           g.office AS in_group
    FROM counted c LEFT JOIN council_groupmembership g
      ON g.person_id = c.asked_by AND daterange(g.from_on, g.to_on, '[]') @> c.received_on
)
"""
_OPEN = """(state IN ('sent', 'allocated', 'waiting', 'holding', 'reopened', 'redirected'))"""
_LATE = f"""SELECT {{key}}, count(*),
    count(*) FILTER (WHERE owed_on < %(today)s), count(*) FILTER (WHERE owner_id IS NULL),
    %(today)s - min(owed_on) FILTER (WHERE owed_on < %(today)s)
    FROM cases WHERE {_OPEN} GROUP BY 1"""
_TREATED = """SELECT {key}, count(*), count(*) FILTER (WHERE in_time), count(*), count(days),
    floor(percentile_cont(0.5) WITHIN GROUP (ORDER BY days) + 0.5)::int FROM {rows} GROUP BY 1"""
_OFFICES = """(SELECT g.*, CASE
    WHEN EXISTS (SELECT 1 FROM council_portfolio p WHERE p.person_id = g.asked_by AND NOT p.is_deputy
                 AND daterange(p.from_on, p.to_on, '[]') @> g.received_on)
      OR EXISTS (SELECT 1 FROM council_postholding h WHERE h.person_id = g.asked_by
                 AND h.post IN ('leader', 'deputy-leader')
                 AND daterange(h.from_on, h.to_on, '[]') @> g.received_on) THEN 'executive'
    WHEN EXISTS (SELECT 1 FROM council_seat s WHERE s.person_id = g.asked_by AND s.office = 'chair'
                 AND daterange(s.from_on, s.to_on, '[]') @> g.received_on) THEN 'chair'
    WHEN g.in_group = 'leader' THEN 'leader'
    WHEN g.group_id IS NULL THEN 'no-group'
    WHEN g.governs THEN 'backbench' WHEN g.is_governed THEN 'opposition'
    ELSE 'of-group' END AS office FROM grouped g) held"""
_ASKED = """SELECT a.*, coalesce(m.group_id::text, 'none') AS of_group
    FROM access_rules_accessrequest a
    LEFT JOIN council_groupmembership m ON m.person_id = coalesce(a.on_behalf_of_id, a.asked_by_id)
      AND daterange(m.from_on, m.to_on, '[]') @> (a.asked_at AT TIME ZONE 'Europe/London')::date
    WHERE (a.asked_at AT TIME ZONE 'Europe/London')::date BETWEEN %(first)s AND %(last)s"""

# What names a line of each table; without an entry its query has no total.
KEYS: Mapping[str, str] = {
    "overdue-directorate": "coalesce(directorate_id::text, 'none')",
    "overdue-service": "coalesce(service_id::text, 'none')",
    "workload": "owner_id::text",
    "months": "to_char(received_on, 'YYYY-MM')",
    "promises": "coalesce({place}::text, 'none')",
    "accounted": """CASE WHEN r.state IN ('withdrawn', 'merged') THEN r.state
            WHEN r.due_on IS NULL THEN 'undated'
            WHEN c.id IS NULL THEN 'moved'
            WHEN c.in_time THEN 'in-time' ELSE 'late' END""",
    "satisfaction": "coalesce(service_id::text, 'none')",
    "groups": "coalesce(group_id::text, 'none')",
    "offices": "office",
    "complaints": """CASE WHEN state = 'withdrawn' THEN 'withdrawn' WHEN outcome <> '' THEN outcome
            WHEN referred_to <> '' THEN 'elsewhere'
            WHEN state = 'informal' THEN 'informal' ELSE 'in-hand' END""",
    "briefings": "group_id::text",
    "access": "of_group",
}
# Made with {seen} (of `SEEN`), and with {key}: of `KEYS`, or one word for all.
QUERIES: Mapping[str, str] = {
    "overdue-directorate": _CASES + _LATE,
    "overdue-service": _CASES + _LATE,
    "workload": _CASES
    + f"""SELECT {{key}}, count(*), count(*) FILTER (WHERE owed_on < %(today)s)
        FROM cases WHERE {_OPEN} AND owner_id IS NOT NULL GROUP BY 1""",
    "months": _CASES
    + """SELECT {key}, count(*), count(*) FILTER (WHERE in_time), count(*),
        count(*) FILTER (WHERE NOT in_time), count(*) FILTER (WHERE kept), count(kept)
        FROM counted GROUP BY 1""",
    "promises": _CASES
    + """SELECT {key}, count(kept), count(*) FILTER (WHERE kept),
        count(*) FILTER (WHERE NOT kept) FROM counted GROUP BY 1""",
    "accounted": _CASES
    + """SELECT {key}, count(*) FROM received r LEFT JOIN counted c ON c.id = r.id GROUP BY 1""",
    "satisfaction": _CASES
    + """, words AS (SELECT DISTINCT ON (v.enquiry_id) v.enquiry_id, v.answers FROM enquiries_verdict v
            LEFT JOIN enquiries_retraction x ON x.message_id = v.reply_id WHERE x.id IS NULL
            ORDER BY v.enquiry_id, v.at DESC, v.id DESC)
        SELECT {key}, count(*), count(*) FILTER (WHERE answers), count(*),
            count(*) FILTER (WHERE NOT answers)
        FROM received JOIN words ON words.enquiry_id = received.id GROUP BY 1""",
    "groups": _CASES + _TREATED.replace("{rows}", "grouped"),
    "offices": _CASES + _TREATED.replace("{rows}", _OFFICES),
    "patterns": _CASES
    + """, each AS (SELECT owner_id, group_id, count(days) AS replies,
            floor(percentile_cont(0.5) WITHIN GROUP (ORDER BY days) + 0.5)::int AS days
            FROM grouped WHERE group_id IS NOT NULL AND owner_id IS NOT NULL AND days IS NOT NULL
            GROUP BY 1, 2 HAVING count(days) >= 3),
        first AS (SELECT DISTINCT ON (owner_id) * FROM each ORDER BY owner_id, days, group_id)
        SELECT concat(e.owner_id, '-', f.group_id, '-', e.group_id), f.days, f.replies, e.days, e.replies
        FROM each e JOIN first f USING (owner_id)
        WHERE e.days >= 2 * f.days AND e.days - f.days >= 3""",
    "complaints": """SELECT {key}, count(DISTINCT c.id)
        FROM complaints_complaint c JOIN complaints_handler h ON h.complaint_id = c.id
        WHERE h.person_id = %(person)s AND h.ended_at IS NULL
          AND coalesce(informal_on, received_on) BETWEEN %(first)s AND %(last)s GROUP BY 1""",
    "briefings": """SELECT {key}, count(*) FILTER (WHERE asked),
            count(*) FILTER (WHERE asked AND state = 'given'),
            count(*) FILTER (WHERE asked AND state = 'agreed'),
            count(*) FILTER (WHERE asked AND state = 'declined'),
            count(*) FILTER (WHERE asked AND state IN ('asked', 'referred')),
            count(*) FILTER (WHERE asked AND state = 'withdrawn'), count(*) FILTER (WHERE NOT asked),
            count(*) FILTER (WHERE NOT asked AND state IN ('agreed', 'given')),
            count(*) FILTER (WHERE NOT asked AND state = 'not-taken'),
            count(*) FILTER (WHERE NOT asked AND state = 'told')
        FROM (SELECT *, origin = 'asked' AS asked FROM briefings_briefing) b
        WHERE (asked_at AT TIME ZONE 'Europe/London')::date BETWEEN %(first)s AND %(last)s
          AND (%(group)s::bigint IS NULL OR group_id = %(group)s) GROUP BY 1""",
    "access": f"""SELECT {{key}}, count(*), count(*) FILTER (WHERE outcome = 'yes'),
            count(*) FILTER (WHERE outcome = 'partly'), count(*) FILTER (WHERE outcome = 'no'),
            count(*) FILTER (WHERE outcome = '' AND state = 'referred'),
            count(*) FILTER (WHERE outcome = '' AND state IN ('asked', 'answered', 'decided')),
            count(*) FILTER (WHERE outcome = '' AND state = 'withdrawn') FROM ({_ASKED}) a GROUP BY 1""",
}


def lines(key: str, reach: str) -> str:
    """The query of a table’s lines; a directorate’s promises are by service."""
    place = "service_id" if reach == "directorate" else "directorate_id"
    named = KEYS.get(key, "").replace("{place}", place)
    return QUERIES[key].replace("{seen}", SEEN[reach]).replace("{key}", named)


def sums(key: str, reach: str) -> str:
    """The query of the line of all of them."""
    return QUERIES[key].replace("{seen}", SEEN[reach]).replace("{key}", "'total'")
