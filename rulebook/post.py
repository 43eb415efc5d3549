"""The posts that protocols and scenario files name; each text has its own title for those that it uses."""

from enum import StrEnum


class Post(StrEnum):
    """A post held by a person from a day to a day."""

    OFFICER = "officer"
    LINE_MANAGER = "line-manager"
    SENIOR_MANAGER = "senior-manager"
    HEAD_OF_SERVICE = "head-of-service"
    ASSISTANT_DIRECTOR = "assistant-director"
    DIRECTOR = "director"
    EXECUTIVE_DIRECTOR = "executive-director"
    DIRECTOR_FINANCE_RESOURCES = "director-finance-resources"
    DEPUTY_CHIEF_EXECUTIVE = "deputy-chief-executive"
    CHIEF_EXECUTIVE = "chief-executive"
    MONITORING_OFFICER = "monitoring-officer"
    DEPUTY_MONITORING_OFFICER = "deputy-monitoring-officer"
    SECTION_151_OFFICER = "section-151-officer"
    PROPER_OFFICER = "proper-officer"
    DEMOCRATIC_SERVICES = "democratic-services"
    CLERK = "clerk"
    HEAD_OF_PAID_SERVICE = "head-of-paid-service"
    POLITICAL_ASSISTANT = "political-assistant"
    MAYOR = "mayor"
    CHAIR = "chair"
    DEPUTY_CHAIR = "deputy-chair"
    CHAIRMAN = "chairman"
    LEADER = "leader"
    DEPUTY_LEADER = "deputy-leader"
    GROUP_LEADER = "group-leader"
    GROUP_WHIP = "group-whip"
