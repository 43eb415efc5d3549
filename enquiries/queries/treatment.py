"""Enquiries by the political group and by the office that their member had on the day of receipt."""

from django.db.models import (
    Aggregate,
    Case,
    DurationField,
    Exists,
    F,
    FilteredRelation,
    OuterRef,
    Q,
    When,
)
from django.db.models.functions import Coalesce

from council.models import GroupMembership
from enquiries.queries.seeing import Enquiries
from enquiries.queries.written import LastWord, OfficeHeld

# The group of a row, once it is `with_group`; null where the member was in none.
GROUP = "group_then"
NO_GROUP = "none"
# Who was its member on the day of receipt: whoever goes on with it since counts for nothing here.
_ASKED_BY = Coalesce(F("left_by"), F("member"))


class Median(Aggregate):
    """The middle one of lengths of time, between the two middle ones where their number is even."""

    function = "PERCENTILE_CONT"
    name = "Median"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = DurationField()


def _on_receipt() -> Q:
    """Asked in a subquery: a dated row that held on the day of receipt."""
    day = OuterRef("received_on")
    return (Q(to_on__isnull=True) | Q(to_on__gte=day)) & Q(from_on__lte=day)


def with_group(enquiries: Enquiries) -> Enquiries:
    """Each once, with `GROUP` to count by: two joins and no question for each row.

    A member is in one group at a time, so the joins double nothing.
    """
    inherited = Q(left_by__isnull=False)
    return enquiries.annotate(grouped=_in_group("member"), grouped_before=_in_group("left_by")).annotate(
        **{GROUP: Case(When(inherited, then=F("grouped_before__group")), default=F("grouped__group"))}
    )


def _in_group(whose: str) -> FilteredRelation:
    path, day = f"{whose}__group_memberships__", F("received_on")
    ends = Q(**{f"{path}to_on__isnull": True}) | Q(**{f"{path}to_on__gte": day})
    held = Q(**{f"{path}from_on__lte": day}) & ends
    return FilteredRelation(f"{whose}__group_memberships", condition=held)


def of_group(enquiries: Enquiries, group: str) -> Enquiries:
    """Those of one group on the day of receipt, by its number; of `NO_GROUP`, the rest."""
    found = enquiries.annotate(asked_by=_ASKED_BY)
    held = GroupMembership.objects.filter(_on_receipt(), person=OuterRef("asked_by"))
    if group == NO_GROUP:
        return found.filter(~Exists(held))
    return found.filter(Exists(held.filter(group=group)))


def with_office(enquiries: Enquiries) -> Enquiries:
    """With `office`: what the member was on the day of receipt (`Office`)."""
    return enquiries.annotate(asked_by=_ASKED_BY).annotate(office=OfficeHeld(F("asked_by"), F("received_on")))


def with_last_word(enquiries: Enquiries) -> Enquiries:
    """With `is_content`: what the member said last of a reply that was not taken back; null in silence."""
    return enquiries.annotate(is_content=LastWord(F("pk")))
