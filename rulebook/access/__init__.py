"""What a text says of access to documents and information: who sees what, what is closed, who settles it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from rulebook.access import duties as owed
from rulebook.access import papers, rights
from rulebook.stated import WHEN_SILENT, Cites, Stated, Terms
from rulebook.term import Topic
from rulebook.wording import gettext_noop


@dataclass(frozen=True)
class AccessTerms(Terms):
    """What one text says of access, each value beside its paragraphs; statute stands beside it, not here.

    `challenge` is a ladder: its order is the order of the steps. What another group may have of a report that
    officers made for a group follows from the text's terms for briefings.
    """

    topic: ClassVar[Topic] = Topic.ACCESS

    grounds: Mapping[rights.Ground, Cites] = field(
        metadata={WHEN_SILENT: gettext_noop("The protocol names no law or rules on which access rests.")}
    )
    presumption: Stated[rights.Presumption] = field(
        metadata={WHEN_SILENT: gettext_noop("The protocol does not say what officers start from.")}
    )
    need_to_know: Mapping[rights.NeedToKnow, Cites] = field(
        metadata={WHEN_SILENT: gettext_noop("The protocol adds no test of a need to know.")}
    )
    own_body: Stated[rights.OwnBody] = field(
        metadata={WHEN_SILENT: gettext_noop("The protocol has no rule of its own for the members of a body.")}
    )
    executive: Stated[rights.Executive] = field(
        metadata={WHEN_SILENT: gettext_noop("The protocol has no rule of its own for executive members.")}
    )
    other_bodies: Stated[rights.OtherBodies] = field(
        metadata={
            WHEN_SILENT: gettext_noop(
                "The protocol has no rule for papers of a body on which one does not sit."
            )
        }
    )
    inspection: Mapping[rights.Inspection, Cites] = field(
        metadata={
            WHEN_SILENT: gettext_noop("The protocol does not write out a right to inspect before a meeting.")
        }
    )
    opened: Mapping[rights.Opened, Cites] = field(
        metadata={
            WHEN_SILENT: gettext_noop(
                "The protocol opens no exempt paper to members who are not on the body."
            )
        }
    )
    mode: Stated[rights.Mode] = field(
        metadata={
            WHEN_SILENT: gettext_noop("The protocol does not say whether papers are inspected or copied.")
        }
    )
    scrutiny: Mapping[rights.Scrutiny, Cites] = field(
        metadata={
            WHEN_SILENT: gettext_noop("The protocol gives scrutiny members nothing beyond other members.")
        }
    )
    co_opted: Stated[rights.CoOpted] = field(
        metadata={WHEN_SILENT: gettext_noop("The protocol does not speak of co-opted members’ access.")}
    )
    independent: Stated[rights.Independent] = field(
        metadata={
            WHEN_SILENT: gettext_noop("The protocol does not speak of independent standards members’ access.")
        }
    )
    assistants: Stated[rights.Assistants] = field(
        metadata={WHEN_SILENT: gettext_noop("The protocol does not speak of political assistants’ access.")}
    )
    interests: Mapping[rights.Interests, Cites] = field(
        metadata={
            WHEN_SILENT: gettext_noop("The protocol does not say what an interest changes about access.")
        }
    )
    private_capacity: Mapping[rights.PrivateCapacity, Cites] = field(
        metadata={
            WHEN_SILENT: gettext_noop("The protocol does not speak of members who ask as private people.")
        }
    )
    constituents: Stated[papers.Constituents] = field(
        metadata={
            WHEN_SILENT: gettext_noop("The protocol does not say how a constituent’s authority is shown.")
        }
    )
    third_parties: Mapping[papers.ThirdParties, Cites] = field(
        metadata={
            WHEN_SILENT: gettext_noop(
                "The protocol does not say what frees information that is other people’s."
            )
        }
    )
    group_papers: Mapping[papers.GroupPapers, Cites] = field(
        metadata={
            WHEN_SILENT: gettext_noop("The protocol does not speak of political groups’ own papers and talk.")
        }
    )
    correspondence: Mapping[papers.Correspondence, Cites] = field(
        metadata={WHEN_SILENT: gettext_noop("The protocol does not speak of members’ correspondence.")}
    )
    premises: Mapping[papers.Premises, Cites] = field(
        metadata={WHEN_SILENT: gettext_noop("The protocol does not say whether members may enter premises.")}
    )
    public: Mapping[papers.Public, Cites] = field(
        metadata={WHEN_SILENT: gettext_noop("The protocol does not say what everybody sees.")}
    )
    information_law: Mapping[papers.InformationLaw, Cites] = field(
        metadata={WHEN_SILENT: gettext_noop("The protocol does not speak of freedom of information.")}
    )
    cost_limit: Stated[papers.CostLimit] = field(
        metadata={WHEN_SILENT: gettext_noop("The protocol gives no figure for the cost of a request.")}
    )
    exempt_law: Mapping[papers.ExemptLaw, Cites] = field(
        metadata={WHEN_SILENT: gettext_noop("The protocol does not say what makes information exempt.")}
    )
    exempt: Mapping[papers.Exempt, Cites] = field(
        metadata={
            WHEN_SILENT: gettext_noop("The protocol does not write out the paragraphs of Schedule 12A.")
        }
    )
    confidential: Mapping[papers.Confidential, Cites] = field(
        metadata={WHEN_SILENT: gettext_noop("The protocol does not say what is confidential.")}
    )
    proper_officer: Stated[papers.ProperOfficer] = field(
        metadata={WHEN_SILENT: gettext_noop("The protocol gives the proper officer no part of their own.")}
    )
    circulation: Stated[owed.Circulation] = field(
        metadata={
            WHEN_SILENT: gettext_noop(
                "The protocol sends no report to the statutory officers before members see it."
            )
        }
    )
    reasons: Stated[owed.Reasons] = field(
        metadata={
            WHEN_SILENT: gettext_noop(
                "The protocol asks for no reasons; the portal states them all the same."
            )
        }
    )
    undertaking: Mapping[owed.Undertaking, Cites] = field(
        metadata={WHEN_SILENT: gettext_noop("The protocol lets no officer ask for an undertaking.")}
    )
    disputes: Stated[owed.Dispute] = field(
        metadata={WHEN_SILENT: gettext_noop("The protocol names nobody who settles a dispute about access.")}
    )
    challenge: Mapping[owed.Challenge, Cites] = field(
        metadata={WHEN_SILENT: gettext_noop("The protocol names no way to challenge a refusal.")}
    )
    advice: Mapping[owed.Advice, Cites] = field(
        metadata={WHEN_SILENT: gettext_noop("The protocol names nobody to ask in doubt.")}
    )
    handling: Mapping[owed.Handling, Cites] = field(
        metadata={
            WHEN_SILENT: gettext_noop("The protocol says nothing of how what was released is to be handled.")
        }
    )
    overtaken: Mapping[owed.Overtaken, Cites] = field(metadata={WHEN_SILENT: ""})
