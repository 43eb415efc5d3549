"""What a case page shows of what is withheld and of what a reply hangs on, on either side."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.wording import date_time
from council.queries import Standing
from enquiries.models import Enquiry, Extra, Withholding
from enquiries.policies import withholding as policies
from enquiries.rules.conditions import cited, on_authority
from enquiries.screens.panel import Panel
from enquiries.states import UNANSWERED
from rulebook.citation import Citation
from rulebook.decision import Decision
from rulebook.protocols import protocol

Ground, Stage = Withholding.Ground, Withholding.Stage


@dataclass(frozen=True)
class Link:
    """A way on; the first may be a button."""

    text: str
    url: str
    is_button: bool = True


@dataclass(frozen=True)
class Shown:
    """One condition: what was asked, how it stands, on which paragraphs, and what the reader may do."""

    pk: int
    heading: str
    asked: str
    sentence: str
    citations: tuple[Citation, ...]
    links: tuple[Link, ...]


_HEADINGS: dict[str, str | Promise] = {
    Ground.UNDERTAKING: gettext_lazy("A promise of confidentiality"),
    Ground.AUTHORITY: gettext_lazy("The resident’s authority"),
}
_SAYS: dict[tuple[str, str], str | Promise] = {
    (Ground.UNDERTAKING, Stage.ASKED): gettext_lazy(
        "Until the member makes this promise, what it is about is not given. The clock runs on."
    ),
    (Ground.UNDERTAKING, Stage.MET): gettext_lazy("The promise was made on %(when)s: «%(words)s»"),
    (Ground.UNDERTAKING, Stage.NOT_MET): gettext_lazy(
        "The promise was not made. The officer may refuse the information, with the reason."
    ),
    (Ground.AUTHORITY, Stage.ASKED): gettext_lazy(
        "Until the authority is sent and accepted, what it is about is not given. The clock runs on."
    ),
    (Ground.AUTHORITY, Stage.SHOWN): gettext_lazy(
        "The authority was sent. Until it is accepted, nothing is given on it. The clock runs on."
    ),
    (Ground.AUTHORITY, Stage.MET): gettext_lazy("The authority was accepted on %(when)s."),
    (Ground.AUTHORITY, Stage.NOT_MET): gettext_lazy(
        "The authority was not accepted. The officer may refuse the information, with the reason."
    ),
}
Policy = Callable[[Standing, Enquiry], Decision]
# The ways on while a condition waits: words, address, policy; only those that the reader may take are shown.
_WAYS: dict[str, tuple[tuple[str | Promise, str, Policy], ...]] = {
    Ground.UNDERTAKING: (
        (gettext_lazy("Make the promise, or not"), "enquiry-promise", policies.may_undertake),
        (gettext_lazy("It is not needed any more"), "enquiry-end-condition", policies.may_end_condition),
    ),
    Ground.AUTHORITY: (
        (gettext_lazy("Send the authority"), "enquiry-show-authority", policies.may_show_authority),
        (
            gettext_lazy("Say whether it is accepted"),
            "enquiry-judge-authority",
            policies.may_judge_authority,
        ),
        (gettext_lazy("It is not needed any more"), "enquiry-end-condition", policies.may_end_condition),
    ),
}


def conditions_panel(who: Standing, enquiry: Enquiry) -> Panel | None:
    """What the reply hangs on, while one is owed: each condition once, the newest last."""
    if enquiry.state not in UNANSWERED or not enquiry.may_have(Extra.WITHHOLDINGS):
        return None
    rows = enquiry.withholdings.exclude(stage__in=[Stage.DECIDED, Stage.DROPPED]).select_related("message")
    shown = [_shown(who, enquiry, row) for row in rows]
    return Panel("enquiries/conditions_panel.html", {"conditions": shown}) if shown else None


def _shown(who: Standing, enquiry: Enquiry, row: Withholding) -> Shown:
    waits = row.stage in (Stage.ASKED, Stage.SHOWN)
    sentence = str(_SAYS[row.ground, row.stage])
    if row.met_at:
        sentence = sentence % {"when": date_time(row.met_at), "words": row.met_words}
    text = protocol(enquiry.protocol)
    if row.ground == Ground.AUTHORITY and row.stage == Stage.ASKED:
        sentence = f"{_(on_authority(text).says)} {sentence}"
    return Shown(
        pk=row.pk,
        heading=str(_HEADINGS[row.ground]),
        asked=row.message.text if waits else "",
        sentence=sentence,
        citations=cited(text, row.cites),
        links=tuple(_links(who, enquiry, row)) if waits else (),
    )


def _links(who: Standing, enquiry: Enquiry, row: Withholding) -> Iterator[Link]:
    for text, name, policy in _WAYS[row.ground]:
        if policy(who, enquiry).allowed:
            is_button = name != "enquiry-end-condition"
            yield Link(str(text), reverse(name, args=[enquiry.reference]), is_button)


@dataclass(frozen=True)
class Decided:
    """One decision to withhold: when and by whom, on which rules, and who has a copy."""

    pk: int
    sentence: str
    rests: str
    citations: tuple[Citation, ...]
    copied: str


def withheld_panel(who: Standing, enquiry: Enquiry) -> Panel | None:
    """What was withheld in a reply that stands; the reason stands in the reply itself."""
    if not enquiry.may_have(Extra.WITHHOLDINGS):
        return None
    rows = enquiry.withholdings.filter(ground=Ground.WITHHELD, message__retraction__isnull=True)
    rows = rows.select_related("by__merged_into", "copied_to")
    shown = [_decided(enquiry, row) for row in rows]
    return Panel("enquiries/withheld_panel.html", {"rows": shown}) if shown else None


def _decided(enquiry: Enquiry, row: Withholding) -> Decided:
    words = _("Decided by %(name)s on %(when)s. What is withheld, and why, stands in the reply.")
    copied = _("A copy of the reply went to %(name)s.") if row.copied_to else ""
    return Decided(
        pk=row.pk,
        sentence=words % {"name": row.by.name, "when": date_time(row.at)},
        rests=_("It rests on:"),
        citations=cited(protocol(enquiry.protocol), row.cites),
        copied=copied % {"name": row.copied_to.name} if row.copied_to else "",
    )
