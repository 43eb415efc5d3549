"""Who signs a letter: a name, and what has to be said of the letter before a member's stands under it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from enquiries.forms.answering import AnswerForm

OFFICER = "officer"
_YES, _NO = "yes", "no"


class SignForm(AnswerForm):
    """Signed by the officer who wrote it, or by a member whom the text names."""

    signed_by = forms.ChoiceField(
        label=gettext_lazy("Signed by"),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose who signs the letter"),
            "invalid_choice": gettext_lazy("Choose who signs the letter"),
        },
    )
    undertakes = forms.ChoiceField(
        label=gettext_lazy(
            "Does the letter undertake an obligation, or give an instruction on the council’s behalf?"
        ),
        choices=[(_YES, gettext_lazy("Yes")), (_NO, gettext_lazy("No"))],
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Say whether it undertakes an obligation or gives an instruction")
        },
        help_text=gettext_lazy("Answer this where a member signs."),
    )
    agreed = forms.BooleanField(
        label=gettext_lazy("The member has read the letter and agrees that it goes in their name"),
        required=False,
    )

    def __init__(self, *args: Any, writer: str, members: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        """`writer`: the officer who wrote it; `members`: each choice's key and its name with office."""
        super().__init__(*args, **kwargs)
        own = (OFFICER, _("%(name)s, who wrote it") % {"name": writer})
        self.fields["signed_by"].choices = [own, *members]  # type: ignore[attr-defined]
        self.fields["undertakes"].required = self.data.get("signed_by") != OFFICER

    def clean(self) -> dict[str, Any]:
        """A member's name needs their agreement too."""
        given = super().clean() or {}
        if given.get("signed_by") not in (None, "", OFFICER) and not given.get("agreed"):
            self.add_error("agreed", _("Ask the member first: a letter in their name needs their agreement"))
        return given

    @property
    def binds(self) -> bool:
        """Does the officer say that the letter undertakes something or gives an instruction?"""
        return bool(self.cleaned_data.get("undertakes") == _YES)
