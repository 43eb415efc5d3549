"""What a page shows of what follows: questions and answers, words to check, incidents, confidence."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings.models import Attributed, Briefing, Incident, Matter
from briefings.policies import following as policies
from briefings.policies import leading
from briefings.queries import following as queries
from briefings.screens.challenging import again_panel, refusal_panel
from briefings.screens.matter import lead_panel
from casework.screens.panels import Panel, Way
from casework.wording import date_time
from council.queries import Standing
from rulebook.briefing.given import Safeguard
from rulebook.citation import Citation
from rulebook.duty import Duty
from rulebook.protocols import protocol


@dataclass(frozen=True)
class Sentence:
    """One sentence with its paragraphs."""

    sentence: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class Waits:
    """A question of this group that nobody answered yet, with the way to answer it."""

    words: str
    asked: str
    url: str


@dataclass(frozen=True)
class Answered:
    """A question in neutral words and its answer, as every group that has the briefing reads it.

    `own_words` are those in which it was asked, on the page of the group that asked and no other.
    """

    question: str
    answer: str
    when: str
    own_words: str = ""


def questions_panel(who: Standing, row: Briefing) -> Panel | None:
    """The answers of the matter, and the group’s own questions that wait; nothing where there are none."""
    waiting = _waiting(who, row)
    answers = [
        Answered(
            one.neutral,
            one.answer,
            date_time(one.answered_at),
            one.words if one.briefing_id == row.pk else "",
        )
        for one in queries.answered_of(row)
        if one.answered_at
    ]
    if not waiting and not answers:
        return None
    share = Sentence(
        _("Every group that had the briefing reads each answer. None is told who asked."),
        protocol(row.protocol).cite(Duty.SHARE_BRIEFING),
    )
    return Panel("briefings/questions.html", {"waiting": waiting, "answers": answers, "share": share})


def _waiting(who: Standing, row: Briefing) -> list[Waits]:
    found = list(queries.waiting_of(row))
    answers = bool(found) and policies.may_answer(who, row).allowed
    return [
        Waits(
            one.words,
            _("Asked by %(name)s on %(moment)s")
            % {"name": one.asked_by.name, "moment": date_time(one.asked_at)},
            reverse("briefing-answer", args=[row.reference, one.pk]) if answers else "",
        )
        for one in found
    ]


@dataclass(frozen=True)
class Words:
    """Words that were put to an officer: what the officer said of them, and the way to say it."""

    officer: str
    words: str
    verdict: str
    colour: str
    corrected: str
    url: str


def words_panel(who: Standing, row: Briefing) -> Panel | None:
    """The words that the group put to officers, each with whether it was checked."""
    found = [_words(who, row, one) for one in queries.attributed_of(row)]
    if not found:
        return None
    return Panel("briefings/attributed.html", {"words": found, "why": verify_sentence(row)})


def _words(who: Standing, row: Briefing, one: Attributed) -> Words:
    mine = one.officer_id == who.person.pk and policies.may_check_words(who, row, one).allowed
    colours = {Attributed.Verdict.RIGHT.value: "green", Attributed.Verdict.CORRECTED.value: "blue"}
    return Words(
        one.officer.name,
        one.words,
        str(Attributed.Verdict(one.verdict).label),
        colours.get(one.verdict, "yellow"),
        one.corrected,
        reverse("briefing-check-words", args=[row.reference, one.pk]) if mine else "",
    )


def verify_sentence(row: Briefing) -> Sentence:
    """That officers check words under their name; in a text that is silent, that the portal offers it."""
    cites = protocol(row.protocol).cite(Duty.VERIFY_COMMENT)
    if cites:
        return Sentence(_(Safeguard.VERIFIED.says), cites)
    return Sentence(
        _(
            "The protocol does not ask for it, but a group can have an officer check words that its record"
            " puts under that officer’s name."
        )
    )


def incident_sentence(text: str) -> Sentence:
    """To whom an incident goes, and that nobody else reads it."""
    named = protocol(text)
    titles = _(" and the ").join(named.title_of(post) for post in queries.readers_of_incidents(text))
    cites = named.cite(Duty.REPORT_INCIDENT)
    words = (
        _("This goes to the %(posts)s, and nobody else reads it.")
        if cites
        else _("The protocol names nobody for this, so it goes to the %(posts)s. Nobody else reads it.")
    )
    return Sentence(words % {"posts": titles}, cites)


@dataclass(frozen=True)
class IncidentRow:
    """What was reported; the number is a link for whoever may open the briefing."""

    heading: str
    words: str
    by: str


def incident_row(one: Incident) -> IncidentRow:
    """As those read it to whom it goes, and whoever reported it."""
    heading = _("%(group)s (%(reference)s)") % {
        "group": one.briefing.group.name,
        "reference": one.briefing.reference,
    }
    by = _("Reported by %(name)s on %(moment)s") % {
        "name": one.reported_by.name,
        "moment": date_time(one.reported_at),
    }
    return IncidentRow(heading, one.words, by)


def no_incidents(*, reads: bool) -> str:
    """What the list says while nothing is in it."""
    if reads:
        return _("No incident was reported.")
    return _(
        "You have reported no incident. You can report one on the page of the briefing at which it happened."
    )


def incidents_panel(who: Standing, row: Briefing) -> Panel | None:
    """The incidents at the group’s meeting, for those to whom they go and whoever reported one."""
    found = [incident_row(one) for one in queries.incidents_visible_to(who).filter(briefing=row)]
    if not found:
        return None
    return Panel("briefings/incidents_panel.html", {"rows": found, "why": incident_sentence(row.protocol)})


# What holds of the talk of a group and of the part that officers have in it, in this order.
_CONFIDENCE = (
    Safeguard.RELAYED_IF_ASKED,
    Safeguard.DIRECTORS_TOLD,
    Safeguard.NOT_QUOTED,
    Safeguard.NOT_INSTEAD,
    Safeguard.NO_STATUS,
    Safeguard.NO_SUPPORT,
    Safeguard.IMPARTIALITY,
    Safeguard.EVEN_HANDED,
    Safeguard.VERIFIED,
    Safeguard.INCIDENTS,
)


def confidence(text: str) -> list[Sentence]:
    """What the text says of the confidence of a group’s talk, and of officers’ part in it."""
    terms = protocol(text).briefings
    kept = terms.confidentiality
    first = (
        Sentence(_(kept.value.says), kept.cites)
        if kept.value is not None
        else Sentence(
            _(
                "The protocol does not say what becomes of what officers hear at a meeting. The portal shows"
                " what a group wrote to no other group."
            )
        )
    )
    held = [one for one in _CONFIDENCE if one in terms.safeguards]
    return [first, *(Sentence(_(one.says), terms.safeguards[one]) for one in held)]


def confidence_panel(who: Standing, row: Briefing) -> Panel:
    """The standing notes on the page of a group’s briefing."""
    return Panel("briefings/confidence.html", {"said": confidence(row.protocol)})


def matter_confidence_panel(who: Standing, matter: Matter) -> Panel:
    """The same on officers’ side."""
    return Panel("briefings/confidence.html", {"said": confidence(matter.protocol)})


def about_answer(row: Briefing, words: str) -> dict[str, Any]:
    """What stands above an answer: the question, and who reads what."""
    share = protocol(row.protocol).cite(Duty.SHARE_BRIEFING)
    who_reads = _("Every group that had the briefing reads your answer. None is told who asked.")
    return {"quoted": words, "about": [Sentence(who_reads, share)]}


PANELS = (refusal_panel, again_panel, questions_panel, words_panel)
MEANWHILE = (incidents_panel, confidence_panel)
WAYS: tuple[Way[Briefing], ...] = (
    Way(gettext_lazy("Ask a further question"), "briefing-question", policies.may_ask_question),
    Way(gettext_lazy("Have an officer check their words"), "briefing-put-words", policies.may_put_words),
    Way(gettext_lazy("Report an incident"), "briefing-incident", policies.may_report_incident),
)
MATTER_PANELS = (lead_panel, matter_confidence_panel)
MATTER_WAYS: tuple[Way[Matter], ...] = (
    Way(gettext_lazy("Name who sees to it"), "briefing-name-lead", leading.may_name_lead),
)
