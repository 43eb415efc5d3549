"""What the duties about the protocol itself are called, and what each asks, in one plain sentence."""

from collections.abc import Mapping

from rulebook.wording import gettext_noop

WORDS: Mapping[str, tuple[str, str]] = {
    "amend-protocol": (
        gettext_noop("Amend the protocol"),
        gettext_noop("A change of the protocol is consulted on, recommended, and adopted by a minute."),
    ),
    "review-protocol": (
        gettext_noop("Review the protocol"),
        gettext_noop("Whom the protocol names looks at it again, and recommends what should change."),
    ),
}
