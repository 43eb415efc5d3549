"""A list as somebody looks at it again and again: kept under a name, for that person alone."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from council.models import Person

LONGEST_NAME = 60


class SavedView(models.Model):
    """One list with its filters, by the name of its address and what stood in it; never an address itself.

    What it shows is asked anew each time it is opened, of whoever opens it.
    """

    stays_when_merged: ClassVar = {
        "person": _("What somebody saved to look at again ends with the entry; it is saved anew in a moment.")
    }

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="saved_views")
    name = models.CharField(max_length=LONGEST_NAME)
    # The name of the address of the list, and the part of it after the question mark.
    shows = models.CharField(max_length=40)
    query = models.CharField(max_length=600, blank=True)
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("saved view")
        verbose_name_plural = _("saved views")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["person", "name"], name="casework_one_saved_view_a_name"),
        ]

    def __str__(self) -> str:
        return f"{self.shows} of {self.person_id}"
