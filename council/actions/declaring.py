"""A member declares an interest: one row of the register, however often the same is said."""

import datetime

from django.db import transaction

from council.models import Body, Interest, Person


@transaction.atomic
def declare(
    *,
    person: Person,
    standing: str,
    matter: str,
    on: datetime.date,
    body: Body | None = None,
    is_sensitive: bool = False,
) -> Interest:
    """The declaration, from that day on. The same one that still holds is given back, not entered twice.

    `body`: at whose meeting it was declared; none for an entry in the register. Raises ValueError for a
    standing that there is not.
    """
    standing = Interest.Standing(standing).value
    Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    running = Interest.objects.on(on).filter(person=person, standing=standing, body=body)
    found: Interest | None = running.filter(matter__iexact=matter).order_by("pk").first()
    if found is not None:
        return found
    return Interest.objects.create(
        person=person,
        standing=standing,
        matter=matter,
        declared_on=on,
        from_on=on,
        body=body,
        is_sensitive=is_sensitive,
    )
