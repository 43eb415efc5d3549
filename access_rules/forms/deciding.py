"""What somebody types who decides on a request: findings, a promise, the decision; and what is answered."""

import datetime
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access_rules.models import AccessRequest
from access_rules.rules.findings import FINDINGS
from access_rules.rules.ruling import Ruling
from casework.forms import DateField, OnceForm
from casework.forms.disputes import WordsField
from rulebook.obligations import obligation

_PREFIXES = ("WF-", "HA-", "WO-E-", "WO-P-", "MW-", "PA-")
_LONGEST = datetime.timedelta(days=366)
OUTCOMES = (
    (AccessRequest.Outcome.YES.value, gettext_lazy("Yes")),
    (AccessRequest.Outcome.PARTLY.value, gettext_lazy("Partly")),
    (AccessRequest.Outcome.NO.value, gettext_lazy("No")),
)
MODES = (("inspect", gettext_lazy("Read it here")), ("copy", gettext_lazy("Have a copy")))
PROMISES = (
    ("given", gettext_lazy("I promise to keep it confidential")),
    ("refused", gettext_lazy("I do not promise that")),
    ("contested", gettext_lazy("I do not think that it must be kept confidential")),
)


class FindingForm(OnceForm):
    """What only a person can find, and why."""

    finding = forms.ChoiceField(
        label=gettext_lazy("What do you find?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose what you find"),
            "invalid_choice": gettext_lazy("Choose what you find"),
        },
    )
    reasons = WordsField(
        label=gettext_lazy("Why you find that"),
        rows=4,
        max_length=4_000,
        empty=gettext_lazy("Say why you find that"),
        help_text=gettext_lazy("Whoever asked reads this."),
    )

    def __init__(self, *given: Any, **options: Any) -> None:
        """The words of each finding, as the catalogue has them."""
        super().__init__(*given, **options)
        self.fields["finding"].choices = [(one.key, _(one.says)) for one in FINDINGS]  # type: ignore[attr-defined]


class PromiseForm(OnceForm):
    """Why a promise of confidentiality is needed (MW-5.5b: in writing)."""

    reasons = WordsField(
        label=gettext_lazy("Why it must be kept confidential"),
        rows=4,
        max_length=4_000,
        empty=gettext_lazy("Say why it must be kept confidential"),
        help_text=gettext_lazy(
            "Whoever asked reads this, and so does the monitoring officer if it is contested."
        ),
    )


class PromiseAnswerForm(OnceForm):
    """The promise, or why not (MW-5.5c)."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Your answer"),
        choices=PROMISES,
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose your answer"),
            "invalid_choice": gettext_lazy("Choose your answer"),
        },
    )
    words = WordsField(
        label=gettext_lazy("What you want to say about it"), rows=4, max_length=4_000, required=False
    )

    def clean(self) -> dict[str, Any]:
        """Whoever contests it says why: the monitoring officer reads it."""
        given = super().clean() or {}
        if given.get("answer") == "contested" and not given.get("words"):
            self.add_error("words", _("Say why it need not be kept confidential"))
        return given


class DecideForm(OnceForm):
    """Yes, partly or no; why; by which rule; until when; when it is looked at again."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("Answer"),
        choices=OUTCOMES,
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose an answer"),
            "invalid_choice": gettext_lazy("Choose an answer"),
        },
    )
    reasons = WordsField(
        label=gettext_lazy("Why"),
        rows=6,
        empty=gettext_lazy("Say why in words the member will read"),
        help_text=gettext_lazy("Say what can be seen and what cannot. The member reads this."),
    )
    paragraphs = forms.MultipleChoiceField(
        label=gettext_lazy("The rule you used"), required=False, widget=forms.CheckboxSelectMultiple
    )
    others = WordsField(
        label=gettext_lazy("Other paragraphs or sections"),
        rows=2,
        max_length=400,
        required=False,
        help_text=gettext_lazy("One on each line. For example, LGA 1972 s100F(2A)(a)."),
    )
    public_interest_note = WordsField(
        label=gettext_lazy("The public interest"),
        rows=3,
        max_length=4_000,
        required=False,
        help_text=gettext_lazy(
            "If the paper is exempt: why the public interest in closing it is the greater."
        ),
    )
    mode = forms.ChoiceField(
        label=gettext_lazy("What the member may do with it"), choices=MODES, widget=forms.RadioSelect
    )
    until = DateField(
        label=gettext_lazy("Until when"),
        required=False,
        help_text=gettext_lazy("The last day on which it can be opened. For example, 18/12/2026."),
    )
    review_on = DateField(
        label=gettext_lazy("When will you look at it again?"),
        required=False,
        help_text=gettext_lazy("On this day it comes back to be decided, without the member asking."),
    )

    def __init__(
        self,
        *given: Any,
        today: datetime.date,
        paragraphs: Iterable[tuple[str, str]],
        is_exempt: bool,
        **options: Any,
    ) -> None:
        """`paragraphs` are offered to be ticked; an exempt paper wants a word on the public interest."""
        super().__init__(*given, **options)
        self.today = today
        self.fields["paragraphs"].choices = list(paragraphs)  # type: ignore[attr-defined]
        if not is_exempt:
            del self.fields["public_interest_note"]

    def clean_others(self) -> list[str]:
        """The ids, one a line; one that looks like a paragraph of a text must be one."""
        lines = [" ".join(line.split()) for line in str(self.cleaned_data["others"]).splitlines()]
        ids = list(dict.fromkeys(line for line in lines if line))
        wrong = [id_ for id_ in ids if id_.startswith(_PREFIXES) and obligation(id_) is None]
        if wrong:
            raise forms.ValidationError(_("No protocol here has a paragraph %(id)s") % {"id": wrong[0]})
        return ids

    def clean(self) -> dict[str, Any]:
        """A rule is named; what is given has a last day; both days are to come, and within a year."""
        given = super().clean() or {}
        if not given.get("paragraphs") and not given.get("others") and "others" not in self.errors:
            self.add_error("paragraphs", _("Choose the rule you used"))
        for name in ("until", "review_on"):
            self._check_day(name, given.get(name))
        is_given = given.get("outcome") in (AccessRequest.Outcome.YES, AccessRequest.Outcome.PARTLY)
        if is_given and not given.get("until") and "until" not in self.errors:
            self.add_error("until", _("Enter the last day on which it can be opened"))
        self._check_public_interest(given)
        return given

    def _check_day(self, name: str, day: datetime.date | None) -> None:
        if day and day < self.today:
            self.add_error(name, _("The day must be today or later"))
        elif day and day > self.today + _LONGEST:
            self.add_error(name, _("The day must be within a year"))

    def _check_public_interest(self, given: dict[str, Any]) -> None:
        is_refusal = given.get("outcome") in (AccessRequest.Outcome.PARTLY, AccessRequest.Outcome.NO)
        wanted = "public_interest_note" in self.fields and is_refusal
        if wanted and not given.get("public_interest_note") and "public_interest_note" not in self.errors:
            self.add_error("public_interest_note", _("Say why the public interest is in closing it"))

    def ruling(self) -> Ruling:
        """What the action takes."""
        given = self.cleaned_data
        is_given = given["outcome"] != AccessRequest.Outcome.NO
        return Ruling(
            outcome=given["outcome"],
            reasons=given["reasons"],
            cites=(*given["paragraphs"], *given["others"]),
            mode=given["mode"],
            until=given["until"] if is_given else None,
            review_on=given["review_on"],
            public_interest_note=given.get("public_interest_note", ""),
        )


class DisputeAnswerForm(OnceForm):
    """Why whoever asked does not agree."""

    words = WordsField(
        label=gettext_lazy("Why you do not agree"),
        empty=gettext_lazy("Say why you do not agree"),
        help_text=gettext_lazy("Whoever made the decision and whoever decides the dispute read this."),
    )
