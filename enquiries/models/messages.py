"""What was said in an enquiry, row by row, and what was taken back."""

import secrets

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.finding import vector
from casework.rules import content_digest
from council.models import Person
from enquiries.models.enquiry import Enquiry


def new_salt() -> str:
    """Sixteen random bytes."""
    return secrets.token_hex(16)


class Message(models.Model):
    """Something that was said in an enquiry; rows are added, never changed."""

    class Kind(models.TextChoices):
        """What the message is."""

        QUESTION = "question", _("Question")
        ANSWER = "answer", _("Answer from the member")
        HOLDING_REPLY = "holding-reply", _("Holding reply")
        REPLY = "reply", _("Reply")
        INFORMATION = "information", _("More information")
        CHASE = "chase", _("Chase")
        REOPENING = "reopening", _("What is missing")
        NOTE = "note", _("Officer note")
        HAND_BACK = "hand-back", _("Why it was handed back")
        TALK = "talk", _("Note of a talk")
        REDIRECTION = "redirection", _("Where it went")
        OUTCOME = "outcome", _("What came of it")
        REFUSAL = "refusal", _("Why it cannot be done")
        CONDITION = "condition", _("Given on a condition")
        UNDERTAKING = "undertaking", _("Answer to the promise asked for")
        PROPOSAL = "proposal", _("Another date or reply is offered")
        CONSENT = "consent", _("Answer to the offer")
        AUTHORITY = "authority", _("The resident’s authority")
        PRIVACY = "privacy", _("Answer to the wish for privacy")

    append_only = True
    # What the council tells the member by it goes out as a letter too.
    LETTERS = frozenset({Kind.REPLY, Kind.HOLDING_REPLY, Kind.REFUSAL, Kind.REDIRECTION, Kind.OUTCOME})

    enquiry = models.ForeignKey(Enquiry, on_delete=models.PROTECT, related_name="messages")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    text = models.TextField(blank=True)
    # A holding reply's three parts (WF-6.10): `text` says why the full reply is late.
    action = models.TextField(blank=True)
    promised_on = models.DateField(null=True, blank=True)
    # A reply's version fit to forward to a resident.
    forward_text = models.TextField(blank=True)
    # The officer asks the member not to pass the letter on (MW-7.4).
    do_not_circulate = models.BooleanField(default=False)
    # With it, the digest in the chain of events proves what was said; without it, nobody can try guesses.
    salt = models.CharField(max_length=32, default=new_salt)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["at", "pk"]
        indexes = [
            models.Index(fields=["enquiry", "at"]),
            GinIndex(vector("text", "action", "forward_text"), name="enquiry_message_words"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} in {self.enquiry_id}"

    @property
    def is_letter(self) -> bool:
        """Does it go out as a letter too?"""
        return self.kind in self.LETTERS

    def digest(self) -> str:
        """The salted digest of all that it says, for the event that tells of it."""
        said = {
            "kind": self.kind,
            "text": self.text,
            "action": self.action,
            "promised": str(self.promised_on or ""),
            "forward": self.forward_text,
        }
        if self.do_not_circulate:
            said["circulation"] = "asked not to"
        return content_digest(said, self.salt)

    @property
    def copied_to(self) -> str:
        """Whoever was sent a copy, by name, as it stands under it wherever it is shown (MW-7.3b)."""
        return ", ".join(copy.person.name for copy in self.copies.all())


class Retraction(models.Model):
    """A message that was sent to the wrong person and is taken back: shown to nobody on the member's side."""

    append_only = True

    message = models.OneToOneField(Message, on_delete=models.PROTECT, related_name="retraction")
    # Whose enquiry the words belonged to, where that is known.
    meant_for = models.ForeignKey(Enquiry, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("message taken back")
        verbose_name_plural = _("messages taken back")

    def __str__(self) -> str:
        return f"Message {self.message_id} taken back"
