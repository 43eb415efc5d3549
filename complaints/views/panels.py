"""What the parts of this counter add to the page of a complaint: panels with templates, links with policies.

A new part is a line in one of these tables; the page itself does not change.
"""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from casework.screens.panels import Panel, Way
from complaints.models import Complaint
from complaints.policies import investigating, steps
from complaints.policies.airing import may_report_airing
from complaints.policies.retaining import may_hold, may_release
from complaints.policies.standing_aside import may_ask_for_another, may_stand_aside
from complaints.screens import deciding
from complaints.screens.airing import airing_panel
from complaints.screens.alarms import nobody_panel
from complaints.screens.bearing import bearing_panel
from complaints.screens.raising_ways import WAYS as RAISING
from complaints.screens.retaining import retaining_panel
from complaints.screens.settling import WAYS as SETTLING_WAYS
from complaints.screens.settling import settling_panel
from complaints.screens.standing_aside import conflicts_panel
from complaints.screens.waiting import waiting_panel
from council.queries import Standing

PanelMaker = Callable[[Standing, Complaint], Panel | None]

# Above «What you can do», in this order: what asks for something to be done, then what was decided.
PANELS: tuple[PanelMaker, ...] = (
    nobody_panel,
    waiting_panel,
    settling_panel,
    deciding.ending_panel,
    conflicts_panel,
)
# Below «What you can do», which nobody should have to look for: what holds all the while.
MEANWHILE: tuple[PanelMaker, ...] = (bearing_panel, airing_panel)
# Below the file: what is only looked up.
RECORDS: tuple[PanelMaker, ...] = (retaining_panel,)
# «What you can do», in this order, each link shown to whoever may follow it.
WAYS: tuple[Way[Complaint], ...] = (
    Way(_("Acknowledge the complaint"), "complaint-acknowledge", steps.may_acknowledge),
    Way(_("Assess the complaint"), "complaint-assess", steps.may_assess),
    Way(_("Tell the other side"), "complaint-tell-subject", steps.may_tell_subject),
    Way(_("Choose who investigates"), "complaint-investigator", steps.may_name_investigator),
    Way(_("Begin the investigation"), "complaint-begin", steps.may_begin),
    Way(_("Ask the other side to reply"), "complaint-ask-reply", investigating.may_ask_reply),
    Way(_("Write down an interview or a statement"), "complaint-interview", investigating.may_note_interview),
    Way(_("Show papers to a side"), "complaint-disclose", investigating.may_disclose),
    Way(_("Send a draft of the findings"), "complaint-draft", investigating.may_send_draft),
    Way(_("Record the findings"), "complaint-findings", investigating.may_record_findings),
    Way(_("Tell whoever complains how it goes"), "complaint-progress", steps.may_report_progress),
    Way(_("Add to the file"), "complaint-add", investigating.may_add),
    *RAISING,
    *SETTLING_WAYS,
    *deciding.WAYS,
    Way(_("Stand aside"), "complaint-stand-aside", may_stand_aside),
    Way(_("Ask that somebody stands aside"), "complaint-ask-aside", may_ask_for_another),
    Way(_("Report that it was raised in public"), "complaint-aired", may_report_airing),
    Way(_("Keep it beyond its day"), "complaint-hold", may_hold),
    Way(_("Let it be erased on its day"), "complaint-release", may_release),
)
# Of these whoever investigates reads why they cannot be done yet.
NEXT_STEPS: tuple[Way[Complaint], ...] = (Way("", "complaint-findings", investigating.may_record_findings),)
