"""How long a page takes and how many questions it asks, beside its bare view, by turns in the same run."""

import statistics
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from protocol_portal.benchmark.cast import signed_in
from protocol_portal.benchmark.pages import Page

WARM_UP, TIMES = 3, 15
# A file of thousands of rows is asked for less often: it takes seconds.
SLOW, FEW = 1.0, 5


class NoPage(Exception):
    """A page that should be measured does not answer as it should."""


@dataclass(frozen=True)
class Measured:
    """One page: questions to the database, milliseconds (median), bytes; the same of its bare view."""

    name: str
    queries: int
    milliseconds: float
    size: int
    bare_queries: int
    bare_milliseconds: float
    bare_size: int
    is_file: bool

    @property
    def ratio(self) -> float:
        """How many times its bare view it takes."""
        return self.milliseconds / self.bare_milliseconds


@dataclass(frozen=True)
class _Answer:
    seconds: float
    size: int


def _timed(page: Page, client: Client, address: str) -> _Answer:
    """One request. NoPage for any answer but a page, or for a form that was not taken."""
    data = page.sent(client)
    begun = time.perf_counter()
    answer = page.ask(client, address, data)
    seconds = time.perf_counter() - begun
    if answer.status_code != (302 if data else 200):
        raise NoPage(f"{page.name}: {address} answers {answer.status_code}.")
    return _Answer(seconds, len(getattr(answer, "content", b"")))


def measured(page: Page) -> Measured:
    """By turns, so that whatever else the machine does falls on both alike. Raises NoPage."""
    client = signed_in(page.who)
    first = _timed(page, client, page.address)
    for _ in range(1 if first.seconds > SLOW else WARM_UP):
        _timed(page, client, page.address)
        _timed(page, client, page.bare)
    both = [
        (_timed(page, client, page.address), _timed(page, client, page.bare))
        for _ in range(FEW if first.seconds > SLOW else TIMES)
    ]
    return Measured(
        name=page.name,
        queries=questions(page, client, page.address),
        milliseconds=_median(one for one, _ in both),
        size=both[-1][0].size,
        bare_queries=questions(page, client, page.bare),
        bare_milliseconds=_median(bare for _, bare in both),
        bare_size=both[-1][1].size,
        is_file=page.is_file,
    )


def questions(page: Page, client: Client, address: str) -> int:
    """How many questions one request asks of the database."""
    data = page.sent(client)
    return asked_by(lambda: page.ask(client, address, data))


def asked_by(work: Callable[[], object]) -> int:
    """How many questions a piece of work asks of the database."""
    with CaptureQueriesContext(connection) as captured:
        work()
    return len(captured)


def _median(answers: Iterable[_Answer]) -> float:
    return statistics.median(one.seconds for one in answers) * 1000


def all_measured(pages: Iterable[Page]) -> Iterator[Measured]:
    """Each page in turn."""
    return (measured(page) for page in pages)
