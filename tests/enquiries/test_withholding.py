"""Nothing is withheld without its reason, its rule and the copy that the text wants; conditions bind."""

import datetime

import pytest
from pytest_django import Settings

from casework.actions.delivering import deliver_due
from casework.models import CaseEvent
from enquiries.actions import replying
from enquiries.actions.locking import Stale
from enquiries.actions.withholding import withhold
from enquiries.models import Copy, Enquiry, Withholding
from enquiries.policies import withholding as may
from enquiries.queries import visible_to
from enquiries.rules.conditions import EXEMPT
from enquiries.states import State
from rulebook.decision import Refused
from rulebook.post import Post
from tests.casework.mail_server import MailServer
from tests.factories import council as make
from tests.factories.enquiries import moment, on_day
from tests.factories.repairs import Council, a_case, the_repairs_team
from tests.factories.withholding import DAY, send_withheld, withheld

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


def test_a_reply_that_withholds_says_what_why_on_which_rule_and_who_has_a_copy(mwda: Council) -> None:
    officer = make.a_holder_of(Post.MONITORING_OFFICER)
    enquiry = case_of(mwda)
    message = send_withheld(enquiry, mwda.officer, given="The contract began in May.", pinpoint="Paragraph 3")
    for words in (
        "The contract began in May.",
        "The contractor’s prices.",
        "They are still being negotiated.",
        "Protocol, paragraph 5.1",
        "Paragraph 3",
        f"Copied to\n{officer.name}, Monitoring Officer",
        "You can complain to the Director",
    ):
        assert words in message.text
    row = Withholding.objects.get(enquiry=enquiry)
    assert (row.ground, row.message, row.copied_to, row.cites) == (
        Ground.WITHHELD,
        message,
        officer,
        "MW-5.1a",
    )
    assert Copy.objects.get(message=message).person == officer
    assert Enquiry.objects.get(pk=enquiry.pk).state == State.ANSWERED


def test_the_copy_is_owed_in_the_same_transaction(mwda: Council) -> None:
    officer = make.a_holder_of(Post.MONITORING_OFFICER)
    enquiry = case_of(mwda)
    send_withheld(enquiry, mwda.officer)
    assert {one.person for one in last(enquiry, "withheld").deliveries.all()} == {officer}
    assert mwda.member in {one.person for one in last(enquiry, "reply_sent").deliveries.all()}


def test_without_anybody_to_copy_in_nothing_is_sent_and_the_sentence_says_why(mwda: Council) -> None:
    enquiry = case_of(mwda)
    with pytest.raises(Refused, match=r"Monitoring Officer.*Nothing can be withheld"):
        send_withheld(enquiry, mwda.officer)
    assert not enquiry.messages.exists()
    assert not Withholding.objects.exists()
    assert Enquiry.objects.get(pk=enquiry.pk).state == State.ALLOCATED


def test_whoever_stands_in_has_the_copy_and_can_open_it(mwda: Council) -> None:
    officer, deputy = make.a_holder_of(Post.MONITORING_OFFICER), make.an_officer()
    make.an_absence(officer, deputy, confirmed=True)
    enquiry = case_of(mwda, is_confidential=True)
    assert enquiry.owner is not None
    send_withheld(enquiry, enquiry.owner)
    assert Withholding.objects.get(enquiry=enquiry).copied_to == deputy
    assert visible_to(on_day(deputy, DAY)).filter(pk=enquiry.pk).exists()
    assert not visible_to(on_day(make.an_officer(), DAY)).filter(pk=enquiry.pk).exists()


def test_a_substitute_whom_nobody_confirmed_has_no_copy(mwda: Council) -> None:
    make.an_absence(make.a_holder_of(Post.MONITORING_OFFICER), make.an_officer(), confirmed=False)
    assert not may.may_withhold(on_day(mwda.officer, DAY), case_of(mwda)).allowed


def test_where_the_text_wants_no_copy_nobody_has_one() -> None:
    council = the_repairs_team()
    make.a_holder_of(Post.MONITORING_OFFICER)
    enquiry = case_of(council)
    message = send_withheld(enquiry, council.officer, rules=(EXEMPT,))
    assert "Copied to" not in message.text
    assert Withholding.objects.get(enquiry=enquiry).copied_to is None
    assert not last(enquiry, "withheld").deliveries.exists()


@pytest.mark.parametrize("part", [{"reason": "  "}, {"what": ""}, {"rules": ()}])
def test_nothing_is_withheld_without_reason_and_rule(part: dict[str, object]) -> None:
    council = the_repairs_team()
    enquiry = case_of(council)
    with pytest.raises(Refused, match="Nothing is withheld without"):
        send_withheld(enquiry, council.officer, **part)
    assert not enquiry.messages.exists()


def test_of_two_officers_one_withholds_and_the_other_reads_what_came_in_between() -> None:
    council = the_repairs_team()
    enquiry = case_of(council)
    seen = enquiry.version
    replying.send_reply(
        who=on_day(council.colleague, DAY), enquiry=enquiry, text="Here.", forward_text="", at=moment(DAY)
    )
    with pytest.raises(Stale):
        withhold(
            who=on_day(council.officer, DAY),
            enquiry=enquiry,
            withheld=withheld(enquiry),
            at=moment(DAY),
            seen_version=seen,
        )
    assert not Withholding.objects.exists()


def test_a_mail_server_that_answers_451_for_an_hour_loses_no_copy(
    mwda: Council, mail_server: MailServer
) -> None:
    make.a_holder_of(Post.MONITORING_OFFICER)
    enquiry = case_of(mwda)
    send_withheld(enquiry, mwda.officer)
    owed = last(enquiry, "withheld").deliveries.get()
    mail_server.refuses = "451 4.7.1 try again later"
    for minutes in (0, 5, 20, 59):
        assert deliver_due(at=moment(DAY, 11) + datetime.timedelta(minutes=minutes)) == 0
    mail_server.refuses = ""
    deliver_due(at=moment(DAY, 14))
    owed.refresh_from_db()
    assert owed.state == "sent"
    letters = [letter for letter in mail_server.accepted if owed.person.email in str(letter["To"])]
    assert len(letters) == 1
    assert enquiry.reference in str(letters[0]["Subject"])
    assert "prices" not in letters[0].as_string()
