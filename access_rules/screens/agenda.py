"""What a keeper is told before a title goes onto an agenda: where the text keeps it from public meetings."""

import datetime

from django.utils.translation import gettext as _

from access_rules.queries.agenda import names_of_officers
from access_rules.rules.agenda import is_about_an_officer
from council.queries import protocol_in_force
from rulebook.complaint import PartyKind


def caution_of(title: str, *, on: datetime.date) -> str:
    """Why the title may not belong there, with the paragraphs; empty where it may, or the text is silent."""
    cites = protocol_in_force().complaints.never_in_public(PartyKind.MEMBER, PartyKind.OFFICER)
    if not cites or not is_about_an_officer(title, officers=names_of_officers(on)):
        return ""
    return _(
        "This reads as if it were about an officer’s conduct, or it names an officer. Members do not raise "
        "that at a public meeting (%(paragraphs)s). Give it another title, or say that it stands"
    ) % {"paragraphs": "; ".join(cited.label for cited in cites)}
