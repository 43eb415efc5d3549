"""What members ask about school places and school transport."""

from protocol_portal.demonstration.entries import Matter

_TEAM = "Schools and Transport"

SCHOOLS = (
    Matter(
        _TEAM,
        "School transport refused from {street}",
        "A girl of eight would have to walk 1.9 miles along a road without a pavement. The refusal says "
        "that the route is safe. Who walked it, and when?",
        "The route has to be assessed again in the dark months.",
        "A taxi takes the child until the assessment is done.",
        "The route was walked again on Monday at half past eight. It is not safe without a pavement, and "
        "free transport has been awarded from today.",
        "Free transport to school has been awarded from today.",
        "Does the family have a car that is there on school mornings?",
        "No. The father leaves with it at six.",
        is_confidential=True,
    ),
    Matter(
        _TEAM,
        "No secondary place for a family new to {street}",
        "The family moved in during August. Two schools have said that they are full and nobody has told "
        "the parents what happens next.",
        "The panel for fair access meets every second week.",
        "The boy has a place with a tutor until the panel has met.",
        "The panel has found a place at the nearest school from Monday. The letter to families who move "
        "in the holidays now says whom to ring.",
        "Your son has a place from Monday.",
    ),
    Matter(
        _TEAM,
        "School bus late every day from {street}",
        "The bus comes between ten and forty minutes late, and children miss their first lesson. Parents "
        "ask for the operator’s figures.",
        "The operator has been asked for its tracking data for the term.",
        "An inspector rides with the bus this week.",
        "The bus was late on 17 of 30 days because the driver begins with another route. From Monday "
        "another bus does that route. Money has been held back for the 17 days.",
        "From Monday the school bus from {street} should be on time: another bus takes over its earlier "
        "route.",
    ),
    Matter(
        _TEAM,
        "Catchment change for {street}",
        "Parents have heard that the street leaves the catchment of the primary school that it looks out "
        "on. Is that decided?",
        "The admissions forum has to see the proposal first.",
        "The maps have been put on the website with a plain explanation.",
        "Nothing is decided. The consultation runs for six weeks, and the street stays in the catchment "
        "under two of the three options. Brothers and sisters keep their priority in any case.",
        "Nothing has been decided about the catchment of {street}. You can take part in the consultation.",
    ),
    Matter(
        _TEAM,
        "Parking at the school gate on {street}",
        "At three o’clock nothing moves. The school would like the street closed to cars at the start and "
        "end of the day. What does it take?",
        "The fire service has to agree the barriers.",
        "The school has been lent cones and signs for a trial week.",
        "A trial of a school street begins after half term and runs for six months. Residents and blue "
        "badge holders keep access. Volunteers are trained next week.",
        "A trial of a school street begins on {street} after half term. Residents keep access.",
    ),
    Matter(
        _TEAM,
        "Delay in plan for a child with special needs",
        "The parents were told twenty weeks and are in week thirty-one. They have stopped hearing from "
        "anybody. Where does it stand?",
        "The educational psychologist’s report is the last part and is due within days.",
        "A named case officer has rung the parents and will do so every week.",
        "The draft plan was sent to the parents on Friday with an apology. The final plan follows within "
        "15 days of their answer. We have told the scrutiny committee how many others wait.",
        "The draft plan has been sent to you. The final plan follows within 15 days of your answer.",
        note="Complaint at stage one open as well; keep the two apart.",
        is_confidential=True,
    ),
)
