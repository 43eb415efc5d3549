"""Buttons of questions on the protocol and of interests, pressed by two at the same moment."""

import secrets

from django.utils import timezone

from access_rules.actions import advising
from access_rules.models import Advice
from council.models import Person
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.access import a_document
from tests.factories.advice import READING, a_question, a_reading, an_answered, an_interest
from tests.factories.enquiries import on_day
from tests.hostile.buttons.press import Button, Press, Scene, Second, each, press, turned

CHANGED = "Somebody changed this while you were typing"
ENDED = "This question is answered or withdrawn"


def advisers() -> tuple[Person, Person]:
    """The monitoring officer and the deputy: either may answer and publish."""
    return make.a_holder_of(Post.MONITORING_OFFICER), make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER)


def written(by: Person) -> Advice:
    """An answered question with a reading that is not published yet."""
    question = an_answered(by=by)
    return advising.write_reading(
        who=on_day(by), advice=question, words=READING, anchor="1-purpose-p3", at=timezone.now()
    )


def answering() -> Scene:
    """Both answer, each in words of their own."""
    by, question = advisers(), a_question()
    return Scene(question, each(by, "advice-answer", question, "answer", paragraphs="WF-1.2"))


def withdrawing() -> Scene:
    """Whoever asked takes it back in the moment in which it is answered."""
    (olive, _deputy), question = advisers(), a_question()
    answer = press(olive, "advice-answer", question, answer="Yes, it may.", paragraphs="WF-1.2")
    return Scene(question, (press(question.asked_by, "advice-withdraw", question), answer))


def lifting() -> Scene:
    """Whoever asked gives privacy up at two windows."""
    advisers()
    question = a_question(is_private=True)
    one, other = (press(question.asked_by, "advice-lift", question) for _window in range(2))
    return Scene(question, (one, other))


def writing() -> Scene:
    """Both write a reading: the second reads the first before it counts."""
    by = advisers()
    question = an_answered(by=by[0])
    return Scene(question, each(by, "advice-reading", question, "reading", reading_of="1-purpose-p3"))


def publishing() -> Scene:
    """Both publish the reading that they read."""
    by = advisers()
    question = written(by[0])
    one, other = (press(person, "advice-publish", question) for person in by)
    return Scene(question, (one, other))


def publishing_what_changes() -> Scene:
    """One writes it anew in the moment in which the other publishes what stood before."""
    by = advisers()
    question = written(by[0])
    anew = press(by[0], "advice-reading", question, reading="A member may not.", reading_of="1-purpose-p3")
    return Scene(question, (anew, press(by[1], "advice-publish", question)))


def taking_back() -> Scene:
    """Both take it back, each for a reason of their own."""
    by = advisers()
    reading = a_reading(by=by[0])
    return Scene(reading, each(by, "advice-take-back", reading, "reason"))


def bearing() -> Scene:
    """Two keepers say that an interest bears on the same document."""
    document, interest = a_document(), an_interest(person=make.a_member())
    by = make.a_holder_of(Post.DEMOCRATIC_SERVICES), make.a_holder_of(Post.MONITORING_OFFICER)
    one, other = (
        Press(
            person,
            "interest-bears",
            (interest.pk,),
            {"token": secrets.token_urlsafe(12), "document": document.reference},
        )
        for person in by
    )
    return Scene(document, (one, other))


ENDINGS = ("advice.answered", "advice.withdrawn")
WORDS_OF_IT = ("advice.reading_written", "advice.published")

TABLE = (
    Button("advice-answer", answering, ENDINGS, words="answer", says=ENDED),
    Button("advice-answer", withdrawing, ENDINGS, words="answer", says=ENDED, what="once withdrawn"),
    Button("advice-withdraw", lambda: turned(withdrawing), ENDINGS, says=ENDED, what="once answered"),
    Button("advice-lift", lifting, ("advice.privacy_lifted",), says="This question is not private."),
    Button("advice-reading", writing, WORDS_OF_IT, words="reading", says=CHANGED),
    Button("advice-publish", publishing, ("advice.published",), says="The reading is published."),
    Button("advice-publish", publishing_what_changes, WORDS_OF_IT, says="A member may not.", what="anew"),
    Button(
        "advice-take-back",
        taking_back,
        ("advice.reading_taken_back",),
        words="reason",
        says="No reading of this question is published.",
    ),
    Button("interest-bears", bearing, ("document.interest_entered",), Second.LED),
)
