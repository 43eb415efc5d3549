"""What a person may type about documents; each form counts once and knows which version was read."""

from django import forms

from casework.forms import PortalForm


class OnceForm(PortalForm):
    """Counts once, however often it is sent; `version` is that of the row that was read."""

    token = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
