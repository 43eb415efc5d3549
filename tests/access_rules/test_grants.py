"""Access by name: whom it opens a document to, on which days, and with what it ends before its last day."""

import datetime

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from access_rules import events, tasks
from access_rules.actions.granting import Given, end_grant, end_grants_of_request, grant
from access_rules.models import AccessRequest, Document, DocumentGrant, InterestBears
from access_rules.policies.granting import may_grant
from access_rules.queries.grants import grants_in_force, grants_of, grants_that_fell
from casework.actions.announcing import open_case
from casework.models import CaseEvent
from council.models import Body, Interest, MemberTerm, Person, User
from council.models import Seat as SeatRow
from rulebook.decision import Outcome, Refused
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.access import a_document, a_grant, a_meeting, an_item
from tests.factories.enquiries import moment, on_day

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
YESTERDAY, LAST = TODAY - datetime.timedelta(days=1), TODAY + datetime.timedelta(days=7)
AFTER, FORTNIGHT = LAST + datetime.timedelta(days=1), LAST + datetime.timedelta(days=15)


@pytest.fixture
def document() -> Document:
    return a_document(marking=Document.Marking.EXEMPT, sch12a=["3"])


@pytest.fixture
def member() -> Person:
    person = make.a_member(name="Owen Marsh")
    make.a_login(person)
    return person


def opens(person: Person, document: Document, day: datetime.date = TODAY) -> bool:
    return grants_in_force(on_day(person, day), day).filter(content_object=document).exists()


def given(until: datetime.date = LAST, **columns: object) -> Given:
    return Given(purpose="To prepare a question", expires_on=until, **columns)  # type: ignore[arg-type]


def keeper() -> Person:
    return make.a_holder_of(Post.DEMOCRATIC_SERVICES)


def test_it_opens_until_midnight_of_its_last_day_and_to_nobody_else(
    document: Document, member: Person
) -> None:
    other = make.a_member()
    make.a_login(other)
    grant(who=on_day(keeper()), document=document, person=member, given=given(), at=timezone.now())
    assert [opens(member, document, day) for day in (TODAY, LAST, AFTER)] == [True, True, False]
    assert not opens(other, document)
    assert not opens(make.an_assistant_to(member), document)
    assert not opens(member, a_document())


def test_a_clock_that_stood_still_for_a_fortnight_opens_nothing_and_clears_it_away_once(
    document: Document, member: Person
) -> None:
    a_grant(document=document, to=member, until=LAST)
    assert tasks.clear_grants(on=LAST, at=moment(LAST)) == 0
    assert not opens(member, document, FORTNIGHT)
    assert tasks.clear_grants(on=FORTNIGHT, at=moment(FORTNIGHT)) == 1
    assert tasks.clear_grants(on=FORTNIGHT, at=moment(FORTNIGHT)) == 0
    ended = CaseEvent.objects.get(stream=document.stream, kind=events.GRANT_ENDED.name)
    assert ended.by is None
    assert "Its last day was" in ended.content.body["reason"]
    assert not DocumentGrant.objects.exists()


def doubled(document: Document, member: Person) -> None:
    """A second row for the same person, by a permission that opens nothing."""
    first = DocumentGrant.objects.get(content_object=document, user__person=member)
    first.pk, first.expires_on = None, FORTNIGHT
    first.permission = Permission.objects.get(
        content_type__app_label="access_rules", codename="change_document"
    )
    first.save()


def test_a_doubled_grant_counts_as_one_and_both_are_ended_by_one_press(
    document: Document, member: Person
) -> None:
    a_grant(document=document, to=member)
    doubled(document, member)
    assert grants_in_force(on_day(member), TODAY).count() == 1
    assert not opens(member, document, AFTER)
    olive = on_day(make.a_holder_of(Post.MONITORING_OFFICER))
    at = timezone.now()
    assert end_grant(who=olive, document=document, person=member, because="No more", at=at)
    assert not end_grant(who=olive, document=document, person=member, because="No more", at=at)
    assert not DocumentGrant.objects.exists()
    assert CaseEvent.objects.filter(stream=document.stream, kind=events.GRANT_ENDED.name).count() == 1


def test_a_row_that_opens_nothing_is_cleared_away_and_the_other_stands(
    document: Document, member: Person
) -> None:
    a_grant(document=document, to=member, until=LAST)
    doubled(document, member)
    assert tasks.clear_grants(on=TODAY, at=moment(TODAY)) == 1
    assert opens(member, document)
    assert not CaseEvent.objects.filter(kind=events.GRANT_ENDED.name).exists()


def test_a_superuser_and_whoever_holds_the_permission_for_all_have_nothing_by_name(
    document: Document, member: Person
) -> None:
    login = User.objects.get(person=member)
    login.is_superuser = True
    login.save()
    login.user_permissions.add(
        Permission.objects.get(content_type__app_label="access_rules", codename="view_document")
    )
    assert not opens(member, document)


def test_a_term_that_ended_at_midnight_ended_what_was_given_in_it(document: Document) -> None:
    member = make.a_member(to_on=TODAY)
    make.a_login(member)
    a_grant(document=document, to=member, until=FORTNIGHT)
    tomorrow = TODAY + datetime.timedelta(days=1)
    assert [opens(member, document, day) for day in (TODAY, tomorrow)] == [True, False]
    # Elected again: the new term begins without what was given in the old one.
    MemberTerm.objects.create(person=member, kind="elected", ward=make.a_ward(), from_on=tomorrow)
    assert not opens(member, document, tomorrow)
    assert list(grants_that_fell(tomorrow)) == list(DocumentGrant.objects.all())


def test_what_is_given_for_a_purpose_outlasts_the_term_but_not_the_office(document: Document) -> None:
    tomorrow = TODAY + datetime.timedelta(days=1)
    again, gone = make.a_member(to_on=TODAY), make.a_member(to_on=TODAY)
    MemberTerm.objects.create(person=again, kind="elected", ward=make.a_ward(), from_on=tomorrow)
    for person in (again, gone):
        make.a_login(person)
        a_grant(document=document, to=person, until=FORTNIGHT, ends_with=DocumentGrant.Ground.PURPOSE)
    assert opens(again, document, tomorrow)
    assert not opens(gone, document, tomorrow)


def test_a_seat_lost_at_midnight_ends_what_was_given_with_it(document: Document, member: Person) -> None:
    body = make.a_body()
    seat = make.a_seat(body, member, to_on=TODAY)
    a_grant(document=document, to=member, ends_with=DocumentGrant.Ground.SEAT, body=body, until=FORTNIGHT)
    tomorrow = TODAY + datetime.timedelta(days=1)
    assert [opens(member, document, day) for day in (TODAY, tomorrow)] == [True, False]
    assert tasks.clear_grants(on=tomorrow, at=moment(tomorrow)) == 1
    assert (
        "does not sit on the body"
        in CaseEvent.objects.get(kind=events.GRANT_ENDED.name).content.body["reason"]
    )
    assert SeatRow.objects.filter(pk=seat.pk).exists()


def an_interest(person: Person, standing: str = Interest.Standing.DPI) -> Interest:
    return Interest.objects.create(
        person=person, standing=standing, matter="A shop", declared_on=TODAY, from_on=YESTERDAY
    )


@pytest.mark.parametrize(
    ("standing", "stands"),
    [
        (Interest.Standing.PERSONAL, True),
        (Interest.Standing.PREJUDICIAL, False),
        (Interest.Standing.DPI, False),
    ],
)
@pytest.mark.parametrize("by_item", [True, False])
def test_an_interest_declared_since_ends_it_under_every_text(
    member: Person, standing: str, stands: bool, by_item: bool
) -> None:
    item = an_item(meeting=a_meeting())
    document = a_document(item=item)
    a_grant(document=document, to=member)
    on = {"item": item} if by_item else {"document": document}
    InterestBears.objects.create(interest=an_interest(member, standing), by=member, at=timezone.now(), **on)
    assert opens(member, document) is stands


def test_an_interest_known_before_bars_it_where_the_text_says_so_alone(
    document: Document, member: Person, settings: object
) -> None:
    before = timezone.now() - datetime.timedelta(days=1)
    InterestBears.objects.create(interest=an_interest(member), document=document, by=member, at=before)
    giver = on_day(keeper())
    settings.PROTOCOL = "haringey"  # type: ignore[attr-defined]
    with pytest.raises(Refused, match="declared an interest"):
        grant(who=giver, document=document, person=member, given=given(), at=timezone.now())
    settings.PROTOCOL = "waltham-forest"  # type: ignore[attr-defined]
    grant(who=giver, document=document, person=member, given=given(), at=timezone.now())
    assert opens(member, document)
    settings.PROTOCOL = "haringey"  # type: ignore[attr-defined]
    assert not opens(member, document)


def test_a_document_that_is_withdrawn_opens_to_nobody(document: Document, member: Person) -> None:
    a_grant(document=document, to=member)
    document.record_withdrawal(at=timezone.now(), because="Wrong figures")
    document.save()
    assert not opens(member, document)
    assert may_grant(on_day(keeper()), document).outcome is Outcome.REFUSED


def test_what_was_given_on_a_request_ends_with_it(document: Document, member: Person) -> None:
    reference, stream = open_case("access", "ACC")
    request = AccessRequest.objects.create(
        reference=reference,
        stream=stream,
        protocol="waltham-forest",
        asked_by=member,
        asked_at=timezone.now(),
        document=document,
        described="The report",
        capacity="member",
        purpose="duties",
        outcome="yes",
    )
    a_grant(document=document, to=member, request=request)
    assert opens(member, document)
    AccessRequest.objects.update(outcome="no")
    assert not opens(member, document)
    ended = {"request": request, "by": None, "at": timezone.now(), "because": "Decided otherwise"}
    assert end_grants_of_request(**ended) == 1
    assert end_grants_of_request(**ended) == 0


def test_whoever_is_given_it_again_has_the_new_one_alone_and_it_stands_on_record(
    document: Document, member: Person
) -> None:
    giver = on_day(keeper())
    grant(who=giver, document=document, person=member, given=given(), at=timezone.now())
    grant(who=giver, document=document, person=member, given=given(FORTNIGHT), at=timezone.now())
    assert [one.expires_on for one in grants_of(document, TODAY)] == [FORTNIGHT]
    one = DocumentGrant.objects.get()
    assert one.rule == "grant-access"
    assert one.cites.splitlines() == ["WF-A1.1", "WF-A1.3"]
    assert CaseEvent.objects.filter(kind=events.GRANT_ON_RECORD.name, stream__name="security").count() == 2


@pytest.mark.parametrize(
    ("until", "columns", "says"),
    [
        (YESTERDAY, {}, "last day must be today or later"),
        (TODAY + datetime.timedelta(days=367), {}, "within a year"),
        (LAST, {"ends_with": DocumentGrant.Ground.SEAT}, "does not sit on that body"),
    ],
)
def test_no_grant_without_a_day_near_enough_or_on_a_seat_that_is_not_held(
    document: Document, member: Person, until: datetime.date, columns: dict[str, object], says: str
) -> None:
    with pytest.raises(Refused, match=says):
        grant(
            who=on_day(keeper()),
            document=document,
            person=member,
            given=given(until, **columns),
            at=timezone.now(),
        )
    body: Body = make.a_body()
    with pytest.raises(Refused, match="does not sit"):
        grant(
            who=on_day(keeper()),
            document=document,
            person=member,
            given=given(ends_with=DocumentGrant.Ground.SEAT, body=body),
            at=timezone.now(),
        )


def test_nobody_gives_to_themselves_to_whoever_is_out_or_to_somebody_without_a_login(
    document: Document,
) -> None:
    giver, out = keeper(), make.a_member(to_on=YESTERDAY)
    make.a_login(giver)
    make.a_login(out)
    for person, says in ((giver, "themselves"), (out, "neither"), (make.a_member(), "no login")):
        with pytest.raises(Refused, match=says):
            grant(who=on_day(giver), document=document, person=person, given=given(), at=timezone.now())
    assert not DocumentGrant.objects.exists()
