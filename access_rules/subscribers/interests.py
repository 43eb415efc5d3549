"""Who hears that an interest is declared, or that one is still to be notified: a link, never the interest."""

import datetime
from collections.abc import Iterable

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from access_rules import events
from access_rules.policies.interests import may_declare_interest, may_keep_interests
from access_rules.queries.interests import to_notify
from casework.events import EventKind, Letter
from casework.models import CaseEvent
from casework.policies.asking import rule_of
from casework.subscribers.plan import Plan
from casework.wording import long_date
from council.models import Person
from council.queries import protocol_in_force, standing_of, who_act_in
from council.rules.interests import DAYS
from rulebook.decision import Decision, refused
from rulebook.duty import Duty
from rulebook.post import Post


def _member_of(event: CaseEvent) -> Person:
    """Whose interest it is; the entry that is kept, where two were merged since."""
    named = Person.objects.select_related("merged_into").get(pk=event.facts["person"])
    return named.merged_into or named


def _keepers(event: CaseEvent, *posts: Post) -> list[Person]:
    day = timezone.localdate(event.at)
    return [person for post in posts for person in who_act_in(post, on=day)]


def _of_declaration(event: CaseEvent) -> Iterable[Person]:
    return [*_keepers(event, Post.MONITORING_OFFICER), _member_of(event)]


def _of_reminder(event: CaseEvent) -> Iterable[Person]:
    return [*_keepers(event, Post.DEMOCRATIC_SERVICES), _member_of(event)]


def _may(person: Person, event: CaseEvent, on: datetime.date) -> Decision:
    """The member while they are one, and whoever keeps the register that day."""
    who = standing_of(person, on=on)
    return may_declare_interest(who) if person == _member_of(event) else may_keep_interests(who)


def _still_owed(person: Person, event: CaseEvent, on: datetime.date) -> Decision:
    """Nobody is reminded of what was notified before the letter went."""
    member = _member_of(event)
    keys = {one.key for one in to_notify(on=on, person=member)}
    if event.facts["key"] not in keys:
        rule = rule_of(Duty.DECLARE_INTEREST, protocol_in_force().key)
        return refused(rule, _("The interest was notified in the meantime."))
    return _may(person, event, on)


def _declared(person: Person, event: CaseEvent) -> Letter:
    if person == _member_of(event):
        line = _("An interest of yours is entered in a matter. See what it changes about access to papers.")
        return Letter(_("An interest of yours"), (line,), reverse("interests"))
    line = _("A member’s interest is entered in a matter. The register of interests shows it.")
    return Letter(_("An interest is declared"), (line,), reverse("interests-register"))


def _reminder(person: Person, event: CaseEvent) -> Letter:
    day = long_date(datetime.date.fromisoformat(str(event.facts["owed"])))
    is_over = event.facts["rung"] == "late"
    if person == _member_of(event):
        words = (
            _("The %(days)d days for notifying your disclosable pecuniary interests ended on %(day)s.")
            if is_over
            else _("Your %(days)d days for notifying disclosable pecuniary interests end on %(day)s.")
        )
        nothing = _("If you have none, or have notified them, there is nothing to do.")
        return Letter(
            _("Your interests"), (words % {"days": DAYS, "day": day}, nothing), reverse("interests")
        )
    words = (
        _("The register shows no notice of a member whose %(days)d days ended on %(day)s.")
        if is_over
        else _("The register shows no notice of a member whose %(days)d days end on %(day)s.")
    )
    return Letter(
        _("Interests to be notified"), (words % {"days": DAYS, "day": day},), reverse("interests-register")
    )


PLANS: dict[EventKind, Plan] = {
    events.INTEREST_ENTERED: Plan(_of_declaration, _may, _declared),
    events.INTERESTS_DUE: Plan(_of_reminder, _still_owed, _reminder),
}
