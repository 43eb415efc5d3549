"""What somebody types who asks to see a document, and what a keeper types who finds what was described."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access_rules.models import Document
from access_rules.queries.asked import ASSISTANT
from access_rules.rules import asking as said
from casework.forms import OnceForm
from casework.forms.disputes import WordsField
from council.models import Person

Choices = Iterable[tuple[str, str | Promise]]


def _shown(choices: said.Choices) -> list[tuple[str, str | Promise]]:
    return [(key, gettext_lazy(words)) for key, words in choices]


def _radios(label: Any, choices: Choices = (), *, empty: Any, **options: Any) -> forms.ChoiceField:
    messages = {"required": empty, "invalid_choice": empty}
    return forms.ChoiceField(
        label=label, choices=choices, widget=forms.RadioSelect, error_messages=messages, **options
    )


class AskForm(OnceForm):
    """Which document, for what, in which role: no form of the law is demanded (HA-4.6b)."""

    described = forms.CharField(
        label=gettext_lazy("Which document do you want to see?"),
        max_length=400,
        required=False,
        help_text=gettext_lazy("Describe it: what it is about, for which meeting, of which date."),
    )
    document = forms.CharField(
        label=gettext_lazy("Its number, if you know it"),
        max_length=30,
        required=False,
        help_text=gettext_lazy("Like DOC-7K4M-2. It stands beside the document in the list of documents."),
    )
    purpose = _radios(
        gettext_lazy("What do you need it for?"),
        _shown(said.PURPOSES),
        empty=gettext_lazy("Choose what you need it for"),
    )
    purpose_words = WordsField(
        label=gettext_lazy("Why you need it, in your own words"),
        rows=4,
        max_length=4_000,
        required=False,
        help_text=gettext_lazy("Whoever decides reads this. Name no resident who does not know of it."),
    )
    authority = _radios(
        gettext_lazy("If it is about a resident: how did they allow you to ask?"),
        _shown(said.AUTHORITIES),
        empty=gettext_lazy("Choose how the resident allowed you to ask"),
        required=False,
    )
    capacity = _radios(
        gettext_lazy("In which role do you ask?"), empty=gettext_lazy("Choose the role you are asking in")
    )
    on_behalf_of = forms.ModelChoiceField(
        label=gettext_lazy("The member you ask for"),
        queryset=Person.objects.none(),
        required=False,
        empty_label=gettext_lazy("Nobody: I ask for myself"),
    )
    interest = _radios(
        gettext_lazy("Do you have an interest in the matter?"),
        _shown(said.INTERESTS),
        empty=gettext_lazy("Choose whether you have an interest in the matter"),
        help_text=gettext_lazy("What stands in the register of interests counts as well."),
    )
    interest_words = forms.CharField(
        label=gettext_lazy("What the interest is"), max_length=400, required=False
    )
    wants = _radios(
        gettext_lazy("What do you want to do with it?"),
        _shown(said.WANTS),
        empty=gettext_lazy("Choose what you want"),
    )
    scope = _radios(
        gettext_lazy("How much do you ask for?"),
        _shown(said.SCOPES),
        empty=gettext_lazy("Choose how much you ask for"),
    )
    regime = _radios(
        gettext_lazy("Under which law?"),
        _shown(said.REGIMES),
        empty=gettext_lazy("Choose a law, or none"),
        required=False,
        help_text=gettext_lazy("You need not name one. We look at every right that you have."),
    )

    def __init__(self, *given: Any, capacities: Choices, members: QuerySet[Person], **options: Any) -> None:
        """`capacities` are the roles that the person holds; `members` those in whose place they may ask."""
        super().__init__(*given, **options)
        self.fields["capacity"].choices = list(capacities)  # type: ignore[attr-defined]
        if members.exists():
            self.fields["on_behalf_of"].queryset = members  # type: ignore[attr-defined]
        else:
            del self.fields["on_behalf_of"]

    def clean(self) -> dict[str, Any]:
        """Something is asked for; an assistant names the member (HA-4.9); an interest is said."""
        given = super().clean() or {}
        if not given.get("described", "").strip() and not given.get("document", "").strip():
            self.add_error("described", _("Describe the document you want to see"))
        if given.get("capacity") == ASSISTANT and not given.get("on_behalf_of"):
            self.add_error("on_behalf_of", _("Choose the member you ask for"))
        if given.get("interest", "none") != "none" and not given.get("interest_words", "").strip():
            self.add_error("interest_words", _("Say what the interest is"))
        return given


class WithdrawRequestForm(OnceForm):
    """One press."""


class FindForm(OnceForm):
    """The entry of the register that is meant, or that the authority holds no such document."""

    document = forms.CharField(
        label=gettext_lazy("Number of the document"),
        max_length=30,
        required=False,
        help_text=gettext_lazy("Leave it empty where we hold no such document."),
    )
    not_held = WordsField(
        label=gettext_lazy("If we do not hold it: what you looked for, and who may have it"),
        rows=4,
        max_length=4_000,
        required=False,
        help_text=gettext_lazy("Whoever asked reads this."),
    )

    def clean(self) -> dict[str, Any]:
        """One of the two, and a number that the register has."""
        given = super().clean() or {}
        number = str(given.get("document", "")).strip().upper()
        words = str(given.get("not_held", "")).strip()
        if bool(number) == bool(words):
            self.add_error("document", _("Enter the number of the document, or say that we do not hold it"))
        elif number:
            given["found"] = Document.objects.filter(reference=number).first()
            if given["found"] is None:
                self.add_error("document", _("The register has no document of this number"))
        return given
