"""The questions of this counter, one table for each part of its work; a new part adds its line here."""

from enquiries.policies.questions.agreeing import AGREEING
from enquiries.policies.questions.answering import ANSWERING
from enquiries.policies.questions.correcting import CORRECTING
from enquiries.policies.questions.declining import DECLINING
from enquiries.policies.questions.disputing import DISPUTING
from enquiries.policies.questions.letters import LETTERS
from enquiries.policies.questions.parts import Part, Question
from enquiries.policies.questions.preparing import PREPARING
from enquiries.policies.questions.privacy import PRIVACY
from enquiries.policies.questions.redirecting import REDIRECTING
from enquiries.policies.questions.withholding import WITHHOLDING

QUESTIONS: dict[str, Question] = {
    **ANSWERING,
    **CORRECTING,
    **DECLINING,
    **DISPUTING,
    **LETTERS,
    **PREPARING,
    **PRIVACY,
    **REDIRECTING,
    **WITHHOLDING,
    **AGREEING,
}

__all__ = ["QUESTIONS", "Part", "Question"]
