"""The duties that a protocol lays on people: the same in every council, on other paragraphs in each."""

from enum import StrEnum

from rulebook.duty_words import WORDS as WORDS_OF_CASES
from rulebook.duty_words_of_groups import WORDS as WORDS_OF_GROUPS
from rulebook.duty_words_of_protocol import WORDS as WORDS_OF_PROTOCOL

WORDS = {**WORDS_OF_CASES, **WORDS_OF_GROUPS, **WORDS_OF_PROTOCOL}


class Duty(StrEnum):
    """What must or may be done; a protocol says which paragraph it rests on, or is silent."""

    LOG_ENQUIRY = "log-enquiry"
    ADDRESS = "address"
    ACKNOWLEDGE = "acknowledge"
    ALLOCATE = "allocate"
    REDIRECT = "redirect"
    REPLY = "reply"
    HOLDING_REPLY = "holding-reply"
    ANSWER_IN_TIME = "answer-in-time"
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
    REPORT = "report-to-committee"
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
    RAISE_CONCERN = "raise-concern"
    SETTLE_INFORMALLY = "settle-informally"
    ACKNOWLEDGE_COMPLAINT = "acknowledge-complaint"
    ASSESS_COMPLAINT = "assess-complaint"
    INVESTIGATE = "investigate"
    DECIDE_COMPLAINT = "decide-complaint"
    TELL_OUTCOME = "tell-outcome"
    REFER_COMPLAINT = "refer-complaint"
    KEEP_COMPLAINT_CONFIDENTIAL = "keep-complaint-confidential"
    STAND_ASIDE = "stand-aside"
    NEVER_IN_PUBLIC = "never-in-public"
    REMEDY = "remedy"
    DECLARE_RELATIONSHIP = "declare-relationship"
    HAND_ON = "hand-on"
    KEEP_SETTLED = "keep-settled"
    KEEP_NOT_UPHELD = "keep-not-upheld"
    KEEP_UPHELD = "keep-upheld"
    KEEP_HANDED_ON = "keep-handed-on"
    KEEP_NOTE = "keep-note"
    ASK_BRIEFING = "ask-briefing"
    DECIDE_BRIEFING = "decide-briefing"
    REFER_BRIEFING = "refer-briefing"
    SHARE_BRIEFING = "share-briefing"
    PREPARE_BRIEFING = "prepare-briefing"
    SPEAK_TO_GROUP = "speak-to-group"
    ATTEND_BRIEFING = "attend-briefing"
    LEAVE_POLITICS = "leave-politics"
    KEEP_GROUP_TALK = "keep-group-talk"
    REPORT_INCIDENT = "report-incident"
    VERIFY_COMMENT = "verify-comment"
    ENTER_NOTICE = "enter-notice"
    APPROVE_ATTENDANCE = "approve-attendance"
    AMEND_PROTOCOL = "amend-protocol"
    REVIEW_PROTOCOL = "review-protocol"

    @property
    def label(self) -> str:
        """Its name in plain English, for a heading or a list."""
        return WORDS[self][0]

    @property
    def sentence(self) -> str:
        """What it asks, in one plain sentence."""
        return WORDS[self][1]
