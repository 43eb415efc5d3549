"""May they, and if not, why not? Each answer is a decision with the duty’s rule and a sentence."""
