"""What is typed of the Independent Person: whom one asks, what is put to them, and what they think."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from casework.forms import OnceForm
from casework.forms.disputes import WordsField
from complaints.forms.steps import WritingsField
from complaints.models import Writing
from council.models import Person


class AskIndependentForm(OnceForm):
    """Who is asked, in which words, and which papers they read."""

    person = forms.ModelChoiceField(
        label=gettext_lazy("Independent Person"),
        queryset=Person.objects.none(),
        empty_label=gettext_lazy("Choose"),
        help_text=gettext_lazy(
            "Somebody of the register who is no member and no officer of the authority, was none in the last "
            "five years, and is no relative or close friend of one."
        ),
    )
    words = WordsField(
        label=gettext_lazy("What you put to them"),
        empty=gettext_lazy("Write what you put to them"),
        rows=8,
        help_text=gettext_lazy("They read these words and the papers that you choose, and nothing else."),
    )
    papers = WritingsField(
        label=gettext_lazy("Which papers do they read?"),
        queryset=Writing.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(
        self, *given: Any, people: QuerySet[Person], papers: QuerySet[Writing], **options: Any
    ) -> None:
        """`people` are those of the register who may be one; `papers` those of the file."""
        super().__init__(*given, **options)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]
        self.fields["papers"].queryset = papers  # type: ignore[attr-defined]


class ViewsForm(OnceForm):
    """What they think."""

    views = WordsField(
        label=gettext_lazy("What you think"), empty=gettext_lazy("Write what you think"), rows=8
    )


class EnterViewsForm(OnceForm):
    """What they think, as whoever asked them was told."""

    views = WordsField(
        label=gettext_lazy("What they think"),
        empty=gettext_lazy("Enter what they think"),
        rows=8,
        help_text=gettext_lazy("In their own words. The file says who entered it."),
    )
