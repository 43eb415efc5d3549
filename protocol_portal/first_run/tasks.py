"""The tasks of the checklist, in the order in which a council goes through them."""

import datetime
from collections.abc import Callable

from django.db.models import Max, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from casework.models import BankHoliday, ClosureDay, Delivery
from casework.wording import long_date
from council.models import CouncilProfile, Invitation, SignInLetter
from council.models.titles import title_of
from council.queries import LoginState
from protocol_portal.first_run.registers import Registers, Status, Task
from rulebook.bank_holidays import Region
from rulebook.duty import Duty
from rulebook.post import Post

# Posts that follow from a job, a group or a directorate are held by many, or by nobody for long: the list of
# vacant posts leaves them out.
HELD_BY_MANY = frozenset(
    {
        Post.OFFICER,
        Post.LINE_MANAGER,
        Post.SENIOR_MANAGER,
        Post.HEAD_OF_SERVICE,
        Post.ASSISTANT_DIRECTOR,
        Post.DIRECTOR,
        Post.EXECUTIVE_DIRECTOR,
        Post.POLITICAL_ASSISTANT,
        Post.GROUP_LEADER,
        Post.GROUP_WHIP,
    }
)
# Whoever holds the first of these signs what the portal reports.
SIGNS_REPORTS = (Post.MONITORING_OFFICER, Post.PROPER_OFFICER, Post.CLERK)


def tasks(at: datetime.datetime) -> list[Task]:
    """The checklist at this moment, in the order in which a council goes through it."""
    registers = Registers(at)
    return [task(registers) for task in _TASKS]


def left(found: list[Task]) -> int:
    """How many are not done."""
    return sum(task.status is not Status.DONE for task in found)


def _done(is_done: bool) -> Status:
    return Status.DONE if is_done else Status.TO_DO


def _page(name: str, query: str = "") -> str:
    address = reverse(f"admin:{name}")
    return f"{address}?{query}" if query else address


def _council_page(council: CouncilProfile) -> str:
    if council._state.adding:
        return _page("council_councilprofile_add")
    return reverse("admin:council_councilprofile_change", args=[council.pk])


def _name_and_telephone(registers: Registers) -> Task:
    council = registers.profile
    is_done = bool(not council._state.adding and council.council_name and council.phone)
    hint = _("Shown on every page and in every letter: whom somebody calls when a page is no help.")
    return Task(_("Name and telephone of the council"), _done(is_done), hint, _council_page(council))


def _accessibility(registers: Registers) -> Task:
    council = registers.profile
    is_done = bool(council.accessibility_result and council.accessibility_prepared_on)
    hint = _("The result of your own test, what is not accessible, and the day.")
    return Task(_("Accessibility statement"), _done(is_done), hint, _council_page(council))


def _members_in(registers: Registers) -> Task:
    number = sum(registers.members.values())
    hint = ngettext("%(number)s member today.", "%(number)s members today.", number) % {"number": number}
    return Task(_("Members"), _done(number > 0), hint, _page("council_memberterm_changelist"))


def _officers_and_services(registers: Registers) -> Task:
    is_done = bool(registers.officers and registers.services)
    officers = ngettext("%(number)s officer", "%(number)s officers", registers.officers)
    services = ngettext(
        "%(number)s service takes enquiries.", "%(number)s services take enquiries.", registers.services
    )
    hint = f"{officers % {'number': registers.officers}}, {services % {'number': registers.services}}"
    where = "council_service_changelist" if registers.officers else "council_officerappointment_changelist"
    return Task(_("Officers and services"), _done(is_done), hint, _page(where))


def _posts(registers: Registers) -> Task:
    wanted = [post for post in Post if post in registers.text.posts and post not in HELD_BY_MANY]
    vacant = [post for post in wanted if not registers.is_held(post)]
    name, url = _("Posts of the protocol"), _page("council_postholding_changelist")
    if not registers.anybody:
        return Task(name, Status.CANNOT_START, _("Enter members and officers first."), url)
    if not vacant:
        return Task(name, Status.DONE, _("Each post that the protocol names is held."), url)
    titles = ", ".join(title_of(post) for post in vacant)
    return Task(name, Status.TO_DO, _("Vacant today: %(titles)s.") % {"titles": titles}, url)


def _second_person(registers: Registers) -> Task:
    keepers = len({one.person_id for one in registers.in_effect(Post.DEMOCRATIC_SERVICES)})
    name, url = _("A second person for confidential posts"), _page("council_postholding_changelist")
    if keepers < 2:
        words = _("One person enters such a post, another confirms it. Enter a second keeper.")
        return Task(name, Status.TO_DO, words, url)
    waiting = len(registers.unconfirmed)
    if waiting:
        words = ngettext(
            "%(number)s post has no effect until a second person confirms it.",
            "%(number)s posts have no effect until a second person confirms them.",
            waiting,
        )
        return Task(name, Status.TO_DO, words % {"number": waiting}, url)
    words = ngettext(
        "%(number)s person keeps the registers.", "%(number)s people keep the registers.", keepers
    )
    return Task(name, Status.DONE, words % {"number": keepers}, url)


def _local_terms(registers: Registers) -> Task:
    name, url = _("Local terms that the protocol leaves open"), _page("casework_localterm_changelist")
    if registers.text.enquiries.reply is None and Duty.REPLY.value not in registers.terms:
        words = _("The protocol gives no number of days for a reply. Until you set one, nothing is due.")
        return Task(name, Status.TO_DO, words, url)
    if Duty.CLOSE.value not in registers.terms:
        words = _("The time to reply is set. No term closes an answered enquiry by itself; you may set one.")
        return Task(name, Status.DONE, words, url)
    return Task(name, Status.DONE, _("The time to reply is set, and when an answered enquiry closes."), url)


def _closed_days(registers: Registers) -> Task:
    year = registers.today.year + 1
    last = BankHoliday.objects.filter(region=Region.ENGLAND_AND_WALES.value).aggregate(last=Max("on"))["last"]
    is_known = last is not None and last >= datetime.date(year, 12, 25)
    closures = ClosureDay.objects.filter(on__gte=registers.today).count()
    name, url = _("Closed days"), _page("casework_closureday_changelist")
    if not is_known:
        words = _("Bank holidays are not known to the end of %(year)s. Enter them, or have them loaded.")
        return Task(name, Status.TO_DO, words % {"year": year}, _page("casework_bankholiday_changelist"))
    words = ngettext(
        "Bank holidays are known to the end of %(year)s. %(number)s closure day of your own lies ahead.",
        "Bank holidays are known to the end of %(year)s. %(number)s closure days of your own lie ahead.",
        closures,
    )
    return Task(name, Status.DONE, words % {"year": year, "number": closures}, url)


def _invitations(registers: Registers) -> Task:
    name = _("Invitations to members")
    found, number = registers.members, sum(registers.members.values())
    without = number - found[LoginState.LOGIN] - found[LoginState.CLOSED]
    url = _page("council_person_changelist", "today=member&login=none")
    if not number:
        return Task(name, Status.CANNOT_START, _("Enter the members first."), url)
    if not without:
        return Task(name, Status.DONE, _("Every member has a login."), url)
    words = ngettext(
        "%(number)s member has no login: %(invited)s invited, %(expired)s expired, %(failed)s not sent.",
        "%(number)s members have no login: %(invited)s invited, %(expired)s expired, %(failed)s not sent.",
        without,
    )
    hint = words % {
        "number": without,
        "invited": found[LoginState.INVITED],
        "expired": found[LoginState.EXPIRED],
        "failed": found[LoginState.FAILED],
    }
    return Task(name, Status.TO_DO, hint, url)


def _mail_server(registers: Registers) -> Task:
    name, url = _("The mail server is reached"), _page("council_invitation_changelist")
    unsent = Q(sent_at__isnull=True, attempts__gt=0, expires_at__gt=registers.at)
    failing = Invitation.objects.filter(unsent, accepted_at__isnull=True, withdrawn_at__isnull=True).count()
    failing += SignInLetter.objects.filter(unsent).count()
    sent = [
        model.objects.aggregate(last=Max("sent_at"))["last"] for model in (Delivery, Invitation, SignInLetter)
    ]
    last = max((moment for moment in sent if moment), default=None)
    if failing:
        words = ngettext(
            "%(number)s letter waits: the mail server did not take it.",
            "%(number)s letters wait: the mail server did not take them.",
            failing,
        )
        return Task(name, Status.TO_DO, words % {"number": failing}, url)
    if last is None:
        return Task(name, Status.TO_DO, _("No letter has left yet. Send an invitation to try it."), url)
    words = _("It took the last letter on %(day)s.")
    return Task(name, Status.DONE, words % {"day": long_date(timezone.localdate(last))}, url)


def _reports(registers: Registers) -> Task:
    name, url = _("Who signs reports"), _page("council_postholding_changelist")
    for post in SIGNS_REPORTS:
        for holding in registers.in_effect(post):
            words = _("%(name)s, %(title)s.") % {"name": holding.person.name, "title": title_of(post)}
            return Task(name, Status.DONE, words, url)
    if any(one.post in SIGNS_REPORTS for one in registers.unconfirmed):
        words = _("The post waits for a second person’s confirmation.")
        return Task(name, Status.CANNOT_START, words, url)
    if not registers.anybody:
        return Task(name, Status.CANNOT_START, _("Enter members and officers first."), url)
    words = _("Enter who holds the post: %(title)s.") % {"title": title_of(SIGNS_REPORTS[0])}
    return Task(name, Status.TO_DO, words, url)


_TASKS: tuple[Callable[[Registers], Task], ...] = (
    _name_and_telephone,
    _members_in,
    _officers_and_services,
    _second_person,
    _posts,
    _reports,
    _local_terms,
    _closed_days,
    _mail_server,
    _invitations,
    _accessibility,
)
