"""A file that is added to a document."""

from django import forms
from django.utils.translation import gettext_lazy as _

from access_rules.models import Version
from casework.forms import OnceForm


class AddFileForm(OnceForm):
    """Which version it is, and the file."""

    kind = forms.ChoiceField(
        label=_("Which version is it?"),
        choices=Version.Kind.choices,
        initial=Version.Kind.WHOLE,
        widget=forms.RadioSelect,
    )
    upload = forms.FileField(
        label=_("File"),
        help_text=_("PDF, Word or a picture, smaller than 10MB. Readers see its pages, not the file."),
    )


class CopyForm(OnceForm):
    """Which part of it is copied: the number of its first page."""

    first = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=100_000)
