"""Who goes on with an enquiry whose member left office."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from casework.forms import PortalForm

END = "end"


class SuccessorForm(PortalForm):
    """A member, or nobody."""

    successor = forms.ChoiceField(
        label=gettext_lazy("Who goes on with it?"),
        error_messages={
            "required": gettext_lazy("Choose a member, or end the enquiry"),
            "invalid_choice": gettext_lazy("Choose a member, or end the enquiry"),
        },
    )

    with_resident = forms.BooleanField(
        label=gettext_lazy("The resident’s details go along"),
        required=False,
        help_text=gettext_lazy(
            "Tick this only if the resident, or the member who sent it, has agreed. Otherwise the officers "
            "keep them and the new member does not see them."
        ),
    )

    def __init__(self, *args: Any, members: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        """`members`: each one's number and name with ward."""
        super().__init__(*args, **kwargs)
        self.fields["successor"].choices = [  # type: ignore[attr-defined]
            ("", gettext_lazy("Choose a member")),
            (END, gettext_lazy("Nobody: end the enquiry, it needs no reply")),
            *members,
        ]
