"""What is known of a request, as an officer puts it right; the text says by it where the request goes."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from enquiries.forms.answering import AnswerForm
from enquiries.models import Enquiry
from rulebook.facts import is_blank
from rulebook.triage import Asks, Fact, Right

NOT_KNOWN, YES, NO, NONE = "", "yes", "no", "none"
YES_OR_NO = [
    (NOT_KNOWN, gettext_lazy("Not known")),
    (YES, gettext_lazy("Yes")),
    (NO, gettext_lazy("No")),
]
_TRUTH = {YES: True, NO: False}
FACTS_ASKED = ("for_constituent", "personal_data", "within_remit")


class FactsForm(AnswerForm):
    """What is known of the request; the text says by it where it goes."""

    asks_for = forms.ChoiceField(
        label=gettext_lazy("What does it ask for?"),
        widget=forms.RadioSelect,
        choices=[
            (Asks.INFORMATION.value, gettext_lazy("Information, advice or help with a matter")),
            (Asks.CONSTITUENT_COMPLAINT.value, gettext_lazy("It is a resident’s complaint")),
            (Asks.SERVICE.value, gettext_lazy("A service, for example a repair")),
            (Asks.RESEARCH.value, gettext_lazy("Research")),
        ],
        error_messages={
            "required": gettext_lazy("Choose what it asks for"),
            "invalid_choice": gettext_lazy("Choose what it asks for"),
        },
    )
    for_constituent = forms.ChoiceField(
        label=gettext_lazy("Is it for a resident?"), choices=YES_OR_NO, required=False
    )
    personal_data = forms.ChoiceField(
        label=gettext_lazy("Does it ask for personal information?"), choices=YES_OR_NO, required=False
    )
    right_arises_under = forms.ChoiceField(
        label=gettext_lazy("Does a law give a right to the information?"),
        required=False,
        choices=[
            (NOT_KNOWN, gettext_lazy("Not known")),
            (NONE, gettext_lazy("No")),
            (Right.FOIA.value, gettext_lazy("Freedom of Information Act")),
            (Right.EIR.value, gettext_lazy("Environmental Information Regulations")),
            (Right.DPA.value, gettext_lazy("Data protection law, on a person’s own data")),
            (Right.COMMON_LAW.value, gettext_lazy("A member’s need to know, at common law")),
            (Right.STATUTE.value, gettext_lazy("Another Act")),
        ],
    )
    established_procedure = forms.CharField(
        label=gettext_lazy("Established procedure for this"),
        help_text=gettext_lazy("Its name. Leave this empty where there is none."),
        required=False,
        max_length=120,
    )
    within_remit = forms.ChoiceField(
        label=gettext_lazy("Is it within the remit of the body that the member is appointed to?"),
        choices=YES_OR_NO,
        required=False,
    )

    def __init__(self, *args: Any, asks_remit: bool, **kwargs: Any) -> None:
        """The remit is asked for a co-opted member alone."""
        super().__init__(*args, **kwargs)
        if not asks_remit:
            del self.fields["within_remit"]

    @staticmethod
    def shown(facts: dict[str, object]) -> dict[str, object]:
        """What the boxes show of the facts on record."""
        found = {name: _word(facts.get(name)) for name in FACTS_ASKED}
        right = facts.get(Fact.RIGHT_ARISES_UNDER.value, NOT_KNOWN)
        return {
            **found,
            "asks_for": facts.get(Fact.ASKS_FOR.value),
            "right_arises_under": NONE if right is None else right,
            "established_procedure": facts.get(Fact.ESTABLISHED_PROCEDURE.value) or "",
        }

    def clean(self) -> dict[str, Any]:
        """A right in data protection law is one to personal information."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("right_arises_under") == Right.DPA and given.get("personal_data") == NO:
            self.add_error(
                "personal_data",
                _("A right in data protection law is about personal information, so the answer is yes"),
            )
        return given

    def facts(self, enquiry: Enquiry) -> dict[str, object]:
        """The facts on record with those that were put right; what is not known is left out."""
        given = self.cleaned_data
        facts: dict[str, object] = {**enquiry.facts, Fact.ASKS_FOR.value: given["asks_for"]}
        for name in FACTS_ASKED:
            if name in given:
                facts = _with(facts, name, _TRUTH.get(given[name]))
        right = given["right_arises_under"]
        facts = _with(facts, Fact.RIGHT_ARISES_UNDER.value, right or None)
        if right == NONE:
            facts[Fact.RIGHT_ARISES_UNDER.value] = None
        facts[Fact.ESTABLISHED_PROCEDURE.value] = _name(given["established_procedure"])
        if given["asks_for"] in (Asks.SERVICE, Asks.CONSTITUENT_COMPLAINT):
            # Neither asks for facts alone.
            facts.pop(Fact.FACTUAL_ONLY.value, None)
        if facts.get(Fact.PERSONAL_DATA.value) is False:
            facts.pop(Fact.DATA_PROTECTION_BARS.value, None)
        return facts


def _word(value: object) -> str:
    return YES if value is True else NO if value is False else NOT_KNOWN


def _with(facts: dict[str, object], name: str, value: object) -> dict[str, object]:
    """The facts with that one; without it where it is not known."""
    rest = {key: one for key, one in facts.items() if key != name}
    return rest if value is None else {**rest, name: value}


def _name(typed: str) -> str | None:
    """A name that can be read; none where nothing can be seen."""
    return None if is_blank(typed) else typed.strip()
