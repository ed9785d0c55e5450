"""Chance that repeats: one stream for each subject of a seed."""

from random import Random


def acak(seed: int, *pokok) -> Random:
    """The stream of a subject, such as a person in a year; another seed gives another."""
    return Random(f"{seed}:{':'.join(map(str, pokok))}")
