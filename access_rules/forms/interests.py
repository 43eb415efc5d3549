"""What a person types of an interest: its standing, what it is in, and on which papers it bears."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access_rules.actions.interests import Matter
from access_rules.queries.interests import document_called, item_called
from casework.forms import OnceForm
from council.models import Interest

# One of them is needed; the hint says which.
_SOMETIMES = {"sometimes": True}


class DeclareForm(OnceForm):
    """A member’s own declaration."""

    standing = forms.ChoiceField(
        label=gettext_lazy("What kind of interest is it?"),
        choices=Interest.Standing.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose what kind of interest it is"),
            "invalid_choice": gettext_lazy("Choose what kind of interest it is"),
        },
    )
    matter = forms.CharField(
        label=gettext_lazy("What is the interest in?"),
        max_length=300,
        error_messages={"required": gettext_lazy("Say what the interest is in")},
    )
    is_sensitive = forms.BooleanField(
        label=gettext_lazy("Do not show the details"),
        required=False,
        help_text=gettext_lazy("For details that could lead to violence or intimidation (Localism Act s32)."),
    )


class BearsForm(OnceForm):
    """On what an interest bears: a document by its number, or an item of a meeting."""

    document = forms.CharField(
        label=gettext_lazy("Number of the document"),
        required=False,
        max_length=16,
        help_text=gettext_lazy("Or enter a meeting and an item of its agenda below."),
        widget=forms.TextInput(attrs=_SOMETIMES),
    )
    meeting = forms.CharField(
        label=gettext_lazy("Number of the meeting"),
        required=False,
        max_length=16,
        widget=forms.TextInput(attrs=_SOMETIMES),
    )
    item = forms.IntegerField(
        label=gettext_lazy("Number of the item on its agenda"),
        required=False,
        min_value=1,
        max_value=999,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-3", **_SOMETIMES}),
    )

    def __init__(self, *given: Any, **options: Any) -> None:
        """`matter` is what was found, once the form is valid."""
        super().__init__(*given, **options)
        self.matter: Matter | None = None

    def clean(self) -> dict[str, Any]:
        """One thing, and one that there is."""
        given = super().clean() or {}
        number, meeting = given.get("document", ""), given.get("meeting", "")
        if bool(number) == bool(meeting):
            self.add_error("document", _("Enter the number of a document, or of a meeting and its item"))
        elif number:
            found = document_called(number)
            if found is None:
                self.add_error(
                    "document", _("No document here has the number %(number)s") % {"number": number}
                )
            else:
                self.matter = Matter(document=found)
        else:
            self._find_item(meeting, given.get("item"))
        return given

    def _find_item(self, meeting: str, number: int | None) -> None:
        found = item_called(meeting, number) if number else None
        if found is None:
            self.add_error("item", _("This meeting has no such item, or there is no such meeting"))
        else:
            self.matter = Matter(item=found)
