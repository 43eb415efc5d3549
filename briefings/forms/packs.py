"""What is typed for a pack: the file, its certificate, and what a second reader found."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings.rules.giving import Statement
from casework.forms import OnceForm
from casework.forms.disputes import WordsField
from council.models import Person


class PackForm(OnceForm):
    """One file."""

    upload = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("No group reads it before it is certified, cleared and released."),
        error_messages={"required": gettext_lazy("Choose a file")},
    )


class CertifyForm(OnceForm):
    """Each statement that the text asks for, and who reads it next."""

    reader = forms.ModelChoiceField(
        queryset=Person.objects.none(),
        label=gettext_lazy("Who reads it as a second pair of eyes?"),
        empty_label=gettext_lazy("Choose an officer"),
        error_messages={"required": gettext_lazy("Choose who reads it")},
    )

    def __init__(
        self, *given: Any, statements: Sequence[Statement], readers: QuerySet[Person], **named: Any
    ) -> None:
        """A box for each statement; none may be left out."""
        super().__init__(*given, **named)
        self._keys = [one.key for one in statements]
        for one in statements:
            self.fields[f"says_{one.key}"] = forms.BooleanField(
                label=_(one.says),
                help_text="; ".join(dict.fromkeys(cite.pinpoint for cite in one.cites)),
                error_messages={"required": _("Confirm it: %(statement)s") % {"statement": _(one.says)}},
            )
        self.fields["reader"].queryset = readers  # type: ignore[attr-defined]
        self.order_fields(["token", "version", *(f"says_{key}" for key in self._keys), "reader"])

    def certified(self) -> list[str]:
        """The statements that were confirmed."""
        return [key for key in self._keys if self.cleaned_data.get(f"says_{key}")]


class ReturnForm(OnceForm):
    """What was found."""

    because = WordsField(
        label=gettext_lazy("What groups must not be given, or is missing"),
        rows=4,
        empty=gettext_lazy("Say what you found"),
        help_text=gettext_lazy("Its author reads this. No group does."),
    )
