"""What holds of the demonstration under each text; each is loaded once for all that is asked of it."""

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from briefings.models import Briefing
from casework.models import Delivery, Effect, LocalTerm
from casework.queries import broken_streams
from council.models import (
    GroupMembership,
    MemberTerm,
    OfficerAppointment,
    PoliticalGroup,
    PostHolding,
    Service,
    User,
)
from council.queries import current_code, roles_of
from council.rules import CONFIRMED_POSTS, Grade, Role
from enquiries.models import Enquiry
from enquiries.states import State
from protocol_portal.demonstration.loading import load_demonstration
from protocol_portal.demonstration.logins import PASSWORD
from rulebook.post import Post
from rulebook.protocol import BodyKind
from rulebook.protocols import PROTOCOLS, protocol
from tests.protocol_portal import test_demonstration_briefings as briefings
from tests.protocol_portal import test_demonstration_complaints as complaints
from tests.protocol_portal import test_demonstration_documents as documents
from tests.protocol_portal import test_demonstration_notices as notices
from tests.protocol_portal import test_demonstration_stories as stories
from tests.protocol_portal.test_demonstration import FEW, NOW


@pytest.fixture(scope="module", params=list(PROTOCOLS))
def loaded(
    request: pytest.FixtureRequest,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    """The council of the text, with a short past; loading takes seconds."""
    files = tmp_path_factory.mktemp("files")
    given = {"PROTOCOL": request.param, "DEMONSTRATION": True, "MEDIA_ROOT": files}
    with django_db_blocker.unblock(), override_settings(**given), transaction.atomic():
        count = load_demonstration(now=NOW, history=FEW)
        assert count == Enquiry.objects.count()
        yield request.param
        transaction.set_rollback(True)


@pytest.fixture
def key(loaded: str) -> Iterator[str]:
    """The text; the council is as it was loaded, whatever the test before did."""
    with transaction.atomic():
        yield loaded
        transaction.set_rollback(True)


def test_under_each_text_every_state_is_there_chains_hold_and_nothing_is_owed(key):
    assert Enquiry.objects.count() > FEW
    assert set(Enquiry.objects.values_list("state", flat=True)) == {state.value for state in State}
    assert set(Enquiry.objects.values_list("protocol", flat=True)) == {key}
    assert not list(broken_streams({}))
    assert not Delivery.objects.exclude(state=Delivery.State.SENT).exists()
    assert not Effect.objects.exclude(state=Effect.State.SENT).exists()
    assert Delivery.objects.exists()


def test_every_service_is_addressed_to_the_grade_that_the_text_names(key):
    lowest = protocol(key).enquiries.addressed_from
    for service in Service.objects.all():
        job = OfficerAppointment.objects.get(person=service.addressee)
        wanted = Grade(lowest.value) if lowest else Grade.HEAD_OF_SERVICE
        assert Grade(job.grade).rank >= wanted.rank or job.is_member_liaison, service


def test_titles_are_those_of_the_text_and_confidential_posts_were_confirmed(key):
    text = protocol(key)
    held = set(PostHolding.objects.values_list("post", flat=True))
    for post in (Post.MONITORING_OFFICER, Post.PROPER_OFFICER, Post.SECTION_151_OFFICER):
        assert post.value in held
    titles = " ".join(OfficerAppointment.objects.values_list("job_title", flat=True)).lower()
    for post in {Post.EXECUTIVE_DIRECTOR, Post.DIRECTOR, Post.CHIEF_EXECUTIVE, Post.CLERK} & set(text.posts):
        if post.value in held:
            assert text.title_of(post).lower() in titles
    for holding in PostHolding.objects.filter(post__in=[post.value for post in CONFIRMED_POSTS]):
        assert holding.confirmed_by_id not in (None, holding.person_id, holding.entered_by_id)


@pytest.mark.parametrize(
    "loaded", ["waltham-forest", "haringey", "wokingham-2007", "wokingham-2014"], indirect=True
)
def test_a_council_has_some_forty_members_in_four_groups_and_thirty_officers_in_six_directorates(key):
    elected = MemberTerm.objects.on(NOW.date()).filter(kind=MemberTerm.Kind.ELECTED)
    assert elected.count() == 40
    assert PoliticalGroup.objects.on(NOW.date()).count() == 4
    for office in GroupMembership.Office.LEADER, GroupMembership.Office.WHIP:
        assert GroupMembership.objects.on(NOW.date()).filter(office=office).count() == 4
    jobs = OfficerAppointment.objects.on(NOW.date())
    assert 30 <= jobs.count() <= 40
    assert jobs.values("directorate").distinct().count() == 6
    assert MemberTerm.objects.exclude(to_on=None).exists()


@pytest.mark.parametrize("loaded", ["haringey", "wokingham-2007", "wokingham-2014", "parish"], indirect=True)
def test_where_the_text_gives_no_time_a_local_term_with_its_minute_does(key):
    term = LocalTerm.objects.get(duty="reply")
    assert "minute" in term.paragraph
    assert not Enquiry.objects.exclude(state=State.DRAFT).filter(due_on=None).exists()


def test_each_role_has_a_login_with_the_printed_password_and_the_code_where_one_is_asked(key, capsys):
    call_command("sign_in_lines")
    printed = capsys.readouterr().out
    assert PASSWORD in printed
    roles = set()
    for user in User.objects.all():
        assert user.email in printed
        assert user.check_password(PASSWORD)
        roles |= roles_of(user.person, on=NOW.date())
        code = current_code(user)
        assert (not code) or "code now:" in printed
    assert roles >= set(Role) - ({Role.DIRECTOR} if key == "parish" else set())


def test_complaints_stand_in_every_stage(key):
    complaints.they_stand_in_every_stage_of(key)
    complaints.one_is_late_and_one_is_erased(NOW.date())
    complaints.what_is_beside_them_is_there(key)
    complaints.somebody_who_signs_in_has_something_to_do(NOW.date())
    complaints.nothing_is_owed_tomorrow()


def test_meetings_papers_requests_and_readings_are_there(key):
    body = protocol(key).body
    documents.meetings_are_behind_and_ahead(NOW.date(), protocol(key))
    documents.papers_are_of_every_marking(body)
    documents.files_can_be_read()
    documents.requests_are_answered_waiting_and_disputed()
    documents.others_know_are_given_ask_and_declare()
    documents.nothing_is_owed_tomorrow()


def test_each_text_shows_what_it_promises_and_a_visitor_can_sign_in_as_the_member(key):
    told = protocol(key)
    stories.moved_withheld_agreed_and_disputed(told)
    stories.private_shared_prepared_joined_and_corrected(told)
    stories.told_by_whoever_can_sign_in(told)


def test_briefings_were_given_have_dates_ahead_and_wait(key):
    if protocol(key).body is BodyKind.PARISH:
        assert not Briefing.objects.exists()
        return
    briefings.dates_were_held_for_groups_with_speakers_and_lists(protocol(key))
    briefings.papers_were_certified_read_by_another_and_released()
    briefings.one_date_is_fixed_ahead_one_is_open_and_something_waits(NOW)
    briefings.each_step_follows_the_one_before()
    briefings.nothing_is_owed_tomorrow(NOW)


def test_notices_visits_and_contacts_stand_in_the_registers_of_the_text(key):
    notices.what_is_told_stands_as_its_form_takes_it(protocol(key))
    notices.somebody_was_told_of_each_that_stands()
    notices.nothing_is_dated_ahead(NOW)
