"""The demonstration council loads whole, under each text, through the actions, and owes nobody anything."""

import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from casework.models import Attachment
from council.models import (
    MemberTerm,
    Person,
    User,
)
from enquiries.models import Enquiry, Message
from enquiries.states import OPEN, State
from enquiries.tasks import close_due, send_reminders
from protocol_portal.demonstration import loading
from protocol_portal.demonstration.councils import council_under
from protocol_portal.demonstration.loading import NotLoaded, load_demonstration
from protocol_portal.demonstration.logins import PASSWORD
from rulebook.post import Post
from rulebook.protocols import protocol

# A Monday, a Saturday, the first minutes of a day, and a day between Christmas and New Year.
NOW = datetime.datetime(2026, 11, 23, 10, 30, tzinfo=ZoneInfo("Europe/London"))
ODD_MOMENTS = (
    ("waltham-forest", datetime.datetime(2026, 12, 5, 11, 0, tzinfo=ZoneInfo("Europe/London"))),
    ("mwda", datetime.datetime(2026, 6, 16, 0, 5, tzinfo=ZoneInfo("Europe/London"))),
    ("waltham-forest", datetime.datetime(2026, 12, 29, 9, 0, tzinfo=ZoneInfo("Europe/London"))),
    ("mwda", datetime.datetime(2028, 5, 30, 23, 50, tzinfo=ZoneInfo("Europe/London"))),
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


def test_the_waste_authority_has_nominated_members_and_the_parish_a_clerk():
    authority, parish = council_under(protocol("mwda")), council_under(protocol("parish"))
    assert {entry.kind for entry in authority.members} == {MemberTerm.Kind.NOMINATED}
    assert len([entry for entry in parish.members if entry.serves.name != "FORMER"]) == 13
    assert Post.CLERK in {held.post for held in parish.posts}


@pytest.mark.parametrize(("key", "now"), ODD_MOMENTS, ids=str)
def test_it_loads_at_odd_moments_and_writes_nothing_in_the_future(key, now, settings):
    load(key, settings, now=now)
    assert set(Enquiry.objects.values_list("state", flat=True)) == {state.value for state in State}
    assert not Message.objects.filter(at__gt=now).exists()
    assert not Enquiry.objects.filter(received_on__gt=now.date()).exists()


def test_a_long_past_is_plausible_and_owes_nobody_a_letter(settings):
    # One load for all of it: loading takes seconds.
    load("waltham-forest", settings, history=110)
    most_are_answered_in_time_some_are_late_and_some_overdue()
    subjects_are_many_fit_the_column_and_name_no_resident()
    files_are_kept_and_are_what_their_names_say()
    the_first_hours_bring_no_flood_of_letters()


def most_are_answered_in_time_some_are_late_and_some_overdue() -> None:
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


def subjects_are_many_fit_the_column_and_name_no_resident() -> None:
    council = council_under(protocol("waltham-forest"))
    assert len({matter.subject for matter in council.matters}) >= 60
    for enquiry in Enquiry.objects.all():
        assert "{" not in enquiry.subject + enquiry.details
        assert not enquiry.resident_name or enquiry.resident_name not in enquiry.subject
    assert not Message.objects.filter(text__contains="{").exists()
    assert not Message.objects.filter(kind="holding-reply", action="").exists()


def files_are_kept_and_are_what_their_names_say() -> None:
    kept = list(Attachment.objects.all())
    assert kept
    assert all(default_storage.exists(one.file.name) for one in kept)
    assert {one.content_type for one in kept} <= {"image/jpeg", "application/pdf"}


def the_first_hours_bring_no_flood_of_letters() -> None:
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
