"""The page that answers «May I see this document?»: one word first, then why, and by which rule."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access_rules.models import AccessRequest, Finding
from access_rules.policies.seeing import may_know_of
from access_rules.queries.asked import deciders_of
from access_rules.queries.grants import grants_that_stand
from access_rules.rules.findings import found
from access_rules.rules.outcomes import NO, PARTLY, WAITING, YES, is_made_by_hand, outcome_of
from access_rules.rules.verdict import Until
from access_rules.screens.request_facts import facts_of_request, title_of_decider
from access_rules.states import RequestState
from casework.screens.disputes import cites_of
from casework.wording import long_date
from council.queries import Standing
from rulebook.citation import Citation


@dataclass(frozen=True)
class RuleBox:
    """What one lens says: its heading, its answer and reason, and what it rests on."""

    heading: str
    text: str
    cites: tuple[Citation, ...]
    note: str = ""


@dataclass(frozen=True)
class FoundLine:
    """What a person found: the words, why, by whom and when."""

    says: str
    reasons: str
    by: str


@dataclass(frozen=True)
class AnswerScreen:
    """The page but for its duties and its ladder, which have screens of their own."""

    reference: str
    about: str
    kind: str
    word: str
    lines: tuple[str, ...]
    why: tuple[str, ...]
    findings: tuple[FoundLine, ...]
    rules: tuple[RuleBox, ...]
    facts: tuple[tuple[str, str], ...]


def answer_screen(who: Standing, row: AccessRequest) -> AnswerScreen:
    """The request as this person reads it on the day."""
    kind, word = word_of(row)
    return AnswerScreen(
        reference=row.reference,
        about=about(who, row),
        kind=kind,
        word=word,
        lines=tuple(_lines(row, on=who.on)),
        why=tuple(_why(row)),
        findings=tuple(_found_line(one) for one in _findings(row)),
        rules=rule_boxes(row),
        facts=tuple(facts_of_request(row)),
    )


def word_of(row: AccessRequest) -> tuple[str, str]:
    """The kind of the answer, and the largest word of the page."""
    if row.state == RequestState.WITHDRAWN:
        return "open", _("Withdrawn")
    return row.outcome or "open", str(AccessRequest.Outcome(row.outcome).label)


def about(who: Standing, row: AccessRequest) -> str:
    """What is asked for: the title for whoever may know of the document, else the words of whoever asked."""
    document = row.document
    if document is None or not may_know_of(who, document):
        return row.described
    said = [document.title, str(document.get_kind_display())]
    if document.body is not None:
        said.append(document.body.name)
    day = document.meeting.on if document.meeting else document.made_on
    return ". ".join([said[0], ", ".join([*said[1:], long_date(day)])])


def _lines(row: AccessRequest, *, on: datetime.date) -> Iterator[str]:
    if row.state == RequestState.WITHDRAWN:
        yield _("This request was taken back.")
    elif row.outcome == WAITING:
        yield from _waiting(row, on=on)
    elif row.outcome == NO:
        yield _("You cannot see this document.")
    elif row.is_given_by_name and not _still_given(row, on=on):
        yield _("Access was given by name, and it has ended.")
    elif row.until is not None and row.until < on:
        yield _("You could open it until %(day)s. That day is over.") % {"day": long_date(row.until)}
    else:
        yield _what_is_given(row)
        yield from _until(row)


def _still_given(row: AccessRequest, *, on: datetime.date) -> bool:
    """Whether what was given by name still stands: it ends with its day, by hand, or with its ground."""
    rows = grants_that_stand(on).filter(user__person=row.asked_by_id, content_object=row.document_id)
    return rows.exists()


def _what_is_given(row: AccessRequest) -> str:
    mode = _lens(row, "enforced").get("mode")
    if row.outcome == PARTLY:
        if row.state == RequestState.ANSWERED and mode == "summary":
            return _("You can have a written summary. You cannot see the whole document.")
        return _("You can see part of it. What you may not see is taken out.")
    if row.state == RequestState.DECIDED:
        mode = row.mode
    if mode in ("marked_copy", "copy"):
        return _("You can have a copy, with your name and the marking on each page.")
    return _("You can read it here.")


# When a right ends, or what it waits for, in words that stand by themselves.
_UNTIL = {
    Until.MEETING.value: gettext_lazy("Until the meeting."),
    Until.SIX_YEARS.value: gettext_lazy("For six years from the meeting or decision."),
    Until.FOUR_YEARS.value: gettext_lazy("For four years from the meeting or decision."),
    Until.TWENTY_WORKING_DAYS.value: gettext_lazy("Within 20 working days."),
    Until.ONE_MONTH.value: gettext_lazy("Within one month."),
    Until.DAY.value: gettext_lazy("At once, within 24 hours at the latest."),
    Until.TEN_CLEAR_DAYS.value: gettext_lazy("As soon as practicable, within 10 clear days at the latest."),
}


def _until(row: AccessRequest) -> Iterator[str]:
    words = str(_lens(row, "enforced").get("until") or "")
    if row.until is not None:
        yield _("You can open it until %(day)s.") % {"day": long_date(row.until)}
    elif words in _UNTIL and row.state == RequestState.ANSWERED:
        yield str(_UNTIL[words])


def _waiting(row: AccessRequest, *, on: datetime.date) -> Iterator[str]:
    """Who decides, by when; or that the day has passed."""
    if row.document_id is None:
        yield _("We look for the document that you described.")
    elif is_made_by_hand(_lens(row, "enforced"), is_public=False):
        yield _("The rules give you a copy. A person looks through it first.")
    elif _lens(row, "enforced").get("rule") == "N3":
        yield _("A contested need to know is for a person to decide.")
    else:
        yield _("This is for a person to decide.")
    if row.promise_asked_at is not None and not row.undertaking:
        yield _("You are asked to promise confidentiality first.")
    if row.decide_by is None:
        return
    given = {"day": long_date(row.decide_by)}
    if row.decide_by < on:
        yield _("You should have had an answer by %(day)s. Whoever decides was reminded.") % given
    else:
        yield _("You will have an answer by %(day)s.") % given
    yield from _who_decides(row, on=on)


def _who_decides(row: AccessRequest, *, on: datetime.date) -> Iterator[str]:
    people = deciders_of(row, on=on)
    if people:
        names = _(" or ").join(person.name for person in people)
        yield _("%(names)s (%(post)s) has it.") % {"names": names, "post": title_of_decider(row)}
    else:
        yield _("Nobody who may decide this holds a post today. Democratic services can enter who does.")


def _lens(row: AccessRequest, name: str) -> dict[str, Any]:
    found_: dict[str, Any] = row.answer.get(name, {})
    return found_


def _why(row: AccessRequest) -> Iterator[str]:
    """The reasons that a person wrote; else those of the rules; while it waits, why a person is asked."""
    written = [part.strip() for part in row.reasons.replace("\r\n", "\n").split("\n\n") if part.strip()]
    yield from written
    reason = str(_lens(row, "enforced").get("reason", ""))
    if reason and row.state != RequestState.DECIDED:
        yield reason
    if row.public_interest_note:
        yield row.public_interest_note


def _findings(row: AccessRequest) -> list[Finding]:
    """The last finding of each kind, in the order in which they were made."""
    last: dict[str, Finding] = {}
    for one in row.findings.select_related("by").order_by("at", "pk"):
        last[one.kind] = one
    return sorted(last.values(), key=lambda one: (one.at, one.pk))


def _found_line(one: Finding) -> FoundLine:
    known = found(f"{one.kind}:{one.value}")
    given = {"name": one.by.name, "day": long_date(timezone.localdate(one.at))}
    return FoundLine(_(known.says) if known else "", one.reasons, _("%(name)s, %(day)s") % given)


def rule_boxes(row: AccessRequest) -> tuple[RuleBox, ...]:
    """Under our protocol and under current law: one box where they agree, else both, with the label."""
    ours, law = _lens(row, "as_adopted"), _lens(row, "current_law")
    boxes = []
    if row.state == RequestState.DECIDED and row.cites:
        boxes.append(RuleBox(_("The decision rests on"), "", _once(cites_of(row.cites))))
    if not ours:
        return tuple(boxes)
    if (ours["decision"], ours["mode"]) == (law["decision"], law["mode"]):
        cites = _once((*_cited(ours), *_cited(law)))
        if boxes and set(cites) <= set(boxes[0].cites):
            # The decision rests on the same: its sources stand above.
            cites = ()
        heading = _("Under our protocol and under current law, the rules give the same answer")
        return (*boxes, RuleBox(heading, answer_words(ours), cites))
    label = _(str(row.answer.get("label", "")))
    return (
        *boxes,
        RuleBox(_("Under our protocol"), _answer_and_reason(ours), _cited(ours), label),
        RuleBox(_("Under current law"), _answer_and_reason(law), _cited(law)),
    )


def _answer_and_reason(lens: dict[str, Any]) -> str:
    return f"{answer_words(lens)} {lens.get('reason', '')}".strip()


def answer_words(lens: dict[str, Any]) -> str:
    """«Yes, to read.» «Partly.» «No.» «A person decides.»"""
    outcome, mode = outcome_of(lens), lens.get("mode")
    if outcome == WAITING:
        return _("A person decides.")
    if outcome == YES:
        return _("Yes, to read.") if mode == "inspect" else _("Yes, a copy.")
    return _("Partly.") if outcome == PARTLY else _("No.")


def _cited(lens: dict[str, Any]) -> tuple[Citation, ...]:
    return _once(cites_of("\n".join(str(id_) for id_ in lens.get("cite", []))))


def _once(cites: Iterable[Citation]) -> tuple[Citation, ...]:
    """Each place once, as a page names it: two duties of one section have the same name."""
    return tuple({cite.label: cite for cite in reversed(tuple(cites))}.values())[::-1]
