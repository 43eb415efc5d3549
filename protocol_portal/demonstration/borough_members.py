"""The members of the demonstration borough: its wards, its groups, who sits for which."""

from protocol_portal.demonstration.entries import Kind, MemberEntry, Office, PostEntry, Serves
from rulebook.post import Post

STREETS = {
    "Abbey Green": ("Priory Road", "Cloister Way", "Abbot Street"),
    "Bridge End": ("Ferry Lane", "Old Toll Road", "Bridge End Parade"),
    "Castle Hill": ("Keep Street", "Rampart Road", "Bailey Crescent"),
    "Chapel Fields": ("Chapel Fields Road", "Wesley Terrace", "Meeting House Lane"),
    "Eastbrook": ("Brook Avenue", "Millrace Road", "Eastbrook Drive"),
    "Furzehill": ("Gorse Close", "Furzehill Road", "Heathside Gardens"),
    "Hanger Wood": ("Beechmast Way", "Hanger Wood Lane", "Foresters Row"),
    "Kiln Lane": ("Kiln Lane", "Potters Yard", "Claypit Street"),
    "Market": ("Cornmarket", "Drapers Street", "Shambles Row"),
    "North Common": ("Common Side", "Windmill Avenue", "Drovers Way"),
    "Quayside": ("Chandlers Wharf", "Ropewalk", "Lock Keeper's Road"),
    "St Wilfrid's": ("Rectory Lane", "St Wilfrid's Road", "Glebe Avenue"),
    "Southmead": ("Southmead Road", "Orchard Rise", "Cider Mill Close"),
    "Viaduct": ("Station Approach", "Signal Street", "Viaduct Road"),
}
PROGRESS, BOROUGH, RESIDENTS, INDEPENDENT = GROUPS = (
    "Progressive Group",
    "Borough First Group",
    "Residents’ Association Group",
    "Independent Group",
)
_NEW, _FORMER = Serves.NEWLY_ELECTED, Serves.FORMER

MEMBERS = (
    MemberEntry("Helena Adeyinka", "Abbey Green", PROGRESS, office=Office.LEADER),
    MemberEntry("Tomasz Wilcock", "Abbey Green", PROGRESS),
    MemberEntry("Rukhsana Bilgrami", "Abbey Green", RESIDENTS, _NEW),
    MemberEntry("Desmond Farrow", "Bridge End", PROGRESS, office=Office.DEPUTY_LEADER),
    MemberEntry("Leila Pargeter", "Bridge End", PROGRESS),
    MemberEntry("Gwilym Treharne", "Bridge End", BOROUGH, _NEW),
    MemberEntry("Clarissa Hodgetts", "Castle Hill", BOROUGH, office=Office.LEADER),
    MemberEntry("Rupert Endicott", "Castle Hill", BOROUGH),
    MemberEntry("Manjit Sangha", "Castle Hill", BOROUGH),
    MemberEntry("Yetunde Oyelaran", "Chapel Fields", PROGRESS, office=Office.WHIP),
    MemberEntry("Bernard Clough", "Chapel Fields", PROGRESS),
    MemberEntry("Shirin Daneshvar", "Chapel Fields", PROGRESS, _NEW),
    MemberEntry("Kwabena Asante-Boadu", "Eastbrook", PROGRESS),
    MemberEntry("Moira Gillespie", "Eastbrook", PROGRESS),
    MemberEntry("Alun Prosser", "Eastbrook", RESIDENTS, office=Office.LEADER),
    MemberEntry("Philippa Wetherall", "Furzehill", BOROUGH, office=Office.DEPUTY_LEADER),
    MemberEntry("Hugh Standring", "Furzehill", BOROUGH),
    MemberEntry("Anjali Deshmukh", "Furzehill", BOROUGH, _NEW),
    MemberEntry("Rosalind Petchey", "Hanger Wood", BOROUGH, office=Office.WHIP),
    MemberEntry("Giles Ottaway", "Hanger Wood", BOROUGH),
    MemberEntry("Fergus MacAskill", "Kiln Lane", PROGRESS),
    MemberEntry("Nasreen Kazmi", "Kiln Lane", PROGRESS),
    MemberEntry("Jolanta Wrobel", "Kiln Lane", PROGRESS, _NEW),
    MemberEntry("Winston Bartholomew", "Market", PROGRESS),
    MemberEntry("Siobhan Kearney", "Market", RESIDENTS, office=Office.DEPUTY_LEADER),
    MemberEntry("Edwin Thackray", "Market", INDEPENDENT, office=Office.LEADER),
    MemberEntry("Marjorie Bickerstaff", "North Common", RESIDENTS, office=Office.WHIP),
    MemberEntry("Dilip Raichura", "North Common", RESIDENTS),
    MemberEntry("Cerys Maddocks", "North Common", BOROUGH, _NEW),
    MemberEntry("Obinna Ezeokafor", "Quayside", PROGRESS),
    MemberEntry("Trudy Lamplugh", "Quayside", INDEPENDENT, office=Office.DEPUTY_LEADER),
    MemberEntry("Callum Brathwaite", "Quayside", PROGRESS, _NEW),
    MemberEntry("Verity Saltmarsh", "St Wilfrid's", BOROUGH),
    MemberEntry("Parveen Chaudhary", "St Wilfrid's", RESIDENTS),
    MemberEntry("Iain Colquitt", "St Wilfrid's", INDEPENDENT, office=Office.WHIP),
    MemberEntry("Beatriz Carvalhal", "Southmead", PROGRESS, _NEW),
    MemberEntry("Norman Eddlestone", "Southmead", BOROUGH),
    MemberEntry("Lorraine Usherwood", "Southmead", RESIDENTS),
    MemberEntry("Teodor Iliescu", "Viaduct", PROGRESS),
    MemberEntry("Pamela Quested", "Viaduct", INDEPENDENT, _NEW),
    MemberEntry("Harold Twelvetrees", "Abbey Green", BOROUGH, _FORMER),
    MemberEntry("Mireille Fontaine", "Chapel Fields", PROGRESS, _FORMER),
    MemberEntry("Derek Aspinwall", "Kiln Lane", BOROUGH, _FORMER),
    MemberEntry("Sunita Bhandari", "Quayside", RESIDENTS, _FORMER),
    MemberEntry("Arthur Penhaligon", "Viaduct", INDEPENDENT, _FORMER),
    MemberEntry(
        "Josephine Mwangale", kind=Kind.CO_OPTED, remit="Parent governor, children and schools scrutiny"
    ),
    MemberEntry("Stephen Ruddock", kind=Kind.CO_OPTED, remit="Diocesan representative, education matters"),
    MemberEntry("Catherine Holyoake", kind=Kind.INDEPENDENT, remit="Independent person, standards"),
)

# A post that a text does not name is left out (`borough`).
MEMBER_POSTS = (
    PostEntry(Post.LEADER, "Helena Adeyinka"),
    PostEntry(Post.DEPUTY_LEADER, "Desmond Farrow"),
    PostEntry(Post.MAYOR, "Moira Gillespie"),
)
