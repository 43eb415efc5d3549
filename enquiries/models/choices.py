"""What the columns of an enquiry may hold."""

from django.db import models
from django.db.models import Case, Value, When
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from enquiries.states import OPEN, State


class Channel(models.TextChoices):
    """How the enquiry reached the council: any means will do (WF-6.8)."""

    WEB = "web", _("This portal")
    VERBAL = "verbal", _("In person")
    TELEPHONE = "telephone", _("Telephone")
    EMAIL = "email", _("Email")
    LETTER = "letter", _("Letter")


class Privacy(models.TextChoices):
    """What became of the member's wish that the enquiry be kept private (MW-7.2).

    While it is asked, and after it was declined until the member says whether it goes on, nobody reads it but
    those to whom it was addressed.
    """

    ORDINARY = "ordinary", _("Ordinary")
    ASKED = "asked", _("Privacy asked for")
    PRIVATE = "private", _("Private")
    DECLINED = "declined", _("Privacy declined")


# An enquiry of these is read by those alone to whom it was addressed, until officer and member have answered.
UNSETTLED = (Privacy.ASKED, Privacy.DECLINED)


def marking_of(*, is_confidential: bool, privacy: str) -> str:
    """The word at the top of each page of such an enquiry; empty for an ordinary one."""
    if is_confidential:
        return gettext("Confidential.")
    return "" if privacy == Privacy.ORDINARY else gettext("Private.")


class Lateness(models.TextChoices):
    """Why a reply came after the first deadline."""

    OTHER_TEAM = "other-team", _("Another team’s part came late")
    CONTRACTOR = "contractor", _("A contractor or another body was late")
    MEMBER = "member", _("We waited for the member’s answer")
    COMPLEX = "complex", _("It took more work than the time allowed")
    STAFF = "staff", _("There was nobody to do it")
    WRONG_TEAM = "wrong-team", _("It was with the wrong team first")
    AGREED = "agreed", _("Another date was agreed with the member")
    OTHER = "other", _("Something else")


# The order of a long list: the open, then those that a member is to judge, then the rest.
ENDED = Case(
    When(state__in=[state.value for state in OPEN], then=Value(0)),
    When(state=State.ANSWERED.value, then=Value(1)),
    default=Value(2),
    output_field=models.IntegerField(),
)
