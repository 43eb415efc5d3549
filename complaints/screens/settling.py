"""What the pages of the informal stage show: who helps, what the other side reads, what was tried."""

import datetime
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.screens.panels import Panel, Way
from casework.wording import long_date, plain_date
from complaints.models import Attempt, Complaint, Handler
from complaints.policies import settling as policies
from complaints.policies.taking_back import may_take_back
from complaints.queries.helping import Offered, title_of
from complaints.queries.people import people_of
from complaints.queries.settling import answer_by, helpers, shown_words, was_tried, who_help
from complaints.rules.raising import ALLEGATIONS, AT_ONCE
from complaints.states import ComplaintState
from council.queries import Standing
from rulebook.duty import Duty
from rulebook.protocols import protocol

Choice = tuple[str, str]


@dataclass(frozen=True)
class HelperLine:
    """Somebody who was asked to help: their name, their post, and what they said."""

    name: str
    post: str
    says: str


@dataclass(frozen=True)
class Say:
    """What one side says of an attempt."""

    side: str
    words: str


@dataclass(frozen=True)
class AttemptLine:
    """One attempt: the day, who wrote it down, who helped, the words, what each side says, and where."""

    day: str
    by: str
    helper: str
    words: str
    says: tuple[Say, ...]
    url: str


@dataclass(frozen=True)
class Settling:
    """The informal stage as one person may see it."""

    citations: object
    helpers: tuple[HelperLine, ...]
    shown: tuple[str, ...]
    is_told: bool
    shows_shown: bool
    attempts: tuple[AttemptLine, ...]
    answer_by: str
    is_open: bool
    is_settled: bool
    was_tried: bool
    is_mine: bool


WAYS: tuple[Way[Complaint], ...] = (
    Way(gettext_lazy("Say whether you help"), "complaint-help", policies.may_say_whether_they_help),
    Way(gettext_lazy("Ask somebody to help"), "complaint-ask-helper", policies.may_ask_for_help),
    Way(gettext_lazy("Say what the other side may read"), "complaint-show-words", policies.may_choose_words),
    Way(gettext_lazy("Say that you spoke with them"), "complaint-spoke", policies.may_say_they_spoke),
    Way(gettext_lazy("Write down what was tried"), "complaint-tried", policies.may_record_attempt),
    Way(gettext_lazy("Send it as a formal complaint"), "complaint-go-formal", policies.may_go_formal),
    Way(gettext_lazy("Say that there is more to it"), "complaint-allege", policies.may_add_allegation),
    Way(gettext_lazy("Take it back"), "complaint-take-back", may_take_back),
)


def settling_panel(who: Standing, row: Complaint) -> Panel | None:
    """The informal stage on the page of a complaint; nothing where it had none, or who may not read of it."""
    found = settling(who, row)
    return Panel("complaints/settling.html", {"settling": found}) if found else None


def settling(who: Standing, row: Complaint) -> Settling | None:
    """The informal stage for the page of a complaint; nothing where it had none, or who may not read it."""
    lines = tuple(attempt_line(who, one) for one in _attempts(who, row))
    is_open = row.state == ComplaintState.INFORMAL
    if not is_open and not lines:
        return None
    mine = policies.speaks_as_subject(who, row)
    # Whoever was asked and has not answered is known to whoever asked them, not to the other side.
    found = who_help(row) if mine else helpers(row)
    return Settling(
        citations=protocol(row.protocol).cite(Duty.SETTLE_INFORMALLY),
        helpers=tuple(_helper(one) for one in found) if is_open else (),
        shown=() if mine else shown(row),
        is_told=row.subject_told_at is not None,
        shows_shown=is_open and not mine,
        attempts=lines,
        answer_by=answer_day(row),
        is_open=is_open,
        is_settled=row.outcome == Complaint.Outcome.SETTLED,
        was_tried=was_tried(row, on=who.on),
        is_mine=policies.speaks_as_complainant(who, row),
    )


def as_choices(row: Complaint, offered: Iterable[Offered]) -> list[Choice]:
    """Those whom the text names, by number, with name and post."""
    return [(str(one.person.pk), _named(one.person.name, one.post, row)) for one in offered]


@dataclass(frozen=True)
class Goes:
    """Where it goes once it is formal: who receives it, one of whom may have to be chosen, who has a copy."""

    to: tuple[Choice, ...]
    copies: tuple[str, ...]
    choose: bool


def goes(row: Complaint, *, on: datetime.date, besides: Iterable[str] = ()) -> Goes:
    """Where the text sends it after the informal stage, by name and post, on the day; `besides` is what is
    alleged beside what stands in it, which may send it elsewhere.
    """
    asked = copy(row)
    asked.alleges = list(dict.fromkeys((*row.alleges, *besides)))
    people = people_of(asked, on=on, informal_tried=was_tried(row, on=on), passed_over=True)
    to, copies = people.parts.get("to", ()), people.parts.get("copy_to", ())
    return Goes(
        to=tuple((str(one.person.pk), _named(one.person.name, one.post.value, row)) for one in to),
        copies=tuple(_named(one.person.name, one.post.value, row) for one in copies),
        choose=people.plan.choose_one,
    )


def helping_choices(row: Complaint) -> list[Choice]:
    """Those who help, by number."""
    return [(str(one.person_id), one.person.name) for one in who_help(row)]


def graver_choices() -> list[Choice]:
    """What nobody is asked to settle quietly, in plain words."""
    return [(one.value, _(words)) for one, words in ALLEGATIONS.items() if one in AT_ONCE]


def shown(row: Complaint) -> tuple[str, ...]:
    """The words that the other side reads, or will read once it is told."""
    return tuple(one.text for one in shown_words(row))


def answer_day(row: Complaint) -> str:
    """The day until which the other side has to answer."""
    return long_date(answer_by(row))


def attempt_line(who: Standing, attempt: Attempt) -> AttemptLine:
    """One attempt as a side or whoever helps reads it."""
    row = attempt.complaint
    raised, about = policies.speaks_as_complainant(who, row), policies.speaks_as_subject(who, row)
    may = policies.may_say_settled(who, attempt)
    url = reverse("complaint-said", args=[row.reference, attempt.pk]) if may.allowed else ""
    return AttemptLine(
        day=plain_date(attempt.tried_on),
        by=attempt.recorded_by.name if attempt.recorded_by else "",
        helper=_named(attempt.helper.name, attempt.helper_post, row) if attempt.helper else "",
        words=attempt.writing.text,
        says=(
            Say(_side(raised, _("Whoever raised it")), _word(attempt.complainant_agrees, yours=raised)),
            Say(_side(about, _("The other side")), _word(attempt.subject_agrees, yours=about)),
        ),
        url=url,
    )


def _attempts(who: Standing, row: Complaint) -> list[Attempt]:
    rows = policies.attempts_for(who, row).select_related("complaint", "writing", "helper", "recorded_by")
    return list(rows)


def _side(yours: bool, words: str) -> str:
    return _("You") if yours else words


def _word(agrees: bool | None, *, yours: bool) -> str:
    if agrees is None:
        return _("You have not said yet") if yours else _("Has not said yet")
    if yours:
        return _("You say that it is settled") if agrees else _("You say that it is not settled")
    return _("Says that it is settled") if agrees else _("Says that it is not settled")


def _helper(one: Handler) -> HelperLine:
    says = _("Helps") if one.accepted_at else _("Has not said yet whether they help")
    return HelperLine(one.person.name, title_of(one.post, one.complaint.protocol), says)


def _named(name: str, post: str, row: Complaint) -> str:
    title = title_of(post, row.protocol)
    return _("%(name)s, %(post)s") % {"name": name, "post": title} if title else name
