"""What each duty is called, and what it asks, in one plain sentence; by the value of rulebook.duty.Duty."""

from collections.abc import Mapping

from rulebook.wording import gettext_noop

WORDS: Mapping[str, tuple[str, str]] = {
    "log-enquiry": (
        gettext_noop("Log an enquiry"),
        gettext_noop("A member may make an enquiry by any means, and it is put on record."),
    ),
    "address": (
        gettext_noop("Address an enquiry"),
        gettext_noop("An enquiry goes to an officer of the grade that the protocol names."),
    ),
    "acknowledge": (
        gettext_noop("Acknowledge"),
        gettext_noop("The member is told who has the enquiry and when the reply is due."),
    ),
    "allocate": (
        gettext_noop("Allocate"),
        gettext_noop("One named officer is given the enquiry to answer."),
    ),
    "redirect": (
        gettext_noop("Redirect"),
        gettext_noop("An enquiry that belongs elsewhere is handed on, and loses no day by it."),
    ),
    "reply": (
        gettext_noop("Reply"),
        gettext_noop(
            "The member gets a substantive reply in the time that the protocol or a local term sets."
        ),
    ),
    "holding-reply": (
        gettext_noop("Send a holding reply"),
        gettext_noop(
            "Where the time is too short, the officer writes why, what is done and when the reply will come."
        ),
    ),
    "answer-in-time": (
        gettext_noop("Reach the target for answers in time"),
        gettext_noop("So many of each hundred enquiries are answered by their first due date."),
    ),
    "ask-member": (
        gettext_noop("Ask the member"),
        gettext_noop("The officer may ask the member a question; the reply stays due."),
    ),
    "agree-alternative": (
        gettext_noop("Agree an alternative"),
        gettext_noop(
            "Where an enquiry is too great a burden, another deadline or reply is agreed with the member."
        ),
    ),
    "close": (
        gettext_noop("Close"),
        gettext_noop("The member says that the enquiry is answered, or it closes after a set time."),
    ),
    "reopen": (
        gettext_noop("Reopen"),
        gettext_noop("The member says that the reply does not answer the enquiry, and it is taken up again."),
    ),
    "withdraw": (
        gettext_noop("Withdraw"),
        gettext_noop("The member takes the enquiry back, and nobody need answer it."),
    ),
    "chase": (
        gettext_noop("Chase"),
        gettext_noop("The member asks where the reply is, and the question is put on record."),
    ),
    "remind": (
        gettext_noop("Remind"),
        gettext_noop("The officer hears in good time that a reply is due."),
    ),
    "escalate": (
        gettext_noop("Escalate"),
        gettext_noop("Those who answer for the officer hear that a reply is late."),
    ),
    "accountable": (
        gettext_noop("Answer for enquiries"),
        gettext_noop("A senior officer answers for prompt and accurate replies."),
    ),
    "keep-confidential": (
        gettext_noop("Keep confidential"),
        gettext_noop(
            "Officers keep a member's correspondence from other members unless the member allows it."
        ),
    ),
    "ask-monitoring-officer": (
        gettext_noop("Ask the monitoring officer"),
        gettext_noop(
            "What the protocol does not settle, or what is disputed, goes to the monitoring officer."
        ),
    ),
    "decline": (
        gettext_noop("Decline"),
        gettext_noop("What the protocol bars, or lets officers decline, is declined with the paragraph."),
    ),
    "withhold": (
        gettext_noop("Withhold with a reason"),
        gettext_noop("Information is withheld for a good reason alone, given in writing with its rule."),
    ),
    "undertake-confidentiality": (
        gettext_noop("Promise confidentiality"),
        gettext_noop("An officer may ask the member to promise confidentiality before giving information."),
    ),
    "show-authority": (
        gettext_noop("Show the resident’s authority"),
        gettext_noop("What is asked for somebody else is given on that person’s authority."),
    ),
    "dispute": (
        gettext_noop("Say that you do not agree"),
        gettext_noop("A member who does not agree with a decision can have it decided by somebody else."),
    ),
    "determine": (
        gettext_noop("Determine a dispute"),
        gettext_noop(
            "A dispute is decided with reasons, by whom the protocol names, never by a party to it."
        ),
    ),
    "report-to-committee": (
        gettext_noop("Report to the committee"),
        gettext_noop(
            "The monitoring officer reports on how the protocol is kept, so that a committee can review it."
        ),
    ),
    "keep-private": (
        gettext_noop("Keep private"),
        gettext_noop("A wish for privacy is kept, or it is said straight away that it cannot be."),
    ),
    "copy": (
        gettext_noop("Copy openly"),
        gettext_noop(
            "Copies stand on the letter for everybody to see, and other members need the author’s consent."
        ),
    ),
    "note-of-talk": (
        gettext_noop("Send the note of a talk"),
        gettext_noop("A written note of a talk with a member goes to that member too."),
    ),
    "sign-letter": (
        gettext_noop("Sign a letter"),
        gettext_noop(
            "An official letter is signed by whom the protocol allows; no member undertakes an obligation."
        ),
    ),
    "correct": (
        gettext_noop("Correct"),
        gettext_noop(
            "What was entered or sent wrongly is put right with a reason, and whom it concerns is told."
        ),
    ),
    "join": (
        gettext_noop("Join enquiries on one matter"),
        gettext_noop("Enquiries on one matter are linked or merged; no member reads another member’s words."),
    ),
    "contribute": (
        gettext_noop("Contribute to a reply"),
        gettext_noop("Other teams give their part by a day, and the reply waits for it."),
    ),
    "approve": (
        gettext_noop("Approve a reply"),
        gettext_noop("Where a directorate wants it, a senior officer reads a reply before it is sent."),
    ),
    "open-document": (
        gettext_noop("Answer whether a document may be seen"),
        gettext_noop("Whoever asks to see a document is told yes, partly or no, with the rule that decides."),
    ),
    "open-papers": (
        gettext_noop("Open agendas, reports and minutes"),
        gettext_noop("Papers of meetings are open unless a paragraph of Schedule 12A closes them."),
    ),
    "mark-exempt": (
        gettext_noop("Mark what is exempt or confidential"),
        gettext_noop(
            "A paper is closed by a named paragraph, and only while the public interest in closing it is"
            " the greater."
        ),
    ),
    "clear-report": (
        gettext_noop("Have a report commented on"),
        gettext_noop("Statutory officers comment on a report before members have it."),
    ),
    "give-notice": (
        gettext_noop("Give notice of a meeting or decision"),
        gettext_noop("Agendas, key decisions and private meetings are announced so many clear days ahead."),
    ),
    "grant-access": (
        gettext_noop("Give access by name"),
        gettext_noop("Access given by name has a purpose, a rule and a last day."),
    ),
    "redact": (
        gettext_noop("Redact"),
        gettext_noop("What is left out of a paper is taken out of the file, each part by its paragraph."),
    ),
    "handle-with-care": (
        gettext_noop("Handle with care"),
        gettext_noop("What is released in confidence is used and passed on only as the protocol allows."),
    ),
    "check-disclosure": (
        gettext_noop("Ask before telling"),
        gettext_noop("Before a confidence is told to anybody else, the right person is asked."),
    ),
    "declare-interest": (
        gettext_noop("Declare an interest"),
        gettext_noop("An interest in a matter is declared, and what it changes about access is said."),
    ),
    "raise-concern": (
        gettext_noop("Raise a concern"),
        gettext_noop("A concern goes to whom the protocol names for it, and to nobody whom it is about."),
    ),
    "settle-informally": (
        gettext_noop("Settle it informally"),
        gettext_noop("A concern is settled between the two first, with help where the protocol says."),
    ),
    "acknowledge-complaint": (
        gettext_noop("Acknowledge a complaint"),
        gettext_noop("Whoever complains is told who has the complaint and when they hear again."),
    ),
    "assess-complaint": (
        gettext_noop("Assess a complaint"),
        gettext_noop("Whoever receives a complaint says what happens with it, and why."),
    ),
    "investigate": (
        gettext_noop("Investigate"),
        gettext_noop("Both sides are heard, and both see what is to be found before it is decided."),
    ),
    "decide-complaint": (
        gettext_noop("Decide a complaint"),
        gettext_noop("Whom the protocol names decides a complaint; members never decide on an officer."),
    ),
    "tell-outcome": (
        gettext_noop("Tell the outcome"),
        gettext_noop("Those whom the protocol names are told of progress and outcome, and nobody else."),
    ),
    "refer-complaint": (
        gettext_noop("Refer a complaint"),
        gettext_noop("What belongs to another procedure goes there, and the complaint says where it went."),
    ),
    "keep-complaint-confidential": (
        gettext_noop("Keep a complaint confidential"),
        gettext_noop("Whoever deals with a complaint keeps it confidential, and says so before reading it."),
    ),
    "stand-aside": (
        gettext_noop("Stand aside"),
        gettext_noop("Nobody deals with a complaint in which they have a part or an interest."),
    ),
    "never-in-public": (
        gettext_noop("Never in public"),
        gettext_noop("A member’s concern about an officer is not raised in public."),
    ),
    "remedy": (
        gettext_noop("Put it right"),
        gettext_noop("What was to be put right has somebody who does it, and a day."),
    ),
    "declare-relationship": (
        gettext_noop("Declare a close relationship"),
        gettext_noop("A close relationship between a member and an officer is handled openly."),
    ),
    "hand-on": (
        gettext_noop("Hand on what one is told"),
        gettext_noop("What must be reported or handed on goes to whom the protocol names."),
    ),
    "keep-settled": (
        gettext_noop("How long a complaint that was settled or taken back is kept"),
        gettext_noop("What was settled informally or taken back is erased when its time is over."),
    ),
    "keep-not-upheld": (
        gettext_noop("How long a complaint that was not upheld is kept"),
        gettext_noop("What was not upheld, or led to nothing, is erased when its time is over."),
    ),
    "keep-upheld": (
        gettext_noop("How long a complaint that was upheld is kept"),
        gettext_noop("What was upheld, or went to another procedure, is erased when its time is over."),
    ),
    "keep-handed-on": (
        gettext_noop("How long a matter that was handed on is kept"),
        gettext_noop("What was handed on to its own procedure is erased here when its time is over."),
    ),
    "keep-note": (
        gettext_noop("How long a concern that was never sent is kept"),
        gettext_noop("A concern that was noted and never sent is erased when its time is over."),
    ),
    "enter-notice": (
        gettext_noop("Enter a notice, a visit or a contact"),
        gettext_noop("What must be told to others is entered, and those whom the protocol names are told."),
    ),
    "approve-attendance": (
        gettext_noop("Approve an entry"),
        gettext_noop("What the protocol has approved first stands once the post that it names approves it."),
    ),
}
