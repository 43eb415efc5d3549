"""Templates and standing paragraphs as a reply page offers them, with the case's words for their fields."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from casework.letters.fields import fill
from casework.queries import reply_templates, standing_paragraphs_on
from casework.wording import long_date
from council.queries import Standing
from enquiries.models import Enquiry

TEMPLATE, PARAGRAPH = "template", "paragraph"


@dataclass(frozen=True)
class Offered:
    """One text that may be put into a reply: how the form names it, what it is called, what it says."""

    key: str
    name: str
    text: str


@dataclass(frozen=True)
class Group:
    """Texts of one kind, under their heading."""

    label: str
    texts: tuple[Offered, ...]


def offered(who: Standing, enquiry: Enquiry) -> tuple[Group, ...]:
    """What may be put into a reply of this case today: withdrawn and expired texts are not offered."""
    kinds = (
        (TEMPLATE, _("Templates"), reply_templates(enquiry.service, on=who.on)),
        (PARAGRAPH, _("Standing paragraphs"), standing_paragraphs_on(who.on)),
    )
    groups = [
        Group(label, tuple(Offered(f"{kind}-{row.pk}", row.name, row.text) for row in rows))
        for kind, label, rows in kinds
    ]
    return tuple(group for group in groups if group.texts)


def chosen(who: Standing, enquiry: Enquiry, key: str) -> str:
    """The text of that name with the case's own words in it; empty for what is not offered today."""
    texts = [one for group in offered(who, enquiry) for one in group.texts]
    text = next((one.text for one in texts if one.key == key), "")
    return fill(text, values_of(who, enquiry))


def values_of(who: Standing, enquiry: Enquiry) -> dict[str, str]:
    """The case's own word for each merge field; empty for what the case does not have."""
    return {
        "member": enquiry.member.short_name,
        "reference": enquiry.reference,
        "service": enquiry.service.name if enquiry.service else "",
        "due": long_date(enquiry.owed_on) if enquiry.owed_on else "",
        "officer": who.person.name,
        "received": long_date(enquiry.received_on) if enquiry.received_on else "",
    }
