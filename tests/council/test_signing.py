"""Who is asked to sign what, until when a signature stands, and who may sign, record and show."""

import datetime

import pytest
from django.db import DatabaseError, transaction
from django.test import override_settings
from django.utils import timezone

from casework.models import CaseEvent
from council.actions.signing import OtherWords, record_on_paper, show_protocol, sign
from council.models import MemberTerm, OfficerAppointment, Person, Showing, SignOff
from council.policies.signing import may_record_on_paper, may_see_sign_offs, may_show
from council.queries import standing_of
from council.queries.showing import to_be_shown, to_show, who_shows
from council.queries.signing import documents_on, signing_of, signings_on
from council.rules.signing import Owed
from rulebook.decision import Outcome, Refused
from rulebook.post import Post
from rulebook.signing import Signer
from tests.factories.council import (
    LONG_AGO,
    a_directorate,
    a_group,
    a_holder_of,
    a_holding,
    a_member,
    a_person,
    a_political_assistant,
    an_officer,
)
from tests.factories.signing import PROTOCOL, a_code, a_signature, a_version, somebody_engaged

pytestmark = pytest.mark.django_db
NOW = timezone.now()
TODAY = timezone.localdate(NOW)
DAY = datetime.timedelta(days=1)
YESTERDAY, TOMORROW = TODAY - DAY, TODAY + DAY


def owed(person: Person, *, on: datetime.date = TODAY) -> list[str]:
    """The keys of what this person has to sign on the day."""
    signing = signing_of(person, on=on)
    return [one.document.key for one in signing.missing] if signing else []


def of(person: Person, *, on: datetime.date = TODAY, key: str = PROTOCOL) -> Owed:
    signing = signing_of(person, on=on)
    assert signing is not None
    return next(one for one in signing.owed if one.document.key == key)


def test_everybody_in_post_is_asked_from_the_day_they_begin_and_nobody_else() -> None:
    group = a_group()
    assistant = a_political_assistant(group=group)
    outside = a_holding(Post.MONITORING_OFFICER, person=a_person(), from_outside=True).person
    for person, signers in (
        (a_member(kind=MemberTerm.Kind.CO_OPTED), {Signer.MEMBER}),
        (an_officer(), {Signer.OFFICER}),
        (somebody_engaged(), {Signer.ENGAGED}),
        (assistant, {Signer.OFFICER, Signer.ASSISTANT}),
        (outside, {Signer.ENGAGED}),
        (an_officer(from_on=TODAY), {Signer.OFFICER}),
    ):
        signing = signing_of(person, on=TODAY)
        assert signing is not None
        assert signing.signers == signers
        assert owed(person) == [PROTOCOL]
    for nobody in (
        a_member(kind=MemberTerm.Kind.INDEPENDENT),
        a_member(to_on=YESTERDAY),
        an_officer(from_on=TOMORROW),
        a_person(),
    ):
        assert signing_of(nobody, on=TODAY) is None


def test_everybody_is_read_in_as_many_queries_as_one(django_assert_num_queries) -> None:
    a_code(for_officers=True)
    for _each in range(3):
        a_signature(an_officer())
        a_member(group=a_group())
    with django_assert_num_queries(8):
        found = signings_on(TODAY)
    assert sum(bool(one.missing) for one in found) >= 3


def test_a_code_is_for_those_whom_it_names() -> None:
    members = a_code()
    a_code(title="Officers’ code", for_officers=True)
    a_code(title="Over already", for_officers=True, to_on=YESTERDAY)
    member, officer, engaged = a_member(), an_officer(), somebody_engaged()
    assert owed(member) == [PROTOCOL, f"code-{members.pk}"]
    assert len(owed(officer)) == 2
    assert owed(engaged) == [PROTOCOL]
    assert [one.title for one in documents_on(TODAY)][1:] == ["Members’ code of conduct", "Officers’ code"]


def test_a_signature_stands_until_a_new_version_asks_again() -> None:
    officer = an_officer()
    a_version(from_on=TOMORROW)
    row = a_signature(officer, name="  Dana   Whitfield ")
    assert (row.name, row.signed_on, row.signed_as) == ("Dana Whitfield", TODAY, Signer.OFFICER)
    assert owed(officer) == []
    assert owed(officer, on=TOMORROW) == [PROTOCOL]
    again = of(officer, on=TOMORROW)
    assert again.since == TOMORROW
    assert again.before is not None
    assert again.before.pk == row.pk


def test_another_version_of_a_code_asks_again() -> None:
    code, member = a_code(to_on=TODAY), a_member()
    a_signature(member, key=f"code-{code.pk}")
    later = a_code(version="2027", from_on=TOMORROW)
    assert f"code-{code.pk}" not in owed(member)
    one = of(member, on=TOMORROW, key=f"code-{later.pk}")
    assert one.is_owed
    assert one.before is not None


@override_settings(PROTOCOL="haringey")
def test_under_a_text_that_has_it_accepted_each_year_a_signature_ends_after_twelve_months() -> None:
    officer = an_officer()
    a_signature(officer)
    year = TODAY.replace(year=TODAY.year + 1, day=min(TODAY.day, 28))
    assert owed(officer, on=year - 5 * DAY) == []
    assert owed(officer, on=year + 5 * DAY) == [PROTOCOL]


def test_what_was_signed_after_a_day_does_not_count_on_it() -> None:
    officer = an_officer()
    a_signature(officer)
    assert owed(officer, on=YESTERDAY) == [PROTOCOL]
    assert [one.person_id for one in signings_on(YESTERDAY) if one.missing] == [officer.pk]
    assert owed(officer) == []


@override_settings(PROTOCOL="haringey")
def test_on_paper_a_signature_that_would_not_stand_today_is_not_recorded() -> None:
    who = standing_of(a_holder_of(Post.DEMOCRATIC_SERVICES), on=TODAY)
    member = a_member()
    [asked] = [one for one in signing_of(member, on=TODAY).missing if one.document.key == PROTOCOL]
    for days, allowed in ((395, False), (300, True)):
        signed_on = TODAY - days * DAY
        decision = may_record_on_paper(who, asked, person_id=member.pk, signed_on=signed_on)
        assert decision.allowed is allowed
        assert "no longer stands" in decision.sentence or allowed


@override_settings(PROTOCOL="wokingham-2007")
def test_a_member_who_takes_office_again_signs_the_code_again_where_the_text_asks() -> None:
    code, member = a_code(), a_member(to_on=TODAY)
    a_signature(member)
    a_signature(member, key=f"code-{code.pk}")
    MemberTerm.objects.create(person=member, from_on=TOMORROW)
    assert owed(member) == []
    assert owed(member, on=TOMORROW) == [f"code-{code.pk}"]


def test_what_was_signed_under_an_entry_that_was_merged_counts() -> None:
    officer, twice = an_officer(), an_officer()
    a_signature(twice)
    twice.merged_into = officer
    twice.save()
    OfficerAppointment.objects.filter(person=twice).delete()
    assert owed(officer) == []
    assert signings_on(TODAY, ids=[officer.pk])[0].missing == ()


def test_nobody_signs_twice_what_is_not_theirs_or_other_words_than_were_shown() -> None:
    code, officer = a_code(), an_officer()
    who = standing_of(officer, on=TODAY)
    with pytest.raises(OtherWords):
        sign(who=who, key=PROTOCOL, name="Dana", seen="other words", at=NOW)
    a_signature(officer)
    for key, outcome in ((PROTOCOL, Outcome.REFUSED), (f"code-{code.pk}", Outcome.UNKNOWN)):
        with pytest.raises(Refused) as refusal:
            sign(who=who, key=key, name="Dana", seen="", at=NOW)
        assert refusal.value.decision.outcome is outcome
    assert SignOff.objects.count() == 1


def test_a_signature_is_never_rewritten_and_stands_in_the_security_stream() -> None:
    row = a_signature(an_officer())
    event = CaseEvent.objects.get(kind="security.protocol-signed")
    assert event.facts["sign_off"] == row.pk
    assert event.facts["shown"] == row.shown
    with pytest.raises(DatabaseError), transaction.atomic():
        SignOff.objects.filter(pk=row.pk).update(name="Somebody else")


def test_only_democratic_services_and_the_monitoring_officer_see_who_has_signed() -> None:
    for post, allowed in (
        (Post.DEMOCRATIC_SERVICES, True),
        (Post.MONITORING_OFFICER, True),
        (Post.DEPUTY_MONITORING_OFFICER, True),
        (Post.SECTION_151_OFFICER, False),
        (Post.HEAD_OF_PAID_SERVICE, False),
    ):
        who = standing_of(a_holder_of(post), on=TODAY)
        assert may_see_sign_offs(who).allowed is allowed, post
    assert "who has signed" in may_see_sign_offs(standing_of(a_member(), on=TODAY)).sentence


def test_democratic_services_record_what_somebody_else_signed_on_paper() -> None:
    keeper, officer = a_holder_of(Post.DEMOCRATIC_SERVICES), an_officer()
    who = standing_of(keeper, on=TODAY)

    def record(person: Person, day: datetime.date = YESTERDAY) -> SignOff:
        return record_on_paper(
            who=who, person=person, key=PROTOCOL, name="D Whitfield", signed_on=day, at=NOW
        )

    row = record(officer)
    assert (row.signed_on, row.recorded_by) == (YESTERDAY, keeper)
    with pytest.raises(Refused, match="Nothing is missing"):
        record(officer)
    with pytest.raises(Refused, match="Sign your own"):
        record(keeper)
    a_version(from_on=TODAY)
    with pytest.raises(Refused, match="another version"):
        record(officer)
    other = standing_of(a_holder_of(Post.MONITORING_OFFICER), on=TODAY)
    assert (
        "Only democratic services" in may_record_on_paper(other, of(officer), person_id=officer.pk).sentence
    )


@override_settings(PROTOCOL="waltham-forest")
def test_the_line_manager_or_director_shows_the_protocol_to_agency_staff_once() -> None:
    here = a_directorate()
    manager = an_officer(directorate=here)
    worker = somebody_engaged(line_manager=manager, directorate=here)
    job = OfficerAppointment.objects.get(person=worker)
    director = a_holder_of(Post.DIRECTOR, directorate=here)
    own = standing_of(worker, on=TODAY)
    for person, sentence in (
        (manager, ""),
        (director, ""),
        (an_officer(directorate=here), "line manager or the director"),
        (a_holder_of(Post.DIRECTOR), "line manager or the director"),
    ):
        decision = may_show(standing_of(person, on=TODAY), job, on=TODAY)
        assert decision.allowed is not bool(sentence)
        assert sentence in decision.sentence
    assert not may_show(own, job, on=TODAY).allowed
    employed = OfficerAppointment.objects.get(person=manager)
    assert may_show(standing_of(director, on=TODAY), employed, on=TODAY).outcome is Outcome.UNKNOWN
    assert [one.person for one in to_show(standing_of(manager, on=TODAY))] == [worker]
    show_protocol(who=standing_of(manager, on=TODAY), job=job, shown_on=YESTERDAY, at=NOW)
    assert list(to_be_shown(on=TODAY)) == []
    assert Showing.objects.get().shown_on == YESTERDAY
    assert CaseEvent.objects.filter(kind="security.protocol-shown").exists()
    with pytest.raises(Refused, match="recorded already"):
        show_protocol(who=standing_of(director, on=TODAY), job=job, shown_on=TODAY, at=NOW)


@override_settings(PROTOCOL="waltham-forest")
def test_a_manager_who_left_is_asked_no_more_and_the_director_is() -> None:
    here = a_directorate()
    manager, director = an_officer(directorate=here), a_holder_of(Post.DIRECTOR, directorate=here)
    worker = somebody_engaged(line_manager=manager, directorate=here)
    assert [(one.pk, job.person) for one, job in who_shows(on=TODAY)] == [(manager.pk, worker)]
    assert to_show(standing_of(director, on=TODAY)) == []
    OfficerAppointment.objects.filter(person=manager).update(to_on=YESTERDAY)
    assert [(one.pk, job.person) for one, job in who_shows(on=TODAY)] == [(director.pk, worker)]
    [job] = to_show(standing_of(director, on=TODAY))
    assert to_show(standing_of(manager, on=TODAY)) == []
    assert not may_show(standing_of(manager, on=TODAY), job, on=TODAY).allowed


@override_settings(PROTOCOL="parish")
def test_where_the_text_does_not_ask_managers_nobody_shows_it() -> None:
    manager = an_officer()
    worker = somebody_engaged(line_manager=manager)
    job = OfficerAppointment.objects.get(person=worker)
    assert may_show(standing_of(manager, on=TODAY), job, on=TODAY).outcome is Outcome.UNKNOWN
    assert list(to_be_shown(on=TODAY)) == []


def test_a_member_of_long_ago_is_asked_since_a_version_and_not_since_office() -> None:
    member = a_member(from_on=LONG_AGO)
    assert of(member).since == LONG_AGO
    a_version(from_on=TODAY)
    assert of(member).since == TODAY
