"""Who is meant: by email address, or by name and what else the row says; never by a guess between two."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from council.files.cells import Cells, RowRefused
from council.files.entries import Entry, Registers
from council.files.names import COUNCILLOR, Name, key_of, split_name

Judge = Callable[[Entry], bool]


@dataclass(frozen=True, slots=True)
class Who:
    """What a row says of the person."""

    name: Name
    email: str
    telephone: str
    title_column: str

    @classmethod
    def read(cls, cells: Cells) -> "Who":
        """From the columns of a person. RowRefused without a first and a last name."""
        first, last = cells.text("first_name"), cells.text("last_name")
        name = (
            Name("", first, last) if first and last else split_name(cells.text("name") or f"{first} {last}")
        )
        if name is None:
            raise RowRefused(_("There is no first and last name. Enter both."))
        if max(len(name.first), len(name.last)) > 80:
            raise RowRefused(_("A name has at most 80 characters. Shorten it."))
        title = cells.text("title") if "title" in cells.names else ""
        known = split_name(f"{title} {name.first} {name.last}") if title else None
        column = known.title if known and known.title else title
        phone = cells.text("telephone") if "telephone" in cells.names else ""
        return cls(name, cells.email(), phone, column)

    def new(self) -> Entry:
        """The person as a new row, not yet taken in."""
        return Entry(
            "person",
            {
                "title": self.title_column or self.name.title,
                "first_name": self.name.first,
                "last_name": self.name.last,
                "email": self.email,
                "telephone": self.telephone,
            },
        )

    def facts(self, person: Entry) -> dict[str, Any]:
        """What the row changes of the person. An empty cell changes nothing, nor does another spelling.

        A name is another one only if it differs beyond accents, apostrophes, titles and honours: lists are
        poorer in these than registers.
        """
        facts: dict[str, Any] = {}
        title = self.title_column or self.name.title
        if title and (self.title_column or title == COUNCILLOR or not person.now["title"]):
            facts["title"] = title
        if self.name.key != key_of(full_name(person)):
            facts |= {"first_name": self.name.first, "last_name": self.name.last}
        if self.email and self.email != person.now["email"].lower():
            facts["email"] = self.email
        if self.telephone:
            facts["telephone"] = self.telephone
        return facts


def full_name(person: Entry) -> str:
    """«Priya Nair»."""
    return f"{person.now['first_name']} {person.now['last_name']}"


def shown(person: Entry) -> str:
    """«Councillor Priya Nair», as the portal names her."""
    prefix = f"{COUNCILLOR} " if person.now["title"] == COUNCILLOR else ""
    return f"{prefix}{full_name(person)}"


class People:
    """Everybody in the registers and everybody whom the file has named so far."""

    def __init__(self, registers: Registers, others: Iterable[tuple[int, str]]) -> None:
        """`others`: addresses that count as somebody's too, by their number."""
        self._by_email: defaultdict[str, list[Entry]] = defaultdict(list)
        self._by_name: defaultdict[str, list[Entry]] = defaultdict(list)
        # The name that the file gives each person whom it has named.
        self._said: dict[int, str] = {}
        by_key = {person.pk: person for person in registers.entries["person"]}
        for person in by_key.values():
            self._add(person)
        for key, email in others:
            found = self._by_email[email.lower()]
            if key in by_key and by_key[key] not in found:
                found.append(by_key[key])

    def know(self, person: Entry) -> Entry:
        """Adds somebody whom the file makes."""
        self._said[id(person)] = key_of(full_name(person))
        return self._add(person)

    def _add(self, person: Entry) -> Entry:
        if person.now["email"]:
            self._by_email[person.now["email"].lower()].append(person)
        self._by_name[key_of(full_name(person))].append(person)
        return person

    def namesakes(self, name: str) -> list[Entry]:
        """Everybody of this name."""
        return self._by_name.get(key_of(name), [])

    def find(self, who: Who, *, surely: Judge, perhaps: Judge) -> Entry | None:
        """The person meant, None where there is nobody yet. RowRefused where two may be meant.

        By address; else by name, first among those of whom the rest of the row is true (`surely`), then among
        those of whom it may be (`perhaps`) and who have no other address. RowRefused too for an address that
        the file gives to two people.
        """
        found = self._of_address(who)
        if found is not None:
            if self._said.setdefault(id(found), who.name.key) != who.name.key:
                sentence = _(
                    "Another row of this file gives this email address to %(name)s. Give each person "
                    "their own, or leave the cell empty."
                )
                raise RowRefused(sentence % {"name": shown(found)})
            return found
        candidates = self._by_name.get(who.name.key, [])
        sure = [person for person in candidates if surely(person)]
        if not sure:
            sure = [
                person for person in candidates if perhaps(person) and not (who.email and person.now["email"])
            ]
        if len(sure) > 1:
            raise RowRefused(two_of(sure))
        return sure[0] if sure else None

    def named(self, text: str) -> Entry | None:
        """Somebody by address or whole name. RowRefused where two have it."""
        found = self._by_email.get(text.lower(), []) if "@" in text else self.namesakes(text)
        if len(found) > 1:
            raise RowRefused(two_of(found))
        return found[0] if found else None

    def _of_address(self, who: Who) -> Entry | None:
        found = self._by_email.get(who.email, []) if who.email else []
        if len(found) > 1:
            found = [one for one in found if key_of(full_name(one)) == who.name.key] or found
        if len(found) > 1:
            raise RowRefused(two_of(found))
        return found[0] if found else None


def two_of(people: list[Entry]) -> str:
    """The sentence that names those who may be meant."""
    words = []
    for person in people[:5]:
        address = person.now["email"] or _("no email address")
        words.append(f"{shown(person)} ({address})")
    sentence = _("This may be one of several people: %(people)s. Enter the email address of the one meant.")
    return sentence % {"people": "; ".join(words)}
