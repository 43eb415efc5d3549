"""What is typed of a close relationship: with whom, which tie, the check, what was settled."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.forms import OnceForm, PortalForm
from complaints.actions.relationships import Declared
from complaints.queries.relationships import Told
from complaints.rules.relationships import QUESTIONS, Sign
from council.models import Person, Relationship
from council.queries import Standing, people_called, protocol_in_force


class DeclareRelationshipForm(OnceForm):
    """A person’s own declaration. Whom to tell is asked where the text lets them choose."""

    other = forms.CharField(
        label=gettext_lazy("Who is the other person?"),
        max_length=120,
        help_text=gettext_lazy("The name or email address of a member or an officer."),
        error_messages={"required": gettext_lazy("Enter the person’s name")},
    )
    tie = forms.ChoiceField(
        label=gettext_lazy("What is between you?"),
        choices=Relationship.Tie.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what is between you")},
    )
    words = forms.CharField(
        label=gettext_lazy("In your own words"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("Say only what whoever reads it needs. You may leave it empty."),
    )
    to = forms.ChoiceField(
        label=gettext_lazy("Who do you tell?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose whom you tell")},
    )
    at_meetings = forms.BooleanField(
        label=gettext_lazy("I am in doubt, and want to declare it at meetings too"),
        required=False,
    )

    def __init__(
        self, *given: Any, who: Standing, offered: list[Told], meetings: bool, **options: Any
    ) -> None:
        """`offered`: whom the text lets the person tell; `meetings`: whether it speaks of meetings."""
        super().__init__(*given, **options)
        self._who = who
        text = protocol_in_force()
        choices = [
            (
                one.post.value,
                _("%(name)s, %(post)s") % {"name": one.person.name, "post": text.title_of(one.post)},
            )
            for one in offered
        ]
        self.fields["to"].choices = choices  # type: ignore[attr-defined]
        if len(offered) < 2:
            del self.fields["to"]
        if not meetings:
            del self.fields["at_meetings"]

    def clean_other(self) -> Person:
        """The one person in office whom the words mean, and not whoever declares."""
        typed = str(self.cleaned_data["other"]).strip()
        found = list(people_called(typed, on=self._who.on)[:2])
        if not found:
            raise forms.ValidationError(
                _("Nobody in office today has this name or email address. Check how it is written.")
            )
        if len(found) > 1:
            raise forms.ValidationError(_("More than one person is called that. Enter the email address."))
        if found[0] == self._who.person:
            raise forms.ValidationError(_("Enter the other person’s name, not your own"))
        return found[0]

    def declared(self) -> Declared:
        """What was typed, whole."""
        given = self.cleaned_data
        return Declared(
            other=given["other"],
            tie=given["tie"],
            words=given["words"],
            at_meetings=given.get("at_meetings", False),
            to=given.get("to", ""),
        )


class CheckForm(PortalForm):
    """The questions by which somebody checks themselves; nothing of it is kept."""

    signs = forms.MultipleChoiceField(
        label=gettext_lazy("Which of these is so?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *given: Any, signs: list[Sign], **options: Any) -> None:
        """The questions that the text gives to such a person."""
        super().__init__(*given, **options)
        self.fields["signs"].choices = [  # type: ignore[attr-defined]
            (sign.value, _(QUESTIONS[sign])) for sign in signs
        ]


class SettledForm(OnceForm):
    """What whoever was told advised, or settled with the two."""

    words = forms.CharField(
        label=gettext_lazy("What did you advise, or settle with them?"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("The two read it. It is written down once."),
        error_messages={"required": gettext_lazy("Say what you advised or settled")},
    )


class OverForm(OnceForm):
    """Nothing is typed: the page says what follows."""
