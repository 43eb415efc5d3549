"""What somebody types of a matter that was raised in public, and of keeping a complaint longer."""

from django import forms
from django.utils.translation import gettext_lazy

from casework.forms import DateField, OnceForm
from casework.forms.disputes import WordsField


class AiringForm(OnceForm):
    """On which day it was, and where and how."""

    aired_on = DateField(label=gettext_lazy("The day"), help_text=gettext_lazy("For example, 25 11 2026."))
    words = WordsField(
        label=gettext_lazy("Where it was, and what was said"),
        help_text=gettext_lazy("The meeting or the paper, and the words as you heard or read them."),
    )


class HoldForm(OnceForm):
    """Why a complaint is kept beyond its day, or no longer."""

    because = forms.CharField(
        label=gettext_lazy("Why"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Those who deal with the complaint read it."),
    )
