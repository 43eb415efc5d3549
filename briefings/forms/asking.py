"""What somebody types who asks for their group."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings.queries.answering import Request
from briefings.rules import posts_asked
from casework.forms import DateField, OnceForm
from casework.forms.disputes import WordsField
from council.models import Directorate
from rulebook.briefing.request import Asked, Form
from rulebook.post import Post
from rulebook.protocol import Protocol

YES, NO = "yes", "no"
_EITHER = [(YES, gettext_lazy("Yes")), (NO, gettext_lazy("No"))]
_LAST = ("others", "others_present", "all_the_same")
FORMS = {
    Form.BRIEFING: gettext_lazy("A briefing for the group"),
    Form.REPORT: gettext_lazy("A written report for the group"),
    Form.ATTENDANCE: gettext_lazy("An officer at a meeting of the group, to advise"),
}


def _either(label: Any, *, help_text: Any = "", required: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        widget=forms.RadioSelect,
        choices=_EITHER,
        help_text=help_text,
        error_messages={"required": required},
    )


class OthersForm(OnceForm):
    """Who is there beside members and officers: for a meeting, by whoever asks for it or takes it up."""

    others = _either(
        gettext_lazy("Will anybody be there who is neither a member nor an officer of the council?"),
        help_text=gettext_lazy("Your group’s own political assistant is an officer."),
        required=gettext_lazy("Say whether anybody else will be there"),
    )
    others_present = forms.CharField(
        label=gettext_lazy("Who else will be there"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Only if there is anybody."),
    )

    def clean(self) -> dict[str, Any]:
        """Who else is there has a name."""
        given = super().clean() or {}
        if given.get("others") == YES and not given.get("others_present", "").strip():
            self.add_error("others_present", _("Say who else will be there"))
        return given

    def named_others(self) -> str:
        """Who they are; empty where nobody else is there."""
        given = self.cleaned_data
        return given["others_present"].strip() if given["others"] == YES else ""


class TakeUpForm(OthersForm):
    """A group takes up a meeting: whom the text does not admit is not there (HA-4.15b)."""

    def __init__(self, *given: Any, barred: str, **named: Any) -> None:
        """`barred` is the text’s own sentence where it admits nobody else; empty where it does."""
        super().__init__(*given, **named)
        self.barred = barred

    def clean(self) -> dict[str, Any]:
        """Others are there only where the text does not bar them outright."""
        given = super().clean()
        if given.get("others") == YES and self.barred:
            self.add_error(
                "others", _("%(sentence)s Take it up for a meeting without them") % {"sentence": self.barred}
            )
        return given


class AskForm(OthersForm):
    """What the group asks for, of whom, and what it declares."""

    form = forms.ChoiceField(
        label=gettext_lazy("What does your group ask for?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what your group asks for")},
    )
    asked_of = forms.ChoiceField(
        label=gettext_lazy("Whom does your group ask?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose whom your group asks")},
    )
    directorate = forms.ModelChoiceField(
        queryset=Directorate.objects.order_by("name"),
        label=gettext_lazy("Which directorate is concerned?"),
        empty_label=gettext_lazy("Choose a directorate"),
        required=False,
    )
    subject = forms.CharField(
        label=gettext_lazy("Subject"),
        max_length=200,
        help_text=gettext_lazy("A few words, like ‘Plans for the library in Mill Lane’."),
        error_messages={"required": gettext_lazy("Enter the subject")},
    )
    words = WordsField(
        label=gettext_lazy("What your group wants to know"),
        rows=5,
        empty=gettext_lazy("Say what your group wants to know"),
        help_text=gettext_lazy("No other group reads this. Do not write what your group discussed."),
    )
    wanted_by = DateField(label=gettext_lazy("By when, if there is a day"), required=False)
    council_business = _either(
        gettext_lazy("Is it about the council’s own business?"),
        required=gettext_lazy("Say whether it is about the council’s own business"),
    )
    party_political = _either(
        gettext_lazy("Is it wholly a party political matter?"),
        required=gettext_lazy("Say whether it is wholly party political"),
    )
    seeks_confidential = _either(
        gettext_lazy("Does your group ask for confidential or personal information?"),
        required=gettext_lazy("Say whether your group asks for confidential or personal information"),
    )
    recommends = _either(
        gettext_lazy("Does your group ask what officers recommend?"),
        required=gettext_lazy("Say whether your group asks for a recommendation"),
    )
    organised_by = forms.ChoiceField(
        label=gettext_lazy("Who holds the meeting?"),
        widget=forms.RadioSelect,
        choices=[
            ("group", gettext_lazy("The political group on the council")),
            ("party", gettext_lazy("The political party")),
        ],
        initial="group",
        help_text=gettext_lazy("Leave it as it is for a written report."),
        error_messages={"required": gettext_lazy("Say who holds the meeting")},
    )
    all_the_same = forms.BooleanField(
        label=gettext_lazy(
            "Record it all the same. It is declined at once, and your group can challenge that."
        ),
        required=False,
    )

    def __init__(self, *given: Any, text: Protocol, **named: Any) -> None:
        """`text` is the protocol in force: its forms of help, and whom a group asks there."""
        super().__init__(*given, **named)
        self.order_fields([name for name in self.fields if name not in _LAST] + list(_LAST))
        terms = text.briefings
        self.fields["form"].choices = [  # type: ignore[attr-defined]
            (one.value, label) for one, label in FORMS.items() if one in terms.forms or not terms.forms
        ]
        self.fields["asked_of"].choices = [  # type: ignore[attr-defined]
            (one.value, _named(text, one)) for one in _asked(text)
        ]
        if not self.data.get("all_the_same") and not getattr(self, "is_barred", False):
            self.fields["all_the_same"].widget = forms.HiddenInput()

    def clean(self) -> dict[str, Any]:
        """A director is asked by directorate."""
        given = super().clean()
        if given.get("asked_of") in (Post.DIRECTOR, Post.EXECUTIVE_DIRECTOR) and not given.get("directorate"):
            self.add_error("directorate", _("Choose the directorate whose director is asked"))
        day = given.get("wanted_by")
        if day and day < timezone.localdate():
            self.add_error("wanted_by", _("The date must be today or later"))
        return given

    def offer_to_record(self, sentence: str) -> None:
        """Says what bars it beside the form, and lets it be recorded all the same."""
        self.is_barred = True
        self.fields["all_the_same"].widget = forms.CheckboxInput()
        self.add_error(None, sentence)

    def request(self) -> Request:
        """What was typed, as the action wants it."""
        given = self.cleaned_data
        form = Form(given["form"])
        return Request(
            form=form,
            asked_of=Post(given["asked_of"]),
            subject=given["subject"].strip(),
            words=given["words"].strip(),
            directorate=given["directorate"],
            wanted_by=given["wanted_by"],
            council_business=given["council_business"] == YES,
            party_political=given["party_political"] == YES,
            seeks_confidential=given["seeks_confidential"] == YES,
            recommends=given["recommends"] == YES,
            # A written report has no meeting, whoever would hold it.
            organised_by=given["organised_by"] if form is not Form.REPORT else "group",
            others_present=self.named_others(),
        )


def _asked(text: Protocol) -> list[Post]:
    """Whom a group asks; another officer too, save where the text has everything go through the Clerk."""
    others = [] if Asked.CLERK in text.briefings.asked else [Post.OFFICER]
    return [*posts_asked(text), *others]


def _named(text: Protocol, post: Post) -> str:
    """«The Chief Executive», as this text calls the post."""
    if post is Post.OFFICER:
        return _("Another officer")
    title = text.title_of(post)
    return f"{title[:1].upper()}{title[1:]}"
