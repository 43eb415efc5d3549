"""The columns of each register's file, under all the heads that lists from elsewhere give them."""

from dataclasses import dataclass
from enum import StrEnum

from rulebook.wording import gettext_noop


class Register(StrEnum):
    """A register that is brought in and taken out as a file."""

    MEMBERS = "members"
    OFFICERS = "officers"
    SERVICES = "services"
    SEATS = "seats"

    @property
    def label(self) -> str:
        """Its name on a page."""
        return LABELS[self]


LABELS = {
    Register.MEMBERS: gettext_noop("Members"),
    Register.OFFICERS: gettext_noop("Officers"),
    Register.SERVICES: gettext_noop("Services"),
    Register.SEATS: gettext_noop("Seats on bodies"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head, other heads it is known by, what it is for, and how much the register holds."""

    name: str
    label: str
    says: str
    example: str = ""
    also: tuple[str, ...] = ()
    longest: int = 120
    is_long: bool = False


_NAME = Column(
    "name",
    gettext_noop("Name"),
    gettext_noop("The whole name. Or leave it out and give First name and Last name."),
    also=("full name", "councillor", "member", "officer", "person", "councillor name", "member name"),
    longest=190,
)
_PERSON = (
    Column("title", gettext_noop("Title"), gettext_noop("For example Councillor, Dr or Ms."), "Councillor",
           longest=30),
    Column("first_name", gettext_noop("First name"), gettext_noop("With Last name, instead of Name."), "Zoë",
           ("forename", "given name", "first names", "firstname"), 80),
    Column("last_name", gettext_noop("Last name"), gettext_noop("With First name, instead of Name."),
           "O’Brien", ("surname", "family name", "lastname"), 80),
    _NAME,
    Column("email", gettext_noop("Email"),
           gettext_noop("The surest way to tell who is meant: give it where you can."), "zoe@council.example",
           ("email address", "e mail", "mail", "e mail address"), 254),
    Column("telephone", gettext_noop("Telephone"), gettext_noop("The number at work."), "01632 960001",
           ("phone", "mobile", "tel", "telephone number", "phone number"), 40),
)  # fmt: skip
_DAYS = (
    Column("from", gettext_noop("From"),
           gettext_noop("The first day. Empty: the day that you choose."), "11/5/2026",
           ("from date", "start", "start date", "from on", "first day", "elected on")),
    Column("to", gettext_noop("To"), gettext_noop("The last day. Empty: it goes on."), "",
           ("until", "to date", "end", "end date", "to on", "last day")),
)  # fmt: skip
_DIRECTORATE = Column("directorate", gettext_noop("Directorate"), gettext_noop("Made if there is none."),
                      "Housing", ("department",))  # fmt: skip
_TEAM = Column("team", gettext_noop("Team"), gettext_noop("Made in the directorate if there is none."),
               "Repairs")  # fmt: skip

COLUMNS: dict[Register, tuple[Column, ...]] = {
    Register.MEMBERS: (
        *_PERSON,
        Column("ward", gettext_noop("Ward"), gettext_noop("Made if there is none of this name."),
               "Larch Hill",
               ("division", "ward name", "electoral division")),
        Column("kind", gettext_noop("Kind"),
               gettext_noop("Elected, Co-opted, Independent person or Nominated. Empty: Elected."), "Elected",
               ("kind of member", "member type", "type")),
        Column("remit", gettext_noop("Remit"), gettext_noop("For a co-opted member: what the seat is for."),
               longest=300),
        Column("nominated_by", gettext_noop("Nominated by"), gettext_noop("Which district council.")),
        Column("group", gettext_noop("Group"),
               gettext_noop("The political group. “Independent” or “No group” means none."), "Example Group",
               ("party", "political group", "political party", "group name")),
        Column("office", gettext_noop("Office in the group"),
               gettext_noop("Leader, Deputy leader, Whip or Member."), "Member",
               ("group office", "office in group", "group role")),
        *_DAYS,
        Column("group_from", gettext_noop("In the group from"),
               gettext_noop("Only where it differs from the first day of the term."), "",
               ("group from",)),
        Column("group_to", gettext_noop("In the group to"),
               gettext_noop("Only where it differs from the last day of the term."), "", ("group to",)),
    ),
    Register.OFFICERS: (
        *_PERSON,
        Column("job_title", gettext_noop("Job title"), "", "Repairs officer", ("job", "post title",
               "position", "role")),
        Column("grade", gettext_noop("Grade"),

               gettext_noop("As the list of grades has it: Head of service, Director. Empty: Officer."),
               "Officer"),
        _DIRECTORATE,
        _TEAM,
        Column("line_manager", gettext_noop("Line manager"),
               gettext_noop("Email or name. The manager may stand further down in the same file."), "",
               ("manager", "reports to", "line manager email"), 254),
        Column("employer", gettext_noop("Employer"),
               gettext_noop("The council, An arm's-length body, An agency or contractor, or A school."),
               "The council"),
        Column("liaison", gettext_noop("Member liaison officer"),
               gettext_noop("Yes if members may address this officer whatever the grade."), "No",
               ("liaison", "member liaison", "is member liaison")),
        Column("restriction", gettext_noop("Politically restricted"),

               gettext_noop("“Specified” where the Act names the post, “Sensitive” for its duties, or No."),
               "No",
               ("political restriction", "restricted")),
        *_DAYS,
    ),
    Register.SERVICES: (
        Column("service", gettext_noop("Name"), gettext_noop("What members choose from."), "Housing repairs",
               ("service", "service name")),
        _DIRECTORATE,
        Column("team", gettext_noop("Team"),
               gettext_noop("Who answers. Made in the directorate if there is none."),
               "Repairs"),
        Column("addressee", gettext_noop("Addressee"),
               gettext_noop("Email or name of the officer whom members address."), "head@council.example",
               ("addressed to", "head of service"), 254),
        Column("report_title", gettext_noop("Question about new reports"), "", "Is this a new repair?"),
        Column("report_hint", gettext_noop("Hint about new reports"), "", longest=2_000, is_long=True),
        Column("report_label", gettext_noop("Words of the link"), "", longest=80),
        Column("report_url", gettext_noop("Public report form"),
               gettext_noop("An address that begins with https://."),
               "", ("report url", "link"), 200),
        Column("position", gettext_noop("Place in the list"), gettext_noop("A whole number."), "1",
               ("position", "order")),
        Column("open", gettext_noop("Takes new enquiries"), gettext_noop("Yes or No. Empty: Yes."), "Yes",
               ("open", "is open")),
    ),
    Register.SEATS: (
        Column("body", gettext_noop("Body"),
               gettext_noop("Made if there is none of this name and Kind says what it is."),
               "Planning Committee", ("committee", "body name")),
        Column("kind", gettext_noop("Kind of body"),

               gettext_noop("Council, Executive, Scrutiny, Committee, Sub-committee, Joint or Outside. "
                            "For a new body."),
               "Committee", ("kind", "type")),
        *(column for column in _PERSON if column.name in ("first_name", "last_name", "name", "email")),
        Column("ward", gettext_noop("Ward"),
               gettext_noop("Where two people have one name: the member’s ward.")),
        Column("office", gettext_noop("Office"),
               gettext_noop("Member, Chair, Vice-chair or Substitute member. Empty: Member."),
               "Member"),
        Column("may_vote", gettext_noop("May vote"), gettext_noop("Yes or No. Empty: Yes."), "Yes",
               ("vote", "voting")),
        *_DAYS,
    ),
}  # fmt: skip
