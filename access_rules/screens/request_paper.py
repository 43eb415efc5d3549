"""The answer to a request as a sheet: the same words as the page, for whoever wants them on paper."""

from django.utils.translation import gettext as _

from access_rules.models import AccessRequest
from access_rules.rules.outcomes import NO
from access_rules.screens.answers import answer_screen
from access_rules.screens.challenges import steps
from access_rules.screens.handling import handling
from access_rules.states import RequestState
from casework.letters import Section, Sheet, letterhead
from casework.wording import plain_date
from council.queries import Standing


def answer_sheet(who: Standing, row: AccessRequest) -> Sheet:
    """The answer, the reasons, the rule, the duties, and what to do for whoever does not agree."""
    page = answer_screen(who, row)
    body = [
        Section((page.about,)),
        Section((*page.lines,), page.word),
        Section(page.why, _("Why")),
        Section(tuple(f"{one.says}. {one.reasons} ({one.by})" for one in page.findings), _("What was found")),
        Section(
            tuple(
                "\n".join(part for part in (box.heading, box.text, _cites(box.cites), box.note) if part)
                for box in page.rules
            ),
            _("The rule we used"),
        ),
    ]
    if row.outcome and row.outcome != NO and row.document is not None:
        duties = handling(who, row.document, text=row.protocol).sentences
        body.append(Section(duties, _("How you must handle it")))
    if row.state in (RequestState.ANSWERED, RequestState.DECIDED):
        ways = tuple(
            f"{number}. {one.title}. {one.text}" for number, one in enumerate(steps(who, row), start=1)
        )
        body.append(Section(ways, _("If you do not agree")))
    body.append(Section(tuple(f"{label}: {value}" for label, value in page.facts), _("The decision")))
    return Sheet(
        title=page.reference,
        day=plain_date(who.on),
        body=tuple(section for section in body if section.paragraphs),
        signed=(),
        head=letterhead(),
        reference=page.reference,
        subject=_("May I see this document?"),
    )


def _cites(cites: tuple[object, ...]) -> str:
    return "; ".join(str(getattr(cite, "label", cite)) for cite in cites)
