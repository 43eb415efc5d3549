"""The questions of this counter, one table for each part of its work; a new part adds its line here."""

from enquiries.policies.questions.agreeing import AGREEING
from enquiries.policies.questions.answering import ANSWERING
from enquiries.policies.questions.parts import Part, Question
from enquiries.policies.questions.withholding import WITHHOLDING

QUESTIONS: dict[str, Question] = {
    **ANSWERING,
    **WITHHOLDING,
    **AGREEING,
}

__all__ = ["QUESTIONS", "Part", "Question"]
