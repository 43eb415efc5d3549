"""One person entered twice, with rows of a case under either entry: nothing stops it, nothing is lost."""

import datetime

import pytest
from django.utils import timezone

from casework.actions.sharing import share_case
from casework.models import CaseShare
from casework.queries import shares_with
from casework.queries.disputes import visible_to as disputes_visible_to
from council.actions import merge_people
from council.models import Person
from council.queries.merge_plan import plan_merge
from enquiries.models import Copy, CopyConsent, Enquiry, PreparedReply
from enquiries.queries import copies_to
from enquiries.states import State
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.disputes import a_dispute, determined
from tests.factories.enquiries import an_enquiry, on_day

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def merge(kept: Person, merged: Person) -> None:
    """Reviewed a moment ago, and merged."""
    keeper = make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    seen = plan_merge(kept, merged, on=TODAY).state
    merge_people(kept=kept, merged=merged, by=keeper, at=timezone.now(), seen_state=seen)


@pytest.fixture
def enquiry() -> Enquiry:
    return an_enquiry(state=State.ANSWERED)


def test_a_letter_copied_to_both_entries_stands_under_the_kept_one(enquiry: Enquiry) -> None:
    kept, merged, now = make.an_officer(), make.a_person(), timezone.now()
    letter = enquiry.messages.get()
    for person in (kept, merged):
        Copy.objects.create(
            message=letter, person=person, permission=Copy.Permission.OFFICER, by=enquiry.owner, at=now
        )
        CopyConsent.objects.create(
            enquiry=enquiry, message=letter, person=person, reason="x", asked_by=enquiry.owner, asked_at=now
        )
        PreparedReply.objects.create(enquiry=enquiry, by=person, text=person.name, saved_at=now)
    merge(kept, merged)
    assert copies_to(on_day(kept)).count() == 1
    assert CopyConsent.objects.filter(person=kept).count() == 1
    assert PreparedReply.objects.filter(by=kept).count() == 1, "one’s own draft stays as it is"


def test_what_only_the_entry_that_goes_has_moves(enquiry: Enquiry) -> None:
    kept, merged, now = make.an_officer(), make.a_person(), timezone.now()
    Copy.objects.create(
        message=enquiry.messages.get(),
        person=merged,
        permission=Copy.Permission.OFFICER,
        by=enquiry.owner,
        at=now,
    )
    PreparedReply.objects.create(enquiry=enquiry, by=merged, text="A draft", saved_at=now)
    merge(kept, merged)
    assert copies_to(on_day(kept)).count() == 1
    assert PreparedReply.objects.get().by == kept


@pytest.mark.parametrize("both", [True, False])
def test_what_is_shared_with_either_login_is_shared_with_the_one_that_stays(
    enquiry: Enquiry, *, both: bool
) -> None:
    kept, merged = make.a_member(), make.a_person()
    week = TODAY + datetime.timedelta(days=7)
    for person, until in ((kept, TODAY), (merged, week)):
        make.a_login(person)
        if both or person == merged:
            share_case(
                stream=enquiry.stream, person=person, until=until, by=enquiry.member, at=timezone.now()
            )
    merge(kept, merged)
    assert shares_with(kept, on=week).count() == 1
    assert CaseShare.objects.count() == 1


def test_nobody_shares_with_themselves_after_a_merge(enquiry: Enquiry) -> None:
    colleague = make.a_person()
    make.a_login(colleague)
    share_case(stream=enquiry.stream, person=colleague, until=TODAY, by=enquiry.member, at=timezone.now())
    merge(enquiry.member, colleague)
    assert not CaseShare.objects.exists()


def test_whoever_determined_a_dispute_under_the_other_entry_still_reads_it() -> None:
    dispute = a_dispute(is_confidential=True)
    merged = make.a_holder_of(Post.MONITORING_OFFICER)
    determined(dispute, by=merged)
    kept = make.an_officer()
    merged.posts_held.update(to_on=TODAY - datetime.timedelta(days=1))
    assert not disputes_visible_to(on_day(kept)).exists()
    merge(kept, merged)
    assert disputes_visible_to(on_day(kept)).exists()
