"""What the security stream hears of signing: who signed which wording, who was shown it, who was reminded."""

from casework.actions.announcing import record_security
from casework.events import PROTOCOL_SHOWN, PROTOCOL_SIGNED, SIGNERS_REMINDED
from casework.rules import Fact
from council import events as registers
from council.events import Shown, Signed, SignersReminded


def signed(happened: Signed) -> None:
    """Somebody signed, or somebody else recorded what was signed on paper."""
    row = happened.sign_off
    facts: dict[str, Fact] = {
        "person": row.person_id,
        "sign_off": row.pk,
        "version": row.version,
        "shown": row.shown,
        "on": row.signed_on.isoformat(),
    }
    record_security(PROTOCOL_SIGNED, happened.by, happened.at, facts)


def shown(happened: Shown) -> None:
    """A manager showed the protocol to somebody who is engaged."""
    row = happened.showing
    facts: dict[str, Fact] = {
        "person": row.person_id,
        "version": row.version,
        "on": row.shown_on.isoformat(),
    }
    record_security(PROTOCOL_SHOWN, happened.by, happened.at, facts)


def reminded(happened: SignersReminded) -> None:
    """Somebody had those reminded who have not signed."""
    record_security(SIGNERS_REMINDED, happened.by, happened.at, {"letters": happened.letters})


def wire() -> None:
    """Listens to the registers, where signatures stand."""
    registers.listen(registers.SIGNED, signed)
    registers.listen(registers.SHOWN, shown)
    registers.listen(registers.SIGNERS_REMINDED, reminded)
