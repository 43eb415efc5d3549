"""The demonstration council loads whole, under each text, through the actions, and owes nobody anything."""

import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from casework.models import Attachment, Delivery, Effect, LocalTerm
from casework.queries import broken_streams
from council.models import (
    GroupMembership,
    MemberTerm,
    OfficerAppointment,
    Person,
    PoliticalGroup,
    PostHolding,
    Service,
    User,
)
from council.queries import current_code, roles_of
from council.rules import CONFIRMED_POSTS, Grade, Role
from enquiries.models import Enquiry, Message
from enquiries.states import OPEN, State
from enquiries.tasks import close_due, send_reminders
from protocol_portal.demonstration import loading
from protocol_portal.demonstration.councils import council_under
from protocol_portal.demonstration.loading import NotLoaded, load_demonstration
from protocol_portal.demonstration.logins import PASSWORD
from rulebook.post import Post
from rulebook.protocols import PROTOCOLS, protocol

# A Monday, a Saturday, the first minutes of a day, and a day between Christmas and New Year.
NOW = datetime.datetime(2026, 11, 23, 10, 30, tzinfo=ZoneInfo("Europe/London"))
ODD_MOMENTS = (
    datetime.datetime(2026, 12, 5, 11, 0, tzinfo=ZoneInfo("Europe/London")),
    datetime.datetime(2026, 6, 16, 0, 5, tzinfo=ZoneInfo("Europe/London")),
    datetime.datetime(2026, 12, 29, 9, 0, tzinfo=ZoneInfo("Europe/London")),
    datetime.datetime(2028, 5, 30, 23, 50, tzinfo=ZoneInfo("Europe/London")),
)
FEW = 6


@pytest.fixture(autouse=True)
def _demonstration(db, settings, tmp_path):
    settings.DEMONSTRATION = True
    settings.MEDIA_ROOT = tmp_path


def load(
    key: str,
    settings,
    *,
    now: datetime.datetime = NOW,
    history: int = FEW,
    has_documents: bool = False,
) -> int:
    """The council of that text, with a short past; its documents have tests of their own."""
    settings.PROTOCOL = key
    return load_demonstration(now=now, history=history, has_documents=has_documents)


@pytest.mark.parametrize("key", PROTOCOLS)
def test_under_each_text_every_state_is_there_chains_hold_and_nothing_is_owed(key, settings):
    count = load(key, settings)
    assert count == Enquiry.objects.count() > FEW
    assert set(Enquiry.objects.values_list("state", flat=True)) == {state.value for state in State}
    assert set(Enquiry.objects.values_list("protocol", flat=True)) == {key}
    assert not list(broken_streams({}))
    assert not Delivery.objects.exclude(state=Delivery.State.SENT).exists()
    assert not Effect.objects.exclude(state=Effect.State.SENT).exists()
    assert Delivery.objects.exists()


@pytest.mark.parametrize("key", PROTOCOLS)
def test_every_service_is_addressed_to_the_grade_that_the_text_names(key, settings):
    load(key, settings, history=0)
    lowest = protocol(key).enquiries.addressed_from
    for service in Service.objects.all():
        job = OfficerAppointment.objects.get(person=service.addressee)
        wanted = Grade(lowest.value) if lowest else Grade.HEAD_OF_SERVICE
        assert Grade(job.grade).rank >= wanted.rank or job.is_member_liaison, service


@pytest.mark.parametrize("key", PROTOCOLS)
def test_titles_are_those_of_the_text_and_confidential_posts_were_confirmed(key, settings):
    load(key, settings, history=0)
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


@pytest.mark.parametrize("key", ["waltham-forest", "haringey", "wokingham-2007", "wokingham-2014"])
def test_a_council_has_some_forty_members_in_four_groups_and_thirty_officers_in_six_directorates(
    key, settings
):
    load(key, settings, history=0)
    elected = MemberTerm.objects.on(NOW.date()).filter(kind=MemberTerm.Kind.ELECTED)
    assert elected.count() == 40
    assert PoliticalGroup.objects.on(NOW.date()).count() == 4
    for office in GroupMembership.Office.LEADER, GroupMembership.Office.WHIP:
        assert GroupMembership.objects.on(NOW.date()).filter(office=office).count() == 4
    jobs = OfficerAppointment.objects.on(NOW.date())
    assert 30 <= jobs.count() <= 40
    assert jobs.values("directorate").distinct().count() == 6
    assert MemberTerm.objects.exclude(to_on=None).exists()


def test_the_waste_authority_has_nominated_members_and_the_parish_a_clerk():
    authority, parish = council_under(protocol("mwda")), council_under(protocol("parish"))
    assert {entry.kind for entry in authority.members} == {MemberTerm.Kind.NOMINATED}
    assert len([entry for entry in parish.members if entry.serves.name != "FORMER"]) == 13
    assert Post.CLERK in {held.post for held in parish.posts}


@pytest.mark.parametrize("key", ["haringey", "wokingham-2007", "wokingham-2014", "parish"])
def test_where_the_text_gives_no_time_a_local_term_with_its_minute_does(key, settings):
    load(key, settings, history=0)
    term = LocalTerm.objects.get(duty="reply")
    assert "minute" in term.paragraph
    assert not Enquiry.objects.exclude(state=State.DRAFT).filter(due_on=None).exists()


@pytest.mark.parametrize("now", ODD_MOMENTS, ids=str)
@pytest.mark.parametrize("key", ["waltham-forest", "mwda"])
def test_it_loads_at_odd_moments_and_writes_nothing_in_the_future(key, now, settings):
    load(key, settings, now=now)
    assert set(Enquiry.objects.values_list("state", flat=True)) == {state.value for state in State}
    assert not Message.objects.filter(at__gt=now).exists()
    assert not Enquiry.objects.filter(received_on__gt=now.date()).exists()


def test_most_enquiries_are_answered_in_time_some_are_late_and_some_overdue(settings):
    load("waltham-forest", settings, history=110)
    answered = [one for one in Enquiry.objects.exclude(answered_on=None) if one.reopened_on is None]
    in_time = [one for one in answered if one.answered_on <= one.due_on]
    assert 0.75 < len(in_time) / len(answered) < 0.95
    today = NOW.date()
    overdue = Enquiry.objects.filter(state__in=OPEN, owed_on__lt=today)
    assert overdue.filter(state=State.ALLOCATED).exists()
    assert overdue.filter(state=State.HOLDING).exists()
    assert Enquiry.objects.filter(is_confidential=True).exists()
    assert Enquiry.objects.filter(state=State.SENT, team=None).exists()
    assert Enquiry.objects.exclude(channel="web").exists()
    # Under this text no promise of confidentiality is asked for.
    kinds = {kind.value for kind in Message.Kind} - {Message.Kind.UNDERTAKING.value}
    assert kinds == set(Message.objects.values_list("kind", flat=True))


def test_subjects_are_many_fit_the_column_and_name_no_resident(settings):
    load("waltham-forest", settings, history=60)
    council = council_under(protocol("waltham-forest"))
    assert len({matter.subject for matter in council.matters}) >= 60
    for enquiry in Enquiry.objects.all():
        assert "{" not in enquiry.subject + enquiry.details
        assert not enquiry.resident_name or enquiry.resident_name not in enquiry.subject
    assert not Message.objects.filter(text__contains="{").exists()
    assert not Message.objects.filter(kind="holding-reply", action="").exists()


def test_files_are_kept_and_are_what_their_names_say(settings):
    load("waltham-forest", settings, history=60)
    kept = list(Attachment.objects.all())
    assert kept
    assert all(default_storage.exists(one.file.name) for one in kept)
    assert {one.content_type for one in kept} <= {"image/jpeg", "application/pdf"}


def test_the_first_hours_after_loading_bring_no_flood_of_letters(settings):
    load("waltham-forest", settings, history=60)
    later = NOW + datetime.timedelta(hours=1)
    assert send_reminders(on=later.date(), at=later) == 0
    assert close_due(on=later.date(), at=later) == 0


def test_it_refuses_outside_the_demonstration(settings):
    settings.DEMONSTRATION = False
    with pytest.raises(NotLoaded, match="DEMONSTRATION=1"):
        load("waltham-forest", settings)
    with pytest.raises(CommandError, match="DEMONSTRATION=1"):
        call_command("demonstration")
    assert not Person.objects.exists()


def test_it_refuses_a_database_that_holds_anything(settings):
    Person.objects.create(first_name="Somebody", last_name="Else")
    with pytest.raises(NotLoaded, match="empty"):
        load("waltham-forest", settings)
    with pytest.raises(CommandError, match="empty"):
        call_command("demonstration")
    assert Person.objects.count() == 1


def test_a_second_load_is_refused_and_a_second_start_changes_nothing(settings, capsys):
    count = load("parish", settings)
    with pytest.raises(NotLoaded):
        load("parish", settings)
    call_command("demonstration")
    assert "Nothing was changed" in capsys.readouterr().out
    assert Enquiry.objects.count() == count


def test_a_failure_leaves_nothing_neither_rows_nor_files(settings, monkeypatch, tmp_path):
    def broken(pace):
        raise RuntimeError("the power went")

    monkeypatch.setattr(loading, "_settle", broken)
    with pytest.raises(RuntimeError, match="the power went"):
        load("waltham-forest", settings, history=1, has_documents=True)
    assert not Person.objects.exists()
    assert not User.objects.exists()
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


@pytest.mark.parametrize("key", PROTOCOLS)
def test_each_role_has_a_login_with_the_printed_password_and_the_code_where_one_is_asked(
    key, settings, capsys
):
    load(key, settings, history=0)
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


def test_a_printed_login_opens_the_portal(settings):
    load("waltham-forest", settings, history=0)
    client, email = Client(), "elif.yurdakul@thornmere.example"
    answer = client.post(reverse("account_login"), {"login": email, "password": PASSWORD})
    assert answer.status_code == 302
    assert "_auth_user_id" in client.session


def test_sign_in_lines_says_so_where_this_is_no_demonstration(settings, capsys):
    load("parish", settings, history=0)
    settings.DEMONSTRATION = False
    call_command("sign_in_lines")
    printed = capsys.readouterr().out
    assert "not a demonstration" in printed
    assert PASSWORD not in printed
    assert printed.count("\n") == 1


def test_messages_of_each_enquiry_stand_in_the_order_of_their_moments(settings):
    load("haringey", settings, history=40)
    for enquiry in Enquiry.objects.exclude(sent_at=None):
        moments = list(enquiry.stream.events.order_by("place").values_list("at", flat=True))
        assert all(first <= second for first, second in pairwise(moments)), enquiry
