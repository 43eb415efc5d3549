"""Buttons that put right what was entered or sent wrongly, join cases, or give them to others."""

import datetime

from django.utils import timezone

from council.models import MemberTerm, OfficerAppointment, Person
from enquiries.actions.linking import link_enquiries
from enquiries.models import Enquiry
from enquiries.states import State
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.enquiries import REPLY, an_enquiry, on_day
from tests.factories.repairs import Council, a_case, the_repairs_team
from tests.hostile.buttons.press import Button, Press, Scene, Second, each, press

YESTERDAY = timezone.localdate() - datetime.timedelta(days=1)


def again(case: Enquiry) -> Enquiry:
    """As it stands."""
    return Enquiry.objects.get(pk=case.pk)


def keepers() -> tuple[Person, Person]:
    """Democratic services and the monitoring officer."""
    return make.a_holder_of(Post.DEMOCRATIC_SERVICES), make.a_holder_of(Post.MONITORING_OFFICER)


def putting_right(name: str, state: State = State.ALLOCATED) -> Scene:
    """Two who may put one thing right; each chooses something else, with their own reason."""
    by = keepers()
    case = an_enquiry(state=state, logged_by=by[0])
    choices: dict[str, tuple[object, ...]] = {
        "member": tuple(make.a_member().pk for _one in by),
        "service": tuple(make.a_service().pk for _one in by),
        "subject": ("Heating", "No heating"),
    }
    presses = each(by, name, case, "reason")
    for place, one in enumerate(presses):
        one.boxes.update({box: given[place] for box, given in choices.items()})
    return Scene(case, presses)


def two_cases() -> tuple[Council, Enquiry, Enquiry]:
    """Two enquiries of one member with one officer."""
    council = the_repairs_team()
    return council, a_case(council), a_case(council, subject="No heating at Larch Court again")


def linking(council: Council, one: Enquiry, other: Enquiry, **boxes: object) -> tuple[Press, Press]:
    """One officer from here, the other from there."""
    return (
        press(council.officer, "enquiry-link", one, other=other.reference, **boxes),
        press(council.colleague, "enquiry-link", other, other=one.reference, **boxes),
    )


def link() -> Scene:
    """Two officers link the two, each from the other end."""
    council, one, other = two_cases()
    return Scene(one, linking(council, one, other), (other,))


def unlink() -> Scene:
    """Two officers take the link away, each from the other end."""
    council, one, other = two_cases()
    link_enquiries(who=on_day(council.officer), enquiry=one, other=other, at=timezone.now())
    one, other = again(one), again(other)
    return Scene(one, linking(council, one, other, unlink="1"), (other,))


def merging() -> Scene:
    """Each officer merges them, one this way and one the other."""
    council, one, other = two_cases()

    def to(by: Person, case: Enquiry, rest: Enquiry) -> Press:
        seen = f"{rest.pk}:{rest.version}"
        return press(by, "enquiry-merge", case, other=rest.pk, goes_on="other", seen=seen)

    return Scene(one, (to(council.officer, one, other), to(council.colleague, other, one)), (other,))


def same_reply() -> Scene:
    """Each officer answers both at once, one from this case and one from the other."""
    council = the_repairs_team()
    one = a_case(council)
    other = a_case(council, member=make.a_member(name="Tom Lowe"))
    link_enquiries(who=on_day(council.officer), enquiry=one, other=other, at=timezone.now())
    one, other = again(one), again(other)

    def to(by: Person, case: Enquiry, rest: Enquiry, place: int) -> Press:
        also = f"{rest.pk}:{rest.version}"
        text = f"{REPLY} {place}"
        return press(by, "enquiry-check", case, answer="full", text=text, send="1", also=also)

    presses = (to(council.officer, one, other, 0), to(council.colleague, other, one, 1))
    return Scene(one, presses, (other,))


def handing_over() -> Scene:
    """Two of democratic services give the cases of a leaver to two others."""
    council = the_repairs_team()
    case, second = a_case(council), a_case(council, subject="Damp")
    OfficerAppointment.objects.filter(person=council.officer).update(to_on=YESTERDAY)
    by = (make.a_holder_of(Post.DEMOCRATIC_SERVICES), make.a_holder_of(Post.DEMOCRATIC_SERVICES))
    owners = (council.colleague, make.an_officer(name="Beth Tait", team=council.team))
    boxes = {"cases": [case.reference, second.reference], "note": "Dana has left."}
    one, other = [
        Press(
            person,
            "officer-leaver",
            (council.officer.pk,),
            {"token": f"token-{place}", "owner": owners[place].pk, **boxes},
        )
        for place, person in enumerate(by)
    ]
    return Scene(case, (one, other), (second,))


def passing_on() -> Scene:
    """Two of democratic services give the enquiry of a member who left to two others."""
    by = (make.a_holder_of(Post.DEMOCRATIC_SERVICES), make.a_holder_of(Post.DEMOCRATIC_SERVICES))
    case = an_enquiry(state=State.ALLOCATED)
    members = [make.a_member() for _one in by]
    MemberTerm.objects.filter(person=case.member).update(to_on=YESTERDAY)
    one, other = [
        press(person, "enquiry-pass-on", case, successor=member.pk)
        for person, member in zip(by, members, strict=True)
    ]
    return Scene(case, (one, other))


TABLE = (
    Button(
        "enquiry-correct-member",
        lambda: putting_right("enquiry-correct-member"),
        ("enquiry.member_corrected",),
        words="reason",
    ),
    Button(
        "enquiry-correct-service",
        lambda: putting_right("enquiry-correct-service"),
        ("enquiry.service_corrected",),
        words="reason",
    ),
    Button(
        "enquiry-correct-subject",
        lambda: putting_right("enquiry-correct-subject"),
        ("enquiry.subject_corrected",),
        words="reason",
    ),
    Button(
        "enquiry-take-back",
        lambda: putting_right("enquiry-take-back", State.ANSWERED),
        ("enquiry.reply_taken_back",),
        words="reason",
    ),
    Button("enquiry-link", link, ("enquiry.linked",), Second.LED),
    Button("enquiry-link", unlink, ("enquiry.unlinked",), Second.LED, what="taken away"),
    Button("enquiry-merge", merging, ("enquiry.merged_into", "enquiry.took_in")),
    Button("enquiry-check", same_reply, ("enquiry.reply_sent",), words="text", what="to linked cases"),
    Button("officer-leaver", handing_over, ("enquiry.handed_over",), words="note", says="None has moved"),
    Button("enquiry-pass-on", passing_on, ("enquiry.passed_on",), Second.LED),
)
