"""People, posts and logins for tests: each makes what it needs; name only what the test is about."""

import datetime
from itertools import count
from typing import Any

from django.utils import timezone

from council.actions import make_login
from council.models import (
    Absence,
    Administration,
    Body,
    Directorate,
    GroupAssistant,
    GroupMembership,
    MemberAssistant,
    MemberTerm,
    OfficerAppointment,
    Person,
    PoliticalGroup,
    PostHolding,
    Seat,
    Service,
    Team,
    User,
    Ward,
)
from council.rules import CONFIRMED_POSTS, BodyType, Grade
from council.rules.posts import MEMBERS_POSTS
from rulebook.post import Post

PASSWORD = "larch-and-heron-42"
LONG_AGO = datetime.date(2020, 5, 7)

_numbers = count(1)
# Names that no test looks for or misses: whoever is unnamed here is never found where a name is asked for.
_FIRST = ("Agatha", "Benoit", "Corwin", "Delphine", "Edmund", "Fenella", "Imelda", "Jarvis")
_LAST = ("Ackerby", "Bravington", "Dunmarrow", "Evercreech", "Fothergill", "Gisburn", "Hexworthy", "Inchbald")


def a_person(*, name: str = "", title: str = "", email: str = "", telephone: str = "") -> Person:
    """Somebody whom the council deals with; `name` is «First Last»."""
    number = next(_numbers)
    first, _space, last = name.partition(" ")
    return Person.objects.create(
        title=title,
        first_name=first or _FIRST[number % len(_FIRST)],
        last_name=last or f"{_LAST[number // len(_FIRST) % len(_LAST)]}{number if not name else ''}",
        email=email or f"person{number}@council.example",
        telephone=telephone,
    )


def a_ward(*, name: str = "") -> Ward:
    """A ward; the same name gives the same ward."""
    return Ward.objects.get_or_create(name=name or f"Ward {next(_numbers)}")[0]


def a_group(
    *, name: str = "", from_on: datetime.date = LONG_AGO, to_on: datetime.date | None = None
) -> PoliticalGroup:
    """A political group; the same name gives the same group."""
    name = name or f"Group {next(_numbers)}"
    found = PoliticalGroup.objects.filter(name=name).first()
    return found or PoliticalGroup.objects.create(name=name, from_on=from_on, to_on=to_on)


def a_directorate(*, name: str = "") -> Directorate:
    """A directorate; the same name gives the same directorate."""
    return Directorate.objects.get_or_create(name=name or f"Directorate {next(_numbers)}")[0]


def a_team(*, name: str = "", directorate: Directorate | None = None) -> Team:
    """A team; the same name gives the same team."""
    name = name or f"Team {next(_numbers)}"
    found = Team.objects.filter(name=name).first()
    return found or Team.objects.create(name=name, directorate=directorate or a_directorate())


def a_member(
    *,
    name: str = "",
    ward: Ward | None = None,
    group: PoliticalGroup | None = None,
    office: str = GroupMembership.Office.MEMBER,
    kind: str = MemberTerm.Kind.ELECTED,
    from_on: datetime.date = LONG_AGO,
    to_on: datetime.date | None = None,
    **person: Any,
) -> Person:
    """A member for a term, in a group where one is given."""
    member = a_person(name=name, title=person.pop("title", "Councillor"), **person)
    MemberTerm.objects.create(person=member, kind=kind, ward=ward or a_ward(), from_on=from_on, to_on=to_on)
    if group:
        GroupMembership.objects.create(
            person=member, group=group, office=office, from_on=from_on, to_on=to_on
        )
    return member


def an_officer(
    *,
    name: str = "",
    job_title: str = "Officer",
    grade: Grade = Grade.OFFICER,
    directorate: Directorate | None = None,
    team: Team | None = None,
    line_manager: Person | None = None,
    is_member_liaison: bool = False,
    from_on: datetime.date = LONG_AGO,
    to_on: datetime.date | None = None,
    **person: Any,
) -> Person:
    """An officer in a job; the directorate follows from the team where only the team is given."""
    officer = a_person(name=name, **person)
    OfficerAppointment.objects.create(
        person=officer,
        job_title=job_title,
        grade=grade,
        directorate=directorate or (team.directorate if team else a_directorate()),
        team=team,
        line_manager=line_manager,
        is_member_liaison=is_member_liaison,
        from_on=from_on,
        to_on=to_on,
    )
    return officer


def a_holding(
    post: Post,
    *,
    person: Person | None = None,
    directorate: Directorate | None = None,
    confirmed: bool = True,
    entered_by: Person | None = None,
    is_acting: bool = False,
    from_outside: bool = False,
    from_on: datetime.date = LONG_AGO,
    to_on: datetime.date | None = None,
) -> PostHolding:
    """A post held; one that needs a second person's word is confirmed unless the test says otherwise."""
    confirms = confirmed and post in CONFIRMED_POSTS
    if person is None:
        person = a_member() if post in MEMBERS_POSTS else an_officer(directorate=directorate)
    return PostHolding.objects.create(
        post=post,
        person=person,
        is_acting=is_acting,
        from_outside=from_outside,
        directorate=directorate,
        entered_by=entered_by,
        confirmed_by=a_person() if confirms else None,
        confirmed_at=timezone.now() if confirms else None,
        from_on=from_on,
        to_on=to_on,
    )


def a_holder_of(post: Post, **holding: Any) -> Person:
    """Who holds the post, an officer or a member as it needs; takes what `a_holding` takes."""
    return a_holding(post, **holding).person


def a_service(
    *,
    name: str = "",
    directorate: Directorate | None = None,
    team: Team | None = None,
    addressee: Person | None = None,
    **columns: Any,
) -> Service:
    """A service with the team that answers and the head of service whom members address."""
    team = team or a_team(directorate=directorate)
    directorate = directorate or team.directorate
    addressee = addressee or an_officer(
        job_title="Head of service", grade=Grade.HEAD_OF_SERVICE, directorate=directorate
    )
    return Service.objects.create(
        name=name or f"Service {next(_numbers)}",
        directorate=directorate,
        team=team,
        addressee=addressee,
        **columns,
    )


def an_assistant_to(
    member: Person,
    *,
    assistant: Person | None = None,
    from_on: datetime.date = LONG_AGO,
    to_on: datetime.date | None = None,
) -> Person:
    """A member's own named assistant."""
    assistant = assistant or an_officer(job_title="Member support assistant")
    MemberAssistant.objects.create(member=member, assistant=assistant, from_on=from_on, to_on=to_on)
    return assistant


def a_login(person: Person, password: str | None = PASSWORD, *, email: str = "") -> User:
    """A login for the person, with their own address."""
    return make_login(person=person, email=email or person.email, password=password)


def a_body(
    *,
    name: str = "",
    kind: BodyType = BodyType.COMMITTEE,
    from_on: datetime.date = LONG_AGO,
    to_on: datetime.date | None = None,
) -> Body:
    """A body that meets."""
    name = name or f"Committee {next(_numbers)}"
    return Body.objects.create(name=name, kind=kind, from_on=from_on, to_on=to_on)


def a_seat(
    body: Body,
    person: Person,
    *,
    office: str = Seat.Office.MEMBER,
    from_on: datetime.date = LONG_AGO,
    to_on: datetime.date | None = None,
) -> Seat:
    """A person's seat on a body."""
    return Seat.objects.create(body=body, person=person, office=office, from_on=from_on, to_on=to_on)


def an_absence(
    person: Person,
    substitute: Person | None = None,
    *,
    post: str = "",
    confirmed: bool = False,
    from_on: datetime.date = LONG_AGO,
    to_on: datetime.date | None = None,
) -> Absence:
    """Somebody is away, and another stands in."""
    return Absence.objects.create(
        person=person,
        substitute=substitute,
        post=post,
        confirmed_by=a_person() if confirmed else None,
        confirmed_at=timezone.now() if confirmed else None,
        from_on=from_on,
        to_on=to_on,
    )


def a_political_assistant(
    group: PoliticalGroup,
    *,
    person: Person | None = None,
    from_on: datetime.date = LONG_AGO,
    to_on: datetime.date | None = None,
) -> Person:
    """An officer who assists one group."""
    person = person or an_officer(job_title="Political assistant")
    GroupAssistant.objects.create(person=person, group=group, from_on=from_on, to_on=to_on)
    return person


def in_administration(group: PoliticalGroup) -> PoliticalGroup:
    """The group, which forms the administration."""
    Administration.objects.create(group=group, from_on=LONG_AGO)
    return group
