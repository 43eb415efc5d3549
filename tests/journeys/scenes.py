"""Pages that no address shows: what comes when a form is sent, with a fault, too late, or for a last look."""

from dataclasses import dataclass, field

from casework.wording import short_date
from tests.factories.council import PASSWORD
from tests.journeys.town import ago

PROBLEM = "There is a problem"
CHANGED = "changed while you were typing"


@dataclass(frozen=True)
class Scene:
    """Somebody opens a page ({name} is the number of that case), types, presses, and reads."""

    role: str
    path: str
    press: str
    reads: str
    typed: dict[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """As a fault names it."""
        return f"{self.path} after «{self.press}», which says «{self.reads}»"


ENQUIRY = {"subject": "Bins in Elm Street", "details": "They were not emptied."}
REPLY = "/enquiries/{overdue}/reply/?answer="
LAST_LOOK = "Check and send"
SIGN = "/enquiries/{to be signed}/letters/{letter}/signed-by/"
SHOW = "Show what would change"
OLD = {"version": "1"}
DECLINING = {"ground": "research", "reason": "It takes a week.", "instead": "Ask for what we hold."}
HOLDING = {"reason": "The part is late.", "action": "It is chased.", "promised_on": short_date(ago(-9))}

MOVE = {
    "place": "Complaints team",
    "expected_on": short_date(ago(-28)),
    "text": "The complaints team writes to the resident too.",
}
AWAY = {
    "from_on": short_date(ago(-20)),
    "to_on": short_date(ago(-22)),
    "substitute": "Dana Whitfield",
}
WITHHELD = {"what": "The prices.", "reason": "They are being negotiated.", "given": "It began in May."}

MEMBERS = (
    Scene("member", "/enquiries/new/", "Send enquiry", PROBLEM),
    Scene("member", "/enquiries/new/", "Send enquiry", PROBLEM, {"subject": "x" * 300}),
    Scene(
        "member",
        "/enquiries/new/",
        "Show who will reply",
        "Housing repairs",
        {**ENQUIRY, "service": "{service}"},
    ),
    Scene("member", "/enquiries/new/", "Save as draft", "Draft saved", ENQUIRY),
    Scene("member", "/enquiries/new/", "Send enquiry", "The number is", {**ENQUIRY, "service": "{service}"}),
    Scene("member", "/enquiries/new/", "Send enquiry", "The number is", {**ENQUIRY, "service": "unsure"}),
    Scene(
        "member",
        "/enquiries/new/",
        "Send enquiry",
        "Officers cannot do this",
        {**ENQUIRY, "service": "{service}", "kind": "party"},
    ),
    Scene("assistant", "/enquiries/new/", "Send enquiry", PROBLEM),
    Scene("member", "/enquiries/{waiting}/answer/", "Send", PROBLEM),
    Scene("member", "/enquiries/{allocated}/add/", "Send", PROBLEM),
    Scene("member", "/enquiries/{answered}/verdict/", "Send and reopen", PROBLEM),
    Scene("member", "/enquiries/{answered}/share/", "Share", PROBLEM, {"until": "soon"}),
    Scene("member", "/enquiries/{withheld}/not-agreed/", "Send", PROBLEM),
    Scene("member", "/accounts/password/change/", "Save", PROBLEM, {"oldpassword": "x"}),
    Scene("member", "/enquiries/{promise asked}/promise/", "Send answer", PROBLEM),
    Scene("member", "/enquiries/{authority asked}/authority/send/", "Send it", PROBLEM),
    Scene("member", "/enquiries/{with an offer}/offer/", "Send answer", PROBLEM),
)

OFFICERS = (
    Scene("head", "/enquiries/{asks for privacy}/", "Send this answer", PROBLEM),
    Scene("officer", "/enquiries/{copied and shared}/copy/", "Send the copy", PROBLEM, {"person": "Nobody"}),
    Scene("officer", "/enquiries/{allocated}/talk/", "Save and tell", PROBLEM),
    Scene("officer", f"{REPLY}full", LAST_LOOK, PROBLEM),
    Scene("officer", f"{REPLY}holding", LAST_LOOK, PROBLEM, {"promised_on": "soon"}),
    Scene("officer", f"{REPLY}question", LAST_LOOK, PROBLEM),
    Scene("officer", f"{REPLY}hand-back", "Hand back", PROBLEM),
    Scene(
        "officer",
        f"{REPLY}full",
        LAST_LOOK,
        "What this does",
        {"text": "Mended.", "forward_text": "Mended.", "late_because": "staff"},
    ),
    Scene("officer", f"{REPLY}holding", LAST_LOOK, "What this does", HOLDING),
    Scene("officer", f"{REPLY}question", LAST_LOOK, "What this does", {"text": "Which flat?"}),
    Scene("officer", f"{REPLY}full", LAST_LOOK, CHANGED, {"text": "Mended.", **OLD}),
    Scene("officer", f"{REPLY}holding", LAST_LOOK, CHANGED, {**HOLDING, **OLD}),
    Scene("officer", "/disputes/{dispute opened}/answer/", "Send answer", PROBLEM),
    Scene("officer", "/disputes/{dispute determined}/done/", "Record and end", PROBLEM),
    Scene("officer", "/enquiries/{overdue}/decline/", LAST_LOOK, PROBLEM),
    Scene("officer", "/enquiries/{overdue}/decline/", LAST_LOOK, "What this does", DECLINING),
    Scene("officer", "/enquiries/{overdue}/decline/", LAST_LOOK, CHANGED, {**DECLINING, **OLD}),
    Scene("officer", "/enquiries/{overdue}/notes/", "Add", PROBLEM),
    Scene("officer", "/enquiries/{overdue}/notes/", "Add", "Note added", {"text": "Rang the contractor."}),
    Scene("officer", "/enquiries/{overdue}/files/", "Add", PROBLEM),
    Scene("officer", "/enquiries/{overdue}/", "Show the resident", "Ivy Quennell"),
    Scene("officer", "/enquiries/{overdue}/officer/", "Reassign", PROBLEM),
    Scene("officer", SIGN, "Issue", PROBLEM, {"signed_by": "{signer}"}),
    Scene("officer", f"{REPLY}full", "Put it in", "the repair is booked", {"standard": "{template}"}),
    Scene("officer", f"{REPLY}full", LAST_LOOK, "is not filled in", {"text": "In {{street}}."}),
    Scene("officer", "/enquiries/{a complaint}/redirect/", "Check and move", PROBLEM),
    Scene("officer", "/enquiries/{a complaint}/redirect/", "Check and move", "What this does", MOVE),
    Scene("officer", "/enquiries/{a complaint}/redirect/", "Check and move", CHANGED, {**MOVE, **OLD}),
    Scene("officer", "/enquiries/{allocated}/redirect/", "Ask the monitoring", PROBLEM),
    Scene("officer", "/enquiries/{redirected}/elsewhere/", "Save it", PROBLEM, {"expected_on": "x"}),
    Scene("officer", "/enquiries/{redirected}/elsewhere/outcome/", "Send the outcome", PROBLEM),
    Scene("officer", "/enquiries/{redirected}/elsewhere/back/", "Take it back", PROBLEM),
    *(
        Scene("officer", f"/enquiries/{{{case}}}/{page}/", press, PROBLEM)
        for case, page, press in (
            ("allocated", "withhold", LAST_LOOK),
            ("allocated", "authority", "Ask for it"),
            ("authority asked", "undertaking", "Ask for the promise"),
            ("authority asked", "not-needed", "Send"),
            ("authority sent", "authority/accept", "Send"),
            ("allocated", "burden", "Send the offer"),
        )
    ),
    Scene("officer", "/enquiries/{allocated}/withhold/", LAST_LOOK, "What this does", WITHHELD),
    Scene("officer", "/enquiries/{allocated}/withhold/", LAST_LOOK, CHANGED, {**WITHHELD, **OLD}),
    Scene("officer", f"{REPLY}full", "Save as draft", PROBLEM),
    Scene("officer", f"{REPLY}full", "Save as draft", "Draft saved", {"text": "Mended."}),
    Scene("officer", "/enquiries/{overdue}/parts/", "Ask for their part", PROBLEM),
    Scene("officer", "/enquiries/{overdue}/merge/", "Merge the two", PROBLEM),
    Scene("another officer", "/enquiries/{with a part}/part/", "Give your part", PROBLEM),
    Scene("officer", "/accounts/away/", "Save these days", PROBLEM),
    Scene("officer", "/accounts/", "I am back", "The register is changed"),
    Scene("another officer", "/accounts/away/", "Save these days", PROBLEM, {**AWAY, "substitute": "Who"}),
    Scene("another officer", "/accounts/away/", "Save these days", "Dana Whitfield stands in", AWAY),
)

THE_REST = (
    Scene("monitoring officer", "/disputes/{dispute opened}/determine/", "Record the determination", PROBLEM),
    Scene("democratic services", "/enquiries/for-a-member/", "Send enquiry", PROBLEM),
    Scene(
        "democratic services",
        "/enquiries/for-a-member/",
        "Send enquiry",
        PROBLEM,
        {**ENQUIRY, "received_on": short_date(ago(-400))},
    ),
    Scene("democratic services", "/enquiries/{unsure}/service/", "Send", PROBLEM, {"service": ""}),
    Scene("democratic services", "/enquiries/{overdue}/day-received/", "Put", PROBLEM, {"received_on": "x"}),
    Scene("democratic services", "/enquiries/{overdue}/wrong-service/", "Send it", PROBLEM),
    Scene("democratic services", "/enquiries/{overdue}/wrong-service/", "Send it", CHANGED, OLD),
    Scene(
        "democratic services", "/enquiries/{overdue}/subject/", "Change the subject", PROBLEM, {"subject": ""}
    ),
    Scene("democratic services", "/enquiries/{answered}/take-back/", "Take", PROBLEM, {"meant_for": "x"}),
    Scene("director", "/enquiries/{to approve}/approve/", "Send it back", PROBLEM),
    Scene("democratic services", "/registers/members/import/", SHOW, PROBLEM),
    Scene("democratic services", "/registers/election/", SHOW, PROBLEM),
    Scene("democratic services", "/registers/leavers/", "Save these", "Nothing is decided"),
    Scene("democratic services", "/enquiries/leavers/{leaver}/", "Move them", PROBLEM),
    Scene("democratic services", "/accounts/2fa/recovery-codes/generate/", "Make", "codes"),
    Scene("director", "/enquiries/{with an offer}/offer/management/", "Send answer", PROBLEM),
)

SIGN_IN = "/accounts/login/"
KEEPER = {"login": "{monitoring officer}", "password": PASSWORD}
NOBODY = (
    Scene("nobody", SIGN_IN, "Sign in", PROBLEM, {"login": "who@council.example", "password": "x"}),
    Scene("nobody", SIGN_IN, "Sign in", PROBLEM, {"login": ""}),
    Scene("nobody", "/accounts/password/reset/", "Send", PROBLEM, {"email": ""}),
    Scene("nobody", "/accounts/password/reset/", "Send", "email", {"email": "who@council.example"}),
    Scene("nobody", "{invitation}", "Make the login", PROBLEM, {"password": "x"}),
    # Only then is there a page that asks for the second factor.
    Scene("nobody", SIGN_IN, "Sign in", "code", KEEPER),
    Scene("nobody", "/accounts/2fa/authenticate/", "Sign in", PROBLEM, {"code": "1"}),
)
