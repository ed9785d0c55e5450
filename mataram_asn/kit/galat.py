"""The one exception that a rule raises."""


class RuleViolation(Exception):
    """A rule refused; the message is a sentence in Indonesian that says what to do."""


class Konflik(RuleViolation):
    """Somebody else wrote first; the page shows both texts and answers 409."""
