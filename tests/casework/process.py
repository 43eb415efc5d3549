"""A process for tests that kill it or take its broker: `python -m … sweep|announce KIND LABEL MOMENT`."""

import datetime
import sys
import time

import django

if __name__ == "__main__":
    django.setup()
    from casework.actions.delivering import deliver_due
    from casework.events import Audience, EventKind
    from casework.subscribers import register
    from council.models import Person
    from rulebook.decision import allowed
    from tests.factories.casework import a_letter, an_event

    action, name, label, moment = sys.argv[1:]
    kind = EventKind(name, label, Audience.EVERYBODY)
    register(
        kind,
        recipients=lambda _: Person.objects.all(),
        may_receive=lambda *_: allowed(),
        render=a_letter,
    )
    at, begun = datetime.datetime.fromisoformat(moment), time.monotonic()
    if action == "sweep":
        deliver_due(at=at)
    else:
        an_event(kind=kind, at=at)
        sys.stdout.write(f"{time.monotonic() - begun:.1f}")
