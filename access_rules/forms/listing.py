"""What the list of documents is narrowed by; it stands in the address."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.forms import PortalForm
from council.models import Body

LONGEST = 80


class DocumentFilters(PortalForm):
    """Words of the title or a number, and the body whose paper it is."""

    words = forms.CharField(label=gettext_lazy("Words or number"), required=False, max_length=LONGEST)
    body = forms.ChoiceField(label=gettext_lazy("Body"), required=False)

    def __init__(self, *given: Any, bodies: list[Body], **options: Any) -> None:
        """`bodies` are those that meet; all of them, since which of them has papers may tell something."""
        super().__init__(*given, **options)
        choices = [("", _("All bodies")), *[(str(body.pk), body.name) for body in bodies]]
        self.fields["body"].choices = choices  # type: ignore[attr-defined]
        for field in self.fields.values():
            field.required = True  # an unused filter is no optional answer: its label says only what it is

    def add_error(self, field: str | None, error: Any) -> None:
        """A filter that is not used, or that nobody offers, narrows nothing."""

    def used(self) -> dict[str, str]:
        """The filters in use, by name."""
        self.is_valid()
        return {name: value for name in self.fields if (value := self.cleaned_data.get(name))}
