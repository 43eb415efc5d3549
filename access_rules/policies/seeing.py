"""May this person see this document: the one function for list, page, copy, search, letter and count."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from access_rules.models import AccessRequest, Document, DocumentGrant, Version
from access_rules.policies.answers import Answers
from access_rules.queries.answered import answer_today, answered_for, opens_by_rule
from access_rules.queries.beside import ANSWERED, DECIDED, GIVEN, INTEREST, PRIVY, beside_the_rules
from access_rules.queries.facts import anniversary, reckoned_from
from access_rules.queries.grants import grants_in_force
from access_rules.queries.requests import determined_for
from access_rules.queries.seers import Seer, person_before_papers, seer_of
from access_rules.queries.visible import known_by_place, reads_as_keeper
from access_rules.rules import RULES
from access_rules.states import DocumentState
from casework.policies.asking import rule_of
from casework.wording import long_date
from council.queries import Standing, protocol_in_force
from rulebook.decision import Answer, Decision, Outcome, refused, unknown
from rulebook.duty import Duty
from rulebook.rule import Rule

# In what form, the least first; a copy may always be inspected.
MODES = ("summary", "redacted_copy", "inspect", "marked_copy", "copy")
COPIES = ("copy", "marked_copy")
RULE_OF = {rule.id: rule for rule in RULES}
YEARS = {"six years from the meeting or decision": 6, "four years from the meeting or decision": 4}
FAR_AWAY = datetime.date.max
# A person and a document, by key.
Pair = tuple[int, int]


@dataclass(frozen=True)
class Seeing(Decision):
    """Whether the document opens; if so in which form, until which day (none: no end is set), and by what.

    `by` is «rule», «grant», «determination», «keeping» or «author». `answer` is what the rules said, where
    they were asked; also beside a refusal, so that a page can show its reason and ladder.
    """

    mode: str = "none"
    until: datetime.date | None = None
    by: str = ""
    answer: Answer | None = None
    grant: DocumentGrant | None = None

    @property
    def version_kind(self) -> str:
        """Which file it opens: the whole, the redacted one, or the summary."""
        if self.grant is not None and self.grant.version_kind:
            return self.grant.version_kind
        kinds = {"redacted_copy": Version.Kind.REDACTED, "summary": Version.Kind.SUMMARY}
        return kinds.get(self.mode, Version.Kind.WHOLE).value

    @property
    def gives_copy(self) -> bool:
        """Whether a copy may be had, marked or not, or only inspection."""
        return self.mode in COPIES or (self.mode == "redacted_copy" and self.by != "grant")


def may_know_of(who: Standing, document: Document) -> bool:
    """May the person learn that it exists? `known_to` lists the same documents.

    Not asked again of a row that was found for them: a page asks thirty questions of one document, and an
    action locks a row of its own, which bears no mark.
    """
    if document.found_for is who:
        return True
    return _knows_by_place(who, document) or (who.in_post and openings(who, [document])[document.pk].allowed)


def _knows_by_place(who: Standing, document: Document) -> bool:
    return known_by_place(who).filter(pk=document.pk).exists()


def may_open(who: Standing, document: Document) -> Seeing:
    """May the person open the document today, in which form, and until when.

    As a list asks it, with grants and determinations; and as they asked themselves, where the rules answered
    at once: that is asked anew, since a seat or a term may have ended. Refused says why and by which
    paragraph; unknown where they may not learn that it exists.
    """
    if not who.in_post:
        return _refused(Duty.OPEN_DOCUMENT, _("You hold no post here today, so you cannot open a document."))
    found = openings(who, [document])[document.pk]
    if not found.allowed and document.found_for is not who and not _knows_by_place(who, document):
        return Seeing(unknown().outcome)
    return found


def openings(
    who: Standing, documents: Iterable[Document], *, beside: frozenset[str] | None = None
) -> dict[int, Seeing]:
    """The same for many documents, by key: one query, and one more for each thing beside the rules.

    `beside` gives what a page asked already (`beside_the_rules`).

    The person may not know of what is refused here: a page asks `may_know_of` before it says anything.
    """
    rows = list(documents)
    how = asked_of(who, rows, beside=beside)
    return {row.pk: how(row) for row in rows}


def asked_of(
    who: Standing, documents: Iterable[Document], *, beside: frozenset[str] | None = None
) -> Callable[[Document], Seeing]:
    """How any of these opens: what stands beside the rules is read, and the rules are asked of each then."""
    ids = [row.pk for row in documents]
    beside = beside_the_rules(who) if beside is None else beside
    given: dict[Pair, list[DocumentGrant]] = {}
    decided: dict[Pair, list[AccessRequest]] = {}
    answered: dict[Pair, list[AccessRequest]] = {}
    if GIVEN in beside:
        given = given_in(grants_in_force(who, who.on).filter(content_object__in=ids))
    if DECIDED in beside:
        decided = decided_in(determined_for(who, who.on).filter(document__in=ids))
    if ANSWERED in beside:
        answered = decided_in(answered_for(who).filter(document__in=ids))
    seer = seer_of(who) if beside & {INTEREST, PRIVY} else person_before_papers(who)
    batch = Answers()

    def how(row: Document) -> Seeing:
        pair = (who.person.pk, row.pk)
        return opening(
            seer,
            row,
            grants=given.get(pair, ()),
            decided=decided.get(pair, ()),
            answered=answered.get(pair, ()),
            batch=batch,
        )

    return how


def given_in(grants: QuerySet[DocumentGrant]) -> dict[Pair, list[DocumentGrant]]:
    """What was given by name, by person and document: one query, however many they are."""
    found: dict[Pair, list[DocumentGrant]] = {}
    for grant in grants.select_related("user"):
        found.setdefault((grant.user.person_id or 0, grant.content_object_id), []).append(grant)
    return found


def decided_in(requests: QuerySet[AccessRequest]) -> dict[Pair, list[AccessRequest]]:
    """What was decided on request, or answered, by person and document: one query, however many they are."""
    found: dict[Pair, list[AccessRequest]] = {}
    for row in requests:
        found.setdefault((row.asked_by_id, row.document_id or 0), []).append(row)
    return found


def opening(
    seer: Seer,
    document: Document,
    *,
    grants: Iterable[DocumentGrant],
    decided: Iterable[AccessRequest],
    answered: Iterable[AccessRequest] = (),
    batch: Answers,
) -> Seeing:
    """The most generous of what opens it for this person; else why nothing does. No query."""
    if document.state == DocumentState.WITHDRAWN:
        return _withdrawn(seer.who, document)
    ruled = _by_rule(seer, document, batch=batch)
    found = [
        ruled,
        *(_by_answer(seer, document, one) for one in answered if ruled.allowed or one.on_behalf_of_id),
        *(_by_grant(grant) for grant in grants),
        *(_by_determination(row) for row in decided),
        *([_allowed(Duty.OPEN_PAPERS, by="keeping")] if reads_as_keeper(seer.who, document) else []),
        *([_allowed(Duty.OPEN_DOCUMENT, by="author")] if document.author_id == seer.who.person.pk else []),
    ]
    opened = [one for one in found if one.allowed]
    return max(opened, key=_generosity) if opened else ruled


def _generosity(one: Seeing) -> tuple[int, datetime.date]:
    return MODES.index(one.mode), one.until or FAR_AWAY


def _by_rule(seer: Seer, document: Document, *, batch: Answers) -> Seeing:
    answer = batch.of(seer, document)
    return _of_answer(answer, seer, document, opens=opens_by_rule(answer, seer, document))


def _by_answer(seer: Seer, document: Document, row: AccessRequest) -> Seeing:
    """As it was asked: a copy where one is wanted; in a member’s place also what an assistant does not have.

    An answer to anybody else opens nothing that a list does not open: it says in which form.
    """
    answer = answer_today(seer, document, row)
    opens = opens_by_rule(answer, seer, document, regime=row.regime)
    return _of_answer(answer, seer, document, opens=opens)


def _of_answer(answer: Answer, seer: Seer, document: Document, *, opens: bool) -> Seeing:
    named = RULE_OF.get(f"access-{str(answer['rule'] or '').lower()}")
    rule = named or Rule("access", answer.reason, answer.cite)
    if not opens:
        return Seeing(Outcome.REFUSED, rule, answer.reason, answer.cite, answer=answer)
    return Seeing(
        Outcome.ALLOWED,
        rule,
        answer.reason,
        answer.cite,
        mode=str(answer["mode"]),
        until=_ends_on(answer, document, on=seer.who.on),
        by="rule",
        answer=answer,
    )


def _ends_on(answer: Answer, document: Document, *, on: datetime.date) -> datetime.date | None:
    """The last day of a right that the rules give for a time; none for one that has no end of its own."""
    until = str(answer["until"] or "")
    if until == "until the meeting":
        return document.meeting.on if document.meeting else None
    if until in YEARS:
        return anniversary(reckoned_from(document), years=YEARS[until])
    return None


def _by_grant(grant: DocumentGrant) -> Seeing:
    rule = rule_of(Duty.OPEN_DOCUMENT, protocol_in_force().key)
    return Seeing(
        Outcome.ALLOWED,
        rule,
        grant.purpose,
        rule.cites,
        mode=grant.mode,
        until=grant.expires_on,
        by="grant",
        grant=grant,
    )


def _by_determination(request: AccessRequest) -> Seeing:
    rule = rule_of(Duty.OPEN_DOCUMENT, request.protocol)
    return Seeing(
        Outcome.ALLOWED,
        rule,
        request.reasons,
        rule.cites,
        mode=_mode_of(request),
        until=request.until,
        by="determination",
    )


def _mode_of(request: AccessRequest) -> str:
    """As it was decided: a part as the redacted copy; the whole to inspect, or as a copy."""
    if request.outcome == AccessRequest.Outcome.PARTLY:
        return "redacted_copy"
    return "copy" if request.mode == "copy" else "inspect"


def _withdrawn(who: Standing, document: Document) -> Seeing:
    """What was withdrawn opens to keepers alone; whoever knows of it is told the day."""
    if reads_as_keeper(who, document):
        return _allowed(Duty.OPEN_PAPERS, by="keeping")
    day = long_date(timezone.localdate(document.withdrawn_at))
    return _refused(Duty.OPEN_PAPERS, _("This document was withdrawn on %(day)s. Ask again.") % {"day": day})


def _allowed(duty: Duty, *, by: str) -> Seeing:
    rule = rule_of(duty, protocol_in_force().key)
    return Seeing(Outcome.ALLOWED, rule, rule.says, rule.cites, mode="copy", by=by)


def _refused(duty: Duty, sentence: str) -> Seeing:
    decision = refused(rule_of(duty, protocol_in_force().key), sentence)
    return Seeing(decision.outcome, decision.rule, decision.sentence, decision.citations)
