"""Whom events are about: found by name, and named, as they stand in the register or stood before a merge."""

from collections.abc import Iterable, Mapping

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Concat
from django.utils.translation import gettext as _

from casework.models import CaseEvent
from council.models import Person, User

# Facts that hold the number of a person; the last two are both sides of a merge.
FACTS = ("person", "kept", "merged")


def people_called(words: str) -> QuerySet[Person, int]:
    """The numbers of everybody whose name holds the words, merged entries too: their acts stay under them."""
    people = Person.objects.annotate(whole=Concat("first_name", Value(" "), "last_name"))
    meant = people.filter(whole__icontains=words)
    kept = meant.values("pk")
    both = Person.objects.filter(Q(pk__in=kept) | Q(merged_into__in=kept))
    return both.values_list("pk", flat=True)


def about(words: str) -> Q:
    """Events that were done by, or tell of, whoever is called so."""
    people = list(people_called(words))
    found = Q(by__in=people)
    for fact in FACTS:
        found |= Q(**{f"facts__{fact}__in": people})
    logins = list(User.objects.filter(person__in=people).values_list("pk", flat=True))
    return found | Q(facts__login__in=logins)


def names_in(events: Iterable[CaseEvent]) -> dict[str, str]:
    """Names by «person 3», «entry 3» (as the entry itself is called, though it was merged) and «login 7»."""
    rows = list(events)
    wanted = {event.facts.get(fact) for fact in FACTS for event in rows} - {None}
    people = Person.objects.filter(pk__in=wanted).select_related("merged_into")
    found = {f"person {one.pk}": one.name for one in people}
    found |= {f"entry {one.pk}": f"{one.first_name} {one.last_name}" for one in people}
    users = User.objects.filter(pk__in={event.facts.get("login") for event in rows} - {None})
    every = users.select_related("person__merged_into")
    return found | {f"login {one.pk}": one.person.name if one.person else one.email for one in every}


def merged_words(facts: Mapping[str, object], names: Mapping[str, str]) -> str:
    """Which entry went into which; how many rows moved is not told, for some are not for the reader."""
    entry = _("%(name)s (number %(number)s)")
    kept, merged = (
        entry % {"name": names.get(f"entry {facts[fact]}", ""), "number": facts[fact]}
        for fact in ("kept", "merged")
    )
    return _("The entry of %(merged)s went into that of %(kept)s") % {"merged": merged, "kept": kept}
