"""Registers whose rows a policy decides on before they are saved."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest

from council.admin.register import DatedAdmin
from rulebook.decision import Decision


def sentence_of(decision: Decision) -> str:
    """The sentence with the paragraphs that it rests on."""
    cited = "; ".join(citation.label for citation in decision.citations)
    return f"{decision.sentence} ({cited})" if cited else decision.sentence


class DecidedForm(forms.ModelForm):  # type: ignore[type-arg]
    """A row that a policy decides on as soon as it is whole; refused in the policy's words."""

    decide: Callable[[Any], Decision]

    def _post_clean(self) -> None:
        """After Django has filled the row from what was typed."""
        super()._post_clean()  # type: ignore[misc]
        if not self.errors:
            decision = self.decide(self.instance)
            if not decision.allowed:
                self.add_error(None, sentence_of(decision))


class DecidedAdmin(DatedAdmin):
    """Base of such a register; `decision` names the policy."""

    form = DecidedForm

    def decision(self, request: HttpRequest, row: Any) -> Decision:
        """May this row be saved by whoever is at the keyboard?"""
        raise NotImplementedError

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """A form of this request alone, which asks the policy."""
        made: Any = super().get_form(request, obj, change, **kwargs)
        made.decide = lambda _form, row: self.decision(request, row)
        return made
