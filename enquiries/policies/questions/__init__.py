"""The questions of this counter, one table for each part of its work; a new part adds its line here."""

from enquiries.policies.questions.answering import ANSWERING
from enquiries.policies.questions.disputing import DISPUTING
from enquiries.policies.questions.parts import Part, Question

QUESTIONS: dict[str, Question] = {**ANSWERING, **DISPUTING}

__all__ = ["QUESTIONS", "Part", "Question"]
