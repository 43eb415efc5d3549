"""What the monitoring officer publishes of what was learned from complaints."""

from django import forms
from django.utils.translation import gettext_lazy

from casework.forms import OnceForm


class LessonForm(OnceForm):
    """The sentence, in words of their own."""

    words = forms.CharField(
        label=gettext_lazy("What was learned, in words that tell of nobody"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": gettext_lazy("Write what was learned")},
        help_text=gettext_lazy("Name no person, post, ward, service or day that tells who it was."),
    )


class TakeOutForm(OnceForm):
    """Nothing to type: one press."""
