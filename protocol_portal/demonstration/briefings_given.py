"""Plays how a matter is given to groups: its paper, its dates, who speaks, and who was there."""

import datetime

from django.core.files.uploadedfile import SimpleUploadedFile

from briefings.actions.dates import Slot, choose_date, hold_date, offer_dates
from briefings.actions.packs import add_pack, certify_pack, clear_pack, release_pack
from briefings.actions.rooms import list_room
from briefings.actions.speakers import name_speaker, undertake
from briefings.models import Attendee, Briefing, Matter, Session
from briefings.policies.dates import may_choose_date, may_hold, may_list_room, may_offer_dates
from briefings.policies.packs import may_add_pack
from briefings.policies.speakers import may_name_speaker
from briefings.queries.giving import dates_to_choose, has_date, who_may_come
from briefings.rules.giving import statements
from council.models import Person
from council.queries import Standing
from protocol_portal.demonstration.groups_told import DateTold, GivingTold
from protocol_portal.demonstration.moments import ONE_DAY, day_of, moment
from protocol_portal.demonstration.registry import Registry
from protocol_portal.demonstration.sheets import sheets

A_STEP = datetime.timedelta(minutes=20)
_MINUTES = 60
# How many of a group come.
_COME = 4


class Giving:
    """One matter, from its agreement to where it stands today; each step a while after the one before."""

    def __init__(
        self, registry: Registry, told: GivingTold, matter: Matter, *, decider: Person, at: datetime.datetime
    ) -> None:
        """`decider` agreed to it, and names who speaks; it begins at that moment."""
        self.registry, self.told, self.matter, self.decider, self.at = registry, told, matter, decider, at

    def perform(self) -> datetime.datetime:
        """The paper first, then each date; the moment of the last step."""
        if self.told.pages:
            self._paper()
        for date in self.told.dates:
            self._date(date)
        return self.at

    def _next(self) -> datetime.datetime:
        self.at += A_STEP
        return self.at

    def _who(self, person: Person) -> Standing:
        return self.registry.who(person, self.at)

    def _paper(self) -> None:
        """Written by the lead, certified, read by somebody else, and released to whoever took it up."""
        matter, lead = self.matter, self._who(self.matter.lead)
        if not may_add_pack(lead, matter).allowed:
            return
        upload = SimpleUploadedFile(f"{matter.subject}.pdf", sheets(self.told.pages), "application/pdf")
        pack = add_pack(who=lead, matter=matter, upload=upload, seen_version=None, at=self._next())
        self.registry.stage.files.append(str(pack.file.file.name))
        reader = self.registry.stage.roll.people[self.told.reader]
        certified = [one.key for one in statements(self.registry.text)]
        certify_pack(
            who=lead, matter=matter, certified=certified, reader=reader, seen_version=None, at=self._next()
        )
        clear_pack(who=self._who(reader), matter=matter, seen_version=None, at=self._next())
        release_pack(who=lead, matter=matter, seen_version=None, at=self._next())

    def _date(self, told: DateTold) -> None:
        """Offered, chosen, and held where it is past; left out where every group that wants one has one."""
        waiting = self._without_date(told.chosen_by)
        lead = self._who(self.matter.lead)
        if (told.chosen_by and not waiting) or not may_offer_dates(lead, self.matter).allowed:
            return
        registry, is_past = self.registry, told.days > 0
        day = registry.past(told.days) if is_past else registry.coming(-told.days)
        slot = Slot(moment(day, *told.at), _MINUTES, told.place)
        session = offer_dates(who=lead, matter=self.matter, slots=[slot], seen_version=None, at=self._next())[
            0
        ]
        chosen = [row for row in waiting if self._choose(row, session)]
        if chosen:
            self._speaker(session)
        if chosen and is_past:
            self._hold(session)

    def _without_date(self, groups: tuple[str, ...]) -> list[Briefing]:
        rows = Briefing.objects.filter(matter=self.matter, group__name__in=groups)
        found = [row for row in rows.select_related("group", "session", "matter") if not has_date(row)]
        return sorted(found, key=lambda row: groups.index(row.group.name))

    def _choose(self, row: Briefing, session: Session) -> bool:
        """The group’s leader says that they come then, and who; no, where another group has that date."""
        who = self.registry.leader(row.group.name, self.at)
        open_to_them = dates_to_choose(row, at=self.at).filter(pk=session.pk)
        if not (may_choose_date(who, row).allowed and open_to_them.exists()):
            return False
        choose_date(who=who, row=row, session=session, seen_version=None, at=self._next())
        if may_list_room(who, row).allowed:
            people = who_may_come(row, on=day_of(session.starts_at))[:_COME]
            list_room(who=who, row=row, people=people, others=(), seen_version=None, at=self._next())
        return True

    def _speaker(self, session: Session) -> None:
        """The first who may speak to a group by the text, and says to keep to what may be said."""
        who = self._who(self.decider)
        for name in self.told.speakers:
            person = self.registry.stage.roll.people[name]
            session = Session.objects.select_related("matter").get(pk=session.pk)
            if may_name_speaker(who, session, person, specialism="").allowed:
                name_speaker(
                    who=who, session=session, person=person, specialism="", seen_version=None, at=self._next()
                )
                undertake(who=self._who(person), session=session, at=self._next())
                return

    def _hold(self, session: Session) -> None:
        """It took place, with everybody who was listed; the lead records it the next morning."""
        session = Session.objects.select_related("matter").get(pk=session.pk)
        next_day = day_of(session.starts_at) + ONE_DAY
        at = moment(self.registry.pace.calendar.next_working_day_on_or_after(next_day), 9, 25)
        lead = self.registry.who(self.matter.lead, at)
        if may_hold(lead, session, at=at).allowed:
            self.at = at
            there = Attendee.objects.filter(briefing__session=session).values_list("pk", flat=True)
            hold_date(who=lead, session=session, there=list(there), seen_version=None, at=at)
