"""The filters of the register; what the address holds that is no filter is left out."""

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from access_rules.models import Document
from access_rules.states import DOCUMENT_FACES
from casework.forms import PortalForm
from council.models import Body

ANY = ("", gettext_lazy("Any"))


class RegisterFilters(PortalForm):
    """Body, kind, marking and state, as they stand in the address."""

    body = forms.ChoiceField(label=gettext_lazy("Body"), required=False)
    kind = forms.ChoiceField(
        label=gettext_lazy("What it is"), required=False, choices=[ANY, *Document.Kind.choices]
    )
    marking = forms.ChoiceField(
        label=gettext_lazy("Marking"), required=False, choices=[ANY, *Document.Marking.choices]
    )
    state = forms.ChoiceField(
        label=gettext_lazy("State"),
        required=False,
        choices=[ANY, *((state.value, gettext_lazy(face[0])) for state, face in DOCUMENT_FACES.items())],
    )

    def __init__(self, *args: Any, on: datetime.date, **kwargs: Any) -> None:
        """`on`: the day whose bodies are offered."""
        super().__init__(*args, **kwargs)
        bodies = [(str(one.pk), one.name) for one in Body.objects.on(on)]
        self.fields["body"].choices = [ANY, *bodies]  # type: ignore[attr-defined]

    def applied(self) -> dict[str, str]:
        """The filters in use; nonsense in the address is none."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def words_of(self, name: str, value: str) -> str:
        """«Marking: Exempt»."""
        words = {str(key): str(shown) for key, shown in self.fields[name].choices}  # type: ignore[attr-defined]
        return f"{self.fields[name].label}: {words[value]}"
