"""A member asks for privacy: who may know of it, that nobody reads it first, and what each may do then."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from casework.models import CaseEvent
from council.models import Person
from council.queries import Standing
from council.rules import Grade
from enquiries import policies
from enquiries.actions.privacy import NoReason, PrivacyAnswer, give_up_privacy, settle_privacy
from enquiries.models import Enquiry, Message, Privacy
from enquiries.policies.privacy import may_give_up_privacy, may_read, may_settle_privacy
from enquiries.queries import left_open, open_counts_of, told_when_late, visible_to
from enquiries.screens.exporting import as_csv
from enquiries.screens.viewers import who_can_see
from enquiries.states import State
from rulebook.decision import Outcome, Refused
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.enquiries import on_day
from tests.factories.letters import WHY, a_private_enquiry, settled
from tests.factories.portal import a_file, page, post, signed_in

pytestmark = pytest.mark.django_db
A, R, U = Outcome.ALLOWED, Outcome.REFUSED, Outcome.UNKNOWN
SECRETS = {"subject": "Quernstone", "details": "The marrowfat works.", "resident_name": "Ivy Threadgold"}
TEXTS = ("Quernstone", "marrowfat", "Threadgold")


@pytest.fixture
def people() -> dict[str, Person]:
    housing = make.a_directorate(name="Housing")
    repairs = make.a_team(name="Repairs", directorate=housing)
    member = make.a_member(name="Priya Nair")
    monitoring = make.a_holder_of(Post.MONITORING_OFFICER)
    TOTP.activate(make.a_login(monitoring), "JBSWY3DPEHPK3PXP")
    directing = make.an_officer(grade=Grade.EXECUTIVE_DIRECTOR, directorate=housing)
    return {
        "the member": member,
        "another member": make.a_member(),
        "the assistant": make.an_assistant_to(member),
        "the addressee": make.an_officer(grade=Grade.HEAD_OF_SERVICE, directorate=housing),
        "a colleague in the team": make.an_officer(team=repairs),
        "an officer of another team": make.an_officer(team=make.a_team()),
        "the director": make.a_holder_of(Post.EXECUTIVE_DIRECTOR, directorate=housing, person=directing),
        "democratic services": make.a_holder_of(Post.DEMOCRATIC_SERVICES),
        "the monitoring officer": monitoring,
        "somebody with no post": make.a_person(),
    }


def an_enquiry_of(people: dict[str, Person], privacy: Privacy, **more: object) -> Enquiry:
    team = make.Team.objects.get(name="Repairs")
    service = make.a_service(team=team, addressee=people["the addressee"])
    return a_private_enquiry(privacy, member=people["the member"], service=service, **SECRETS, **more)


# May know that it exists while asked, and once kept; may read it while asked, and once kept; may answer it.
SEEING = {
    "the member": (A, A, A, A, R),
    "another member": (U, U, R, A, U),
    "the assistant": (U, U, A, A, U),
    "the addressee": (A, A, R, A, A),
    "a colleague in the team": (U, A, R, A, A),
    "an officer of another team": (U, U, R, A, U),
    "the director": (U, A, R, A, A),
    "democratic services": (U, U, R, A, U),
    "the monitoring officer": (A, A, R, A, R),
    "somebody with no post": (R, R, R, A, R),
}


def test_who_knows_of_it_and_who_reads_it(people: dict[str, Person]) -> None:
    asked, kept = an_enquiry_of(people, Privacy.ASKED), an_enquiry_of(people, Privacy.PRIVATE)
    found = {}
    for name, person in people.items():
        who = on_day(person)
        found[name] = (
            policies.may_see(who, asked).outcome,
            policies.may_see(who, kept).outcome,
            may_read(who, asked).outcome,
            may_read(who, kept).outcome,
            policies.may_reply(who, kept).outcome,
        )
    assert found == SEEING


def test_an_assistant_who_wrote_it_sees_it(people: dict[str, Person]) -> None:
    enquiry = an_enquiry_of(people, Privacy.PRIVATE, logged_by=people["the assistant"])
    assert policies.may_see(on_day(people["the assistant"]), enquiry).allowed


def test_the_list_and_the_policy_agree(people: dict[str, Person]) -> None:
    cases = [an_enquiry_of(people, privacy) for privacy in Privacy if privacy != Privacy.ORDINARY]
    for name, person in people.items():
        who = on_day(person)
        listed = set(visible_to(who).values_list("pk", flat=True))
        assert listed == {case.pk for case in cases if policies.may_see(who, case).allowed}, name


def test_without_a_service_those_who_route_say_whether_it_is_kept_private(people: dict[str, Person]) -> None:
    enquiry = a_private_enquiry(unsure=True, member=people["the member"])
    able = {name for name, one in people.items() if may_settle_privacy(on_day(one), enquiry).allowed}
    assert able == {"democratic services", "the monitoring officer"}
    settled(enquiry, keeps=True, by=people["democratic services"])
    kept = Enquiry.objects.get(pk=enquiry.pk)
    assert policies.may_route(on_day(people["democratic services"]), kept).allowed


OFFICERS_WORK = (
    policies.may_allocate,
    policies.may_reply,
    policies.may_send_holding_reply,
    policies.may_ask_member,
    policies.may_hand_back,
    policies.may_add_note,
    policies.may_correct_receipt,
)


@pytest.mark.parametrize("privacy", [Privacy.ASKED, Privacy.DECLINED])
def test_nothing_else_is_done_before_privacy_is_settled(people: dict[str, Person], privacy: Privacy) -> None:
    enquiry = an_enquiry_of(people, privacy)
    for name in ("the addressee", "the monitoring officer"):
        who = on_day(people[name])
        assert may_settle_privacy(who, enquiry).allowed
        assert not any(may(who, enquiry).allowed for may in OFFICERS_WORK), name
    member = on_day(people["the member"])
    assert policies.may_withdraw(member, enquiry).allowed
    assert policies.may_chase(member, enquiry).allowed
    assert may_give_up_privacy(member, enquiry).allowed is (privacy == Privacy.DECLINED)


def test_the_monitoring_officer_hears_when_it_is_late(people: dict[str, Person]) -> None:
    monitoring = (Post.MONITORING_OFFICER, people["the monitoring officer"])
    today = timezone.localdate()
    assert told_when_late(an_enquiry_of(people, Privacy.ASKED), on=today) == monitoring
    assert told_when_late(an_enquiry_of(people, Privacy.PRIVATE), on=today) == (
        Post.EXECUTIVE_DIRECTOR,
        people["the director"],
    )


def test_a_private_enquiry_is_not_handed_over_with_the_rest(people: dict[str, Person]) -> None:
    member, keeper = people["the member"], on_day(people["democratic services"])
    an_enquiry_of(people, Privacy.PRIVATE)
    assert open_counts_of(keeper, [member.pk]) == {}
    assert left_open(on_day(people["the monitoring officer"])) == {}


def test_who_can_see_it_says_what_the_lists_do(people: dict[str, Person]) -> None:
    today = timezone.localdate()
    asked = who_can_see(an_enquiry_of(people, Privacy.ASKED), on=today)
    assert asked.groups == ()
    assert len(asked.names) == 3
    kept = who_can_see(an_enquiry_of(people, Privacy.PRIVATE), on=today)
    assert kept.groups == ("The team Repairs (1)", "The directors of Housing")


# The text is rendered for nobody before it is settled.

SIDE_DOORS = (
    "enquiry", "enquiry-privacy", "enquiry-notes", "enquiry-history", "enquiry-files", "enquiry-reply",
    "enquiry-allocate", "enquiry-route", "enquiry-correct", "enquiry-receipt", "enquiry-forward",
    "enquiry-sent", "enquiry-add", "enquiry-answer", "enquiry-verdict", "enquiry-withdraw",
    "enquiry-copy", "enquiry-talk", "enquiry-share", "enquiry-pass-on",
)  # fmt: skip


@pytest.mark.parametrize("privacy", [Privacy.ASKED, Privacy.DECLINED])
@pytest.mark.parametrize("name", ["the addressee", "the monitoring officer"])
def test_no_page_shows_the_text_before_it_is_settled(
    people: dict[str, Person], name: str, privacy: Privacy
) -> None:
    enquiry = an_enquiry_of(people, privacy)
    attached = a_file(enquiry)
    browser = signed_in(people[name])
    doors = [reverse(door, args=[enquiry.reference]) for door in SIDE_DOORS]
    doors += [reverse("enquiry-file", args=[enquiry.reference, attached.pk])]
    doors += [reverse("my-cases"), reverse("team-cases")]
    for door in doors:
        answer = browser.get(door)
        shown = b"" if answer.streaming else answer.content
        assert not answer.streaming, door
        assert not [text for text in TEXTS if text in shown.decode()], door
    assert post(browser, "enquiry-resident", enquiry).status_code == 403


def test_the_question_comes_first_and_who_opened_it_is_kept(people: dict[str, Person]) -> None:
    enquiry = an_enquiry_of(people, Privacy.ASKED)
    words = page(signed_in(people["the addressee"]), "enquiry", enquiry)
    assert "Priya Nair asks that this be kept private" in words
    assert "Can you keep it private?" in words
    opened = CaseEvent.objects.get(stream__name="security", kind="enquiry.opened_confidential")
    assert (opened.by, opened.facts["part"]) == (people["the addressee"], "question of privacy")


def test_the_lists_and_the_file_name_no_subject(people: dict[str, Person]) -> None:
    asked, kept = an_enquiry_of(people, Privacy.ASKED), an_enquiry_of(people, Privacy.PRIVATE)
    words = page(signed_in(people["the addressee"]), "my-cases")
    assert f"{asked.member.name} asks that this be kept private" in words
    written, _rows = as_csv(Enquiry.objects.filter(pk__in=[asked.pk, kept.pk]), today=timezone.localdate())
    assert "Quernstone" not in written
    assert written.count("Private") >= 2


def answers(browser: Client, enquiry: Enquiry, **data: str) -> str:
    given = {"version": str(enquiry.version), "token": "one-time", **data}
    answer = browser.post(reverse("enquiry-privacy", args=[enquiry.reference]), given, follow=True)
    return answer.content.decode()


def test_it_is_kept_private_and_then_read(people: dict[str, Person]) -> None:
    enquiry = an_enquiry_of(people, Privacy.ASKED)
    words = answers(signed_in(people["the addressee"]), enquiry, answer="keep")
    assert "You keep it private" in words
    assert "marrowfat" in words
    assert "Private." in words
    assert "This is kept private" in page(signed_in(people["the member"]), "enquiry", enquiry)


def test_a_decline_needs_its_reason_and_keeps_what_was_typed(people: dict[str, Person]) -> None:
    enquiry = an_enquiry_of(people, Privacy.ASKED)
    browser = signed_in(people["the addressee"])
    assert "Say why it cannot be kept private" in answers(browser, enquiry, answer="cannot")
    assert "Say whether you can keep it private" in answers(browser, enquiry, words=WHY)
    assert Enquiry.objects.get(pk=enquiry.pk).privacy == Privacy.ASKED
    words = answers(browser, enquiry, answer="cannot", words=WHY)
    assert "Nobody has read it" in words
    assert "marrowfat" not in words
    enquiry = Enquiry.objects.get(pk=enquiry.pk)
    assert enquiry.privacy == Privacy.DECLINED
    assert enquiry.messages.get().text == WHY


def test_under_merseyside_a_decline_names_one_of_its_grounds(
    people: dict[str, Person], settings: object
) -> None:
    settings.PROTOCOL = "mwda"  # type: ignore[attr-defined]
    enquiry = an_enquiry_of(people, Privacy.ASKED)
    who = on_day(people["the addressee"])
    with pytest.raises(NoReason):
        settle_privacy(who=who, enquiry=enquiry, answer=PrivacyAnswer(False, "", WHY), at=timezone.now())
    browser = signed_in(people["the addressee"])
    assert "Say why it cannot be kept private" in answers(browser, enquiry, answer="cannot", words=WHY)
    answers(browser, enquiry, answer="cannot", ground="constitution")
    assert "The constitution does not let me." in page(signed_in(people["the member"]), "enquiry", enquiry)


def test_two_people_settle_it_at_once_and_the_second_is_told(people: dict[str, Person]) -> None:
    enquiry = an_enquiry_of(people, Privacy.ASKED)
    seen = str(enquiry.version)
    settled(enquiry, keeps=False)
    browser = signed_in(people["the monitoring officer"])
    words = answers(browser, enquiry, answer="keep", version=seen, words="Typed by the second.")
    assert "changed while you were reading" in words
    assert "Typed by the second." in words
    settled(enquiry, keeps=True)
    late = answers(browser, enquiry, answer="cannot", version=seen, words="x", token="2")
    assert "This is kept private" in late


def test_declined_it_goes_on_only_if_the_member_says_so(people: dict[str, Person]) -> None:
    enquiry = an_enquiry_of(people, Privacy.DECLINED)
    member = signed_in(people["the member"])
    words = page(member, "enquiry", enquiry)
    assert WHY in words
    assert "Nobody has read it." in words
    for _twice in range(2):
        assert post(member, "enquiry-ordinary", enquiry).status_code == 302
    enquiry = Enquiry.objects.get(pk=enquiry.pk)
    assert enquiry.is_ordinary
    assert CaseEvent.objects.filter(kind="enquiry.privacy_given_up").count() == 1
    assert "marrowfat" in page(signed_in(people["the addressee"]), "enquiry", enquiry)


def test_withdrawn_nobody_ever_reads_it(people: dict[str, Person]) -> None:
    enquiry = an_enquiry_of(people, Privacy.DECLINED)
    post(signed_in(people["the member"]), "enquiry-withdraw", enquiry, sure="1")
    enquiry = Enquiry.objects.get(pk=enquiry.pk)
    assert enquiry.state == State.WITHDRAWN
    words = page(signed_in(people["the addressee"]), "enquiry", enquiry)
    assert "marrowfat" not in words
    assert "answered or ended" in words


def test_only_the_member_gives_it_up(people: dict[str, Person]) -> None:
    enquiry = an_enquiry_of(people, Privacy.DECLINED)

    def tries(who: Standing) -> None:
        give_up_privacy(who=who, enquiry=enquiry, at=timezone.now())

    for name in set(people) - {"the member"}:
        with pytest.raises(Refused):
            tries(on_day(people[name]))
    assert enquiry.messages.get().kind == Message.Kind.PRIVACY
