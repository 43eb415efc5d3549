"""Complaints of a town in every stage, with everybody who has a part in one, for the gates on pages."""

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from django.test import Client, override_settings
from django.urls import resolve, reverse
from django.utils import timezone

from complaints.actions.airing import report_airing
from complaints.actions.deciding import decide_complaint
from complaints.actions.emergency import open_in_emergency
from complaints.actions.ending import set_remedy
from complaints.actions.handing import hand_on
from complaints.actions.helping import ask_for_help, say_whether_they_help
from complaints.actions.investigating import add, ask_reply, note_interview, send_draft
from complaints.actions.relationships import Declared, declare_relationship
from complaints.actions.retaining import hold
from complaints.actions.steps import acknowledge
from complaints.actions.telling import tell_outcome
from complaints.models import Complaint, Handler, Side, Told, Writing
from complaints.queries import visible_to
from complaints.states import ComplaintState as State
from council.models import Person, Relationship
from rulebook.complaint import Handed, PartyKind, Procedure
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.complaints import a_complaint, dealing
from tests.factories.enquiries import on_day
from tests.factories.portal import a_pdf
from tests.factories.settling import a_concern, told, tried

IN_CONFIDENCE = "A member of your group is to be spoken to about tone."
NOTES = (
    "He came to the depot on Tuesday and raised his voice before the whole team. Two people heard it.",
    "She was asked twice for the plan, by email and at the counter, and says that she got no answer.",
)
DRAFT = "Two of three points are borne out by those who were there. The third is not."
REASONS = "Two witnesses heard it, and the minutes of the meeting say the same."
LINK = re.compile(r'href="(/complaints/[^"#?]+)"')
# More of one address than these would tell nothing new.
OF_EACH = 2
# What nobody can do any more there, so that the page says why.
TOO_LATE = ("complaint-acknowledge", "complaint-decide", "complaint-send")


@dataclass
class Complaints:
    """The complaints by what stands out in each; the pages that each role finds by following links."""

    people: dict[str, Person] = field(default_factory=dict)
    cases: dict[str, Complaint] = field(default_factory=dict)
    # Pages to which no page of a complaint leads: from a letter, a search, or another day.
    by_letter: dict[str, list[str]] = field(default_factory=dict)
    _found: dict[str, list[str]] = field(default_factory=dict)

    def add(self, name: str, state: State, *, told: bool = False, **more: object) -> Complaint:
        """One more by the member about the officer, received by the monitoring officer."""
        given = {"complainant": self.people["member"], "subject": self.people["officer"], **more}
        row = a_complaint(state=state, subject_knows=told, **given)  # type: ignore[arg-type]
        if told:
            for one in row.writings.all():
                one.disclosed.create(side=Side.SUBJECT, by=self.people["monitoring officer"], at=one.at)
        self.cases[name] = row
        return row

    def received(self, name: str, state: State, **more: object) -> Complaint:
        """The same, dealt with by the monitoring officer, who keeps it confidential."""
        row = self.add(name, state, **more)  # type: ignore[arg-type]
        dealing(row, self.people["monitoring officer"], post=Post.MONITORING_OFFICER)
        return row

    def paths(self, name: str, role: str, sign_in: Callable[[str], Client]) -> list[str]:
        """Those of one address to which this person is led: every complaint; of what hangs on it, a few."""
        found = [one for one in self._pages(role, sign_in) if resolve(one).url_name == name]
        return found if name == "complaint" else found[:OF_EACH]

    def names(self) -> dict[str, str]:
        """As scenes name them: «complaint received»; by number whom a concern is raised about."""
        subject = self.people.get("officer")
        about = {"complained about": str(subject.pk) if subject else ""}
        return about | {f"complaint {name}": row.reference for name, row in self.cases.items()}

    def _pages(self, role: str, sign_in: Callable[[str], Client]) -> list[str]:
        """The person opens every complaint that they may know of, and follows what stands there."""
        if role not in self._found and self.cases:
            pages, client = list(self._first(role)), sign_in(role)
            for path in tuple(pages):
                pages += LINK.findall(client.get(path, follow=True).content.decode())
            self._found[role] = list(dict.fromkeys(pages))
        return self._found.get(role, [])

    def _first(self, role: str) -> Iterator[str]:
        yield from (reverse(name) for name in ("complaints", "relationships"))
        who = on_day(self.people[role]) if role in self.people else None
        rows = visible_to(who) if who else Complaint.objects.none()
        yield from (reverse("complaint", args=[row.reference]) for row in rows.order_by("pk"))
        yield from self.by_letter.get(role, [])


def complaints_of_a_town(people: dict[str, Person]) -> Complaints:
    """Something for each page of complaints, in each state that differs for somebody."""
    made = Complaints(people)
    chief, member = make.a_holder_of(Post.CHIEF_EXECUTIVE), people["member"]
    make.a_holder_of(Post.CLERK)
    _quietly(made)
    _received(made, chief)
    _looked_into(made)
    _about_a_member(made)
    _decided(made, chief)
    _in_an_emergency(made)
    handed = _handed_on(people)
    made.by_letter["member"] += [handed, *_raising(people, "officer", "another member")]
    made.by_letter["officer"] = _raising(people, "member")
    made.by_letter["monitoring officer"] += [handed]
    for name in ("officer", "monitoring officer"):
        _declared(people[name], member)
    _declared(member, people["another officer"])
    over = _declared(member, people["head"])
    Relationship.objects.filter(pk=over.pk).update(settled="Ask me before you meet about the lease.")
    return made


def _raising(people: dict[str, Person], *about: str) -> list[str]:
    return [reverse("complaint-raise-about", args=[people[one].pk]) for one in about]


def _declared(person: Person, other: Person) -> Relationship:
    tie = Relationship.Tie.FRIENDSHIP.value
    words = "We have been neighbours and friends since school."
    declared = Declared(other, tie, words, at_meetings=True)
    return declare_relationship(who=on_day(person), declared=declared, at=timezone.now())


def _quietly(made: Complaints) -> None:
    """Notes, and concerns to be settled: nobody asked, somebody asked, told, tried, settled."""
    member, officer, head = (made.people[one] for one in ("member", "officer", "head"))
    made.add("note", State.RAISED)
    made.add("noted as public", State.RAISED, in_public=True, alleges=["bullying"], wrongs=["bullying"])
    made.add("fresh", State.INFORMAL)
    for name in ("asked", "helped", "spoken"):
        row = made.add(name, State.INFORMAL)
        ask_for_help(who=on_day(member), row=row, helper=head, seen_version=None, at=timezone.now())
        if name != "asked":
            now = timezone.now()
            say_whether_they_help(who=on_day(head), row=row, helps=True, seen_version=None, at=now)
    told(made.cases["spoken"], tell_now=False)
    again = a_concern(complainant=member, subject=officer)
    made.cases["tried"] = told(again)
    tried(again, member, settled=True)
    tried(again, officer)
    over = a_concern(complainant=member, subject=officer)
    made.cases["settled"] = told(over)
    attempt = tried(over, officer, settled=True)
    attempt.complainant_agrees = True
    attempt.save()
    over = Complaint.objects.get(pk=over.pk)
    over.record_settlement(on=timezone.localdate())
    over.save()


def _received(made: Complaints, chief: Person) -> None:
    """With those to whom it went: not accepted yet, new, late, acknowledged, somebody in question, public."""
    director, judge, other = (
        made.people[one] for one in ("director", "monitoring officer", "another officer")
    )
    dealing(made.add("not accepted", State.RECEIVED), director, accepted=False)
    made.received("received", State.RECEIVED)
    late = made.received("late", State.RECEIVED)
    Complaint.objects.filter(pk=late.pk).update(
        acknowledge_by=timezone.localdate() - datetime.timedelta(days=3)
    )
    acknowledged = made.received("acknowledged", State.RECEIVED)
    next_on = timezone.localdate() + datetime.timedelta(days=10)
    acknowledge(
        who=on_day(judge),
        row=acknowledged,
        at=timezone.now(),
        seen_version=None,
        next_on=next_on,
        words="I read it this week and speak with both of you.",
    )
    dealing(acknowledged, other, Handler.Part.COPIED, post=Post.HEAD_OF_SERVICE)
    questioned = made.received("questioned", State.ACKNOWLEDGED, told=True)
    dealing(questioned, chief, Handler.Part.DECIDER)
    aired_on, words = timezone.localdate(), "It was read out at the ward forum."
    given = {"words": words, "at": timezone.now(), "seen_version": None, "aired_on": aired_on}
    report_airing(who=on_day(made.people["member"]), complaint=questioned, **given)


def _looked_into(made: Complaints) -> None:
    """Assessed, and looked into by somebody who was named, with words of both sides and a file."""
    judge, other, officer = (made.people[one] for one in ("monitoring officer", "another officer", "officer"))
    made.received("assessed", State.ASSESSED, told=True)
    chosen = made.received("chosen", State.ASSESSED, told=True)
    dealing(chosen, other, Handler.Part.INVESTIGATOR, post=Post.HEAD_OF_SERVICE)
    row = made.received("looked into", State.INVESTIGATING, told=True)
    dealing(row, other, Handler.Part.INVESTIGATOR, post=Post.HEAD_OF_SERVICE)
    who, now, today = on_day(other), timezone.now(), timezone.localdate()
    add(
        who=on_day(made.people["member"]),
        row=row,
        at=now,
        kind=Writing.Kind.EVIDENCE,
        words=NOTES[0],
        uploads=[a_pdf()],
    )
    week = today + datetime.timedelta(days=7)
    given = {"who": who, "row": row, "at": now, "seen_version": None}
    ask_reply(**given, reply_by=week, words="What was said at the depot on Tuesday.")
    add(who=on_day(officer), row=row, at=now, kind=Writing.Kind.STATEMENT, words=NOTES[1])
    note_interview(**given, interviewed="Tom Pell", on=today, words=NOTES[0], side="")
    send_draft(**given, comments_by=week, words=DRAFT)
    # The day for comments is over, so that the findings can be written.
    Complaint.objects.filter(pk=row.pk).update(comments_by=today - datetime.timedelta(days=1))
    made.received("not shown yet", State.INVESTIGATING)
    dealing(made.cases["not shown yet"], judge, Handler.Part.INVESTIGATOR, post=Post.MONITORING_OFFICER)


def _about_a_member(made: Complaints) -> None:
    """By the officer: told, with the code of conduct, and at a text where the Clerk decides."""
    group = make.a_group(name="Heron group")
    leader = make.a_member(group=group, office="leader")
    body = make.a_body(name="Authority")
    make.a_seat(body, leader, office="chair")
    kinds = {"complainant_kind": PartyKind.OFFICER, "subject_kind": PartyKind.MEMBER}
    sides = {"complainant": made.people["officer"], "subject": make.a_member(group=group), **kinds}
    asked = {**sides, "subject": made.people["another member"]}
    made.received("about a member", State.ACKNOWLEDGED, told=True, **asked)
    made.received("with the code", State.REFERRED, told=True, **sides, referred_to="")
    Complaint.objects.filter(pk=made.cases["with the code"].pk).update(
        referred_to=Procedure.CODE_OF_CONDUCT.value
    )
    made.received("for the Clerk", State.ASSESSED, told=True, **sides, protocol="mwda")
    named = made.received("Clerk named", State.ASSESSED, told=True, **sides, protocol="mwda")
    dealing(named, made.people["director"], Handler.Part.DECIDER, post=Post.CLERK)
    found = made.received("findings on a member", State.ASSESSED, told=True, **sides)
    judge = on_day(made.people["monitoring officer"])
    now = timezone.now()
    decide_complaint(who=judge, row=found, outcome="upheld", reasons=REASONS, seen_version=None, at=now)


def _decided(made: Complaints, chief: Person) -> None:
    """Decided and told, with something to put right; not told yet; sent on; closed, kept, taken back."""
    judge, now = on_day(made.people["monitoring officer"]), timezone.now()
    day = timezone.localdate() + datetime.timedelta(days=20)
    given = {"outcome": "partly", "reasons": REASONS, "seen_version": None, "at": now}
    for name in ("decided", "told"):
        row = made.received(name, State.ASSESSED, told=True)
        decide_complaint(who=judge, row=row, **given)
        made.cases[name] = row
    row = made.cases["told"]
    tell_outcome(who=judge, row=row, seen_version=None, at=now)
    for owner, on in (("head", day), ("officer", day - datetime.timedelta(days=21))):
        set_remedy(
            who=judge,
            row=row,
            words="The team is shown how to keep a note of a visit.",
            owner=made.people[owner],
            due_on=on,
            seen_version=None,
            at=now,
        )
    closed = made.received("closed", State.CLOSED, told=True)
    kept = made.received("kept", State.CLOSED, told=True)
    hold(who=judge, row=kept, because="A claim was announced.", seen_version=None, at=now)
    made.received("taken back", State.WITHDRAWN)
    note = closed.writings.create(kind=Writing.Kind.FOR_LEADER, by=chief, at=now, text=IN_CONFIDENCE)
    for_one = {"person": made.people["another member"], "told_as": "group-leader", "what": Told.What.WORDS}
    words = Told.objects.create(complaint=closed, writing=note, by=chief, at=now, **for_one)
    made.by_letter["another member"] = [reverse("complaint-words", args=[words.pk])]
    made.by_letter["member"] = [reverse("complaint-send", args=[closed.reference])]
    late = [reverse(one, args=[closed.reference]) for one in TOO_LATE]
    owners = [reverse("complaint-remedy-owner", args=[one.pk]) for one in row.remedies.all()]
    remedies = [reverse("complaint-remedy", args=[one.pk]) for one in row.remedies.all()]
    made.by_letter["monitoring officer"] = [*late, *remedies, *owners]


def _in_an_emergency(made: Complaints) -> None:
    """Two in which the monitoring officer has no part: one shut, one opened for a reason."""
    judge = made.people["monitoring officer"]
    for name in ("shut", "opened"):
        dealing(made.add(name, State.INVESTIGATING), made.people["director"], Handler.Part.INVESTIGATOR)
    why = "Whoever deals with it is in hospital, and a resident may be at risk."
    row = made.cases["opened"]
    open_in_emergency(who=on_day(judge), complaint=row, reason=why, at=timezone.now())
    made.by_letter["monitoring officer"] += [
        reverse("complaint-open", args=[made.cases[name].reference]) for name in ("shut", "opened")
    ]


def _handed_on(people: dict[str, Person]) -> str:
    """The page of what the member handed on, under a text that asks it of members."""
    heard = "A driver told me that tips are sold at the gate."
    with override_settings(PROTOCOL="mwda"):
        who = on_day(people["member"])
        row = hand_on(who=who, what=Handed.DISCLOSURE, words=heard, about=[], at=timezone.now())
    return reverse("complaint-handed-on", args=[row.reference])
