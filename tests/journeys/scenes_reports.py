"""Pages of reports that no address shows: what comes when a form is sent."""

from casework.wording import short_date
from tests.journeys.scenes import PROBLEM, Scene
from tests.journeys.town import ago

MONITORING = "monitoring officer"
GIVE = "/reports/{report made}/give/"
FOREWORD = "/reports/{report made}/foreword/"

THE_REST = (
    Scene(MONITORING, "/reports/make/", "Make it", PROBLEM),
    Scene(MONITORING, GIVE, "Give it", PROBLEM),
    Scene(MONITORING, GIVE, "Give it", PROBLEM, {"meeting_on": short_date(ago(3))}),
    Scene(MONITORING, FOREWORD, "Save it", PROBLEM, {"words": "x" * 4001}),
    Scene(MONITORING, FOREWORD, "Save it", "The foreword is kept", {"words": "A year of change."}),
    Scene(MONITORING, "/reports/{report under way}/stop/", "Stop it", "not made any further"),
    Scene(MONITORING, "/reports/{report failed}/again/", "Try again", "The report is being made"),
)
