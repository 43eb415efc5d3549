"""Who keeps the register, marks, weighs, comments, releases: every role at every question."""

import datetime
from collections.abc import Callable

import pytest
from pytest_django import Settings

from access_rules.models import Clearance, Document
from access_rules.policies import clearing, closing, registering, releasing
from council.models import Person
from council.queries import Standing
from rulebook.decision import Decision, Outcome
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.access import a_document
from tests.factories.documents import NOW, TODAY, a_draft, a_keeper, exempt, on_day, weighed

pytestmark = pytest.mark.django_db

Policy = Callable[[Standing, Document], Decision]
WO = "wokingham-2007"
YESTERDAY = TODAY - datetime.timedelta(days=1)


def a_member_until_yesterday() -> Person:
    """Whose term has ended."""
    return make.a_member(to_on=YESTERDAY)


MAKERS: dict[str, Callable[[], Person]] = {
    "democratic services": a_keeper,
    "proper officer": lambda: make.a_holder_of(Post.PROPER_OFFICER),
    "monitoring officer": lambda: make.a_holder_of(Post.MONITORING_OFFICER),
    "deputy": lambda: make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER),
    "section 151 officer": lambda: make.a_holder_of(Post.SECTION_151_OFFICER),
    "chief executive": lambda: make.a_holder_of(Post.CHIEF_EXECUTIVE),
    "officer": make.an_officer,
    "member": make.a_member,
    "left yesterday": a_member_until_yesterday,
}
KEEPERS = {"democratic services", "proper officer"}
STATUTORY = {"monitoring officer", "deputy", "section 151 officer"}
POLICIES: dict[str, tuple[Policy, set[str]]] = {
    "change": (registering.may_change, KEEPERS),
    "withdraw": (registering.may_withdraw, KEEPERS),
    "settle ownership": (registering.may_settle_ownership, KEEPERS),
    "mark": (closing.may_mark, KEEPERS | STATUTORY),
    "weigh": (closing.may_weigh, {"proper officer", "monitoring officer", "deputy"}),
    "ask for comments": (clearing.may_ask_for_comments, KEEPERS),
}


@pytest.mark.parametrize("role", MAKERS)
@pytest.mark.parametrize("name", POLICIES)
def test_each_part_of_the_register_has_its_people(settings: Settings, name: str, role: str) -> None:
    settings.PROTOCOL = WO
    policy, people = POLICIES[name]
    decision = policy(on_day(MAKERS[role]()), exempt("3"))
    assert decision.allowed is (role in people), decision
    if not decision.allowed and decision.outcome is Outcome.REFUSED:
        assert decision.sentence


@pytest.mark.parametrize("role", MAKERS)
def test_the_list_and_new_entries_are_the_keepers(role: str) -> None:
    assert registering.may_keep(on_day(MAKERS[role]())).allowed is (role in KEEPERS)


def test_nothing_of_a_withdrawn_document_changes_any_more() -> None:
    keeper, proper = on_day(a_keeper()), on_day(make.a_holder_of(Post.PROPER_OFFICER))
    document = exempt("3")
    document.record_withdrawal(at=NOW, because="Superseded")
    document.save()
    for policy in (registering.may_change, registering.may_withdraw, closing.may_mark):
        assert not policy(keeper, document).allowed
    assert not closing.may_weigh(proper, document).allowed


def test_only_what_is_marked_exempt_is_weighed() -> None:
    proper = on_day(make.a_holder_of(Post.PROPER_OFFICER))
    decision = closing.may_weigh(proper, a_document())
    assert decision.sentence == "It is not marked exempt, so there is no exemption to weigh."


def asked(document: Document, *posts: Post) -> Document:
    """The document, with comments asked for."""
    by = a_keeper()
    for post in posts:
        Clearance.objects.create(document=document, post=post, asked_by=by, asked_at=NOW)
    return document


def both(document: Document) -> Document:
    """Asked of both posts."""
    return asked(document, Post.SECTION_151_OFFICER, Post.MONITORING_OFFICER)


@pytest.mark.parametrize("role", MAKERS)
def test_those_comment_whose_post_was_asked(settings: Settings, role: str) -> None:
    settings.PROTOCOL = WO
    decision = clearing.may_comment(on_day(MAKERS[role]()), both(a_draft()))
    assert decision.allowed is (role in STATUTORY)


def test_a_post_that_was_not_asked_or_has_answered_says_nothing_more(settings: Settings) -> None:
    settings.PROTOCOL = WO
    finance = make.a_holder_of(Post.SECTION_151_OFFICER)
    document = both(a_draft())
    document.clearances.filter(post=Post.SECTION_151_OFFICER).update(given_by=finance, given_at=NOW)
    assert not clearing.may_comment(on_day(finance), document).allowed
    assert clearing.may_comment(on_day(make.a_holder_of(Post.MONITORING_OFFICER)), document).allowed


@pytest.mark.parametrize(
    ("text", "columns", "needs"),
    [
        (WO, {}, True),
        (WO, {"is_planning_application": True}, False),
        (WO, {"kind": "minutes"}, False),
        (WO, {"kind": "background-paper"}, False),
        ("wokingham-2014", {}, False),
        ("waltham-forest", {}, False),
        ("haringey", {}, False),
        ("mwda", {}, False),
        ("parish", {}, False),
    ],
)
def test_the_existing_wokingham_text_alone_sends_reports_to_the_statutory_officers(
    settings: Settings, text: str, columns: dict[str, object], needs: bool
) -> None:
    settings.PROTOCOL = text
    keeper, document = on_day(a_keeper()), a_draft(**columns)
    assert clearing.needs_comments(document) is needs
    assert clearing.may_ask_for_comments(keeper, document).allowed is needs


def test_comments_are_asked_for_once(settings: Settings) -> None:
    settings.PROTOCOL = WO
    keeper = on_day(a_keeper())
    decision = clearing.may_ask_for_comments(keeper, both(a_draft()))
    assert decision.sentence == "The statutory officers were asked for their comments already."


def refusal(document: Document) -> tuple[str, list[str]]:
    """Why the keepers may not release it, and by which paragraphs; empty where they may."""
    decision = releasing.may_release(on_day(a_keeper()), document)
    if decision.allowed:
        return "", []
    return decision.sentence, [cite.id for cite in decision.citations]


def test_what_is_not_marked_is_not_released() -> None:
    sentence, cites = refusal(a_draft())
    assert sentence.startswith("It is not marked yet.")
    assert "WF-A2.1.2" in cites


def test_what_is_not_weighed_is_not_released() -> None:
    sentence, _cites = refusal(exempt("3"))
    assert sentence == "The public interest has not been weighed, so it is not exempt yet. Weigh it first."


def test_a_doubt_is_for_the_body_under_haringey(settings: Settings) -> None:
    settings.PROTOCOL = "haringey"
    proper = make.a_holder_of(Post.PROPER_OFFICER)
    sentence, cites = refusal(weighed("3", by=proper, public_interest="not_done"))
    assert "until the body has taken a view" in sentence
    assert cites == ["HA-4.24b"]


def test_a_report_waits_by_name_for_whoever_has_not_commented(settings: Settings) -> None:
    settings.PROTOCOL = WO
    document = both(a_draft(marking="public"))
    assert refusal(document)[1] == ["WO-E-9.3.15c"]
    document.clearances.filter(post=Post.MONITORING_OFFICER).update(given_at=NOW)
    sentence, _cites = refusal(document)
    assert "onitoring" not in sentence
    document.clearances.update(given_at=NOW)
    assert refusal(document) == ("", [])


def test_a_planning_application_for_its_committee_waits_for_nobody(settings: Settings) -> None:
    settings.PROTOCOL = WO
    assert refusal(a_draft(marking="public", is_planning_application=True)) == ("", [])


@pytest.mark.parametrize(
    ("columns", "cites"),
    [
        ({}, ["PA-ATI.3"]),
        ({"ownership": "own"}, []),
        ({"ownership": "others", "owner_words": "The bowls club"}, []),
        ({"ownership": "others", "owner_words": "The club", "is_owner_confidential": True}, ["PA-ATI.4"]),
        (
            {
                "ownership": "others",
                "owner_words": "The club",
                "is_owner_confidential": True,
                "owner_consent": "not_given",
            },
            ["PA-ATI.4"],
        ),
        (
            {
                "ownership": "others",
                "owner_words": "The club",
                "is_owner_confidential": True,
                "owner_consent": "given",
            },
            [],
        ),
        ({"kind": "minutes"}, []),
    ],
)
def test_a_parish_settles_first_whose_it_is_and_asks_its_owner(
    settings: Settings, columns: dict[str, object], cites: list[str]
) -> None:
    settings.PROTOCOL = "parish"
    assert refusal(a_draft(marking="public", **columns))[1] == cites


def test_what_members_have_is_not_released_again() -> None:
    assert refusal(a_document())[0] == "Members have it already, or it was withdrawn."


def test_only_the_keepers_release() -> None:
    document = a_draft(marking="public")
    for role, maker in MAKERS.items():
        assert releasing.may_release(on_day(maker()), document).allowed is (role in KEEPERS), role


def test_nobody_is_asked_for_consent_to_what_is_the_councils_own() -> None:
    keeper = on_day(a_keeper())
    assert not registering.may_record_consent(keeper, a_draft()).allowed
    others = a_draft(ownership="others", owner_words="The club")
    assert registering.may_record_consent(keeper, others).allowed
