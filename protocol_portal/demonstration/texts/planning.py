"""What members ask about planning applications and enforcement."""

from protocol_portal.demonstration.entries import Matter

_TEAM = "Development Management"

PLANNING = (
    Matter(
        _TEAM,
        "Extension on {street} not built to plan",
        "Neighbours say that the rear extension is a metre deeper than the drawings on the website. They "
        "complained in the summer and have only a reference number. Has it been measured?",
        "The owner has asked to be present at the visit and is away until next week.",
        "The officer has measured what can be seen from the neighbours’ gardens.",
        "The extension was measured and is 1.1 metres deeper than approved. The owner has 28 days to "
        "apply or to cut it back. If neither is done, the notice is ready.",
        "The extension on {street} is deeper than approved. Its owner has 28 days to put that right.",
        file="extension.jpg",
    ),
    Matter(
        _TEAM,
        "Late papers for application at {street}",
        "The revised drawings appeared on the website two days before the end of the comments. Residents "
        "ask for more time. Is that possible?",
        "The applicant has to be asked whether the decision date may move.",
        "Comments that come in the meantime are being read.",
        "The time for comments has been extended by 14 days and everybody who wrote before has been told. "
        "The decision will not be made before then.",
        "You have 14 more days to comment on the revised drawings for {street}.",
    ),
    Matter(
        _TEAM,
        "Business run from a garage on {street}",
        "Cars are sprayed in a garage between two houses until late in the evening. The smell is in the "
        "bedrooms. Does this need permission, and who deals with the fumes?",
        "Two evening visits are needed to show what is going on, and the first found the garage closed.",
        "Environmental health samples the air this week.",
        "The use needs permission and has none. The owner has agreed in writing to stop by the end of the "
        "month. Environmental health will sample the air again after that.",
        "The owner of the garage on {street} has agreed to stop the spraying by the end of the month.",
        "On which evenings is it worst?",
        "Tuesdays and Thursdays, from seven until about ten.",
        note="Complainant asks not to be named. First visit found nobody.",
    ),
    Matter(
        _TEAM,
        "Tree felled in the conservation area on {street}",
        "A mature cedar was cut down on Sunday morning before anybody could stop it. Was consent given, "
        "and what happens now?",
        "The owner has to be interviewed under caution, and his solicitor has asked for a later day.",
        "The stump has been photographed and measured by the tree officer.",
        "No consent was asked for. The owner has been interviewed and legal services advise on "
        "prosecution. A replacement of the same kind has to be planted in any case.",
        "The cedar on {street} was felled without consent. The council is considering prosecution.",
        file="tree.jpg",
        is_confidential=True,
    ),
    Matter(
        _TEAM,
        "Developer’s payment for works near {street}",
        "The agreement for the new flats promised £84,000 for a crossing. The flats have been lived in "
        "for a year. Has the money been paid, and where is the crossing?",
        "Finance has to confirm what has been received under this agreement.",
        "The design for the crossing has been taken out of the drawer and is being costed again.",
        "The payment came in March with interest. The crossing is designed, and will be built in the "
        "summer holiday when the traffic is light.",
        "The money for the crossing near {street} has been paid. It will be built in the summer holiday.",
    ),
    Matter(
        _TEAM,
        "Advertising screen proposed on {street}",
        "A screen of six metres is proposed opposite bedrooms. Residents ask how bright it would be and "
        "who decides.",
        "The applicant has been asked for a study of the light and has not sent it.",
        "The application is held until the study is here.",
        "The study shows twice the light that our guidance allows at bedroom windows. The application was "
        "refused under delegated powers on Friday.",
        "The advertising screen on {street} has been refused.",
    ),
)
