"""Prints docs/states.md: each case's steps as a diagram, with the paragraphs of each text."""

from argparse import ArgumentParser
from collections.abc import Iterable, Mapping
from typing import Any

from django.core.management.base import BaseCommand

from casework.models import Dispute
from casework.states import DISPUTE_FACES, DisputeState
from casework.steps import Step, steps_in
from enquiries.models import Enquiry
from enquiries.states import FACES, State
from protocol_portal.printed import print_page
from rulebook.duty import Duty
from rulebook.protocols import PROTOCOLS

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
    enquiries, disputes = list(steps_in(vars(Enquiry))), list(steps_in(vars(Dispute)))
    ends = {state.value: face.final for state, face in FACES.items()}
    return "\n".join(
        [
            START,
            "## Enquiries\n",
            *_diagram(enquiries, ends),
            "",
            *_labels(),
            "",
            *_paragraphs(enquiries),
            "",
            "## Disputes\n",
            *_diagram(disputes, {state.value: not _goes_on(disputes, state) for state in DisputeState}),
            "",
            *_dispute_labels(),
            "",
            *_paragraphs(disputes),
            "",
        ]
    )


def _goes_on(steps: Iterable[Step], state: DisputeState) -> bool:
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


def _dispute_labels() -> Iterable[str]:
    yield "| state | for staff | for members |"
    yield "| --- | --- | --- |"
    for state, (staff, member, _colour) in DISPUTE_FACES.items():
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
