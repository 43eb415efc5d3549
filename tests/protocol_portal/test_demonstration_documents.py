"""wip"""

import datetime
import time
from zoneinfo import ZoneInfo

import pytest

from access_rules.models import AccessRequest, Document, Meeting, Version
from protocol_portal.demonstration.loading import load_demonstration
from rulebook.protocols import PROTOCOLS

NOW = datetime.datetime(2026, 11, 23, 10, 30, tzinfo=ZoneInfo("Europe/London"))


@pytest.mark.parametrize("key", PROTOCOLS)
def test_wip(key, db, settings, tmp_path):
    settings.DEMONSTRATION = True
    settings.MEDIA_ROOT = tmp_path
    settings.PROTOCOL = key
    from protocol_portal.demonstration import loading, documents, papers_kept
    spent = {}
    def timed(module, name):
        real = getattr(module, name)
        def run(*args, **kw):
            begun = time.perf_counter(), time.process_time()
            try:
                return real(*args, **kw)
            finally:
                a, b = spent.get(name, (0, 0))
                spent[name] = a + time.perf_counter() - begun[0], b + time.process_time() - begun[1]
        setattr(module, name, run)
    for name in ("play_meetings", "play_interests", "play_papers", "play_requests", "play_circle", "play_advice"):
        timed(documents, name)
    timed(papers_kept, "read_version")
    timed(loading, "_settle")
    load_demonstration(now=NOW, history=1)
    print(spent)
    for row in AccessRequest.objects.order_by("pk"):
        print(key, row.asked_by, row.document or row.described, row.state, repr(row.outcome), row.refer_to, row.answer.get("enforced", {}).get("rule"), row.answer.get("enforced", {}).get("reason"))
    for row in Document.objects.all():
        print(row.title, row.state, row.marking, [(v.kind, v.stage, v.fault, v.page_count) for v in row.versions.all()])
    for m in Meeting.objects.all():
        print(m.body, m.on, m.called_on, m.concluded_at, m.cancelled_at, [(n.kind, n.published_on, n.exception_under) for n in m.notices.all()])
