"""The second reading: for every paragraph that complaint terms rest on, the words of it that were read."""

import re

import pytest

from rulebook.obligations import anchor_of
from rulebook.protocol import Protocol
from rulebook.protocols import PROTOCOLS
from rulebook.text import paragraph, paragraphs

# Each paragraph cited by the terms, and the words that give the value; the text as adopted, word for word.
READ = {
    "WF-1.2": "may seek advice from the monitoring officer on any matter not covered",
    "WF-1.4": "includes consultants, contractors or agency staff",
    "WF-2.3": "adversarial",
    "WF-3.4": "Criticism should be constructive and not personal",
    "WF-3.7": "a friendship or closer relationship (including relatives)",
    "WF-3.8": "seek advice from the Monitoring Officer and, if in doubt, must declare their interest",
    "WF-3.9": "must raise the matter with their Head of Service or Executive Director",
    "WF-5.1": "the responsibility of managers and ultimately the Chief Executive",
    "WF-5.3": "will not seek any member’s support in any employment or other dispute",
    "WF-5.6": "limited to reporting an officer’s actions to their manager and/or as a witness",
    "WF-A1.3": "unauthorised disclosure of confidential information is a breach of the Code of Conduct",
    "WF-A4.2": "The Code of Conduct prohibits the disclosure of confidential information",
    "WF-8.1": "informally between themselves or, where necessary, with the assistance of a manager",
    "WF-8.2": "to their Executive Director or the Chief Executive, copied to the Monitoring Officer",
    "WF-8.3": "will be investigated and the member will be informed of its progress and outcome",
    "WF-8.4": "disciplinary action may be taken",
    "WF-8.5": "the sole responsibility of management",
    "WF-8.6": "respect the confidentiality of the investigation and disciplinary process",
    "WF-8.7": "not seek to improperly influence the action taken",
    "WF-8.8": "accept the management decision",
    "WF-8.9": "Chief Executive and copied to the Monitoring Officer and the officer’s Head of Service",
    "WF-8.10": "where necessary, investigate the complaint and report the outcome to the officer and member",
    "WF-8.11": "will notify the relevant political group leader of the complaint and his findings",
    "WF-8.12": "does not prohibit them from making a complaint under the Code of Conduct",
    "WF-8.13": "and members are not prevented by this Protocol from using the Council’s Whistleblowing",
    "HA-1.2b": "advice should be sought from the Chief Executive or Monitoring Officer",
    "HA-1.3": "zero tolerance policy to bullying and harassment",
    "HA-2.1": "accountable to the Chief Executive as Head of Paid Service",
    "HA-2.7": "not obstruct or victimise officers in the discharge of them",
    "HA-2.10": "employees of the organisation should be considered as officers",
    "HA-3.2g": "Not to have personal issues raised with them by officers",
    "HA-3.3b": "Not to be subject to bullying or harassment",
    "HA-3.3d": "not publicly name officers or make detrimental remarks about officers during public meetings",
    "HA-3.4a": "They should therefore be avoided",
    "HA-4.6n": "members of the Strategic Leadership Team, all Directors and Assistant Directors",
    "HA-4.25b": "any breach of confidentiality will almost certainly lead to disciplinary action",
    "HA-4.27": "the subject of a complaint to the Standards Committee",
    "HA-5.1": "conciliation through a senior manager or political group leadership or whips",
    "HA-5.2": "to the Council's Whistleblowing Procedure or can refer the matter under the arrangements",
    "HA-5.3a": "employee concerned is the Chief Executive the matter should be raised with the Monitoring",
    "HA-5.3b": "If a Member is unsure how to proceed",
    "HA-5.3c": "conduct of another Member toward officers, they should discuss this with their group whip",
    "WO-P-9.3.1b": "Nothing in this protocol overrides national legislation or these documents",
    "WO-P-9.3.7Of": "Not to be subject to bullying or to be put under undue pressure",
    "WO-P-AI.9": "must not disclose information given to them in confidence",
    "WO-P-PR.6": "should not put pressure on staff to provide resources or support",
    "WO-P-9.3.8a": "conciliation by an appropriate senior Manager or Member",
    "WO-P-9.3.8b": "informally referring the matter to the Leader of the relevant part group. More serious",
    "WO-P-9.3.8c": "the right of Officers to make a Code of Conduct complaint directly",
    "WO-P-9.3.8d": "raised with the appropriate manager or the relevant Director",
    "WO-P-9.3.8e": "concerns a Director, it should be raised with the Chief Executive",
    "WO-P-9.3.8f": "with the Director Finance and Resources or with the Leader of the Council as appropriate",
    "WO-E-9.3.2b": "employed by the Council either directly or through contractors",
    "WO-E-9.3.7a": "may result in a complaint to the Standards for England",
    "WO-E-9.3.7b": "Breaches by an Officer may lead to disciplinary action",
    "WO-E-9.3.8": "the advice of senior colleagues, the relevant senior Officer(s), and/or the Monitoring",
    "WO-E-9.3.13": "insisting that an Officer change his/her professional advice",
    "WO-E-9.3.17b": "should not undermine respect for the other at Council Meetings, or at any other meeting",
    "WO-E-9.3.17c": "raise matters relating to the conduct or capability of an individual Council Officer",
    "WO-E-9.3.17e": "the Monitoring Officer of any relationship which might be seen as unduly influencing",
    "WO-E-9.3.17l": "shall not discuss with a Member personal matters",
    "WO-E-9.3.22b": "Directors (including the Section 151 Officer)",
    "WO-E-9.3.22d": "will not direct Officers in the framing of recommendations",
    "WO-E-9.3.28b": "in a way which could be interpreted as harassment",
    "WO-E-9.3.28c": "must not be used to question the capability or competence of Officers",
    "WO-E-9.3.31b": "neither should he/she apply inappropriate pressure on the Officer",
    "WO-E-AI.9": "must not disclose information given to them in confidence",
    "WO-E-PR.6": "should not put pressure on staff to provide resources or support",
    "WO-E-9.3.32i": "comments or behaviour he/she considers to be contrary to these provisions to the Chief",
    "WO-E-9.3.35a": '"whistle-blowing" policy',
    "WO-E-9.3.35b": "should seek the guidance of the Monitoring Officer",
    "WO-E-9.3.35c": "who is unhappy about the actions taken by, or conduct of, an Officer should",
    "WO-E-9.3.35d": "the Officer's manager or the relevant Director",
    "WO-E-9.3.35e": "A serious breach of this protocol by an Officer may lead to an investigation",
    "WO-E-9.3.35f": "informally referring the matter to the leader of the relevant party group. More serious",
    "WO-E-9.3.35g": "The Officer making the complaint or allegation will be informed of any outcome",
    "MW-1.3": "includes all employees of the Authority",
    "MW-2.5c": "must not victimise Officers for discharging their responsibilities",
    "MW-6.1": "must keep confidential information and papers confidential",
    "MW-2.5b": "pressure an Officer to make a recommendation contrary to the Officer's professional view",
    "MW-3.1k": "Not to have personal issues raised with them by Officers",
    "MW-3.2f": "Not to be put under undue pressure or bullied",
    "MW-3.3a": "Close personal relationships between Members and Officers can confuse these separate roles",
    "MW-8.1a": "as a member of a panel",
    "MW-8.1b": "should not become personally involved in such matters",
    "MW-8.1c": "should not raise individual personal issues with Members concerning their jobs",
    "MW-8.2": "pass it on in accordance with the Whistle Blowing Policy",
    "MW-13.1": "should not criticise or undermine respect for the other at Authority Meetings",
    "MW-13.2a": "conciliation by an appropriate senior manager or Members",
    "MW-13.2b": "recourse to the Grievance Procedure or to the Authority's Monitoring Officer",
    "MW-13.2c": "the Clerk, who, having advised the Chair and the appropriate group leader, will decide",
    "MW-13.3a": "should not be raised at any meeting held in public",
    "MW-13.3b": "with the Director. Where the Officer concerned is the Director, the matter should be raised",
    "MW-13.3c": "resolved informally, it may be necessary to invoke the Authority's Disciplinary Procedure",
    "PA-EMP.2": "guard against generating a perception that they are putting inappropriate pressure",
    "PA-INT.2": "member is unsure about any matter, they should contact the relevant the Monitoring Officer",
    "PA-LEG.2": "member of the public (including officers) can complain to the Council’s Monitoring Officer",
    "PA-OCC.1": "at meetings held in public or in the presence of the media",
    "PA-OCC.2": "they should raise the matter, in private, with the Chairman",
    "PA-OCC.3": "with regard to the Chairman should be discussed, in private, with the Clerk and Monitoring",
    "PA-PRI.3": "of the Members’ Code of Conduct if they instruct any officer to change their professional",
    "PA-PRI.4": "Officers, being employees of the Council",
}

# Each paragraph of the parts on complaints; the words of it that no term holds, and why.
PARTS = {
    "waltham-forest": r"8-(p[123]|officers-.*|members-.*|interaction-.*)$",
    "haringey": r"5\.\d$",
    "wokingham-2014": r"9\.3\.8-\w+-p\d$",
    "wokingham-2007": r"9\.3\.(7-p1|35-.*)$",
    "mwda": r"13\..*-p\d$",
    "parish": r"(occ-1|leg-2)$",
}
CITED_BY_NO_TERM = {
    "8-p1": "says how complaints went since 2002; asks nothing of anybody",
    "8-p3": "leads over to the formal routes",
    "9.3.35-a": "one of the three asked for together in WO-E-9.3.35c",
    "9.3.35-b": "one of the three asked for together in WO-E-9.3.35c",
    "9.3.35-c": "one of the three asked for together in WO-E-9.3.35c",
}
HELD_BY_NO_TERM = {
    "PA-LEG.2": ("can bring private civil litigation proceedings", "a court is no route of the portal"),
    "WF-8.5": ("A member’s evidence will be considered", "who investigates considers it; nobody is named"),
    "WF-8.12": ("provide guidance and resolve disputes informally", "says what the protocol is for"),
    "MW-13.2b": ("as appropriate to the circumstances", "the officer’s own choice between two that are held"),
}


def words_of(text: Protocol, anchor: str) -> str:
    """A paragraph as adopted, its spaces collapsed."""
    return " ".join(paragraph(text.key, anchor).shown.split())


@pytest.mark.parametrize("text", PROTOCOLS.values(), ids=list(PROTOCOLS))
def test_every_paragraph_that_terms_rest_on_says_what_was_read_in_it(text: Protocol) -> None:
    cited = {one.id for one in text.complaints.citations()}
    assert cited == {id_ for id_ in READ if id_.startswith(f"{text.prefix}-")}
    for id_ in cited:
        assert READ[id_] in words_of(text, anchor_of(id_)), id_


@pytest.mark.parametrize("text", PROTOCOLS.values(), ids=list(PROTOCOLS))
def test_every_paragraph_on_complaints_gives_a_term_or_says_why_it_gives_none(text: Protocol) -> None:
    anchors = {anchor_of(one.id) for one in text.complaints.citations()}
    from_the_part = [
        one.anchor
        for one in paragraphs(text.key)
        if re.match(PARTS[text.key], one.anchor) and one.kind != "heading"
    ]
    assert from_the_part
    assert {anchor for anchor in from_the_part if anchor not in anchors} <= set(CITED_BY_NO_TERM)


@pytest.mark.parametrize("id_", HELD_BY_NO_TERM)
def test_a_clause_that_no_term_holds_stands_in_the_text_and_has_its_reason(id_: str) -> None:
    text = next(one for one in PROTOCOLS.values() if id_.startswith(f"{one.prefix}-"))
    clause, reason = HELD_BY_NO_TERM[id_]
    assert clause in words_of(text, anchor_of(id_))
    assert reason
