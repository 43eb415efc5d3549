"""What is typed in a dispute: either side's words, the determination, where to go next, and a search."""

import datetime
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.actions.disputing import Verdict
from casework.files.spreadsheets import in_xml
from casework.forms import DateField, PortalForm
from casework.models import Determination
from rulebook.obligations import obligation

LONGEST = 20_000
_PREFIXES = ("WF-", "HA-", "WO-E-", "WO-P-", "MW-", "PA-")


class WordsField(forms.CharField):
    """Several lines; browsers count on their own how much is left.

    What another program left in them, and no file of XML holds, becomes a space.
    """

    def __init__(self, *, empty: Any = "", rows: int = 6, **options: Any) -> None:
        """`empty` is what the page says when the box was left empty."""
        options.setdefault("max_length", LONGEST)
        messages = {"max_length": gettext_lazy("This must be %(limit_value)d characters or fewer")}
        if empty:
            messages["required"] = empty
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), error_messages=messages, **options)
        self.widget.attrs.pop("maxlength", None)

    def to_python(self, value: Any) -> str | None:
        """The words; before spaces at their ends go, so that a box with nothing else is an empty one."""
        return super().to_python(value if value in self.empty_values else in_xml(str(value)))


class TokenForm(PortalForm):
    """Counts once, however often it is sent."""

    token = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)


class RespondForm(TokenForm):
    """The other side, in its own words."""

    words = WordsField(
        label=gettext_lazy("Why it was decided so"),
        empty=gettext_lazy("Say why it was decided so"),
        help_text=gettext_lazy("The member and whoever decides the dispute read this."),
    )


class WithdrawForm(TokenForm):
    """One press."""


class DoneForm(TokenForm):
    """What was done."""

    words = WordsField(label=gettext_lazy("What was done"), rows=4, empty=gettext_lazy("Say what was done"))


class PublishForm(TokenForm):
    """What members read of a determination."""

    title = forms.CharField(
        label=gettext_lazy("Title"),
        max_length=200,
        error_messages={"required": gettext_lazy("Enter a title")},
        help_text=gettext_lazy("What was disputed, in general words."),
    )
    words = WordsField(
        label=gettext_lazy("What was decided, and why"),
        empty=gettext_lazy("Say what was decided, and why"),
        help_text=gettext_lazy("In general words. Name no member, officer or resident, and no case."),
    )


class FurtherForm(TokenForm):
    """Why the member does not agree with the determination, and to whom it goes."""

    rung = forms.ChoiceField(
        label=gettext_lazy("Who should decide now?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose who should decide now"),
            "invalid_choice": gettext_lazy("Choose who should decide now"),
        },
    )
    words = WordsField(
        label=gettext_lazy("Why you do not agree"), empty=gettext_lazy("Say why you do not agree")
    )

    def __init__(self, *given: Any, rungs: Iterable[tuple[str, str]], **options: Any) -> None:
        """`rungs` are those that the text gives after the present one, with the text's words."""
        super().__init__(*given, **options)
        self.fields["rung"].choices = list(rungs)  # type: ignore[attr-defined]


class DetermineForm(TokenForm):
    """The determination: for whom, why, by which paragraphs, and what must then happen by when."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    decided_elsewhere = forms.CharField(
        label=gettext_lazy("Who decided it, and where that is written"),
        max_length=200,
        help_text=gettext_lazy("For example, the meeting of 10 December 2026, minute 42."),
        error_messages={"required": gettext_lazy("Enter who decided it, and the minute or letter")},
    )
    outcome = forms.ChoiceField(
        label=gettext_lazy("Outcome"),
        choices=Determination.Outcome.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose an outcome"),
            "invalid_choice": gettext_lazy("Choose an outcome"),
        },
    )
    reasons = WordsField(
        label=gettext_lazy("Reasons"),
        rows=8,
        empty=gettext_lazy("Give your reasons"),
        help_text=gettext_lazy(
            "Both sides read them, and those who decide later disputes. Name no resident."
        ),
    )
    paragraphs = forms.MultipleChoiceField(
        label=gettext_lazy("Paragraphs that decide it"), required=False, widget=forms.CheckboxSelectMultiple
    )
    others = WordsField(
        label=gettext_lazy("Other paragraphs or sections"),
        rows=2,
        max_length=400,
        required=False,
        help_text=gettext_lazy("One on each line. For example, FOIA 2000 s40."),
    )
    must_do = WordsField(
        label=gettext_lazy("What must now happen"),
        rows=3,
        max_length=2_000,
        required=False,
        help_text=gettext_lazy("Leave this empty if nothing must happen."),
    )
    must_by = DateField(label=gettext_lazy("By when"), required=False)

    def __init__(
        self,
        *given: Any,
        today: datetime.date,
        paragraphs: Iterable[tuple[str, str]],
        outside: bool,
        **options: Any,
    ) -> None:
        """`paragraphs` are offered to be ticked; `outside`: somebody else decided, and it is recorded."""
        super().__init__(*given, **options)
        self.today = today
        self.fields["paragraphs"].choices = list(paragraphs)  # type: ignore[attr-defined]
        if not outside:
            del self.fields["decided_elsewhere"]

    def clean_others(self) -> list[str]:
        """The ids, one a line; one that looks like a paragraph of a text must be one."""
        lines = [" ".join(line.split()) for line in str(self.cleaned_data["others"]).splitlines()]
        ids = list(dict.fromkeys(line for line in lines if line))
        wrong = [id_ for id_ in ids if id_.startswith(_PREFIXES) and obligation(id_) is None]
        if wrong:
            raise forms.ValidationError(_("No protocol here has a paragraph %(id)s") % {"id": wrong[0]})
        return ids

    def clean_must_by(self) -> datetime.date | None:
        """Today or later, and within two years."""
        day: datetime.date | None = self.cleaned_data["must_by"]
        if day and day < self.today:
            raise forms.ValidationError(_("The day must be today or later"))
        if day and day > self.today + datetime.timedelta(days=731):
            raise forms.ValidationError(_("The day must be within two years"))
        return day

    def clean(self) -> dict[str, Any]:
        """Whatever must happen has its day, and the other way round; and a paragraph is named."""
        given = super().clean() or {}
        if given.get("must_do") and not given.get("must_by") and "must_by" not in self.errors:
            self.add_error("must_by", _("Enter the day by which it must happen"))
        if given.get("must_by") and not given.get("must_do") and "must_do" not in self.errors:
            self.add_error("must_do", _("Say what must happen by that day"))
        if not given.get("paragraphs") and not given.get("others") and "others" not in self.errors:
            self.add_error("paragraphs", _("Choose a paragraph, or enter another one below"))
        return given

    def verdict(self) -> Verdict:
        """What the action takes."""
        given = self.cleaned_data
        return Verdict(
            outcome=Determination.Outcome(given["outcome"]),
            reasons=given["reasons"],
            cites=(*given["paragraphs"], *given["others"]),
            must_do=given["must_do"],
            must_by=given["must_by"],
            decided_elsewhere=given.get("decided_elsewhere", ""),
        )


class PrecedentSearch(PortalForm):
    """Words, paragraph and outcome; it stands in the address."""

    q = forms.CharField(label=gettext_lazy("Words in the reasons"), required=False, max_length=100)
    paragraph = forms.CharField(
        label=gettext_lazy("Paragraph or section"),
        required=False,
        max_length=60,
        help_text=gettext_lazy("For example, WF-6.7."),
    )
    outcome = forms.ChoiceField(label=gettext_lazy("Outcome"), required=False)

    def __init__(self, *given: Any, **options: Any) -> None:
        """An unused box narrows nothing."""
        super().__init__(*given, **options)
        self.fields["outcome"].choices = [("", _("All outcomes")), *Determination.Outcome.choices]  # type: ignore[attr-defined]
