"""The rules of access in their order, each with its sentence and the law that it rests on."""

from rulebook.rule import Rule
from rulebook.sources import statute
from rulebook.wording import gettext_noop

FOI_DAYS = ("FOIA 2000 s1(1)", "FOIA 2000 s10(1)", "FOIA 2000 s12(1)", "EIR 2004 reg 5(2)")
OPEN = ("LGA 1972 s100B(1)", "LGA 1972 s100C(1)", "LGA 1972 s100D(2)", "SI 2012/2089 reg 14(1)(a)")
REG_17 = (
    "SI 2012/2089 reg 17(1)",
    "SI 2012/2089 reg 17(2)",
    "SI 2012/2089 reg 17(3)",
    "SI 2012/2089 reg 17(4)",
)
NEED = "Common law: need to know"

SENTENCES: dict[str, tuple[str, tuple[str, ...]]] = {
    "G1": (
        gettext_noop("What the body does not hold or control cannot be given."),
        ("FOIA 2000 s1(1)(a)", "FOIA 2000 s16"),
    ),
    "G2": (
        gettext_noop("Everybody gets their own personal data by subject access, within one month."),
        ("UK GDPR Art 12(3)", "UK GDPR Art 12A", "UK GDPR Art 15"),
    ),
    "G3": (gettext_noop("A member who asks in a private capacity is treated as the public is."), ()),
    "K1": (
        gettext_noop("Paragraph 3 falls away from what must be registered."),
        ("LGA 1972 Sch 12A para 8",),
    ),
    "K2": (
        gettext_noop("No paragraph makes the council’s own development exempt."),
        ("LGA 1972 Sch 12A para 9",),
    ),
    "K3": (
        gettext_noop("Paragraphs 7A to 7C were for standards hearings only, and are gone."),
        ("SI 2008/1085 reg 8",),
    ),
    "K4": (
        gettext_noop("Information is exempt only once the public interest was found to want it closed."),
        ("LGA 1972 Sch 12A para 10",),
    ),
    "R8": (
        gettext_noop("A statutory officer sees what that officer’s duty needs."),
        ("LGHA 1989 s5", "LGHA 1989 s5A", "LGFA 1988 s114"),
    ),
    "L1": (gettext_noop("A political group’s internal workings stay with the group."), ()),
    "L2": (gettext_noop("What officers prepare for one group is open to the others as the text says."), ()),
    "L3": (gettext_noop("A group’s request does not reach confidential or personal information."), ()),
    "L4": (gettext_noop("Talk in an exempt session stays with those who are privy to it."), ()),
    "L5": (gettext_noop("Another member’s correspondence is shown as its author and the text allow."), ()),
    "F1": (
        gettext_noop("Anyone may ask under information law and is answered within 20 working days."),
        FOI_DAYS,
    ),
    "F2": (
        gettext_noop("Any member of the body may inspect and copy its accounts."),
        ("LGA 1972 s228(3)", "LGA 1972 s228(6)"),
    ),
    "A1": (
        gettext_noop("A public paper is open to anyone, for six years or, background papers, four."),
        OPEN,
    ),
    "R5": (
        gettext_noop("A political assistant sees what the text gives, in the place of a member."),
        ("LGA 1972 s100F(1)",),
    ),
    "I1": (
        gettext_noop("Where the text says so, a conflicted member sees only the public part."),
        ("Localism Act 2011 s31(4)",),
    ),
    "I2": (gettext_noop("Where the text says so, a member with an interest takes advice first."), ()),
    "I3": (
        gettext_noop("Where the text is silent on interests, only a statutory right opens the paper."),
        ("Localism Act 2011 s31(4)",),
    ),
    "A3": (
        gettext_noop("A draft is not open to the public; whether a member may see it is referred."),
        ("LGA 1972 s100B(3)", "SI 2012/2089 reg 2"),
    ),
    "R7": (gettext_noop("Another service’s exempt paper is referred where an officer asks for it."), ()),
    "A4": (
        gettext_noop("Confidential information is not given in breach of the obligation of confidence."),
        ("LGA 1972 s100A(2)", "LGA 1972 s100A(3)", "SI 2012/2089 reg 20(1)"),
    ),
    "A6": (
        gettext_noop("Where only a part is exempt the rest is given, and a summary of closed minutes."),
        ("LGA 1972 s100B(2)", "LGA 1972 s100C(2)", "SI 2012/2089 reg 7(2)"),
    ),
    "A5": (
        gettext_noop("An exempt paper is not open to the public."),
        ("LGA 1972 s100B(5)", "SI 2012/2089 reg 7(5)"),
    ),
    "T0": (gettext_noop("Another’s confidential information waits for its owner’s consent."), ()),
    "T1": (gettext_noop("A likely breach of data protection law is referred first."), ("UK GDPR Art 6",)),
    "T2": (gettext_noop("Data about people whom the member does not represent is kept."), ("UK GDPR Art 6",)),
    "T3": (
        gettext_noop("Casework for a constituent rests on the authority that is shown."),
        ("DPA 2018 Sch 1 para 24",),
    ),
    "S1": (
        gettext_noop("No right to the executive’s papers reaches a political adviser’s advice."),
        ("SI 2012/2089 reg 16(7)", "SI 2012/2089 reg 17(3)(b)"),
    ),
    "S0": (
        gettext_noop("A parish’s members inspect as its text promises; the proper officer may withhold."),
        (),
    ),
    "S2-mixed": (
        gettext_noop("Where an open paragraph is claimed with a closed one, it is referred."),
        ("LGA 1972 s100F(2A)",),
    ),
    "R2": (gettext_noop("Executive members see the executive’s papers as the text gives them."), (NEED,)),
    "R1": (gettext_noop("Members of a body see its papers as the text gives them."), (NEED,)),
    "S5": (gettext_noop("Scrutiny gets copies of the executive’s papers within ten clear days."), REG_17),
    "S2": (
        gettext_noop("Any member of the council may inspect papers on business to be transacted."),
        ("LGA 1972 s100F(1)", "LGA 1972 s100F(2)", "LGA 1972 s100F(2A)", "LGA 1972 s100H(2)"),
    ),
    "S3": (
        gettext_noop("Any member may inspect the report before a public meeting of the executive."),
        (
            "SI 2012/2089 reg 16(1)",
            "SI 2012/2089 reg 16(2)",
            "SI 2012/2089 reg 16(5)",
            "SI 2012/2089 reg 16(6)",
        ),
    ),
    "S4": (
        gettext_noop("Any member may inspect the report after a private executive meeting or decision."),
        ("SI 2012/2089 reg 16(3)", "SI 2012/2089 reg 16(4)"),
    ),
    "R4": (
        gettext_noop("Independent members see what the text gives them; today they are consulted."),
        ("Localism Act 2011 s28(7)",),
    ),
    "R3": (gettext_noop("A co-opted member sees nothing out of the remit by the protocol."), ()),
    "N1": (gettext_noop("A finding of bad faith bars the need to know."), (NEED,)),
    "N2": (gettext_noop("There is no roving commission: the request is to be narrowed."), (NEED,)),
    "N3": (gettext_noop("A need to know that is claimed or disputed is referred."), (NEED,)),
    "N4": (gettext_noop("A need to know that was found opens the paper as the text gives it."), (NEED,)),
    "N5": (gettext_noop("Without a need to know, and without another right, the paper is refused."), (NEED,)),
    "N6": (gettext_noop("What is left where the text asks officers for caution is referred."), (NEED,)),
}

ACCESS_RULES: tuple[Rule, ...] = tuple(
    Rule(f"access-{name.lower()}", says, statute(*law)) for name, (says, law) in SENTENCES.items()
)
