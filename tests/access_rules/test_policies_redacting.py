"""Who redacts, who has the redacted version made, who writes a summary: every role at every question."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from access_rules.models import Document, Redaction, Version
from access_rules.policies.redacting import may_make_redacted, may_redact, may_summarise
from access_rules.rules.redacting import grounds, is_known, short
from council.models import Person
from council.queries import Standing
from rulebook.decision import Decision, Outcome
from rulebook.post import Post
from rulebook.protocols import protocol
from tests.factories import council as make
from tests.factories.access import a_document, a_grant
from tests.factories.documents import TODAY, a_draft, a_keeper, again, on_day, weighed
from tests.factories.reading import a_version

pytestmark = pytest.mark.django_db

Policy = Callable[[Standing, Document], Decision]
YESTERDAY = TODAY - datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def kept_in(settings: Any, tmp_path: Path) -> None:
    """The folder of the files."""
    settings.MEDIA_ROOT = tmp_path


MAKERS: dict[str, Callable[[], Person]] = {
    "democratic services": a_keeper,
    "proper officer": lambda: make.a_holder_of(Post.PROPER_OFFICER),
    "monitoring officer": lambda: make.a_holder_of(Post.MONITORING_OFFICER),
    "deputy": lambda: make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER),
    "section 151 officer": lambda: make.a_holder_of(Post.SECTION_151_OFFICER),
    "chief executive": lambda: make.a_holder_of(Post.CHIEF_EXECUTIVE),
    "officer": make.an_officer,
    "member": make.a_member,
    "group leader": lambda: make.a_member(group=make.a_group(), office="leader"),
    "member until yesterday": lambda: make.a_member(to_on=YESTERDAY),
    "keeper until yesterday": lambda: make.a_holder_of(Post.DEMOCRATIC_SERVICES, to_on=YESTERDAY),
}
REDACT = {"democratic services", "proper officer", "monitoring officer", "deputy", "section 151 officer"}
POLICIES: dict[str, Policy] = {
    "redact": may_redact,
    "make": may_make_redacted,
    "summarise": may_summarise,
}


def closed_minutes() -> Document:
    """Minutes of what was done in private, with members, marked in one place."""
    keeper = a_keeper()
    document = weighed("3", by=keeper, kind="minutes", is_closed_minutes=True)
    document.record_release(at=timezone.now())
    document.save()
    a_mark(document, a_version(document, "Lease of Larch Court", by=keeper))
    return again(document)


def a_mark(document: Document, version: Version, *, gone_from: Version | None = None) -> Redaction:
    """A mark on its first page."""
    return Redaction.objects.create(
        version=version,
        page=1,
        left=0.1,
        top=0.1,
        right=0.2,
        bottom=0.2,
        cite="LGA 1972 Sch 12A para 3",
        by=version.made_by,
        at=timezone.now(),
        gone_from=gone_from,
    )


@pytest.mark.parametrize("role", MAKERS)
@pytest.mark.parametrize("name", POLICIES)
def test_each_question_has_its_people(name: str, role: str) -> None:
    decision = POLICIES[name](on_day(MAKERS[role]()), closed_minutes())
    assert decision.allowed is (role in REDACT), decision
    if decision.outcome is Outcome.REFUSED:
        assert decision.sentence


@pytest.mark.parametrize("role", [role for role in MAKERS if role not in REDACT])
@pytest.mark.parametrize("name", POLICIES)
def test_of_a_draft_nobody_else_learns_that_it_exists(name: str, role: str) -> None:
    decision = POLICIES[name](on_day(MAKERS[role]()), a_draft())
    assert decision.outcome is (Outcome.REFUSED if role == "member until yesterday" else Outcome.UNKNOWN)


def test_whoever_was_given_it_by_name_reads_it_and_does_not_redact_it() -> None:
    document, member = closed_minutes(), make.a_member()
    make.a_login(member)
    a_grant(document=document, to=member)
    assert not may_redact(on_day(member), document).allowed


def test_what_a_keeper_may_not_read_whole_they_do_not_redact() -> None:
    keeper = a_keeper()
    of_a_group = a_document(kind=Document.Kind.GROUP_PAPER, group=make.a_group())
    a_version(of_a_group, "Our plans", by=keeper)
    decision = may_redact(on_day(keeper), of_a_group)
    assert decision.sentence == "You may not read the whole of it, so you cannot redact it."
    about_them = weighed("1", by=keeper, about=keeper)
    a_version(about_them, "About you", by=keeper)
    assert not may_redact(on_day(keeper), about_them).allowed


@pytest.mark.parametrize("stage", [None, Version.Stage.WAITING, Version.Stage.FAILED])
def test_without_pages_there_is_nothing_to_mark(stage: str | None) -> None:
    keeper, document = a_keeper(), a_document()
    if stage is not None:
        a_version(document, "Lease", stage=stage, by=keeper)
    decision = may_redact(on_day(keeper), document)
    assert decision.sentence == "Its whole file is not ready to read. Add it, then redact it."


def test_nothing_of_a_withdrawn_document_is_redacted() -> None:
    keeper, document = a_keeper(), closed_minutes()
    document.record_withdrawal(at=timezone.now(), because="Superseded")
    document.save()
    for policy in POLICIES.values():
        assert "withdrawn" in policy(on_day(keeper), document).sentence


def test_a_version_is_made_where_something_is_marked_and_none_is_being_made() -> None:
    keeper, document = a_keeper(), a_document()
    whole = a_version(document, "Lease", by=keeper)
    assert "Nothing is marked yet" in may_make_redacted(on_day(keeper), document).sentence
    waiting = a_version(document, kind=Version.Kind.REDACTED, stage=Version.Stage.WAITING, by=keeper)
    a_mark(document, whole, gone_from=waiting)
    assert "Nothing is marked yet" in may_make_redacted(on_day(keeper), document).sentence
    a_mark(document, whole)
    # A file that somebody added as redacted is none that is being made here.
    assert may_make_redacted(on_day(keeper), document).allowed
    Version.objects.filter(pk=waiting.pk).update(made_from=whole)
    assert "is being made" in may_make_redacted(on_day(keeper), document).sentence
    Version.objects.filter(pk=waiting.pk).update(stage=Version.Stage.FAILED)
    assert may_make_redacted(on_day(keeper), document).allowed


def test_open_minutes_are_not_summarised() -> None:
    document = a_document(kind=Document.Kind.MINUTES)
    decision = may_summarise(on_day(a_keeper()), document)
    assert [cite.id for cite in decision.citations] == ["LGA 1972 s100C(2)"]


@pytest.mark.parametrize(
    ("text", "local"),
    [("waltham-forest", ["WF-A3.3"]), ("haringey", []), ("mwda", []), ("parish", []), ("wokingham-2007", [])],
)
def test_the_paragraphs_that_are_offered_are_those_of_today_and_of_the_text(
    text: str, local: list[str]
) -> None:
    offered = grounds(protocol(text))
    ids = [one.cite.id for one in offered]
    assert ids[:7] == [f"LGA 1972 Sch 12A para {number}" for number in range(1, 8)]
    assert ids[7:10] == ["LGA 1972 s100A(3)", "SI 2012/2089 reg 16(7)", "UK GDPR Art 6"]
    assert ids[10:] == local
    assert all(one.words for one in offered)


@pytest.mark.parametrize(
    ("id_", "known"),
    [
        ("FOIA 2000 s40", True),
        ("LGA 1972 s100A(3)", True),
        ("WF-A3.3", True),
        ("WF-99.9", False),
        ("HA-4.24b", False),
        ("My own rule", False),
    ],
)
def test_another_paragraph_is_one_of_the_text_in_force_or_of_an_act(id_: str, known: bool) -> None:
    assert is_known(protocol("waltham-forest"), id_) is known


def test_an_event_keeps_each_paragraph_once() -> None:
    assert short(("b", "a", "b")) == "b,a"
