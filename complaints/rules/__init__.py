"""The rules that complaints follow, and the pure function that answers their scenario question."""

from complaints.rules.route import ROUTE_RULES, Complaint, Party, complaint_route, route_of

RULES = ROUTE_RULES

__all__ = ["ROUTE_RULES", "RULES", "Complaint", "Party", "complaint_route", "route_of"]
