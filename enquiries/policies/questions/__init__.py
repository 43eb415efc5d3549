"""The questions of this counter, one table for each part of its work; a new part adds its line here."""

from enquiries.policies.questions.answering import ANSWERING
from enquiries.policies.questions.parts import Part, Question
from enquiries.policies.questions.preparing import PREPARING

QUESTIONS: dict[str, Question] = {**ANSWERING, **PREPARING}

__all__ = ["QUESTIONS", "Part", "Question"]
