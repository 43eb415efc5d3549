"""What is typed on the way to the end of a complaint: decision, who is told, referral, remedies, closing."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.forms import DateField, OnceForm
from casework.forms.disputes import WordsField
from complaints.policies.deciding import OUTCOMES
from council.queries import people_called

Choices = list[tuple[str, str]]


def _outcomes() -> Choices:
    return [(one.value, str(one.label)) for one in OUTCOMES]


class OnePressForm(OnceForm):
    """Nothing to type: one press."""


class WordsForm(OnceForm):
    """Words for somebody who reads nothing else."""

    words = WordsField(
        label=gettext_lazy("What they read"),
        empty=gettext_lazy("Write what they read"),
        help_text=gettext_lazy("They read these words and nothing else of the complaint."),
    )


TELL, NOT_TELL = "tell", "not-tell"


class LeaderForm(OnceForm):
    """Whether the group leader is told; in which words, or why not where somebody wants to say."""

    told = forms.ChoiceField(
        label=gettext_lazy("Do you find it right that the group leader is told?"),
        widget=forms.RadioSelect,
        choices=(
            (TELL, gettext_lazy("Yes. They read the words below")),
            (NOT_TELL, gettext_lazy("No. The group leader is not told")),
        ),
        error_messages={"required": gettext_lazy("Say whether the group leader is told")},
    )
    words = WordsField(
        label=gettext_lazy("What they read, or why they are not told"),
        required=False,
        help_text=gettext_lazy(
            "A group leader who is told reads these words and nothing else of the complaint. Where they are "
            "not told, you need not say why, and only those who deal with the complaint read it."
        ),
    )

    def clean(self) -> dict[str, Any]:
        """Words for a leader who is told."""
        given = super().clean() or {}
        if given.get("told") == TELL and not given.get("words", "").strip():
            self.add_error("words", _("Write what they read"))
        return given


class BeforeForm(WordsForm):
    """One of those who are told before the decision, and the words for them."""

    told_as = forms.ChoiceField(
        label=gettext_lazy("Whom you tell"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose whom you tell")},
    )
    field_order = ("told_as", "words")

    def __init__(self, *given: Any, hearers: Choices, **options: Any) -> None:
        """`hearers` are those who can be told and were not yet."""
        super().__init__(*given, **options)
        self.fields["told_as"].choices = hearers  # type: ignore[attr-defined]


class OutcomeForm(OnceForm):
    """How it ends, and why."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("How is it decided?"),
        widget=forms.RadioSelect,
        choices=_outcomes,
        error_messages={"required": gettext_lazy("Choose how it is decided")},
    )
    reasons = WordsField(
        label=gettext_lazy("Reasons"),
        rows=10,
        empty=gettext_lazy("Give the reasons"),
        help_text=gettext_lazy("Both sides read this when they are told the outcome."),
    )


class ReferForm(OnceForm):
    """Where it goes, why, and what the group leader reads where it goes to them."""

    to = forms.ChoiceField(
        label=gettext_lazy("Where does it go?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose where it goes")},
    )
    because = WordsField(
        label=gettext_lazy("Why it goes there"), empty=gettext_lazy("Say why it goes there"), rows=4
    )
    for_leader = WordsField(
        label=gettext_lazy("What the group leader reads"),
        rows=4,
        required=False,
        help_text=gettext_lazy(
            "Only where it goes to the group leader. They read these words and no others."
        ),
    )

    def __init__(self, *given: Any, places: Choices, **options: Any) -> None:
        """`places` are those to which the text lets it go."""
        super().__init__(*given, **options)
        self.fields["to"].choices = places  # type: ignore[attr-defined]
        if "group-leader" not in dict(places):
            del self.fields["for_leader"]


class PersonField(forms.CharField):
    """Somebody in office by name or email address; the value is the person."""

    def clean(self, value: Any) -> Any:
        """The one person of that name; a sentence where there is none, or more than one."""
        typed = super().clean(value)
        if not typed:
            return None
        found = list(people_called(typed, on=timezone.localdate())[:2])
        if not found:
            raise forms.ValidationError(_("Nobody in office has this name. Enter it as the register has it"))
        if len(found) > 1:
            raise forms.ValidationError(_("More than one person has this name. Enter the email address"))
        return found[0]


class CameForm(OnceForm):
    """What came of it in the other procedure."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("How did it end there?"),
        widget=forms.RadioSelect,
        choices=_outcomes,
        error_messages={"required": gettext_lazy("Choose how it ended there")},
    )
    for_sides = WordsField(
        label=gettext_lazy("What both sides read"),
        empty=gettext_lazy("Write what both sides read"),
        help_text=gettext_lazy("What is between an employee and the employer does not belong here."),
    )
    for_file = WordsField(label=gettext_lazy("What only those who deal with it read"), rows=4, required=False)
    not_investigated = forms.BooleanField(
        label=gettext_lazy(
            "The code was not investigated, so the Independent Person did not have to be asked"
        ),
        required=False,
    )

    def __init__(self, *given: Any, is_code: bool, **options: Any) -> None:
        """`is_code`: it was with the members’ code of conduct."""
        super().__init__(*given, **options)
        if not is_code:
            del self.fields["not_investigated"]


class OwnerForm(OnceForm):
    """Who sees to it, and by when."""

    owner = PersonField(
        label=gettext_lazy("Who sees to it"),
        max_length=200,
        help_text=gettext_lazy("A name as the register has it, or an email address."),
        error_messages={"required": gettext_lazy("Enter who sees to it")},
    )
    due_on = DateField(
        label=gettext_lazy("By which day"),
        error_messages={"required": gettext_lazy("Enter the day by which it is done")},
    )


class RemedyForm(OwnerForm):
    """What is put right, by whom and by when."""

    words = WordsField(
        label=gettext_lazy("What is put right"),
        rows=4,
        empty=gettext_lazy("Say what is put right"),
        help_text=gettext_lazy("Whoever sees to it reads these words and nothing else of the complaint."),
    )
    field_order = ("words", "owner", "due_on")


class DoneForm(OnceForm):
    """The day on which it was done."""

    done_on = DateField(
        label=gettext_lazy("On which day was it done?"),
        error_messages={"required": gettext_lazy("Enter the day on which it was done")},
    )


class CloseForm(OnceForm):
    """What the authority learned, for the figures."""

    learning = forms.CharField(
        label=gettext_lazy("What the authority learned, in a sentence"),
        max_length=300,
        required=False,
        help_text=gettext_lazy(
            "It stays in the figures when the complaint is erased. Name no member, officer or resident."
        ),
    )
