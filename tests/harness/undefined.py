"""A template variable that nobody gave: a failure in our own templates, empty text in other packages'."""

import sys
from pathlib import Path
from types import FrameType

from django.template.base import FilterExpression, Node

CHECKOUT = Path(__file__).resolve().parent.parent.parent
INSTALLED = "site-packages"


class UndefinedVariable(AssertionError):
    """One of our templates names a variable that the view did not give."""


class Undefined(str):
    """Django asks for its truth when a variable is missing, and takes it for the value when that is false."""

    __slots__ = ()

    def __bool__(self) -> bool:
        """Raises where the node being rendered stands in a template of ours."""
        frame = sys._getframe(1)
        expression = frame.f_locals.get("self")
        if not isinstance(expression, FilterExpression):
            return False
        origin = rendering(frame)
        if origin and Path(origin).is_relative_to(CHECKOUT) and INSTALLED not in origin:
            name = Path(origin).relative_to(CHECKOUT)
            raise UndefinedVariable(
                f"{name} shows {{{{ {expression.token} }}}}, which the view did not give."
            )
        return False


def rendering(frame: FrameType | None) -> str:
    """The file of the innermost template node on the way here; each node remembers where it was written."""
    while frame:
        node = frame.f_locals.get("self")
        origin = getattr(node, "origin", None) if isinstance(node, Node) else None
        if origin:
            return str(origin.name)
        frame = frame.f_back
    return ""
