"""Who gets which address of a complaint, in each of its stages: everybody, and the nearly allowed."""

import datetime
from dataclasses import dataclass, field
from itertools import product

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from complaints.models import Complaint, Handler, Side, Writing
from complaints.queries import visible_to
from complaints.queries.watching import needing
from complaints.states import ComplaintState as State
from council.models import GroupMembership, Person
from rulebook.post import Post
from tests.architecture.table import OF_A_COMPLAINT, Address
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.complaints import a_complaint, dealing
from tests.factories.enquiries import on_day
from tests.factories.pages import body_of

pytestmark = pytest.mark.django_db
PART = Handler.Part
# A word of each side, and of those who deal with it.
COMPLAINANTS, SUBJECTS, HANDLERS = "Ragstone", "Hobblethwaite", "Nettlecombe"
# An address of its own, which somebody who may not know of the complaint may still have to open.
EMERGENCY = "complaint-open"
DEALS = {
    "recipient": PART.RECIPIENT,
    "with a copy": PART.COPIED,
    "investigator": PART.INVESTIGATOR,
    "decider": PART.DECIDER,
    "independent person": PART.INDEPENDENT,
    "helper": PART.HELPER,
}
# Who reads which words once nothing was disclosed; everybody else reads none.
READS = {
    "complainant": {COMPLAINANTS},
    "subject, told": {SUBJECTS},
    **{name: {COMPLAINANTS, SUBJECTS, HANDLERS} for name in ("recipient", "investigator", "decider")},
    **{name: {COMPLAINANTS} for name in ("with a copy", "helper")},
}


@dataclass(frozen=True)
class Scene:
    """A complaint, and everybody who has to do with it or nearly has."""

    complaint: Complaint
    people: dict[str, Person]
    browsers: dict[str, Client] = field(default_factory=dict)

    def ask(self, name: str, address: Address, verb: str = "get") -> HttpResponse:
        """What that person gets there; anything that was not written is number 1."""
        if name not in self.browsers:
            self.browsers[name] = signed_in(self.people[name])
        return getattr(self.browsers[name], verb)(address.path(complaint=self.complaint.reference))


def a_scene(state: State, *, told: bool) -> Scene:
    """A member complains about an officer of another’s team."""
    group = make.a_group()
    member, manager = make.a_member(group=group), make.an_officer()
    subject = make.an_officer(line_manager=manager)
    row = a_complaint(
        state=state, complainant=member, subject=subject, subject_knows=told, words=COMPLAINANTS
    )
    people = {
        "complainant": member,
        "subject, told" if told else "subject, not told": subject,
        "line manager of the subject": manager,
        "assistant of the complainant": make.an_assistant_to(member),
        "leader of the complainant’s group": make.a_member(group=group, office="leader"),
        "another member": make.a_member(),
        "officer": make.an_officer(),
        "left": make.an_officer(to_on=timezone.localdate() - datetime.timedelta(days=1)),
        "stood aside": make.an_officer(),
        "left the post, a handler still": make.an_officer(),
        "stands in for the recipient": make.an_officer(),
        "has not accepted": make.an_officer(),
        **{name: make.an_officer() for name in DEALS},
    }
    for post in (Post.DEMOCRATIC_SERVICES, Post.CHIEF_EXECUTIVE, Post.SECTION_151_OFFICER):
        people[post.value] = make.a_holder_of(post)
    people["monitoring officer"] = make.a_holder_of(Post.MONITORING_OFFICER)
    for name, part in DEALS.items():
        dealing(row, people[name], part)
    dealing(row, people["has not accepted"], accepted=False)
    aside = dealing(row, people["stood aside"])
    Handler.objects.filter(pk=aside.pk).update(
        ended_at=timezone.now(), ended_because=Handler.Ended.STOOD_ASIDE
    )
    dealing(row, people["left the post, a handler still"])
    people["left the post, a handler still"].appointments.update(to_on=make.LONG_AGO)
    make.an_absence(people["recipient"], people["stands in for the recipient"])
    now = timezone.now()
    row.writings.create(
        kind=Writing.Kind.STATEMENT, side=Side.SUBJECT, by=subject, at=now, text=f"It was {SUBJECTS}."
    )
    row.writings.create(kind=Writing.Kind.NOTE, by=people["recipient"], at=now, text=f"Ask {HANDLERS}.")
    return Scene(row, people)


def knows(scene: Scene, name: str) -> bool:
    """The table: the sides and those who deal with it; before it is sent, whoever noted it alone."""
    if scene.complaint.state == State.RAISED:
        return name in ("complainant", "subject, told")
    return name in {*READS, "has not accepted"}


@pytest.mark.parametrize("told", [False, True], ids=["not told", "told"])
@pytest.mark.parametrize("state", list(State))
def test_in_each_stage_it_is_known_to_its_sides_and_to_those_who_deal_with_it(
    state: State, told: bool
) -> None:
    scene = a_scene(state, told=told)
    for name, person in scene.people.items():
        assert visible_to(on_day(person)).exists() is knows(scene, name), name


def shown_to(scene: Scene, name: str, address: Address, verb: str = "get") -> str:
    """What the person is shown there; nobody gets an error."""
    answer = scene.ask(name, address, verb)
    assert answer.status_code < 500, f"{name}: {address.route}"
    return body_of(answer).decode("utf-8", "replace")


def test_who_may_not_know_of_it_gets_none_of_its_addresses_and_presses_none_of_its_buttons() -> None:
    scene = a_scene(State.INVESTIGATING, told=False)
    written = scene.complaint.stream.events.count(), scene.complaint.writings.count()
    for name in scene.people:
        if knows(scene, name):
            continue
        for address, verb in product(OF_A_COMPLAINT, ("get", "post")):
            if (name, address.name) == ("monitoring officer", EMERGENCY):
                continue
            answer = scene.ask(name, address, verb)
            # Whoever left is shown the way out alone, whatever they ask for.
            expected = {302, 403, 404} if name.startswith("left") else {404, 405}
            assert answer.status_code in expected, f"{name}: {verb} {address.route}"
    assert (scene.complaint.stream.events.count(), scene.complaint.writings.count()) == written
    assert Complaint.objects.get(pk=scene.complaint.pk).version == scene.complaint.version


@pytest.mark.parametrize("name", [*READS, "has not accepted"])
def test_whoever_knows_of_it_gets_its_page_and_no_word_that_is_not_theirs(name: str) -> None:
    scene = a_scene(State.INVESTIGATING, told=True)
    for address in OF_A_COMPLAINT:
        shown = shown_to(scene, name, address)
        for word in {COMPLAINANTS, SUBJECTS, HANDLERS} - READS.get(name, set()):
            assert word not in shown, f"{name}: {address.route}"
    if name in READS:
        shown = (
            signed_in(scene.people[name]).get(f"/complaints/{scene.complaint.reference}/").content.decode()
        )
        assert [word for word in READS[name] if word not in shown] == []


@pytest.mark.parametrize("side", ["complainant", "subject, told"])
def test_a_side_that_presses_every_button_reads_no_word_of_the_others(side: str) -> None:
    scene = a_scene(State.INVESTIGATING, told=True)
    for address in OF_A_COMPLAINT:
        shown = shown_to(scene, side, address, "post")
        for word in {COMPLAINANTS, SUBJECTS, HANDLERS} - READS[side]:
            assert word not in shown, address.route


def nothing_anywhere(person: Person, complaint: Complaint, *words: str) -> None:
    """No page, list, search, figure or link tells the person of it."""
    browser = signed_in(person)
    assert not visible_to(on_day(person)).exists()
    assert needing(on_day(person)) == 0
    for address in OF_A_COMPLAINT:
        assert browser.get(address.path(complaint=complaint.reference)).status_code == 404, address.route
    pages = ("/complaints/", "/dashboard/", "/people/", f"/people/{complaint.subject_id}/", "/help/")
    for path in (*pages, f"/search/?q={complaint.reference[:-1]}"):
        shown = browser.get(path).content.decode()
        for word in (complaint.reference, "need you", "1 complaint waits", *words):
            assert word not in shown, path


def test_the_monitoring_officer_who_is_complained_about_learns_nothing_of_it() -> None:
    monitoring = make.a_holder_of(Post.MONITORING_OFFICER)
    complaint = a_complaint(subject=monitoring, words=COMPLAINANTS)
    dealing(complaint, make.a_holder_of(Post.CHIEF_EXECUTIVE))
    # By mistake: a row that names a side gives it nothing.
    dealing(complaint, monitoring)
    nothing_anywhere(monitoring, complaint, COMPLAINANTS)
    deputy = make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER)
    nothing_anywhere(deputy, complaint, COMPLAINANTS)


def test_the_monitoring_officer_who_was_told_reads_as_one_side_and_nothing_waits_for_them() -> None:
    monitoring = make.a_holder_of(Post.MONITORING_OFFICER)
    complaint = a_complaint(subject=monitoring, subject_knows=True, words=COMPLAINANTS)
    dealing(complaint, monitoring)
    complaint.writings.create(kind=Writing.Kind.NOTE, at=timezone.now(), text=HANDLERS)
    browser = signed_in(monitoring)
    shown = browser.get(f"/complaints/{complaint.reference}/").content.decode()
    assert COMPLAINANTS not in shown
    assert HANDLERS not in shown
    assert "No complaint waits for you." in browser.get("/dashboard/").content.decode()


def test_the_chief_executive_who_complains_reads_their_own_side_whatever_post_would_receive_it() -> None:
    chief = make.a_holder_of(Post.CHIEF_EXECUTIVE)
    complaint = a_complaint(complainant=chief, words=COMPLAINANTS)
    dealing(complaint, chief)
    complaint.writings.create(kind=Writing.Kind.NOTE, at=timezone.now(), text=HANDLERS)
    shown = signed_in(chief).get(f"/complaints/{complaint.reference}/").content.decode()
    assert COMPLAINANTS in shown
    assert HANDLERS not in shown
    assert needing(on_day(chief)) == 0


@pytest.mark.parametrize("post", ["", Post.MONITORING_OFFICER])
def test_the_subject_who_stands_in_for_whoever_deals_with_it_learns_nothing(post: str) -> None:
    monitoring, subject = make.a_holder_of(Post.MONITORING_OFFICER), make.an_officer()
    complaint = a_complaint(subject=subject, words=COMPLAINANTS)
    dealing(complaint, monitoring, post=Post.MONITORING_OFFICER)
    make.an_absence(monitoring, subject, post=post, confirmed=True)
    nothing_anywhere(subject, complaint, COMPLAINANTS)


def test_the_subject_who_becomes_group_leader_or_monitoring_officer_meanwhile_learns_nothing() -> None:
    group = make.a_group()
    member = make.a_member(group=group)
    complaint = a_complaint(complainant=make.an_officer(), subject=member, words=COMPLAINANTS)
    dealing(complaint, make.a_holder_of(Post.CHIEF_EXECUTIVE))
    GroupMembership.objects.filter(person=member).update(office=GroupMembership.Office.LEADER)
    dealing(complaint, member, PART.HELPER, post=Post.GROUP_LEADER)
    nothing_anywhere(member, complaint, COMPLAINANTS)
    officer = make.an_officer()
    complaint = a_complaint(subject=officer, words=COMPLAINANTS)
    make.a_holder_of(Post.MONITORING_OFFICER, person=officer)
    nothing_anywhere(officer, complaint, COMPLAINANTS)
