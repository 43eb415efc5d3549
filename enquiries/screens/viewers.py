"""Who can see a case, in words: by name who has it, by post and group who sees every such case."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from casework.wording import long_date
from council.models import Person, Team
from council.queries import holders_of, protocol_in_force, standing_of
from enquiries.models import Enquiry, Extra
from enquiries.queries import WATCHING, Beside, asked_for_in_group, beside, sharing_now
from rulebook.post import Post
from rulebook.triage import Asker
from rulebook.triage import Fact as RequestFact


@dataclass(frozen=True)
class Viewers:
    """Who can see a case: by name who has it, by post who sees every such case."""

    names: tuple[str, ...]
    groups: tuple[str, ...]


def who_can_see(enquiry: Enquiry, *, on: datetime.date, known: Beside | None = None) -> Viewers:
    """As `queries.visible_to` decides it, in words. Of a confidential case everybody is named, and so is
    everybody of one whose privacy is not settled yet.

    `known` is what stands beside it, where the page has read that already.
    """
    known = known or beside(enquiry, on=on)
    named: dict[int, str] = {enquiry.member_id: enquiry.member.name}
    # Who of those named is an officer on the day: whoever left sees nothing.
    here = known.jobs
    _name(named, [enquiry.owner] if enquiry.owner_id in here else [], _("case owner"))
    _name(named, [enquiry.addressee] if enquiry.addressee_id in here else [], _("addressed"))
    if not enquiry.is_for_named:
        officers = [one for one in (enquiry.owner, enquiry.addressee) if one]
        covering = [known.offices.covers(one) for one in officers]
        _name(named, covering, _("stands in while they are away"))
    by_assistant = enquiry.facts.get(RequestFact.ASKED_BY.value) == Asker.POLITICAL_ASSISTANT.value
    by_others = bool(enquiry.marking) and enquiry.logged_by_id in here
    if _assistant_sees(enquiry, on) if by_assistant else by_others:
        _name(named, [enquiry.logged_by], _("logged it for the member"))
    for post in WATCHING:
        _name(named, known.offices.holders_of(post), protocol_in_force().title_of(post))
    if enquiry.marking and enquiry.team is None:
        _name(named, holders_of(Post.DEMOCRATIC_SERVICES, on=on), _("democratic services"))
    if enquiry.is_for_named:
        return Viewers(tuple(named.values()), ())
    groups = _of_the_team(enquiry.team, known.team) if enquiry.team else []
    if enquiry.is_ordinary:
        groups += [_("The member’s named assistants"), _("Democratic services"), *_of_teams_asked(enquiry)]
        _name_colleagues(named, enquiry, on)
    return Viewers(tuple(named.values()), tuple(groups))


def _of_the_team(team: Team, count: int) -> list[str]:
    """Those who answer it, and those who answer for them."""
    return [
        _("The team %(team)s (%(count)d)") % {"team": team.name, "count": count},
        _("The directors of %(name)s") % {"name": team.directorate.name},
    ]


def _of_teams_asked(enquiry: Enquiry) -> list[str]:
    """Teams that were asked for their part of the reply."""
    if not enquiry.may_have(Extra.CONTRIBUTIONS):
        return []
    asked = enquiry.contributions.filter(waived_at__isnull=True).order_by("team__name")
    names = asked.values_list("team__name", flat=True).distinct()
    return [_("The team %(team)s, asked for its part") % {"team": name} for name in names]


def _name_colleagues(named: dict[int, str], enquiry: Enquiry, on: datetime.date) -> None:
    """The members with whom its member shares it."""
    for share in sharing_now(enquiry, on=on):
        words = _("shared by the member until %(day)s") % {"day": long_date(share.until)}
        _name(named, [share.user.person], words)


def _assistant_sees(enquiry: Enquiry, on: datetime.date) -> bool:
    """Whether the political assistant who wrote it still assists a group that the member is in."""
    in_group = asked_for_in_group(standing_of(enquiry.logged_by, on=on))
    return in_group.filter(pk=enquiry.member_id).exists()


def _name(named: dict[int, str], people: Iterable[Person | None], part: str) -> None:
    for person in people:
        if person and person.pk not in named:
            named[person.pk] = f"{person.name}, {part}"
