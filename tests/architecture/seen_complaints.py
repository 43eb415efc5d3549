"""Complaints in each of their stages with everybody who reads them, for the gate on words."""

import datetime
from collections.abc import Callable

from django.urls import reverse
from django.utils import timezone

from complaints.actions import investigating, steps
from complaints.actions.airing import report_airing
from complaints.actions.emergency import open_in_emergency
from complaints.actions.handing import hand_on
from complaints.actions.relationships import Declared, declare_relationship
from complaints.actions.retaining import hold
from complaints.actions.settling import say_settled
from complaints.actions.standing_aside import ask_for_another
from complaints.actions.taking_back import take_back
from complaints.models import Complaint, Handler, Side
from complaints.states import ComplaintState as State
from council.models import Relationship
from rulebook.complaint import Handed
from rulebook.post import Post
from tests.architecture import seen_outcomes as outcomes
from tests.architecture.look import WEEK, WORDS, Look, kept_by, sent_by, sides_of
from tests.complaints.a_council import Council
from tests.complaints.keeping import ended, erased
from tests.complaints.standing import by_an_officer, the_line
from tests.factories import council as make
from tests.factories.complaints import a_complaint, dealing
from tests.factories.enquiries import on_day
from tests.factories.portal import a_pdf
from tests.factories.settling import a_concern, a_helper, again, complainant, subject, told, tried
from tests.hostile.buttons.complaints_raising import a_note

# What somebody reads who has not said yet that they keep it confidential.
BEFORE = ("complaint", "complaint-stand-aside", "complaint-help", "complaint-add")


def noted() -> list[Look]:
    """A concern that a member noted: it is sent from the page that says where it goes."""
    council, row = a_note()
    raise_it = [reverse("complaint-raise"), reverse("complaint-raise") + "?q=a"]
    about = [
        reverse("complaint-raise-about", args=[one.pk])
        for one in (council.officer, council.leader, council.member, council.chief)
    ]
    besides = (*raise_it, *about)
    return [
        Look((council.member,), row, besides),
        Look(
            (council.officer, council.monitoring, make.a_holder_of(Post.DEMOCRATIC_SERVICES)), None, besides
        ),
    ]


def informal() -> list[Look]:
    """With help, told and tried; and one of which the other side knows nothing."""
    make.a_holder_of(Post.CHIEF_EXECUTIVE)
    make.a_holder_of(Post.MONITORING_OFFICER)
    untold = a_concern(subject=make.an_officer(line_manager=make.an_officer()))
    row = a_concern(complainant=complainant(untold), subject=subject(untold))
    helps, asked = a_helper(row), a_helper(row, helps=False)
    row = told(row)
    tried(row, complainant(row), helper=helps)
    return [Look((*sides_of(row), helps, asked), again(row)), Look((complainant(untold),), untold)]


def settled() -> list[Look]:
    """Both say that it is settled."""
    row = a_concern()
    row = told(row, words="That he asks first.")
    attempt = tried(row, complainant(row))
    for side in sides_of(row):
        say_settled(who=on_day(side), attempt=attempt, settled=True, seen_version=None, at=timezone.now())
        attempt.refresh_from_db()
    return [Look(sides_of(row), again(row))]


def in_stage(state: State) -> Callable[[], list[Look]]:
    """That stage: the sides, who deals with it and who has not accepted to yet."""

    def made() -> list[Look]:
        row = a_complaint(state=state, subject_knows=True)
        deals, new = make.an_officer(), make.an_officer()
        dealing(row, deals)
        dealing(row, deals, Handler.Part.INVESTIGATOR)
        dealing(row, new, Handler.Part.DECIDER, accepted=False)
        before = [reverse(name, args=[row.reference]) for name in BEFORE]
        return [Look((*sides_of(row), deals), row), Look((new,), None, tuple(before))]

    return made


def untold() -> list[Look]:
    """The other side knows nothing of it; one who deals with it has not accepted the duty yet."""
    row = a_complaint()
    deals, copied = make.an_officer(), make.an_officer()
    dealing(row, deals)
    dealing(row, copied, Handler.Part.COPIED, post=Post.MONITORING_OFFICER)
    return [Look((complainant(row), deals, copied), row)]


def investigated() -> list[Look]:
    """Interviews, a reply that is asked for, papers shown, a draft; then reported in public and held."""
    row = a_complaint(state=State.INVESTIGATING, subject_knows=True)
    who, copied = make.an_officer(), make.an_officer()
    dealing(row, who)
    dealing(row, who, Handler.Part.INVESTIGATOR)
    dealing(row, copied, Handler.Part.COPIED, post=Post.MONITORING_OFFICER)
    on, later = timezone.localdate(), timezone.localdate() + WEEK
    talked = {"interviewed": "Ivy Quennell", "on": on, "words": WORDS}
    investigating.note_interview(**sent_by(who, row), **talked, side=Side.COMPLAINANT.value)
    steps.report_progress(**sent_by(who, row), next_on=later, words=WORDS)
    shown = list(row.writings.all()[:1])
    investigating.disclose(**sent_by(who, row), writings=shown, side=Side.SUBJECT.value, reason=WORDS)
    investigating.ask_reply(**sent_by(who, row), reply_by=later, words=WORDS)
    for side, kind in zip(sides_of(row), ("evidence", "reply"), strict=True):
        given = {**sent_by(side, row), "kind": kind, "words": WORDS, "uploads": [a_pdf("zz.pdf")]}
        given.pop("seen_version")
        investigating.add(**given)
    investigating.send_draft(**sent_by(who, row), comments_by=later, words=WORDS)
    report_airing(**kept_by(who, row), aired_on=on, words=WORDS)
    hold(**sent_by(who, row), because=WORDS)
    return [Look((*sides_of(row), who, copied), again(row))]


def taken_back() -> list[Look]:
    """Withdrawn with a reason."""
    row = a_complaint(subject_knows=True)
    deals = make.an_officer()
    dealing(row, deals)
    take_back(**sent_by(complainant(row), row), reason=WORDS)
    return [Look((*sides_of(row), deals), again(row))]


def standing_aside() -> list[Look]:
    """One side asked that somebody stands aside, who has a tie with it; and the register of ties."""
    line = the_line()
    row = by_an_officer(subject_knows=True, acknowledged_at=timezone.now())
    monitoring, chief, other = line["monitoring officer"], line["chief executive"], subject(row)
    handler = dealing(row, monitoring, post=Post.MONITORING_OFFICER)
    dealing(row, chief, Handler.Part.INVESTIGATOR)
    tie = declare_relationship(
        who=on_day(other),
        declared=Declared(chief, Relationship.Tie.FRIENDSHIP.value),
        at=timezone.now(),
    )
    ask_for_another(**sent_by(complainant(row), row), handler=handler, reasons=WORDS)
    check = reverse("relationship-check")
    besides = (
        reverse("relationships"),
        check,
        f"{check}?asked=1&signs=roles&signs=related",
        f"{check}?asked=1",
        reverse("relationship-declare"),
        reverse("relationship-settle", args=[tie.pk]),
        reverse("relationship-end", args=[tie.pk]),
    )
    return [
        Look((*sides_of(row), monitoring, chief), again(row), besides),
        Look((line["deputy"],), None, besides),
    ]


def in_an_emergency() -> list[Look]:
    """Opened by the monitoring officer, who has no part in it; and not opened yet."""
    line = the_line()
    row, other = a_complaint(words=WORDS), a_complaint()
    deals = make.an_officer()
    dealing(row, deals)
    monitoring = line["monitoring officer"]
    open_in_emergency(who=on_day(monitoring), complaint=row, reason=WORDS, at=timezone.now())
    besides = (reverse("complaint-emergency"), reverse("complaint-emergency") + "?number=")
    return [
        Look((monitoring, line["chief executive"], deals), again(row), besides),
        Look((monitoring,), other),
    ]


def erased_on_its_day() -> list[Look]:
    """What is left on the night after its last day, for those who dealt with it."""
    row = ended()
    people = (*sides_of(row), *(one.person for one in row.handlers.all()))
    return [Look(people, erased(row))]


def handed_on() -> list[Look]:
    """Heard by a member, and by somebody who is not asked to hand anything on."""
    council = Council()
    words = WORDS
    row = hand_on(
        who=on_day(council.member), what=Handed.DISCLOSURE, words=words, about=[], at=timezone.now()
    )
    besides = (
        reverse("complaint-hand-on"),
        reverse("complaint-handed-on", args=[row.reference]),
        reverse("complaint-raise"),
    )
    return [Look((council.member, council.monitoring, council.officer), None, besides)]


def counted() -> list[Look]:
    """Figures of a year that is over and of the one that goes on; lists and desks beside them."""
    keeper, monitoring = make.a_holder_of(Post.DEMOCRATIC_SERVICES), make.a_holder_of(Post.MONITORING_OFFICER)
    long_ago = timezone.localdate() - datetime.timedelta(days=200)
    for state in (State.CLOSED, State.INVESTIGATING, State.WITHDRAWN):
        for _number in range(6):
            row = a_complaint(state=state, complainant=monitoring)
            Complaint.objects.filter(pk=row.pk).update(received_on=long_ago)
    figures = reverse("complaint-figures")
    besides = (figures, f"{figures}?year={long_ago.year - 1}", f"{figures}?year={long_ago.year}")
    desks = (reverse("dashboard"), reverse("home"), reverse("complaints") + "?list=mine")
    return [Look((keeper, monitoring), None, (*besides, *desks)), Look((make.a_member(),), None, desks)]


# By name, with the text in force; the body of each text has the posts that its scenes need.
SCENES: dict[str, tuple[str, Callable[[], list[Look]]]] = {
    "noted": ("waltham-forest", noted),
    "noted elsewhere": ("haringey", noted),
    "informal": ("waltham-forest", informal),
    "settled": ("waltham-forest", settled),
    **{f"stage {state}": ("waltham-forest", in_stage(state)) for state in State if state != State.RAISED},
    "untold": ("waltham-forest", untold),
    "investigated": ("waltham-forest", investigated),
    "decided about an officer": ("waltham-forest", outcomes.outcome_for_an_officer),
    "decided about a member": ("waltham-forest", outcomes.outcome_for_a_member),
    "before the decision": ("mwda", outcomes.before_the_decision),
    "referred": ("waltham-forest", outcomes.with_another_procedure),
    "come back": ("waltham-forest", outcomes.come_back),
    "taken back": ("waltham-forest", taken_back),
    "standing aside": ("waltham-forest", standing_aside),
    "emergency": ("waltham-forest", in_an_emergency),
    "erased": ("waltham-forest", erased_on_its_day),
    "handed on": ("mwda", handed_on),
    "figures": ("waltham-forest", counted),
}
