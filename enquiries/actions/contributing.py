"""Other teams give their part of a reply by a day; the reply waits until each is given or waived."""

import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from casework.actions.announcing import announce
from casework.models import Reminder
from casework.rules import Fact
from council.models import Team
from council.queries import Standing
from enquiries import events
from enquiries.actions.locking import ask, finish, locked
from enquiries.models import Contribution, Enquiry
from enquiries.policies import preparing
from enquiries.policies.asking import rule_of
from enquiries.rules import last_day_for_a_part
from enquiries.states import UNANSWERED
from rulebook.decision import Refused, refused
from rulebook.duty import Duty


def _refuse(enquiry: Enquiry, sentence: str) -> None:
    raise Refused(refused(rule_of(Duty.CONTRIBUTE, enquiry.protocol), sentence))


@transaction.atomic
def ask_contribution(
    *,
    who: Standing,
    enquiry: Enquiry,
    team: Team,
    question: str,
    due_on: datetime.date,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Contribution:
    """Asks another team for its part by a day; its officers see the case from now on.

    Raises Stale, or Refused: a confidential enquiry, the case's own team, a team that owes a part of it
    already, a day that is past or later than the reply's own.
    """
    enquiry = locked(enquiry, seen_version=seen_version)
    ask(preparing.may_ask_contribution, who, enquiry)
    if team.pk == enquiry.team_id:
        _refuse(enquiry, _("This team answers the enquiry itself."))
    if any(part.team_id == team.pk for part in preparing.open_parts(enquiry)):
        _refuse(enquiry, _("%(team)s is asked for its part already.") % {"team": team.name})
    if not who.on <= due_on <= last_day_for_a_part(enquiry.owed_on, who.on):
        _refuse(enquiry, _("The part must be due from today to the day of the reply."))
    part = Contribution.objects.create(
        enquiry=enquiry, team=team, question=question.strip(), due_on=due_on, asked_by=who.person, asked_at=at
    )
    facts: dict[str, Fact] = {"contribution": part.pk, "due": str(due_on)}
    finish(enquiry, kind=events.CONTRIBUTION_ASKED, by=who.person, at=at, facts=facts)
    return part


def _owed(enquiry: Enquiry, pk: int) -> Contribution | None:
    """The part of that number of this case, while it is owed."""
    return next((part for part in preparing.open_parts(enquiry) if part.pk == pk), None)


@transaction.atomic
def give_contribution(
    *, who: Standing, enquiry: Enquiry, part: int, text: str, at: datetime.datetime
) -> Contribution:
    """The other team gives its part, for the officers alone. Raises Refused for a part that is not theirs."""
    enquiry = locked(enquiry)
    ask(preparing.may_contribute, who, enquiry)
    given = _owed(enquiry, part)
    if given is None or given.team_id != who.team_id:
        raise Refused(
            refused(rule_of(Duty.CONTRIBUTE, enquiry.protocol), _("This part is not asked of you."))
        )
    given.text, given.given_by, given.given_at = text.strip(), who.person, at
    given.save()
    facts = {"contribution": given.pk}
    finish(enquiry, kind=events.CONTRIBUTION_GIVEN, by=who.person, at=at, facts=facts)
    return given


@transaction.atomic
def waive_contribution(
    *, who: Standing, enquiry: Enquiry, part: int, reason: str, at: datetime.datetime
) -> Contribution | None:
    """The reply does without the part, and the record says why; None where it is not owed any more."""
    enquiry = locked(enquiry)
    ask(preparing.may_waive_contribution, who, enquiry)
    waived = _owed(enquiry, part)
    if waived is None:
        return None
    waived.waived_because, waived.waived_by, waived.waived_at = reason.strip(), who.person, at
    waived.save()
    finish(
        enquiry,
        kind=events.CONTRIBUTION_WAIVED,
        by=who.person,
        at=at,
        facts={"contribution": waived.pk},
        content={"reason": waived.waived_because},
    )
    return waived


@transaction.atomic
def remind_of_part(*, part: Contribution, on: datetime.date, at: datetime.datetime) -> bool:
    """Tells the team once, from the day after, that its part is late; says whether it did."""
    enquiry = locked(part.enquiry)
    owed = _owed(enquiry, part.pk)
    if owed is None or owed.due_on >= on or enquiry.state not in UNANSWERED:
        return False
    _row, new = Reminder.objects.get_or_create(
        stream=enquiry.stream, rung=f"part-{owed.pk}", due_on=owed.due_on, defaults={"sent_at": at}
    )
    if new:
        facts: dict[str, Fact] = {"enquiry": enquiry.pk, "contribution": owed.pk, "due": str(owed.due_on)}
        announce(stream=enquiry.stream, kind=events.CONTRIBUTION_LATE, by=None, at=at, facts=facts)
    return new
