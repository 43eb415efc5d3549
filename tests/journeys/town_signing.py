"""What a town has signed: by one before the protocol changed; and who is to be shown it."""

from dataclasses import dataclass

from django.utils import timezone

from council.models import Person
from tests.factories.signing import PROTOCOL, a_code, a_signature, a_version, somebody_engaged


@dataclass(frozen=True)
class Signing:
    """The numbers that addresses of signing need; none while nobody has signed."""

    signature: int = 0
    worker: int = 0
    signer: int = 0
    code: int = 0

    def samples(self) -> list[dict[str, object]]:
        """What stands in such an address: the protocol, and the code."""
        numbers = {"signature": self.signature, "worker": self.worker, "signer": self.signer}
        return [{"document": document, **numbers} for document in (PROTOCOL, f"code-{self.code}")]


def signing_of_a_town(people: dict[str, Person]) -> Signing:
    """One who signed before a new version began, and reads what changed; a code; somebody from an agency."""
    signed = a_signature(people["another member"])
    a_version(from_on=timezone.localdate())
    code = a_code(for_members=True, for_officers=True, link="https://www.council.example/members-code")
    worker = somebody_engaged(name="Sam Pell", line_manager=people["head"])
    return Signing(signed.pk, worker.pk, people["officer"].pk, code.pk)
