"""What is typed before a release: comments of a statutory officer, whose information it is, consent."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access_rules.models import Document
from casework.forms import OnceForm


class CommentsForm(OnceForm):
    """The comments of the officer’s post, for the report."""

    comments = forms.CharField(
        label=gettext_lazy("Comments"),
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy("If you have none, say so: the report waits for your word."),
        error_messages={"required": gettext_lazy("Enter your comments, or that you have none")},
    )


class OwnershipForm(OnceForm):
    """Whose information it is."""

    ownership = forms.ChoiceField(
        label=gettext_lazy("Whose information is it?"),
        widget=forms.RadioSelect,
        choices=[one for one in Document.Ownership.choices if one[0]],
        error_messages={"required": gettext_lazy("Say whose information it is")},
    )
    owner = forms.CharField(
        label=gettext_lazy("If it is somebody else’s, whose"), required=False, max_length=160
    )
    is_confidential = forms.BooleanField(
        label=gettext_lazy("The owner gave it in confidence"), required=False
    )

    def clean(self) -> dict[str, Any]:
        """Somebody else has a name."""
        given = super().clean() or {}
        if given.get("ownership") == Document.Ownership.OTHERS and not given.get("owner"):
            self.add_error("owner", _("Enter whose it is"))
        return given


class ConsentForm(OnceForm):
    """What the owner said."""

    consent = forms.ChoiceField(
        label=gettext_lazy("Did the owner consent?"),
        widget=forms.RadioSelect,
        choices=[one for one in Document.Consent.choices if one[0]],
        error_messages={"required": gettext_lazy("Say whether the owner consented")},
    )
    words = forms.CharField(
        label=gettext_lazy("How the owner was asked, and what they said"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": gettext_lazy("Say how the owner was asked")},
    )


class PressForm(OnceForm):
    """Nothing to type: a button, once."""
