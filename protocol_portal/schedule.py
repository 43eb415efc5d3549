"""The timetable: what the clock starts, in one table. `manage.py schedule` creates what is missing of it."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True)
class Daily:
    """At these hours of each day, at this minute, by the clock of the council."""

    hours: str
    minute: int


@dataclass(frozen=True)
class Entry:
    """One line: the name under which the admin shows it, the task, when it runs, and what it does."""

    name: str
    task: str
    runs: datetime.timedelta | Daily
    says: str


TIMETABLE = (
    Entry(
        "Send invitations",
        "council.send_invitations",
        datetime.timedelta(minutes=1),
        "Sends invitations to make a login that a mail server did not take at once.",
    ),
    Entry(
        "Send letters of signing in",
        "council.send_sign_in_letters",
        datetime.timedelta(minutes=1),
        "Sends letters of signing in that democratic services asked for, or that a mail server did not take.",
    ),
    Entry(
        "Send letters to holders",
        "council.send_letters_to_holders",
        datetime.timedelta(minutes=1),
        "Tells whoever loses a post that opens confidential matter, until a mail server took the letter.",
    ),
    Entry(
        "Ask for signatures",
        "council.ask_for_signatures",
        Daily("7", 35),
        "Asks those who have not signed the protocol or a code, once in a week; managers, whom to show it.",
    ),
    Entry(
        "Send letters on signing",
        "council.send_signing_letters",
        datetime.timedelta(minutes=1),
        "Sends letters that ask for a signature, until a mail server took them or nothing is missing.",
    ),
    Entry(
        "Clear old sessions",
        "council.clear_sessions",
        Daily("3", 30),
        "Removes sessions that have ended.",
    ),
    Entry(
        "Clear files of registers",
        "council.clear_register_files",
        Daily("*", 35),
        "Removes files of members and officers that were sent a day ago and never carried out.",
    ),
    Entry(
        "Take up reports again",
        "protocol_portal.take_up_reports",
        datetime.timedelta(minutes=1),
        "Goes on with reports to a committee that no worker took, or whose worker was ended.",
    ),
    Entry(
        "Deliver what was missed",
        "casework.sweep_deliveries",
        datetime.timedelta(minutes=1),
        "Sends letters that were put off, that wait for the hour to be over, or that no worker took.",
    ),
    Entry(
        "Check the record of events",
        "casework.verify_streams",
        Daily("2", 15),
        "Checks every chain of events, keeps its head outside the database, and raises the alarm.",
    ),
    Entry(
        "Check what was said",
        "enquiries.check_messages",
        Daily("2", 45),
        "Checks that every message in an enquiry still says what the record of events proves that it said.",
    ),
    Entry(
        "Work out deadlines again",
        "enquiries.work_out_deadlines_again",
        Daily("5", 40),
        "Moves the deadlines that a change of closure days or bank holidays moves.",
    ),
    Entry(
        "Pass enquiries on",
        "enquiries.pass_on_due",
        Daily("0-6", 5),
        "Passes open enquiries of members who left office on to those who were chosen, or ends them.",
    ),
    Entry(
        "End sharing",
        "enquiries.end_sharing",
        Daily("0-6", 15),
        "Clears away what members shared with a colleague until a day that has passed, or a term that ended.",
    ),
    Entry(
        "End access by name",
        "access_rules.end_grants",
        Daily("0-6", 25),
        "Clears away access to documents by name whose last day, term or seat is over.",
    ),
    Entry(
        "Compare lists of documents with the rule",
        "access_rules.compare_lists_with_rule",
        Daily("4", 10),
        "Checks that lists show everybody what the rule opens to them, and tells the monitoring officer.",
    ),
    Entry(
        "Close answered enquiries",
        "enquiries.close_answered",
        Daily("6", 20),
        "Closes what was answered and not contradicted in time, and says beforehand what closes next.",
    ),
    Entry(
        "Remind of replies",
        "enquiries.remind_of_replies",
        Daily("7-18", 10),
        "Reminds of what is due or late, once for each step of the ladder, whenever it became due.",
    ),
    Entry(
        "Remind of parts of replies",
        "enquiries.remind_of_parts",
        Daily("7-18", 15),
        "Tells a team, and whoever asked it, that its part of a reply is late: once, from the day after.",
    ),
    Entry(
        "Remind of document requests",
        "access_rules.remind_of_requests",
        Daily("7-18", 20),
        "Reminds whoever decides of requests to see a document, before and after the promised day.",
    ),
    Entry(
        "Look at document decisions again",
        "access_rules.look_again",
        Daily("0-6", 25),
        "Sends decisions on documents back to be decided on the day on which they are to be looked at again.",
    ),
    Entry(
        "Read files of documents",
        "access_rules.read_waiting_versions",
        datetime.timedelta(minutes=10),
        "Makes files of documents ready to read that no worker was there to read when they were added.",
    ),
    Entry(
        "Remind of exemptions",
        "access_rules.remind_of_reviews",
        Daily("7-18", 20),
        "Tells the keepers of documents of exemptions that are to be looked at again: once for each day set.",
    ),
    Entry(
        "Remind of notices and minutes",
        "access_rules.remind_of_meetings",
        Daily("7-18", 20),
        "Reminds of notices that a meeting still needs, and of minutes that nobody has entered.",
    ),
    Entry(
        "Remind of questions on the protocol",
        "access_rules.remind_of_advice",
        Daily("7-18", 20),
        "Reminds whoever is asked of questions that are due or late, where the council has set a time.",
    ),
    Entry(
        "Remind of interests to be notified",
        "access_rules.remind_of_interests",
        Daily("7", 25),
        "Reminds members and democratic services before 28 days end, and once when they have ended.",
    ),
    Entry(
        "Look at who deals with complaints",
        "complaints.look_at_handlers",
        Daily("0", 20),
        "Ends whoever became a party to a complaint or left the post, and names the next in line.",
    ),
    Entry(
        "Remind of complaints",
        "complaints.remind",
        Daily("7-18", 20),
        "Reminds those who deal with complaints of what is due or late in them, and nobody else.",
    ),
    Entry(
        "Erase complaints that are over",
        "complaints.erase",
        Daily("3", 50),
        "Erases what was written in complaints whose time is over, and who they were; figures stay.",
    ),
    Entry(
        "Remind of briefings",
        "briefings.remind",
        Daily("7-18", 30),
        "Reminds speakers and groups of dates and of offers, and leads of what has no date or pack.",
    ),
    Entry(
        "Share briefings alike",
        "briefings.share",
        Daily("0", 40),
        "Offers or tells every group what others have, and ends what waited for groups that are over.",
    ),
    Entry(
        "Work out days of offers again",
        "briefings.work_out_days_again",
        Daily("5", 45),
        "Moves the days on which groups are to answer that a change of closure days or bank holidays moves.",
    ),
    Entry(
        "Compare how long groups wait",
        "briefings.compare_waits",
        Daily("7", 45),
        "Tells the monitoring officer when one group waits twice as long as another: once in a quarter.",
    ),
)
