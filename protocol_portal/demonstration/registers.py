"""Writes a demonstration council's people, posts and services, as its democratic services would have."""

import datetime
import unicodedata

from council.actions import confirm_post, enter_post
from council.models import (
    CouncilProfile,
    Directorate,
    GroupMembership,
    MemberAssistant,
    MemberTerm,
    OfficerAppointment,
    Person,
    PoliticalGroup,
    PostHolding,
    Service,
    Team,
    Ward,
)
from council.rules import CONFIRMED_POSTS, Grade, PoliticalRestriction
from protocol_portal.demonstration.entries import Council, Kind, MemberEntry, OfficerEntry, PostEntry, Serves
from protocol_portal.demonstration.moments import at_nine
from protocol_portal.demonstration.offices import write_offices
from protocol_portal.demonstration.roll import Roll
from rulebook.post import Post

MAY, THURSDAY = 5, 3
# A new council takes office on the fourth day after the poll.
TAKES_OFFICE = datetime.timedelta(days=4)
SETTLED = datetime.timedelta(days=60)
ONE_DAY = datetime.timedelta(days=1)
# Numbers kept for drama: nobody has them.
FIRST_NUMBER = 960_101


def took_office(today: datetime.date) -> datetime.date:
    """The day on which the members of the last election took office, some months ago."""
    last = today - SETTLED
    year = last.year if first_thursday(last.year) + TAKES_OFFICE <= last else last.year - 1
    return first_thursday(year) + TAKES_OFFICE


def first_thursday(year: int) -> datetime.date:
    """The day of the ordinary elections: the first Thursday in May."""
    first = datetime.date(year, MAY, 1)
    return first + datetime.timedelta(days=(THURSDAY - first.weekday()) % 7)


def write_registers(council: Council, *, today: datetime.date) -> Roll:
    """The council's registers as they stand today, with a year and more behind them."""
    roll = Roll(today, took_office(today))
    _people(council, roll)
    CouncilProfile.objects.update_or_create(
        pk=1,
        defaults={
            "council_name": council.name,
            "phone": "01632 960100",
            "email": f"democratic.services@{council.domain}",
            "address": "Town Hall\n1 Market Square\nXX1 1XX",
            "safeguarding_phone": "01632 960999",
        },
    )
    _members(council, roll)
    _officers(council, roll)
    _posts(council, roll)
    write_offices(council, roll)
    _assistants(council, roll)
    _services(council, roll)
    return roll


def address_of(name: str, domain: str) -> str:
    """The e-mail address that a name gives: «siobhan.kearney@…»."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return f"{'.'.join(plain.replace(chr(39), '').split())}@{domain}"


def _people(council: Council, roll: Roll) -> None:
    names = [
        *((entry.name, _title(entry)) for entry in council.members),
        *((entry.name, "") for entry in council.officers),
        *((name, "") for name in council.outsiders),
    ]
    rows = []
    for number, (name, title) in enumerate(names, FIRST_NUMBER):
        first, _space, last = name.partition(" ")
        rows.append(
            Person(
                title=title,
                first_name=first,
                last_name=last,
                email=address_of(name, council.domain),
                telephone=f"01632 {number}",
            )
        )
    Person.objects.bulk_create(rows)
    roll.people = {name: row for (name, _title_), row in zip(names, rows, strict=True)}


def _title(entry: MemberEntry) -> str:
    """Whoever sits for a ward or a district is a councillor."""
    return "Councillor" if entry.ward else ""


def _members(council: Council, roll: Roll) -> None:
    """Terms and groups: those who were elected again have two terms, one after the other."""
    before = first_thursday(roll.took_office.year - 4) + TAKES_OFFICE
    wards = _wards(council)
    groups = {
        name: PoliticalGroup.objects.create(name=name, from_on=before, notified_on=before + ONE_DAY)
        for name in council.groups
    }
    last_day = roll.took_office - ONE_DAY
    terms, seats = [], []
    for entry in council.members:
        person = roll.people[entry.name]
        district = entry.ward if entry.kind == Kind.NOMINATED else ""
        seat = {
            "kind": entry.kind,
            "ward": wards.get(entry.ward),
            "remit": entry.remit,
            "nominated_by": district,
        }
        if entry.serves is not Serves.NEWLY_ELECTED:
            terms.append(MemberTerm(person=person, **seat, from_on=before, to_on=last_day))
        if entry.serves is not Serves.FORMER:
            terms.append(MemberTerm(person=person, **seat, from_on=roll.took_office))
        if entry.group:
            is_new, is_former = entry.serves is Serves.NEWLY_ELECTED, entry.serves is Serves.FORMER
            seats.append(
                GroupMembership(
                    person=person,
                    group=groups[entry.group],
                    office=entry.office,
                    from_on=roll.took_office if is_new else before,
                    to_on=last_day if is_former else None,
                )
            )
    MemberTerm.objects.bulk_create(terms)
    GroupMembership.objects.bulk_create(seats)


def _wards(council: Council) -> dict[str, Ward]:
    """Wards, where members sit for wards; members whom districts nominate have none."""
    if any(entry.kind == Kind.NOMINATED for entry in council.members):
        return {}
    return {name: Ward.objects.create(name=name) for name in council.streets}


def _officers(council: Council, roll: Roll) -> None:
    """Directorates, teams and jobs, begun between two and eight years ago."""
    directorates = {name: Directorate.objects.create(name=name) for name in council.teams}
    teams = {
        name: Team.objects.create(name=name, directorate=directorates[where])
        for where, names in council.teams.items()
        for name in names
    }
    jobs = []
    for number, entry in enumerate(council.officers):
        person = roll.people[entry.name]
        jobs.append(
            OfficerAppointment(
                person=person,
                job_title=entry.job,
                grade=entry.grade,
                directorate=directorates[entry.directorate],
                team=teams.get(entry.team),
                line_manager=roll.people.get(entry.manager),
                employer=entry.employer,
                political_restriction=_restriction(entry),
                statutory_post=entry.statutory_post,
                is_member_liaison=entry.is_liaison,
                from_on=datetime.date(roll.today.year - 2 - number % 7, 1 + number % 12, 1),
                to_on=roll.today - datetime.timedelta(days=150) if entry.is_former else None,
            )
        )
        _on_the_staff(roll, entry, person)
    OfficerAppointment.objects.bulk_create(jobs)


def _restriction(entry: OfficerEntry) -> str:
    """Chief officers and their deputies are named in the Act; others as their entry says."""
    if Grade(entry.grade).rank >= Grade.ASSISTANT_DIRECTOR.rank:
        return PoliticalRestriction.SPECIFIED
    return entry.restriction


def _on_the_staff(roll: Roll, entry: OfficerEntry, person: Person) -> None:
    roll.jobs[entry.name] = entry.job
    if entry.team and not entry.is_former:
        roll.staff.setdefault(entry.team, []).append(person)


def _posts(council: Council, roll: Roll) -> None:
    """Posts held; those that open confidential matter are entered by one keeper and confirmed by another."""
    keeping = datetime.date(roll.today.year - 3, 1, 1)
    entered = datetime.date(roll.today.year - 2, 9, 1)
    for held in council.posts:
        if held.post is Post.DEMOCRATIC_SERVICES:
            person = roll.people[held.name]
            PostHolding.objects.create(post=held.post, person=person, from_on=keeping)
            roll.keepers.append(person)
    for held in council.posts:
        if held.post is not Post.DEMOCRATIC_SERVICES:
            is_member = held.name in {entry.name for entry in council.members}
            _post(roll, held, from_on=roll.took_office if is_member else entered)


def _post(roll: Roll, held: PostEntry, *, from_on: datetime.date) -> None:
    person = roll.people[held.name]
    where = Directorate.objects.get(name=held.directorate) if held.directorate else None
    first, second = [keeper for keeper in roll.keepers if keeper != person][:2]
    holding = PostHolding(
        post=held.post,
        person=person,
        directorate=where,
        from_outside=held.from_outside,
        from_on=from_on,
    )
    at = at_nine(from_on)
    enter_post(holding=holding, by=first, at=at)
    if held.post in CONFIRMED_POSTS:
        confirm_post(holding=holding, by=second, at=at + datetime.timedelta(hours=2))


def _assistants(council: Council, roll: Roll) -> None:
    since = roll.today - datetime.timedelta(days=540)
    MemberAssistant.objects.bulk_create(
        MemberAssistant(member=roll.people[member], assistant=roll.people[name], from_on=since)
        for name, members in council.assistants.items()
        for member in members
    )


def _services(council: Council, roll: Roll) -> None:
    teams = {team.name: team for team in Team.objects.select_related("directorate")}
    for position, entry in enumerate(council.services, 1):
        team = teams[entry.team]
        roll.services[entry.team] = Service.objects.create(
            name=entry.name,
            directorate=team.directorate,
            team=team,
            addressee=roll.people[entry.addressee],
            report_title=entry.report_title,
            report_hint=entry.hint,
            report_label=entry.label,
            report_url=f"https://www.{council.domain}/{entry.path}" if entry.path else "",
            position=position,
        )
