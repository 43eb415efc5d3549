"""What a reply hangs on: who asks for a promise or an authority, who gives it, who accepts it."""

import datetime
from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import Settings

from casework.models import CaseEvent
from council.models import Person
from council.queries import Standing
from enquiries import policies
from enquiries.actions import conditions, following, replying
from enquiries.models import Enquiry, Message, Withholding
from enquiries.policies import withholding as may
from enquiries.queries import conditions_waiting
from rulebook.decision import Outcome, Refused
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.enquiries import moment, on_day
from tests.factories.repairs import Council, a_case, the_repairs_team
from tests.factories.withholding import DAY, ask_for_authority, ask_for_promise, send_withheld

Stage, Ground = Withholding.Stage, Withholding.Ground

pytestmark = pytest.mark.django_db


@pytest.fixture
def mwda(settings: Settings) -> Council:
    """A team at an authority that wants reasons in writing and a copy to the monitoring officer."""
    settings.PROTOCOL = "mwda"
    return the_repairs_team()


def case_of(council: Council, **more: object) -> Enquiry:
    """One of the team's cases, received today."""
    return a_case(council, received_on=DAY, **more)


def last(enquiry: Enquiry, kind: str) -> CaseEvent:
    """The last event of the kind."""
    return CaseEvent.objects.filter(stream=enquiry.stream, kind=f"enquiry.{kind}").latest("place")


# Under the text that knows it: withhold, ask for a promise, make it, ask for authority, show it, accept it.
A, R, U = Outcome.ALLOWED, Outcome.REFUSED, Outcome.UNKNOWN
TABLE = {
    "the member": (R, R, A, R, A, R),
    "another member": (U, U, U, U, U, U),
    "the assistant": (R, R, R, R, A, R),
    "the assistant until yesterday": (U, U, U, U, U, U),
    "the owner": (A, R, R, R, R, R),
    "a colleague in the team": (A, R, R, R, R, R),
    "a colleague who left yesterday": (R, R, R, R, R, R),
    "an officer of another team": (U, U, U, U, U, U),
    "the director": (A, R, R, R, R, R),
    "democratic services": (R, R, R, R, R, R),
    "the monitoring officer": (R, R, R, R, R, R),
    "a political assistant": (U, U, U, U, U, U),
    "somebody with no post": (R, R, R, R, R, R),
}
ASKED: list[Callable[[Standing, Enquiry], object]] = [
    may.may_withhold,
    may.may_require_undertaking,
    may.may_undertake,
    may.may_ask_for_authority,
    may.may_show_authority,
    may.may_judge_authority,
]


def everybody(council: Council) -> dict[str, Person]:
    """Everybody who may, and everybody who nearly may."""
    yesterday = DAY - datetime.timedelta(days=1)
    since = DAY - datetime.timedelta(days=90)
    return {
        "the member": council.member,
        "another member": make.a_member(),
        "the assistant": make.an_assistant_to(council.member),
        "the assistant until yesterday": make.an_assistant_to(council.member, to_on=yesterday),
        "the owner": council.officer,
        "a colleague in the team": council.colleague,
        "a colleague who left yesterday": make.an_officer(team=council.team, from_on=since, to_on=yesterday),
        "an officer of another team": make.an_officer(team=make.a_team()),
        "the director": council.director,
        "democratic services": make.a_holder_of(Post.DEMOCRATIC_SERVICES),
        "the monitoring officer": make.a_holder_of(Post.MONITORING_OFFICER),
        "a political assistant": make.a_political_assistant(make.a_group()),
        "somebody with no post": make.a_person(),
    }


def test_who_may_do_what_while_a_promise_and_an_authority_are_asked_for(mwda: Council) -> None:
    people, enquiry = everybody(mwda), case_of(mwda)
    asked_for(enquiry, mwda.officer)
    for name, row in TABLE.items():
        who = on_day(people[name], DAY)
        assert tuple(ask(who, enquiry).outcome for ask in ASKED) == row, name  # type: ignore[attr-defined]


def asked_for(enquiry: Enquiry, officer: Person) -> None:
    """Both conditions at once."""
    ask_for_promise(enquiry, officer)
    ask_for_authority(enquiry, officer)


def test_a_promise_is_asked_for_with_its_reasons_and_the_member_is_told(mwda: Council) -> None:
    enquiry = case_of(mwda)
    who = on_day(mwda.officer, DAY)
    with pytest.raises(Refused, match="with its reasons in writing"):
        conditions.require_undertaking(who=who, enquiry=enquiry, reason=" ", promise="I", at=moment(DAY))
    asked_for(enquiry, mwda.officer)
    row = Withholding.objects.get(ground=Ground.UNDERTAKING)
    assert (row.stage, row.message.action, row.cites) == (
        Stage.ASKED,
        "I undertake.",
        "MW-5.5a\nMW-5.5b\nMW-5.5c",
    )
    assert {one.person for one in last(enquiry, "condition_set").deliveries.all()} == {mwda.member}
    assert Enquiry.objects.get(pk=enquiry.pk).owed_on == enquiry.owed_on


@pytest.mark.parametrize("text", ["waltham-forest", "haringey", "wokingham-2014", "parish"])
def test_where_the_text_knows_no_promise_none_is_asked_for(settings: Settings, text: str) -> None:
    settings.PROTOCOL = text
    council = the_repairs_team()
    decision = may.may_require_undertaking(on_day(council.officer, DAY), case_of(council))
    assert not decision.allowed
    assert "does not let officers ask for a promise" in decision.sentence


def test_while_a_condition_waits_no_reply_supplies_what_it_is_about(mwda: Council) -> None:
    make.a_holder_of(Post.MONITORING_OFFICER)
    enquiry = case_of(mwda)
    asked_for(enquiry, mwda.officer)
    who = on_day(mwda.officer, DAY)
    assert "promise of confidentiality" in policies.may_reply(who, enquiry).sentence
    with pytest.raises(Refused):
        replying.send_reply(who=who, enquiry=enquiry, text="All.", forward_text="", at=moment(DAY))
    assert policies.may_send_holding_reply(who, enquiry).allowed
    send_withheld(enquiry, mwda.officer)
    stages = set(enquiry.withholdings.exclude(stage="").values_list("stage", flat=True))
    assert stages == {Stage.NOT_MET}


def promise(enquiry: Enquiry, member: Person, *, promises: bool, words: str, about: int = 0) -> Message:
    """The member's answer."""
    waiting = conditions_waiting(enquiry).filter(ground=Ground.UNDERTAKING).first()
    return conditions.answer_undertaking(
        who=on_day(member, DAY),
        enquiry=enquiry,
        promises=promises,
        words=words,
        about=about or (waiting.pk if waiting else 0),
        at=moment(DAY, 12),
    )


def only_a_promise(council: Council) -> Enquiry:
    """A case that waits for a promise alone."""
    enquiry = case_of(council)
    ask_for_promise(enquiry, council.officer)
    return enquiry


def test_a_promise_in_the_members_own_words_opens_the_reply(mwda: Council) -> None:
    enquiry = only_a_promise(mwda)
    with pytest.raises(Refused, match="made in words"):
        promise(enquiry, mwda.member, promises=True, words=" ")
    promise(enquiry, mwda.member, promises=True, words="I undertake to tell nobody.")
    row = Withholding.objects.get(enquiry=enquiry)
    assert (row.stage, row.met_by, row.met_words) == (Stage.MET, mwda.member, "I undertake to tell nobody.")
    assert policies.may_reply(on_day(mwda.officer, DAY), enquiry).allowed
    assert {one.person for one in last(enquiry, "condition_met").deliveries.all()} == {mwda.officer}


def test_whoever_does_not_promise_leaves_the_officer_free_to_refuse(mwda: Council) -> None:
    make.a_holder_of(Post.MONITORING_OFFICER)
    enquiry = only_a_promise(mwda)
    message = promise(enquiry, mwda.member, promises=False, words="")
    assert message.text == "The promise is not made."
    assert Withholding.objects.get(enquiry=enquiry).stage == Stage.NOT_MET
    send_withheld(enquiry, mwda.officer)
    with pytest.raises(Refused):
        promise(enquiry, mwda.member, promises=True, words="I undertake after all.")


def test_nobody_promises_what_they_have_not_read(mwda: Council) -> None:
    enquiry = only_a_promise(mwda)
    read = conditions_waiting(enquiry).get().pk
    conditions.end_condition(
        who=on_day(mwda.officer, DAY), enquiry=enquiry, reason="Wrong file.", at=moment(DAY)
    )
    conditions.require_undertaking(
        who=on_day(mwda.officer, DAY), enquiry=enquiry, reason="Other", promise="More", at=moment(DAY)
    )
    with pytest.raises(Refused, match="Another promise"):
        promise(enquiry, mwda.member, promises=True, words="I undertake.", about=read)


def show(enquiry: Enquiry, member: Person, *files: SimpleUploadedFile) -> Message:
    """The member sends an authority."""
    return conditions.show_authority(
        who=on_day(member, DAY), enquiry=enquiry, text="From Mr Q.", files=files, at=moment(DAY)
    )


def a_file() -> SimpleUploadedFile:
    """A letter."""
    return SimpleUploadedFile("authority.txt", b"I, Mr Q, allow it.", content_type="text/plain")


def needs_authority(council: Council) -> Enquiry:
    """A case that waits for a resident's authority."""
    enquiry = case_of(council)
    ask_for_authority(enquiry, council.officer)
    return enquiry


def judge(enquiry: Enquiry, person: Person, *, accepts: bool, reason: str = "") -> None:
    """Accepted, or not."""
    conditions.judge_authority(
        who=on_day(person, DAY), enquiry=enquiry, accepts=accepts, reason=reason, at=moment(DAY)
    )


def test_where_authority_must_be_in_writing_words_alone_do_not_do(mwda: Council) -> None:
    enquiry = needs_authority(mwda)
    with pytest.raises(ValidationError, match="must be in writing"):
        show(enquiry, mwda.member)
    assert not enquiry.messages.filter(kind=Message.Kind.AUTHORITY).exists()
    show(enquiry, mwda.member, a_file())
    assert enquiry.stream.attachments.get().event == last(enquiry, "authority_sent")
    assert not policies.may_reply(on_day(mwda.officer, DAY), enquiry).allowed


def test_an_authority_is_accepted_or_asked_for_again_with_the_reason(mwda: Council) -> None:
    enquiry = needs_authority(mwda)
    show(enquiry, mwda.member, a_file())
    with pytest.raises(Refused, match="only with the reason"):
        judge(enquiry, mwda.officer, accepts=False)
    judge(enquiry, mwda.officer, accepts=False, reason="It is not signed.")
    assert may.may_show_authority(on_day(mwda.member, DAY), enquiry).allowed
    show(enquiry, mwda.member, a_file())
    judge(enquiry, mwda.officer, accepts=True)
    assert policies.may_reply(on_day(mwda.officer, DAY), enquiry).allowed
    with pytest.raises(Refused):
        judge(enquiry, mwda.officer, accepts=True)


def test_where_the_text_does_not_say_how_authority_is_shown_the_monitoring_officer_accepts_it() -> None:
    council = the_repairs_team()
    officer = make.a_holder_of(Post.MONITORING_OFFICER)
    enquiry = needs_authority(council)
    show(enquiry, council.member)
    decision = may.may_judge_authority(on_day(council.officer, DAY), enquiry)
    assert "The monitoring officer decides" in decision.sentence
    assert {one.person for one in last(enquiry, "authority_sent").deliveries.all()} == {
        officer,
        council.officer,
    }
    judge(enquiry, officer, accepts=True)
    assert Withholding.objects.get(enquiry=enquiry).met_by == officer


def test_where_only_the_public_domain_opens_it_no_authority_is_asked_for(settings: Settings) -> None:
    settings.PROTOCOL = "wokingham-2014"
    council = the_repairs_team()
    decision = may.may_ask_for_authority(on_day(council.officer, DAY), case_of(council))
    assert not decision.allowed
    assert "public domain" in decision.sentence
    assert "WO-P-AI.2" in [cite.id for cite in decision.citations]


def test_what_is_withdrawn_waits_for_nothing(mwda: Council) -> None:
    enquiry = needs_authority(mwda)
    following.withdraw_enquiry(who=on_day(mwda.member, DAY), enquiry=enquiry, at=moment(DAY))
    enquiry = Enquiry.objects.get(pk=enquiry.pk)
    decision = may.may_show_authority(on_day(mwda.member, DAY), enquiry)
    assert "nothing hangs on a condition any more" in decision.sentence
