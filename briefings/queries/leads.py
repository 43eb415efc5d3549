"""Which officers may see to a matter: those of a grade that answers for others' work."""

import datetime

from django.db.models import QuerySet

from council.models import OfficerAppointment, Person
from council.rules import DIRECTOR_GRADES, Grade

LEADS = (*DIRECTOR_GRADES, Grade.HEAD_OF_SERVICE.value)


def who_may_lead(*, on: datetime.date) -> QuerySet[Person]:
    """Heads of service and those above them, in post on the day."""
    jobs = OfficerAppointment.objects.on(on).filter(grade__in=LEADS)
    return Person.objects.filter(pk__in=jobs.values("person")).order_by("last_name", "first_name", "pk")
