"""What somebody may say who asks to see a document: each answer’s key, and its words."""

from rulebook.wording import gettext_noop

# What says that none of the others is meant: a row of buttons has no empty one.
NOT_NAMED = "-"
Choices = tuple[tuple[str, str], ...]

PURPOSES = (
    ("duties", gettext_noop("My work as a member or officer")),
    ("constituent", gettext_noop("A resident’s case")),
    ("political", gettext_noop("Party political work")),
    ("private", gettext_noop("A private matter")),
    ("unstated", gettext_noop("I do not want to say")),
)
INTERESTS = (
    ("none", gettext_noop("None")),
    ("personal", gettext_noop("A personal interest")),
    ("personal_and_prejudicial", gettext_noop("A personal and prejudicial interest")),
    ("dpi", gettext_noop("A disclosable pecuniary interest")),
)
WANTS = (("inspect", gettext_noop("Read it here")), ("copy", gettext_noop("Have a copy")))
SCOPES = (
    ("specific", gettext_noop("One document")),
    ("research", gettext_noop("Work on a subject, for which papers have to be searched or put together")),
)
REGIMES = (
    (NOT_NAMED, gettext_noop("None in particular")),
    ("FOI", gettext_noop("Freedom of Information Act")),
    ("EIR", gettext_noop("Environmental Information Regulations")),
    ("SAR", gettext_noop("Data protection law: it is about myself")),
)
AUTHORITIES = (
    (NOT_NAMED, gettext_noop("It is not about a resident’s case")),
    ("written_explicit", gettext_noop("In writing, clear and explicit")),
    ("written_vague", gettext_noop("In writing, in general words")),
    ("oral", gettext_noop("By word of mouth")),
    ("none", gettext_noop("Not yet")),
)
