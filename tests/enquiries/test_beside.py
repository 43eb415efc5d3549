"""What stands beside a case is found at once, and a page that knows it shows what one that asks would."""

from collections.abc import Callable

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from casework.actions.announcing import announce
from council.models import Person
from council.queries import Standing
from enquiries import events
from enquiries.actions.linking import link_enquiries
from enquiries.actions.merging import merge_enquiries
from enquiries.actions.replying import add_note
from enquiries.clock import Clock
from enquiries.models import CopyConsent, Enquiry, Extra, Message, PreparedReply, Retraction
from enquiries.queries import beside, marked, visible_to, with_beside, with_names
from enquiries.states import State
from enquiries.views import parts
from enquiries.views.asking import Asked
from rulebook.post import Post
from tests.factories.agreeing import offered
from tests.factories.council import a_holder_of, a_member, an_assistant_to
from tests.factories.disputes import a_dispute, enquiry_of
from tests.factories.enquiries import an_enquiry, on_day
from tests.factories.letters import shared
from tests.factories.portal import a_file
from tests.factories.preparing import a_part, another_team
from tests.factories.repairs import Council, a_case, the_repairs_team

TODAY = timezone.localdate()
SIDES = (parts.OFFICER_PANELS, parts.OFFICER_RECORDS, parts.MEMBER_PANELS, parts.MEMBER_RECORDS)


@pytest.fixture
def council(db: None) -> Council:
    """Exampleshire's repairs."""
    return the_repairs_team()


def note(council: Council) -> Enquiry:
    case = a_case(council)
    add_note(who=on_day(council.officer), enquiry=case, text="Rang the contractor.", at=timezone.now())
    return case


def referral(council: Council) -> Enquiry:
    case = a_case(council)
    with transaction.atomic():
        announce(stream=case.stream, kind=events.REFERRED, by=council.officer, at=timezone.now())
    return case


def offer(council: Council) -> Enquiry:
    case = a_case(council)
    offered(case, council.officer, day=TODAY, date=None, reply="A list of the years.")
    return case


def part(council: Council) -> Enquiry:
    case, (team, _officer) = a_case(council), another_team()
    a_part(case, team, by=council.officer)
    return case


def reply_in_hand(council: Council) -> Enquiry:
    case = a_case(council)
    stage, now = PreparedReply.Stage.DRAFT, timezone.now()
    PreparedReply.objects.create(enquiry=case, by=council.officer, stage=stage, text="Soon.", saved_at=now)
    return case


def a_reply(council: Council, case: Enquiry) -> Message:
    kind, now = Message.Kind.REPLY, timezone.now()
    return case.messages.create(kind=kind, by=council.officer, at=now, text="It is mended.")


def consent(council: Council) -> Enquiry:
    case = a_case(council)
    asked = {"person": a_member(), "asked_by": council.officer, "asked_at": timezone.now()}
    CopyConsent.objects.create(enquiry=case, message=a_reply(council, case), reason="The same ward.", **asked)
    return case


def taken_back(council: Council) -> Enquiry:
    case = a_case(council)
    by, now = council.officer, timezone.now()
    Retraction.objects.create(message=a_reply(council, case), reason="The wrong member.", by=by, at=now)
    return case


def link(council: Council) -> Enquiry:
    case, who = a_case(council), on_day(council.officer)
    link_enquiries(who=who, enquiry=case, other=a_case(council, member=a_member()), at=timezone.now())
    return case


def merged(council: Council) -> Enquiry:
    case, who = a_case(council), on_day(council.officer)
    merge_enquiries(who=who, merged=a_case(council), into=case, at=timezone.now())
    return case


def share(council: Council) -> Enquiry:
    case = a_case(council)
    shared(case, a_member())
    return case


def file(council: Council) -> Enquiry:
    case = a_case(council)
    a_file(case)
    return case


MADE: dict[Extra, Callable[[Council], Enquiry]] = {
    Extra.MESSAGES: note,
    Extra.REDIRECTIONS: lambda council: an_enquiry(state=State.REDIRECTED),
    Extra.REFERRALS: referral,
    Extra.OFFERS: offer,
    Extra.WITHHOLDINGS: lambda council: enquiry_of(a_dispute()),
    Extra.CONTRIBUTIONS: part,
    Extra.PREPARED: reply_in_hand,
    Extra.CONSENTS: consent,
    Extra.RETRACTIONS: taken_back,
    Extra.LINKS: link,
    Extra.MERGED: merged,
    Extra.DISPUTES: lambda council: enquiry_of(a_dispute()),
    Extra.SHARES: share,
    Extra.FILES: file,
}


def read(person: Person, case: Enquiry) -> tuple[Standing, Enquiry]:
    """Its row as a page finds it for the person."""
    who = on_day(person)
    rows = with_names(visible_to(who)).select_related("stream")
    return who, marked(who, rows.filter(pk=case.pk))[0]


def shown(person: Person, case: Enquiry, *, known: bool) -> list[str]:
    """The panels of both pages, by a row that was read with its parts or without."""
    who, row = read(person, case)
    if known:
        with_beside(who, row)
    clock = Clock.read()
    return [panel.template for side in SIDES for panel in parts.panels(side, Asked(who, row), clock)]


def test_there_is_a_case_for_each_part() -> None:
    assert set(MADE) == set(Extra)


@pytest.mark.parametrize("extra", MADE)
def test_a_part_is_found_beside_its_own_case_and_shown_as_where_it_is_asked_for(
    council: Council, extra: Extra
) -> None:
    neighbour = a_case(council)
    case = Enquiry.objects.get(pk=MADE[extra](council).pk)
    assert extra in beside(case, on=TODAY).parts
    assert beside(neighbour, on=TODAY).parts == frozenset()
    assert case.owner is not None
    for person in (case.owner, case.member):
        assert shown(person, case, known=True) == shown(person, case, known=False)


def test_what_stands_beside_a_case_is_one_question_and_its_offices_three_more(council: Council) -> None:
    for case in (a_case(council), file(council), link(council)):
        row = read(council.officer, case)[1]
        known = beside(row, on=TODAY)
        with CaptureQueriesContext(connection) as asked:
            beside(row, on=TODAY)
        with CaptureQueriesContext(connection) as more:
            assert known.offices is known.offices
        assert (len(asked), len(more)) == (1, 3)


def test_a_row_of_another_reading_knows_of_no_part(council: Council) -> None:
    case = a_case(council)
    who, row = read(council.officer, case)
    with_beside(who, row)
    a_file(case)
    assert not row.may_have(Extra.FILES), "the page was read before"
    assert read(council.officer, case)[1].may_have(Extra.FILES)


WRITERS: dict[str, Callable[[Person], Person]] = {
    "the member": lambda member: member,
    "the member's assistant": an_assistant_to,
    "democratic services": lambda member: a_holder_of(Post.DEMOCRATIC_SERVICES),
}


@pytest.mark.parametrize("who", WRITERS)
def test_whoever_writes_a_draft_may_know_of_it(council: Council, who: str) -> None:
    member = a_member()
    draft = an_enquiry(state=State.DRAFT, member=member, logged_by=WRITERS[who](member))
    assert visible_to(on_day(draft.logged_by)).filter(pk=draft.pk).exists()
    assert not visible_to(on_day(council.officer)).filter(pk=draft.pk).exists()
