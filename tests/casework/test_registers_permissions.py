"""Who reads an entry, approves it, takes it back, puts it right: a table with the nearly allowed in it."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from casework.actions.entering import approve_entry, enter, refuse_entry, withdraw_entry
from casework.models import RegisterEntry
from casework.policies import entries as policies
from casework.policies.entries import Filled
from casework.queries.entries import needing, visible_to
from council.models import MemberTerm, Person
from council.rules import Grade
from rulebook.decision import Decision, Outcome, Refused
from rulebook.post import Post
from rulebook.protocols import protocol
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.enquiries import on_day
from tests.factories.entries import Council, a_council, an_entry, filled

pytestmark = pytest.mark.django_db
YES, NO, NEVER = Outcome.ALLOWED, Outcome.REFUSED, Outcome.UNKNOWN
PAGES = ("notice", "notice-approve", "notice-refuse", "notice-withdraw", "notice-correct")


def roles(council: Council) -> dict[str, Person]:
    """People around an entry that the member made about the officer."""
    left = make.a_member()
    MemberTerm.objects.filter(person=left).update(to_on=timezone.localdate() - datetime.timedelta(days=1))
    housing = council.officer.appointments.get().directorate
    return {
        "member": council.member,
        "the officer": council.officer,
        "director": council.director,
        "assistant director": make.an_officer(grade=Grade.ASSISTANT_DIRECTOR, directorate=housing),
        "assistant director elsewhere": make.an_officer(grade=Grade.ASSISTANT_DIRECTOR),
        "head of service": council.manager,
        "another member": make.a_member(),
        "member for the ward": council.ward_members[0],
        "monitoring officer": make.a_holder_of(Post.MONITORING_OFFICER),
        "democratic services": council.keeper,
        "left yesterday": left,
    }


# Of an attendance that waits for approval at the waste authority: see, decide, withdraw, correct.
WAITS = {
    "member": (YES, NO, YES, YES),
    "the officer": (NEVER, NEVER, NEVER, NEVER),
    "director": (YES, YES, NO, NO),
    "assistant director": (YES, YES, NO, NO),
    "assistant director elsewhere": (NEVER, NEVER, NEVER, NEVER),
    "head of service": (NEVER, NEVER, NEVER, NEVER),
    "another member": (NEVER, NEVER, NEVER, NEVER),
    "member for the ward": (NEVER, NEVER, NEVER, NEVER),
    "monitoring officer": (YES, NO, NO, NO),
    "democratic services": (YES, NO, NO, NO),
    "left yesterday": (NO, NO, NO, NO),
}
# Of a visit that stands, in another ward than that of the member.
STANDS = WAITS | {
    "the officer": (YES, NO, NO, NO),
    "director": (NEVER, NEVER, NEVER, NEVER),
    "assistant director": (NEVER, NEVER, NEVER, NEVER),
    "member for the ward": (YES, NO, NO, NO),
}


def asked(who: Person, entry: RegisterEntry) -> tuple[Outcome, ...]:
    """What the four questions answer."""
    standing = on_day(who)
    questions = (
        policies.may_see_entry,
        policies.may_decide_entry,
        policies.may_withdraw_entry,
        policies.may_correct_entry,
    )
    return tuple(question(standing, entry).outcome for question in questions)


@pytest.mark.parametrize(
    ("key", "kind", "table"), [("mwda", "officer-attends", WAITS), ("wokingham-2007", "visit", STANDS)]
)
def test_each_role_may_what_the_table_says(
    settings: Settings, key: str, kind: str, table: dict[str, tuple[Outcome, ...]]
) -> None:
    settings.PROTOCOL = key
    council = a_council()
    people = roles(council)
    entry = an_entry(key, kind, council)
    assert {role: asked(person, entry) for role, person in people.items()} == table
    for role, person in people.items():
        seen = visible_to(on_day(person)).filter(pk=entry.pk).exists()
        assert seen is (table[role][0] is YES), role


def test_a_page_that_is_not_theirs_is_the_page_that_never_was(settings: Settings) -> None:
    settings.PROTOCOL = "mwda"
    council = a_council()
    entry = an_entry("mwda", "officer-attends", council)
    for person in (council.officer, make.a_member()):
        browser = signed_in(person)
        for name in PAGES:
            for verb in ("get", "post"):
                real, never = (_asks(browser, verb, name, one) for one in (entry.reference, "REG-2222-2"))
                assert real.status_code == never.status_code
                assert real.status_code in (404, 405)
                assert real.content.replace(entry.reference.encode(), b"REG-2222-2") == never.content
        assert entry.reference not in browser.get(reverse("notices")).content.decode()


def _asks(browser: Client, verb: str, name: str, reference: str) -> Any:
    return getattr(browser, verb)(reverse(name, args=[reference]))


def refusal(action: Any, **given: Any) -> Decision:
    """Why it may not be done."""
    with pytest.raises(Refused) as refused:
        action(at=timezone.now(), **given)
    return refused.value.decision


def test_approved_by_its_director_it_stands_and_the_officer_is_told_and_it_is_decided_once() -> None:
    council = a_council()
    entry = an_entry("mwda", "officer-attends", council)
    director = on_day(council.director)
    approve_entry(who=director, entry=entry, words="Keep to the plan", at=timezone.now())
    entry = RegisterEntry.objects.get(pk=entry.pk)
    assert entry.state == "stands"
    assert entry.decided_by == council.director
    assert [one.person for one in entry.told.all()] == [council.officer]
    assert visible_to(on_day(council.officer)).exists()
    for action in (approve_entry, refuse_entry):
        decision = refusal(action, who=director, entry=entry, words="Again")
        assert decision.sentence == "Nothing waits for approval here."
        assert [cite.id for cite in decision.citations] == ["MW-10.1d"]


def test_not_approved_it_tells_whoever_entered_it_and_nobody_else() -> None:
    council = a_council()
    entry = an_entry("mwda", "officer-attends", council)
    refuse_entry(who=on_day(council.director), entry=entry, words="Too near the poll", at=timezone.now())
    assert RegisterEntry.objects.get().state == "refused"
    assert not entry.told.exists()
    [event] = entry.stream.events.filter(kind="entry.refused")
    assert [one.person for one in event.deliveries.all()] == [council.member]


def test_nobody_approves_what_they_entered_themselves(settings: Settings) -> None:
    settings.PROTOCOL = "mwda"
    council = a_council()
    entry = an_entry("mwda", "officer-attends", council, by=council.director)
    decision = policies.may_decide_entry(on_day(council.director), entry)
    assert decision.sentence == "You entered this, so somebody else approves it."
    assert needing(on_day(council.director)) == 0
    other = make.an_officer(grade=Grade.DIRECTOR)
    assert needing(on_day(other)) == 1
    assert policies.may_decide_entry(on_day(other), entry).allowed


def test_what_was_taken_back_is_taken_back_once() -> None:
    council = a_council()
    entry = an_entry("wokingham-2007", "surgery", council)
    withdraw_entry(who=on_day(council.member), entry=entry, words="Called off", at=timezone.now())
    entry = RegisterEntry.objects.get()
    decision = refusal(withdraw_entry, who=on_day(council.member), entry=entry, words="Again")
    assert "does not stand any more" in decision.sentence


def test_the_action_refuses_what_the_text_bars_whatever_the_form_let_through() -> None:
    council = a_council()
    surgery = protocol("wokingham-2007").register("surgery")
    assert surgery is not None
    barred = Filled("A surgery", {"officer": [council.officer.pk], "premises": "party"}, None)
    decision = refusal(
        enter, who=on_day(council.member), protocol="wokingham-2007", register=surgery, filled=barred
    )
    assert [cite.id for cite in decision.citations] == ["WO-E-9.3.34.3c"]
    assert "premises of a political party" in decision.sentence


@pytest.mark.parametrize(
    ("kind", "who", "outcome"),
    [
        ("scrutiny-summons", "chair", YES),
        ("scrutiny-summons", "vice-chair", NO),
        ("scrutiny-summons", "member of scrutiny", NO),
        ("scrutiny-summons", "chair of planning", NO),
        ("scrutiny-summons", "democratic services", YES),
        ("scrutiny-invitation", "chair", YES),
        ("scrutiny-invitation", "vice-chair", YES),
        ("scrutiny-invitation", "member of scrutiny", NO),
        ("scrutiny-invitation", "democratic services", YES),
        ("call-in", "member of scrutiny", YES),
        ("call-in", "chair of planning", NO),
        ("surgery", "member of scrutiny", YES),
        ("surgery", "officer", NO),
        ("ward-notice", "officer", YES),
        ("ward-notice", "chair", NO),
    ],
)
def test_who_may_enter(kind: str, who: str, outcome: Outcome) -> None:
    council = a_council()
    scrutiny, planning = council.chair.seats.get().body, make.a_body()
    people = {"chair": council.chair, "officer": council.officer, "democratic services": council.keeper}
    if who not in people:
        people[who] = make.a_member()
        body = planning if who == "chair of planning" else scrutiny
        office = {"vice-chair": "vice-chair", "chair of planning": "chair"}.get(who, "member")
        make.a_seat(body, people[who], office=office)
    register = protocol("wokingham-2007").register(kind)
    assert register is not None
    assert policies.may_enter(on_day(people[who]), register).outcome is outcome


@pytest.mark.parametrize(
    ("seat", "away", "post", "outcome"),
    [
        ("vice-chair", True, "", YES),
        ("vice-chair", True, "chairman", YES),
        ("vice-chair", True, "group-leader", NO),
        ("vice-chair", False, "", NO),
        ("member", True, "", YES),
        (None, True, "", NO),
    ],
)
def test_a_summons_in_the_chairs_place_comes_from_whoever_stands_in_on_the_committee(
    seat: str | None, away: bool, post: str, outcome: Outcome
) -> None:
    council, stands_in = a_council(), make.a_member()
    if seat is not None:
        make.a_seat(council.chair.seats.get().body, stands_in, office=seat)
    if away:
        make.an_absence(council.chair, stands_in, post=post)
    summons = protocol("wokingham-2007").register("scrutiny-summons")
    assert summons is not None
    assert policies.may_enter(on_day(stands_in), summons).outcome is outcome


def test_an_invitation_that_the_committee_did_not_decide_is_refused_with_its_paragraph() -> None:
    council = a_council()
    invitation = protocol("wokingham-2007").register("scrutiny-invitation")
    assert invitation is not None
    given = filled(invitation, council, decided="no")
    for by in (council.chair, council.keeper):
        refused = refusal(enter, who=on_day(by), protocol="wokingham-2007", register=invitation, filled=given)
        assert "WO-E-9.3.26b" in [cite.id for cite in refused.citations]
