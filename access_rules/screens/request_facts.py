"""The request beside its answer: who asked, in which role, for what; who decided, and when."""

import datetime
from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from access_rules.models import AccessRequest
from access_rules.policies.requests import capacity_of
from access_rules.queries.asked import ASSISTANT, CUSTOMER, MEMBER, OFFICER, PRIVATE
from access_rules.rules import asking as said
from casework.wording import long_date
from rulebook.post import Post
from rulebook.protocols import protocol

ROLES = {
    MEMBER: lambda words: _("as a %(member)s") % {"member": words.member.lower()},
    ASSISTANT: lambda words: _("in the place of a %(member)s") % {"member": words.member.lower()},
    OFFICER: lambda words: _("as an officer"),
    PRIVATE: lambda words: _("privately"),
    CUSTOMER: lambda words: _("as a customer of a service"),
}


def role_words(capacity: str, text: str) -> str:
    """The role in which somebody asks, in the text’s own word for a member."""
    say = ROLES.get(capacity)
    return say(protocol(text).words) if say else _("as anybody may")


def facts_of_request(row: AccessRequest) -> Iterator[tuple[str, str]]:
    """The decision: asked by, asked on, decided by, decided on, looked at again."""
    asked_on = timezone.localdate(row.asked_at)
    by = {"name": row.asked_by.name, "role": role_words(capacity_of(row), row.protocol)}
    yield _("Asked by"), _("%(name)s, %(role)s") % by
    if row.on_behalf_of is not None:
        yield _("For"), row.on_behalf_of.name
    yield _("Asked on"), long_date(asked_on)
    yield from _as_asked(row)
    if row.decided_at is not None and row.outcome:
        decided_on = timezone.localdate(row.decided_at)
        yield _("Decided by"), _decided_by(row)
        yield _("Decided on"), _in_days(decided_on, (decided_on - asked_on).days)
    if row.copied_to is not None:
        yield _("Copied to"), row.copied_to.name
    if row.review_on is not None:
        day = {"day": long_date(row.review_on)}
        yield _("We will look again"), _("%(day)s, without you asking") % day


def _as_asked(row: AccessRequest) -> Iterator[tuple[str, str]]:
    """What was said when it was asked for; the ordinary answers are left out."""
    purpose = _label(said.PURPOSES, row.purpose)
    yield _("Needed for"), f"{purpose}. {row.purpose_words}" if row.purpose_words else purpose
    yield _("Wanted"), _label(said.WANTS, row.wants)
    if row.scope != "specific":
        yield _("How much"), _label(said.SCOPES, row.scope)
    if row.regime:
        yield _("Under"), _label(said.REGIMES, row.regime)
    if row.authority:
        yield _("The resident’s authority"), _label(said.AUTHORITIES, row.authority)
    if row.interest:
        yield _("Interest"), f"{_label(said.INTERESTS, row.interest)}: {row.interest_words}"


def _label(choices: said.Choices, value: str) -> str:
    return next((_(words) for key, words in choices if key == value), value)


def _decided_by(row: AccessRequest) -> str:
    if row.decided_by is None:
        return _("The rules, at once")
    if not row.refer_to:
        return row.decided_by.name
    return _("%(name)s (%(post)s)") % {"name": row.decided_by.name, "post": title_of_decider(row)}


def _in_days(day: datetime.date, number: int) -> str:
    if number == 0:
        return _("%(day)s, the same day") % {"day": long_date(day)}
    words = ngettext("%(day)s, in %(number)d day", "%(day)s, in %(number)d days", number)
    return words % {"day": long_date(day), "number": number}


def title_of_decider(row: AccessRequest) -> str:
    """The post to which it was referred, by the text’s own name."""
    return protocol(row.protocol).title_of(Post(row.refer_to))
