"""The rules that enquiries follow, and the pure functions that answer their scenario questions."""

from enquiries.rules.conditions import WITHHOLD_RULES
from enquiries.rules.deadline import (
    EIR_REPLY,
    FOI_REPLY,
    LOCAL_REPLY,
    PROTOCOL_REPLY,
    SAR_REPLY,
    ReplyLimit,
    reply_deadline,
    reply_limit,
)
from enquiries.rules.holding import HOLDING_FACTS, HOLDING_REPLY, holding_reply
from enquiries.rules.parts import last_day_for_a_part
from enquiries.rules.redirection import (
    PROCESSES,
    Elsewhere,
    Ground,
    answer_by,
    elsewhere,
    ground_of,
    rests_on,
    statutory_limit,
)
from enquiries.rules.signing import OwnLetter, may_member_sign, own_letter
from enquiries.rules.treatment import CONTACT_PATTERN, TREATED_ALIKE
from enquiries.rules.triage import TRIAGE_RULES, enquiry_triage

RULES = (
    FOI_REPLY,
    EIR_REPLY,
    SAR_REPLY,
    PROTOCOL_REPLY,
    LOCAL_REPLY,
    HOLDING_REPLY,
    *TRIAGE_RULES,
    *WITHHOLD_RULES,
    TREATED_ALIKE,
    CONTACT_PATTERN,
)

__all__ = [
    "CONTACT_PATTERN",
    "EIR_REPLY",
    "FOI_REPLY",
    "HOLDING_FACTS",
    "HOLDING_REPLY",
    "LOCAL_REPLY",
    "PROCESSES",
    "PROTOCOL_REPLY",
    "RULES",
    "SAR_REPLY",
    "TREATED_ALIKE",
    "TRIAGE_RULES",
    "WITHHOLD_RULES",
    "Elsewhere",
    "Ground",
    "OwnLetter",
    "ReplyLimit",
    "answer_by",
    "elsewhere",
    "enquiry_triage",
    "ground_of",
    "holding_reply",
    "last_day_for_a_part",
    "may_member_sign",
    "own_letter",
    "reply_deadline",
    "reply_limit",
    "rests_on",
    "statutory_limit",
]
