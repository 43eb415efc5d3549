"""Everybody who is asked to sign, each in one place: a political group, or a directorate."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from council.models import Directorate, Person, PoliticalGroup
from council.queries.signing import signings_on
from council.rules.signing import Owed, Signing
from rulebook.signing import Signer as As

GROUP, DIRECTORATE, OUTSIDE = "1-group", "2-directorate", "3-outside"
NONE = "none"


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody counts: a group, members in no group, a directorate, or none of these."""

    kind: str
    pk: int | None

    @property
    def key(self) -> str:
        """«group-3», «directorate-7», «outside»; «all» for the total."""
        if not self.kind:
            return "all"
        kind = self.kind.partition("-")[2]
        return kind if self.kind == OUTSIDE else f"{kind}-{self.pk or NONE}"

    @property
    def filters(self) -> dict[str, str]:
        """The filters of the page that find exactly these people."""
        if not self.kind:
            return {}
        kind = self.kind.partition("-")[2]
        return {"group" if kind == "group" else "directorate": str(self.pk or NONE)}


@dataclass(frozen=True, slots=True)
class Signer:
    """One person, the place in which they count, and what they are asked to sign."""

    signing: Signing
    place: Place

    @property
    def person_id(self) -> int:
        """Whose it is."""
        return self.signing.person_id

    def owed(self, key: str) -> Owed | None:
        """What is asked of one document; None where it is not for them."""
        return next((one for one in self.signing.owed if one.document.key == key), None)

    def owes(self, key: str = "") -> bool:
        """Is the signature of this document missing, or of any?"""
        return any(one.document.key == key or not key for one in self.signing.missing)


@dataclass(frozen=True, slots=True)
class Places:
    """The names of groups and directorates."""

    groups: Mapping[int, str]
    directorates: Mapping[int, str]

    def name(self, place: Place) -> str:
        """«Progressive Group», «Members in no group», «Housing», «Posts held from outside»."""
        if place.kind == GROUP:
            return self.groups[place.pk] if place.pk else _("Members in no group")
        return self.directorates[place.pk] if place.pk else _("Posts held from outside")


def signers_on(on: datetime.date) -> list[Signer]:
    """Everybody who is asked to sign something on the day."""
    return [Signer(one, _place(one)) for one in signings_on(on)]


def _place(one: Signing) -> Place:
    if As.MEMBER in one.signers:
        return Place(GROUP, one.group_id)
    return Place(DIRECTORATE, one.directorate_id) if one.directorate_id else Place(OUTSIDE, None)


def places_of(found: Iterable[Signer]) -> Places:
    """The names for these people; two queries."""
    kinds: dict[str, set[int]] = {GROUP: set(), DIRECTORATE: set(), OUTSIDE: set()}
    for one in found:
        kinds[one.place.kind].add(one.place.pk or 0)
    groups = PoliticalGroup.objects.filter(pk__in=kinds[GROUP]).values_list("pk", "name")
    directorates = Directorate.objects.filter(pk__in=kinds[DIRECTORATE]).values_list("pk", "name")
    return Places(dict(groups), dict(directorates))


def in_order(found: Iterable[Signer]) -> list[tuple[Signer, Person]]:
    """These people with their entries, by name; one query."""
    every = {one.person_id: one for one in found}
    people = Person.objects.filter(pk__in=every).order_by("last_name", "first_name", "pk")
    return [(every[person.pk], person) for person in people]
