"""Every rule of the house by its name, and what a page says of the duty or rule that applies a paragraph."""

from access_rules.rules import RULES as ACCESS_RULES
from briefings.rules import RULES as BRIEFING_RULES
from casework.rules import RULES as CASEWORK_RULES
from complaints.rules import RULES as COMPLAINT_RULES
from council.rules.interests import RULES as INTEREST_RULES
from council.rules.registers import RULES as REGISTER_RULES
from council.rules.signing import RULES as SIGNING_RULES
from enquiries.rules import RULES as ENQUIRY_RULES
from rulebook.duty import Duty
from rulebook.register import RULES as NOTICE_RULES

# A counter that comes adds its own.
RULES = (
    *ENQUIRY_RULES,
    *COMPLAINT_RULES,
    *BRIEFING_RULES,
    *ACCESS_RULES,
    *CASEWORK_RULES,
    *REGISTER_RULES,
    *INTEREST_RULES,
    *SIGNING_RULES,
    *NOTICE_RULES,
)
_SAYS = {rule.id: rule.says for rule in RULES}
_LABELS = {duty.value: duty.label for duty in Duty}
NAMES = _SAYS.keys() | _LABELS.keys()


def label_of(name: str) -> str:
    """The duty's name in plain English, or what the rule says; empty for a name that no rule has."""
    return _LABELS.get(name) or _SAYS.get(name, "")
