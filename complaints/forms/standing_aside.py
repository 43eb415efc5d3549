"""What is typed when somebody stands aside, is asked to, or is replaced: why, and who has it then."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.forms import OnceForm
from complaints.models import Handler
from complaints.queries.people import Named
from rulebook.post import Post
from rulebook.protocols import protocol

_LONGEST = 4000


def title_of(text: str, post: str) -> str:
    """What the text calls the post; the plain word for what is no post of it."""
    return protocol(text).title_of(Post(post)) if post in list(Post) else post.replace("-", " ")


def _why(label: Any, hint: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=_LONGEST,
        help_text=hint,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": gettext_lazy("Say why")},
    )


class ReplaceForm(OnceForm):
    """Why somebody deals with it no longer, and who has it then; the first offered is proposed."""

    reasons = _why(
        gettext_lazy("Why?"),
        gettext_lazy("Whoever deals with it reads this, and neither side. Say no more than is needed."),
    )
    replaced_by = forms.TypedChoiceField(
        label=gettext_lazy("Who deals with it from now on?"),
        coerce=int,
        empty_value=None,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("The first is the next whom the protocol, or the general rule, names."),
        error_messages={"required": gettext_lazy("Choose who deals with it from now on")},
    )

    def __init__(self, *given: Any, offered: list[Named], text: str, **options: Any) -> None:
        """`offered`: who may take it; nobody is asked for where nobody needs to."""
        super().__init__(*given, **options)
        if not offered:
            del self.fields["replaced_by"]
            return
        choices = [
            (
                one.person.pk,
                _("%(name)s, %(post)s") % {"name": one.person.name, "post": title_of(text, one.post)},
            )
            for one in offered
        ]
        self.fields["replaced_by"].choices = choices  # type: ignore[attr-defined]
        self.fields["replaced_by"].initial = choices[0][0]


class AskForm(OnceForm):
    """Whom somebody asks to stand aside, and why."""

    handler = forms.TypedChoiceField(
        label=gettext_lazy("Who should not deal with it?"),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose who should not deal with it"),
            "invalid_choice": gettext_lazy("Choose who should not deal with it"),
        },
    )
    reasons = _why(
        gettext_lazy("Why?"),
        gettext_lazy("They read it, and whoever else deals with the complaint. The other side does not."),
    )

    def __init__(self, *given: Any, people: list[Handler], text: str, **options: Any) -> None:
        """`people`: those whom the person knows to deal with it."""
        super().__init__(*given, **options)
        once = {one.person_id: one for one in people}.values()
        self.fields["handler"].choices = [  # type: ignore[attr-defined]
            (
                one.pk,
                _("%(name)s, %(post)s") % {"name": one.person.name, "post": title_of(text, one.post)},
            )
            for one in once
        ]
