"""The questions of this counter, one table for each part of its work; a new part adds its line here."""

from enquiries.policies.questions.answering import ANSWERING
from enquiries.policies.questions.declining import DECLINING
from enquiries.policies.questions.parts import Part, Question

QUESTIONS: dict[str, Question] = {**ANSWERING, **DECLINING}

__all__ = ["QUESTIONS", "Part", "Question"]
