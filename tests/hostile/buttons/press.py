"""Two presses at the same moment: both are past the page's own questions before either has the row."""

import secrets
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from django.db import connection, connections, transaction
from django.test import Client
from django.urls import reverse

from access_rules.models import AccessRequest, Advice, Disclosure, Document, Meeting
from briefings.models import Briefing, Matter
from casework.models import Amendment, CaseEvent, Dispute, RegisterEntry, Report
from complaints.models import Complaint
from council.models import Person
from enquiries.models import Enquiry
from tests.factories.browsers import signed_in

Paper = Document | Disclosure | AccessRequest | Meeting | Advice
Case = Enquiry | Complaint | Briefing | Matter | Dispute | RegisterEntry | Amendment | Report | Paper
PATIENCE = 8.0


@dataclass(frozen=True)
class Press:
    """One person's press of a button: its address, and what the form sends."""

    by: Person
    name: str
    takes: tuple[object, ...]
    boxes: dict[str, Any]

    def send(self, browser: Client) -> Any:
        """What came of it."""
        return browser.post(reverse(self.name, args=self.takes), self.boxes)


@dataclass(frozen=True)
class Scene:
    """The case, the two presses, and other cases whose rows they need too."""

    case: Case
    presses: tuple[Press, Press]
    besides: tuple[Case, ...] = ()


class Second(Enum):
    """What becomes of whoever comes second."""

    TOLD = "is told, and reads what they typed"
    LED = "is led where one press leads"


@dataclass(frozen=True)
class Button:
    """A button, how a case comes to have it, the events of which one is written, and the second press.

    `words` is the box whose words whoever is told must read again; `says` a sentence that they read. Where
    both presses count, `times` says so; `kept` counts what is written without an event.
    """

    name: str
    set_up: Callable[[], Scene]
    events: tuple[str, ...]
    second: Second = Second.TOLD
    words: str = ""
    says: str = ""
    text: str = "waltham-forest"
    what: str = ""
    times: int = 1
    kept: Callable[[Case], int] | None = None

    def __str__(self) -> str:
        """As the test is called."""
        return f"{self.name} {self.what}".strip()

    def written(self, case: Case) -> int:
        """How many of the events stand in the case; or of what else is kept of the presses."""
        if self.kept is not None:
            return self.kept(case)
        return CaseEvent.objects.filter(stream=case.stream, kind__in=self.events).count()


def press(by: Person, name: str, case: Case, *takes: object, **boxes: Any) -> Press:
    """A press on the version of the case that stands now, with a token of its own."""
    given = {"version": case.version, "token": secrets.token_urlsafe(12), **boxes}
    return Press(by, name, (case.reference, *takes), given)


def each(by: Sequence[Person], name: str, case: Case, words: str, **boxes: Any) -> tuple[Press, Press]:
    """Two presses; in the box of that name each has words of their own."""
    one, other = [
        press(person, name, case, **{words: f"These are the words of number {place}."}, **boxes)
        for place, person in enumerate(by)
    ]
    return one, other


def turned(set_up: Callable[[], Scene]) -> Scene:
    """The same, with the other person first."""
    scene = set_up()
    return Scene(scene.case, (scene.presses[1], scene.presses[0]), scene.besides)


@dataclass
class _Run:
    """A press on its way in a thread of its own."""

    press: Press
    browser: Client
    answer: Any = None
    fault: list[BaseException] = field(default_factory=list)

    def go(self) -> None:
        try:
            self.answer = self.press.send(self.browser)
        except BaseException as fault:  # given to the thread that asked
            self.fault.append(fault)
        finally:
            connections.close_all()


def at_one_moment(scene: Scene, presses: Sequence[Press]) -> list[Any]:
    """What each press came to. The rows are held until every press waits for them in turn; then let go.

    Whoever presses has a browser of their own, the same person too. Raises what a press raised.
    """
    runs = [_Run(one, signed_in(one.by)) for one in presses]
    threads = [threading.Thread(target=run.go) for run in runs]
    with transaction.atomic():
        for case in sorted((scene.case, *scene.besides), key=lambda one: one.pk):
            type(case).objects.select_for_update(of=("self",)).get(pk=case.pk)
        for number, thread in enumerate(threads, start=1):
            thread.start()
            _until_all_wait(threads[:number])
    for thread in threads:
        thread.join()
    for run in runs:
        if run.fault:
            raise run.fault[0]
    return [run.answer for run in runs]


def _until_all_wait(threads: Sequence[threading.Thread]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and _waiting() < sum(thread.is_alive() for thread in threads):
        time.sleep(0.02)


def _waiting() -> int:
    """How many wait for a row that somebody else holds."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity "
            "WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        return int(cursor.fetchone()[0])
