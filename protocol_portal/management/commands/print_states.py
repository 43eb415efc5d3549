"""Prints docs/states.md: each case's steps as a diagram, with the paragraphs of each text."""

from argparse import ArgumentParser
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from django.core.management.base import BaseCommand

from access_rules.models import AccessRequest, Advice, Disclosure, Document
from access_rules.states import ADVICE_FACES, DISCLOSURE_FACES, DOCUMENT_FACES, REQUEST_FACES
from briefings.models import Briefing, Pack, Session
from briefings.states import FACES as BRIEFING_FACES
from briefings.states import PACK_FACES, SESSION_FACES
from casework.models import Amendment, Dispute, RegisterEntry, Report
from casework.states import AMENDMENT_FACES, DISPUTE_FACES, ENTRY_FACES, REPORT_FACES
from casework.steps import Step, steps_in
from complaints.models import Complaint
from complaints.states import FACES as COMPLAINT_FACES
from enquiries.models import Enquiry
from enquiries.states import FACES, State
from protocol_portal.printed import print_page
from rulebook.duty import Duty
from rulebook.protocols import PROTOCOLS

Faces = Mapping[Any, tuple[str, str, str]]


def _alike(faces: Mapping[Any, tuple[str, str]]) -> Faces:
    """States that have one label for everybody."""
    return {state: (label, label, colour) for state, (label, colour) in faces.items()}


# A new kind of case adds its line here; a test compares it with the models that have steps.
KINDS: tuple[tuple[str, Any, Faces], ...] = (
    ("Disputes", Dispute, DISPUTE_FACES),
    ("Documents", Document, DOCUMENT_FACES),
    ("Requests to see a document", AccessRequest, REQUEST_FACES),
    ("Questions before something is told", Disclosure, DISCLOSURE_FACES),
    ("Questions on the protocol", Advice, ADVICE_FACES),
    ("Complaints", Complaint, COMPLAINT_FACES),
    ("What a political group asked for or was offered", Briefing, BRIEFING_FACES),
    ("Packs for political groups", Pack, _alike(PACK_FACES)),
    ("Dates of briefings", Session, _alike(SESSION_FACES)),
    ("Notices, declarations and records", RegisterEntry, ENTRY_FACES),
    ("Reports to a committee", Report, REPORT_FACES),
    ("Amendments of the protocol", Amendment, AMENDMENT_FACES),
)
START = "# States\n\nPrinted from the steps by `script/manage print_states`; a check keeps it current.\n"


class Command(BaseCommand):
    """Runs without a database."""

    help = "Prints docs/states.md from the steps; --check says whether it is current."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`--check` changes nothing."""
        parser.add_argument("--check", action="store_true", help="Only say whether the page is current.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints or checks."""
        self.stdout.write(print_page("states", states_page(), check=options["check"]))


def states_page() -> str:
    """The page, as Markdown with a Mermaid diagram for each kind of case."""
    parts = [START, *_enquiries()]
    for heading, model, faces in KINDS:
        steps = list(steps_in(vars(model)))
        ends = {str(state): not _goes_on(steps, state) for state in faces}
        parts += ["", f"## {heading}\n", *_diagram(steps, ends), "", *_two_labels(faces), ""]
        parts += _paragraphs(steps)
    return "\n".join([*parts, ""])


def _enquiries() -> Iterable[str]:
    """Enquiries, of which each state says who has the next word."""
    steps = list(steps_in(vars(Enquiry)))
    ends = {state.value: face.final for state, face in FACES.items()}
    return ["## Enquiries\n", *_diagram(steps, ends), "", *_labels(), "", *_paragraphs(steps)]


def _goes_on(steps: Iterable[Step], state: StrEnum) -> bool:
    return any(step.source == state for step in steps)


def _diagram(steps: Iterable[Step], ends: Mapping[str, bool]) -> Iterable[str]:
    """The steps as arrows, from the first of the states to those at which a case ends."""
    yield "```mermaid"
    yield "stateDiagram-v2"
    yield f"    [*] --> {next(iter(ends))}"
    for step in steps:
        yield f"    {step.source} --> {step.target}: {step.name.replace('_', ' ')} ({step.duty})"
    for state, is_end in ends.items():
        if is_end:
            yield f"    {state} --> [*]"
    yield "```"


def _labels() -> Iterable[str]:
    yield "| state | for staff | for members | who has the next word |"
    yield "| --- | --- | --- | --- |"
    for state in State:
        face = FACES[state]
        yield f"| `{state}` | {face.staff} | {face.member} | {face.owner} |"


def _two_labels(faces: Faces) -> Iterable[str]:
    yield "| state | for those who deal with it | for the others |"
    yield "| --- | --- | --- |"
    for state, (staff, member, _colour) in faces.items():
        yield f"| `{state}` | {staff} | {member} |"


def _paragraphs(steps: Iterable[Step]) -> Iterable[str]:
    """Which paragraph of each text a duty rests on; a dash where the text is silent."""
    names: dict[Duty, list[str]] = {}
    for step in steps:
        known = names.setdefault(step.duty, [])
        if step.name not in known:
            known.append(step.name)
    yield f"| duty | steps | {' | '.join(PROTOCOLS)} |"
    yield f"| --- | --- | {' | '.join('---' for _ in PROTOCOLS)} |"
    for duty, taken in names.items():
        cells = [", ".join(str(cite) for cite in text.cite(duty)) or "–" for text in PROTOCOLS.values()]
        yield f"| {duty.label} | {', '.join(f'`{name}`' for name in taken)} | {' | '.join(cells)} |"
