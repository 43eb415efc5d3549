"""The sentences in which the effect of a local term is told, duty by duty."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rulebook.duty import Duty


@dataclass(frozen=True)
class Wording:
    """The sentences of one duty: with a date and without one, said first and said in comparison."""

    dated: str | Promise
    open: str | Promise
    without_dated: str | Promise
    without_open: str | Promise
    with_dated: str | Promise


WORDINGS = {
    Duty.ACKNOWLEDGE: Wording(
        _("An enquiry sent %(when)s would have to be acknowledged by %(due)s (%(length)s)."),
        _("An enquiry sent %(when)s would have no date by which it is acknowledged."),
        _("Without the term it would have to be acknowledged by %(due)s (%(length)s)."),
        _("Without the term it would have no date by which it is acknowledged."),
        _("With the term it would have to be acknowledged by %(due)s (%(length)s)."),
    ),
    Duty.ASK_MEMBER: Wording(
        _("A question put to a member %(when)s would have to be answered by %(due)s (%(length)s)."),
        _("A question put to a member %(when)s would have no date by which it is answered."),
        _("Without the term it would have to be answered by %(due)s (%(length)s)."),
        _("Without the term it would have no date by which it is answered."),
        _("With the term it would have to be answered by %(due)s (%(length)s)."),
    ),
    Duty.REPLY: Wording(
        _("An enquiry sent %(when)s would be due %(due)s (%(length)s)."),
        _("An enquiry sent %(when)s would have no date: neither the protocol nor the council sets one."),
        _("Without the term it would be due %(due)s (%(length)s)."),
        _("Without the term it would have no date: the protocol gives no number of days."),
        _("With the term it would be due %(due)s (%(length)s)."),
    ),
    Duty.REOPEN: Wording(
        _("An enquiry reopened %(when)s would be due %(due)s (%(length)s)."),
        _("An enquiry reopened %(when)s would have no date: neither the protocol nor the council sets one."),
        _("Without the term it would be due %(due)s (%(length)s)."),
        _("Without the term it would have no date: the protocol gives no number of days."),
        _("With the term it would be due %(due)s (%(length)s)."),
    ),
    Duty.CLOSE: Wording(
        _(
            "An enquiry answered %(when)s would close by itself after %(due)s (%(length)s), "
            "unless the member says that it is not answered."
        ),
        _("An enquiry answered %(when)s would stay open until the member closes it."),
        _("Without the term it would close by itself after %(due)s (%(length)s)."),
        _("Without the term it would stay open until the member closes it."),
        _("With the term it would close by itself after %(due)s (%(length)s)."),
    ),
    Duty.OPEN_DOCUMENT: Wording(
        _("A request to see a document made %(when)s would be decided by %(due)s (%(length)s)."),
        _("A request to see a document made %(when)s would have no date by which a person decides it."),
        _("Without the term it would be due %(due)s (%(length)s), as the portal promises by itself."),
        _("Without the term it would have no date by which a person decides it."),
        _("With the term it would be due %(due)s (%(length)s)."),
    ),
    Duty.ASK_MONITORING_OFFICER: Wording(
        _("A question on the protocol asked %(when)s would have to be answered by %(due)s (%(length)s)."),
        _("A question on the protocol asked %(when)s would have no date by which it is answered."),
        _("Without the term it would have to be answered by %(due)s (%(length)s)."),
        _("Without the term it would have no date by which it is answered."),
        _("With the term it would have to be answered by %(due)s (%(length)s)."),
    ),
    Duty.SETTLE_INFORMALLY: Wording(
        _("An attempt to settle a concern made %(when)s would have to be answered by %(due)s (%(length)s)."),
        _("An attempt to settle a concern made %(when)s would have no date by which it is answered."),
        _("Without the term it would be due %(due)s (%(length)s), as the portal promises by itself."),
        _("Without the term it would have no date by which it is answered."),
        _("With the term it would have to be answered by %(due)s (%(length)s)."),
    ),
    Duty.ACKNOWLEDGE_COMPLAINT: Wording(
        _("A complaint received %(when)s would have to be acknowledged by %(due)s (%(length)s)."),
        _("A complaint received %(when)s would have no date by which it is acknowledged."),
        _("Without the term it would be due %(due)s (%(length)s), as the portal promises by itself."),
        _("Without the term it would have no date by which it is acknowledged."),
        _("With the term it would have to be acknowledged by %(due)s (%(length)s)."),
    ),
    Duty.TELL_OUTCOME: Wording(
        _("Whoever is told %(when)s how their complaint goes would hear again by %(due)s (%(length)s)."),
        _("Whoever is told %(when)s how their complaint goes would have no date for hearing again."),
        _("Without the term it would be by %(due)s (%(length)s), as the portal promises by itself."),
        _("Without the term there would be no date for hearing again."),
        _("With the term it would be by %(due)s (%(length)s)."),
    ),
    Duty.KEEP_SETTLED: Wording(
        _("A complaint settled or taken back %(when)s would be kept until %(due)s (%(length)s)."),
        _("A complaint settled or taken back %(when)s would have no day on which it is erased."),
        _("Without the term it would be kept until %(due)s (%(length)s), as the portal keeps it by itself."),
        _("Without the term it would have no day on which it is erased."),
        _("With the term it would be kept until %(due)s (%(length)s)."),
    ),
    Duty.KEEP_NOT_UPHELD: Wording(
        _("A complaint closed as not upheld %(when)s would be kept until %(due)s (%(length)s)."),
        _("A complaint closed as not upheld %(when)s would have no day on which it is erased."),
        _("Without the term it would be kept until %(due)s (%(length)s), as the portal keeps it by itself."),
        _("Without the term it would have no day on which it is erased."),
        _("With the term it would be kept until %(due)s (%(length)s)."),
    ),
    Duty.KEEP_UPHELD: Wording(
        _("A complaint closed as upheld %(when)s would be kept until %(due)s (%(length)s)."),
        _("A complaint closed as upheld %(when)s would have no day on which it is erased."),
        _("Without the term it would be kept until %(due)s (%(length)s), as the portal keeps it by itself."),
        _("Without the term it would have no day on which it is erased."),
        _("With the term it would be kept until %(due)s (%(length)s)."),
    ),
    Duty.KEEP_HANDED_ON: Wording(
        _("A matter handed on %(when)s would be kept until %(due)s (%(length)s)."),
        _("A matter handed on %(when)s would have no day on which it is erased."),
        _("Without the term it would be kept until %(due)s (%(length)s), as the portal keeps it by itself."),
        _("Without the term it would have no day on which it is erased."),
        _("With the term it would be kept until %(due)s (%(length)s)."),
    ),
    Duty.KEEP_NOTE: Wording(
        _("A concern noted %(when)s would be kept until %(due)s (%(length)s)."),
        _("A concern noted %(when)s would have no day on which it is erased."),
        _("Without the term it would be kept until %(due)s (%(length)s), as the portal keeps it by itself."),
        _("Without the term it would have no day on which it is erased."),
        _("With the term it would be kept until %(due)s (%(length)s)."),
    ),
    Duty.PREPARE_BRIEFING: Wording(
        _("What is agreed for a group %(when)s would need a date or a pack by %(due)s (%(length)s)."),
        _("What is agreed for a group %(when)s would have no date by which it is given."),
        _("Without the term it would be by %(due)s (%(length)s), as the portal reminds by itself."),
        _("Without the term it would have no date by which it is given."),
        _("With the term it would need a date or a pack by %(due)s (%(length)s)."),
    ),
    Duty.SHARE_BRIEFING: Wording(
        _("A group to which something is offered %(when)s would be asked to answer by %(due)s (%(length)s)."),
        _("A group to which something is offered %(when)s would have no date by which it answers."),
        _("Without the term it would be by %(due)s (%(length)s), as the portal asks by itself."),
        _("Without the term it would have no date by which it answers."),
        _("With the term it would be asked to answer by %(due)s (%(length)s)."),
    ),
}
