"""While a page is read, what many of its parts ask of the registers is asked once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

Asked = ParamSpec("Asked")
Found = TypeVar("Found")

# The answers of the reading that goes on, by question and what it was asked about; None outside of one.
_ANSWERS: ContextVar[dict[Any, Any] | None] = ContextVar("answers", default=None)


@contextmanager
def one_reading() -> Iterator[None]:
    """Until it ends, each question that is `asked_once` is answered once for the same arguments.

    For what changes nothing: a page that is read. Whoever changes something asks anew each time.
    """
    before = _ANSWERS.set({})
    try:
        yield
    finally:
        _ANSWERS.reset(before)


def asked_once(question: Callable[Asked, Found]) -> Callable[Asked, Found]:
    """A question whose answer holds for a reading; nobody may change what it returns.

    What has no number yet, as a complaint that is being typed, is asked about each time.
    """

    @wraps(question)
    def ask(*about: Asked.args, **named: Asked.kwargs) -> Found:
        answers = _ANSWERS.get()
        if answers is None:
            return question(*about, **named)
        key = (question, about, tuple(sorted(named.items())))
        try:
            known = key in answers
        except TypeError:
            return question(*about, **named)
        if not known:
            answers[key] = question(*about, **named)
        found: Found = answers[key]
        return found

    return ask
