"""What a keeper is told before a title goes onto an agenda: what the text keeps from public meetings."""

import datetime
from collections.abc import Iterable

from django.utils.translation import gettext as _

from access_rules.queries.agenda import names_of_groups, names_of_officers
from access_rules.rules.agenda import is_about_a_groups_talk, is_about_an_officer
from council.queries import protocol_in_force
from rulebook.briefing.given import Safeguard
from rulebook.citation import Citation
from rulebook.complaint import PartyKind


def caution_of(title: str, *, on: datetime.date) -> str:
    """Why the title may not belong there, with the paragraphs; empty where it may, or the text is silent."""
    return _of_an_officer(title, on=on) or _of_a_group(title, on=on)


def _of_an_officer(title: str, *, on: datetime.date) -> str:
    cites = protocol_in_force().complaints.never_in_public(PartyKind.MEMBER, PartyKind.OFFICER)
    if not cites or not is_about_an_officer(title, officers=names_of_officers(on)):
        return ""
    return _(
        "This reads as if it were about an officer’s conduct, or it names an officer. Members do not raise "
        "that at a public meeting (%(paragraphs)s). Give it another title, or say that it stands"
    ) % {"paragraphs": _paragraphs(cites)}


def _of_a_group(title: str, *, on: datetime.date) -> str:
    """A public report refers to nothing that a group discussed (WO-E-9.3.32m)."""
    cites = protocol_in_force().briefings.safeguards.get(Safeguard.NOT_QUOTED)
    if not cites or not is_about_a_groups_talk(title, groups=names_of_groups(on)):
        return ""
    return _(
        "This names a political group. Officers do not refer in public reports to what a group discussed "
        "(%(paragraphs)s). Give it another title, or say that it stands"
    ) % {"paragraphs": _paragraphs(cites)}


def lines_for_keepers() -> tuple[str, ...]:
    """What is borne in mind on every agenda where the text says it: a group’s briefing stands in for no
    advice to the meeting, and its talk is not quoted (WF-4.7, WO-E-9.3.32d, WO-E-9.3.32m).
    """
    held = protocol_in_force().briefings.safeguards
    said = (Safeguard.NOT_INSTEAD, Safeguard.NOT_QUOTED)
    return tuple(f"{_(one.says)} ({_paragraphs(held[one])})" for one in said if one in held)


def _paragraphs(cites: Iterable[Citation]) -> str:
    return "; ".join(cited.label for cited in cites)
