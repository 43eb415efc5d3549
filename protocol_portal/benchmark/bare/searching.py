"""What a search finds: each kind by one plain statement over its index of words, whoever may see it."""

from django.http import HttpRequest, HttpResponse

from protocol_portal.benchmark.bare.plain import Table, asked, shown

# So many of a kind are counted, and so many shown, as on the page of a search.
_RANKED, _FIRST = 500, 5


def _words(*columns: str) -> str:
    """The very expression of which the index is made."""
    read = " || ' ' || ".join(f"COALESCE(\"left\"({column}, 60000), '')" for column in columns)
    return f"to_tsvector('portal', {read})"


def _kind(some: str, columns: str, source: str, by: str, newest: str) -> str:
    """How many, and the first of them with their rank. `some` gives keys, `source` has each as x.id."""
    return f"""
        WITH asked AS (SELECT phraseto_tsquery('portal', %s) AS term, %s::text AS word),
            newest AS (
                SELECT x.id FROM {source} WHERE x.id IN ({some}) ORDER BY {newest} DESC LIMIT {_RANKED}
            ),
            first AS (
                SELECT x.id, ts_rank_cd(to_tsvector('portal', {by}), term) AS rank, count(*) OVER () AS number
                FROM {source} CROSS JOIN asked WHERE x.id IN (SELECT id FROM newest)
                ORDER BY 2 DESC, {newest} DESC LIMIT {_FIRST}
            )
        SELECT first.number, {columns} FROM first JOIN {source} ON x.id = first.id CROSS JOIN asked
        ORDER BY first.rank DESC, {newest} DESC
    """  # noqa: S608


def _marked(text: str) -> str:
    return f"ts_headline('portal', {text}, term)"


_TERM = "(SELECT term FROM asked)"
_CASE, _SAID = _words("subject", "details", "street"), _words("text", "action", "forward_text")
_TITLE, _TEXT, _ASKED_FOR = _words("title"), _words("text"), _words("subject", "words")
_KINDS = {
    "Enquiries": _kind(
        f"""
            SELECT id FROM enquiries_enquiry WHERE {_CASE} @@ {_TERM}
            UNION SELECT enquiry_id FROM enquiries_message g WHERE {_SAID} @@ {_TERM}
                AND NOT EXISTS (SELECT 1 FROM enquiries_retraction r WHERE r.message_id = g.id)
            UNION SELECT e.id FROM enquiries_enquiry e JOIN council_person p ON p.id = e.member_id
                WHERE (SELECT word FROM asked) IN (lower(p.first_name), lower(p.last_name))
        """,  # noqa: S608
        f"x.reference, {_marked('x.subject')}, {_marked('x.details')}, x.state, m.title || m.last_name",
        "enquiries_enquiry x JOIN council_person m ON m.id = x.member_id",
        "x.subject || ' ' || x.details",
        "x.id",
    ),
    "Documents": _kind(
        f"""
            SELECT id FROM access_rules_document WHERE {_TITLE} @@ {_TERM}
            UNION SELECT v.document_id FROM access_rules_page g
                JOIN access_rules_version v ON v.id = g.version_id WHERE v.is_current AND {_TEXT} @@ {_TERM}
        """,  # noqa: S608
        f"x.reference, {_marked('x.title')}, x.made_on, x.kind",
        "access_rules_document x",
        "x.title",
        "x.made_on",
    ),
    "Meetings": _kind(
        f"SELECT meeting_id FROM access_rules_item WHERE {_TITLE} @@ {_TERM}",  # noqa: S608
        'x.reference, b.name, x."on"',
        "access_rules_meeting x JOIN council_body b ON b.id = x.body_id",
        "b.name",
        'x."on"',
    ),
    "Briefings": _kind(
        f"SELECT id FROM briefings_briefing WHERE {_ASKED_FOR} @@ {_TERM}",  # noqa: S608
        f"x.reference, {_marked('x.subject')}, g.name, x.state",
        "briefings_briefing x JOIN council_politicalgroup g ON g.id = x.group_id",
        "x.subject",
        "x.asked_at",
    ),
    "Complaints": _kind(
        f"SELECT complaint_id FROM complaints_writing WHERE {_TEXT} @@ {_TERM}",  # noqa: S608
        "x.reference, x.state, x.raised_at::date",
        "complaints_complaint x",
        "x.reference",
        "x.raised_at",
    ),
}
# By name, or by what somebody is.
_PEOPLE = """
    WITH asked AS (SELECT '%%' || %s || '%%' AS part)
    SELECT DISTINCT p.id, p.first_name || ' ' || p.last_name, j.job_title, w.name
    FROM council_person p CROSS JOIN asked
        LEFT JOIN council_officerappointment j ON j.person_id = p.id
            AND j.from_on <= CURRENT_DATE AND (j.to_on IS NULL OR j.to_on >= CURRENT_DATE)
        LEFT JOIN council_memberterm t ON t.person_id = p.id
            AND t.from_on <= CURRENT_DATE AND (t.to_on IS NULL OR t.to_on >= CURRENT_DATE)
        LEFT JOIN council_ward w ON w.id = t.ward_id
    WHERE (j.id IS NOT NULL OR t.id IS NOT NULL) AND (unaccent(p.first_name || ' ' || p.last_name) ILIKE part
        OR unaccent(j.job_title) ILIKE part OR unaccent(w.name) ILIKE part)
    ORDER BY 2 LIMIT 5
"""
# What the page offers to narrow a search by.
_OFFERED = {
    "Services": "SELECT id, name FROM council_service ORDER BY position, name",
    "Directorates": "SELECT id, name FROM council_directorate ORDER BY name",
    "Bodies": "SELECT id, name FROM council_body WHERE to_on IS NULL OR to_on >= CURRENT_DATE ORDER BY name",
}


def search(request: HttpRequest) -> HttpResponse:
    """The six kinds of things in which the word stands."""
    word = request.GET.get("q", "")
    offered = [Table(caption, asked(sql)) for caption, sql in _OFFERED.items()]
    found = [Table(caption, asked(sql, word, word)) for caption, sql in _KINDS.items()]
    tables = [*offered, *found, Table("People", asked(_PEOPLE, word))]
    return shown(request, "Search", [table for table in tables if table.rows])
