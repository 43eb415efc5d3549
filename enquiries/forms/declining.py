"""Why an enquiry is declined: a ground that its text has, the reason, and what the member can do instead."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from enquiries.actions.declining import Refusal
from enquiries.forms.answering import AnswerForm, LongText
from rulebook.declining import Declining
from rulebook.triage import Ground


class DeclineForm(AnswerForm):
    """`ways` are the grounds that the text has a paragraph for; no other is offered."""

    ground = forms.ChoiceField(
        label=gettext_lazy("Why can it not be done?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose why it cannot be done"),
            "invalid_choice": gettext_lazy("Choose why it cannot be done"),
        },
    )
    no_exception = forms.BooleanField(
        label=gettext_lazy("I have looked: none of these exceptions applies"), required=False
    )
    reason = LongText(
        label=gettext_lazy("Why, in words for the member"),
        rows=4,
        empty=gettext_lazy("Say why it is declined"),
        help_text=gettext_lazy("The member reads exactly this, and beside it the paragraph."),
    )
    instead = LongText(
        label=gettext_lazy("What the member can do instead"),
        rows=3,
        empty=gettext_lazy("Say what the member can do instead"),
    )

    def __init__(self, *given: Any, ways: Sequence[Declining], **options: Any) -> None:
        """As Django's own, with the grounds of the text."""
        super().__init__(*given, **options)
        self._ways = {way.ground.value: way for way in ways}
        field = self.fields["ground"]
        field.choices = [(name, _(way.label)) for name, way in self._ways.items()]  # type: ignore[attr-defined]
        field.widget.attrs["hints"] = {name: _cited(way) for name, way in self._ways.items()}
        if not any(way.unless for way in ways):
            del self.fields["no_exception"]

    def clean(self) -> dict[str, Any]:
        """A ground with exceptions holds only once they were looked at."""
        given = super().clean() or {}
        way = self._ways.get(given.get("ground", ""))
        if way and way.unless and not given.get("no_exception"):
            self.add_error("no_exception", _("Tick that none of the exceptions applies, or choose otherwise"))
        return given

    @property
    def way(self) -> Declining:
        """The ground chosen; of a form that is valid."""
        return self._ways[self.cleaned_data["ground"]]

    def refusal(self) -> Refusal:
        """What the action takes."""
        given = self.cleaned_data
        looked = bool(given.get("no_exception"))
        return Refusal(Ground(given["ground"]), given["reason"], given["instead"], looked)


def _cited(way: Declining) -> str:
    return "; ".join(dict.fromkeys(cite.label for cite in way.cites))
