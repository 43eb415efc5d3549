"""What the pages of signing show: what is asked, what changed, what was signed; words and days made here."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from casework.letters import Section, Sheet, letterhead, paragraphs_of
from casework.wording import date_time, days, plain_date
from council.models import SignOff
from council.queries import Standing, protocol_in_force
from council.queries.signing import signatures_of, signing_for
from council.queries.versions import changes_since, paragraphs_in_force
from council.rules.signing import PROTOCOL, Document, Owed
from council.rules.versions import Change
from rulebook.citation import Citation
from rulebook.guide import where
from rulebook.protocols import protocol
from rulebook.signing import SIGNER_LABELS, Signer
from rulebook.text import Kind, Paragraph, paragraphs


@dataclass(frozen=True, slots=True)
class ToSign:
    """One document that somebody is asked to sign: its state in words, and the way to sign or to print."""

    title: str
    label: str
    state: str
    is_owed: bool
    url: str
    print_url: str


@dataclass(frozen=True, slots=True)
class SignedLine:
    """One signature: what, in which version, of which day, under which name; recorded from paper by whom."""

    title: str
    label: str
    day: str
    name: str
    paper: str
    url: str


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One paragraph that reads differently: before and after, one of them empty where it is new or gone."""

    where: Citation | None
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class SigningPage:
    """Everything above the signature: what is signed, who sees it, what changed, and the words themselves."""

    document: Document
    about: tuple[str, ...]
    changes: tuple[ChangeLine, ...]
    paragraphs: tuple[Paragraph, ...]
    words: tuple[str, ...]
    is_open: bool


def to_sign(who: Standing) -> list[ToSign]:
    """What the person is asked to sign, what is missing first."""
    signing = signing_for(who)
    every = signing.owed if signing is not None else ()
    return [_to_sign(one) for one in sorted(every, key=lambda one: not one.is_owed)]


def _to_sign(one: Owed) -> ToSign:
    document = one.document
    return ToSign(
        title=document.title,
        label=document.label,
        state=state_of(one),
        is_owed=one.is_owed,
        url=reverse("sign-document", args=[document.key]),
        print_url=reverse("signature", args=[one.signed.pk])
        if one.signed
        else reverse("sign-on-paper", args=[document.key]),
    )


def state_of(one: Owed) -> str:
    """«Signed on 3 March 2027», «Not signed», «Signed before; asked again since 3 March 2027»."""
    if one.signed is not None:
        return _("Signed on %(day)s") % {"day": plain_date(one.signed.signed_on)}
    if one.before is not None:
        words = _("Signed on %(before)s, asked again since %(day)s")
        return words % {"before": plain_date(one.before.signed_on), "day": plain_date(one.since)}
    return _("Not signed")


def waiting(who: Standing) -> int:
    """How many documents wait for this person's signature."""
    signing = signing_for(who)
    return len(signing.missing) if signing is not None else 0


def signed_lines(who: Standing) -> list[SignedLine]:
    """Everything that the person has signed, the newest first."""
    return [signed_line(row) for row in signatures_of(who.person)]


def signed_line(row: SignOff) -> SignedLine:
    """One signature as a line."""
    return SignedLine(
        row.title,
        row.label,
        plain_date(row.signed_on),
        row.name,
        _paper(row),
        reverse("signature", args=[row.pk]),
    )


def _paper(row: SignOff) -> str:
    if row.recorded_by_id in (row.person_id, row.person.merged_into_id):
        return ""
    return _("Signed on paper. Recorded by %(name)s.") % {"name": row.recorded_by.name}


def signing_page(who: Standing, one: Owed) -> SigningPage:
    """What stands above the signature."""
    document = one.document
    is_text = document.key == PROTOCOL
    changes = _changes(who, one) if is_text else ()
    return SigningPage(
        document=document,
        about=_about(who, one),
        changes=changes,
        paragraphs=text_of(who) if is_text else (),
        words=paragraphs_of(document.words),
        is_open=not changes,
    )


def text_of(who: Standing) -> tuple[Paragraph, ...]:
    """The text as it reads on the day, without the marks of its paper."""
    return tuple(one for one in paragraphs_in_force(who.on) if one.kind is not Kind.MARK)


def _about(who: Standing, one: Owed) -> tuple[str, ...]:
    """Which version, of which day the signature is, who sees it, when it is asked again."""
    document = one.document
    begun = _("%(label)s, in force from %(day)s.") if document.from_on else _("%(label)s.")
    words = {"label": document.label, "day": plain_date(document.from_on) if document.from_on else ""}
    lines = [
        begun % words,
        _("Your signature bears today’s date, %(day)s.") % {"day": plain_date(who.on)},
        _("Democratic services and the monitoring officer see that you have signed, and when."),
    ]
    again = protocol_in_force().signing.again_after
    if document.key == PROTOCOL and again is not None:
        lines.append(
            _("You are asked again after %(period)s, or when a new version is in force.")
            % {"period": days(again.n, again.unit)}
        )
    else:
        lines.append(_("You are asked again when a new version is in force."))
    return tuple(lines)


def _changes(who: Standing, one: Owed) -> tuple[ChangeLine, ...]:
    """What reads differently since the version that was signed before; nothing for a first signature."""
    if one.before is None:
        return ()
    return tuple(
        ChangeLine(_place(change), change.before, change.after)
        for change in changes_since(one.before.version, on=who.on)
    )


def _place(change: Change) -> Citation | None:
    """Where the paragraph stands, in its own text; None for one that was put in."""
    text = protocol(change.text) if change.text else protocol_in_force()
    known = {paragraph.anchor for paragraph in paragraphs(text.key)}
    return where(text, change.anchor) if change.anchor in known else None


def signers_in_words(signers: Iterable[Signer]) -> str:
    """«Officers, Political assistants»."""
    held = set(signers)
    return ", ".join(_(SIGNER_LABELS[one]) for one in Signer if one in held)


def signed_sheet(row: SignOff) -> Sheet:
    """A signature on paper, as the parish template has it: signed as read, print name, date."""
    words = _("The person named below signed, as read: %(title)s (%(label)s).")
    lines = [words % {"title": row.title, "label": row.label}]
    if _paper(row):
        lines.append(_paper(row))
    lines.append(
        _("Recorded on %(moment)s. Fingerprint of the words: %(digest)s.")
        % {"moment": date_time(row.recorded_at), "digest": row.shown[:16]}
    )
    return Sheet(
        title=_("Signed as read"),
        day=plain_date(row.signed_on),
        body=(Section(tuple(lines)),),
        signed=(
            _("Signed as read: %(name)s") % {"name": row.name},
            _("Print name: %(name)s") % {"name": row.name},
            _("Date: %(day)s") % {"day": plain_date(row.signed_on)},
        ),
        head=letterhead(),
        subject=_("Signed as read: %(title)s") % {"title": row.title},
    )


def blank_sheet(who: Standing, document: Document) -> Sheet:
    """The sheet to sign by hand, with the lines of the parish template left open."""
    line = "." * 60
    words = _("%(title)s (%(label)s).") % {"title": document.title, "label": document.label}
    return Sheet(
        title=_("To be signed as read"),
        day=plain_date(who.on),
        body=(
            Section(
                (words, _("Sign below when you have read it, and give this paper to democratic services."))
            ),
        ),
        signed=(
            _("Signed as read: %(line)s") % {"line": line},
            _("Print name: %(name)s") % {"name": who.person.name},
            _("Date: %(line)s") % {"line": line},
        ),
        head=letterhead(),
        subject=_("Signed as read: %(title)s") % {"title": document.title},
    )


def letters_in_words(number: int) -> str:
    """«One person gets a letter», «12 people get a letter»."""
    words = ngettext("%(number)d person gets a letter.", "%(number)d people get a letter.", number)
    return words % {"number": number}
