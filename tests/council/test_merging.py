"""A person entered twice: what moves, what is taken out, what is in the way, who may merge."""

import datetime
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from django.utils import timezone

from casework.models import CaseEvent, LocalTerm
from council.actions import OutOfDate, invite, merge_people
from council.models import (
    Absence,
    MemberTerm,
    OfficerAppointment,
    Person,
)
from council.queries import people_offered, who_held
from council.queries.merge_plan import MergePlan, plan_merge
from council.queries.merging import moving, references
from rulebook.decision import Refused
from rulebook.post import Post
from tests.factories.council import (
    LONG_AGO,
    a_group,
    a_holder_of,
    a_holding,
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
ALLOWED_TO_STAY = {
    "access_rules.finding.by",
    "access_rules.interestbears.by",
    "access_rules.notice.by",
    "briefings.calendarfeed.person",
    "casework.amendmentwords.by",
    "casework.determination.by",
    "casework.digest.published_by",
    "casework.guidancereading.read_by",
    "casework.localterm.set_by",
    "casework.recordcheck.asked_by",
    "casework.minoredit.by",
    "casework.protocolreview.by",
    "casework.registertold.person",
    "casework.savedview.person",
    "complaints.disclosed.by",
    "complaints.opening.person",
    "council.adopted.adopted_by",
    "council.showing.person",
    "council.showing.recorded_by",
    "council.signoff.person",
    "council.signoff.recorded_by",
    "council.user.person",
    "enquiries.issuedletter.by",
    "enquiries.issuedletter.signed_by",
    "enquiries.message.by",
    "enquiries.retraction.by",
    "enquiries.verdict.by",
}


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


def test_a_person_with_many_rows_is_planned_in_a_fixed_number_of_queries(
    django_assert_max_num_queries,
) -> None:
    kept, merged = a_person(), a_member()
    for _number in range(5):
        an_assistant_to(merged, assistant=an_officer())
    # One or two for each column that names a person, however many rows there are.
    with django_assert_max_num_queries(190):
        plan_merge(kept, merged, on=today())
