"""Buttons of who may read a case: privacy, copies, shares, notes of talks."""

from casework.models import CaseShare
from enquiries.models import CopyConsent, Enquiry, Privacy
from enquiries.states import State
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.letters import a_private_enquiry, copied, letter_of, shared
from tests.factories.repairs import a_case, the_repairs_team
from tests.hostile.buttons.elsewhere import in_days
from tests.hostile.buttons.press import Button, Scene, Second, each, press, turned


def again(case: Enquiry) -> Enquiry:
    """As it stands."""
    return Enquiry.objects.get(pk=case.pk)


def settling() -> Scene:
    """The addressee cannot keep it private, the monitoring officer can."""
    olive = make.a_holder_of(Post.MONITORING_OFFICER)
    case = a_private_enquiry()
    assert case.addressee is not None
    no = press(case.addressee, "enquiry-privacy", case, answer="cannot", words="A child may be at risk.")
    yes = press(olive, "enquiry-privacy", case, answer="keep", words="")
    return Scene(case, (no, yes))


def letting_go_on() -> Scene:
    """The member lets it go on at two windows."""
    case = a_private_enquiry(Privacy.DECLINED)
    one, other = [press(case.member, "enquiry-ordinary", case) for _window in range(2)]
    return Scene(case, (one, other))


def copying() -> Scene:
    """Two officers copy a letter to the same colleague."""
    council = the_repairs_team()
    case = a_case(council, State.ANSWERED)
    reader = make.an_officer(name="Beth Tait")
    by = (council.officer, council.colleague)
    boxes = {"letter": letter_of(case).pk, "person": reader.name}
    return Scene(case, each(by, "enquiry-copy", case, "reason", **boxes))


def consenting() -> Scene:
    """The author agrees at one window and does not at another."""
    case = a_case(the_repairs_team(), State.ANSWERED)
    copied(case, make.a_member(name="Owen Marsh"))
    case, consent = again(case), CopyConsent.objects.get()
    yes = press(case.member, "enquiry-copy-answer", case, consent.pk, answer="yes")
    no = press(case.member, "enquiry-copy-answer", case, consent.pk, answer="no")
    return Scene(case, (yes, no))


def sharing() -> Scene:
    """The member shares it with one colleague at two windows, until two days."""
    case, colleague = a_case(the_repairs_team()), make.a_member(name="Tom Lowe")
    make.a_login(colleague)
    today = shared_until()
    one, other = [
        press(case.member, "enquiry-share", case, person=colleague.pk, until=until) for until in today
    ]
    return Scene(case, (one, other))


def shared_until() -> tuple[str, str]:
    """Two days in the next week."""
    return in_days(3), in_days(5)


def stopping() -> Scene:
    """The member ends it at two windows."""
    case, colleague = a_case(the_repairs_team()), make.a_member(name="Tom Lowe")
    case = shared(case, colleague)
    share = CaseShare.objects.get(content_object=case.stream).pk
    one, other = [press(case.member, "enquiry-share-stop", case, share) for _window in range(2)]
    return Scene(case, (one, other))


def talking() -> Scene:
    """Two officers note a talk."""
    council = the_repairs_team()
    case = a_case(council)
    return Scene(case, each((council.officer, council.colleague), "enquiry-talk", case, "text"))


SETTLED = ("enquiry.privacy_kept", "enquiry.privacy_declined")
TABLE = (
    Button("enquiry-privacy", settling, SETTLED, says="You can still keep it private", times=1),
    Button("enquiry-privacy", lambda: turned(settling), SETTLED, Second.LED, what="after it is kept"),
    Button("enquiry-ordinary", letting_go_on, ("enquiry.privacy_given_up",), Second.LED),
    Button("enquiry-copy", copying, ("enquiry.copied",), words="reason"),
    Button("enquiry-copy-answer", consenting, ("enquiry.consent_answered",), Second.LED),
    Button("enquiry-share", sharing, ("enquiry.shared",), Second.LED, times=2),
    Button("enquiry-share-stop", stopping, ("enquiry.share_ended",), Second.LED),
    Button("enquiry-talk", talking, ("enquiry.talk_noted",), words="text"),
)
