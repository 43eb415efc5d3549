"""Who deals with a complaint: in which part, by which post, and why no longer."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from complaints.models.complaints import Complaint
from complaints.models.writings import Writing
from council.models import Person


class Handler(models.Model):
    """Somebody who deals with a complaint, or has a copy: in which part, by which post, from when to when.

    Who was left out for being a party never stands here. `confirmed_by` is who confirmed what the system
    proposed, empty where the text alone names the post.
    """

    class Part(models.TextChoices):
        """What they do with it, as the answer of `complaint-route` has it."""

        HELPER = "helper", _("Helps to settle it")
        RECIPIENT = "to", _("Receives it")
        COPIED = "copy_to", _("Has a copy")
        INVESTIGATOR = "investigates", _("Investigates")
        DECIDER = "decided_by", _("Decides")
        INDEPENDENT = "independent-person", _("Independent Person")

    class Ended(models.TextChoices):
        """Why they deal with it no longer."""

        OPEN = "", _("Deals with it")
        STOOD_ASIDE = "stood-aside", _("Stood aside")
        REPLACED = "replaced", _("Somebody else was chosen")
        PARTY = "party", _("Has a part in it")
        LEFT = "left", _("Left the post")
        DECLINED = "declined", _("Does not help")
        OVER = "over", _("The informal stage is over")

    complaint = models.ForeignKey(Complaint, on_delete=models.PROTECT, related_name="handlers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="complaints_handled")
    part = models.CharField(max_length=20, choices=Part.choices)
    # Empty for the Independent Person, who holds none, and for a member who helps without one.
    post = models.CharField(max_length=40, blank=True, default="")
    named_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # The duty to keep it confidential was read and accepted: nothing is shown before.
    accepted_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_because = models.CharField(max_length=12, choices=Ended.choices, blank=True, default="")
    replaced_by = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaces"
    )

    class Meta:
        verbose_name = _("person who deals with a complaint")
        verbose_name_plural = _("people who deal with complaints")
        ordering = ["named_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["complaint", "person", "part"],
                condition=Q(ended_at__isnull=True),
                name="complaints_once_in_a_part",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_because="")
                | (Q(ended_at__isnull=False) & ~Q(ended_because="")),
                name="complaints_ended_with_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(post="") | Q(part__in=["helper", "independent-person"]),
                name="complaints_dealt_with_by_a_post",
            ),
        ]
        indexes = [
            models.Index(
                fields=["person"], condition=Q(ended_at__isnull=True), name="complaints_of_a_handler"
            )
        ]

    def __str__(self) -> str:
        return f"{self.part} of {self.complaint_id}"


class Put(models.Model):
    """That a writing of the file was put to the Independent Person, who reads these and nothing else."""

    handler = models.ForeignKey(Handler, on_delete=models.PROTECT, related_name="put")
    writing = models.ForeignKey(Writing, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("writing put to the Independent Person")
        verbose_name_plural = _("writings put to the Independent Person")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["handler", "writing"], name="complaints_put_once")]

    def __str__(self) -> str:
        return f"{self.writing_id} to {self.handler_id}"
