"""What every page knows: the council, the person, the links. Nothing is queried until it is shown."""

import datetime
from functools import cached_property

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from casework.policies.auditing import may_audit
from casework.queries import guidance_unread_by
from council.models import CouncilProfile, Person
from council.policies import may_keep_registers_as
from council.queries import Standing, profile, protocol_in_force, standing_of
from protocol_portal.audit.record import Alarm, alarm
from protocol_portal.first_run.tasks import left, tasks
from protocol_portal.navigation import (
    ADVICE,
    BRIEFINGS,
    COMPLAINTS,
    DISPUTES,
    LOG_FOR_A_MEMBER,
    NOTICES,
    SIGN_IN,
    NavigationLink,
    counted_for,
    first_page,
    footer_of,
    links_of,
    pages_of_the_protocol,
    shown,
    with_search,
    with_waiting,
)
from protocol_portal.reading import HowToRead
from protocol_portal.saved_lists import address_to_save
from protocol_portal.signing.screens import waiting
from rulebook.protocol import BodyKind


class PageFrame:
    """The variable `portal` of every template; each part is worked out when a template first asks for it."""

    def __init__(self, request: HttpRequest) -> None:
        """For one request; a request that failed before it had a user is nobody's."""
        self._request = request

    @cached_property
    def profile(self) -> CouncilProfile:
        """The council's own row."""
        return profile()

    @property
    def council_name(self) -> str:
        """As the header and the page's title say it."""
        return self.profile.council_name

    @property
    def body(self) -> str:
        """What a sentence calls the body that adopted the text: «council», or an authority's own word."""
        text = protocol_in_force()
        return text.words.body if text.body is BodyKind.AUTHORITY else gettext("council")

    @property
    def log_for_a_member(self) -> str:
        """The name of the page on which an enquiry is logged for a member."""
        return str(LOG_FOR_A_MEMBER.text)

    @property
    def phone(self) -> str:
        """Democratic services' telephone, empty until the council has entered it."""
        return self.profile.phone

    @property
    def email(self) -> str:
        """Democratic services' address, empty until the council has entered it."""
        return self.profile.email

    @property
    def demonstration(self) -> bool:
        """Is this the invented council?"""
        return bool(settings.DEMONSTRATION)

    @cached_property
    def now(self) -> datetime.datetime:
        """The moment of the page, for the printed line."""
        return timezone.now()

    @property
    def save_url(self) -> str:
        """Where the list of this page is saved as it stands; empty on any other page."""
        match = self._request.resolver_match
        return address_to_save(match.url_name or "", self._request.GET) if match else ""

    @property
    def today(self) -> datetime.date:
        """The council's day."""
        return timezone.localdate(self.now)

    @property
    def signed_in(self) -> bool:
        """Is somebody signed in?"""
        user = getattr(self._request, "user", None)
        return bool(user and user.is_authenticated)

    @cached_property
    def person(self) -> Person | None:
        """Who is signed in."""
        return self._request.user.person if self.signed_in else None  # type: ignore[union-attr]

    @cached_property
    def standing(self) -> Standing | None:
        """What the person is today; the middleware has usually asked already."""
        asked: Standing | None = getattr(self._request, "standing", None)
        if asked or not self.person:
            return asked
        return standing_of(self.person, on=self.today)

    @cached_property
    def navigation(self) -> list[NavigationLink]:
        """The links of the person's roles today; one to sign in for nobody."""
        path = self._request.path
        if not self.signed_in:
            return shown([SIGN_IN], path=path)
        standing = self.standing
        if standing is None:
            return shown(links_of((), in_post=False), path=path)
        links = links_of(standing.roles, in_post=standing.in_post)
        counted = counted_for(standing)
        for link in (DISPUTES, COMPLAINTS, BRIEFINGS, ADVICE, NOTICES):
            links = with_waiting(links, link, counted) if standing.in_post else links
        return shown(with_search(links), path=path, counted=counted)

    @cached_property
    def set_up_left(self) -> int:
        """How many tasks of the first-run checklist are left, for whoever keeps the registers; else none."""
        keeps = bool(self.standing and may_keep_registers_as(self.standing).allowed)
        return left(tasks(self.now)) if keeps else 0

    @cached_property
    def footer(self) -> list[NavigationLink]:
        """The same links at the foot of every page; before them, what somebody in post looks up."""
        standing = getattr(self._request, "standing", None)
        roles = standing.roles if standing is not None else frozenset()
        links = footer_of(roles, in_post=standing is not None and standing.in_post)
        return shown(links, path=self._request.path)

    @cached_property
    def protocol_pages(self) -> list[NavigationLink]:
        """The pages about the protocol; elections and guidance only for whoever is signed in."""
        return shown(pages_of_the_protocol(signed_in=self.signed_in), path=self._request.path)

    @cached_property
    def reading(self) -> HowToRead:
        """How far the text in force goes, and the documents it is read with."""
        return HowToRead(protocol_in_force())

    @cached_property
    def guidance_unread(self) -> int:
        """How many pieces of guidance the person is asked to read; asked on their first page alone."""
        standing = self._on_first_page
        return guidance_unread_by(standing.person, on=self.today) if standing else 0

    @cached_property
    def to_sign(self) -> int:
        """How many documents wait for the person’s signature; asked on their first page alone."""
        standing = self._on_first_page
        return waiting(standing) if standing else 0

    @cached_property
    def record_alarm(self) -> Alarm | None:
        """What is wrong with the record of events, on the first page of whoever watches it."""
        standing = self._on_first_page
        return alarm(at=self.now) if standing and may_audit(standing).allowed else None

    @property
    def _on_first_page(self) -> Standing | None:
        """Who looks at their own first page; nobody elsewhere."""
        standing = self.standing
        if standing is None or self._request.path != reverse(first_page(standing.roles) or "home"):
            return None
        return standing


def portal(request: HttpRequest) -> dict[str, PageFrame]:
    """Django's context processor."""
    return {"portal": PageFrame(request)}
