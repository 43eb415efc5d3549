"""What a keeper types to take something out of a document: words, a phrase, a box, and the paragraph."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access_rules.files.redacting import Box
from access_rules.forms.words import Words
from access_rules.rules.redacting import LONGEST, is_known
from casework.forms import OnceForm
from rulebook.protocol import Protocol

_EDGES = ("left", "top", "right", "bottom")


class GroundForm(OnceForm):
    """By which paragraph it is taken out: one of the list, or another that is typed."""

    cite = forms.ChoiceField(
        label=gettext_lazy("Paragraph that it rests on"),
        required=False,
        widget=forms.Select(attrs={"sometimes": True}),
        error_messages={"invalid_choice": gettext_lazy("Choose one of the paragraphs")},
    )
    other = forms.CharField(
        label=gettext_lazy("Another paragraph or section"),
        required=False,
        max_length=LONGEST,
        help_text=gettext_lazy("Only where none of the list fits. For example, FOIA 2000 s40."),
        widget=forms.TextInput(attrs={"class": "govuk-input--width-20"}),
    )

    def __init__(
        self, *given: Any, text: Protocol, grounds: Iterable[tuple[str, str]], **options: Any
    ) -> None:
        """`grounds` are the paragraphs that are offered, each with what it says."""
        super().__init__(*given, **options)
        self.text = text
        self.fields["cite"].choices = [("", _("Choose a paragraph")), *grounds]  # type: ignore[attr-defined]

    def clean_other(self) -> str:
        """As paragraphs are named here: of the text in force, or of an Act."""
        typed = " ".join(str(self.cleaned_data["other"]).split())
        if typed and not is_known(self.text, typed):
            raise forms.ValidationError(
                _("Name it as answers do: a paragraph of the protocol in force, or an Act and its section")
            )
        return typed

    def clean(self) -> dict[str, Any]:
        """One paragraph: what was typed stands above what was chosen."""
        given = super().clean() or {}
        given["ground"] = given.get("other") or given.get("cite") or ""
        if not given["ground"] and not self.errors:
            self.add_error("cite", _("Choose the paragraph that it rests on"))
        return given


class PhraseForm(GroundForm):
    """Words that are taken out wherever they stand."""

    field_order = ["phrase", "cite", "other"]
    phrase = forms.CharField(
        label=gettext_lazy("Words to take out on every page"),
        max_length=200,
        help_text=gettext_lazy(
            "A name, an address, a sum. They are found over the end of a line too, not over that of a page."
        ),
        error_messages={"required": gettext_lazy("Enter the words")},
    )


class MarkPageForm(GroundForm):
    """Words of one page, or a box drawn on it."""

    words = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Words of this page"),
        coerce=int,
        required=False,
        error_messages={"invalid_choice": gettext_lazy("The page has changed. Open it again")},
    )
    left = forms.FloatField(label=gettext_lazy("Left edge"), required=False)
    top = forms.FloatField(label=gettext_lazy("Upper edge"), required=False)
    right = forms.FloatField(label=gettext_lazy("Right edge"), required=False)
    bottom = forms.FloatField(label=gettext_lazy("Lower edge"), required=False)

    def __init__(self, *given: Any, words: int, **options: Any) -> None:
        """`words` is how many the page has."""
        super().__init__(*given, **options)
        self.fields["words"].choices = [(str(place), str(place)) for place in range(words)]  # type: ignore[attr-defined]
        for name in _EDGES:
            self.fields[name].widget.attrs.update(
                {
                    "class": "govuk-input--width-4",
                    "label_class": "govuk-label",
                    "inputmode": "decimal",
                    "sometimes": True,
                }
            )
            self.fields[name].error_messages["invalid"] = _("Enter a number from 0 to 100")

    def clean(self) -> dict[str, Any]:
        """Something is marked; all four edges of a box, or none."""
        given = super().clean() or {}
        edges = [given.get(name) for name in _EDGES]
        given["box"] = None
        if any(name in self.errors for name in _EDGES):
            return given
        if any(edge is not None for edge in edges):
            given["box"] = self._box(edges)
        elif not given.get("words") and "words" not in self.errors:
            self.add_error(None, _("Tick the words to take out, or draw a box"))
        return given

    def _box(self, edges: list[float | None]) -> Box | None:
        known = [edge for edge in edges if edge is not None and 0 <= edge <= 100]
        if len(known) < len(edges):
            self.add_error("left", _("Enter all four edges of the box, each from 0 to 100"))
            return None
        left, top, right, bottom = (round(edge / 100, 5) for edge in known)
        if left >= right or top >= bottom:
            self.add_error("left", _("The right edge must be after the left, the lower edge below the upper"))
            return None
        return Box(left, top, right, bottom)


class SummaryForm(OnceForm):
    """The summary, as it will stand."""

    text = Words(
        label=gettext_lazy("The summary"),
        rows=16,
        empty=gettext_lazy("Write the summary"),
        help_text=gettext_lazy(
            "A fair and coherent record of what was done, without what is exempt. Leave a line empty between"
            " paragraphs."
        ),
    )
