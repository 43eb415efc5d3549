"""What somebody types in the informal stage: whom they ask, what is shown, what was tried, how it goes on."""

import datetime
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from casework.forms import DateField, OnceForm
from casework.forms.disputes import WordsField

Choices = Iterable[tuple[str, Any]]
LONGEST = 4_000
NOBODY = "0"
_WHO = _("Choose who receives it")
_EMPTY = _("Choose one person whom you ask")
SETTLED = (("yes", _("It is settled for me")), ("no", _("It is not settled for me")))
HELPS = (
    ("yes", _("I help, and I keep what I read and hear confidential")),
    ("no", _("I do not help")),
)
TELLING = (
    ("now", _("Tell them now: they get a letter with the number of this and a link to it")),
    ("later", _("Not yet: whoever helps tells them when they speak with them")),
)


def _radios(label: Any, choices: Choices = (), *, empty: Any, **options: Any) -> forms.ChoiceField:
    messages = {"required": empty, "invalid_choice": empty}
    return forms.ChoiceField(
        label=label, choices=list(choices), widget=forms.RadioSelect, error_messages=messages, **options
    )


def _offer(form: forms.Form, to: Choices) -> None:
    """Those of whom one is chosen; no such question where the text leaves no choice."""
    form.fields["choice"].choices = list(to)  # type: ignore[attr-defined]
    if not to:
        del form.fields["choice"]


class AskHelperForm(OnceForm):
    """Who is asked to help to settle it: one whom the text names by post, or a member where it says so."""

    helper = _radios(_("Whom do you ask?"), empty=_EMPTY)

    def __init__(self, *given: Any, people: Choices, members: Choices, **named: Any) -> None:
        """Both by number, with name and post; where every member may be asked, one list holds them all."""
        super().__init__(*given, **named)
        box: Any = self.fields["helper"]
        others = list(members)
        if others:
            box.widget = forms.Select()
        box.choices = [("", ""), *people, *others] if others else list(people)


class HelpForm(OnceForm):
    """Whether somebody who was asked helps."""

    helps = _radios(_("Do you help?"), HELPS, empty=_("Say whether you help"))


class ShowWordsForm(OnceForm):
    """What the other side reads, word for word, and when it is told."""

    shown = forms.MultipleChoiceField(
        label=_("Which of your words may they read?"),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"sometimes": True}),
        error_messages={"invalid_choice": _("Choose from what you wrote")},
    )
    words = WordsField(
        label=_("Other words for them"),
        rows=4,
        max_length=LONGEST,
        required=False,
        help_text=_("They read these words as they stand. You cannot take them back."),
    )
    tell = _radios(_("When are they told?"), TELLING, empty=_("Choose when they are told"))

    def __init__(self, *given: Any, written: Choices, is_told: bool, **named: Any) -> None:
        """`written` are the person’s own writings by number; a side that knows is not told again."""
        super().__init__(*given, **named)
        as_typed = [(pk, format_html('<span class="app-typed">{}</span>', words)) for pk, words in written]
        self.fields["shown"].choices = as_typed  # type: ignore[attr-defined]
        if not self.fields["shown"].choices:  # type: ignore[attr-defined]
            del self.fields["shown"]
        if is_told:
            del self.fields["tell"]


class AttemptForm(OnceForm):
    """What was tried to settle it: on which day, with whose help, what came of it."""

    tried_on = DateField(label=_("On which day?"), help_text=_("For example, 25/11/2026"))
    helper = _radios(_("Who helped?"), empty=_("Choose who helped, or nobody"))
    words = WordsField(
        label=_("What was tried, and what came of it?"),
        rows=5,
        max_length=LONGEST,
        empty=_("Say what was tried, and what came of it"),
        help_text=_("If you agreed on something, write it down here in the words that you agreed on."),
    )
    settled = _radios(
        _("Is it settled?"),
        SETTLED,
        empty=_("Choose from the list"),
        required=False,
        help_text=_("Say it for yourself alone, now or later. The other side says it for itself."),
    )

    def __init__(
        self, *given: Any, helping: Choices, today: datetime.date, is_side: bool, **named: Any
    ) -> None:
        """`helping` are those who help, by number; whoever helps says nothing for a side."""
        super().__init__(*given, **named)
        self.today = today
        self.fields["helper"].choices = [*helping, (NOBODY, _("Nobody"))]  # type: ignore[attr-defined]
        if not is_side:
            del self.fields["settled"]

    def clean_tried_on(self) -> datetime.date:
        """A day that has come."""
        day: datetime.date = self.cleaned_data["tried_on"]
        if day > self.today:
            raise forms.ValidationError(_("The day cannot be after today"))
        return day


class SettledForm(OnceForm):
    """Whether it is settled, for one side."""

    settled = _radios(_("Is it settled for you?"), SETTLED, empty=_("Say whether it is settled for you"))


class GoFormalForm(OnceForm):
    """Going on formally; a reason where nothing was tried or the other side may still answer."""

    choice = _radios(_("Who receives it?"), empty=_WHO)
    reason = WordsField(
        label=_("Why you do not wait for it to be settled informally"),
        rows=4,
        max_length=LONGEST,
        empty=_("Say why you do not wait for it to be settled informally"),
        help_text=_("Whoever receives the complaint reads this."),
    )

    def __init__(self, *given: Any, was_tried: bool, to: Choices, **named: Any) -> None:
        """No reason is asked for where it was tried; `to` are those of whom one is chosen, by number."""
        super().__init__(*given, **named)
        _offer(self, to)
        if was_tried:
            del self.fields["reason"]


class AllegeForm(OnceForm):
    """What else is alleged, which nobody is asked to settle quietly."""

    choice = _radios(_("Who receives it?"), empty=_WHO)
    alleges = forms.MultipleChoiceField(
        label=_("What else do you say happened?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Choose what else you say happened"),
            "invalid_choice": _("Choose what else you say happened"),
        },
    )
    words = WordsField(
        label=_("What happened"),
        rows=6,
        max_length=LONGEST,
        empty=_("Say what happened"),
        help_text=_("Whoever receives the complaint reads this, and not the other side until they are told."),
    )

    def __init__(self, *given: Any, graver: Choices, to: Choices, **named: Any) -> None:
        """`graver` is what goes on formally at once; `to` are those of whom one is chosen, by number."""
        super().__init__(*given, **named)
        _offer(self, to)
        self.fields["alleges"].choices = list(graver)  # type: ignore[attr-defined]


class TakeBackForm(OnceForm):
    """Why it is taken back, if whoever complained wants to say."""

    reason = WordsField(
        label=_("Why you take it back"),
        rows=4,
        max_length=LONGEST,
        required=False,
        help_text=_("Those who deal with it read this. You need not give a reason."),
    )
