"""Letters to whoever loses a post that opens confidential matter: rows first, sent until they went."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from council.models.absences import Absence
from council.models.people import Person
from council.models.posts import PostHolding


class HolderLetter(models.Model):
    """One letter to one person: that another takes over the post, or stands in for it.

    It holds no words: they are written when it is sent, from the row that it is about. It is withdrawn when
    that row changes, and another is written.
    """

    holding = models.ForeignKey(
        PostHolding,
        on_delete=models.CASCADE,
        null=True,
        related_name="letters",
        verbose_name=_("post held"),
    )
    absence = models.ForeignKey(
        Absence, on_delete=models.CASCADE, null=True, related_name="letters", verbose_name=_("absence")
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="letters_on_posts", verbose_name=_("to")
    )
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    written_at = models.DateTimeField(_("written at"))
    written_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="letters_on_posts_caused", verbose_name=_("entered by")
    )
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts to send"), default=0)
    next_attempt_at = models.DateTimeField(_("next attempt at"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    class Meta:
        verbose_name = _("letter to a holder")
        verbose_name_plural = _("letters to holders")
        ordering = ["-written_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(holding__isnull=False, absence__isnull=True)
                | Q(holding__isnull=True, absence__isnull=False),
                name="council_holderletter_is_about_one_row",
            ),
            models.UniqueConstraint(
                fields=["holding", "person"],
                condition=Q(withdrawn_at__isnull=True, holding__isnull=False),
                name="council_holderletter_once_for_a_post",
            ),
            models.UniqueConstraint(
                fields=["absence", "person"],
                condition=Q(withdrawn_at__isnull=True, absence__isnull=False),
                name="council_holderletter_once_for_an_absence",
            ),
        ]
        indexes = [
            models.Index(
                fields=["next_attempt_at"],
                condition=Q(sent_at__isnull=True, withdrawn_at__isnull=True),
                name="holder_letter_to_send",
            )
        ]

    def __str__(self) -> str:
        return str(self.person)
