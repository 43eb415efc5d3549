"""What a gap in a redacted page says, to the eye and to a screen reader."""

from django.utils.translation import gettext as _

from access_rules.files.redacting import Box
from access_rules.models import Redaction, Version
from access_rules.queries.redacting import taken_out


def box_of(mark: Redaction) -> Box:
    """The mark as a box, with its paragraph in it."""
    says = _("[Redacted: %(paragraph)s]") % {"paragraph": mark.cite}
    return Box(mark.left, mark.top, mark.right, mark.bottom, mark.cite, says)


def boxes_by_page(version: Version) -> dict[int, list[Box]]:
    """What is taken out of each page of a redacted version."""
    boxes: dict[int, list[Box]] = {}
    for one in taken_out(version).order_by("page", "pk"):
        boxes.setdefault(one.page, []).append(box_of(one))
    return boxes
