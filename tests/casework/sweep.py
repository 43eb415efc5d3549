"""A process that sweeps once, for tests that kill it: `python -m tests.casework.sweep KIND MOMENT`."""

import datetime
import sys

import django

if __name__ == "__main__":
    django.setup()
    from casework.actions.delivering import deliver_due
    from casework.events import Audience, EventKind
    from casework.subscribers import register
    from rulebook.decision import allowed
    from tests.factories.casework import a_letter

    register(
        EventKind(sys.argv[1], "Something happened", Audience.EVERYBODY),
        recipients=lambda _: [],
        may_receive=lambda *_: allowed(),
        render=a_letter,
    )
    deliver_due(at=datetime.datetime.fromisoformat(sys.argv[2]))
