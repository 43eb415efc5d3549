"""A determination is published to members, if the monitoring officer chooses: in general words, no names."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from casework.actions.announcing import announce
from casework.actions.protecting import use_form_token
from casework.events import DISPUTE_PUBLISHED
from casework.models import Digest, Dispute
from casework.policies.digests import may_publish, names_in
from council.queries import Standing
from rulebook.decision import Refused


@transaction.atomic
def publish_determination(
    *, who: Standing, dispute: Dispute, title: str, words: str, at: datetime.datetime, token: str = ""
) -> Digest:
    """The last determination, for members to read. Raises AlreadyUsed and Refused.

    Raises ValidationError where a name of either side, or the number of the case, stands in the words.
    """
    if token:
        use_form_token(token, by=who.person, at=at, result=dispute.reference)
    row = Dispute.objects.select_for_update(of=("self",)).select_related("stream").get(pk=dispute.pk)
    decision = may_publish(who, row)
    made = row.latest
    if not decision.allowed or made is None:
        raise Refused(decision)
    named = names_in(f"{title}\n{words}", row)
    if named:
        sentence = _("Leave out %(name)s: members read this, and nobody may be recognised in it.")
        raise ValidationError(sentence % {"name": named[0]})
    digest = Digest.objects.create(
        determination=made, title=title.strip(), words=words.strip(), published_by=who.person, published_at=at
    )
    announce(
        stream=row.stream,
        kind=DISPUTE_PUBLISHED,
        by=who.person,
        at=at,
        facts={"dispute": row.pk, "digest": digest.pk},
    )
    return digest
