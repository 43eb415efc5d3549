"""Reports that a confidence was broken: read by the one officer to whom they go, and by whoever reported."""

from django.db.models import Q, QuerySet

from access_rules.models import Breach
from council.queries import Standing
from council.rules import Role
from rulebook.post import Post


def breaches_for(who: Standing) -> QuerySet[Breach]:
    """Reports that go to a post of the person’s, none that names them; and those that they made."""
    if not who.in_post:
        return Breach.objects.none()
    posts = {post.value for post in who.posts}
    if who.has(Role.MONITORING_OFFICER):
        posts.add(Post.MONITORING_OFFICER.value)
    theirs = Q(goes_to__in=posts) & ~Q(about=who.person) | Q(reported_by=who.person)
    found = Breach.objects.filter(theirs).select_related("document", "reported_by", "about", "stream")
    return found.order_by("-at", "-pk")


def takes_reports(who: Standing) -> bool:
    """Whether reports of a breach come to the person: by their post, or because one was sent to it."""
    return who.has(Role.MONITORING_OFFICER) or breaches_for(who).exclude(reported_by=who.person).exists()
