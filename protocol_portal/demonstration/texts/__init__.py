"""What is written in the demonstration's enquiries, by service."""

from protocol_portal.demonstration.texts.highways import HIGHWAYS
from protocol_portal.demonstration.texts.options import OPTIONS
from protocol_portal.demonstration.texts.parking import PARKING
from protocol_portal.demonstration.texts.parks import PARKS
from protocol_portal.demonstration.texts.planning import PLANNING
from protocol_portal.demonstration.texts.regulatory import REGULATORY
from protocol_portal.demonstration.texts.repairs import REPAIRS
from protocol_portal.demonstration.texts.revenues import REVENUES
from protocol_portal.demonstration.texts.schools import SCHOOLS
from protocol_portal.demonstration.texts.waste import WASTE

BOROUGH_MATTERS = (
    *HIGHWAYS,
    *WASTE,
    *PARKS,
    *PARKING,
    *REPAIRS,
    *OPTIONS,
    *PLANNING,
    *REGULATORY,
    *SCHOOLS,
    *REVENUES,
)
