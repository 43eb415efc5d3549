"""The nightly check: it finds what differs, tells the monitoring officer, and else is silent."""

import pytest
from django.db.models import Q

from access_rules import events
from access_rules.actions.comparing import MOST, compare_lists_with_rule
from access_rules.models import Document
from access_rules.policies import comparing
from access_rules.policies.comparing import Drift, drift_on
from access_rules.queries import visible
from access_rules.queries.grants import grants_that_fell
from access_rules.subscribers.drift import alarm
from access_rules.tasks import compare_lists_with_rule as task
from casework.models import CaseEvent
from council.models import Person
from council.queries import Standing
from rulebook.post import Post
from tests.access_rules.town import a_town
from tests.factories import council as make
from tests.factories.access import a_body, a_document, a_grant, a_meeting, an_item
from tests.factories.documents import NOW, TODAY

pytestmark = pytest.mark.django_db


def found() -> list[CaseEvent]:
    """What the record of security events has of it."""
    return list(CaseEvent.objects.filter(kind=events.DRIFT_FOUND.name).select_related("stream"))


def closed() -> Document:
    """A paper that a list leaves out for almost everybody."""
    return a_document(
        title="Quernstone Lane",
        body=a_body(),
        marking="exempt",
        sch12a=["1"],
        public_interest="maintain",
        public_interest_reasons="It names staff.",
        public_interest_by=make.an_officer(),
    )


@pytest.fixture
def a_list_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """A list that shows members every document, as a mistake in its query would."""
    right = visible.visible_to

    def wrong(who: Standing) -> object:
        return Document.objects.all() if who.term else right(who)

    monkeypatch.setattr(comparing, "visible_to", wrong)


@pytest.fixture
def a_list_too_short(monkeypatch: pytest.MonkeyPatch) -> None:
    """A list that shows members nothing."""
    right = visible.visible_to
    monkeypatch.setattr(comparing, "visible_to", lambda who: right(who).filter(~Q(pk__isnull=not who.term)))


def test_where_list_and_rule_agree_only_access_that_fell_is_told() -> None:
    a_town(papers=25)
    assert list(drift_on(TODAY, size=10)) == []
    fallen = grants_that_fell(TODAY).count()
    assert task() == fallen > 0
    [event] = found()
    assert (event.facts["shown"], event.facts["hidden"], event.facts["fallen"]) == (0, 0, fallen)


def test_a_night_without_a_difference_leaves_no_trace() -> None:
    member = make.a_member()
    make.a_login(member)
    a_grant(document=closed(), to=member)
    a_document(title="Taxis", item=an_item(meeting=a_meeting()), marking="public")
    assert task() == 0
    assert not found()


@pytest.mark.usefixtures("a_list_too_long")
def test_a_document_that_a_list_shows_and_the_rule_does_not_open_is_found() -> None:
    member, document = make.a_member(), closed()
    assert list(drift_on(TODAY)) == [Drift(member.pk, document.pk, is_listed=True)]
    assert compare_lists_with_rule(on=TODAY, at=NOW) == 1
    [event] = found()
    assert event.stream.name == "security"
    assert event.facts == {
        "shown": 1,
        "hidden": 0,
        "fallen": 0,
        "pairs": f"{member.pk}:{document.pk}",
        "grants": "",
    }


@pytest.mark.usefixtures("a_list_too_short")
def test_a_document_that_the_rule_opens_and_a_list_leaves_out_is_found() -> None:
    member = make.a_member()
    document = a_document(title="Taxis", item=an_item(meeting=a_meeting()), marking="public")
    assert list(drift_on(TODAY)) == [Drift(member.pk, document.pk, is_listed=False)]


@pytest.mark.usefixtures("a_list_too_long")
def test_whoever_is_out_of_office_is_not_compared() -> None:
    make.a_member(to_on=TODAY.replace(year=TODAY.year - 1))
    make.a_person()
    closed()
    assert list(drift_on(TODAY)) == []


@pytest.mark.parametrize("size", [1, 2, 3, 100])
@pytest.mark.usefixtures("a_list_too_long")
def test_every_document_is_compared_however_many_at_a_time(size: int) -> None:
    make.a_member()
    documents = [closed() for _each in range(4)]
    assert [one.document for one in drift_on(TODAY, size=size)] == [one.pk for one in documents]


@pytest.mark.usefixtures("a_list_too_long")
def test_what_changed_while_the_check_ran_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    member, document = make.a_member(), closed()
    make.a_login(member)
    differing = comparing._differing

    def and_then(*given: object, **more: object) -> object:
        rows = list(differing(*given, **more))  # type: ignore[arg-type]
        a_grant(document=document, to=member)
        return iter(rows)

    monkeypatch.setattr(comparing, "_differing", and_then)
    assert list(drift_on(TODAY)) == []


def test_access_by_name_whose_ground_is_gone_is_found_while_its_row_is_there() -> None:
    member = make.a_member()
    make.a_login(member)
    grant = a_grant(document=closed(), to=member, until=TODAY.replace(year=TODAY.year - 1))
    assert compare_lists_with_rule(on=TODAY, at=NOW) == 1
    [event] = found()
    assert (event.facts["fallen"], event.facts["grants"], event.facts["pairs"]) == (1, str(grant.pk), "")
    grant.delete()
    assert compare_lists_with_rule(on=TODAY, at=NOW) == 0
    assert len(found()) == 1


@pytest.mark.usefixtures("a_list_too_long")
def test_the_monitoring_officer_and_the_deputy_are_told_and_nobody_else() -> None:
    officer = make.a_holder_of(Post.MONITORING_OFFICER)
    deputy = make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER)
    make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    make.a_member()
    closed()
    compare_lists_with_rule(on=TODAY, at=NOW)
    [event] = found()
    assert {one.person for one in event.deliveries.select_related("person")} == {officer, deputy}


@pytest.mark.usefixtures("a_list_too_long")
def test_the_letter_names_documents_by_number_and_nobody_by_name() -> None:
    officer, member = make.a_holder_of(Post.MONITORING_OFFICER), make.a_member()
    documents = [closed(), closed()]
    compare_lists_with_rule(on=TODAY, at=NOW)
    [event] = found()
    letter = alarm(officer, event)
    said = " ".join((letter.subject, *letter.lines))
    assert "In 2 cases a list has a document in it that the rule does not open to that person." in said
    assert all(one.reference in said for one in documents)
    assert documents[0].title not in said
    assert member.name not in said


@pytest.mark.usefixtures("a_list_too_long")
def test_a_mistake_that_concerns_everybody_is_counted_whole_and_named_in_part(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for _each in range(9):
        make.a_member()
    for _each in range(6):
        closed()
    assert compare_lists_with_rule(on=TODAY, at=NOW) == 54
    [event] = found()
    assert event.facts["shown"] == 54
    assert len(str(event.facts["pairs"]).split(",")) == MOST
    assert len(alarm(Person(), event).lines) == 4
