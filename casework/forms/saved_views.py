"""What is typed to save a view: its name."""

from django import forms
from django.utils.translation import gettext_lazy

from casework.forms import OnceForm
from casework.models.saved_views import LONGEST_NAME


class ViewNameForm(OnceForm):
    """A name by which the person finds it again."""

    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=LONGEST_NAME,
        help_text=gettext_lazy("Only you see it. For example: Overdue in housing."),
        error_messages={"required": gettext_lazy("Enter a name")},
    )
