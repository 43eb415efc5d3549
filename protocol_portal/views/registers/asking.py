"""What every page of the registers asks first: a keeper of them, and a register that there is."""

import uuid

from django.http import Http404

from council.files.columns import Register
from council.models import RegisterFile
from council.policies import may_keep_registers_as
from council.sign_in import SignedInRequest
from rulebook.decision import Refused


def ask_keeper(request: SignedInRequest) -> None:
    """Raises Refused, with the policy's sentence, for whoever does not keep the registers today."""
    decision = may_keep_registers_as(request.standing)
    if not decision.allowed:
        raise Refused(decision)


def register_named(name: str) -> Register:
    """The register of an address; 404 for another word."""
    try:
        return Register(name)
    except ValueError:
        raise Http404 from None


def file_of(request: SignedInRequest, key: uuid.UUID, *, election: bool = False) -> RegisterFile:
    """The keeper's own file; 404 for anybody else's, as for one that never was."""
    files = RegisterFile.objects.filter(pk=key, keeper=request.person)
    chosen = files.filter(register="election") if election else files.exclude(register="election")
    found = chosen.first()
    if found is None:
        raise Http404
    return found
