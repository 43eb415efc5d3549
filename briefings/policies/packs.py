"""May somebody write, certify, clear or release the pack of a matter, or read it; and if not, why not?"""

from collections.abc import Callable

from django.utils.translation import gettext as _

from briefings.models import Briefing, Matter, Pack
from briefings.policies.asking import may_know
from briefings.policies.matters import KEEPERS, WRITERS, MatterParts, answer, not_keeper
from briefings.queries import own_and_covered
from briefings.queries.giving import newest_pack, pack_for
from briefings.states import PackState
from council.queries import Standing
from rulebook.decision import Decision, refused
from rulebook.duty import Duty


def may_add_pack(who: Standing, matter: Matter) -> Decision:
    """May the person add a pack, or the next version of it? Not while a second reader has the last one."""
    pack = newest_pack(matter)

    def fault(parts: MatterParts) -> str:
        if pack is not None and pack.state == PackState.CERTIFIED:
            return _("A second reader has the last version. Wait until it is cleared or returned.")
        wrote = pack is not None and pack.author_id == who.person.pk
        if wrote or parts & WRITERS:
            return ""
        return _("Whoever sees to the matter adds the pack, or whoever decided or speaks.")

    return answer(who, matter, Duty.PREPARE_BRIEFING, fault)


def may_certify(who: Standing, matter: Matter) -> Decision:
    """May the person certify the newest version? Its author alone says what is in it."""
    return _of_newest(
        who,
        matter,
        PackState.DRAFT,
        _("There is no version that waits to be certified."),
        lambda pack, _parts: (
            "" if pack.author_id == who.person.pk else _("Its author certifies it, and nobody else.")
        ),
    )


def may_clear(who: Standing, matter: Matter) -> Decision:
    """May the person clear the newest version as its second reader? Never its author."""
    return _of_newest(who, matter, PackState.CERTIFIED, _not_with_reader(), _reader(who))


def may_return(who: Standing, matter: Matter) -> Decision:
    """May the person return it to its author: its reader, or whoever keeps the matter going?

    A reader may have left, and the next version must not wait for them.
    """
    reads = _reader(who)

    def fault(pack: Pack, parts: MatterParts) -> str:
        return "" if parts & KEEPERS else reads(pack, parts)

    return _of_newest(who, matter, PackState.CERTIFIED, _not_with_reader(), fault)


def may_release(who: Standing, matter: Matter) -> Decision:
    """May the person release the cleared version to every group that took it up?"""
    return _of_newest(
        who,
        matter,
        PackState.CLEARED,
        _("There is no version that was cleared and waits to be released."),
        lambda _pack, parts: not_keeper(parts),
        duty=Duty.SHARE_BRIEFING,
    )


def may_read_pack(who: Standing, briefing: Briefing) -> Decision:
    """May the person read the pack in this group’s briefing: nothing before it is released to the group."""
    decision = may_know(who, briefing)
    if not decision.allowed or decision.rule is None or pack_for(briefing, on=who.on) is not None:
        return decision
    return refused(decision.rule, _("There is nothing to read yet. The group is told when there is."))


def _not_with_reader() -> str:
    return _("No version is with a second reader.")


def _reader(who: Standing) -> Callable[[Pack, MatterParts], str]:
    def fault(pack: Pack, _parts: MatterParts) -> str:
        if pack.author_id == who.person.pk:
            return _("You wrote it, so somebody else reads it.")
        if pack.reader_id in own_and_covered(who):
            return ""
        return _("The second reader does this, and nobody else.")

    return fault


def _of_newest(
    who: Standing,
    matter: Matter,
    state: PackState,
    none: str,
    fault: Callable[[Pack, MatterParts], str],
    *,
    duty: Duty = Duty.PREPARE_BRIEFING,
) -> Decision:
    pack = newest_pack(matter)
    return answer(
        who,
        matter,
        duty,
        lambda parts: none if pack is None or pack.state != state else fault(pack, parts),
    )
