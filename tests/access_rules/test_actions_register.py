"""What is done in the register: one change, one event, nothing weighed stands for another exemption."""

import datetime

import pytest
from django.db import IntegrityError
from pytest_django import Settings

from access_rules.actions.clearing import ask_for_comments, give_comments
from access_rules.actions.marking import mark, weigh
from access_rules.actions.registering import change_entry, register_document, withdraw
from access_rules.actions.releasing import record_consent, release, settle_ownership
from access_rules.models import Document
from casework.actions.locking import Stale
from casework.models import CaseEvent, EventContent
from rulebook.decision import Refused
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.access import a_body, a_meeting, an_item
from tests.factories.documents import IN_A_YEAR, NOW, TODAY, a_draft, a_keeper, again, on_day, weighed

pytestmark = pytest.mark.django_db


def kinds(document: Document) -> list[str]:
    """What happened to it, in order."""
    return list(CaseEvent.objects.filter(stream=document.stream).values_list("kind", flat=True))


def entered(kind: str = "report", **columns: object) -> Document:
    """A new entry."""
    given = {"title": "Leisure centres", "made_on": TODAY, **columns}
    return register_document(who=on_day(a_keeper()), kind=kind, columns=given, at=NOW)


def test_a_new_entry_is_a_draft_that_nobody_has_marked() -> None:
    document = again(entered())
    assert (document.state, document.marking) == ("draft", "unclassified")
    assert document.reference.startswith("DOC-")
    assert kinds(document) == ["document.registered"]


def test_the_body_and_the_meeting_follow_from_the_item() -> None:
    item = an_item(meeting=a_meeting(body=a_body(name="Planning Committee")))
    document = again(entered(item=item))
    assert document.meeting == item.meeting
    assert document.body is not None
    assert document.body.name == "Planning Committee"


@pytest.mark.parametrize(
    ("kind", "is_one"),
    [("report", True), ("background-paper", True), ("file", False), ("minutes", False)],
)
def test_the_register_says_what_is_neither_report_nor_background_paper(kind: str, is_one: bool) -> None:
    assert entered(kind).is_report_or_background_paper is is_one


def test_nobody_else_enters_a_document() -> None:
    columns = {"title": "x", "made_on": TODAY}
    with pytest.raises(Refused):
        register_document(who=on_day(make.an_officer()), kind="report", columns=columns, at=NOW)
    assert not Document.objects.exists()


def test_a_change_writes_the_entry_and_never_the_marking() -> None:
    document = a_draft()
    columns = {"title": "Better", "made_on": TODAY, "marking": "public"}
    change_entry(who=on_day(a_keeper()), document=document, columns=columns, at=NOW)
    changed = again(document)
    assert (changed.title, changed.marking) == ("Better", "unclassified")
    assert kinds(document) == ["document.changed"]


def test_a_page_that_was_read_before_a_change_writes_nothing() -> None:
    document, keeper = a_draft(), on_day(a_keeper())
    seen = document.version
    mark(who=keeper, document=document, columns={"marking": "public"}, at=NOW, seen_version=seen)
    with pytest.raises(Stale):
        mark(
            who=keeper,
            document=document,
            columns={"marking": "exempt", "sch12a": ["3"]},
            at=NOW,
            seen_version=seen,
        )
    assert again(document).marking == "public"


def test_what_is_not_exempt_keeps_no_paragraphs() -> None:
    keeper, document = on_day(a_keeper()), a_draft()
    columns = {"marking": "exempt", "sch12a": ["3"], "has_contract_terms": True, "is_part_exempt": True}
    mark(who=keeper, document=document, columns=columns, at=NOW)
    mark(who=keeper, document=document, columns={**columns, "marking": "public"}, at=NOW)
    found = again(document)
    assert (found.sch12a, found.has_contract_terms, found.is_part_exempt) == ([], False, False)


def test_an_exemption_without_a_paragraph_is_refused_by_the_database() -> None:
    with pytest.raises(IntegrityError):
        mark(who=on_day(a_keeper()), document=a_draft(), columns={"marking": "exempt"}, at=NOW)


def test_a_confidential_paper_keeps_its_source_and_an_exempt_one_has_none() -> None:
    keeper, document = on_day(a_keeper()), a_draft()
    secret = {
        "marking": "confidential",
        "confidential_source": "court",
        "confidential_terms": "Order of 3 May",
    }
    mark(who=keeper, document=document, columns=secret, at=NOW)
    assert again(document).confidential_source == "court"
    mark(who=keeper, document=document, columns={**secret, "marking": "exempt", "sch12a": ["5"]}, at=NOW)
    assert again(document).confidential_terms == ""


def test_the_public_interest_test_keeps_author_reasons_and_the_day_of_its_review() -> None:
    proper = make.a_holder_of(Post.PROPER_OFFICER)
    document = a_draft(marking="exempt", sch12a=["3"])
    weigh(
        who=on_day(proper),
        document=document,
        outcome="maintain",
        reasons="Bids are open.",
        review_on=IN_A_YEAR,
        at=NOW,
    )
    found = again(document)
    assert (found.public_interest, found.public_interest_by, found.review_on) == (
        "maintain",
        proper,
        IN_A_YEAR,
    )
    event = CaseEvent.objects.get(stream=document.stream)
    assert event.facts["outcome"] == "maintain"
    assert EventContent.objects.get(event=event).body == {"reasons": "Bids are open."}


def test_weighed_in_favour_of_opening_it_is_looked_at_no_more() -> None:
    document = a_draft(marking="exempt", sch12a=["3"])
    who = on_day(make.a_holder_of(Post.PROPER_OFFICER))
    weigh(who=who, document=document, outcome="disclose", reasons="Over.", review_on=IN_A_YEAR, at=NOW)
    assert again(document).review_on is None


@pytest.mark.parametrize(
    ("columns", "stands"),
    [
        ({"marking": "exempt", "sch12a": ["3"]}, True),
        ({"marking": "exempt", "sch12a": ["3"], "is_part_exempt": True}, True),
        ({"marking": "exempt", "sch12a": ["1"]}, False),
        ({"marking": "exempt", "sch12a": ["3"], "has_contract_terms": True}, False),
        ({"marking": "public"}, False),
    ],
)
def test_another_exemption_is_weighed_anew(columns: dict[str, object], stands: bool) -> None:
    document = weighed("3", by=make.a_holder_of(Post.PROPER_OFFICER), review_on=IN_A_YEAR)
    mark(who=on_day(a_keeper()), document=document, columns=columns, at=NOW)
    found = again(document)
    assert (found.public_interest == "maintain") is stands
    assert bool(found.public_interest_reasons) is stands
    assert (found.review_on is not None) is stands


def test_a_report_goes_by_the_statutory_officers_to_members(settings: Settings) -> None:
    settings.PROTOCOL = "wokingham-2007"
    keeper, document = on_day(a_keeper()), a_draft(marking="public")
    finance = make.a_holder_of(Post.SECTION_151_OFFICER)
    monitoring = make.a_holder_of(Post.MONITORING_OFFICER)
    ask_for_comments(who=keeper, document=document, at=NOW)
    for officer in (finance, monitoring):
        with pytest.raises(Refused):
            release(who=keeper, document=document, at=NOW)
        give_comments(who=on_day(officer), document=document, comments="None.", at=NOW)
    release(who=keeper, document=document, at=NOW)
    assert (again(document).state, again(document).released_at) == ("released", NOW)
    assert kinds(document) == [
        "document.clearance_asked",
        "document.clearance_given",
        "document.clearance_given",
        "document.released",
    ]


def test_a_withdrawn_document_keeps_its_reason() -> None:
    document = a_draft()
    withdraw(who=on_day(a_keeper()), document=document, because="A wrong draft.", at=NOW)
    found = again(document)
    assert (found.state, found.withdrawn_because) == ("withdrawn", "A wrong draft.")


def owned(document: Document, ownership: str, owner: str, *, in_confidence: bool = True) -> Document:
    """Whose it is, as the keepers record it."""
    return settle_ownership(
        who=on_day(a_keeper()),
        document=document,
        ownership=ownership,
        owner=owner,
        is_confidential=in_confidence,
        at=NOW,
    )


def test_another_owner_is_asked_anew_and_the_same_one_is_not() -> None:
    document = owned(a_draft(), "others", "The club")
    words = "Asked by letter of 3 May; agreed."
    record_consent(who=on_day(a_keeper()), document=document, consent="given", words=words, at=NOW)
    assert owned(document, "others", "The club").owner_consent == "given"
    assert owned(document, "others", "The trust").owner_consent == ""


def test_what_is_the_councils_own_has_no_other_owner() -> None:
    document = owned(owned(a_draft(), "others", "The club"), "own", "The club")
    assert (document.owner_words, document.is_owner_confidential, document.owner_consent) == ("", False, "")


def test_a_parish_holds_it_until_its_owner_consents(settings: Settings) -> None:
    settings.PROTOCOL = "parish"
    keeper = on_day(a_keeper())
    document = owned(a_draft(marking="public"), "others", "The club")
    for consent, released in (("not_given", False), ("given", True)):
        record_consent(who=keeper, document=document, consent=consent, words="By letter.", at=NOW)
        if not released:
            with pytest.raises(Refused):
                release(who=keeper, document=document, at=NOW)
    release(who=keeper, document=document, at=NOW)
    assert again(document).state == "released"


def test_the_day_of_the_test_is_that_of_whoever_made_it() -> None:
    yesterday = TODAY - datetime.timedelta(days=1)
    document = a_draft(marking="exempt", sch12a=["3"])
    who = on_day(make.a_holder_of(Post.PROPER_OFFICER), yesterday)
    weigh(who=who, document=document, outcome="maintain", reasons="x", review_on=IN_A_YEAR, at=NOW)
    assert again(document).public_interest_on == yesterday
