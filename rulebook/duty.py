"""The duties that a protocol lays on people: the same in every council, on other paragraphs in each."""

from enum import StrEnum

from rulebook.wording import gettext_noop


class Duty(StrEnum):
    """What must or may be done; a protocol says which paragraph it rests on, or is silent."""

    LOG_ENQUIRY = "log-enquiry"
    ADDRESS = "address"
    ACKNOWLEDGE = "acknowledge"
    ALLOCATE = "allocate"
    REDIRECT = "redirect"
    REPLY = "reply"
    HOLDING_REPLY = "holding-reply"
    ASK_MEMBER = "ask-member"
    AGREE_ALTERNATIVE = "agree-alternative"
    CLOSE = "close"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"
    CHASE = "chase"
    REMIND = "remind"
    ESCALATE = "escalate"
    ACCOUNTABLE = "accountable"
    KEEP_CONFIDENTIAL = "keep-confidential"
    ASK_MONITORING_OFFICER = "ask-monitoring-officer"
    DECLINE = "decline"
    WITHHOLD = "withhold"
    UNDERTAKE = "undertake-confidentiality"
    SHOW_AUTHORITY = "show-authority"
    DISPUTE = "dispute"
    DETERMINE = "determine"
    KEEP_PRIVATE = "keep-private"
    COPY = "copy"
    NOTE_TALK = "note-of-talk"
    SIGN_LETTER = "sign-letter"
    CORRECT = "correct"
    JOIN = "join"
    CONTRIBUTE = "contribute"
    APPROVE = "approve"
    OPEN_DOCUMENT = "open-document"
    OPEN_PAPERS = "open-papers"
    MARK = "mark-exempt"
    CLEAR_REPORT = "clear-report"
    GIVE_NOTICE = "give-notice"
    GRANT = "grant-access"
    REDACT = "redact"
    HANDLE = "handle-with-care"
    CHECK_DISCLOSURE = "check-disclosure"
    DECLARE_INTEREST = "declare-interest"

    @property
    def label(self) -> str:
        """Its name in plain English, for a heading or a list."""
        return WORDS[self][0]

    @property
    def sentence(self) -> str:
        """What it asks, in one plain sentence."""
        return WORDS[self][1]


WORDS: dict[Duty, tuple[str, str]] = {
    Duty.LOG_ENQUIRY: (
        gettext_noop("Log an enquiry"),
        gettext_noop("A member may make an enquiry by any means, and it is put on record."),
    ),
    Duty.ADDRESS: (
        gettext_noop("Address an enquiry"),
        gettext_noop("An enquiry goes to an officer of the grade that the protocol names."),
    ),
    Duty.ACKNOWLEDGE: (
        gettext_noop("Acknowledge"),
        gettext_noop("The member is told who has the enquiry and when the reply is due."),
    ),
    Duty.ALLOCATE: (
        gettext_noop("Allocate"),
        gettext_noop("One named officer is given the enquiry to answer."),
    ),
    Duty.REDIRECT: (
        gettext_noop("Redirect"),
        gettext_noop("An enquiry that belongs elsewhere is handed on, and loses no day by it."),
    ),
    Duty.REPLY: (
        gettext_noop("Reply"),
        gettext_noop(
            "The member gets a substantive reply in the time that the protocol or a local term sets."
        ),
    ),
    Duty.HOLDING_REPLY: (
        gettext_noop("Send a holding reply"),
        gettext_noop(
            "Where the time is too short, the officer writes why, what is done and when the reply will come."
        ),
    ),
    Duty.ASK_MEMBER: (
        gettext_noop("Ask the member"),
        gettext_noop("The officer may ask the member a question; the reply stays due."),
    ),
    Duty.AGREE_ALTERNATIVE: (
        gettext_noop("Agree an alternative"),
        gettext_noop(
            "Where an enquiry is too great a burden, another deadline or reply is agreed with the member."
        ),
    ),
    Duty.CLOSE: (
        gettext_noop("Close"),
        gettext_noop("The member says that the enquiry is answered, or it closes after a set time."),
    ),
    Duty.REOPEN: (
        gettext_noop("Reopen"),
        gettext_noop("The member says that the reply does not answer the enquiry, and it is taken up again."),
    ),
    Duty.WITHDRAW: (
        gettext_noop("Withdraw"),
        gettext_noop("The member takes the enquiry back, and nobody need answer it."),
    ),
    Duty.CHASE: (
        gettext_noop("Chase"),
        gettext_noop("The member asks where the reply is, and the question is put on record."),
    ),
    Duty.REMIND: (
        gettext_noop("Remind"),
        gettext_noop("The officer hears in good time that a reply is due."),
    ),
    Duty.ESCALATE: (
        gettext_noop("Escalate"),
        gettext_noop("Those who answer for the officer hear that a reply is late."),
    ),
    Duty.ACCOUNTABLE: (
        gettext_noop("Answer for enquiries"),
        gettext_noop("A senior officer answers for prompt and accurate replies."),
    ),
    Duty.KEEP_CONFIDENTIAL: (
        gettext_noop("Keep confidential"),
        gettext_noop(
            "Officers keep a member's correspondence from other members unless the member allows it."
        ),
    ),
    Duty.ASK_MONITORING_OFFICER: (
        gettext_noop("Ask the monitoring officer"),
        gettext_noop(
            "What the protocol does not settle, or what is disputed, goes to the monitoring officer."
        ),
    ),
    Duty.DECLINE: (
        gettext_noop("Decline"),
        gettext_noop("What the protocol bars, or lets officers decline, is declined with the paragraph."),
    ),
    Duty.WITHHOLD: (
        gettext_noop("Withhold with a reason"),
        gettext_noop("Information is withheld for a good reason alone, given in writing with its rule."),
    ),
    Duty.UNDERTAKE: (
        gettext_noop("Promise confidentiality"),
        gettext_noop("An officer may ask the member to promise confidentiality before giving information."),
    ),
    Duty.SHOW_AUTHORITY: (
        gettext_noop("Show the resident’s authority"),
        gettext_noop("What is asked for somebody else is given on that person’s authority."),
    ),
    Duty.DISPUTE: (
        gettext_noop("Say that you do not agree"),
        gettext_noop("A member who does not agree with a decision can have it decided by somebody else."),
    ),
    Duty.DETERMINE: (
        gettext_noop("Determine a dispute"),
        gettext_noop(
            "A dispute is decided with reasons, by whom the protocol names, never by a party to it."
        ),
    ),
    Duty.KEEP_PRIVATE: (
        gettext_noop("Keep private"),
        gettext_noop("A wish for privacy is kept, or it is said straight away that it cannot be."),
    ),
    Duty.COPY: (
        gettext_noop("Copy openly"),
        gettext_noop(
            "Copies stand on the letter for everybody to see, and other members need the author’s consent."
        ),
    ),
    Duty.NOTE_TALK: (
        gettext_noop("Send the note of a talk"),
        gettext_noop("A written note of a talk with a member goes to that member too."),
    ),
    Duty.SIGN_LETTER: (
        gettext_noop("Sign a letter"),
        gettext_noop(
            "An official letter is signed by whom the protocol allows; no member undertakes an obligation."
        ),
    ),
    Duty.CORRECT: (
        gettext_noop("Correct"),
        gettext_noop(
            "What was entered or sent wrongly is put right with a reason, and whom it concerns is told."
        ),
    ),
    Duty.JOIN: (
        gettext_noop("Join enquiries on one matter"),
        gettext_noop("Enquiries on one matter are linked or merged; no member reads another member’s words."),
    ),
    Duty.CONTRIBUTE: (
        gettext_noop("Contribute to a reply"),
        gettext_noop("Other teams give their part by a day, and the reply waits for it."),
    ),
    Duty.APPROVE: (
        gettext_noop("Approve a reply"),
        gettext_noop("Where a directorate wants it, a senior officer reads a reply before it is sent."),
    ),
    Duty.OPEN_DOCUMENT: (
        gettext_noop("Answer whether a document may be seen"),
        gettext_noop("Whoever asks to see a document is told yes, partly or no, with the rule that decides."),
    ),
    Duty.OPEN_PAPERS: (
        gettext_noop("Open agendas, reports and minutes"),
        gettext_noop("Papers of meetings are open unless a paragraph of Schedule 12A closes them."),
    ),
    Duty.MARK: (
        gettext_noop("Mark what is exempt or confidential"),
        gettext_noop(
            "A paper is closed by a named paragraph, and only while the public interest in closing it is"
            " the greater."
        ),
    ),
    Duty.CLEAR_REPORT: (
        gettext_noop("Have a report commented on"),
        gettext_noop("Statutory officers comment on a report before members have it."),
    ),
    Duty.GIVE_NOTICE: (
        gettext_noop("Give notice of a meeting or decision"),
        gettext_noop("Agendas, key decisions and private meetings are announced so many clear days ahead."),
    ),
    Duty.GRANT: (
        gettext_noop("Give access by name"),
        gettext_noop("Access given by name has a purpose, a rule and a last day."),
    ),
    Duty.REDACT: (
        gettext_noop("Redact"),
        gettext_noop("What is left out of a paper is taken out of the file, each part by its paragraph."),
    ),
    Duty.HANDLE: (
        gettext_noop("Handle with care"),
        gettext_noop("What is released in confidence is used and passed on only as the protocol allows."),
    ),
    Duty.CHECK_DISCLOSURE: (
        gettext_noop("Ask before telling"),
        gettext_noop("Before a confidence is told to anybody else, the right person is asked."),
    ),
    Duty.DECLARE_INTEREST: (
        gettext_noop("Declare an interest"),
        gettext_noop("An interest in a matter is declared, and what it changes about access is said."),
    ),
}
