"""What the duties towards political groups are called, and what each asks, in one plain sentence."""

from collections.abc import Mapping

from rulebook.wording import gettext_noop

WORDS: Mapping[str, tuple[str, str]] = {
    "ask-briefing": (
        gettext_noop("Ask for a group"),
        gettext_noop("A political group may ask officers for help with the council’s own business."),
    ),
    "decide-briefing": (
        gettext_noop("Decide what a group asked for"),
        gettext_noop("Whom the protocol names decides whether a group gets what it asked for."),
    ),
    "refer-briefing": (
        gettext_noop("Pass a group’s request on"),
        gettext_noop("A request that is unreasonable or difficult goes to whom the protocol names."),
    ),
    "share-briefing": (
        gettext_noop("Treat groups alike"),
        gettext_noop("What one political group is given, the others get as the protocol says."),
    ),
    "prepare-briefing": (
        gettext_noop("Keep to facts and options"),
        gettext_noop("Officers give a group what the protocol allows, and nothing that is political."),
    ),
    "speak-to-group": (
        gettext_noop("Send whom the protocol allows"),
        gettext_noop("Only officers whom the protocol allows speak to a political group."),
    ),
    "attend-briefing": (
        gettext_noop("Members and officers only"),
        gettext_noop("Officers attend a group’s meeting where those present are members or officers."),
    ),
    "leave-politics": (
        gettext_noop("Keep officers out of politics"),
        gettext_noop("Officers are not drawn into political talk, and may leave when it begins."),
    ),
    "keep-group-talk": (
        gettext_noop("Keep a group’s talk confidential"),
        gettext_noop("What officers hear at a group’s meeting stays there."),
    ),
    "report-incident": (
        gettext_noop("Report disrespect at a group’s meeting"),
        gettext_noop("Disrespect at a group’s meeting is reported to those whom the protocol names."),
    ),
    "verify-comment": (
        gettext_noop("Let officers check their words"),
        gettext_noop("An officer may check what a group’s record says that they said."),
    ),
}
