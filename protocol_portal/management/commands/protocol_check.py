"""`protocol_check FILE…`: answers scenario files and prints each answer that is not as the line expects."""

import json
from argparse import ArgumentParser

from django.core.management.base import BaseCommand

from protocol_portal.scenario_files import DIFFERS, FAULT, chosen_setting, lines_of
from protocol_portal.scenarios import Fault, LineFault, Scenario, Setting, answer, differences, read


class Command(BaseCommand):
    """Checks scenario lines; exits 1 where an answer differs, 2 where a line could not be answered."""

    help = "Answers every line of scenario files, compares with what it expects, and prints what differs."
    requires_system_checks = ()
    passed = failed = faults = 0

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The files, and what answers rest on."""
        parser.add_argument(
            "files", nargs="+", metavar="file", help="a scenario file, or - for standard input"
        )
        parser.add_argument("--local", action="store_true", help="add this council's terms and closed days")

    def handle(self, *, files: list[str], local: bool, **options: object) -> None:
        """Checks file by file, then prints the count; a fault in one line keeps none from being checked."""
        self.passed = self.failed = self.faults = 0
        setting = chosen_setting(local)
        for file in files:
            self._check_file(file, setting)
        self.stdout.write(f"{self.passed} passed, {self.failed} failed")
        if self.faults:
            raise SystemExit(FAULT)
        if self.failed:
            raise SystemExit(DIFFERS)

    def _check_file(self, file: str, setting: Setting) -> None:
        try:
            for line in read(lines_of(file)):
                self._check_line(file, line, setting)
        except OSError as fault:
            self._fault(file, str(fault.strerror or fault))

    def _check_line(self, file: str, line: Scenario | Fault, setting: Setting) -> None:
        place = f"{file}:{line.line}"
        try:
            if isinstance(line, Fault):
                raise LineFault(line.sentence)
            if line.expect is None:
                raise LineFault("the line has no «expect» to compare with")
            found = answer(line, setting)
        except ValueError as fault:
            self._fault(place, str(fault))
            return
        got = found.as_json()
        wrong = differences(line.expect, got)
        self.failed += bool(wrong)
        self.passed += not wrong
        rule = ", ".join([tried.rule for tried in found.trace if tried.matched] + [c.id for c in found.cite])
        for one in wrong:
            self.stdout.write(
                f"{line.id}: {one.key}: expected {_shown(one.expected)}, got {_shown(one.got)}, "
                f"by {rule or 'no rule'} ({place})"
            )

    def _fault(self, place: str, sentence: str) -> None:
        self.faults += 1
        self.stderr.write(f"{place}: {sentence}")


def _shown(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
