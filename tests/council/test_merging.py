"""A person entered twice: what moves, what is taken out, what is in the way, whose login stays, who may."""

import datetime
import re
from typing import Any

import pytest
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.db import models
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from casework.models import CaseEvent, LocalTerm
from council.actions import OutOfDate, confirm_post, invite, merge_people
from council.models import (
    Absence,
    MemberTerm,
    OfficerAppointment,
    Person,
    PostHolding,
    User,
)
from council.queries import holders_of, people_offered, who_held
from council.queries.merge_plan import Login, MergePlan, plan_merge
from council.queries.merging import moving, references
from rulebook.decision import Refused
from rulebook.post import Post
from tests.factories.browsers import signed_in
from tests.factories.council import (
    LONG_AGO,
    PASSWORD,
    a_group,
    a_holder_of,
    a_holding,
    a_login,
    a_member,
    a_person,
    a_service,
    a_ward,
    an_assistant_to,
    an_officer,
)

pytestmark = pytest.mark.django_db


def today() -> datetime.date:
    return timezone.localdate()


def days(number: int) -> datetime.timedelta:
    return datetime.timedelta(days=number)


def merge(kept: Person, merged: Person, *, by: Person | None = None, state: str = "") -> MergePlan:
    """Reviewed a moment ago, and merged."""
    keeper = by or a_holder_of(Post.DEMOCRATIC_SERVICES)
    seen = state or plan_merge(kept, merged, on=today()).state
    return merge_people(kept=kept, merged=merged, by=keeper, at=timezone.now(), seen_state=seen)


def said_by(kept: Person, merged: Person, *, by: Person | None = None) -> str:
    """Why it is refused."""
    with pytest.raises(Refused) as refusal:
        merge(kept, merged, by=by)
    return refusal.value.decision.sentence


def test_every_column_that_names_a_person_moves_or_says_why_it_stays() -> None:
    named = {
        f"{model._meta.label_lower}.{field.name}"
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey) and field.related_model is Person
    }
    told = {reference.name: reference.stays for reference in references()}
    assert set(told) == named
    stays = {name for name, reason in told.items() if reason}
    assert {"casework.caseevent.by", "casework.localterm.set_by", "enquiries.message.by"} <= stays
    assert {"enquiries.enquiry.member", "council.memberterm.person", "casework.delivery.person"} <= (
        named - stays
    )
    assert all("event" in name or name in ALLOWED_TO_STAY for name in stays), stays


# A column that is added here needs its reason in its model: `append_only`, or `stays_when_merged`.
ALLOWED_TO_STAY = {"casework.localterm.set_by", "council.user.person", "enquiries.message.by"}


def test_each_row_that_names_the_merged_entry_names_the_kept_one_afterwards() -> None:
    kept, merged = a_person(), a_member(group=a_group())
    OfficerAppointment.objects.create(
        person=merged, job_title="Clerk", directorate=a_service().directorate, from_on=LONG_AGO
    )
    an_assistant_to(merged)
    an_assistant_to(a_member(), assistant=merged)
    managed = an_officer(line_manager=merged)
    service = a_service(addressee=merged)
    a_holding(Post.CLERK, person=merged)
    Absence.objects.create(person=a_member(), substitute=merged, from_on=LONG_AGO)
    merge(kept, merged)
    for model, fields in moving().items():
        for field in fields:
            assert not model._default_manager.filter(**{field: merged}).exists(), (model, field)
    assert OfficerAppointment.objects.get(person=managed).line_manager == kept
    service.refresh_from_db()
    assert service.addressee == kept
    assert kept.member_terms.count() == kept.group_memberships.count() == kept.assistants.count() == 1
    assert who_held(Post.CLERK, on=today()) == kept


def test_the_merged_entry_stays_and_is_offered_nowhere() -> None:
    kept, merged = a_person(name="Priya Nair"), a_member(name="Prya Nair")
    merge(kept, merged)
    merged.refresh_from_db()
    assert merged.merged_into == kept
    assert merged not in people_offered()
    assert (merged.name, merged.short_name) == ("Priya Nair", "Priya Nair")
    with pytest.raises(Refused):
        invite(
            person=merged,
            email="somebody@council.example",
            by=a_holder_of(Post.DEMOCRATIC_SERVICES),
            at=timezone.now(),
        )


def test_rows_that_are_never_changed_stay_and_show_the_kept_entry() -> None:
    kept, merged = a_person(name="Priya Nair"), a_holder_of(Post.DEMOCRATIC_SERVICES)
    term = LocalTerm.objects.create(
        duty="close", value=5, unit="working-days", paragraph="Minute 1", from_on=LONG_AGO, set_by=merged
    )
    merge(kept, merged)
    term = LocalTerm.objects.get(pk=term.pk)
    assert term.set_by == merged
    assert str(term.set_by) == "Priya Nair"


def test_what_the_kept_entry_says_too_is_taken_out() -> None:
    ward = a_ward()
    kept, merged = a_member(ward=ward), a_member(ward=ward, from_on=today() - days(300))
    plan = merge(kept, merged)
    assert [row.from_on for row in plan.taken_out] == [today() - days(300)]
    assert kept.member_terms.count() == 1
    assert not MemberTerm.objects.filter(person=merged).exists()
    told = CaseEvent.objects.filter(kind="security.person-merged").get().facts
    assert told["taken out council.memberterm"] == str(plan.taken_out[0].pk)


@pytest.mark.parametrize(
    "change",
    [{"ward": "another"}, {"kind": "co-opted"}, {"from_on": LONG_AGO - datetime.timedelta(days=1)}],
)
def test_what_would_hold_twice_is_named_and_the_merge_refused(change: dict[str, Any]) -> None:
    ward = a_ward()
    kept, merged = a_member(ward=ward), a_member(ward=ward)
    given = {**change, "ward": a_ward()} if "ward" in change else change
    MemberTerm.objects.filter(person=merged).update(**given)
    assert "hold twice" in said_by(kept, merged)
    (obstacle,) = plan_merge(kept, merged, on=today()).in_the_way
    assert obstacle.sentence == "This person has a term on some of these days already."
    assert [row.person for row in obstacle.against] == [kept]
    merged.refresh_from_db()
    assert merged.merged_into is None
    assert MemberTerm.objects.filter(person=merged).count() == 1


def test_terms_that_follow_each_other_both_count() -> None:
    kept, merged = a_member(to_on=today() - days(400)), a_member(from_on=today() - days(399))
    merge(kept, merged)
    assert kept.member_terms.count() == 2


def test_nobody_becomes_their_own_assistant() -> None:
    kept = a_member()
    merged = an_assistant_to(kept)
    assert "hold twice" in said_by(kept, merged)
    assert "somebody else" in plan_merge(kept, merged, on=today()).in_the_way[0].sentence


def test_who_may_merge() -> None:
    kept, merged = a_person(), a_member()
    yesterday = today() - days(1)
    for nearly in (
        a_member(),
        a_holder_of(Post.MONITORING_OFFICER),
        a_holder_of(Post.DEMOCRATIC_SERVICES, to_on=yesterday),
    ):
        assert said_by(kept, merged, by=nearly) == "Only democratic services change the registers."
    keeper = a_holder_of(Post.DEMOCRATIC_SERVICES)
    for one, other in ((keeper, merged), (kept, keeper)):
        assert "yours" in said_by(one, other, by=keeper)
    assert said_by(kept, kept, by=keeper) == "Choose two different entries."


def test_an_entry_is_merged_once_and_nothing_is_merged_into_it() -> None:
    kept, merged, other = a_person(), a_member(), a_member()
    merge(kept, merged)
    assert "merged already" in said_by(kept, merged)
    assert "merged already" in said_by(other, merged)
    assert "merged already" in said_by(merged, other)


def test_a_chain_of_merges_ends_with_the_last_kept_entry() -> None:
    first, second, third = a_member(), a_person(), a_person(name="Dana Lowe")
    merge(second, first)
    merge(third, second)
    first.refresh_from_db()
    assert first.merged_into == third
    assert first.name == "Dana Lowe"
    assert third.member_terms.count() == 1


def test_a_page_that_is_older_than_the_registers_merges_nothing() -> None:
    kept, merged = a_person(), a_member()
    state = plan_merge(kept, merged, on=today()).state
    a_holding(Post.CLERK, person=merged)
    with pytest.raises(OutOfDate):
        merge(kept, merged, state=state)
    renamed = plan_merge(kept, merged, on=today()).state
    Person.objects.filter(pk=kept.pk).update(last_name="Other")
    with pytest.raises(OutOfDate):
        merge(kept, merged, state=renamed)
    assert not Person.objects.filter(merged_into__isnull=False).exists()


# Confirmed posts: no login gains by a merge what only a second person may open.


def test_a_confirmed_post_that_moves_has_no_effect_until_it_is_confirmed_anew() -> None:
    kept, merged = a_member(), a_holder_of(Post.MONITORING_OFFICER)
    a_login(kept)
    keeper = a_holder_of(Post.DEMOCRATIC_SERVICES)
    merge(kept, merged, by=keeper)
    assert not holders_of(Post.MONITORING_OFFICER, on=today()).exists()
    holding = PostHolding.objects.get(post=Post.MONITORING_OFFICER)
    assert (holding.person, holding.entered_by, holding.confirmed_at) == (kept, keeper, None)
    with pytest.raises(Refused):
        confirm_post(holding=holding, by=keeper, at=timezone.now())
    confirm_post(holding=holding, by=a_holder_of(Post.DEMOCRATIC_SERVICES), at=timezone.now())
    assert who_held(Post.MONITORING_OFFICER, on=today()) == kept


def test_a_login_that_moves_does_not_take_over_a_confirmed_post() -> None:
    kept, merged = a_holder_of(Post.MONITORING_OFFICER), a_member()
    login = a_login(merged)
    merge(kept, merged)
    login.refresh_from_db()
    assert login.person == kept
    assert not holders_of(Post.MONITORING_OFFICER, on=today()).exists()


def test_a_confirmed_post_of_the_kept_entry_stays_where_its_own_login_stays() -> None:
    kept, merged = a_holder_of(Post.MONITORING_OFFICER), a_member()
    a_login(kept)
    merge(kept, merged)
    assert who_held(Post.MONITORING_OFFICER, on=today()) == kept


def test_a_post_that_ended_stays_confirmed_so_that_the_past_stays_as_it_was() -> None:
    kept = a_person()
    merged = a_holder_of(Post.MONITORING_OFFICER, to_on=today() - days(10))
    merge(kept, merged)
    assert who_held(Post.MONITORING_OFFICER, on=today() - days(20)) == kept


def test_nobody_turns_out_to_have_confirmed_what_they_entered() -> None:
    kept, merged = a_holder_of(Post.DEMOCRATIC_SERVICES), a_holder_of(Post.DEMOCRATIC_SERVICES)
    MemberTerm.objects.create(person=kept, from_on=LONG_AGO)
    PostHolding.objects.filter(person=merged).update(to_on=LONG_AGO + days(5), from_on=LONG_AGO)
    PostHolding.objects.filter(person=kept).update(from_on=LONG_AGO + days(6))
    for ends in (None, today() - days(3)):
        holding = a_holding(Post.PROPER_OFFICER, entered_by=kept, to_on=ends)
        PostHolding.objects.filter(pk=holding.pk).update(confirmed_by=merged)
    merge(kept, merged)
    current = PostHolding.objects.get(post=Post.PROPER_OFFICER, to_on=None)
    assert current.confirmed_at is None
    ended = PostHolding.objects.get(post=Post.PROPER_OFFICER, to_on__isnull=False)
    assert (ended.entered_by, ended.confirmed_by) == (kept, merged)


def test_standing_in_that_was_confirmed_is_confirmed_anew_when_it_moves() -> None:
    kept, merged, away = a_member(), a_member(to_on=today() - days(900)), a_holder_of(Post.PROPER_OFFICER)
    MemberTerm.objects.filter(person=merged).update(from_on=LONG_AGO - days(900), to_on=LONG_AGO - days(1))
    absence = Absence.objects.create(
        person=away,
        post=Post.PROPER_OFFICER,
        substitute=merged,
        from_on=today(),
        confirmed_by=a_person(),
        confirmed_at=timezone.now(),
    )
    merge(kept, merged)
    absence.refresh_from_db()
    assert (absence.substitute, absence.confirmed_at) == (kept, None)


# Logins.


def test_of_two_logins_the_kept_entrys_stays_and_the_other_is_closed_with_its_sessions() -> None:
    kept, merged = a_member(), an_officer()
    keeps, loses = signed_in(kept), signed_in(merged)
    assert keeps.get(reverse("account")).status_code == loses.get(reverse("account")).status_code == 200
    plan = merge(kept, merged)
    assert plan.login is Login.ONE_IS_CLOSED
    assert keeps.get(reverse("account")).status_code == 200
    assert loses.get(reverse("account")).status_code == 302
    assert not User.objects.get(person=merged).is_active
    assert not UserSession.objects.filter(user__person=merged).exists()


def test_the_only_login_moves_and_signs_in_anew() -> None:
    kept, merged = a_person(), a_member()
    login, client = a_login(merged), Client()
    client.post(reverse("account_login"), {"login": login.email, "password": PASSWORD})
    assert client.get(reverse("account")).status_code == 200
    assert merge(kept, merged).login is Login.MOVES
    login.refresh_from_db()
    assert (login.person, login.is_active) == (kept, True)
    assert client.get(reverse("account")).status_code == 302


def test_an_open_invitation_to_the_merged_entry_opens_nothing() -> None:
    keeper = a_holder_of(Post.DEMOCRATIC_SERVICES)
    kept, merged = a_person(), a_member()
    invitation = invite(person=merged, email=merged.email, by=keeper, at=timezone.now())
    merge(kept, merged, by=keeper)
    invitation.refresh_from_db()
    assert invitation.person == kept
    assert invitation.withdrawn_at is not None


def test_the_login_of_a_merged_entry_is_not_opened_again() -> None:
    kept, merged = a_member(), an_officer()
    a_login(kept)
    login = a_login(merged)
    merge(kept, merged)
    client = signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))
    client.post(
        reverse("admin:council_user_change", args=[login.pk]), {"email": login.email, "is_active": "on"}
    )
    login.refresh_from_db()
    assert not login.is_active


# The page.


def page_of(kept: Person, merged: Person) -> str:
    return reverse("admin:council_person_merge", args=[kept.pk, merged.pk])


def state_on(page: str) -> str:
    found = re.search(r'name="state" value="(\w+)"', page)
    assert found
    return found.group(1)


def test_the_page_shows_both_entries_and_the_button_merges(client: Client) -> None:
    kept, merged = a_member(name="Priya Nair"), an_officer(name="Prya Nair", job_title="Adviser")
    a_login(merged)
    client = signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))
    chosen = client.post(
        reverse("admin:council_person_changelist"),
        {"action": "merge_entries", "_selected_action": [kept.pk, merged.pk]},
    )
    assert chosen["Location"] == page_of(kept, merged)
    page = client.get(page_of(kept, merged)).content.decode()
    for words in ("Prya Nair, Adviser, since 7 May 2020", kept.email, merged.email, "The only login"):
        assert words in page
    done = client.post(page_of(kept, merged), {"state": state_on(page)}, follow=True)
    assert "Merged: everything" in done.content.decode()
    again = client.post(page_of(kept, merged), {"state": state_on(page)})
    assert (again.status_code, again["Location"]) == (
        302,
        reverse("admin:council_person_change", args=[kept.pk]),
    )
    assert CaseEvent.objects.filter(kind="security.person-merged").count() == 1


def test_a_stale_page_says_so_and_shows_itself_anew() -> None:
    kept, merged = a_person(), a_member()
    client = signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))
    state = state_on(client.get(page_of(kept, merged)).content.decode())
    a_holding(Post.CLERK, person=merged)
    page = client.post(page_of(kept, merged), {"state": state})
    assert "Nothing was merged" in page.content.decode()
    assert state_on(page.content.decode()) != state


def test_what_is_in_the_way_is_linked_and_there_is_no_button() -> None:
    kept, merged = a_member(), a_member()
    client = signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))
    page = client.get(page_of(kept, merged)).content.decode()
    term = MemberTerm.objects.get(person=merged)
    assert reverse("admin:council_memberterm_change", args=[term.pk]) in page
    assert 'name="state"' not in page
    assert client.post(page_of(kept, merged), {"state": "forged"}).status_code == 403


@pytest.mark.parametrize("number", [1, 3])
def test_exactly_two_entries_are_chosen(number: int) -> None:
    people = [a_person().pk for _ in range(number)]
    client = signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))
    page = client.post(
        reverse("admin:council_person_changelist"),
        {"action": "merge_entries", "_selected_action": people},
        follow=True,
    )
    assert "Choose exactly two entries." in page.content.decode()


def test_the_page_of_an_entry_that_never_was_is_not_found() -> None:
    client = signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))
    assert client.get(reverse("admin:council_person_merge", args=[999_999, 1])).status_code == 404


def test_a_person_with_many_rows_is_planned_in_a_fixed_number_of_queries(
    django_assert_max_num_queries,
) -> None:
    kept, merged = a_person(), a_member()
    for _number in range(5):
        an_assistant_to(merged, assistant=an_officer())
    with django_assert_max_num_queries(90):
        plan_merge(kept, merged, on=today())
