"""What stands before a reply: the parts of other teams, and the approval that a directorate wants."""

import datetime
from collections.abc import Iterable

from django.utils.translation import gettext as _

from casework.letters import unfit
from casework.wording import long_date
from council.models import OfficerAppointment, Person
from council.queries import Standing, holders_of, standings_of, who_covers
from council.rules import DIRECTOR_GRADES, Grade
from council.rules.posts import LEADING_POSTS
from enquiries.models import Contribution, Enquiry, Extra, PreparedReply, Withholding
from enquiries.policies.asking import answer, rule_of
from enquiries.policies.questions.parts import handles_or_routes, speaks_for_member
from enquiries.policies.questions.preparing import is_senior_for
from enquiries.queries import conditions_waiting
from enquiries.rules.conditions import one_a_place
from rulebook.decision import Decision, allowed, refused
from rulebook.duty import Duty

_SENIOR = [grade.value for grade in Grade if grade.rank >= Grade.HEAD_OF_SERVICE.rank]

IN_HAND = (PreparedReply.Stage.DRAFT, PreparedReply.Stage.WAITING, PreparedReply.Stage.RETURNED)


def approvers(enquiry: Enquiry, *, writer: int, on: datetime.date) -> list[Person]:
    """Who may approve a reply by that writer on the day; nobody where the directorate wants no approval.

    A head of service or above, or a director, of those who deal with the enquiry; never the writer. Where the
    writer is the only one of them (of a confidential enquiry the head of service), the reply needs no other.
    """
    team = enquiry.team
    if team is None or not team.directorate.approves_replies:
        return []
    jobs = OfficerAppointment.objects.on(on)
    near = jobs.filter(team=team, grade__in=_SENIOR) | jobs.filter(
        directorate=team.directorate_id, grade__in=DIRECTOR_GRADES
    )
    found = {pk for pk in (enquiry.addressee_id, enquiry.owner_id) if pk}
    found |= set(near.values_list("person_id", flat=True))
    found |= {person.pk for person in _standing_in(enquiry, on)}
    for post in LEADING_POSTS:
        found |= {person.pk for person in holders_of(post, on=on, directorate=team.directorate)}
    people = Person.objects.filter(pk__in=found - {writer}).order_by("last_name", "first_name", "pk")
    standings = standings_of(list(people), on=on)
    return [person for person in people if is_senior_for(standings[person.pk], enquiry)]


def _standing_in(enquiry: Enquiry, on: datetime.date) -> list[Person]:
    """Who has the everyday work of the owner and the addressee today; of what is for those named, nobody."""
    named = [one for one in (enquiry.owner, enquiry.addressee) if one]
    return [] if enquiry.is_for_named or not named else list(who_covers(named, on=on).values())


def open_parts(enquiry: Enquiry) -> list[Contribution]:
    """The parts that other teams still owe, the first due first."""
    if not enquiry.may_have(Extra.CONTRIBUTIONS):
        return []
    waiting = enquiry.contributions.filter(given_at__isnull=True, waived_at__isnull=True)
    return list(waiting.select_related("team").order_by("due_on", "pk"))


def reply_in_hand(person: Person, enquiry: Enquiry) -> PreparedReply | None:
    """The person's own reply that is not sent yet, if there is one."""
    mine = enquiry.prepared.filter(by=person, stage__in=IN_HAND)
    return mine.select_related("decided_by").first()


def waiting_reply(enquiry: Enquiry) -> PreparedReply | None:
    """The reply that waits for approval, if one does."""
    waiting = enquiry.prepared.filter(stage=PreparedReply.Stage.WAITING)
    return waiting.select_related("by").order_by("asked_at", "pk").first()


def _parts_owed(enquiry: Enquiry) -> Decision | None:
    """Refused, with names and days, while a part is owed."""
    owed = open_parts(enquiry)
    if not owed:
        return None
    names = [
        _("%(team)s (by %(day)s)") % {"team": part.team.name, "day": long_date(part.due_on)} for part in owed
    ]
    sentence = _("The reply waits for the part of %(teams)s. Wait for it, or say why you do without it.")
    return refused(rule_of(Duty.CONTRIBUTE, enquiry.protocol), sentence % {"teams": ", ".join(names)})


def unless_a_condition_waits(decision: Decision, enquiry: Enquiry) -> Decision:
    """The decision on a reply: until the condition is met, what was asked for is not supplied (MW-5.5a)."""
    if not decision.allowed:
        return decision
    waiting = conditions_waiting(enquiry).first()
    if waiting is None:
        return decision
    duty, words = {
        Withholding.Ground.UNDERTAKING: (
            Duty.UNDERTAKE,
            _(
                "A promise of confidentiality was asked for and is not given yet. Withhold the information, "
                "or say that the promise is not needed any more."
            ),
        ),
        Withholding.Ground.AUTHORITY: (
            Duty.SHOW_AUTHORITY,
            _(
                "The resident’s authority was asked for and is not accepted yet. Withhold the information, "
                "or say that the authority is not needed any more."
            ),
        ),
    }[Withholding.Ground(waiting.ground)]
    rule = rule_of(duty, enquiry.protocol)
    return refused(rule, words, one_a_place(rule.cites))


def unless_somebody_reads_first(decision: Decision, who: Standing, enquiry: Enquiry) -> Decision:
    """The decision on declining or withholding: where replies are approved, a senior officer does it.

    Nobody else reads it before the member does, so that whoever reads replies first writes this one.
    """
    if not decision.allowed or enquiry.team is None or is_senior_for(who, enquiry):
        return decision
    if not approvers(enquiry, writer=who.person.pk, on=who.on):
        return decision
    sentence = _(
        "Replies of %(directorate)s are approved before they are sent, so a head of service or director "
        "declines or withholds. Add a note that says what you propose."
    )
    return refused(
        rule_of(Duty.APPROVE, enquiry.protocol), sentence % {"directorate": enquiry.team.directorate.name}
    )


def _reply(who: Standing, enquiry: Enquiry) -> Decision:
    """May a reply be sent at all: is one owed, by this person, and on no condition that waits?"""
    return unless_a_condition_waits(answer("reply", who, enquiry), enquiry)


def may_send_withheld(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person send a reply that withholds something? Whoever may is its approver too, where one is."""
    decision = _reply(who, enquiry)
    if not decision.allowed:
        return decision
    owed = _parts_owed(enquiry)
    return unless_somebody_reads_first(decision, who, enquiry) if owed is None else owed


def may_send_reply(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person send the reply to the member now, without anybody else's word?"""
    decision = _reply(who, enquiry)
    if not decision.allowed:
        return decision
    owed = _parts_owed(enquiry)
    if owed is not None:
        return owed
    if enquiry.team and approvers(enquiry, writer=who.person.pk, on=who.on):
        sentence = _("Replies of %(directorate)s are approved before they are sent. Ask for approval.")
        return refused(
            rule_of(Duty.APPROVE, enquiry.protocol), sentence % {"directorate": enquiry.team.directorate.name}
        )
    return decision


def may_ask_approval(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person ask that their reply be approved and sent?"""
    decision = _reply(who, enquiry)
    if not decision.allowed:
        return decision
    rule = rule_of(Duty.APPROVE, enquiry.protocol)
    if not approvers(enquiry, writer=who.person.pk, on=who.on):
        return refused(rule, _("Your reply needs no approval. Send it."))
    owed = _parts_owed(enquiry)
    if owed is not None:
        return owed
    waiting = waiting_reply(enquiry)
    if waiting:
        sentence = _("A reply by %(name)s waits for approval already.")
        return refused(rule, sentence % {"name": waiting.by.name})
    return allowed(rule)


def may_judge(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person read the reply that waits for approval, and send it back to its writer?"""
    decision = answer("approve", who, enquiry)
    if not decision.allowed:
        return decision
    rule = rule_of(Duty.APPROVE, enquiry.protocol)
    waiting = waiting_reply(enquiry)
    if waiting is None:
        return refused(rule, _("No reply to this enquiry waits for approval."))
    if waiting.by_id == who.person.pk:
        return refused(rule, _("You wrote this reply, so somebody else must approve it."))
    return decision


def may_approve(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person approve the reply that waits, and so send it?

    Not while a part or a condition waits, nor where the reply holds a field that is not filled in, or a
    standing paragraph that has expired since it was written.
    """
    decision = may_judge(who, enquiry)
    waiting = waiting_reply(enquiry)
    if not decision.allowed or waiting is None:
        return decision
    owed = _parts_owed(enquiry)
    if owed is not None:
        return owed
    faults = [fault for text in (waiting.text, waiting.forward_text) for fault in unfit(text, on=who.on)]
    if faults:
        sentence = _("This reply cannot be sent as it is: %(fault)s. Send it back to be changed.")
        return refused(rule_of(Duty.APPROVE, enquiry.protocol), sentence % {"fault": faults[0]})
    return unless_a_condition_waits(decision, enquiry)


def may_ask_contribution(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person ask another team for its part of the reply? Never of what only those named may see."""
    decision = answer("ask_contribution", who, enquiry)
    if not decision.allowed:
        return decision
    if not enquiry.is_ordinary:
        return refused(
            rule_of(Duty.KEEP_CONFIDENTIAL, enquiry.protocol),
            _("This enquiry is private or confidential, so another team cannot be asked for its part of it."),
        )
    return decision


def may_waive_contribution(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person say that the reply does without a part?"""
    return answer("ask_contribution", who, enquiry)


def may_contribute(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person give their team's part?"""
    return answer("contribute", who, enquiry)


def is_contributor(who: Standing, enquiry: Enquiry) -> bool:
    """Does the person see it only because their team was asked for its part?"""
    return enquiry.pk in contributed_to(who, [enquiry])


def contributed_to(who: Standing, enquiries: Iterable[Enquiry]) -> frozenset[int]:
    """Which of these the person sees only so, by key: one query at most, however many they are."""
    if who.team_id is None:
        return frozenset()
    others = [one.pk for one in enquiries if not (handles_or_routes(who, one) or speaks_for_member(who, one))]
    if not others:
        return frozenset()
    asked = Contribution.objects.filter(enquiry__in=others, team=who.team_id, waived_at__isnull=True)
    return frozenset(asked.values_list("enquiry", flat=True))
