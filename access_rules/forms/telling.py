"""What is typed before somebody else is told, in the answer, and in the report of a breach."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access_rules.actions.telling import Verdict, Wish
from access_rules.forms.words import Words, one_of
from access_rules.models import Document
from casework.forms import OnceForm
from council.models import Person
from rulebook.access.breaking import ByWhom
from rulebook.access.telling import Asked

MAY, MAY_NOT = "may", "may-not"


class TellForm(OnceForm):
    """What, to whom, why, and who is asked first."""

    described = forms.CharField(
        label=gettext_lazy("What you want to tell"),
        max_length=400,
        help_text=gettext_lazy("Name it so that whoever answers finds it. Do not write what it says."),
        error_messages={"required": gettext_lazy("Say what you want to tell")},
    )
    to_whom = forms.CharField(
        label=gettext_lazy("Whom you want to tell"),
        max_length=400,
        error_messages={"required": gettext_lazy("Say whom you want to tell")},
    )
    why = Words(label=gettext_lazy("Why"), empty=gettext_lazy("Say why you want to tell them"))
    is_public_interest = forms.BooleanField(
        label=gettext_lazy("I think that the public interest asks for it"), required=False
    )
    took_legal_advice = forms.BooleanField(label=gettext_lazy("I took legal advice first"), required=False)
    asked_of = forms.ChoiceField(
        label=gettext_lazy("Who is asked first"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose who is asked first")},
    )
    regulator = forms.CharField(
        label=gettext_lazy("Name of the regulator"),
        max_length=160,
        required=False,
        widget=forms.TextInput(attrs={"sometimes": True}),
        help_text=gettext_lazy(
            "Only where you ask a regulator. You ask it yourself and record its answer here."
        ),
    )

    def __init__(
        self,
        *given: Any,
        posts: list[tuple[str, str]],
        about_interest: bool,
        about_advice: bool,
        document: Document | None,
        **options: Any,
    ) -> None:
        """`posts` are those whom the text names; the boxes that it gives no reason for are left out."""
        super().__init__(*given, **options)
        self._document = document
        self.fields["asked_of"].choices = posts  # type: ignore[attr-defined]
        if len(posts) == 1:
            self.fields["asked_of"].initial = posts[0][0]
        if not about_interest:
            del self.fields["is_public_interest"]
        if not about_advice:
            del self.fields["took_legal_advice"]
        if Asked.REGULATOR.value not in dict(posts):
            del self.fields["regulator"]
        if document is not None:
            del self.fields["described"]

    def clean(self) -> dict[str, Any]:
        """A regulator has a name."""
        cleaned = super().clean() or {}
        if cleaned.get("asked_of") == Asked.REGULATOR and not (cleaned.get("regulator") or "").strip():
            self.add_error("regulator", _("Enter the name of the regulator"))
        return cleaned

    def wish(self) -> Wish:
        """As the action takes it."""
        typed = self.cleaned_data
        return Wish(
            to_whom=typed["to_whom"],
            why=typed["why"],
            asked_of=Asked(typed["asked_of"]),
            document=self._document,
            described=typed.get("described", ""),
            regulator=typed.get("regulator", ""),
            is_public_interest=typed.get("is_public_interest", False),
            took_legal_advice=typed.get("took_legal_advice", False),
        )


class VerdictForm(OnceForm):
    """May it be told, on what that rests, and why."""

    may = forms.ChoiceField(
        label=gettext_lazy("May it be told?"),
        choices=[(MAY, gettext_lazy("Yes, it may be told")), (MAY_NOT, gettext_lazy("No, it may not"))],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose an answer")},
    )
    basis = forms.ChoiceField(
        label=gettext_lazy("If it may, on what that rests"),
        widget=forms.RadioSelect(attrs={"sometimes": True}),
        required=False,
    )
    words = Words(
        label=gettext_lazy("Your reasons"),
        empty=gettext_lazy("Give your reasons"),
        help_text=gettext_lazy("Whoever asked reads this. Say who consented, or which law requires it."),
    )

    def __init__(self, *given: Any, bases: list[tuple[str, str]], **options: Any) -> None:
        """`bases` are those of the question’s own text."""
        super().__init__(*given, **options)
        self.fields["basis"].choices = bases  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """What may be told rests on something."""
        cleaned = super().clean() or {}
        if cleaned.get("may") == MAY and not cleaned.get("basis"):
            self.add_error("basis", _("Choose on what it rests that it may be told"))
        return cleaned

    def verdict(self) -> Verdict:
        """As the action takes it."""
        typed = self.cleaned_data
        may = typed["may"] == MAY
        return Verdict(may_be_told=may, words=typed["words"], basis=typed["basis"] if may else "")


class OutsideForm(VerdictForm):
    """What the regulator said, in the words of whoever asked it."""

    def __init__(self, *given: Any, **options: Any) -> None:
        """The same boxes under other words."""
        super().__init__(*given, **options)
        self.fields["may"].label = _("What did the regulator say?")
        self.fields["words"].label = _("What it said, when, and by whom")
        self.fields["words"].help_text = _("Keep the letter. Nobody but you reads this here.")


class TakeBackForm(OnceForm):
    """One press."""


class BreachForm(OnceForm):
    """What happened, and who is said to have broken the confidence."""

    words = Words(
        label=gettext_lazy("What happened"),
        empty=gettext_lazy("Say what happened"),
        help_text=gettext_lazy("When, to whom it was told, and how you know."),
        rows=6,
    )
    by_whom = forms.ChoiceField(
        label=gettext_lazy("Who broke the confidence"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Say who broke it, or that you do not know")},
    )
    about = forms.ChoiceField(label=gettext_lazy("Name, if you know it"), required=False)

    def __init__(self, *given: Any, people: list[tuple[str, str]], **options: Any) -> None:
        """`people` are those in office, whoever reports left out."""
        super().__init__(*given, **options)
        self.fields["by_whom"].choices = [(one.value, _(one.label)) for one in ByWhom]  # type: ignore[attr-defined]
        one_of(self.fields["about"], people, none=_("I name nobody"))

    def named(self) -> Person | None:
        """Who is named; None where nobody is."""
        return Person.objects.get(pk=self.cleaned_data["about"]) if self.cleaned_data["about"] else None
