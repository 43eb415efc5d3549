"""What members say of replies, by service: how many of the replies that they judged answered them."""

from dataclasses import dataclass

from django.db.models import Count, OuterRef, Q, Subquery
from django.utils.translation import gettext as _

from enquiries.models import Verdict
from enquiries.queries import Enquiries
from enquiries.screens.figures import share


@dataclass(frozen=True)
class Satisfaction:
    """One service: its name, and the share of judged replies that answered the member."""

    name: str
    judged: int
    answered: int

    @property
    def words(self) -> str:
        """«87% (20 of 23)»; below five no percentage."""
        return share(self.answered, self.judged)


def satisfaction(enquiries: Enquiries) -> list[Satisfaction]:
    """By service, most judged first. A reply judged twice counts by its last word.

    Silence counts not, nor does a reply that was taken back as sent to the wrong person.
    """
    last = Verdict.objects.filter(reply=OuterRef("reply")).order_by("-at", "-pk").values("pk")[:1]
    standing = Verdict.objects.filter(reply__retraction__isnull=True)
    judged = standing.filter(enquiry__in=enquiries.order_by().values("pk"), pk=Subquery(last))
    rows = (
        judged.values("enquiry__service__name")
        .annotate(judged=Count("pk"), answered=Count("pk", filter=Q(answers=True)))
        .order_by("-judged", "enquiry__service__name")
    )
    return [
        Satisfaction(
            row["enquiry__service__name"] or _("Not sure which service"), row["judged"], row["answered"]
        )
        for row in rows
    ]
