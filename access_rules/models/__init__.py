"""Tables of access: meetings, documents and their pages, requests, findings, grants, disclosures, advice."""

from access_rules.models.advice import Advice
from access_rules.models.documents import Clearance, Document, InterestBears
from access_rules.models.grants import DocumentGrant
from access_rules.models.meetings import Item, Meeting, Notice
from access_rules.models.onward import Breach, Disclosure, Privy
from access_rules.models.requests import AccessRequest, Finding
from access_rules.models.versions import Page, Redaction, Version

__all__ = [
    "AccessRequest",
    "Advice",
    "Breach",
    "Clearance",
    "Disclosure",
    "Document",
    "DocumentGrant",
    "Finding",
    "InterestBears",
    "Item",
    "Meeting",
    "Notice",
    "Page",
    "Privy",
    "Redaction",
    "Version",
]
