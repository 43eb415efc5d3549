"""What follows a briefing: who answers, which answers every group reads, who reads an incident."""

from django.db.models import Q, QuerySet

from briefings.models import Attributed, Briefing, Incident, Matter, Question, Speaker
from briefings.states import BriefingState
from council.models import Person
from council.queries import Standing
from rulebook.briefing.given import Safeguard
from rulebook.post import Post
from rulebook.protocols import PROTOCOLS, protocol


def given_rows(matter: Matter) -> QuerySet[Briefing]:
    """The rows of the groups that have it, in the order in which they are locked."""
    return matter.briefings.filter(state=BriefingState.GIVEN.value).order_by("pk")


def answered_of(briefing: Briefing) -> QuerySet[Question]:
    """Every answer in the matter, whichever group asked: for a group that has it, nothing otherwise.

    What is read of them is the neutral question and the answer, never whose it was.
    """
    if briefing.state != BriefingState.GIVEN or briefing.matter_id is None:
        return Question.objects.none()
    found = Question.objects.filter(briefing__matter=briefing.matter_id, answered_at__isnull=False)
    return found.order_by("answered_at", "pk")


def waiting_of(briefing: Briefing) -> QuerySet[Question]:
    """The group’s own questions that nobody has answered yet."""
    return briefing.questions.filter(answered_at__isnull=True).select_related("asked_by")


def attributed_of(briefing: Briefing) -> QuerySet[Attributed]:
    """The words that the group put to officers."""
    return briefing.attributed.select_related("officer", "put_by")


def speakers_of(briefing: Briefing) -> list[Person]:
    """The officers who speak to the group at its date."""
    rows = Speaker.objects.filter(session=briefing.session_id, ended_at__isnull=True)
    return [one.person for one in rows.select_related("person")] if briefing.session_id else []


def officers_of(briefing: Briefing) -> list[Person]:
    """Those whose words the group may have written down: the speakers, and whoever sees to the matter."""
    found = speakers_of(briefing)
    if briefing.matter is not None:
        found.append(briefing.matter.lead)
    return list({one.pk: one for one in found}.values())


def readers_of_incidents(text: str) -> tuple[Post, ...]:
    """To whom an incident goes: those in WO-E-9.3.32i; the monitoring officer where a text is silent."""
    if Safeguard.INCIDENTS in protocol(text).briefings.safeguards:
        return (Post.CHIEF_EXECUTIVE, Post.MONITORING_OFFICER)
    return (Post.MONITORING_OFFICER,)


def incidents_visible_to(who: Standing) -> QuerySet[Incident]:
    """Those that the person reported, and those that go to a post that they hold or stand in for today."""
    if not who.in_post:
        return Incident.objects.none()
    texts = [key for key in PROTOCOLS if who.posts & frozenset(readers_of_incidents(key))]
    mine = Q(reported_by=who.person) | Q(briefing__protocol__in=texts)
    return Incident.objects.filter(mine).select_related("briefing__group", "reported_by")


def reads_incidents(who: Standing) -> bool:
    """Whether incidents go to a post that the person holds or stands in for today."""
    return any(who.posts & frozenset(readers_of_incidents(key)) for key in PROTOCOLS)
