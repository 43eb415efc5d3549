"""What stands in the informal stage: who helps, what the other side was or will be shown, what was tried."""

import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from complaints.clock import settle_by
from complaints.models import Attempt, Complaint, Handler, Side, Writing


def helpers(complaint: Complaint) -> QuerySet[Handler]:
    """Whoever is asked to help or helps today, in the order in which they were asked."""
    rows = complaint.handlers.filter(part=Handler.Part.HELPER, ended_at__isnull=True)
    return rows.select_related("person")


def who_help(complaint: Complaint) -> QuerySet[Handler]:
    """Those of them who said that they do."""
    return helpers(complaint).filter(accepted_at__isnull=False)


def shown_words(complaint: Complaint) -> QuerySet[Writing]:
    """What whoever complains agreed that the other side reads."""
    rows = complaint.writings.filter(side=Side.COMPLAINANT, disclosed__side=Side.SUBJECT)
    return rows.exclude(kind=Writing.Kind.ATTEMPT)


def words_to_show(complaint: Complaint) -> QuerySet[Writing]:
    """What whoever complains wrote of the matter and has not agreed to show."""
    kinds = (Writing.Kind.CONCERN, Writing.Kind.WANTED)
    mine = complaint.writings.filter(side=Side.COMPLAINANT, kind__in=kinds, erased_at__isnull=True)
    return mine.exclude(disclosed__side=Side.SUBJECT)


def attempts_of_both(complaint: Complaint) -> QuerySet[Attempt]:
    """The attempts of which both sides know, so that both can say whether it is settled."""
    rows = complaint.attempts.all()
    for side in (Side.COMPLAINANT, Side.SUBJECT):
        rows = rows.filter(Q(writing__side=side) | Q(writing__disclosed__side=side))
    return rows.distinct()


def answer_by(complaint: Complaint) -> datetime.date:
    """The day until which the other side has to answer: from the first attempt of which both know, else from
    the day on which the stage began, so that nobody can put it off by trying again.
    """
    first = attempts_of_both(complaint).order_by("writing__at").values_list("writing__at", flat=True).first()
    began = complaint.informal_on or timezone.localdate(complaint.raised_at)
    return settle_by(timezone.localdate(first) if first else began)


def was_tried(complaint: Complaint, *, on: datetime.date) -> bool:
    """Whether the informal stage was tried without success: something was tried, and somebody says that it is
    not settled, or the day for an answer is past.
    """
    if complaint.attempts.filter(Q(complainant_agrees=False) | Q(subject_agrees=False)).exists():
        return True
    return complaint.attempts.exists() and on > answer_by(complaint)
