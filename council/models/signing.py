"""Signed as read: codes that the council adds, signatures, who was shown the protocol, and the letters."""

import uuid
from typing import ClassVar

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from council.models.dated import Dated, never_twice
from council.models.people import Person
from rulebook.signing import SIGNER_LABELS, Signer


@pghistory.track()
class CodeToSign(Dated):
    """A code of conduct, in one version, that some people sign beside the protocol.

    Another version is another row: those who signed are asked again from its first day.
    """

    title = models.CharField(
        _("title"),
        max_length=120,
        help_text=_("For example Members’ code of conduct. Keep it from version to version."),
    )
    version = models.CharField(
        _("version"),
        max_length=80,
        help_text=_("As people will know it, for example: Adopted on 3 March 2026."),
    )
    words = models.TextField(
        _("the words"), blank=True, help_text=_("The code itself. Leave it empty where a link leads to it.")
    )
    link = models.URLField(
        _("link"), blank=True, help_text=_("Where the code stands: the full address, beginning with https.")
    )
    for_members = models.BooleanField(
        _("members sign it"), default=False, help_text=_("Elected and co-opted members.")
    )
    for_officers = models.BooleanField(
        _("officers sign it"),
        default=False,
        help_text=_(
            "Everybody with a job in the register who is not from an agency, political assistants too."
        ),
    )
    for_engaged = models.BooleanField(
        _("agency staff and contractors sign it"),
        default=False,
        help_text=_("Everybody whose employer in the register is an agency or contractor."),
    )

    class Meta(Dated.Meta):
        verbose_name = _("code to sign")
        verbose_name_plural = _("codes to sign")
        ordering = ["title", "-from_on"]
        constraints = [
            *Dated.Meta.constraints,
            never_twice(
                "council_codetosign_one_version_at_a_time",
                _("A version of this code holds on some of these days already. End that row first."),
                "title",
            ),
            models.CheckConstraint(
                condition=~Q(words="") | ~Q(link=""),
                name="council_codetosign_can_be_read",
                violation_error_message=_("Enter the words of the code, or the link to it."),
            ),
            models.CheckConstraint(
                condition=Q(for_members=True) | Q(for_officers=True) | Q(for_engaged=True),
                name="council_codetosign_is_for_somebody",
                violation_error_message=_("Say who signs it: members, officers, or agency staff."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.version}"


class SignOff(models.Model):
    """One signature: who signed which wording, under which name, of which day. Rows are added, never changed.

    Without a code it is the protocol's. `shown` is a fingerprint of the words on the page. Somebody else than
    the person recorded it where it was signed on paper.
    """

    append_only: ClassVar[bool] = True

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="sign_offs", verbose_name=_("who signed")
    )
    code = models.ForeignKey(
        CodeToSign, on_delete=models.PROTECT, null=True, related_name="sign_offs", verbose_name=_("code")
    )
    title = models.CharField(_("what was signed"), max_length=200)
    version = models.CharField(_("version"), max_length=80)
    label = models.CharField(_("what the version is called"), max_length=120)
    name = models.CharField(_("name as signed"), max_length=160)
    signed_as = models.CharField(
        _("signed as"), max_length=12, choices=[(one.value, _(SIGNER_LABELS[one])) for one in Signer]
    )
    shown = models.CharField(_("fingerprint of the words"), max_length=64)
    signed_on = models.DateField(_("signed on"))
    recorded_at = models.DateTimeField(_("recorded at"))
    recorded_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="sign_offs_recorded", verbose_name=_("recorded by")
    )

    class Meta:
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        ordering = ["-signed_on", "-pk"]
        indexes = [models.Index(fields=["person", "code", "signed_on"], name="council_signatures_of_person")]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.name}, {self.title}"


class Showing(models.Model):
    """A manager showed the protocol to whoever is engaged (WF-1.5): on which day, in which version."""

    append_only: ClassVar[bool] = True

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="showings", verbose_name=_("who was shown it")
    )
    version = models.CharField(_("version"), max_length=80)
    shown_on = models.DateField(_("shown on"))
    recorded_at = models.DateTimeField(_("recorded at"))
    recorded_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="showings_recorded", verbose_name=_("who showed it")
    )

    class Meta:
        verbose_name = _("showing of the protocol")
        verbose_name_plural = _("showings of the protocol")
        ordering = ["-shown_on", "-pk"]
        indexes = [models.Index(fields=["person", "shown_on"], name="council_showings_to_person")]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return str(self.person)


class SigningLetter(models.Model):
    """A letter that asks for a signature, or asks a manager to show the protocol (`about` names to whom).

    It holds no words: they are written when it is sent, from what is missing then. Where nothing is missing
    any more it is withdrawn. `written_by` is None where the clock wrote it.
    """

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="letters_on_signing", verbose_name=_("to")
    )
    about = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        related_name="letters_on_showing",
        verbose_name=_("about"),
    )
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    written_at = models.DateTimeField(_("written at"))
    written_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("written by")
    )
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts to send"), default=0)
    next_attempt_at = models.DateTimeField(_("next attempt at"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    class Meta:
        verbose_name = _("letter on signing")
        verbose_name_plural = _("letters on signing")
        ordering = ["-written_at", "-pk"]
        indexes = [
            models.Index(fields=["person", "written_at"], name="council_letters_on_signing"),
            models.Index(
                fields=["next_attempt_at"],
                condition=Q(sent_at__isnull=True, withdrawn_at__isnull=True),
                name="signing_letter_to_send",
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)
