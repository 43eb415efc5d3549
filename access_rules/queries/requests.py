"""Requests to see documents: one’s own, and the determinations that open a document to whoever asked."""

import datetime
from functools import cache

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import TruncDate

from access_rules.models import AccessRequest, Document, InterestBears
from access_rules.states import RequestState
from council.models import (
    GroupAssistant,
    GroupMembership,
    Interest,
    MemberAssistant,
    MemberTerm,
    OfficerAppointment,
)
from council.queries import Standing, protocol_in_force
from council.queries.prepared import Named, Prepared, named_day, named_key, prepared
from rulebook.access import rights

_CONFIDENTIAL = Document.Marking.CONFIDENTIAL.value
# Whatever the text, an interest of these standings bars or is to be looked at first.
BARRING = (Interest.Standing.PREJUDICIAL, Interest.Standing.DPI)
_PERSON, _ON = named_key("person"), named_day("on")


def requests_of(who: Standing) -> QuerySet[AccessRequest]:
    """What the person asked for, the newest first."""
    return AccessRequest.objects.filter(asked_by=who.person).order_by("-asked_at", "-pk")


def determined_that_stand(on: datetime.date | Named) -> QuerySet[AccessRequest]:
    """Every request that a person decided with Yes or Partly and that opens its document on the day.

    It ends with its last day; with the term or job in which it was asked; with an interest that was declared
    after it was decided; with a graver marking than the one that was decided on. An answer that the rules
    gave by themselves is none of these: it is asked anew. Nor is a decision on which access was given by
    name: that opens the document, as it was given, until it ends.
    """
    given = [AccessRequest.Outcome.YES.value, AccessRequest.Outcome.PARTLY.value]
    found = AccessRequest.objects.filter(
        Q(until__isnull=True) | Q(until__gte=on),
        state=RequestState.DECIDED,
        outcome__in=given,
        document__isnull=False,
        is_given_by_name=False,
    ).annotate(decided_on=TruncDate("decided_at"))
    return found.filter(_asker_remains(on), marked_as_decided(), ~_interest_since(on))


def determined_for(who: Standing, on: datetime.date) -> QuerySet[AccessRequest]:
    """Those of one person."""
    keys = _of_one(protocol_in_force().key).keys(person=who.person.pk, on=on)
    return AccessRequest.objects.filter(pk__in=keys)


@cache
def _of_one(text: str) -> Prepared:
    """What was decided for one person on a day; what ends it hangs on the text in force, by its key."""
    return prepared(determined_that_stand(_ON).filter(asked_by=_PERSON).order_by().values("pk"))


def marked_as_decided(*, request: str = "", document: str = "document__") -> Q:
    """The document is marked no graver than when it was decided on: open, or by a ground that was seen then.

    `request` and `document` are the paths to both, for whoever asks from another table.
    """
    mild = (Document.Marking.PUBLIC.value, Document.Marking.UNCLASSIFIED.value)
    seen = F(f"{request}seen_sch12a")
    # A request that nobody decided has seen no marking.
    none = Q(**{f"{request}seen_marking": ""})
    closed = Q(**{f"{document}marking": F(f"{request}seen_marking")})
    known = Q(**{f"{document}sch12a__contained_by": seen}) & closed
    eased = Q(
        **{f"{document}marking": Document.Marking.EXEMPT.value, f"{request}seen_marking": _CONFIDENTIAL}
    )
    return none | Q(**{f"{document}marking__in": mild}) | known | eased


def _asker_remains(on: datetime.date | Named) -> Q:
    """A member in the term in which it was decided; an officer in a job; an assistant with the member."""
    asker, member = OuterRef("asked_by"), OuterRef("on_behalf_of")
    term = MemberTerm.objects.on(on).filter(person=asker)
    same_term = term.filter(from_on__lte=OuterRef("decided_on"))
    job = OfficerAppointment.objects.on(on).filter(person=asker)
    named = MemberAssistant.objects.on(on).filter(assistant=asker, member=member)
    of_group = GroupMembership.objects.on(on).filter(
        person=member, group__in=GroupAssistant.objects.on(on).filter(person=OuterRef(asker)).values("group")
    )
    alone, as_member, as_officer = (
        Q(on_behalf_of__isnull=True),
        Q(capacity="member"),
        Q(capacity="officer"),
    )
    in_place = Q(Exists(MemberTerm.objects.on(on).filter(person=member))) & (
        Q(Exists(named)) | Q(Exists(of_group))
    )
    return (
        alone & as_member & Q(Exists(same_term))
        | alone & as_officer & Q(Exists(job))
        | alone & ~as_member & ~as_officer & (Q(Exists(term)) | Q(Exists(job)))
        | ~alone & in_place
    )


def _interest_since(on: datetime.date | Named) -> Q:
    """An interest in the document or its item, entered after the decision, which did not know of it."""
    terms = protocol_in_force().access.interests
    standings = Interest.Standing.values if rights.Interests.ADVICE_FIRST in terms else BARRING
    held = Interest.objects.on(on).filter(person=OuterRef(OuterRef("asked_by")), standing__in=standings)
    bears = InterestBears.objects.filter(
        Q(document=OuterRef("document")) | Q(item__documents=OuterRef("document")),
        at__gt=OuterRef("decided_at"),
        interest__in=held,
    )
    return Q(Exists(bears))
