"""May this absence be entered, confirmed, ended? The substitute gets no power that they may not have."""

import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from council.models import Absence, Person
from council.policies.keeping import may_keep_registers
from council.policies.posts import letters_went_out
from council.queries import Facts, bar_to, own_facts, people_to_tell, unsent_letters
from council.rules import CONFIRMED_BY_A_SECOND, CONFIRMED_POSTS, KEEPS_REGISTERS
from council.rules.posts import Bar
from council.rules.registers import STANDS_IN
from rulebook.decision import Decision, allowed, refused
from rulebook.post import Post

# Asked of a person, so that the register cannot say on which day they are held.
_OF_A_PERSON = (Post.LINE_MANAGER, Post.SENIOR_MANAGER, Post.OFFICER)


def may_enter_absence(person: Person, absence: Absence, *, on: datetime.date) -> Decision:
    """People for themselves, from today on; a keeper of the registers for everybody.

    Who stands in for a post that opens confidential matter is entered by a keeper alone. Refused is a
    substitute who may not have the post on the first day, and a loop, with the names that it goes through.
    """
    if not may_keep_registers(person, on=on).allowed:
        own = _may_enter_own(person, absence, on=on)
        if not own.allowed:
            return own
    if absence.substitute is None:
        return allowed(STANDS_IN)
    if absence.substitute_id == absence.person_id:
        return refused(STANDS_IN, _("Somebody else has to stand in."))
    bar = _bar(absence)
    if bar is not None:
        return bar
    circle = _circle(absence)
    if circle:
        return refused(
            STANDS_IN,
            _("These absences would lead back to where they began: %(chain)s.")
            % {"chain": " → ".join(one.name for one in circle)},
        )
    return allowed(STANDS_IN)


def _may_enter_own(person: Person, absence: Absence, *, on: datetime.date) -> Decision:
    if absence.person_id != person.pk:
        return refused(KEEPS_REGISTERS, _("Only democratic services enter when somebody else is away."))
    if absence.post in CONFIRMED_POSTS:
        return refused(
            KEEPS_REGISTERS,
            _("This post opens confidential matter, so democratic services enter who stands in for it."),
        )
    if absence.from_on < on:
        return refused(
            KEEPS_REGISTERS, _("Enter days from today on. Democratic services enter earlier ones.")
        )
    return allowed(STANDS_IN)


def _bar(absence: Absence) -> Decision | None:
    """Why the substitute may not have the posts on the first day, in words."""
    if absence.substitute is None:
        return None
    theirs = own_facts(absence.person, on=absence.from_on)
    candidate = own_facts(absence.substitute, on=absence.from_on)
    posts = [held for held in theirs.held if absence.post in ("", held.post)]
    if absence.post and not posts and absence.post not in _OF_A_PERSON:
        return refused(
            STANDS_IN,
            _("%(name)s does not hold this post on the first day.") % {"name": absence.person.name},
        )
    found = next((bar for held in posts if (bar := bar_to(held, candidate))), None)
    found = found or _bar_to_anything(theirs, candidate)
    if found is None:
        return None
    return refused(STANDS_IN, _(found.sentence) % {"name": absence.substitute.name})


def _bar_to_anything(theirs: Facts, candidate: Facts) -> Bar | None:
    """A member stands in for a member and an officer for an officer, whatever posts there are."""
    if candidate.assists_group_id is not None:
        return Bar.POLITICAL_ASSISTANT
    # Whoever holds a post and is neither serves from outside, like a parish's monitoring officer.
    if theirs.is_officer and not candidate.is_officer and (candidate.is_member or not candidate.held):
        return Bar.NO_OFFICER
    if theirs.is_member and not theirs.is_officer and not candidate.is_member:
        return Bar.NO_MEMBER
    return None


def _circle(absence: Absence) -> list[Person]:
    """The people through whom the absences would lead back to who is away, with that person at both ends."""
    rows = _beside(absence)
    steps: dict[int, list[Absence]] = {}
    for row in rows:
        steps.setdefault(row.person_id, []).append(row)
    return _followed(absence, [absence], steps)


def _beside(absence: Absence) -> QuerySet[Absence]:
    """The other absences with a substitute on one of its days."""
    rows = Absence.objects.exclude(pk=absence.pk).exclude(substitute=None).exclude(to_on__lt=absence.from_on)
    if absence.to_on is not None:
        rows = rows.filter(from_on__lte=absence.to_on)
    found: QuerySet[Absence] = rows.select_related("person", "substitute")
    return found


def _followed(start: Absence, way: list[Absence], steps: dict[int, list[Absence]]) -> list[Person]:
    at = way[-1]
    if at.substitute_id == start.person_id:
        return [*(row.person for row in way), start.person]
    for row in steps.get(at.substitute_id or 0, []):
        if row not in way and all(_meet(row, before) for before in way):
            found = _followed(start, [*way, row], steps)
            if found:
                return found
    return []


def _meet(one: Absence, other: Absence) -> bool:
    """Do they share a day, and a post?"""
    days = max(one.from_on, other.from_on) <= min(
        one.to_on or datetime.date.max, other.to_on or datetime.date.max
    )
    return days and (not one.post or not other.post or one.post == other.post)


def may_confirm_absence(person: Person, absence: Absence, *, on: datetime.date) -> Decision:
    """A keeper of the registers, neither the substitute nor who entered it, once the holder was told."""
    keeps = may_keep_registers(person, on=on)
    if not keeps.allowed:
        return keeps
    if absence.substitute_id is None or (absence.post and absence.post not in CONFIRMED_POSTS):
        return refused(CONFIRMED_BY_A_SECOND, _("This absence takes effect without being confirmed."))
    if absence.confirmed_at is not None:
        return refused(CONFIRMED_BY_A_SECOND, _("This absence is confirmed already."))
    if absence.substitute_id == person.pk:
        return refused(CONFIRMED_BY_A_SECOND, _("You stand in. Somebody else has to confirm it."))
    if absence.entered_by_id == person.pk:
        return refused(CONFIRMED_BY_A_SECOND, _("You entered this absence. Somebody else has to confirm it."))
    return letters_went_out(people_to_tell(absence, on=on), set(unsent_letters(absence, on=on)))


def may_end_absence(person: Person, absence: Absence, *, on: datetime.date) -> Decision:
    """Whoever is away, or a keeper, while it goes on; it then ends sooner than was entered."""
    mine = _may_take_back(person, absence, on=on)
    if mine.allowed and not absence.holds_on(on):
        return refused(STANDS_IN, _("This absence has not begun, or has ended."))
    return mine


def may_withdraw_absence(person: Person, absence: Absence, *, on: datetime.date) -> Decision:
    """Whoever would be away, or a keeper, before it begins: it never took effect."""
    mine = _may_take_back(person, absence, on=on)
    if mine.allowed and absence.from_on <= on:
        return refused(STANDS_IN, _("This absence has begun. It can be ended."))
    return mine


def _may_take_back(person: Person, absence: Absence, *, on: datetime.date) -> Decision:
    if absence.person_id == person.pk:
        return allowed(STANDS_IN)
    keeps = may_keep_registers(person, on=on)
    if keeps.allowed:
        return keeps
    return refused(KEEPS_REGISTERS, _("Only democratic services change when somebody else is away."))
