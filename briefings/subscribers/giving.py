"""Who hears of packs, dates, speakers and rooms: number, paragraph and link, no word of the matter."""

import datetime
from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from briefings import events
from briefings.models import Matter, Speaker
from briefings.policies.matters import works_on
from briefings.queries.giving import newest_pack
from briefings.subscribers.doors import Recipients, Words, group, lead, named, plan
from briefings.subscribers.inviting import Invited, inviting, of_group, of_matter, of_officers
from casework.events import EventKind, Letter
from casework.models import CaseEvent
from casework.policies.asking import rule_of
from casework.subscribers.plan import Plan
from council.models import Person
from council.queries import standing_of
from rulebook.decision import Decision, allowed, unknown
from rulebook.duty import Duty
from rulebook.protocols import protocol


def matter_of(event: CaseEvent) -> Matter:
    """The matter that the event is about. Raises Matter.DoesNotExist for an event of another stream."""
    return Matter.objects.select_related("lead").get(stream=event.stream_id)


def may_receive(person: Person, event: CaseEvent, on: datetime.date) -> Decision:
    """Whether the person still works on the matter on the day, or was taken off it by this very event."""
    matter, who = matter_of(event), standing_of(person, on=on)
    if who.in_post and (works_on(who, matter) or event.kind == events.SPEAKER_ENDED.name):
        return allowed(rule_of(Duty.SHARE_BRIEFING, matter.protocol))
    return unknown()


def matter_lead(event: CaseEvent) -> list[Person]:
    """Whoever sees to the matter."""
    return [matter_of(event).lead]


def reader(event: CaseEvent) -> list[Person]:
    """Who is asked to read the newest version."""
    pack = newest_pack(matter_of(event))
    return [pack.reader] if pack and pack.reader else []


def author(event: CaseEvent) -> list[Person]:
    """Who wrote the newest version."""
    pack = newest_pack(matter_of(event))
    return [pack.author] if pack else []


def this_speaker(event: CaseEvent) -> list[Person]:
    """The officer whom the event names."""
    rows = Speaker.objects.filter(pk=event.facts.get("speaker", 0)).select_related("person")
    return [one.person for one in rows]


def speakers(event: CaseEvent) -> list[Person]:
    """Those who speak at the date that the event names."""
    rows = Speaker.objects.filter(session=event.facts.get("date", 0), ended_at__isnull=True)
    return list(dict.fromkeys(one.person for one in rows.select_related("person").order_by("pk")))


def speakers_and_lead(event: CaseEvent) -> list[Person]:
    """Those who speak, and whoever sees to it; of a date that is over the lead alone."""
    if _is_over(event):
        return matter_lead(event)
    return list(dict.fromkeys([*speakers(event), *matter_lead(event)]))


def lead_and_speakers(event: CaseEvent) -> list[Person]:
    """The same of an event in a group’s own timeline."""
    return list(dict.fromkeys([*lead(event), *speakers(event)]))


def _matter_plan(to: Recipients, title: Words, line: Words, duty: Duty) -> Plan:
    return Plan(to=to, may=may_receive, words=_letter(title, line, duty))


def _letter(title: Words, line: Words, duty: Duty) -> Callable[[Person, CaseEvent], Letter]:
    def words(person: Person, event: CaseEvent) -> Letter:
        matter = matter_of(event)
        subject = gettext("%(title)s: %(reference)s") % {"title": title, "reference": matter.reference}
        lines = (str(line), named(protocol(matter.protocol).cite(duty)))
        # Whoever was taken off may not open the matter any more.
        is_off = event.kind == events.SPEAKER_ENDED.name
        link = reverse("briefings") if is_off else reverse("briefing-matter", args=[matter.reference])
        return Letter(subject, lines, link)

    return words


def _is_over(event: CaseEvent) -> bool:
    return bool(event.facts.get("what") == "over")


def _date_ahead(person: Person, event: CaseEvent) -> Invited | None:
    return None if _is_over(event) else of_matter(person, event)


def _reminder(person: Person, event: CaseEvent) -> Letter:
    """Of a date to come, or of one that is over and was not recorded."""
    over = _is_over(event)
    title = _("A date is over: record whether it was held") if over else _("You have a briefing to give")
    line = (
        _("Record that it was held and who was there, or cancel it.")
        if over
        else _("The day and the place stand on the page.")
    )
    return _letter(title, line, Duty.SHARE_BRIEFING)(person, event)


PLANS: dict[EventKind, Plan] = {
    events.PACK_CERTIFIED: _matter_plan(
        reader,
        _("A pack for political groups is for you to read"),
        _("Read it as a second pair of eyes: clear it, or return it with your reason."),
        Duty.PREPARE_BRIEFING,
    ),
    events.PACK_RETURNED: _matter_plan(
        author,
        _("Your pack was returned"),
        _("Read why, and add the next version."),
        Duty.PREPARE_BRIEFING,
    ),
    events.PACK_CLEARED: _matter_plan(
        matter_lead,
        _("A pack is cleared"),
        _("Release it, so that every group that took it up has the same."),
        Duty.PREPARE_BRIEFING,
    ),
    events.SPEAKER_NAMED: inviting(
        _matter_plan(
            this_speaker,
            _("You are named to speak to political groups"),
            _("Read what may be said, and say that you keep to it."),
            Duty.SPEAK_TO_GROUP,
        ),
        of_matter,
    ),
    events.SPEAKER_ENDED: inviting(
        _matter_plan(
            this_speaker,
            _("You do not speak after all"),
            _("You were taken off the date. You need do nothing."),
            Duty.SPEAK_TO_GROUP,
        ),
        of_matter,
    ),
    events.SESSION_CANCELLED: inviting(
        _matter_plan(
            speakers_and_lead,
            _("A date is cancelled"),
            _("Read why on the page."),
            Duty.SHARE_BRIEFING,
        ),
        of_matter,
    ),
    events.SESSION_REMINDED: inviting(
        Plan(to=speakers_and_lead, may=may_receive, words=_reminder), _date_ahead
    ),
    events.DATES_OFFERED: plan(
        group,
        _("Dates are offered to your group"),
        _("Choose one. Where other groups choose the same, it is held for all of them together."),
        Duty.SHARE_BRIEFING,
    ),
    events.DATE_CHOSEN: inviting(
        plan(
            lead_and_speakers,
            _("A group chose a date"),
            _("The day and the place stand on the page."),
            Duty.SHARE_BRIEFING,
        ),
        of_officers,
    ),
    events.DATE_CANCELLED: inviting(
        plan(
            group,
            _("A date of your group is cancelled"),
            _("Read why, and choose another. What your group took up stands."),
            Duty.SHARE_BRIEFING,
        ),
        of_group,
    ),
    events.DATE_NEAR: inviting(
        plan(
            group,
            _("Your group’s briefing is near"),
            _("The day and the place stand on the page."),
            Duty.SHARE_BRIEFING,
        ),
        of_group,
    ),
    events.ROOM_REFUSED: inviting(
        plan(
            group,
            _("Officers do not come to those on your list"),
            _("Read why. Change who will be there, and choose a date again."),
            Duty.ATTEND_BRIEFING,
        ),
        of_group,
    ),
    events.GIVEN: plan(
        group,
        _("Your group has what it asked for or took up"),
        _("What there is to read stands on the page, with its certificate."),
        Duty.SHARE_BRIEFING,
    ),
    events.NOT_SERVED: plan(
        lead,
        _("A group waits: it has neither a date nor a pack"),
        _("Offer dates, or release the pack."),
        Duty.SHARE_BRIEFING,
    ),
}
