"""Who hears of what follows: questions and answers, words to check, incidents, a new lead, a new decision."""

import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from briefings import events
from briefings.actions.challenging import bring_determination
from briefings.models import Attributed, Matter
from briefings.policies.leading import knows_matter
from briefings.queries.following import readers_of_incidents, speakers_of
from briefings.subscribers.doors import briefing_of, deciders, group, lead, named, paragraphs, plan
from casework.events import EventKind, Letter
from casework.models import CaseEvent
from casework.policies.asking import rule_of
from casework.subscribers.plan import Plan
from council.models import Person
from council.queries import standing_of, who_act_in
from rulebook.decision import Decision, allowed, unknown
from rulebook.duty import Duty
from rulebook.protocols import protocol


def _answering(event: CaseEvent) -> list[Person]:
    """Whoever sees to the matter, and those who speak to the group."""
    found = [*lead(event), *speakers_of(briefing_of(event))]
    return list({one.pk: one for one in found}.values())


def _whose_words(event: CaseEvent) -> list[Person]:
    """The officer under whose name the words stand."""
    return [Attributed.objects.select_related("officer").get(pk=event.facts["attributed"]).officer]


def _incident_readers(event: CaseEvent) -> list[Person]:
    """Those whom the text names, or who act in their place."""
    posts, on = readers_of_incidents(briefing_of(event).protocol), timezone.localdate(event.at)
    return list({one.pk: one for post in posts for one in who_act_in(post, on=on)}.values())


def _may_read_incident(person: Person, event: CaseEvent, on: datetime.date) -> Decision:
    """Only in one of those posts on the day; whoever is in none gets no letter, and learns of nothing."""
    row = briefing_of(event)
    reads = standing_of(person, on=on).posts & frozenset(readers_of_incidents(row.protocol))
    return allowed(rule_of(Duty.REPORT_INCIDENT, row.protocol)) if reads else unknown()


def _incident_words(person: Person, event: CaseEvent) -> Letter:
    row = briefing_of(event)
    return Letter(
        gettext("An incident at a group’s meeting is reported: %(reference)s") % {"reference": row.reference},
        (gettext("Sign in to read it. Nobody else does."), paragraphs(row, Duty.REPORT_INCIDENT)),
        reverse("briefing-incidents"),
    )


def _matter_of(event: CaseEvent) -> Matter:
    return Matter.objects.select_related("lead").get(stream=event.stream_id)


def _new_lead(event: CaseEvent) -> list[Person]:
    return [_matter_of(event).lead]


def _may_know_matter(person: Person, event: CaseEvent, on: datetime.date) -> Decision:
    row = _matter_of(event)
    knows = knows_matter(standing_of(person, on=on), row)
    return allowed(rule_of(Duty.SHARE_BRIEFING, row.protocol)) if knows else unknown()


def _lead_words(person: Person, event: CaseEvent) -> Letter:
    row = _matter_of(event)
    return Letter(
        gettext("You see to a matter for political groups: %(reference)s") % {"reference": row.reference},
        (
            gettext("Find dates and speakers for it, and see that every group gets the same."),
            named(protocol(row.protocol).cite(Duty.SHARE_BRIEFING)),
        ),
        reverse("briefing-matter", args=[row.reference]),
    )


PLANS: dict[EventKind, Plan] = {
    events.RECONSIDERED: plan(
        deciders,
        _("A refusal is to be decided anew"),
        _("A challenge was determined for the group. Read why, and decide the request again."),
        Duty.DECIDE_BRIEFING,
    ),
    events.QUESTION_ASKED: plan(
        _answering,
        _("A group asks a further question"),
        _("Answer it in neutral words. Every group that had the briefing reads the answer."),
        Duty.SHARE_BRIEFING,
    ),
    events.QUESTION_ANSWERED: plan(
        group,
        _("A further question is answered"),
        _("A question after the briefing is answered, for every group that had it."),
        Duty.SHARE_BRIEFING,
    ),
    events.WORDS_PUT: plan(
        _whose_words,
        _("Words under your name are for you to check"),
        _("A group’s record says that you said them. Say whether they are right."),
        Duty.VERIFY_COMMENT,
    ),
    events.WORDS_CHECKED: plan(
        group,
        _("An officer checked words in your record"),
        _("Read whether they are right, or how they should read."),
        Duty.VERIFY_COMMENT,
    ),
    events.INCIDENT: Plan(to=_incident_readers, may=_may_read_incident, words=_incident_words),
    events.LEAD_NAMED: Plan(to=_new_lead, may=_may_know_matter, words=_lead_words),
}


def after_a_determination(event: CaseEvent) -> None:
    """What was determined of a refusal goes back to whoever decides the request."""
    bring_determination(event=event)
