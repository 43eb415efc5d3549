"""What is typed after a decision or a briefing: a challenge, a question, an answer, words, an incident."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.forms import OnceForm
from casework.forms.disputes import WordsField
from council.models import Person


class ChallengeForm(OnceForm):
    """Why the group does not agree with a refusal."""

    words = WordsField(
        label=gettext_lazy("Why your group does not agree"),
        empty=gettext_lazy("Say why your group does not agree"),
        help_text=gettext_lazy(
            "Whoever decides it, and whoever declined, read this and the reason that was given. Say what you"
            " asked for, as far as they need to know it."
        ),
    )


class QuestionForm(OnceForm):
    """What else the group wants to know."""

    words = WordsField(
        label=gettext_lazy("What else your group wants to know"),
        empty=gettext_lazy("Enter your question"),
        help_text=gettext_lazy(
            "Your words stay with your group and the officers who answer. Every group that had the briefing"
            " reads the answer, and none is told who asked."
        ),
    )


class AnswerForm(OnceForm):
    """The question in neutral words, and the answer."""

    neutral = WordsField(
        label=gettext_lazy("The question, as every group reads it"),
        rows=3,
        empty=gettext_lazy("Put the question in neutral words"),
        help_text=gettext_lazy("Nothing in it tells which group asked, or what it thinks."),
    )
    answer = WordsField(
        label=gettext_lazy("The answer"),
        empty=gettext_lazy("Enter the answer"),
        help_text=gettext_lazy("Facts and options. Every group that had the briefing reads it."),
    )


class PutWordsForm(OnceForm):
    """Whose words they are, and the words."""

    officer = forms.ModelChoiceField(
        queryset=Person.objects.none(), label=gettext_lazy("Whose words they are"), empty_label=None
    )
    words = WordsField(
        label=gettext_lazy("What your record says the officer said"),
        empty=gettext_lazy("Enter the words"),
        help_text=gettext_lazy("Only these words, and nothing else that was said at your meeting."),
    )

    def __init__(self, *given: Any, officers: QuerySet[Person], **named: Any) -> None:
        """`officers` are those who spoke to the group, and whoever saw to it."""
        super().__init__(*given, **named)
        self.fields["officer"].queryset = officers  # type: ignore[attr-defined]


class CheckWordsForm(OnceForm):
    """Right as they stand, or how they should read."""

    RIGHT, CORRECTED = "right", "corrected"
    verdict = forms.ChoiceField(
        label=gettext_lazy("Are these your words?"),
        widget=forms.RadioSelect,
        choices=[
            (RIGHT, gettext_lazy("Right as they stand")),
            (CORRECTED, gettext_lazy("They should read differently")),
        ],
        error_messages={"required": gettext_lazy("Choose whether these are your words")},
    )
    corrected = WordsField(label=gettext_lazy("How they should read"), rows=4, required=False)

    def clean(self) -> dict[str, Any]:
        """A correction has its words; what is right has none."""
        given = super().clean() or {}
        corrected = (given.get("corrected") or "").strip()
        if given.get("verdict") == self.CORRECTED and not corrected:
            self.add_error("corrected", _("Say how they should read"))
        if given.get("verdict") == self.RIGHT and corrected:
            self.add_error("verdict", _("Choose that they should read differently, or empty the box below"))
        return given


class IncidentForm(OnceForm):
    """What happened."""

    words = WordsField(
        label=gettext_lazy("What was said or done"),
        empty=gettext_lazy("Say what was said or done"),
        help_text=gettext_lazy("Nobody reads this but those named above and you."),
    )


class LeadForm(OnceForm):
    """Who sees to the matter from now on."""

    lead = forms.ModelChoiceField(
        queryset=Person.objects.none(),
        label=gettext_lazy("Who sees to it from now on"),
        empty_label=gettext_lazy("Choose an officer"),
        help_text=gettext_lazy("Finds dates and speakers, and sees that every group gets the same."),
    )

    def __init__(self, *given: Any, leads: QuerySet[Person], **named: Any) -> None:
        """`leads` are the officers who may be named."""
        super().__init__(*given, **named)
        self.fields["lead"].queryset = leads  # type: ignore[attr-defined]
