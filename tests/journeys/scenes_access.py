"""Pages of documents, meetings, disclosures, advice and interests that come when a form is sent."""

from tests.journeys.scenes import PROBLEM, Scene

MEMBERS = tuple(
    Scene("member", path, press, PROBLEM)
    for path, press in (
        ("/documents/ask/", "Ask"),
        ("/documents/requests/{case refused}/disagree/", "Send"),
        ("/documents/requests/{case promise}/promise/", "Send"),
        ("/documents/{ref open}/breach/", "Send the report"),
        ("/disclosures/new/", "Ask"),
        ("/disclosures/{disclosure regulator}/outside/", "Record the answer"),
        ("/disclosures/reports/new/", "Send the report"),
        ("/advice/ask/", "Send the question"),
        ("/interests/declare/", "Declare it"),
    )
)
OFFICERS = (Scene("officer", "/documents/talk/", "Enter it", PROBLEM),)
EMPTY, NO_DAY = {"title": ""}, {"on": "x"}
DECIDING = {
    "outcome": "no",
    "reasons": "The prices are still being negotiated.",
    "others": "WF-A1.1",
    "mode": "inspect",
    "public_interest_note": "It costs less.",
}
THE_REST = (
    *(
        Scene("democratic services", path, press, PROBLEM, typed)
        for path, press, typed in (
            ("/documents/new/", "Continue", {}),
            ("/documents/new/report/", "Enter it", {}),
            ("/documents/{ref draft}/edit/", "Save", EMPTY),
            ("/documents/{ref draft}/mark/", "Mark it", {"marking": "exempt"}),
            ("/documents/{ref draft}/owner/", "Record it", {"ownership": "others"}),
            ("/documents/{ref others}/consent/", "Record it", {}),
            ("/documents/{ref draft}/withdraw/", "Withdraw it", {}),
            ("/documents/{ref draft}/files/add/", "Add the file", {}),
            ("/documents/{ref granted}/named/new/", "Give access", {}),
            ("/documents/{ref granted}/named/{grant}/end/", "End access", {}),
            ("/documents/{ref granted}/privy/new/", "Add to the list", {}),
            ("/documents/{ref granted}/privy/{privy}/end/", "Take off the list", {}),
            ("/documents/requests/{case described}/find/", "Send", {}),
            ("/meetings/call/", "Call the meeting", {}),
            ("/meetings/{meeting ahead}/change/", "Change the meeting", NO_DAY),
            ("/meetings/{meeting ahead}/cancel/", "Cancel the meeting", {}),
            ("/meetings/{meeting past}/conclude/", "Conclude the meeting", NO_DAY),
            ("/meetings/{meeting ahead}/notice/", "Enter the notice", {}),
            ("/meetings/{meeting ahead}/items/add/", "Add the item", {}),
            ("/meetings/{meeting ahead}/items/{item}/", "Change the item", EMPTY),
            ("/meetings/{meeting ahead}/items/{item}/withdraw/", "Withdraw the item", {}),
            ("/interests/{interest own}/bears/", "Enter it", {}),
        )
    ),
    *(
        Scene("monitoring officer", path, press, PROBLEM)
        for path, press in (
            ("/documents/{ref exempt}/weigh/", "Record it"),
            ("/documents/requests/{case referred}/finding/", "Record"),
            ("/documents/requests/{case referred}/decide/", "Preview"),
            ("/documents/requests/{case unpromised}/ask-promise/", "Send"),
            ("/disclosures/{disclosure held}/answer/", "Send the answer"),
            ("/advice/{advice asked}/answer/", "Send the answer"),
            ("/advice/{advice published}/take-back/", "Take it back"),
        )
    ),
    Scene("monitoring officer", "/advice/{advice answered}/reading/", "Go on", PROBLEM, {"reading": ""}),
    Scene("monitoring officer", "/advice/{advice answered}/reading/", "Go on", "Publish the reading"),
    Scene(
        "monitoring officer",
        "/documents/requests/{case referred}/decide/",
        "Preview",
        "This is what will be sent",
        DECIDING,
    ),
)
