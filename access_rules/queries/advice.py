"""Questions on the protocol: who may know of each, who answers today, and the readings for everybody."""

import datetime

from django.db.models import Q, QuerySet

from access_rules.models import AccessRequest, Advice
from access_rules.states import AdviceState
from council.models import Person
from council.queries import Standing, in_turn, who_act_in
from council.rules import Role
from rulebook.advice import STAND_INS
from rulebook.citation import is_met_by
from rulebook.obligations import obligations_at
from rulebook.post import Post

Questions = QuerySet[Advice]
MOST_WORDS = 10
_ANSWERING = frozenset(post for order in STAND_INS.values() for post in order)


def visible_to(who: Standing) -> Questions:
    """Every question that the person may know of on the day: for every page, letter, list, search and count.

    Whoever asked; the holders of the post that is asked and its deputies; whoever assists the member and the
    monitoring officer, save what is private. No member sees another member’s (Wokingham AI.10).
    """
    if not who.in_post:
        return Advice.objects.none()
    seen = Q(asked_by=who.person) | Q(asked_by__in=who.assisted, is_private=False)
    asked = [post.value for post, order in STAND_INS.items() if who.posts.intersection(order)]
    seen |= Q(addressed_to__in=asked)
    if who.has(Role.MONITORING_OFFICER):
        seen |= Q(is_private=False)
    return Advice.objects.filter(seen)


def asked_by(who: Standing) -> Questions:
    """The person’s own questions, and those of members whom they assist that are not private."""
    theirs = Q(asked_by=who.person) | Q(asked_by__in=who.assisted, is_private=False)
    return visible_to(who).filter(theirs)


def answers(who: Standing, advice: Advice) -> bool:
    """Whether the person may answer it today: by the post that is asked, or its deputy; never their own."""
    order = STAND_INS[Post(advice.addressed_to)]
    return bool(who.posts.intersection(order)) and advice.asked_by_id != who.person.pk


def to_answer(who: Standing) -> Questions:
    """Those that wait for the person: a deputy’s where whoever comes first asked, or nobody is there."""
    if not who.posts & _ANSWERING:
        return Advice.objects.none()
    mine = in_turn(who, "addressed_to", STAND_INS, lambda people: Q(asked_by__in=people))
    return Advice.objects.filter(mine, state=AdviceState.ASKED)


def advisers_of(advice: Advice, *, on: datetime.date) -> list[Person]:
    """Who answers it on the day; empty where nobody is left who may."""
    for post in STAND_INS[Post(advice.addressed_to)]:
        people = [one for one in who_act_in(post, on=on) if one.pk != advice.asked_by_id]
        if people:
            return people
    return []


def needing(who: Standing) -> int:
    """How many wait for the person’s answer; the figure beside the link."""
    return to_answer(who).count()


def request_of(who: Standing, reference: str) -> AccessRequest | None:
    """The person’s own request to see a document; None for anybody else’s, and for one that never was."""
    theirs = Q(asked_by=who.person) | Q(on_behalf_of=who.person) | Q(asked_by__in=who.assisted)
    return AccessRequest.objects.filter(theirs, reference=reference.replace("\x00", "")).first()


def readings() -> Questions:
    """What is published, newest first: everybody in post may read it, and only the reading."""
    return Advice.objects.filter(published_on__isnull=False).order_by("-published_on", "-pk")


def readings_of(protocol: str, *, anchor: str = "") -> Questions:
    """The published readings of one text, of one paragraph where that is given."""
    found = readings().filter(protocol=protocol)
    return found.filter(reading_of=anchor) if anchor else found


def found(who: Standing, *, words: str = "", paragraph: str = "") -> Questions:
    """Published readings, and the person’s own questions or those that they answer, that hold every word.

    Of what is not theirs the reading alone is searched, so that no other word of it can be guessed.
    """
    if not who.in_post:
        return Advice.objects.none()
    theirs = Q(pk__in=visible_to(who).values("pk"))
    public = Q(published_on__isnull=False)
    rows = Advice.objects.filter(theirs | public)
    for word in words.replace("\x00", "").split()[:MOST_WORDS]:
        own = Q(question__icontains=word) | Q(answer__icontains=word)
        rows = rows.filter((public & Q(reading__icontains=word)) | (theirs & own))
    if paragraph.strip():
        own_keys = set(visible_to(who).values_list("pk", flat=True))
        rows = rows.filter(pk__in=[one.pk for one in rows if _rests_on(one, paragraph, one.pk in own_keys)])
    return rows.order_by("-asked_at", "-pk")


def _rests_on(advice: Advice, paragraph: str, is_theirs: bool) -> bool:
    """Whether its reading, or for whom it is theirs its question and answer, is about the paragraph."""
    anchors = [advice.reading_of] if advice.published_on else []
    ids = list[str]()
    if is_theirs:
        anchors.append(advice.paragraph)
        ids += advice.cites.splitlines()
    for anchor in filter(None, anchors):
        ids += [row.id for row in obligations_at(advice.protocol, anchor)]
    return is_met_by(" ".join(paragraph.split()), ids)


def names_of_people() -> list[tuple[str, str]]:
    """First and last name of everybody in the registers: what a published reading may not hold."""
    return list(Person.objects.values_list("first_name", "last_name"))
