"""`protocol_answer FILE`: prints what a protocol answers to each line of a scenario file, as JSON lines."""

import json
from argparse import ArgumentParser

from django.core.management.base import BaseCommand

from protocol_portal.scenario_files import FAULT, chosen_setting, lines_of
from protocol_portal.scenarios import Fault, LineFault, Scenario, Setting, answer, read
from rulebook.protocols import protocol


class Command(BaseCommand):
    """Answers scenario lines; exits 2 where a line could not be answered, after answering the others."""

    help = "Prints the answer to each line of a scenario file, one JSON object a line."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, and what answers rest on."""
        parser.add_argument("file", help="a scenario file (JSON lines), or - for standard input")
        parser.add_argument("--protocol", help="the protocol of lines that name none, for example haringey")
        parser.add_argument("--trace", action="store_true", help="add the rules that were tried")
        parser.add_argument("--local", action="store_true", help="add this council's terms and closed days")

    def handle(self, *, file: str, trace: bool, local: bool, **options: object) -> None:
        """Answers line by line; faults go to standard error with file and line number."""
        default = options["protocol"]
        faults = 0
        try:
            setting = chosen_setting(local)
            text = protocol(str(default)).key if default is not None else None
            for line in read(lines_of(file), default=text):
                faults += not self._answered(file, line, setting, trace)
        except (ValueError, OSError) as fault:
            self.stderr.write(f"{file}: {fault}")
            faults += 1
        if faults:
            raise SystemExit(FAULT)

    def _answered(self, file: str, line: Scenario | Fault, setting: Setting, trace: bool) -> bool:
        """Prints the answer to one line; False, with the fault on standard error, where there is none."""
        try:
            if isinstance(line, Fault):
                raise LineFault(line.sentence)
            found = answer(line, setting).as_json(trace=trace)
        except ValueError as fault:
            self.stderr.write(f"{file}:{line.line}: {fault}")
            return False
        self.stdout.write(json.dumps({"id": line.id, "answer": found}, ensure_ascii=False))
        return True
