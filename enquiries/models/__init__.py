"""Tables of members' enquiries: the case, what was said in it, and what may happen to it besides a reply."""

from enquiries.models.agreeing import Proposal
from enquiries.models.beside import Extra
from enquiries.models.choices import ENDED, UNSETTLED, Channel, Lateness, Privacy, marking_of
from enquiries.models.copying import Copy, CopyConsent
from enquiries.models.enquiry import Enquiry
from enquiries.models.issuing import IssuedLetter
from enquiries.models.joining import Link, Verdict
from enquiries.models.messages import Message, Retraction, new_salt
from enquiries.models.preparing import Contribution, PreparedReply
from enquiries.models.redirecting import Redirection
from enquiries.models.succession import Succession
from enquiries.models.withholding import Withholding

__all__ = [
    "ENDED",
    "UNSETTLED",
    "Channel",
    "Contribution",
    "Copy",
    "CopyConsent",
    "Enquiry",
    "Extra",
    "IssuedLetter",
    "Lateness",
    "Link",
    "Message",
    "PreparedReply",
    "Privacy",
    "Proposal",
    "Redirection",
    "Retraction",
    "Succession",
    "Verdict",
    "Withholding",
    "marking_of",
    "new_salt",
]
