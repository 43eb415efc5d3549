"""May it be handed on, and to which process? The text’s own course says; the monitoring officer, the rest."""

from django.utils.translation import gettext as _

from council.models import MemberTerm
from council.queries import Standing, standing_of, term_of
from council.rules import Role
from enquiries.clock import Clock
from enquiries.models import Enquiry
from enquiries.policies.asking import answer, rule_of
from enquiries.rules import PROCESSES, Elsewhere, elsewhere, rests_on, statutory_limit
from rulebook.citation import Citation
from rulebook.decision import Decision, allowed, refused
from rulebook.duty import Duty
from rulebook.local_term import term_in_force
from rulebook.protocols import protocol
from rulebook.triage import Asker, Asks, Fact, Handling


def may_redirect(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person hand it on to another process, where the text has one for it?"""
    return answer("redirect", who, enquiry)


def may_refer(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person ask the monitoring officer where it belongs?"""
    return answer("refer", who, enquiry)


def may_update_redirection(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person enter its number there, or another date?"""
    return answer("update_redirection", who, enquiry)


def may_record_outcome(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person tell the member what came of it elsewhere?"""
    return answer("record_outcome", who, enquiry)


def may_bring_back(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person take it back, to be answered here?"""
    return answer("bring_back", who, enquiry)


def may_redirect_to(who: Standing, enquiry: Enquiry, process: Handling) -> Decision:
    """May the person hand it on to that process?

    To the one that the text names for what is on record; the monitoring officer, whom the text asks where it
    settles nothing, to any. The refusal is the text's own sentence on this request.
    """
    decision = may_redirect(who, enquiry)
    if not decision.allowed:
        return decision
    found = way_of(enquiry)
    rule = rule_of(Duty.REDIRECT, enquiry.protocol)
    if process is found.process:
        return allowed(rule, sentence_of(found), found.answer.cite)
    if process in PROCESSES and decides(who):
        return allowed(rule_of(Duty.ASK_MONITORING_OFFICER, enquiry.protocol))
    return refused(rule, sentence_of(found), found.answer.cite)


def decides(who: Standing) -> bool:
    """Is it for the person to say where something goes that the text sends nowhere?"""
    return who.has(Role.MONITORING_OFFICER)


def open_processes(who: Standing, enquiry: Enquiry) -> tuple[Handling, ...]:
    """The processes that the person may hand it on to, the text's own first."""
    processes = [one for one in PROCESSES if may_redirect_to(who, enquiry, one).allowed]
    own = way_of(enquiry).process
    return tuple(sorted(processes, key=lambda one: one is not own))


def way_of(enquiry: Enquiry) -> Elsewhere:
    """What the text that it was sent under says of handing it on, by what is on record."""
    on = enquiry.received_on
    terms = Clock.read().terms
    reply = term_in_force(terms, Duty.REPLY, on, opened_at=enquiry.sent_at) if on else None
    return elsewhere(protocol(enquiry.protocol), facts_of(enquiry), local_terms=(reply,) if reply else ())


def grounds_of(enquiry: Enquiry, process: Handling) -> tuple[Citation, ...]:
    """What handing it on to that process rests on, and what gives the date there; each once."""
    text = protocol(enquiry.protocol)
    limit = statutory_limit(text, process, Clock.read().calendars)
    found = (*rests_on(text, way_of(enquiry), process), *(limit.cites if limit else ()))
    return tuple({cite.id: cite for cite in found}.values())


def facts_of(enquiry: Enquiry) -> dict[str, object]:
    """What is on record of the request; who asks is read from the registers, the rest as it was put in.

    While nobody said otherwise it asks for information, and has a procedure if its service has one.
    """
    asker = asker_of(enquiry)
    procedure = enquiry.service.procedure.strip() if enquiry.service else ""
    known: dict[str, object] = {
        Fact.ASKS_FOR.value: Asks.INFORMATION.value,
        Fact.ESTABLISHED_PROCEDURE.value: procedure or None,
        **enquiry.facts,
        Fact.ASKED_BY.value: asker.value,
    }
    if asker is Asker.POLITICAL_ASSISTANT:
        # Every enquiry names its member.
        known[Fact.ON_BEHALF_OF_NAMED_MEMBER.value] = True
    return known


def asker_of(enquiry: Enquiry) -> Asker:
    """Who asks, as the registers had it on the day of receipt."""
    on = enquiry.received_on
    if on is None:
        return Asker.MEMBER
    if enquiry.logged_by_id != enquiry.member_id:
        writer = standing_of(enquiry.logged_by, on=on)
        if writer.assists_group_id is not None and enquiry.member_id not in writer.assisted:
            return Asker.POLITICAL_ASSISTANT
    term = term_of(enquiry.member, on=on)
    besides = (MemberTerm.Kind.CO_OPTED, MemberTerm.Kind.INDEPENDENT)
    return Asker.CO_OPTED_MEMBER if term and term.kind in besides else Asker.MEMBER


def sentence_of(found: Elsewhere) -> str:
    """What the text says of this request, in the course's own sentence; or what must be known first."""
    if found.says:
        return _(found.says)
    return _(
        "What becomes of this hangs on whether it is within the remit of the body that the member is "
        "appointed to. Say so first."
    )
