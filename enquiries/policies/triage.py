"""What becomes of an enquiry by its own text: the rules’ answer to what is known of it, never a bar but one.

Party political work is refused, whoever asks; everything else is sent, and the answer says where it goes.
"""

import datetime
from collections.abc import Iterable

from django.utils.translation import gettext as _

from council.models import MemberTerm, Person, Service
from council.queries import Standing, protocol_in_force, standing_of
from enquiries.clock import Clock
from enquiries.models import Channel, Enquiry
from enquiries.policies.asking import rule_of
from enquiries.queries import asked_for_in_group
from enquiries.rules import enquiry_triage
from enquiries.rules.stating import Stated, assistants_may_ask, post_addressed, said_of
from rulebook.decision import Answer, Decision, allowed, refused
from rulebook.duty import Duty
from rulebook.facts import Facts
from rulebook.local_term import term_in_force
from rulebook.post import Post
from rulebook.protocol import Protocol
from rulebook.protocols import protocol
from rulebook.triage import Asker, Fact, Handling
from rulebook.wording import gettext_noop, listed

CHOOSE = gettext_noop("Choose a member")
# A co-opted or independent member sits for the remit of a body; everybody else is simply a member.
_CO_OPTED = (MemberTerm.Kind.CO_OPTED, MemberTerm.Kind.INDEPENDENT)


def askers_of(who: Standing, members: Iterable[Person]) -> dict[int, Asker]:
    """Who asks, as the rules know them, by the member whose enquiry it is to be."""
    ids = {member.pk for member in members}
    found = dict.fromkeys(ids, Asker.MEMBER) | dict.fromkeys(_co_opted(who, ids), Asker.CO_OPTED_MEMBER)
    own = who.assisted | {who.person.pk}
    by_assistant = ids - own if who.assists_group_id is not None else set()
    in_group = asked_for_in_group(who).filter(pk__in=by_assistant).values_list("pk", flat=True)
    return found | dict.fromkeys(in_group, Asker.POLITICAL_ASSISTANT)


def _co_opted(who: Standing, ids: set[int]) -> set[int]:
    """Which of them sit for the remit of a body; one's own term is known already."""
    own = who.person.pk
    found = {own} if own in ids and who.term and who.term.kind in _CO_OPTED else set()
    others = ids - {own}
    if others:
        terms = MemberTerm.objects.on(who.on).filter(person__in=others, kind__in=_CO_OPTED)
        found |= set(terms.values_list("person_id", flat=True))
    return found


def what_becomes(
    facts: Facts, *, text: str, on: datetime.date, clock: Clock, opened_at: datetime.datetime | None = None
) -> Answer:
    """The answer of the question `enquiry-triage` to these facts, under the text and this council’s term."""
    term = term_in_force(clock.terms, Duty.REPLY, on, opened_at=opened_at)
    return enquiry_triage(protocol(text), facts, local_terms=(term,) if term else ())


def facts_of(enquiry: Enquiry) -> dict[str, object]:
    """What is known of an enquiry that was sent; the procedure is that of the service that has it now."""
    procedure = enquiry.service.procedure if enquiry.service else ""
    return {**enquiry.facts, Fact.ESTABLISHED_PROCEDURE.value: procedure or None}


def facts_at_sending(who: Standing, enquiry: Enquiry) -> dict[str, object]:
    """What the member said, with what is known besides: who asks, by what means, of whom, and a procedure."""
    asker = askers_of(who, [enquiry.member])[enquiry.member_id]
    return circumstances(
        {**said_of(Stated()), **enquiry.facts},
        asker=asker,
        service=enquiry.service,
        channel=Channel(enquiry.channel),
        addressed=as_addressed(enquiry.addressed_to, on=who.on),
    )


def circumstances(
    said: Facts, *, asker: Asker, service: Service | None, channel: Channel, addressed: Post | None
) -> dict[str, object]:
    """The facts that were said, and those that the form itself shows."""
    facts: dict[str, object] = {
        **said,
        Fact.ASKED_BY.value: asker.value,
        Fact.ESTABLISHED_PROCEDURE.value: (service.procedure if service else "") or None,
        Fact.ADDRESSED_TO.value: addressed.value if addressed else None,
        Fact.CHANNEL.value: channel.value,
    }
    if asker is Asker.POLITICAL_ASSISTANT:
        facts[Fact.ON_BEHALF_OF_NAMED_MEMBER.value] = True
    return facts


def as_addressed(officer: Person | None, *, on: datetime.date) -> Post | None:
    """As whom the officer named was addressed on the day; None where nobody was named."""
    if officer is None:
        return None
    standing = standing_of(officer, on=on)
    is_liaison = bool(standing.appointment and standing.appointment.is_member_liaison)
    return post_addressed(standing.posts, is_liaison=is_liaison)


def answer_for(enquiry: Enquiry, *, clock: Clock | None = None) -> Answer | None:
    """What becomes of an enquiry that was sent; None for one of which nothing was said."""
    if not enquiry.facts or enquiry.received_on is None:
        return None
    return what_becomes(
        facts_of(enquiry),
        text=enquiry.protocol,
        on=enquiry.received_on,
        clock=clock or Clock.read(),
        opened_at=enquiry.sent_at,
    )


def is_barred(answer: Answer) -> bool:
    """Whether it cannot be sent at all: what the text refuses whoever asks."""
    return answer["handling"] is Handling.REFUSE


def may_be_sent(answer: Answer) -> Decision:
    """May a request of which that becomes be sent? Only what is refused whoever asks may not."""
    rule = rule_of(Duty.DECLINE, protocol_in_force().key)
    if is_barred(answer):
        return refused(rule, _(answer.reason), answer.cite)
    return allowed(rule)


def _of_assistant(text: Protocol, *, named: bool) -> Answer:
    """What becomes of a political assistant’s request for information under the text."""
    facts = {
        Fact.ASKED_BY.value: Asker.POLITICAL_ASSISTANT.value,
        Fact.ESTABLISHED_PROCEDURE.value: None,
        Fact.ON_BEHALF_OF_NAMED_MEMBER.value: named,
        **said_of(Stated()),
    }
    return enquiry_triage(text, facts)


def which_member(text: Protocol) -> str:
    """What a political assistant who names no member is told: the text’s own rule, or just to choose one."""
    answer = _of_assistant(text, named=False)
    if answer["handling"] is not Handling.ASK_WHICH_MEMBER:
        return CHOOSE
    return f"{answer.reason} ({listed([cite.label for cite in answer.cite])})"


def may_ask_for_group(who: Standing, member: Person) -> Decision:
    """May a political assistant ask for this member: one of the group, where the text lets assistants ask?"""
    text = protocol_in_force()
    rule = rule_of(Duty.LOG_ENQUIRY, text.key)
    if not assistants_may_ask(text):
        answer = _of_assistant(text, named=True)
        return refused(rule, _(answer.reason), answer.cite)
    if not asked_for_in_group(who).filter(pk=member.pk).exists():
        return refused(rule, _("You can log an enquiry only for a member of the group that you assist."))
    return allowed(rule)
